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
	if other == nil || r.focus == nil || r.focus.roles[other.country()] != "" {
		return nil
	}
	for _, c := range slices.Backward(r.latest()) {
		if c.roles[other.country()] != "" && len(c.order) == 2 {
			return with(c.entities, other)
		}
	}
	if e := r.hub(other.country()); e != nil {
		return []entity{*e, *other}
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
		if id := e.country(); id == "" || id == other || e.kind == annotate.Outlet || n > 1 && r.contacts[n-2].roles[id] == "" || n == 1 && !e.subject {
			continue
		}
		found = append(found, e)
	}
	for k := n - 3; k >= max(0, n-maxBack); k-- {
		left := slices.DeleteFunc(slices.Clone(found), func(e *entity) bool { return r.contacts[k].roles[e.country()] == "" })
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
