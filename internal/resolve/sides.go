package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
)

// occasionOf reports whether a noun without sides of its own follows the contact
// in focus in its sentence: "will meet X for talks on trade" is one contact.
func (r *reader) occasionOf(m *mention) bool {
	if !m.Noun || len(m.order) > 0 || r.focus == nil || !r.compatibleKind(r.focus, m) {
		return false
	}
	last := r.focus.last()
	return last.Sentence == m.Sentence && last.Cue.First < m.Cue.First && len(last.order) >= 2
}

// guess takes the other sides that the sentence of a contact names, where its
// own words give fewer than two and the sentence names no more than are
// missing; else its persons and office holders, where those are no more. News
// seldom names a state beside a contact for nothing. A verb names one side of
// its own at least; who "spoke of" something spoke to nobody named; and what a
// contact is about tells of none ("discussed the talks").
func (r *reader) guess(m *mention) {
	if r.amongMembers(m) || m.Summit && m.Adjunct || !m.Noun && (len(m.order) == 0 || m.Kind == "talk") || m.Noun && r.topical(m) {
		return
	}
	need := 2 - len(m.order)
	all := r.bystanders(m)
	if len(all) > need {
		all = slices.DeleteFunc(all, func(e entity) bool { return !e.isPerson() && e.office == "" })
	}
	if len(all) != need {
		return
	}
	for i := range all {
		m.add(all[i], "party")
	}
}

// bystanders returns one entity for each side that the sentence of a mention
// names and that has no part in it yet, persons before others; those who tell of
// it are none.
func (r *reader) bystanders(m *mention) []entity {
	var out []entity
	for i := range r.d.Sentences[m.Sentence].Actors {
		a := &r.d.Sentences[m.Sentence].Actors[i]
		if a.Kind == annotate.Outlet || a.Rels.Has(language.About) || where(a) || r.onFringe(m.Sentence, a) || r.d.InQuote(a.First) != r.d.InQuote(m.Cue.At) || r.tells(m.Sentence, i) {
			continue
		}
		for _, e := range r.bound[m.Sentence][i] {
			c := e.country()
			if c == "" || m.roles[c] != "" {
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

// amongMembers reports whether an organisation or several of its officials are
// the only side: they meet one another.
func (r *reader) amongMembers(m *mention) bool {
	if len(m.order) != 1 || m.Kind != "meeting" || r.world.States[m.order[0]] != nil || !(m.Gather || m.Summit) {
		return false
	}
	for i := range m.entities {
		if e := &m.entities[i]; !e.plural && (e.isPerson() || e.office != "") {
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

// hosted reports whether the country where a contact takes place is the other
// side of it, where the text names but one: of a journey always, of talks and
// meetings when that side holds them and a capital is where it holds them.
func (r *reader) hosted(m *mention) bool {
	switch m.Kind {
	case "visit":
		return true
	case "meeting", "talks", "talk":
	default:
		return false
	}
	if m.Generic && !m.StepSure || !m.Noun && m.Cue.Arg("frame") != "receive" && !m.unplaced() || r.ofOrganisation(m) {
		return false
	}
	for i := range m.entities {
		if m.entities[i].group != "" {
			return false
		}
	}
	for _, p := range m.Places {
		if w := r.world.Places[p.Name]; w != nil && w.Kind == "capital" {
			return true
		}
	}
	return false
}

// onlyWith reports whether all sides of a mention are those that somebody talks
// with.
func (r *reader) onlyWith(m *mention) bool {
	for _, p := range m.Participants {
		if !r.d.Sentences[p.Sentence].Actors[p.Actor].Rels.Has(language.With) {
			return false
		}
	}
	return len(m.States) == 0
}

// teller adds the side that speaks of "talks with X": its own.
func (r *reader) teller(m *mention) {
	with := false
	for _, p := range m.Participants {
		with = with || r.d.Sentences[p.Sentence].Actors[p.Actor].Rels.Has(language.With)
	}
	if !with && len(m.initiators) == 0 && !m.FirstPerson {
		return
	}
	speeches := r.speechesOver(m.Sentence)
	for i := range speeches {
		sp := &speeches[i]
		if m.Cue.First < sp.First || m.Cue.Last > sp.Last || len(sp.Speakers) != 1 {
			continue
		}
		for _, e := range r.refs(sp.Speakers) {
			if c := e.country(); c == "" || m.roles[c] != "" {
				continue
			}
			if m.FirstPerson {
				m.add(e, "party")
			} else {
				m.party(e.country(), "party")
			}
		}
	}
}

// owner adds whom a possessive stands for: the last actor before the mention.
func (r *reader) owner(m *mention) {
	part := "party"
	if m.Kind == "visit" {
		part = "guest"
	}
	st := &r.d.Sentences[m.Sentence]
	for i := len(st.Actors) - 1; i >= 0; i-- {
		if a := &st.Actors[i]; a.Last <= m.Cue.First && (a.Rels == 0 || a.Rels.Has(language.By)) {
			for _, e := range r.bound[m.Sentence][i] {
				m.add(e, part)
			}
			return
		}
	}
	if n := len(r.salient); n > 0 {
		m.add(*r.salient[n-1], part)
	}
}
