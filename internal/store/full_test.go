package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/parley-news/parley/record"
)

// TestFullDisk adds until there is no room, and asks that all that was added before is there.
func TestFullDisk(t *testing.T) {
	s, path := open(t)
	add(t, s, reading("d0", "FRA", "TUR", "2025-03-11"))
	pages := 0
	if _, err := s.writer.row(t.Context(), "PRAGMA page_count", nil, &pages); err != nil {
		t.Fatal(err)
	}
	limit := func(n int) {
		t.Helper()
		if _, err := s.writer.row(t.Context(), fmt.Sprintf("PRAGMA max_page_count = %d", n), nil, &n); err != nil {
			t.Fatal(err)
		}
	}
	limit(pages + 40)
	added := 1
	var full error
	for full == nil && added < 1000 {
		if _, full = s.Add(t.Context(), readings(reading(fmt.Sprintf("d%d", added), "FRA", "TUR", "2025-03-11"))); full == nil {
			added++
		}
	}
	if !errors.Is(full, ErrFull) || !strings.Contains(full.Error(), path) || added < 2 {
		t.Fatalf("after %d documents: error %v, want %v", added, full, ErrFull)
	}
	count := func(s *Store) (n int) {
		for _, docs := range entries(t, s) {
			n += len(docs)
		}
		return n
	}
	if n := count(s); n != added {
		t.Errorf("%d documents are there, %d were added", n, added)
	}
	sound(t, path)
	limit(1 << 30)
	add(t, s, reading(fmt.Sprintf("d%d", added), "FRA", "TUR", "2025-03-11"))
	if n := count(s); n != added+1 {
		t.Errorf("with room again %d documents are there, %d were added", n, added+1)
	}
}

func readings(r ...record.Reading) []record.Reading { return r }
