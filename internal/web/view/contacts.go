package view

import (
	"cmp"
	"context"
	"slices"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// countedEntries is how many entries the facets of a question are counted in, at most.
const countedEntries = 1000

// Contacts is the page of the register: the entries that a query asks for.
type Contacts struct {
	Query   Query          `json:"-"`
	Entries []record.Entry `json:"entries"`
	// Next is the cursor behind the last of them, "" when there are no more.
	Next   string        `json:"next"`
	Facets parley.Facets `json:"facets"`
	// Order is how the entries of this page are put in order, one of Orders, "" for that of
	// the days.
	Order string `json:"order"`
}

// Orders are the orders that a page of entries can be put in, besides that of the days: by
// a column, from the first letter or the highest number on.
var Orders = []string{"kind", "sides", "status", "documents"}

// Contacts lists the entries that a query asks for, a page of them. The parameter order of
// the query puts the page in order, not the register. The errors are those of
// Register.Entries.
func (m *Maker) Contacts(ctx context.Context, q Query) (Contacts, error) {
	out := Contacts{Query: q, Order: q.Also("order")}
	if out.Order != "" && !slices.Contains(Orders, out.Order) {
		return Contacts{}, noSuch("order", out.Order, Orders)
	}
	var more bool
	var err error
	f := q.Filter
	f.Limit = q.Limit + 1
	if out.Entries, more, err = gather(m.register.Entries(ctx, f), q.Limit); err != nil {
		return Contacts{}, err
	}
	if more {
		out.Next = parley.Cursor(&out.Entries[len(out.Entries)-1])
	}
	if out.Facets, err = m.register.Facets(ctx, q.Filter, countedEntries); err != nil {
		return Contacts{}, err
	}
	order(out.Entries, out.Order)
	return out, nil
}

func order(entries []record.Entry, by string) {
	slices.SortStableFunc(entries, func(a, b record.Entry) int {
		switch by {
		case "kind":
			return cmp.Compare(a.Kind, b.Kind)
		case "sides":
			return slices.CompareFunc(a.Parties, b.Parties, func(p, q record.Party) int { return cmp.Compare(p.Name, q.Name) })
		case "status":
			return cmp.Compare(slices.Index(record.Statuses, a.Status), slices.Index(record.Statuses, b.Status))
		case "documents":
			return cmp.Compare(len(b.Members), len(a.Members))
		}
		return 0
	})
}

// Sizes are how many entries a page may be asked to have.
func (c Contacts) Sizes() []int { return []int{25, defaultLimit, 100, 200} }

// Facet is a list of values to narrow a query down by.
type Facet struct {
	Name   string
	Values []parley.FacetCount
}

// Choices are the facets with more than one value, without what the query asks for already.
func (c Contacts) Choices() []Facet {
	var out []Facet
	for _, f := range []Facet{
		{"kind", c.Facets.Kinds}, {"status", c.Facets.Statuses}, {"party", c.Facets.Parties}, {"topic", c.Facets.Topics},
		{"place", c.Facets.Countries}, {"language", c.Facets.Languages}, {"outlet", c.Facets.Outlets},
	} {
		given := c.Query.Given(f.Name)
		f.Values = slices.DeleteFunc(slices.Clone(f.Values), func(v parley.FacetCount) bool { return slices.Contains(given, v.Value) })
		if len(f.Values) > 0 && len(f.Values)+len(given) > 1 {
			out = append(out, f)
		}
	}
	return out
}
