package resolve

import (
	"slices"

	"github.com/parley-news/parley/record"
)

// kindGroup names the kinds that can be one contact.
func kindGroup(kind string) string {
	switch kind {
	case "call", "video":
		return "remote"
	case "meeting", "talks", "visit":
		return "person"
	case "letter", "other":
		return kind
	}
	return "" // talk
}

func sameGroup(a, b string) bool {
	return kindGroup(a) == "" || kindGroup(b) == "" || kindGroup(a) == kindGroup(b)
}

// phase orders statuses: what has happened, what is to come, what will not;
// "" when nothing is said.
func phase(step string) string { return phases[step] }

var phases = func() map[string]string {
	out := map[string]string{}
	for step, status := range record.Steps {
		switch status {
		case "held", "ongoing":
			out[step] = "past"
		case "scheduled", "proposed":
			out[step] = "future"
		case "denied", "cancelled":
			out[step] = "off"
		}
	}
	return out
}()

// match finds the contact that a mention speaks of, the latest first.
func (r *reader) match(m *mention) *contact {
	var best *contact
	score := 0
	day, dated := r.bestDate(m.Candidate)
	m.day, m.dated = interval{day.From, day.To}, dated
	first := max(0, len(r.contacts)-maxBack)
	for i := len(r.contacts) - 1; i >= first; i-- {
		if s := r.likeness(r.contacts[i], m); s > score {
			best, score = r.contacts[i], s
		}
	}
	if r.focus != nil && r.focus.number < first {
		if s := r.likeness(r.focus, m); s > score {
			best = r.focus
		}
	}
	if best != nil {
		m.linked = len(m.order) < 2
	}
	return best
}

// likeness says how well a mention fits a contact, 0 when it does not.
func (r *reader) likeness(c *contact, m *mention) int {
	r.d.Steps += 1 + len(c.kinds) + len(c.days) + len(c.entities)
	s := r.sharing(c, m)
	if s == 0 || !r.compatibleKind(c, m) || c.beside(m) || r.otherPhase(c, m) || r.otherTime(c, m) || r.otherPlace(c, m) || r.otherPeople(c, m) {
		return 0
	}
	if len(m.order) < 2 && m.otherGroup(c) {
		return 0 // "Kinshasa and the M23 will go on talking": its sides are these
	}
	if c == r.focus {
		s += 2
	}
	if c.kind == m.Kind {
		s++
	}
	return s
}

// sharing says how well the sides of a mention fit those of a contact.
func (r *reader) sharing(c *contact, m *mention) int {
	shared, extra := 0, 0
	for _, p := range m.order {
		if c.roles[p] != "" {
			shared++
		} else {
			extra++
		}
	}
	switch {
	case extra == 0 && shared == len(c.order):
		return 10
	case len(m.order) <= 1 && extra == 0:
		// A mention without both parties refers back, if it may.
		// So does a verb without an object: "the White House had called first".
		if !(m.Generic || m.Definite || m.Noun || r.recent(c) && m.Cue.Arg("frame") == "tell" && len(m.order) == 1) {
			return 0
		}
		if len(m.order) == 0 && (c != r.focus || m.Foreign || r.ofOthers(c, m)) || m.rulesOut() && phase(c.step) == "future" {
			return 0
		}
		return 4 + shared
	case shared >= 2 && extra == 0 && (m.Generic || m.denier != "" || m.Noun && m.Step == "" && c.last().Sentence == m.Sentence): // "will meet X for talks"
		return 6
	case shared == len(c.order) && shared >= 2:
		return 5
	}
	return 0
}

// ofOthers reports whether an indefinite noun stands in the words of somebody who is
// of no side of a contact: "There is no meeting planned," says one who tells of his own.
func (r *reader) ofOthers(c *contact, m *mention) bool {
	if !m.Noun || m.Definite || m.Owned {
		return false
	}
	for _, sp := range r.speechesOver(m.Sentence) {
		if m.Cue.First < sp.First || m.Cue.Last > sp.Last {
			continue
		}
		if side := r.oneSide(sp.Speakers); side != "" && c.roles[side] == "" {
			return true
		}
	}
	return false
}

// rulesOut reports whether a mention refuses contacts of a kind at large: "ruled out
// any discussion" does not take back what is agreed.
func (m *mention) rulesOut() bool {
	return m.Noun && !m.Definite && !m.Owned && m.Generic && m.Step == "refused"
}

// whole reports whether a noun names a contact by its sides.
func (m *mention) whole() bool { return m.Noun && !m.Generic && len(m.order) >= 2 }

// beside reports whether a sentence that told of a contact by all its sides now
// tells of one of another kind, by all sides again: "talks have stopped since
// the summit between".
func (c *contact) beside(m *mention) bool {
	last := c.last()
	return last.Sentence == m.Sentence && last.whole() && m.whole() && last.Kind != m.Kind && (last.Kind == "talks" || m.Kind == "talks")
}

