package generate

import (
	"container/heap"
	"math"
	"math/rand/v2"
	"sort"
	"time"
)

// telling is a document yet to be written: what it tells, and as which step.
type telling struct {
	story     *story
	index     int // among the documents of the story
	step      string
	published time.Time
	// due is the day on which it comes: that of publication, later when it comes again
	// with another text.
	due   time.Time
	again bool
	// at orders those of one day.
	at int64
}

// pending holds tellings, those that are due first on top.
type pending []*telling

func (p pending) Len() int { return len(p) }
func (p pending) Less(i, j int) bool {
	if !p[i].due.Equal(p[j].due) {
		return p[i].due.Before(p[j].due)
	}
	return p[i].at < p[j].at
}
func (p pending) Swap(i, j int) { p[i], p[j] = p[j], p[i] }
func (p *pending) Push(x any)   { *p = append(*p, x.(*telling)) }
func (p *pending) Pop() any {
	last := len(*p) - 1
	x := (*p)[last]
	(*p)[last] = nil
	*p = (*p)[:last]
	return x
}

// falls is how fast the number of contacts falls off with the number of documents that
// tell of one: as its power.
const falls = 1.9

// shares sums up how likely it is that up to so many documents tell of a contact.
func shares(most int) []float64 {
	out := make([]float64, most)
	sum := 0.0
	for n := range out {
		sum += math.Pow(float64(n+1), -falls)
		out[n] = sum
	}
	for n := range out {
		out[n] /= sum
	}
	return out
}

// plan decides which documents tell of a contact, and when.
func (g *Generator) plan(r *rand.Rand, s *story, today time.Time) {
	n := 1 + sort.SearchFloat64s(g.told, r.Float64())
	for i := range n {
		t := &telling{story: s, index: i, step: s.end}
		t.published = t.dayOf(r, n, today)
		t.due = t.published
		g.push(t)
		if r.IntN(1000) < g.opts.Changed {
			again := *t
			again.again, again.due = true, t.due.AddDate(0, 0, 1+r.IntN(3))
			g.push(&again)
		}
	}
}

func (g *Generator) push(t *telling) {
	t.at = g.pushed
	g.pushed++
	heap.Push(&g.pending, t)
}

// dayOf decides on which day the telling is published, and as what it tells the contact
// if that is not over by then.
func (t *telling) dayOf(r *rand.Rand, of int, today time.Time) time.Time {
	s := t.story
	ahead := int(s.day.Sub(today).Hours() / 24)
	early := s.announced && (t.index == 0 && of > 1 || r.IntN(4) == 0)
	switch {
	case s.end == "scheduled":
		return today.AddDate(0, 0, r.IntN(ahead))
	case early:
		t.step = "scheduled"
		return today.AddDate(0, 0, r.IntN(max(1, ahead-1)))
	case s.end == "cancelled":
		return s.day.AddDate(0, 0, -r.IntN(2))
	}
	after := 0
	switch x := r.IntN(100); {
	case x < 45:
	case x < 80:
		after = 1
	case x < 90:
		after = 2
	case x < 97:
		after = 3 + r.IntN(8)
	default: // a look back
		after = 30 + r.IntN(270)
	}
	return s.day.AddDate(0, 0, after)
}
