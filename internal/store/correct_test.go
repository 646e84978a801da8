package store

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// said is the contact of a reading made by reading.
func said(r record.Reading) record.Ref {
	return record.Ref{Document: r.Document.ID, Contact: r.Contacts[0].ID}
}

func correct(t *testing.T, s *Store, c record.Correction) record.Correction {
	t.Helper()
	c.Author, c.Reason = "Ann", "seen"
	done, err := s.Correct(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func TestCorrect(t *testing.T) {
	d1, d2 := reading("d1", "FRA", "TUR", "2025-03-11"), reading("d2", "FRA", "TUR", "2025-03-11")
	d3 := reading("d3", "FRA", "TUR", "2025-03-20")
	s, _ := open(t)
	add(t, s, d1, d2, d3)
	steps := []struct {
		name string
		do   record.Correction
		want [][]string
	}{
		{"as read", record.Correction{Action: "confirm", Contacts: []record.Ref{said(d1)}}, [][]string{{"d1", "d2"}, {"d3"}}},
		{"merge", record.Correction{Action: "merge", Contacts: []record.Ref{said(d1), said(d2), said(d3)}}, [][]string{{"d1", "d2", "d3"}}},
		{"undo the merge", record.Correction{Action: "undo", Undoes: 2}, [][]string{{"d1", "d2"}, {"d3"}}},
		{"split", record.Correction{Action: "split", Contacts: []record.Ref{said(d1)}, From: []record.Ref{said(d2)}}, [][]string{{"d1"}, {"d2"}, {"d3"}}},
		{"undo the split", record.Correction{Action: "undo", Undoes: 4}, [][]string{{"d1", "d2"}, {"d3"}}},
		{"merge again by undoing what undid", record.Correction{Action: "undo", Undoes: 3}, [][]string{{"d1", "d2", "d3"}}},
	}
	for i, step := range steps {
		done := correct(t, s, step.do)
		if done.ID != int64(i+1) || done.At != "2025-03-14T12:00:00Z" {
			t.Errorf("%s: number %d at %s", step.name, done.ID, done.At)
		}
		if diff := cmp.Diff(step.want, sortedEntries(t, s)); diff != "" {
			t.Errorf("%s:\n%s", step.name, diff)
		}
	}
	log, err := s.Corrections(t.Context())
	if err != nil || len(log) != len(steps) {
		t.Errorf("the log has %d lines, error %v; want %d", len(log), err, len(steps))
	}
}

// TestCorrectionOfOthers: that b is not a sets d free to be a, which e is not: it has an entry
// of its own then, though the correction does not name it.
func TestCorrectionOfOthers(t *testing.T) {
	s, _ := open(t)
	of := map[string]record.Ref{}
	for id, month := range map[string]string{"a": "01", "b": "03", "d": "05", "e": "07"} {
		r := reading(id, "FRA", "TUR", "2025-"+month+"-11")
		add(t, s, r)
		of[id] = said(r)
	}
	merge := func(a, b string) record.Correction {
		return record.Correction{Action: "merge", Contacts: []record.Ref{of[a], of[b]}}
	}
	split := func(a, b string) record.Correction {
		return record.Correction{Action: "split", Contacts: []record.Ref{of[a]}, From: []record.Ref{of[b]}}
	}
	for _, c := range []record.Correction{merge("a", "e"), split("e", "d"), merge("a", "d"), split("d", "b"), merge("a", "b")} {
		correct(t, s, c)
	}
	if diff := cmp.Diff([][]string{{"a", "b", "e"}, {"d"}}, sortedEntries(t, s)); diff != "" {
		t.Error(diff)
	}
	correct(t, s, split("a", "b"))
	if diff := cmp.Diff([][]string{{"a", "d"}, {"b"}, {"e"}}, sortedEntries(t, s)); diff != "" {
		t.Error(diff)
	}
	correct(t, s, record.Correction{Action: "undo", Undoes: 6})
	if diff := cmp.Diff([][]string{{"a", "b", "e"}, {"d"}}, sortedEntries(t, s)); diff != "" {
		t.Error(diff)
	}
}

func TestCorrectRefuses(t *testing.T) {
	d1 := reading("d1", "FRA", "TUR", "2025-03-11")
	tests := []struct {
		name string
		c    record.Correction
		want error
	}{
		{"a contact that is not there", record.Correction{Action: "reject", Contacts: []record.Ref{{Document: "d1", Contact: "none"}}}, ErrNotFound},
		{"a contact of another document", record.Correction{Action: "reject", Contacts: []record.Ref{{Document: "d2", Contact: d1.Contacts[0].ID}}}, ErrNotFound},
		{"undoing what is not there", record.Correction{Action: "undo", Undoes: 7}, ErrNotFound},
		{"undoing twice", record.Correction{Action: "undo", Undoes: 1}, merge.ErrCorrection},
		{"no action", record.Correction{Action: "burn", Contacts: []record.Ref{said(d1)}}, merge.ErrCorrection},
	}
	s, _ := open(t)
	add(t, s, d1)
	correct(t, s, record.Correction{Action: "reject", Contacts: []record.Ref{said(d1)}})
	correct(t, s, record.Correction{Action: "undo", Undoes: 1})
	for _, tt := range tests {
		tt.c.Author, tt.c.Reason = "Ann", "seen"
		if _, err := s.Correct(t.Context(), tt.c); !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.want)
		}
	}
	log, err := s.Corrections(t.Context())
	if err != nil || len(log) != 2 {
		t.Errorf("the log has %d lines, error %v; want 2: what is refused is not written", len(log), err)
	}
}

