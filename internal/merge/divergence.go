package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// divergences returns the fields of which two sides assert different things: what a
// document points out itself, and what accounts show side by side. There is one for a
// field, with all sides that differ; of claims, which can be about anything, one for each
// set of sides.
func (s *story) divergences() []record.EntryDivergence {
	out := []record.EntryDivergence{}
	add := func(d *record.EntryDivergence) {
		for i := range out {
			if out[i].Field == d.Field && (d.Field != "claim" || sameSides(&out[i], d)) {
				join(&out[i], d)
				return
			}
		}
		out = append(out, *d)
	}
	for i := range s.parts {
		p := &s.parts[i]
		for j := range p.Divergences {
			add(p.divergence(&p.Divergences[j]))
		}
	}
	for _, field := range record.Fields {
		if d := s.compare(field); d != nil {
			add(d)
		}
	}
	slices.SortStableFunc(out, func(a, b record.EntryDivergence) int { return byField(a.Field, b.Field) })
	return out
}

// join adds the sides of a divergence that another of the same field does not have.
func join(to, d *record.EntryDivergence) {
	for _, says := range d.Sides {
		if !slices.ContainsFunc(to.Sides, func(o record.EntrySays) bool { return o.Side == says.Side }) {
			to.Sides = append(to.Sides, says)
		}
	}
	slices.SortStableFunc(to.Sides, bySide)
}

func bySide(a, b record.EntrySays) int { return cmp.Compare(a.Side, b.Side) }

// divergence is one that a document points out.
func (p *Part) divergence(d *record.Divergence) *record.EntryDivergence {
	out := &record.EntryDivergence{Field: d.Field}
	for _, says := range d.Sides {
		out.Sides = append(out.Sides, record.EntrySays{Side: says.Side, Says: says.Says, Words: p.words(says.Evidence)})
	}
	slices.SortStableFunc(out.Sides, bySide)
	return out
}

func sameSides(a, b *record.EntryDivergence) bool {
	return slices.EqualFunc(a.Sides, b.Sides, func(x, y record.EntrySays) bool { return x.Side == y.Side })
}

// version is what one side asserts of one field, in the order of the parts.
type version struct {
	side   string
	values []record.EntryAssertion
}

// versions returns what the sides assert of a field, by side.
func (s *story) versions(field string) []version {
	var out []version
	for _, a := range s.accounts {
		if a.Side == nil {
			continue
		}
		for _, as := range a.Asserts {
			if as.Field != field {
				continue
			}
			if n := len(out); n == 0 || out[n-1].side != *a.Side {
				out = append(out, version{side: *a.Side})
			}
			out[len(out)-1].values = append(out[len(out)-1].values, as)
		}
	}
	for i := range out {
		slices.SortStableFunc(out[i].values, func(a, b record.EntryAssertion) int {
			return cmp.Or(cmp.Compare(s.at[a.Document], s.at[b.Document]), cmp.Compare(a.Start, b.Start))
		})
	}
	return out
}

// compare returns how the sides differ on a field, nil when they do not.
func (s *story) compare(field string) *record.EntryDivergence {
	differ := differs[field]
	if differ == nil {
		return nil
	}
	vs := s.versions(field)
	out := make([]bool, len(vs))
	for i := range vs {
		for j := range i {
			if differ(s, &vs[j], &vs[i]) {
				out[i], out[j] = true, true
			}
		}
	}
	d := &record.EntryDivergence{Field: field}
	for i := range vs {
		if out[i] {
			d.Sides = append(d.Sides, vs[i].says())
		}
	}
	if len(d.Sides) == 0 {
		return nil
	}
	return d
}

// says is what one side says: its values, and the last words for one of them.
func (v *version) says() record.EntrySays {
	return record.EntrySays{Side: v.side, Says: strings.Join(v.all(), ", "), Words: v.last().Words}
}

// all is the values, sorted.
func (v *version) all() []string {
	var out []string
	for i := range v.values {
		out = append(out, v.values[i].Value)
	}
	return unique(out)
}

func (v *version) last() *record.EntryAssertion { return &v.values[len(v.values)-1] }
