package store

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/record"
	"github.com/parley-news/parley/world"
)

var theWorld = sync.OnceValues(func() (*gazetteer.World, error) { return gazetteer.Load(world.FS) })

// maker returns a generator of documents.
func maker(t rapid.TB, seed uint64, o generate.Options) *generate.Generator {
	t.Helper()
	w, err := theWorld()
	if err != nil {
		t.Fatal(err)
	}
	g, err := generate.New(seed, w, o)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// made returns the readings of the next documents.
func made(g *generate.Generator, n int) []record.Reading {
	out := make([]record.Reading, n)
	for i := range out {
		out[i] = generate.Reading(g.Next())
	}
	return out
}

// export writes all entries, those too that were rejected, as they are exported: one per
// line, in their order.
func export(t rapid.TB, s *Store) []byte {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	for e, err := range s.Entries(context.Background(), Filter{Rejected: true}) {
		if err != nil {
			t.Fatal(err)
		}
		if err := enc.Encode(e); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

// TestCheckAgain checks a register by the same connection after more was added: the index
// of words is another one then.
func TestCheckAgain(t *testing.T) {
	s, _ := open(t)
	for batch := range slices.Chunk(made(maker(t, 3, generate.Options{PerDay: 20}), 100), 5) {
		add(t, s, batch...)
		if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
			t.Fatalf("%v %v", problems, err)
		}
	}
}
