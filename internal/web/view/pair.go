package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// pairContacts is how many contacts of a pair its page shows, the newest.
const pairContacts = 200

// gapDays is from how many days on nothing known between two contacts is worth a word.
const gapDays = 60

// Pair is the page of what was between two parties.
type Pair struct {
	A string `json:"a"`
	B string `json:"b"`
	// Entries are their contacts, the newest first; Next is the cursor behind them, "" when
	// there are no more.
	Entries []record.Entry `json:"entries"`
	Next    string         `json:"next"`
	// Gaps are the longest times between two of them of which nothing is known, by the id
	// of the entry that ended them.
	Gaps     map[string]Gap `json:"gaps"`
	Timeline []Mark         `json:"timeline"`
	Facets   parley.Facets  `json:"facets"`
	// Asked is who asked for how many of Entries.
	Asked []parley.FacetCount `json:"asked"`
}

// Gap is a time without contacts that are known.
type Gap struct {
	From string `json:"from"`
	To   string `json:"to"`
	Days int    `json:"days"`
}

// Months is the gap in months of thirty days.
func (g Gap) Months() int { return g.Days / 30 }

// Parties parts the name of a pair, as addresses have it, into its parties: both must be
// known. The error is parley.ErrNotFound.
func (m *Maker) Parties(pair string) (a, b string, err error) {
	for i, r := range pair {
		if r == '-' && m.knows(pair[:i]) && m.knows(pair[i+1:]) {
			return pair[:i], pair[i+1:], nil
		}
	}
	return "", "", fmt.Errorf("view: showing the pair %q, which needs two parties as FRA-DEU: %w", pair, parley.ErrNotFound)
}

// knows reports whether there is a party with an id.
func (m *Maker) knows(id string) bool {
	return m.world.States[id] != nil || m.world.Organisations[id] != nil || m.world.Groups[id] != nil
}

// Pair shows what was between two parties, from a cursor on, "" for the newest.
func (m *Maker) Pair(ctx context.Context, a, b, after string) (v Pair, err error) {
	v = Pair{A: a, B: b, Gaps: map[string]Gap{}, Asked: []parley.FacetCount{}}
	f := parley.Filter{Parties: []string{a}, With: []string{b}, Newest: true, After: after}
	if v.Facets, err = m.register.Facets(ctx, f, countedEntries); err != nil {
		return v, err
	}
	more := false
	if v.Entries, more, err = gather(m.register.Entries(ctx, f), pairContacts); err != nil {
		return v, err
	}
	if more {
		v.Next = parley.Cursor(&v.Entries[len(v.Entries)-1])
	}
	v.Timeline = marks(v.Entries)
	asked := map[string]int{}
	for i := range v.Entries {
		if by := v.Entries[i].Initiator; by != nil {
			asked[by.ID]++
		}
	}
	for id, n := range asked {
		v.Asked = append(v.Asked, parley.FacetCount{Value: id, Count: n})
	}
	slices.SortFunc(v.Asked, func(x, y parley.FacetCount) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), strings.Compare(x.Value, y.Value))
	})
	v.gaps()
	return v, nil
}

// gaps finds the times of which nothing is known.
func (v *Pair) gaps() {
	dated := slices.DeleteFunc(slices.Clone(v.Entries), func(e record.Entry) bool { return e.Date == nil || e.Status == "denied" || e.Status == "cancelled" })
	slices.SortStableFunc(dated, func(x, y record.Entry) int { return strings.Compare(x.Date.From, y.Date.From) })
	for i := 1; i < len(dated); i++ {
		before, now := dated[i-1].Date, dated[i].Date
		from, err1 := time.Parse(time.DateOnly, before.To)
		to, err2 := time.Parse(time.DateOnly, now.From)
		if days := int(to.Sub(from).Hours() / 24); err1 == nil && err2 == nil && days >= gapDays {
			v.Gaps[dated[i].ID] = Gap{before.To, now.From, days}
		}
	}
}
