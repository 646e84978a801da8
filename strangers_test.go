package parley

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

// TestStrangers reads what eleven languages write of persons whom the gazetteer does not
// know: in each story they must be the same two.
func TestStrangers(t *testing.T) {
	data, err := os.ReadFile("testdata/strangers.tsv")
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	first, languages := map[string][]string{}, map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 3 {
			continue
		}
		story, code := cells[0], cells[1]
		languages[code] = true
		published := "2025-03-12"
		got, err := r.Read(context.Background(), record.Document{Text: cells[2], Language: code, Published: &published})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, c := range got.Contacts {
			for _, p := range c.People {
				if p.ID != nil {
					ids = append(ids, *p.ID)
				}
			}
		}
		slices.Sort(ids)
		if len(ids) != 2 {
			t.Errorf("%s in %s: persons %q, want two", story, code, ids)
			continue
		}
		if first[story] == nil {
			first[story] = ids
		}
		if diff := cmp.Diff(first[story], ids); diff != "" {
			t.Errorf("%s in %s: others than in the first language: %s", story, code, diff)
		}
	}
	if len(languages) < 11 || len(first) < 3 {
		t.Errorf("%d languages and %d stories, want 11 and 3", len(languages), len(first))
	}
}
