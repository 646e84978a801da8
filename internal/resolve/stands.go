package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
)

// stands reports whether a mention makes a contact of its own: two parties at
// least, or one and an unnamed or unknown other side.
func (r *reader) stands(m *mention) bool {
	if m.Generic && m.Noun && m.Step == "ongoing" { // "wish to keep up the dialogue"
		return false
	}
	if m.Kind == "visit" && m.Noun && m.Adjunct && r.focus != nil && r.focus.last().Sentence == m.Sentence && r.focus.sameSides(m) && phase(r.focus.step) == phase(m.Step) {
		return false // "met X after his arrival on Sunday"
	}
	if m.Pointed && len(r.contacts) > 0 || m.Supposed || m.Kind == "visit" && (!m.travelled() || m.moves() && !m.journey()) {
		return false // hosts of an unnamed visitor do not visit one another
	}
	if r.format(m) || m.Cue.Entry.Cue.Is("dated") && !m.onDay() && len(m.Places) == 0 {
		return false
	}
	if len(m.order) >= 2 {
		return !r.ofGroup(m) && !r.oneEnd(m)
	}
	if len(m.order) == 0 || m.Generic && !m.StepSure {
		return false
	}
	if r.assembly(m) || m.Noun && m.Summit && !m.Adjunct && (m.StepSure || m.dated) && r.ofOrganisation(m) { // its members meet
		return true
	}
	// "The Prime Minister spoke to the President of Türkiye": whose is not said
	return m.StepSure && len(r.contacts) == 0 && !r.d.Sentences[m.Sentence].Title && r.untold(m)
}

// oneEnd reports whether all the sides are those that somebody talks with of whom no state
// is told, or has letters from: "the minister spoke with A and B".
func (r *reader) oneEnd(m *mention) bool {
	with := map[string]bool{}
	for _, p := range m.Participants {
		a := &r.d.Sentences[p.Sentence].Actors[p.Actor]
		for _, e := range r.bound[p.Sentence][p.Actor] {
			far := a.Rels.Has(language.With) || m.Kind == "letter" && (a.Rels.Has(language.From) || a.Rels.Has(language.Of))
			if !far && e.country() != "" || r.taking(p.Sentence, a) {
				return false
			}
			with[e.country()] = true
		}
	}
	return len(m.States) == 0 && !slices.ContainsFunc(m.order, func(id string) bool { return !with[id] })
}

// format reports whether a noun with a capital only names what goes on between states
// at large: "praised the Strategic Dialogue of A and B".
func (r *reader) format(m *mention) bool {
	st := &r.d.Sentences[m.Sentence]
	if !m.Noun || m.Kind != "talks" || m.Step != "" || m.dated || st.Title || m.Cue.First == st.First {
		return false
	}
	for i := m.Cue.First; i < m.Cue.Last; i++ {
		if !r.d.Toks[i].Upper {
			return false
		}
	}
	return true
}

// untold reports whether a head of state or government takes part whose state is
// not told, as in the readouts of their own offices.
func (r *reader) untold(m *mention) bool {
	return slices.ContainsFunc(m.entities, func(e entity) bool {
		o := r.world.Offices[e.office]
		return o != nil && o.Summit && !e.isPerson() && !e.plural && e.country() == ""
	})
}

// assembly reports whether the members of an organisation meet, and the text
// says how far that got: "a NATO summit is planned".
func (r *reader) assembly(m *mention) bool {
	seated := m.Kind == "talk" && m.Gather && len(m.Places) > 0 // "the ministers conferred in Brussels"
	if m.Kind != "meeting" && m.Kind != "video" && !seated || m.Generic && (m.Definite || !m.dated) || r.world.States[m.order[0]] != nil || r.onlyWith(m) || m.amongThemselves() {
		return false
	}
	return m.Noun && (m.StepSure || m.Future && m.dated) || m.Gather || m.Summit && m.Cue.Arg("frame") == "host"
}
