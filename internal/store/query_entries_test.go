package store

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func TestEntries(t *testing.T) {
	s := small(t)
	l := func(v ...string) []string { return v }
	tests := []struct {
		name string
		f    Filter
		want string
	}{
		{"all, by day", Filter{}, "j-bare i-month g-past a-call d-visit f-long e-off c-talks"},
		{"newest first", Filter{Newest: true}, "c-talks e-off f-long d-visit a-call g-past i-month j-bare"},
		{"the first", Filter{Limit: 2}, "j-bare i-month"},
		{"party", Filter{Parties: l("RUS")}, "c-talks"},
		{"one party or another", Filter{Parties: l("RUS", "EGY")}, "j-bare f-long c-talks"},
		{"one party or another, newest first", Filter{Parties: l("RUS", "EGY"), Newest: true}, "c-talks f-long j-bare"},
		{"between parties", Filter{Parties: l("EGY"), With: l("QAT")}, "j-bare"},
		{"party by name", Filter{Parties: l("turkey")}, "c-talks"},
		{"whole name before part of a name", Filter{Parties: l("Guinea")}, "i-month"},
		{"group", Filter{Parties: l("hamas")}, "i-month"},
		{"person by id", Filter{People: l("Sergey Lavrov")}, "c-talks"},
		{"person by family name", Filter{People: l("lavrov")}, "c-talks"},
		{"person in another script", Filter{People: l("Лавров")}, "c-talks"},
		{"person in another spelling", Filter{People: l("Zelensky")}, "a-call"},
		{"family name first", Filter{People: l("Macron Emmanuel")}, "a-call"},
		{"person by the beginning of a name", Filter{People: l("Zelen*")}, "a-call"},
		{"somebody without an id", Filter{People: l("Fidan")}, "c-talks"},
		{"kind", Filter{Kinds: l("visit")}, "d-visit f-long"},
		{"status", Filter{Statuses: l("scheduled", "cancelled")}, "i-month g-past e-off c-talks"},
		{"topic", Filter{Topics: l("energy")}, "g-past c-talks"},
		{"place", Filter{Places: l("istanbul")}, "c-talks"},
		{"country of the place", Filter{Places: l("EGY")}, "f-long"},
		{"whole outlet", Filter{Outlets: l("le monde")}, "a-call"},
		{"part of an outlet", Filter{Outlets: l("diplomatique")}, "d-visit"},
		{"language", Filter{Languages: l("fr")}, "a-call d-visit"},
		{"about", Filter{About: l("RUS")}, "a-call"},
		{"disputed", Filter{Disputed: true}, "a-call"},
		{"rejected too", Filter{Kinds: l("meeting"), Rejected: true}, "j-bare g-past h-wrong e-off"},
		{"all with rejected", Filter{Rejected: true, To: "2025-03-08"}, "i-month g-past h-wrong"},
		{"rejected by name", Filter{People: l("Lavrov"), Rejected: true}, "h-wrong c-talks"},
		{"days", Filter{From: "2025-03-09", To: "2025-03-12"}, "i-month a-call d-visit f-long"},
		{"days that reach in", Filter{From: "2025-03-16"}, "i-month f-long c-talks"},
		{"days that reach in, newest first", Filter{From: "2025-03-16", Newest: true}, "c-talks f-long i-month"},
		{"up to a day", Filter{To: "2025-03-05"}, "i-month g-past"},

		{"party and kind", Filter{Parties: l("ITA"), Kinds: l("visit")}, "f-long"},
		{"person and topic", Filter{People: l("Macron"), Topics: l("ceasefire")}, "a-call"},
		{"person and a topic that differs", Filter{People: l("Macron"), Topics: l("energy")}, ""},
		{"status and topic", Filter{Statuses: l("scheduled"), Topics: l("energy")}, "g-past c-talks"},
		{"status and days", Filter{Statuses: l("scheduled"), From: "2025-03-10"}, "i-month c-talks"},
		{"place and language", Filter{Places: l("TUR"), Languages: l("ru")}, "c-talks"},
		{"outlet and status", Filter{Outlets: l("Reuters"), Statuses: l("cancelled")}, "e-off"},
		{"outlet and disputed", Filter{Outlets: l("Reuters"), Disputed: true}, "a-call"},

		{"party that is not there", Filter{Parties: l("USA")}, ""},
		{"one of two is not there", Filter{Parties: l("USA", "CHN")}, "d-visit"},
		{"person that is not there", Filter{People: l("Rubio"), Parties: l("RUS")}, ""},
		{"no word of a name", Filter{People: l("?!")}, ""},
		{"a star alone", Filter{People: l("*")}, ""},
		{"a name of too many words", Filter{People: l(strings.Repeat("ab cd ef ", 40))}, ""},
	}
	for _, tt := range tests {
		if got := ids(all(t, s.Entries(t.Context(), tt.f))); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestEntriesRefuses(t *testing.T) {
	s := small(t)
	for _, f := range []Filter{{From: "2025-13-01"}, {To: "yesterday"}, {After: "a-call"}, {After: "soon/a-call"}} {
		for _, err := range s.Entries(t.Context(), f) {
			if !errors.Is(err, ErrFilter) {
				t.Errorf("%+v: error %v, want ErrFilter", f, err)
			}
		}
	}
}

// Pages of every size give each entry once, in the order of all.
func TestEntriesInPages(t *testing.T) {
	s := small(t)
	for _, f := range []Filter{
		{}, {Newest: true}, {Rejected: true}, {From: "2025-03-04"}, {From: "2025-03-04", Newest: true},
		{Statuses: []string{"scheduled", "held"}}, {Statuses: []string{"scheduled", "held"}, Newest: true},
	} {
		want := ids(all(t, s.Entries(t.Context(), f)))
		for size := 1; size < 5; size++ {
			page, got := f, ""
			for page.Limit = size; ; {
				entries := all(t, s.Entries(t.Context(), page))
				if len(entries) == 0 {
					break
				}
				got += " " + ids(entries)
				page.After = Cursor(&entries[len(entries)-1])
			}
			if diff := cmp.Diff(want, strings.TrimSpace(got)); diff != "" {
				t.Errorf("%+v by %d:\n%s", f, size, diff)
			}
		}
	}
}

func TestEntriesStopsWhenToldTo(t *testing.T) {
	s := small(t)
	n := 0
	for _, err := range s.Entries(t.Context(), Filter{}) {
		if n++; n == 3 || err != nil {
			break
		}
	}
	if rest := all(t, s.Entries(t.Context(), Filter{})); n != 3 || len(rest) != 8 {
		t.Errorf("%d entries before the break and %d after it, want 3 and 8", n, len(rest))
	}
}

// A name that nobody in the register has in any form is asked of the world.
func TestEntriesOfWhomTheWorldKnows(t *testing.T) {
	s, path := open(t)
	var readings []record.Reading
	for _, r := range smallReadings() {
		readings = append(readings, *r)
	}
	add(t, s, readings...)
	asked := ""
	known := reopen(t, path, Options{ReadOnly: true, Known: func(name string) ([]string, error) {
		asked += name + ";"
		return map[string][]string{"لافروف": {"Sergey Lavrov", "Nobody"}}[name], nil
	}})
	for name, want := range map[string]string{"لافروف": "h-wrong c-talks", "Lavrov": "h-wrong c-talks", "Rubio": ""} {
		if got := ids(all(t, known.Entries(t.Context(), Filter{People: []string{name}}))); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	if got := statementIDs(all(t, known.Statements(t.Context(), StatementFilter{People: []string{"لافروف"}}))); got != "s3 s4" {
		t.Errorf("statements %q, want those of Lavrov", got)
	}
	if strings.Contains(asked, "Lavrov") {
		t.Errorf("the world was asked for whom the register has: %s", asked)
	}
}

// A name that no document has any more finds nothing, and does not hide those of whose
// name it is a part.
func TestEntriesByNamesThatAreGone(t *testing.T) {
	s, _ := open(t)
	of := func(id, day, place string) record.Reading {
		r := reading(id, "FRA", "TUR", day)
		r.Contacts[0].Place = &record.Place{Name: place}
		return r
	}
	add(t, s, of("a", "2025-03-01", "Villa"), of("b", "2025-04-01", "Villa Madama"))
	found := func() (out []string) {
		for e, err := range s.Entries(t.Context(), Filter{Places: []string{"villa"}}) {
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, e.Members[0].Document)
		}
		return out
	}
	if diff := cmp.Diff([]string{"a"}, found()); diff != "" {
		t.Error(diff)
	}
	add(t, s, of("a", "2025-03-01", "Ankara"))
	if diff := cmp.Diff([]string{"b"}, found()); diff != "" {
		t.Error(diff)
	}
}
