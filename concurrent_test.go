package parley

import (
	"context"
	"encoding/json"
	"sync"
	"testing"

	"github.com/parley-news/parley/internal/sample"
	"github.com/parley-news/parley/record"
)

// A reader keeps what it worked out of words: what it says of a document must
// not depend on what was read before or beside it.
func TestReadingSideBySide(t *testing.T) {
	docs := benchCorpus(t, sample.Languages(t)...)[:24]
	read := func(r *Reader, d record.Document) string {
		got, err := r.Read(context.Background(), d)
		if err != nil {
			t.Error(err)
		}
		out, err := json.Marshal(got)
		if err != nil {
			t.Error(err)
		}
		return string(out)
	}
	one, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	other, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	want := make([]string, len(docs))
	for i, d := range docs {
		want[i] = read(one, d)
	}
	var wait sync.WaitGroup
	for worker := range 4 {
		wait.Go(func() {
			for i := range docs {
				i = (i*5 + worker) % len(docs) // each in an order of its own
				if got := read(other, docs[i]); got != want[i] {
					t.Errorf("document %d is read in two ways", i)
				}
			}
		})
	}
	wait.Wait()
}
