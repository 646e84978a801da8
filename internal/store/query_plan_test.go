package store

import (
	"iter"
	"slices"
	"strings"
	"testing"
)

// allowed are the walks over a whole thing that a plan may have: over what a subquery or a
// list gives, and over the documents that the index of words has found.
var allowed = []string{"SCAN c", "SCAN j", "SCAN json_each", "SCAN words VIRTUAL TABLE INDEX", "SCAN CONSTANT ROW", "SCAN (subquery"}

// No query of the common kinds walks over a whole table, or sorts more than it shows.
func TestPlans(t *testing.T) {
	s := small(t)
	l := func(v ...string) []string { return v }
	many := StatementFilter{People: l("Lavrov"), Topics: l("energy")}
	runs := map[string]func() error{
		"entries":          func() error { return drain(s.Entries(t.Context(), Filter{})) },
		"entries by party": func() error { return drain(s.Entries(t.Context(), Filter{Parties: l("RUS", "EGY")})) },
		"entries by much": func() error {
			return drain(s.Entries(t.Context(), Filter{People: l("Lavr*"), Statuses: l("held", "scheduled"), From: "2025-03-01", Newest: true}))
		},
		"upcoming":       func() error { return drain(s.Upcoming(t.Context(), "2025-03-16", Filter{})) },
		"overdue":        func() error { return drain(s.Overdue(t.Context(), "2025-03-16", Filter{})) },
		"statements":     func() error { return drain(s.Statements(t.Context(), StatementFilter{})) },
		"statements of":  func() error { return drain(s.Statements(t.Context(), many)) },
		"positions":      func() error { return drain(s.Positions(t.Context(), "Lavrov", StatementFilter{})) },
		"commitments":    func() error { return drain(s.Commitments(t.Context(), "2025-03-16", CommitmentFilter{})) },
		"commitments of": func() error { return drain(s.Commitments(t.Context(), "2025-03-16", CommitmentFilter{Who: l("BRA")})) },
		"search":         func() error { return drain(s.Search(t.Context(), "meeting", Filter{From: "2025-03-01"})) },
		"search by much": func() error {
			return drain(s.Search(t.Context(), "meeting", Filter{Parties: l("XKX"), Outlets: l("Reuters"), Languages: l("en")}))
		},
		"actors": func() error {
			return drain(s.Actors(t.Context(), ActorFilter{Types: l(TypePerson), Limit: 2, Counterparts: 2}))
		},
		"actor": func() error { return drain(s.Actors(t.Context(), ActorFilter{Who: l("Lavrov")})) },
	}
	for name, run := range runs {
		if err := run(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for text, details := range plans(t, s) {
			if name == "actors" && strings.Contains(text, "ORDER BY 4 DESC") && !strings.Contains(strings.Join(details, "\n"), "terms_actors") {
				t.Errorf("actors are not taken in the order of their counts: %q", details)
			}
			for _, d := range details {
				if strings.HasPrefix(d, "SCAN") && !slices.ContainsFunc(allowed, func(a string) bool { return strings.HasPrefix(d, a) }) {
					t.Errorf("%s: %s\n%s", name, d, text)
				}
			}
		}
	}
}

// drain walks an iterator to its end.
func drain[T any](seq iter.Seq2[T, error]) error {
	for _, err := range seq {
		if err != nil {
			return err
		}
	}
	return nil
}

// plans are those of all statements that were run since it was last called.
func plans(t *testing.T, s *Store) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	q := <-s.idle
	for text := range q.statements {
		if !strings.Contains(text, "SELECT") {
			continue
		}
		out[text] = planOf(t, q, text)
	}
	if err := q.close(); err != nil {
		t.Fatal(err)
	}
	return out
}