// What a person said of a contact holds for the one that takes its place when the document
// is read again, and comes back with it.
func TestCorrectionSurvivesReadingAgain(t *testing.T) {
	d1, d2 := reading("d1", "FRA", "TUR", "2025-03-11"), reading("d2", "FRA", "TUR", "2025-05-11")
	s, _ := open(t)
	add(t, s, d1, d2)
	correct(t, s, record.Correction{Action: "merge", Contacts: []record.Ref{said(d1), said(d2)}})
	correct(t, s, record.Correction{Action: "reject", Contacts: []record.Ref{said(d1)}})
	for _, again := range []record.Reading{reading("d1", "FRA", "TUR", "2025-03-12"), d1} {
		add(t, s, again)
		if diff := cmp.Diff([][]string{{"d1", "d2"}}, sortedEntries(t, s)); diff != "" {
			t.Fatal(diff)
		}
		f, err := s.Entry(t.Context(), again.Contacts[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		if !f.Entry.Rejected || len(f.Entry.Corrections) != 2 {
			t.Errorf("rejected %v with %d corrections, want true with 2", f.Entry.Rejected, len(f.Entry.Corrections))
		}
	}
}

// A correction of a contact that nothing took the place of stays in the log, and holds
// again when the contact comes back.
func TestDanglingCorrection(t *testing.T) {
	d1, d2 := reading("d1", "FRA", "TUR", "2025-03-11"), reading("d2", "FRA", "TUR", "2025-05-11")
	s, _ := open(t)
	add(t, s, d1, d2)
	correct(t, s, record.Correction{Action: "merge", Contacts: []record.Ref{said(d1), said(d2)}})
	add(t, s, reading("d1", "ITA", "ESP", "2025-03-11"))
	if diff := cmp.Diff([][]string{{"d1"}, {"d2"}}, sortedEntries(t, s)); diff != "" {
		t.Error(diff)
	}
	problems, err := s.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) != 1 || !problems[0].Note {
		t.Errorf("problems %v, want one note", problems)
	}
	add(t, s, d1)
	if diff := cmp.Diff([][]string{{"d1", "d2"}}, sortedEntries(t, s)); diff != "" {
		t.Error(diff)
	}
}

func TestLogIsNeverChanged(t *testing.T) {
	d1 := reading("d1", "FRA", "TUR", "2025-03-11")
	s, _ := open(t)
	add(t, s, d1)
	correct(t, s, record.Correction{Action: "reject", Contacts: []record.Ref{said(d1)}})
	for _, text := range []string{"DELETE FROM corrections", "UPDATE corrections SET record = '{}'"} {
		if err := s.writer.exec(t.Context(), text); err == nil {
			t.Errorf("%s was done", text)
		}
	}
}