// recent reports whether a contact is the one in focus, or the last call told of.
func (r *reader) recent(c *contact) bool {
	if c == r.focus {
		return true
	}
	for i := len(r.contacts) - 1; i >= max(0, len(r.contacts)-maxBack); i-- {
		if r.contacts[i].kind == "call" {
			return r.contacts[i] == c
		}
	}
	return false
}

// compatibleKind reports whether a mention's kind can be a contact's. Who spoke
// did not travel or write; "his talks with B" may be the call told of before.
func (r *reader) compatibleKind(c *contact, m *mention) bool {
	if c.kind == "talk" && kindGroup(m.Kind) != "" && kindGroup(m.Kind) != "remote" && m.Kind != "meeting" && m.Kind != "talks" {
		return false
	}
	for _, kind := range c.kinds {
		if !sameGroup(kind, m.Kind) {
			return m.Kind == "talks" && kind == "call" && (m.Generic && len(m.order) < 2 || m.Adjunct && (m.Owned || m.Definite))
		}
	}
	return true
}

// otherPhase reports whether a mention is of another time than a contact: one
// has happened and the other is to come.
func (r *reader) otherPhase(c *contact, m *mention) bool {
	a, b := phase(c.step), phase(m.Step)
	switch {
	case m.Background:
		return true
	case a == "past" && m.origin():
		return false
	case a == "" || b == "" || a == b || m.denier != "" && len(m.order) >= 2:
		return false
	case a == "off" && b == "past":
		return m.StepSure
	case b == "off" && a == "past":
		return c.stepSure
	case b == "off": // what is refused or called off had been proposed or planned
		return false
	case a == "off" && r.headline(c): // the report tells anew what its title sums up
		return false
	case a == "off": // and is so no more
		return m.Open && len(m.order) >= 2 && !(m.Noun && m.Definite)
	}
	return m.StepSure || len(m.order) >= 2 || c.stepSure && !m.Generic
}

// headline reports whether only the title has told of a contact so far.
func (r *reader) headline(c *contact) bool { return r.d.Sentences[c.last().Sentence].Title }

// origin reports whether a mention only tells whose idea a contact was: "the meeting
// had been proposed by B".
func (m *mention) origin() bool {
	if !m.Noun || !m.Definite || m.InitiatorCue == nil || m.StepCue == nil {
		return false
	}
	return m.InitiatorCue.At == m.StepCue.At && record.Steps[m.Step] == "proposed"
}

// otherTime reports whether dates keep a mention and a contact apart.
func (r *reader) otherTime(c *contact, m *mention) bool {
	if m.Step == "moved" {
		return false
	}
	if !m.dated {
		return m.Background && len(m.order) >= 1
	}
	for i := range c.days {
		if o := &c.days[i]; o.to.Before(m.day.from) || m.day.to.Before(o.from) {
			return true
		}
	}
	return false
}

// otherPlace reports whether both are said to take place in cities, and not in
// the same.
func (r *reader) otherPlace(c *contact, m *mention) bool {
	mine := r.town(m)
	if mine == "" || m.Step == "moved" {
		return false
	}
	elsewhere := false
	for _, o := range c.mentions {
		t := r.town(o)
		if t == mine {
			return false
		}
		elsewhere = elsewhere || t != ""
	}
	return elsewhere
}

// town is the city a mention takes place in, "" when it names none.
func (r *reader) town(m *mention) string {
	for _, p := range m.Places {
		if r.exact(p) == city {
			return r.cityOf(r.world.Places[p.Name]).Name
		}
	}
	return ""
}

// visits reports whether a contact is told of as a visit, and not only as a journey.
func (c *contact) visits() bool {
	return slices.ContainsFunc(c.mentions, func(m *mention) bool { return m.Kind == "visit" && m.Cue.Arg("frame") != "go" })
}

// otherPeople reports whether both name persons for one party, and not one in
// common: a call of ministers is not the call of presidents.
func (r *reader) otherPeople(c *contact, m *mention) bool {
	if m.Kind == "letter" && m.Definite { // "the message was handed over by": who carries it is another
		return false
	}
	hosts := c.kind == "visit" && c.visits() && phase(c.step) == "future" && phase(m.Step) == "future" && !m.dated && m.Kind != "visit"
	for _, p := range m.order {
		if hosts && c.roles[p] == "host" { // a guest will meet several of the hosts
			continue
		}
		named, common := false, false
		for i := range m.entities {
			a := &m.entities[i]
			for k := 0; k < len(c.entities) && a.personOf(p); k++ {
				if b := &c.entities[k]; b.personOf(p) {
					named, common = true, common || a.same(b) || (a.inferred || b.inferred) && r.sameOffice(a.office, b.office)
				}
			}
		}
		if named && !common {
			return true
		}
	}
	return false
}

// otherGroup reports whether a mention names a group that is no state as a side,
// and the contact does not.
func (m *mention) otherGroup(c *contact) bool {
	for i := range m.entities {
		group := m.entities[i].group
		if group != "" && !slices.ContainsFunc(c.entities, func(e entity) bool { return e.group == group }) {
			return true
		}
	}
	return false
}

// personOf reports whether an entity is a person of a side.
func (e *entity) personOf(side string) bool { return e.isPerson() && e.country() == side }
