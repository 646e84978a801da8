package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/record"
)

// inherited returns the day that the text around a contact gives it, where none of its own
// words does.
func (r *reader) inherited(c *contact) (*mention, dates.Mention) {
	for _, day := range [...]func(*reader, *contact) (*mention, dates.Mention){
		(*reader).sameDay, (*reader).openingDay, (*reader).tellingDay, (*reader).seriesDay, (*reader).headDay,
	} {
		if m, d := day(r, c); m != nil {
			return m, d
		}
	}
	return nil, dates.Mention{}
}

// sameDay returns the day of what was told just before a contact: with the same sides, or
// when the text goes on with one who took part in that ("then met", "also spoke to"). What
// is agreed on is of the same day where anybody goes on: "travels to A on Monday. He will
// meet B."
func (r *reader) sameDay(c *contact) (*mention, dates.Mention) {
	m := c.mentions[0]
	coming := record.Steps[c.step] == "scheduled"
	if phase(c.step) != "past" && !coming || m.Background {
		return nil, dates.Mention{}
	}
	for s := m.Sentence; s >= max(0, m.Sentence-1); s-- {
		ks := r.candidatesIn(s)
		for i := len(ks) - 1; i >= 0; i-- {
			k := &ks[i]
			if k.Cue.First >= m.Cue.First || phase(k.Step) != phase(c.step) || !r.sameSides(k, c) && !(r.goesOn(k, m) && (coming || r.next(m))) {
				continue
			}
			if d, ok := r.bestDate(k); ok && d.Kind == dates.Day {
				return m, d
			}
		}
	}
	return nil, dates.Mention{}
}

// openingDay returns the day that the opening of the report names, for a contact that its
// title alone tells of, or that it tells of without a day where the opening names somebody
// who takes part.
func (r *reader) openingDay(c *contact) (*mention, dates.Mention) {
	const opening = 4 // sentences
	m := c.mentions[0]
	if !r.d.Sentences[m.Sentence].Title {
		return nil, dates.Mention{}
	}
	alone := r.d.Sentences[c.last().Sentence].Title
	for s := m.Sentence + 1; s < min(len(r.d.Sentences), c.titleEnd(r)+opening); s++ {
		st := &r.d.Sentences[s]
		for _, d := range st.Dates {
			if st.Title || d.Kind != dates.Day || r.dateline(s, d) {
				continue
			}
			d = r.lx.Dates.Resolve(d, r.d.Published, phase(c.step) == "future")
			if d.Resolved && (alone || r.names(s, c) && r.suits(c, d)) {
				return m, d
			}
		}
	}
	return nil, dates.Mention{}
}

// suits reports whether a day may be that of a contact, and not only of what is told of it:
// that on which it was held, or one ahead.
func (r *reader) suits(c *contact, d dates.Mention) bool {
	if record.Steps[c.step] == "scheduled" {
		return r.ahead(d)
	}
	const fresh = 7 // days
	return c.step == "held" && c.kind != "letter" && !r.ahead(d) && (r.d.Published.IsZero() || r.away(d) <= fresh)
}

// titleEnd is the last sentence of a title that tells of a contact.
func (c *contact) titleEnd(r *reader) int {
	end := 0
	for _, m := range c.mentions {
		if r.d.Sentences[m.Sentence].Title {
			end = m.Sentence
		}
	}
	return end
}

// names reports whether a sentence names somebody who takes part in a contact.
func (r *reader) names(s int, c *contact) bool {
	return slices.ContainsFunc(r.bound[s], func(es []entity) bool {
		return slices.ContainsFunc(es, func(e entity) bool { return e.somebody() && contains(c.entities, &e) })
	})
}

// tellingDay returns the day on which somebody told that a contact took place: news of it
// is of the same day. A letter may have been on its way.
func (r *reader) tellingDay(c *contact) (*mention, dates.Mention) {
	if phase(c.step) != "past" || c.kind == "letter" {
		return nil, dates.Mention{}
	}
	for _, m := range c.mentions {
		if m.Background {
			continue
		}
		speeches := r.speechesIn(m.Sentence)
		if m.Adjunct && m.Sentence > 0 {
			speeches = reach(r.found.Speeches, m.Sentence-1, m.Sentence, func(x *extract.Speech) int { return x.Sentence })
		}
		for i := range speeches {
			if d, ok := r.toldOn(c, m, &speeches[i]); ok {
				return m, d
			}
		}
	}
	return nil, dates.Mention{}
}

