package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
)

// joint returns who speaks together: the speakers of the last statement when
// they were several, else one for each side of what the words were bound to,
// persons before states.
func (r *reader) joint(sp *extract.Speech, es []entity) []entity {
	if prev := r.lastStatement(); prev != nil && !prev.sp.Title && r.begins(sp)-prev.until <= 1 && (len(prev.speakers) > 1 || ofMany(prev.speakers)) {
		return prev.speakers
	}
	if sides(es) > 2 { // "the three ministers"
		return personsFirst(es)
	}
	if r.focus != nil && len(r.focus.order) == 2 {
		if pair := r.persons(r.focus); len(pair) == 2 {
			return pair
		}
	}
	if a := &r.d.Sentences[sp.Sentence].Actors[sp.Speakers[0].Actor]; a.Kind == annotate.Both && a.Rank != "side" && a.Rank != "country" {
		for _, c := range slices.Backward(r.latest()) { // people, so not the states of the last contact
			if pair := r.persons(c); len(pair) == 2 {
				return pair
			}
		}
	}
	return personsFirst(es)
}

// ofMany reports whether the only speaker is several people of one office: "the foreign
// ministers of the G7".
func ofMany(es []entity) bool {
	return len(es) == 1 && es[0].kind == annotate.OfficeHolder && es[0].plural
}

// sides counts those of whom entities are.
func sides(es []entity) int {
	of := map[string]bool{}
	for i := range es {
		of[es[i].country()] = true
	}
	return len(of)
}

// personsFirst leaves out the states whose persons are named.
func personsFirst(es []entity) []entity {
	has := map[string]bool{}
	for i := range es {
		if es[i].isPerson() {
			has[es[i].country()] = true
		}
	}
	var out []entity
	for _, e := range es {
		if e.isPerson() || !has[e.country()] {
			out = append(out, e)
		}
	}
	return out
}

// persons returns the one person who takes part in a contact for each of its
// parties, nil when a party has none or several.
func (r *reader) persons(c *contact) []entity {
	var out []entity
	for _, id := range c.order {
		n := 0
		for _, e := range c.entities {
			if e.isPerson() && e.country() == id {
				out = append(out, e)
				n++
			}
		}
		if n != 1 {
			return nil
		}
	}
	return out
}

// colleagues returns who "the prime ministers" are: those who spoke together
// last or the persons of the contact in focus, where all hold the office.
func (r *reader) colleagues(sp *extract.Speech, office string) []entity {
	var pairs [][]entity
	if prev := r.lastStatement(); prev != nil && !prev.sp.Title && r.begins(sp)-prev.until <= 3 {
		pairs = append(pairs, prev.speakers)
	}
	if r.focus != nil {
		pairs = append(pairs, r.persons(r.focus))
	}
	for _, pair := range pairs {
		if len(pair) > 1 && !slices.ContainsFunc(pair, func(e entity) bool { return !e.isPerson() || !r.sameOffice(office, e.office) }) {
			return pair
		}
	}
	return nil
}

// pluralBefore returns who a plural pronoun takes up from its own sentence:
// several people of one side who stand there as a subject, nil when none do.
func (r *reader) pluralBefore(ref extract.Ref) []entity {
	st := &r.d.Sentences[ref.Sentence]
	for i := ref.Actor - 1; i >= 0; i-- {
		a := &st.Actors[i]
		if a.Plural && a.Rels == 0 && a.Kind != annotate.Pronoun && a.Kind != annotate.Both && len(r.bound[ref.Sentence][i]) == 1 {
			return r.bound[ref.Sentence][i]
		}
	}
	return nil
}
