package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parley-news/parley/record"
)

// TestCheckFinds damages a register in one way after the other and asks what check says.
func TestCheckFinds(t *testing.T) {
	tests := []struct{ name, damage, where, says string }{
		{"a text in the index that is another", "DELETE FROM words WHERE rowid = (SELECT min(place) FROM documents)", "document ", "not in the index"},
		{"a reading of another document", "UPDATE documents SET title = 'Another' WHERE document = 'd1'", "document d1", "another document"},
		{"a reading that cannot be read", "UPDATE documents SET reading = x'0102' WHERE document = 'd1'", "document d1", "cannot be read"},
		{"statements that are gone", "DELETE FROM statements WHERE document = (SELECT id FROM documents WHERE document = 'd1')", "document d1", "statements"},
		{"a mention without an entry", "UPDATE mentions SET entry = NULL WHERE id = 1", "mentions", "no entry"},
		{"a mention of another kind", "UPDATE mentions SET features = (SELECT features FROM mentions WHERE id = 3) WHERE id = 1", "document d1", "was changed"},
		{"a key that is gone", "DELETE FROM mention_keys WHERE mention = 1", "document d1", "not found by"},
		{"a key too many", "INSERT INTO mention_keys (key, width, first, last, mention) VALUES ('AAA-BBB', 0, 1, 1, 1)", "mention_keys", "rows"},
		{"a key that leads nowhere", "INSERT INTO mention_keys (key, width, first, last, mention) SELECT key, width, first, last, 99 FROM mention_keys WHERE mention = 1", "entry ", "which is not there"},
		{"a link that is gone", "DELETE FROM links", "entry ", "not linked"},
		{"a link from nowhere", "INSERT INTO links (mention, target, fit) VALUES (99, 1, 60)", "links", "not there"},
		{"an entry that was changed", "UPDATE entries SET record = (SELECT record FROM entries WHERE id = 2) WHERE id = 1", "entry ", "what its documents say"},
		{"an entry on another day", "UPDATE entries SET first = first + 1", "entry ", "what its documents say"},
		{"an entry without a facet", "DELETE FROM facets WHERE entry = 1 AND term = (SELECT id FROM terms WHERE facet = 'party' AND value = 'FRA')", "entry ", "not found by its party"},
		{"an entry with a facet too many", "INSERT INTO facets (term, first, entry) VALUES (1, 5, 1)", "facets", "rows"},
		{"a term miscounted", "UPDATE terms SET entries = entries + 1 WHERE facet = 'party' AND value = 'FRA'", "terms", "miscounted"},
		{"members of another entry", "UPDATE mentions SET entry = 2 WHERE id = 2", "entry ", "other contacts belong"},
		{"an entry of nothing", "INSERT INTO entries (entry, first, last, terms, record) VALUES ('none', 1, 1, x'', x'')", "entry none", "not in the register"},
		{"a document that is not there", "PRAGMA foreign_keys = off; DELETE FROM documents WHERE document = 'd1'", "mentions", "leads to a row of documents"},
		{"a correction that was taken out", "DROP TRIGGER corrections_stay; DELETE FROM corrections WHERE id = 1", "corrections", "taken out"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "r.parley")
			s := reopen(t, path, Options{})
			d1 := reading("d1", "FRA", "TUR", "2025-03-11")
			add(t, s, d1, reading("d2", "FRA", "TUR", "2025-03-11"), reading("d3", "ITA", "ESP", "2025-03-20"))
			correct(t, s, record.Correction{Action: "confirm", Contacts: []record.Ref{said(d1)}})
			correct(t, s, record.Correction{Action: "confirm", Contacts: []record.Ref{said(d1)}})
			if _, err := s.writer.conn.ExecContext(t.Context(), tt.damage); err != nil {
				t.Fatal(err)
			}
			problems, err := s.Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				if strings.HasPrefix(p.Where, tt.where) && strings.Contains(p.What, tt.says) && !p.Note {
					return
				}
			}
			t.Errorf("problems %q, want one of %q that says %q", problems, tt.where, tt.says)
		})
	}
}

// TestCheckDamagedFile overwrites the middle of the file, as a failing disk does.
func TestCheckDamagedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.parley")
	s := reopen(t, path, Options{})
	for n := range 20 {
		add(t, s, twin(n)...)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := len(data) / 4; i < len(data)*3/4; i++ {
		data[i] = 0x5a
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err = Open(t.Context(), path, Options{ReadOnly: true})
	var problems []Problem
	if err == nil {
		problems, err = s.Check(t.Context())
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if err == nil && len(problems) == 0 {
		t.Error("nothing is said of a damaged file")
	}
	if err != nil && !strings.Contains(err.Error(), "damaged") {
		t.Errorf("error %q does not say that the file is damaged", err)
	}
	if len(problems) > maxProblems {
		t.Errorf("%d problems are told, want at most %d", len(problems), maxProblems)
	}
}
