package store

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/record"
)

// counted is what the counting questions should answer, told by going through the entries.
type counted struct {
	kinds, parties, days map[string]int
	pairs                map[string]int
	places               map[string]int
	disputed, total      int
}

func countBy(t *testing.T, s *Store, f Filter) counted {
	t.Helper()
	c := counted{kinds: map[string]int{}, parties: map[string]int{}, days: map[string]int{}, pairs: map[string]int{}, places: map[string]int{}}
	for e, err := range s.Entries(t.Context(), f) {
		if err != nil {
			t.Fatal(err)
		}
		c.total++
		c.kinds[e.Kind]++
		if len(e.Disputed) > 0 {
			c.disputed++
		}
		if first, _ := span(&e); e.Date != nil {
			c.days[first.String()]++
		}
		if e.Place != nil {
			c.places[e.Place.Name]++
		}
		ids := []string{}
		for _, p := range e.Parties {
			ids = append(ids, p.ID)
			c.parties[p.ID]++
		}
		slices.Sort(ids)
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				if len(ids) <= mostCounterparts {
					c.pairs[a+" "+b]++
				}
			}
		}
	}
	return c
}

func byValue(list []FacetCount) map[string]int {
	out := map[string]int{}
	for _, c := range list {
		out[c.Value] = c.Count
	}
	return out
}

func TestCounts(t *testing.T) {
	s, _ := open(t)
	add(t, s, made(maker(t, 3, generate.Options{PerDay: 20}), 300)...)
	for e, err := range s.Entries(t.Context(), Filter{Kinds: []string{"call"}, Limit: 1}) {
		if err != nil {
			t.Fatal(err)
		}
		correct(t, s, record.Correction{Action: "reject", Contacts: []record.Ref{e.Members[0].Ref}})
	}
	all := countBy(t, s, Filter{})
	if all.total < 50 || all.disputed == 0 {
		t.Fatalf("too little to count: %+v", all)
	}
	var most string
	for id, n := range all.parties {
		if n > all.parties[most] || n == all.parties[most] && id < most {
			most = id
		}
	}
	for name, f := range map[string]Filter{
		"all": {}, "calls": {Kinds: []string{"call"}}, "a party": {Parties: []string{most}}, "days": {From: "2000-01-01", To: "2030-12-31"},
		"disputed": {Disputed: true}, "nobody": {Parties: []string{"Nobody at all"}},
	} {
		t.Run(name, func(t *testing.T) {
			want := countBy(t, s, f)
			facets, err := s.Facets(t.Context(), f, 0)
			if err != nil {
				t.Fatal(err)
			}
			if facets.Total != want.total || facets.Disputed != want.disputed || !facets.Complete {
				t.Errorf("%d entries, %d disputed, complete %v; want %d, %d", facets.Total, facets.Disputed, facets.Complete, want.total, want.disputed)
			}
			if diff := cmp.Diff(want.kinds, byValue(facets.Kinds)); diff != "" {
				t.Errorf("kinds (-want +got):\n%s", diff)
			}
			if len(want.parties) <= mostValues {
				if diff := cmp.Diff(want.parties, byValue(facets.Parties), cmpopts.EquateEmpty()); diff != "" {
					t.Errorf("parties (-want +got):\n%s", diff)
				}
			}
			network, err := s.Network(t.Context(), f, 0)
			if err != nil {
				t.Fatal(err)
			}
			nodes, pairs := map[string]int{}, map[string]int{}
			for _, n := range network.Nodes {
				nodes[n.ID] = n.Contacts
			}
			for _, e := range network.Edges {
				pairs[e.From+" "+e.To] = e.Contacts
				if e.Held+e.Planned+e.Denied != e.Contacts || e.First > e.Last {
					t.Errorf("an edge does not add up: %+v", e)
				}
			}
			if diff := cmp.Diff([]map[string]int{want.parties, want.pairs}, []map[string]int{nodes, pairs}); diff != "" {
				t.Errorf("network (-want +got):\n%s", diff)
			}
			places, err := s.Places(t.Context(), f, 0)
			if err != nil {
				t.Fatal(err)
			}
			named := map[string]int{}
			for _, p := range places.Places {
				named[p.Name] += p.Contacts
			}
			if diff := cmp.Diff(want.places, named); diff != "" {
				t.Errorf("places (-want +got):\n%s", diff)
			}
		})
	}
	facets, err := s.Facets(t.Context(), Filter{From: "2000-01-01"}, 10)
	if err != nil || facets.Total != 10 || facets.Complete {
		t.Errorf("counting at most 10: %d, complete %v, %v", facets.Total, facets.Complete, err)
	}
	totals, err := s.Totals(t.Context())
	if err != nil || totals.Entries != all.total || totals.Documents == 0 || totals.Statements == 0 || totals.First == "" || totals.First > totals.Last {
		t.Errorf("totals %+v, %v; want %d entries", totals, err, all.total)
	}
	days, err := s.Days(t.Context(), Filter{From: totals.First, To: totals.First[:4] + "-12-31"})
	if err != nil || len(days) == 0 {
		t.Fatalf("days: %v, %v", days, err)
	}
	for _, d := range days {
		if all.days[d.Day] != d.Contacts {
			t.Errorf("%s: %d contacts, want %d", d.Day, d.Contacts, all.days[d.Day])
		}
	}
	if _, err := s.Days(t.Context(), Filter{From: "2020-01-01", To: "2025-01-01"}); !errors.Is(err, ErrFilter) {
		t.Errorf("five years of days: %v, want ErrFilter", err)
	}
}
