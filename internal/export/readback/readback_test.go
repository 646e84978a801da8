// Package readback reads what package export writes with other libraries than those it
// writes with. It is a module of its own, so that these stay out of Parley's. It reads
// the files that the tests of export keep; the truth is their JSON Lines.
package readback

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// entry is what the tests compare of an entry.
type entry struct {
	ID       string   `json:"id"`
	Kind     string   `json:"kind"`
	Status   string   `json:"status"`
	Disputed []string `json:"disputed"`
	Topics   []string `json:"topics"`
	Date     *struct {
		From string `json:"from"`
		To   string `json:"to"`
	} `json:"date"`
	Members []struct {
		URL       *string `json:"url"`
		Published *string `json:"published"`
	} `json:"members"`
	Corrections []json.RawMessage `json:"corrections"`
	Rejected    bool              `json:"rejected"`
}

func file(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "entries", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func entries(t *testing.T) []entry {
	t.Helper()
	var out []entry
	for line := range strings.Lines(string(file(t, "jsonl.jsonl"))) {
		var e entry
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		out = append(out, e)
	}
	if len(out) == 0 {
		t.Fatal("no entry to compare with")
	}
	return out
}

// table is the CSV file, the header first.
func table(t *testing.T) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(file(t, "csv.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCSVHasTheEntries(t *testing.T) {
	rows := table(t)
	want := entries(t)
	if len(rows) != len(want)+1 {
		t.Fatalf("%d rows for %d entries", len(rows)-1, len(want))
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	for i, e := range want {
		row := rows[i+1]
		if row[at["id"]] != e.ID || row[at["kind"]] != e.Kind || row[at["status"]] != e.Status ||
			row[at["disputed"]] != strings.Join(e.Disputed, ";") || row[at["topics"]] != strings.Join(e.Topics, ";") {
			t.Errorf("the row %q is not of the entry %+v", row, e)
		}
	}
}
