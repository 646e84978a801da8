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
	pairContacts   = 50
	pairMarks      = 200
	pairStatements = 5 // of each about the other
)

// Pair is the page of what was between two parties.
type Pair struct {
	A string `json:"a"`
	B string `json:"b"`
	// Entries are their contacts, the newest first; Next is the cursor behind them, "" when
	// there are no more.
	Entries []record.Entry `json:"entries"`
	Next    string         `json:"next"`
	// Timeline, Gaps, Asked and Disputed are of the newest contacts on any page of the list,
	// and of all where Complete is true. Asked is who asked for how many of them, Disputed
	// on which fields accounts of how many differ.
	Timeline []Mark              `json:"timeline"`
	Gaps     []Gap               `json:"gaps"`
	Asked    []parley.FacetCount `json:"asked"`
	Disputed []parley.FacetCount `json:"disputed"`
	Complete bool                `json:"complete"`
	// Said are the latest statements of those who speak for the one about the other.
	Said   []parley.Statement `json:"said"`
	Facets parley.Facets      `json:"facets"`
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
	v.Timeline, v.Gaps, v.Asked = marks(all), gaps(all, m.Today()), counted(all, askers)
	v.Disputed = counted(all, func(e *record.Entry) []string { return e.Disputed })
	if v.Said, err = m.said(ctx, a, b); err != nil {
		return v, err
	}
	if after == "" {
		v.Entries, more = all[:min(len(all), pairContacts)], len(all) > pairContacts
	} else {
		f.After, f.Limit = after, pairContacts+1
		v.Entries, more, err = gather(m.register.Entries(ctx, f), pairContacts)
	}
	if more {
		v.Next = parley.Cursor(&v.Entries[len(v.Entries)-1])
	}
	return v, err
}

// said are the latest statements of two parties about each other, the newest first.
func (m *Maker) said(ctx context.Context, a, b string) ([]parley.Statement, error) {
	out := []parley.Statement{}
	for _, who := range [][2]string{{a, b}, {b, a}} {
		f := parley.StatementFilter{Parties: who[:1], About: who[1:], Newest: true, Limit: pairStatements}
		found, _, err := gather(m.register.Statements(ctx, f), pairStatements)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	slices.SortStableFunc(out, func(x, y parley.Statement) int { return strings.Compare(y.Day, x.Day) })
	return out, nil
}

// counted counts the values that entries have, those that most have first.
func counted(entries []record.Entry, values func(*record.Entry) []string) []parley.FacetCount {
	counts := map[string]int{}
	for i := range entries {
		for _, v := range values(&entries[i]) {
			counts[v]++
		}
	}
	out := []parley.FacetCount{}
	for v, n := range counts {
		out = append(out, parley.FacetCount{Value: v, Count: n})
	}
	slices.SortFunc(out, func(x, y parley.FacetCount) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), strings.Compare(x.Value, y.Value))
	})
	return out
}

func askers(e *record.Entry) []string {
	if e.Initiator == nil {
		return nil
	}
	return []string{e.Initiator.ID}
}
