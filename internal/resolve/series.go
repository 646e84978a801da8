package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
)

// A text that tells of one person's contacts one after the other names only the
// other side of each: "The minister met A. In the meeting with B, ...".

// occasionWith returns the actor that a phrase of circumstance before actor i of a
// sentence names as the other side: "In the meeting with B, the two leaders".
func (r *reader) occasionWith(s, i int) *entity {
	as := r.d.Sentences[s].Actors
	ks := r.candidatesIn(s)
	for n := range ks {
		k := &ks[n]
		if k.Noun && k.Adjunct && k.Cue.Last <= as[i].First {
			if e := r.sideOf(k, i); e != nil {
				return e
			}
		}
	}
	return nil
}

// sideOf returns the one side that a contact is said to be with, named before actor
// i, nil when it has others.
func (r *reader) sideOf(k *extract.Candidate, i int) *entity {
	var found *entity
	for _, p := range k.Participants {
		if p.Sentence != k.Sentence || p.Actor == i {
			continue
		}
		if p.Actor > i || len(r.bound[p.Sentence][p.Actor]) != 1 {
			return nil
		}
		e := &r.bound[p.Sentence][p.Actor][0]
		if e.country() == "" || found != nil && found.country() != e.country() {
			return nil
		}
		if found == nil || e.isPerson() {
			found = e
		}
	}
	if len(k.States) > 0 {
		return nil
	}
	return found
}

// pairWith returns the two sides of the contact with one that a sentence sets as
// its scene: those of the contact told of with that side, else that side and the
// one whose contacts the text tells of.
func (r *reader) pairWith(other *entity) []entity {
	if other == nil || r.focus == nil || r.focus.roles.of(other.country()) != "" {
		return nil
	}
	for _, c := range slices.Backward(r.latest()) {
		if c.roles.of(other.country()) != "" && len(c.order) == 2 {
			return with(c.entities, other)
		}
	}
	if e := r.hub(other.country()); e != nil {
		return r.ones.Keep(*e, *other)
	}
	return nil
}

// with adds an entity to several, unless it is among them.
func with(es []entity, e *entity) []entity {
	if contains(es, e) {
		return es
	}
	return append(slices.Clone(es), *e)
}

// hub returns who stands for the side that the last contacts have in common, other
// than one side: of a single contact, who was its subject. Of two that the last have
// in common it is the one that those before have, too.
func (r *reader) hub(other string) *entity {
	n := len(r.contacts)
	if n == 0 {
		return nil
	}
	var found []*entity
	c := r.contacts[n-1]
	for i := range c.entities {
		e := &c.entities[i]
		if id := e.country(); id == "" || id == other || e.kind == annotate.Outlet || n > 1 && r.contacts[n-2].roles.of(id) == "" || n == 1 && !e.subject {
			continue
		}
		found = append(found, e)
	}
	for k := n - 3; k >= max(0, n-maxBack); k-- {
		left := slices.DeleteFunc(slices.Clone(found), func(e *entity) bool { return r.contacts[k].roles.of(e.country()) == "" })
		if len(left) == 0 {
			break
		}
		found = left
	}
	if len(found) == 0 {
		return nil
	}
	return found[0]
}

// inPersonOf returns who took part in the last contacts for the side that an entity is of:
// itself when it is a person, or when there is nobody.
func (r *reader) inPersonOf(e *entity) *entity {
	for k := len(r.contacts) - 1; !e.isPerson() && k >= max(0, len(r.contacts)-maxBack); k-- {
		for i := range r.contacts[k].entities {
			if p := &r.contacts[k].entities[i]; p.isPerson() && p.country() == e.country() {
				return p
			}
		}
	}
	return e
}

// ofTopic adds the side the text is about to a contact that its sentence tells of
// with the other alone: "A meeting with the president of Chad was cancelled".
func (r *reader) ofTopic(m *mention) {
	ahead := len(m.Dates) > 0 && phase(m.Step) == "future" // "The talks with B will be held on Monday" are news
	told := m.StepSure && (ahead || !m.Generic && !m.Definite)
	if !m.Noun || !told && !r.newcomer(m) || !r.oneSided(m) || !r.onlyWith(m) || r.topical(m) {
		return
	}
	for i := range r.d.Sentences[m.Sentence].Actors {
		a := &r.d.Sentences[m.Sentence].Actors[i]
		if a.Rels == 0 && a.Kind != annotate.Outlet && (told || a.First < m.Cue.First) {
			return
		}
	}
	if e := r.whose(m); e != nil {
		m.add(*e, "party")
	}
}

// whose is who has the contacts that a text tells of, where it names only the other side of
// one: whom the last contacts have in common, else whom the last sentences were about.
func (r *reader) whose(m *mention) *entity {
	var e *entity
	if len(r.contacts) > 1 {
		e = r.hub("")
	}
	if e != nil && m.personal() { // somebody who met persons is one
		e = r.inPersonOf(e)
	}
	if e == nil {
		e = r.theme(m)
	}
	if e == nil || m.roles.of(e.country()) != "" {
		return nil
	}
	return e
}

// newcomer reports whether a noun is of an exchange with a person of a side that no contact
// told of so far has: "Dialogue with the Peruvian minister, X, on trade".
func (r *reader) newcomer(m *mention) bool {
	if phase(m.Step) == "future" || m.Adjunct || len(m.order) != 1 || !slices.ContainsFunc(m.entities, func(e entity) bool { return e.isPerson() && !e.inferred }) {
		return false
	}
	return !slices.ContainsFunc(r.contacts, func(c *contact) bool { return c.roles.of(m.order[0]) != "" })
}
