package store

import (
	"cmp"
	"context"
	"slices"

	"github.com/parley-news/parley/internal/merge"
)

// Network is who met whom in the entries of a filter.
type Network struct {
	Nodes []NetworkNode `json:"nodes"`
	Edges []NetworkEdge `json:"edges"`
	// Entries is how many were looked at; Complete is false where there are older ones too.
	Entries  int  `json:"entries"`
	Complete bool `json:"complete"`
}

// NetworkNode is a party.
type NetworkNode struct {
	ID       string `json:"id"`
	Contacts int    `json:"contacts"`
}

// NetworkEdge is what was between two parties. A contact of more than ten makes none.
type NetworkEdge struct {
	// From and To are ids of parties, the smaller one first.
	From     string `json:"from"`
	To       string `json:"to"`
	Contacts int    `json:"contacts"`
	// Held were held or go on, Planned are proposed or scheduled, Denied are denied or
	// called off.
	Held     int `json:"held"`
	Planned  int `json:"planned"`
	Denied   int `json:"denied"`
	Disputed int `json:"disputed"`
	// First and Last are days, "" where none is known.
	First string `json:"first"`
	Last  string `json:"last"`
}

// edge counts towards a NetworkEdge.
type edge struct {
	NetworkEdge
	days period
}

// Network walks over the entries that a filter asks for, the newest first and at most so
// many (0: all), and tells which parties met in them. Rejected entries never count.
func (s *Store) Network(ctx context.Context, f Filter, limit int) (out Network, err error) {
	nodes, edges := map[string]int{}, map[[2]string]*edge{}
	err = s.overTerms(ctx, f, limit, &out.Entries, &out.Complete, []string{facetParty, facetStatus}, func(day merge.Day, has []term) {
		var parties []string
		status, disputed := "", false
		for _, t := range has {
			switch {
			case t.facet == facetParty:
				parties = append(parties, t.value)
				nodes[t.value]++
			case t.facet == facetStatus:
				status = t.value
			case t.value == markDisputed:
				disputed = true
			}
		}
		if len(parties) > mostCounterparts {
			return
		}
		slices.Sort(parties)
		for i, a := range parties {
			for _, b := range parties[i+1:] {
				e := edges[[2]string{a, b}]
				if e == nil {
					e = &edge{NetworkEdge{From: a, To: b}, period{always.to, merge.Unknown}}
					edges[[2]string{a, b}] = e
				}
				e.add(day, status, disputed)
			}
		}
	})
	out.Nodes, out.Edges = []NetworkNode{}, []NetworkEdge{}
	for id, n := range nodes {
		out.Nodes = append(out.Nodes, NetworkNode{id, n})
	}
	slices.SortFunc(out.Nodes, func(a, b NetworkNode) int {
		return cmp.Or(cmp.Compare(b.Contacts, a.Contacts), cmp.Compare(a.ID, b.ID))
	})
	for _, e := range edges {
		if e.days.to != merge.Unknown {
			e.First, e.Last = e.days.from.String(), e.days.to.String()
		}
		out.Edges = append(out.Edges, e.NetworkEdge)
	}
	slices.SortFunc(out.Edges, func(a, b NetworkEdge) int {
		return cmp.Or(cmp.Compare(b.Contacts, a.Contacts), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return out, err
}

func (e *edge) add(day merge.Day, status string, disputed bool) {
	e.Contacts++
	switch status {
	case "held", "ongoing":
		e.Held++
	case "scheduled", "proposed":
		e.Planned++
	default:
		e.Denied++
	}
	if disputed {
		e.Disputed++
	}
	if day != merge.Unknown {
		e.days.from, e.days.to = min(e.days.from, day), max(e.days.to, day)
	}
}

// overTerms is session.overTerms for what a filter asks for.
func (s *Store) overTerms(ctx context.Context, f Filter, limit int, looked *int, complete *bool, facets []string, do func(merge.Day, []term)) error {
	err := s.read(ctx, func(q *session) error {
		f.After, f.Rejected, f.Newest = "", false, true
		w, err := q.wantedEntries(ctx, &f)
		*complete = true
		if err != nil || w == nil {
			return err
		}
		return q.overTerms(ctx, w, limit, looked, complete, facets, do)
	})
	return s.plain("counting", err)
}

// overTerms walks over the entries that are wanted, the newest first and at most so many,
// and hands do the day of each, where it has one, and those of its terms that are marks or
// of some other facets.
func (q *session) overTerms(ctx context.Context, w *wanted, limit int, looked *int, complete *bool, facets []string, do func(merge.Day, []term)) error {
	named := map[int64]term{}
	err := q.rows(ctx, "SELECT id, facet, value FROM terms WHERE facet IN (SELECT value FROM json_each(?)) AND entries > 0",
		[]any{list(append(slices.Clone(facets), facetMark))}, func(scan scanner) error {
			var id int64
			var t term
			err := scan(&id, &t.facet, &t.value)
			named[id] = t
			return err
		})
	if err != nil {
		return err
	}
	var has []term
	one := func(f *found) error {
		if limit > 0 && *looked == limit {
			*complete = false
			return errStop
		}
		*looked++
		has = has[:0]
		day := f.day
		for _, id := range unpackNumbers(f.terms) {
			if t, ok := named[id]; ok {
				has = append(has, t)
				if t == (term{facetMark, markUndated}) { // it is only sorted under that day
					day = merge.Unknown
				}
			}
		}
		do(day, has)
		return nil
	}
	return stopped(q.withReachingIn(ctx, w, false, one, func() error { return q.each(ctx, &entriesGround, w, one) }))
}
