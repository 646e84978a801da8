package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// bystanders returns one entity for each side that the sentence of a mention
// names and that has no part in it yet, persons before others; those who tell of
// it are none.
func (r *reader) bystanders(m *mention) []entity {
	var out []entity
	for i := range r.d.Sentences[m.Sentence].Actors {
		if !r.standsBy(m, i) {
			continue
		}
		for _, e := range r.bound[m.Sentence][i] {
			c := e.country()
			if c == "" || m.roles.of(c) != "" || r.retired(m.Candidate, &e) || r.isCourt(c) {
				continue
			}
			at := slices.IndexFunc(out, func(o entity) bool { return o.country() == c })
			switch {
			case at < 0:
				out = append(out, e)
			case !out[at].isPerson() && (e.isPerson() || out[at].office == ""):
				out[at] = e
			}
		}
	}
	return out
}

// isCourt reports whether a side is a court, which meets nobody by itself: "will not
// negotiate the border outside the ICJ".
func (r *reader) isCourt(id string) bool {
	o := r.world.Organisations[id]
	return o != nil && o.Kind == "court"
}

// standsBy reports whether an actor of the sentence of a mention may take part in it,
// though the grammar does not say so.
func (r *reader) standsBy(m *mention, actor int) bool {
	a := &r.d.Sentences[m.Sentence].Actors[actor]
	switch {
	case a.Kind == annotate.Outlet, where(a), r.onFringe(m.Sentence, a):
		return false
	case r.isMatter(m, a), a.Rels.Has(language.About), a.Possessive && a.Kind == annotate.State: // "China's border"
		return false
	case m.Noun && m.Definite && a.Rels.Has(language.By): // "the visit was announced by"
		return false
	case r.d.InQuote(a.First) != r.d.InQuote(m.Cue.At):
		return false
	}
	return !r.tells(m.Sentence, actor) && !r.withOther(m, actor)
}

// isMatter reports whether an actor completes a noun in what a sentence says behind a
// mention that it is about: "held a meeting to discuss the demands of A".
func (r *reader) isMatter(m *mention, a *annotate.Actor) bool {
	if !a.Rels.Has(language.Of) && !a.Rels.Has(language.Between) {
		return false
	}
	return slices.ContainsFunc(r.candidatesIn(m.Sentence), func(k extract.Candidate) bool {
		return slices.ContainsFunc(k.Matters, func(t extract.Stretch) bool { return m.Cue.Last < t.First && t.First <= a.First && a.First < t.Last })
	})
}

// withOther reports whether an actor is one that something else is with, as a mention is
// with the only side it names: "The deal with A was signed after talks with B".
func (r *reader) withOther(m *mention, actor int) bool {
	return r.d.Sentences[m.Sentence].Actors[actor].Rels.Has(language.With) && len(m.order) > 0 && r.onlyWith(m)
}

// amongMembers reports whether an organisation or several of its officials are
// the only side: they meet one another.
func (r *reader) amongMembers(m *mention) bool {
	if len(m.order) != 1 || m.Kind != "meeting" || r.world.States[m.order[0]] != nil || !(m.Gather || m.Summit) {
		return false
	}
	for i := range m.entities {
		if e := &m.entities[i]; !e.plural && e.somebody() {
			return false
		}
	}
	return true
}

// where reports whether a state or a body stands for the place something is in
// or comes from, or for its people.
func where(a *annotate.Actor) bool {
	switch a.Kind {
	case annotate.State, annotate.Organisation, annotate.Institution:
		return a.Rels.Has(language.In) || a.Rels.Has(language.From) || a.Kind == annotate.State && a.Plural
	}
	return false
}

// onFringe reports whether an actor only names the occasion of something: "in the
// margins of the General Assembly's session".
func (r *reader) onFringe(s int, a *annotate.Actor) bool {
	cues := r.d.Sentences[s].Cues
	for i := range cues {
		if c := &cues[i]; c.Sense() == language.Occasion && c.Last <= a.First && a.First-c.Last <= 2 {
			return true
		}
	}
	return false
}

// topical reports whether a word that opens topics stands shortly before a
// mention.
func (r *reader) topical(m *mention) bool {
	cues := r.d.Sentences[m.Sentence].Cues
	for i := range cues {
		if c := &cues[i]; c.Sense() == language.TopicOf && c.Last <= m.Cue.First && m.Cue.First-c.Last < 8 {
			return true
		}
	}
	return false
}

// tells reports whether an actor of a sentence speaks in it.
func (r *reader) tells(s, actor int) bool {
	for _, sp := range r.speechesIn(s) {
		if slices.Contains(sp.Speakers, extract.Ref{Sentence: s, Actor: actor}) {
			return true
		}
	}
	return false
}

// ofGroup reports whether all states among the sides are those that a group which is
// none meets or talks with.
func (r *reader) ofGroup(m *mention) bool {
	group := false
	for _, p := range m.Participants {
		a := &r.d.Sentences[p.Sentence].Actors[p.Actor]
		switch es := r.bound[p.Sentence][p.Actor]; {
		case len(es) == 1 && es[0].group != "":
			group = group || a.Rels == 0
		case !a.Rels.Has(language.With) && (m.Noun || a.Rels != 0 || a.First < m.Cue.Last):
			return false
		}
	}
	return group && len(m.States) == 0
}

// onlyWith reports whether all sides of a mention are those that somebody talks
// with.
func (r *reader) onlyWith(m *mention) bool {
	for _, p := range m.Participants {
		if a := &r.d.Sentences[p.Sentence].Actors[p.Actor]; !a.Rels.Has(language.With) || r.taking(p.Sentence, a) {
			return false
		}
	}
	return len(m.States) == 0
}

// taking reports whether a preposition that holds a noun says that somebody takes part:
// "with the participation of".
func (r *reader) taking(s int, a *annotate.Actor) bool {
	st := &r.d.Sentences[s]
	const longest = 5 // words of a preposition
	noun := false
	for i := max(a.RelAt+1, st.First); i < min(a.First, a.RelAt+longest); i++ {
		n := i - st.First
		noun = noun || st.Words[n].Tag == syntax.Noun
		if st.RelFirst[n] == a.RelAt && st.Rels[n].Has(language.With) {
			return noun
		}
	}
	return false
}
