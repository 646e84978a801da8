package resolve

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// scene is how many sentences away the journey may be told of that a contact is
// part of, mostGatherings how many summits of a document are looked at.
const scene, mostGatherings = 8, 8

// scene returns the place of a journey or gathering that a contact without a
// place of its own is part of: one told of near it, of the same time, in which
// somebody of the contact takes part, or a summit that its sentence speaks of.
// What stands before goes before what follows, and the nearer before the farther.
func (r *reader) scene(c *contact) (annotate.PlaceMention, bool) {
	m := c.mentions[0]
	if m.Background || record.Steps[c.step] == "denied" {
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
			if k.Sentence == m.Sentence && (r.beforeOrAfter(k) || r.beforeOrAfter(m.Candidate)) {
				continue
			}
			if p, ok := r.whereOf(k); ok && !r.owns(c, k) && r.sameTime(k, c) && r.presentIn(k, c) {
				return p, true
			}
		}
	}
	for _, k := range r.gatherings() {
		if p, ok := r.whereOf(k); ok && !r.owns(c, k) && r.sameTime(k, c) && r.at(k, c) {
			return p, true
		}
	}
	return annotate.PlaceMention{}, false
}

// beforeOrAfter reports whether a mention tells of what came before or after something
// else in its sentence: "met X before flying to Cairo", "avant de s'envoler", "arrived in
// Tokyo after talks with X".
func (r *reader) beforeOrAfter(k *extract.Candidate) bool {
	st := &r.d.Sentences[k.Sentence]
	for i := k.Cue.First - 1; i >= st.First; i-- {
		if r.lx.IsDone(r.d.Toks[i].Form) || !k.Noun && r.lx.AdjunctAt(r.d.Toks, i, st.Last) {
			return true
		}
		switch st.Words[i-st.First].Tag {
		case syntax.Adp, syntax.Aux, syntax.Part, syntax.Pron:
			if k.Noun {
				return false
			}
		case syntax.Det, syntax.Adj, syntax.Num:
			if !k.Noun {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// gatherings returns the first summits of the document that have a place.
func (r *reader) gatherings() []*extract.Candidate {
	if r.summits == nil {
		r.summits = make([]*extract.Candidate, 0, mostGatherings)
		for i := range r.found.Candidates {
			k := &r.found.Candidates[i]
			if _, ok := r.whereOf(k); ok && k.Summit && len(r.summits) < mostGatherings {
				r.summits = append(r.summits, k)
			}
		}
	}
	return r.summits
}

// at reports whether a contact takes place at a summit: its sentence says so, calls the
// summit its occasion, or names the organisation that holds it.
func (r *reader) at(k *extract.Candidate, c *contact) bool {
	holders := map[string]bool{}
	for _, p := range k.Participants {
		if a := &r.d.Sentences[p.Sentence].Actors[p.Actor]; a.Kind == annotate.Organisation {
			holders[a.Of] = true
			if c.roles.of(a.Of) != "" && c.summit {
				return true
			}
		}
	}
	for _, m := range c.mentions {
		st := &r.d.Sentences[m.Sentence]
		if k.Sentence == m.Sentence && k.Cue.First >= m.Cue.Last && r.isVenue(k) {
			return true
		}
		for i := range st.Actors {
			if a := &st.Actors[i]; holders[a.Of] && a.Rels.Has(language.In) {
				return true
			}
		}
		for i := range st.Cues {
			if st.Cues[i].Sense() == language.Occasion {
				return true
			}
		}
	}
	return false
}

// isVenue reports whether the preposition of a noun says that something else went on at what
// it names: "met at the summit".
func (r *reader) isVenue(k *extract.Candidate) bool {
	st := &r.d.Sentences[k.Sentence]
	for i := k.Cue.First - 1; i >= st.First; i-- {
		if rels := st.Rels[i-st.First]; rels != 0 {
			return rels.Has(language.In)
		}
		switch st.Words[i-st.First].Tag {
		case syntax.Det, syntax.Adj, syntax.Num, syntax.ProperNoun:
		default:
			return false
		}
	}
	return false
}

// whereOf returns the place of a candidate in which people meet.
func (r *reader) whereOf(k *extract.Candidate) (best annotate.PlaceMention, ok bool) {
	if g := kindGroup(k.Kind); g != "person" && g != "" || k.Background {
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
	switch a, b := phase(k.Step), phase(c.step); {
	case a == "" || a == b || k.Step == "ongoing":
	case record.Steps[c.step] == "cancelled" && a == "future": // it had been planned
	default:
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
