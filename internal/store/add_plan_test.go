package store

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/record"
)

// wholeWalk is a step of a plan that walks over all of something; byRow is none, although
// it is told as one: FTS5 looks up a row by its number.
var wholeWalk = regexp.MustCompile(`^SCAN (\w+)`)

// walked may be walked over: the log of corrections, and what a statement makes itself.
var walked = []string{"corrections", "chain", "went", "CONSTANT"}

const byRow = "VIRTUAL TABLE INDEX 0:="

// TestAddingWalksOverNoTable asks SQLite how it does what adding, changing and correcting
// ask of it: what they cost must not grow with the register. Only the log of corrections
// is read whole.
func TestAddingWalksOverNoTable(t *testing.T) {
	_, path := open(t)
	s := reopen(t, path, Options{}) // making it goes through all of what is not there yet
	all := made(maker(t, 1, generate.Options{PerDay: 10, Changed: 300}), 60)
	add(t, s, all...)
	again := reading("d1", "FRA", "TUR", "2025-03-12")
	add(t, s, reading("d1", "FRA", "TUR", "2025-03-11"), again)
	correct(t, s, record.Correction{Action: "reject", Contacts: []record.Ref{said(again)}})
	correct(t, s, record.Correction{Action: "undo", Undoes: 1})
	if len(s.writer.statements) < 30 {
		t.Fatalf("only %d statements were run", len(s.writer.statements))
	}
	for text := range s.writer.statements {
		if !strings.HasPrefix(text, "PRAGMA") {
			checkPlan(t, text, planOf(t, s.writer, text))
		}
	}
}

func checkPlan(t *testing.T, text string, steps []string) {
	t.Helper()
	for _, step := range steps {
		over := wholeWalk.FindStringSubmatch(step)
		if over != nil && !strings.HasSuffix(step, byRow) && !slices.Contains(walked, over[1]) {
			t.Errorf("%s\nis done by %s", text, step)
		}
	}
}

// TestLookingUpWalksOverNoTable asks the same of looking up one thing by its id.
func TestLookingUpWalksOverNoTable(t *testing.T) {
	s, _ := open(t)
	d1, d2 := reading("d1", "FRA", "TUR", "2025-03-11"), reading("d2", "FRA", "TUR", "2025-03-11")
	add(t, s, d1, d2)
	add(t, s, reading("d1", "FRA", "TUR", "2025-04-11"))
	ctx, id := t.Context(), said(d2).Contact
	for name, look := range map[string]func() error{
		"an id that leads on":   func() error { _, err := s.Entry(ctx, said(d1).Contact); return err },
		"the beginning of one":  func() error { _, err := s.Entry(ctx, id[:8]); return err },
		"why":                   func() error { _, err := s.Why(ctx, id); return err },
		"a document":            func() error { _, err := s.Document(ctx, "d1"); return err },
		"history":               func() error { _, err := s.History(ctx, "d1"); return err },
		"whether it is changed": func() error { _, err := s.Standing(ctx, d1.Document); return err },
	} {
		if err := look(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	for text, steps := range plans(t, s) {
		checkPlan(t, text, steps)
	}
}

// planOf returns the steps by which SQLite runs a statement.
func planOf(t *testing.T, q *session, text string) []string {
	t.Helper()
	args := make([]any, strings.Count(text, "?"))
	rows, err := q.conn.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+text, args...)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		out = append(out, detail)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
