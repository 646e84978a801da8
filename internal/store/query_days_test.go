package store

import (
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/record"
)

// TestDays counts by day what has days, what has none and what is rejected: each day that
// has contacts is there, and no other.
func TestDays(t *testing.T) {
	s, _ := open(t)
	add(t, s, made(maker(t, 5, generate.Options{PerDay: 20}), 200)...)
	undated := reading("undated", "FRA", "TUR", "2025-03-11")
	undated.Contacts[0].Date = nil
	gone := reading("gone", "ROU", "MDA", "2025-03-11")
	both := reading("both", "ITA", "GRC", "2025-03-11")
	both.Contacts[0].Date = nil
	add(t, s, undated, gone, both, reading("left", "JPN", "KOR", "2025-03-11"))
	correct(t, s, record.Correction{Action: "reject", Contacts: []record.Ref{said(gone)}})
	correct(t, s, record.Correction{Action: "reject", Contacts: []record.Ref{said(both)}})
	if n := len(countBy(t, s, Filter{}).days); n < 2 {
		t.Fatalf("%d days are too few", n)
	}
	for name, f := range map[string]Filter{"all": {}, "calls": {Kinds: []string{"call"}}, "held": {Statuses: []string{"held"}}} {
		for _, p := range [][2]string{{"2025-01-01", "2025-12-31"}, {"2025-03-11", "2025-03-11"}, {"2024-01-01", "2024-12-31"}} {
			t.Run(name+" from "+p[0], func(t *testing.T) {
				want := map[string]int{}
				for day, n := range countBy(t, s, f).days {
					if day >= p[0] && day <= p[1] {
						want[day] = n
					}
				}
				f := f
				f.From, f.To = p[0], p[1]
				days, err := s.Days(t.Context(), f)
				if err != nil {
					t.Fatal(err)
				}
				got := map[string]int{}
				for _, d := range days {
					got[d.Day] = d.Contacts
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			})
		}
	}
}

// TestCountingWhileAdding counts from fifty goroutines while another one adds: each sees a
// register of one moment, and a revision that never falls.
func TestCountingWhileAdding(t *testing.T) {
	const readers = 50
	s, _ := open(t)
	add(t, s, twin(0)...)
	var reading sync.WaitGroup
	var done atomic.Bool
	for range readers {
		reading.Go(func() {
			var before int64
			for !done.Load() {
				revision, err := s.Revision(t.Context())
				if err != nil || revision < before {
					t.Errorf("revision %d after %d, error %v", revision, before, err)
					return
				}
				before = revision
				facets, err := s.Facets(t.Context(), Filter{Parties: []string{"FRA"}}, 0)
				if err != nil || facets.Total == 0 || len(facets.Kinds) != 1 || facets.Kinds[0].Count != facets.Total {
					t.Errorf("facets %+v, error %v", facets, err)
					return
				}
				network, err := s.Network(t.Context(), Filter{}, 0)
				if err != nil || len(network.Edges) != 1 || network.Edges[0].Contacts != network.Entries {
					t.Errorf("network %+v, error %v", network, err)
					return
				}
			}
		})
	}
	for n := 1; n < 12; n++ {
		if _, err := s.Add(t.Context(), twin(n)); err != nil {
			t.Error(err)
		}
	}
	done.Store(true)
	reading.Wait()
}
