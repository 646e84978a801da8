package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
)

// guess takes the other sides that the sentence of a contact names, where its
// own words give fewer than two and the sentence names no more than are
// missing; else its persons and office holders, where those are no more. News
// seldom names a state beside a contact for nothing. A verb names one side of
// its own at least; who "spoke of" something spoke to nobody named; and what a
// contact is about tells of none ("discussed the talks").
func (r *reader) guess(m *mention) {
	if len(m.order) > 1 || r.toldBefore(m) || r.amongMembers(m) || m.Summit && m.Adjunct || r.namesBetween(m) {
		return
	}
	if !m.Noun && m.amongThemselves() || m.Kind == "visit" && m.severalUnnamed() { // "the premier met the president", "leaders are expected in"
		return
	}
	if m.Noun && r.topical(m) || !m.Noun && (len(m.order) == 0 || m.Kind == "talk") {
		return
	}
	need := 2 - len(m.order)
	all := r.bystanders(m)
	if len(all) > need {
		all = slices.DeleteFunc(all, func(e entity) bool { return !e.somebody() })
	}
	if len(all) != need {
		return
	}
	for i := range all {
		m.add(all[i], "party")
	}
}

// namesBetween reports whether a noun says between whom it is, so that all its sides are told.
func (r *reader) namesBetween(m *mention) bool {
	n := 0
	for _, p := range m.Participants {
		if a := &r.d.Sentences[p.Sentence].Actors[p.Actor]; m.Noun && a.Rels.Has(language.Between) {
			if n++; a.Plural {
				n++
			}
		}
	}
	return n > 1
}

// amongThemselves reports whether two persons of one side meet.
func (m *mention) amongThemselves() bool {
	n := 0
	for i := range m.entities {
		if e := &m.entities[i]; e.isPerson() && !e.inferred && (e.country() != "" || e.office == "") {
			n++
		}
	}
	return n > 1 && len(m.order) == 1
}

// toldBefore reports whether a mention only speaks again of a contact: "the
// summit", or the occasion that the contact in focus is for.
func (r *reader) toldBefore(m *mention) bool {
	return m.Generic || m.Noun && m.Definite && m.Step == "" && len(r.contacts) > 0 || r.occasionOf(m)
}

// occasionOf reports whether a noun without sides of its own follows the contact
// in focus in its sentence: "will meet X for talks on trade" is one contact.
func (r *reader) occasionOf(m *mention) bool {
	if !m.Noun || len(m.order) > 0 || r.focus == nil || !r.compatibleKind(r.focus, m) {
		return false
	}
	last := r.focus.last()
	return last.Sentence == m.Sentence && last.Cue.First < m.Cue.First && len(last.order) >= 2
}
