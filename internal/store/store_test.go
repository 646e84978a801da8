package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func noon() time.Time { return time.Date(2025, 3, 14, 12, 0, 0, 0, time.UTC) }

// open opens a register in a folder of the test.
func open(t testing.TB) (*Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "r.parley")
	s := reopen(t, path, Options{})
	t.Cleanup(func() {
		if !t.Failed() {
			sound(t, path)
		}
	})
	return s, path
}

// sound fails the test when the register has a problem.
func sound(t testing.TB, path string) {
	t.Helper()
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	problems, err := s.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if !p.Note {
			t.Error(p)
		}
	}
}

func reopen(t testing.TB, path string, o Options) *Store {
	t.Helper()
	o.Now = noon
	s, err := Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func ptr[T any](v T) *T { return &v }

// hash names a contact or a statement the way readings do.
func hash(of string) string {
	sum := sha256.Sum256([]byte(of))
	return hex.EncodeToString(sum[:8])
}

// reading is of a document with one call of two states on a day.
func reading(id, a, b, day string) record.Reading {
	words := "On " + day + " " + a + " and " + b + " spoke about grain, says " + id + "."
	sum := sha256.Sum256([]byte(words))
	r := record.Reading{
		Schema: record.Schema,
		Document: record.Document{
			ID: id, Outlet: ptr("Paper"), Genre: "article", Language: "en", Title: "A call", Published: ptr(day),
			SHA256: hex.EncodeToString(sum[:]), Text: words, Passages: []record.Passage{},
		},
		Divergences: []record.Divergence{}, OnlyOneSide: []record.OneSided{}, Commitments: []record.Commitment{},
		Comments: []record.Comment{}, Warnings: []record.Warning{},
	}
	r.Contacts = []record.Contact{call(id, a, b, day)}
	r.Statements = []record.Statement{{
		ID: hash(id + "s"), Speaker: record.Speaker{ID: ptr("Jane Roe"), Name: "Jane Roe", Type: "person", Country: ptr(a), As: "Roe"},
		Kind: "indirect", Act: "say", Start: 0, End: 10, Text: words[:10], Topics: []string{"food"}, Contacts: []string{r.Contacts[0].ID},
		Via: []record.Source{}, Addressees: []record.Actor{}, About: []record.Actor{}, Evidence: []record.Evidence{},
	}}
	return r
}

func call(id, a, b, day string) record.Contact {
	return record.Contact{
		ID: hash(id + a + b + day), Kind: "call", Mode: "direct", Status: "held", Step: "held", Main: true,
		Parties: []record.Party{{ID: a, Name: a, Type: "state", Role: "party"}, {ID: b, Name: b, Type: "state", Role: "party"}},
		Groups:  []string{}, People: []record.Person{}, About: []record.Actor{}, ReportedBy: [][]record.Source{},
		Accounts: []record.Account{}, Disputed: []string{}, Evidence: []record.Evidence{},
		Date:   &record.Date{From: day, To: day, Basis: "explicit", Text: day},
		Topics: []string{"food"},
	}
}

func add(t testing.TB, s *Store, readings ...record.Reading) []Outcome {
	t.Helper()
	out, err := s.Add(t.Context(), readings)
	if err != nil {
		t.Fatal(err)
	}
	return out.Documents
}

func TestAddTellsOfEntries(t *testing.T) {
	s, _ := open(t)
	for _, c := range []struct {
		reading record.Reading
		want    []Outcome
	}{
		{reading("a", "FRA", "RUS", "2025-03-10"), []Outcome{Added}}, {reading("a", "FRA", "RUS", "2025-03-10"), nil},
		{reading("b", "FRA", "RUS", "2025-03-10"), []Outcome{Changed}}, {reading("c", "FRA", "DEU", "2025-03-10"), []Outcome{Added}},
	} {
		got, err := s.Add(t.Context(), []record.Reading{c.reading})
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, slices.Collect(maps.Values(got.Entries))); d != "" {
			t.Errorf("%s: %s", c.reading.Document.ID, d)
		}
	}
}

// entries returns all entries, by the documents of their members.
func entries(t *testing.T, s *Store) [][]string {
	t.Helper()
	var out [][]string
	for e, err := range s.Entries(context.Background(), Filter{Rejected: true}) {
		if err != nil {
			t.Fatal(err)
		}
		var docs []string
		for _, m := range e.Members {
			docs = append(docs, m.Document)
		}
		out = append(out, docs)
	}
	return out
}

// sortedEntries is entries in the order of their documents.
func sortedEntries(t *testing.T, s *Store) [][]string {
	t.Helper()
	out := entries(t, s)
	for _, docs := range out {
		slices.Sort(docs)
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

func TestAdd(t *testing.T) {
	s, path := open(t)
	first := add(t, s,
		reading("d1", "FRA", "TUR", "2025-03-11"), reading("d2", "FRA", "TUR", "2025-03-11"),
		reading("d3", "FRA", "TUR", "2025-03-20"))
	if diff := cmp.Diff([]Outcome{Added, Added, Added}, first); diff != "" {
		t.Error(diff)
	}
	again := add(t, s, reading("d1", "FRA", "TUR", "2025-03-11"))
	if diff := cmp.Diff([]Outcome{Unchanged}, again); diff != "" {
		t.Error(diff)
	}
	want := [][]string{{"d1", "d2"}, {"d3"}}
	if diff := cmp.Diff(want, entries(t, s)); diff != "" {
		t.Error(diff)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, path, Options{ReadOnly: true})
	if diff := cmp.Diff(want, entries(t, s)); diff != "" {
		t.Error("opened again: ", diff)
	}
	got, err := s.Document(t.Context(), "d2")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(reading("d2", "FRA", "TUR", "2025-03-11"), got); diff != "" {
		t.Error(diff)
	}
}

func TestChange(t *testing.T) {
	s, _ := open(t)
	old := reading("d1", "FRA", "TUR", "2025-03-11")
	add(t, s, old, reading("d2", "FRA", "TUR", "2025-03-11"))
	if diff := cmp.Diff([]Outcome{Changed}, add(t, s, reading("d1", "FRA", "TUR", "2025-04-11"))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([][]string{{"d2"}, {"d1"}}, entries(t, s)); diff != "" {
		t.Error(diff)
	}
	history, err := s.History(t.Context(), "d1")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Version{{Replaced: "2025-03-14T12:00:00Z", Reading: old}}, history); diff != "" {
		t.Error(diff)
	}
}
