package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// divergences returns the fields of which two sides assert different things: what
// documents point out themselves, and what their accounts show side by side.
func divergences(t *story) []record.EntryDivergence {
	out := []record.EntryDivergence{}
	for i := range t.parts {
		for _, d := range t.parts[i].Divergences {
			out = addDivergence(out, t.parts[i].divergence(&d))
		}
	}
	for _, field := range compared {
		if d, ok := t.compare(field); ok {
			out = addDivergence(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b record.EntryDivergence) int {
		return cmp.Compare(slices.Index(record.Fields, a.Field), slices.Index(record.Fields, b.Field))
	})
	return out
}

// compared are the fields whose values tell by themselves whether they differ; claims
// and outcomes are words, of which only the document knows.
var compared = []string{"initiator", "date", "place", "topics", "status"}

// addDivergence adds a divergence unless one of the same field between the same sides is
// there.
func addDivergence(all []record.EntryDivergence, d record.EntryDivergence) []record.EntryDivergence {
	for i := range all {
		if all[i].Field == d.Field && slices.Equal(sidesOf(all[i].Sides), sidesOf(d.Sides)) {
			return all
		}
	}
	return append(all, d)
}

func sidesOf(says []record.EntrySays) []string {
	var out []string
	for _, s := range says {
		out = append(out, s.Side)
	}
	return out
}

// divergence is one that a document points out.
func (p *Part) divergence(d *record.Divergence) record.EntryDivergence {
	out := record.EntryDivergence{Field: d.Field}
	for _, s := range d.Sides {
		out.Sides = append(out.Sides, record.EntrySays{Side: s.Side, Says: s.Says, Words: p.words(s.Evidence)})
	}
	slices.SortStableFunc(out.Sides, func(a, b record.EntrySays) int { return cmp.Compare(a.Side, b.Side) })
	return out
}

// version is what one side asserts of one field.
type version struct {
	side   string
	values []record.EntryAssertion
}

// versions returns what the sides assert of a field, by side.
func (t *story) versions(field string) []version {
	var out []version
	for _, a := range t.accounts {
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
			v := &out[len(out)-1]
			v.values = append(v.values, as)
		}
	}
	return out
}

// compare returns how the sides differ on a field.
func (t *story) compare(field string) (record.EntryDivergence, bool) {
	vs := t.versions(field)
	differ := make([]bool, len(vs))
	for i := range vs {
		for j := range i {
			if t.differ(field, &vs[i], &vs[j]) {
				differ[i], differ[j] = true, true
			}
		}
	}
	d := record.EntryDivergence{Field: field}
	for i := range vs {
		if differ[i] {
			d.Sides = append(d.Sides, vs[i].says())
		}
	}
	return d, len(d.Sides) > 0
}

// says is what one side says, its values joined.
func (v *version) says() record.EntrySays {
	var values []string
	for _, as := range v.values {
		if !slices.Contains(values, as.Value) {
			values = append(values, as.Value)
		}
	}
	slices.Sort(values)
	return record.EntrySays{Side: v.side, Says: strings.Join(values, ", "), Words: v.values[0].Words}
}

// differ reports whether what two sides assert cannot both be so.
func (t *story) differ(field string, a, b *version) bool {
	for _, x := range a.values {
		for _, y := range b.values {
			if compatible(field, x.Value, y.Value) {
				return false
			}
		}
	}
	return field != "topics" || len(a.values) > 1 && len(b.values) > 1
}

func compatible(field, x, y string) bool {
	if x == y {
		return true
	}
	switch field {
	case "status":
		off := func(s string) bool { return s == "denied" || s == "cancelled" }
		return off(x) == off(y) || x == "proposed" || y == "proposed"
	case "date":
		a, aok := parseSpan(x)
		b, bok := parseSpan(y)
		return !aok || !bok || a.meets(b)
	}
	return false
}
