package table

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestFolderTellsAllThatIsWrong(t *testing.T) {
	f := Folder{Files: fstest.MapFS{
		"a.tsv": {Data: []byte("id\tname\nFRA\tFrance\n")},
		"b.tsv": {Data: []byte("id\n")},
	}}
	rows := f.Rows("a.tsv", "id", "name")
	if len(rows) != 1 || f.Err() != nil {
		t.Fatalf("%d rows, %v", len(rows), f.Err())
	}
	f.Wrong(rows[0], 1, errors.New("no such state"))
	if rows := f.Rows("b.tsv", "id", "name"); rows != nil {
		t.Errorf("rows of another table: %v", rows)
	}
	f.Rows("c.tsv", "id")
	for _, want := range []error{ErrFormat, fs.ErrNotExist} {
		if !errors.Is(f.Err(), want) {
			t.Errorf("%v is not told in: %v", want, f.Err())
		}
	}
	const first = "a.tsv:2:5: no such state\n"
	if got := f.Err().Error(); got[:min(len(first), len(got))] != first {
		t.Errorf("got %q, want it to begin with %q", got, first)
	}
}
