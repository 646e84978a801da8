package merge

import (
	"cmp"
	"slices"

	"github.com/parley-news/parley/record"
)

// oneSided returns what only one side reports: where a document says that another is
// silent, and where a party that has given an account does not mention it.
func (s *story) oneSided() []record.EntryOneSided {
	out := []record.EntryOneSided{}
	add := func(o record.EntryOneSided) {
		if !slices.ContainsFunc(out, func(x record.EntryOneSided) bool {
			return x.Field == o.Field && x.Value == o.Value && x.Side == o.Side
		}) {
			out = append(out, o)
		}
	}
	for i := range s.parts {
		p := &s.parts[i]
		for _, o := range p.OnlyOneSide {
			add(record.EntryOneSided{
				Field: o.Field, Value: o.Value, Side: o.Side, Silent: unique(o.Silent), Words: p.wordsFor(o.Field),
			})
		}
	}
	spoke := s.spoke()
	for _, field := range []string{"initiator", "duration", "topics", "outcome"} {
		for _, o := range s.alone(field, spoke) {
			add(o)
		}
	}
	slices.SortStableFunc(out, func(a, b record.EntryOneSided) int {
		return cmp.Or(byField(a.Field, b.Field), cmp.Compare(a.Side, b.Side), cmp.Compare(a.Value, b.Value))
	})
	return out
}

// spoke is the parties that have given an account, sorted.
func (s *story) spoke() []string {
	var out []string
	for _, a := range s.accounts {
		if a.Side != nil && len(a.Asserts) > 0 && slices.ContainsFunc(s.parts, func(p Part) bool { return p.hasParty(*a.Side) }) {
			out = append(out, *a.Side)
		}
	}
	return unique(out)
}

// alone returns the values of a field that one of the parties asserts and no other one.
func (s *story) alone(field string, spoke []string) []record.EntryOneSided {
	by := map[string][]string{} // who asserts a value, by value
	vs := s.versions(field)
	for i := range vs {
		for _, value := range vs[i].all() {
			by[value] = append(by[value], vs[i].side)
		}
	}
	var out []record.EntryOneSided
	for i := range vs {
		v := &vs[i]
		for _, as := range v.values {
			silent := slices.DeleteFunc(slices.Clone(spoke), func(side string) bool {
				return side == v.side || field != "topics" && slices.ContainsFunc(vs, func(o version) bool { return o.side == side })
			})
			if len(by[as.Value]) == 1 && len(silent) > 0 {
				out = append(out, record.EntryOneSided{Field: field, Value: as.Value, Side: v.side, Silent: silent, Words: as.Words})
			}
		}
	}
	return out
}
