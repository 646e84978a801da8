package table

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRead(t *testing.T) {
	rows, err := Read("a.tsv", []byte("id\tnames\n# note\nFRA\tFrance; la France\r\nDEU\n"), "id", "names")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"France", "la France"}, rows[0].List(1)); diff != "" {
		t.Error(diff)
	}
	if rows[1].Line != 4 || rows[1].List(1) != nil {
		t.Errorf("second row: %+v", rows[1])
	}
}

func TestReadRefuses(t *testing.T) {
	for in, at := range map[string]string{
		"":                   "a.tsv:1:1:",
		"id\tname\n":         "a.tsv:1:1:",
		"id\tnames\nA\tB\tC": "a.tsv:2:5:",
		"id\tnames\n\tB":     "a.tsv:2:1:",
		"id\tnames\n\xff":    "a.tsv:2:1:",
	} {
		_, err := Read("a.tsv", []byte(in), "id", "names")
		if !errors.Is(err, ErrFormat) || !strings.HasPrefix(err.Error(), at) {
			t.Errorf("Read(%q) = %v, want ErrFormat at %s", in, err, at)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("id\tnames\nFRA\tFrance"))
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := Read("a.tsv", data, "id", "names")
		if err != nil && rows != nil {
			t.Fatal("rows beside an error")
		}
		for _, r := range rows {
			if len(r.Cells) != 2 || r.Cells[0] == "" {
				t.Fatalf("row %+v", r)
			}
		}
	})
}
