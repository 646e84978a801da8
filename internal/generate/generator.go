package generate

import (
	"container/heap"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/record"
)

// Generator makes up documents one after the other. It is not safe for concurrent use.
type Generator struct {
	seed      uint64
	opts      Options
	cast      *cast
	languages []*language
	told      []float64 // see shares

	today   time.Time // whose stories come next
	stories int64
	pushed  int64
	pending pending
	latest  map[pair]*story
	lately  map[seat]*story
	taken   map[pair][]time.Time // days of contacts that are not long over
}

// New makes a generator. Errors are those of Options, or of a language's data.
func New(seed uint64, world *gazetteer.World, o Options) (*Generator, error) {
	o, err := o.complete()
	if err != nil {
		return nil, err
	}
	g := &Generator{
		seed: seed, opts: o, told: shares(o.MostTold), today: o.First,
		latest: map[pair]*story{}, lately: map[seat]*story{}, taken: map[pair][]time.Time{},
	}
	for _, code := range o.Languages {
		l, err := loadLanguage(code)
		if err != nil {
			return nil, err
		}
		g.languages = append(g.languages, l)
	}
	for _, id := range g.languages[0].order {
		if world.States[id] == nil {
			return nil, fmt.Errorf("generate: data/%s.tsv: %q is no state of the gazetteer", g.languages[0].code, id)
		}
	}
	g.cast = newCast(world, g.languages[0].order)
	return g, nil
}

// Next returns the next document and what it tells.
func (g *Generator) Next() (record.Document, Truth) {
	for len(g.pending) == 0 || !g.pending[0].due.Before(g.today) {
		for range g.opts.PerDay {
			g.stories++
			r := g.random(uint64(g.stories), 0)
			if s, ok := g.draft(r, g.today); ok {
				g.plan(r, s, g.today)
			}
		}
		g.today = g.today.AddDate(0, 0, 1)
	}
	return g.write(heap.Pop(&g.pending).(*telling))
}

// random is a source of its own for each story and each of its documents.
func (g *Generator) random(story, document uint64) *rand.Rand {
	return rand.New(rand.NewPCG(g.seed, story<<8|document)) // see maxMostTold: fewer than 256
}

// language picks the language of a document.
func (g *Generator) language(r *rand.Rand) *language {
	sum := 0
	for _, l := range g.languages {
		sum += l.Weight
	}
	x := r.IntN(sum)
	i := slices.IndexFunc(g.languages, func(l *language) bool {
		x -= l.Weight
		return x < 0
	})
	return g.languages[i]
}
