package view

import (
	"context"
	"time"

	"github.com/parley-news/parley"
)

// overEntries is in how many entries, the newest, networks and places are counted.
const overEntries = 5000

// Network is the page of who met whom.
type Network struct {
	Query Query `json:"-"`
	// From and To are the days that it is of.
	From     string               `json:"from"`
	To       string               `json:"to"`
	Nodes    []Node               `json:"nodes"`
	Edges    []parley.NetworkEdge `json:"edges"`
	Entries  int                  `json:"entries"`
	Complete bool                 `json:"complete"`
	// Days are the contacts by day in the year before the last day of the register, to
	// choose a time from.
	Days []parley.DayCount `json:"days"`
}

// Node is a party of a network.
type Node struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Type     string `json:"type"`
	Contacts int    `json:"contacts"`
}

// Network shows who met whom in the entries of a query, without days in the last year that
// has contacts.
func (m *Maker) Network(ctx context.Context, q Query) (v Network, err error) {
	v = Network{Query: q, Nodes: []Node{}, Days: []parley.DayCount{}}
	year, err := m.lastYear(ctx, &q.Filter)
	if err != nil {
		return v, err
	}
	v.From, v.To = q.From, q.To
	n, err := m.register.Network(ctx, q.Filter, overEntries)
	if err != nil {
		return v, err
	}
	v.Edges, v.Entries, v.Complete = n.Edges, n.Entries, n.Complete
	for _, p := range n.Nodes {
		v.Nodes = append(v.Nodes, Node{p.ID, m.world.ActorName(p.ID), parley.TypeParty, p.Contacts})
	}
	if year.From != "" {
		f := q.Filter
		f.From, f.To = year.From, year.To
		v.Days, err = m.register.Days(ctx, f)
	}
	return v, err
}

// lastYear is the year up to the last day of the register that is not ahead; a filter without
// days is given it.
func (m *Maker) lastYear(ctx context.Context, f *parley.Filter) (year parley.Filter, err error) {
	totals, err := m.register.Totals(ctx)
	if err != nil || totals.Last == "" {
		return year, err
	}
	last := min(totals.Last, m.Today())
	day, err := time.Parse(time.DateOnly, last)
	if err != nil {
		return year, err
	}
	year.From, year.To = day.AddDate(-1, 0, 1).Format(time.DateOnly), last
	if f.From == "" && f.To == "" {
		f.From, f.To = year.From, year.To
	}
	return year, nil
}
