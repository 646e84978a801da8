package store

import (
	"regexp"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/record"
)

// wholeWalk is a step of a plan that walks over all of something; byRow is none, although
// it is told as one: FTS5 looks up a row by its number.
var wholeWalk = regexp.MustCompile(`^SCAN (\w+)`)

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
		if strings.HasPrefix(text, "PRAGMA") {
			continue
		}
		for _, step := range planOf(t, s.writer, text) {
			over := wholeWalk.FindStringSubmatch(step)
			if over != nil && !strings.HasSuffix(step, byRow) && over[1] != "corrections" && over[1] != "chain" && over[1] != "CONSTANT" {
				t.Errorf("%s\nis done by %s", text, step)
			}
		}
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
