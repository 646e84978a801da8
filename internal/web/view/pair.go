package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// How many contacts of a pair its page lists at a time, and how many, the newest, are on its
// time line.
const (
	pairContacts = 50
	pairMarks    = 300
)

// Pair is the page of what was between two parties.
type Pair struct {
	A string `json:"a"`
	B string `json:"b"`
	// Entries are their contacts, the newest first; Next is the cursor behind them, "" when
	// there are no more.
	Entries []record.Entry `json:"entries"`
	Next    string         `json:"next"`
	// Timeline, Gaps and Asked are of the newest contacts on any page of the list, and of
	// all where Complete is true. Asked is who asked for how many of them.
	Timeline []Mark              `json:"timeline"`
	Gaps     []Gap               `json:"gaps"`
	Asked    []parley.FacetCount `json:"asked"`
	Complete bool                `json:"complete"`
	Facets   parley.Facets       `json:"facets"`
}

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
	v = Pair{A: a, B: b}
	f := parley.Filter{Parties: []string{a}, With: []string{b}, Newest: true}
	if v.Facets, err = m.register.Facets(ctx, f, countedEntries); err != nil {
		return v, err
	}
	f.Limit = pairMarks + 1
	all, more, err := gather(m.register.Entries(ctx, f), pairMarks)
	if err != nil {
		return v, err
	}
	v.Complete = !more
	v.Timeline, v.Gaps, v.Asked = marks(all), gaps(all, m.Today()), askers(all)
	f.After, f.Limit = after, pairContacts+1
	if v.Entries, more, err = gather(m.register.Entries(ctx, f), pairContacts); more {
		v.Next = parley.Cursor(&v.Entries[len(v.Entries)-1])
	}
	return v, err
}

// askers counts who asked for contacts, those who asked for most first.
func askers(entries []record.Entry) []parley.FacetCount {
	asked := map[string]int{}
	for i := range entries {
		if by := entries[i].Initiator; by != nil {
			asked[by.ID]++
		}
	}
	out := []parley.FacetCount{}
	for id, n := range asked {
		out = append(out, parley.FacetCount{Value: id, Count: n})
	}
	slices.SortFunc(out, func(x, y parley.FacetCount) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), strings.Compare(x.Value, y.Value))
	})
	return out
}
