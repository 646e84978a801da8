package store

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func TestChanges(t *testing.T) {
	clock := time.Date(2025, 3, 20, 8, 0, 0, 0, time.UTC)
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "r.parley"), Options{Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	revision := func() int64 {
		t.Helper()
		n, err := s.Revision(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	changes := func(limit int) (out []string) {
		t.Helper()
		for c, err := range s.Changes(t.Context(), limit) {
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, c.At+" "+string(c.What)+" "+c.Entry.Members[0].Document)
		}
		return out
	}
	empty := revision()
	d1, d2 := reading("d1", "FRA", "TUR", "2025-03-11"), reading("d2", "ROU", "MDA", "2025-03-12")
	add(t, s, d1)
	first := revision()
	clock = clock.Add(time.Hour)
	add(t, s, d2)
	second := revision()
	if first <= empty || second <= first {
		t.Errorf("adding twice gave the revisions %d and %d after %d", first, second, empty)
	}
	add(t, s, d2)
	if n := revision(); n != second {
		t.Errorf("adding the same again gave revision %d after %d", n, second)
	}
	want := []string{"2025-03-20T09:00:00Z added d2", "2025-03-20T08:00:00Z added d1"}
	if diff := cmp.Diff(want, changes(0)); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	clock = clock.Add(time.Hour)
	correct(t, s, record.Correction{Action: "set", Contacts: []record.Ref{said(d1)}, Field: "place", Value: "Lyon"})
	if n := revision(); n <= second {
		t.Errorf("correcting gave revision %d after %d", n, second)
	}
	want = []string{"2025-03-20T10:00:00Z changed d1", "2025-03-20T09:00:00Z added d2"}
	if diff := cmp.Diff(want, changes(0)); diff != "" {
		t.Errorf("changes after a correction (-want +got):\n%s", diff)
	}
	if got := changes(1); len(got) != 1 {
		t.Errorf("a limit of 1 gave %d changes", len(got))
	}
	correct(t, s, record.Correction{Action: "reject", Contacts: []record.Ref{said(d1)}})
	if diff := cmp.Diff(want[1:], changes(0)); diff != "" {
		t.Errorf("changes after a rejection (-want +got):\n%s", diff)
	}
}
