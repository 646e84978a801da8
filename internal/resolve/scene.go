package resolve

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/extract"
)

// scene is how many sentences away the journey or gathering may be told of that
// a contact is part of.
const scene = 4

// scene returns the place of a journey or gathering that a contact without a
// place of its own is part of: one told of near it, of the same time, in which
// somebody of the contact takes part. What stands before goes before what
// follows, and the nearer before the farther.
func (r *reader) scene(c *contact) (annotate.PlaceMention, bool) {
	m := c.mentions[0]
	if m.Background || phase(c.step) == "off" {
		return annotate.PlaceMention{}, false
	}
	for n := 0; n <= 2*scene; n++ {
		s := m.Sentence - n
		if n > scene {
			s = m.Sentence + n - scene
		}
		if s < 0 || s >= len(r.d.Sentences) {
			continue
		}
		ks := r.candidatesIn(s)
		for i := len(ks) - 1; i >= 0; i-- {
			k := &ks[i]
			if p, ok := r.whereOf(k); ok && !r.owns(c, k) && r.sameTime(k, c) && r.presentIn(k, c) {
				return p, true
			}
		}
	}
	return annotate.PlaceMention{}, false
}

// whereOf returns the place of a candidate in which people meet.
func (r *reader) whereOf(k *extract.Candidate) (best annotate.PlaceMention, ok bool) {
	if g := kindGroup(k.Kind); g != "person" || k.Background {
		return best, false
	}
	rank := 0
	for _, p := range k.Places {
		if n := r.exact(p); n > rank {
			best, rank = p, n
		}
	}
	return best, rank > 0
}

// sameTime reports whether a candidate may be of the time of a contact.
func (r *reader) sameTime(k *extract.Candidate, c *contact) bool {
	if a := phase(k.Step); a != phase(c.step) && a != "" && k.Step != "ongoing" {
		return false
	}
	d, dated := r.bestDate(k)
	e, own := dates.Mention{}, false
	if _, m, x := r.date(c); m != nil {
		e, own = x, true
	}
	return !dated || !own || !d.To.Before(e.From) && !e.To.Before(d.From)
}

// presentIn reports whether a person or the holder of an office takes part in
// both a candidate and a contact.
func (r *reader) presentIn(k *extract.Candidate, c *contact) bool {
	for _, p := range k.Participants {
		if r.bound[p.Sentence] == nil {
			continue
		}
		for _, e := range r.bound[p.Sentence][p.Actor] {
			for j := range c.entities {
				if e.isPerson() && e.same(&c.entities[j]) {
					return true
				}
			}
		}
	}
	return false
}