// toldOn returns the day on which somebody told of a contact, or said the sentence before
// what was said in it: "A warned on Monday that ... The remarks were made in a call to B."
func (r *reader) toldOn(c *contact, m *mention, sp *extract.Speech) (dates.Mention, bool) {
	if sp.When == nil || sp.When.Kind != dates.Day {
		return dates.Mention{}, false
	}
	if sp.Sentence == m.Sentence && (m.Cue.First < sp.First || m.Cue.Last > sp.Last) {
		return dates.Mention{}, false
	}
	if sp.Sentence != m.Sentence && !slices.ContainsFunc(r.refs(sp.Speakers), func(e entity) bool { return e.somebody() && contains(c.entities, &e) }) {
		return dates.Mention{}, false
	}
	d := r.lx.Dates.Resolve(*sp.When, r.d.Published, false)
	return d, d.Resolved
}

// seriesDay returns the day of the last contact of somebody of whom the text goes on to tell
// a further one: "B, too, was received by A".
func (r *reader) seriesDay(c *contact) (*mention, dates.Mention) {
	const back = 20 // contacts
	m := c.mentions[0]
	if phase(c.step) != "past" || m.Background || !r.next(m) {
		return nil, dates.Mention{}
	}
	for i := c.number - 1; i >= max(0, c.number-back); i-- {
		o := r.contacts[i]
		if kindGroup(o.kind) != kindGroup(c.kind) || phase(o.step) != "past" || !o.sharesSomebody(c) {
			continue
		}
		if from, d := r.datedBy(o, func(*mention) bool { return true }); from != nil && d.Kind == dates.Day {
			return m, d
		}
	}
	return nil, dates.Mention{}
}

// headDay returns the day at the head of a report, for what its first sentence tells to have
// happened without a day: "BEIJING, 17 Dec (Agency) - A spoke with B".
func (r *reader) headDay(c *contact) (*mention, dates.Mention) {
	if phase(c.step) != "past" || r.d.Published.IsZero() {
		return nil, dates.Mention{}
	}
	for _, m := range c.mentions {
		if m.Background || !m.StepSure || phase(m.Step) != "past" {
			continue
		}
		if d, ok := r.headOf(m); ok {
			return m, d
		}
	}
	return nil, dates.Mention{}
}

// headOf returns the day at the head of the sentence of a mention, or in a line of its own
// before it.
func (r *reader) headOf(m *mention) (dates.Mention, bool) {
	for s := m.Sentence; s >= max(0, m.Sentence-1); s-- {
		st := &r.d.Sentences[s]
		if s < m.Sentence && len(st.Verbs) > 0 {
			break
		}
		for _, d := range st.Dates {
			if d.Kind == dates.Day && d.Resolved && d.Last <= m.Cue.First && r.dateline(s, d) && !r.ahead(d) && r.away(d) <= 1 {
				return d, true
			}
		}
	}
	return dates.Mention{}, false
}

// sharesSomebody reports whether a person or the holder of an office takes part in two
// contacts.
func (c *contact) sharesSomebody(o *contact) bool {
	for i := range c.entities {
		if e := &c.entities[i]; e.somebody() && contains(o.entities, e) {
			return true
		}
	}
	return false
}

// next reports whether a sentence says that a contact comes beside another.
func (r *reader) next(m *mention) bool {
	st := &r.d.Sentences[m.Sentence]
	for i := st.First; i < st.Last; i++ {
		if r.lx.NextAt(r.d.Toks, i, st.Last) {
			return true
		}
	}
	return false
}

// goesOn reports whether somebody in a candidate takes part in a mention.
func (r *reader) goesOn(k *extract.Candidate, m *mention) bool {
	for _, p := range k.Participants {
		for _, e := range r.bound[p.Sentence][p.Actor] {
			for j := range m.entities {
				if e.same(&m.entities[j]) && e.somebody() {
					return true
				}
			}
		}
	}
	return false
}

// sameSides reports whether a candidate went to another contact between the same
// sides.
func (r *reader) sameSides(k *extract.Candidate, c *contact) bool {
	for _, j := range r.joinedIn(k.Sentence) {
		if j.m.Candidate != k || j.c == c || len(j.c.order) < 2 {
			continue
		}
		n := 0
		for _, id := range j.c.order {
			if c.roles.of(id) != "" {
				n++
			}
		}
		return n >= 2
	}
	return false
}
