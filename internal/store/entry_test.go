package store

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func TestEntryLeadsOn(t *testing.T) {
	d1, d2 := reading("d1", "FRA", "TUR", "2025-03-11"), reading("d2", "FRA", "TUR", "2025-03-11")
	s, _ := open(t)
	add(t, s, d1, d2)
	a, b := d1.Contacts[0].ID, d2.Contacts[0].ID
	first, second := min(a, b), max(a, b)

	// What an id leads to.
	type leads struct {
		Entry, From string
		Successors  []string
	}
	look := func(id string) leads {
		t.Helper()
		f, err := s.Entry(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		l := leads{From: f.RedirectedFrom, Successors: f.Successors}
		if f.Entry != nil {
			l.Entry = f.Entry.ID
		}
		return l
	}
	check := func(what string, want, got leads) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", what, diff)
		}
	}
	check("its own id", leads{Entry: first}, look(first))
	check("the beginning of it", leads{Entry: first}, look(first[:6]))
	check("the id of a contact in it", leads{Entry: first, From: second}, look(second))

	// The contact that gave the entry its id goes, and another takes its place elsewhere.
	owner, other := d1, d2
	if first == b {
		owner, other = d2, d1
	}
	again := reading(owner.Document.ID, "FRA", "TUR", "2025-06-01")
	add(t, s, again)
	left, moved := other.Contacts[0].ID, again.Contacts[0].ID
	want := leads{From: first, Successors: []string{min(left, moved), max(left, moved)}}
	check("an id whose contacts went to two entries", want, look(first))
	add(t, s, reading(owner.Document.ID, "ITA", "ESP", "2025-06-01"))
	check("an id of which one way is left", leads{Entry: left, From: first}, look(first))
	add(t, s, owner)
	check("an id that is there again", leads{Entry: first}, look(first))
}

// TestEntryLeadsOnAndOn follows an id through a document that is read again and again.
func TestEntryLeadsOnAndOn(t *testing.T) {
	s, _ := open(t)
	first, last := reading("d1", "FRA", "TUR", "2025-03-11"), reading("d1", "FRA", "TUR", "2025-03-13")
	for _, r := range []record.Reading{first, reading("d1", "FRA", "TUR", "2025-03-12"), last} {
		add(t, s, r)
	}
	f, err := s.Entry(t.Context(), first.Contacts[0].ID)
	if err != nil || f.Entry == nil || f.Entry.ID != last.Contacts[0].ID || f.RedirectedFrom != first.Contacts[0].ID {
		t.Errorf("found %+v, error %v; want the entry %s", f, err, last.Contacts[0].ID)
	}
}

func TestEntryNotFound(t *testing.T) {
	s, _ := open(t)
	d1 := reading("d1", "FRA", "TUR", "2025-03-11")
	c1, c2 := d1.Contacts[0], call("d1", "ITA", "ESP", "2025-04-11")
	c1.ID, c2.ID = "aaaaaaaa00000001", "aaaaaaaa00000002"
	d1.Contacts, d1.Statements = []record.Contact{c1, c2}, nil
	add(t, s, d1)
	for id, want := range map[string]error{
		"": ErrNotFound, "aaaaa": ErrNotFound, "bbbbbb": ErrNotFound, "ßßßßßß": ErrNotFound, "aaaaaa": ErrAmbiguous, "aaaaaaaa00000001": nil,
	} {
		if _, err := s.Entry(t.Context(), id); !errors.Is(err, want) {
			t.Errorf("%q: error %v, want %v", id, err, want)
		}
	}
	if _, err := s.Document(t.Context(), "d9"); !errors.Is(err, ErrNotFound) {
		t.Errorf("error %v, want %v", err, ErrNotFound)
	}
	if _, err := s.Why(t.Context(), "none"); !errors.Is(err, ErrNotFound) {
		t.Errorf("error %v, want %v", err, ErrNotFound)
	}
}

func TestWhy(t *testing.T) {
	d1, d2 := reading("d1", "FRA", "TUR", "2025-03-11"), reading("d2", "FRA", "TUR", "2025-03-11")
	s, _ := open(t)
	add(t, s, d1, d2)
	why, err := s.Why(t.Context(), min(d1.Contacts[0].ID, d2.Contacts[0].ID))
	if err != nil || len(why) != 2 || why[1].With != why[0].Member {
		t.Errorf("reasons %v, error %v", why, err)
	}
}

func TestDocumentByItsBeginning(t *testing.T) {
	s, _ := open(t)
	one, two := strings.Repeat("ab12cd34", 8), strings.Repeat("ab12cd35", 8)
	add(t, s, reading(one, "FRA", "RUS", "2025-03-10"), reading(two, "FRA", "RUS", "2025-03-10"), reading("ab12c", "FRA", "RUS", "2025-03-10"))
	for id, want := range map[string]string{one: one, "ab12cd34": one, "ab12cd35ab": two, "ab12c": "ab12c"} {
		r, err := s.Document(t.Context(), id)
		if err != nil || r.Document.ID != want {
			t.Errorf("%s: %s, %v", id, r.Document.ID, err)
		}
	}
	for id, want := range map[string]error{"ab12cd3": ErrAmbiguous, "ab12": ErrNotFound, "ffffff": ErrNotFound} {
		if _, err := s.Document(t.Context(), id); !errors.Is(err, want) {
			t.Errorf("%s: %v", id, err)
		}
	}
}
