package resolve

import (
	"cmp"
	"slices"

	"github.com/parley-news/parley/record"
)

// compatibleKind reports whether a mention's kind can be a contact's. Who spoke
// did not travel or write; "his talks with B" may be the call told of before.
func (r *reader) compatibleKind(c *contact, m *mention) bool {
	guest := m.Beside && c.last().Sentence == m.Sentence && c.sameSides(m) // "spoke with A, on a visit to B"
	if c.kind == "talk" && kindGroup(m.Kind) != "" && kindGroup(m.Kind) != "remote" && m.Kind != "meeting" && m.Kind != "talks" && !guest {
		return false
	}
	if c.kind == "talk" && kindGroup(m.Kind) == "remote" && len(c.towns) > 0 { // who spoke in Doha met there
		return false
	}
	if c.kind == "letter" && m.Kind == "talk" && !m.Noun && !m.Generic { // who is consulted gets no letter
		return false
	}
	for _, kind := range c.kinds {
		if !sameGroup(kind, m.Kind) && !r.sameForm(c, kind, m) {
			return false
		}
	}
	return true
}

// sameForm reports whether a mention only calls by another name what a contact was
// called.
func (r *reader) sameForm(c *contact, kind string, m *mention) bool {
	switch {
	case kind == "other" || m.Kind == "other": // whose form is told elsewhere
		return len(m.order) >= 2 && r.samePhase(c, m)
	case m.Kind == "letter" && !m.Noun && m.Cue.Arg("frame") != "hand": // "gave him his congratulations" there
		return c == r.focus && c.sameSides(m) && r.samePhase(c, m) && !m.dated
	case kind == "talks" && kindGroup(m.Kind) == "remote": // of which the title did not say how they were held
		return r.headline(c)
	case kind == "video" && m.Kind == "meeting":
		return len(m.Places) == 0
	case kind == "call" && m.Kind == "talks":
		return m.Generic && len(m.order) < 2 || m.Adjunct && (m.Owned || m.Definite)
	}
	return false
}

// samePhase reports whether a contact and a mention have got equally far; of what
// nothing is said has happened.
func (r *reader) samePhase(c *contact, m *mention) bool {
	return cmp.Or(phase(c.step), "past") == cmp.Or(phase(m.Step), "past")
}

// otherPhase reports whether a mention is of another time than a contact: one
// has happened and the other is to come.
func (r *reader) otherPhase(c *contact, m *mention) bool {
	a, b := phase(c.step), phase(m.Step)
	switch {
	case m.Background:
		return true
	case a == "past" && r.beforehand(m), b == "past" && c.foretold():
		return false
	case a == "" || b == "" || a == b || m.denier != "" && (len(m.order) >= 2 || m.Such):
		return false
	case a == "off" && b == "past":
		return m.StepSure && !c.claimed(m)
	case b == "off" && a == "past":
		return c.stepSure
	case b == "off": // what is refused or called off had been proposed or planned
		return c.journeys() && m.Noun && !m.Definite && !m.Generic && m.Kind != "visit" // "hopes to visit A after talks were put off"
	case a == "off" && r.headline(c): // the report tells anew what its title sums up
		return false
	case a == "off" && b == "future" && c.step == "said-not-to-have-happened" && len(m.order) >= 2: // what is to come is another
		return true
	case a == "off": // and is so no more
		return m.Open && len(m.order) >= 2 && !(m.Noun && m.Definite)
	}
	if a == "future" && b == "past" && r.verblessTitle(c) { // "Zelensky in Paris to meet Macron"
		return false
	}
	if a == "past" && m.Step != "agreed" && r.partOfVisit(c, m) { // what is agreed in a visit comes after it
		return false
	}
	return m.StepSure || len(m.order) >= 2 || c.stepSure && !m.Generic
}

// claimed reports whether a mention tells again what a contact says did not happen:
// who denies it, and who had told of it, speak of one.
func (c *contact) claimed(m *mention) bool {
	const near = 3
	far := m.Sentence - c.last().Sentence
	return c.step == "said-not-to-have-happened" && (len(m.Dates) == 0 || len(c.days) == 0) && far > 0 && far <= near
}

// headline reports whether only the title has told of a contact so far.
func (r *reader) headline(c *contact) bool { return r.d.Sentences[c.last().Sentence].Title }

// verblessTitle reports whether all that was told of a contact is a title without a
// finite verb, which does not say how far it got.
func (r *reader) verblessTitle(c *contact) bool {
	s := c.last().Sentence
	return len(c.mentions) == 1 && r.headline(c) && !c.stepSure && r.firstVerb(s) == r.d.Sentences[s].Last
}

// partOfVisit reports whether a mention tells of a meeting that a visit consists of:
// who travels sees one host after the other, of whom some may still be to come.
func (r *reader) partOfVisit(c *contact, m *mention) bool {
	if !c.journeys() || m.Kind != "meeting" && m.Kind != "talks" && m.Kind != "talk" {
		return false
	}
	for _, p := range m.order {
		if c.roles.of(p) == "guest" && m.sends(p, c) {
			return true
		}
	}
	return false
}

// sends reports whether somebody of a contact, or nobody by name, takes part in a
// mention for a side.
func (m *mention) sends(side string, c *contact) bool {
	nobody := true
	for i := range m.entities {
		if e := &m.entities[i]; e.personOf(side) {
			if contains(c.entities, e) {
				return true
			}
			nobody = false
		}
	}
	return nobody
}

// beforehand reports whether a mention only tells how a contact came about.
func (r *reader) beforehand(m *mention) bool { return m.Foretold || m.proposal() || r.announced(m) }

// proposal reports whether a mention only tells whose idea a contact was: "the meeting
// had been proposed by B".
func (m *mention) proposal() bool {
	if !m.Noun || !m.Definite || m.InitiatorCue == nil || m.StepCue == nil {
		return false
	}
	return m.InitiatorCue.At == m.StepCue.At && record.Steps[m.Step] == "proposed"
}

// otherTime reports whether dates keep a mention and a contact apart.
func (r *reader) otherTime(c *contact, m *mention) bool {
	if m.Step == "moved" || m.Step == "postponed" && m.Noun && m.Definite { // from a day that was its own
		return false
	}
	if !m.dated {
		return false
	}
	apart := func(o interval) bool { return o.to.Before(m.day.from) || m.day.to.Before(o.from) }
	if c.journeys() { // which has a first day, a last one, and others
		return len(c.days) > 0 && !slices.ContainsFunc(c.days, func(o interval) bool { return !apart(o) })
	}
	return slices.ContainsFunc(c.days, apart)
}

// otherPlace reports whether both are said to take place in cities, and not in
// the same, or in countries, and not in the same.
func (r *reader) otherPlace(c *contact, m *mention) bool {
	if m.Step == "moved" {
		return false
	}
	town := elsewhere(c.towns, r.town(m)) && !m.welcomes() // an airport may have the name of another town
	return town || elsewhere(c.lands, r.land(m))
}

// welcomes reports whether a mention tells who received a visitor, at the airport as a rule.
func (m *mention) welcomes() bool { return m.Kind == "visit" && m.Cue.Arg("frame") == "receive" }

// elsewhere reports whether a place is none of those known of a contact, if any are.
func elsewhere(known []string, place string) bool {
	return place != "" && len(known) > 0 && !slices.Contains(known, place)
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

// land is the country a mention takes place in, "" when it names none or several.
func (r *reader) land(m *mention) string {
	land := ""
	for _, p := range m.Places {
		if land != "" && p.Country != land {
			return ""
		}
		land = p.Country
	}
	return land
}

// journeys reports whether a contact is told of as a visit or a journey.
func (c *contact) journeys() bool {
	return slices.Contains(c.kinds, "visit")
}

// visits reports whether a contact is told of as a visit, and not only as a journey.
func (c *contact) visits() bool {
	return slices.ContainsFunc(c.mentions, func(m *mention) bool { return m.Kind == "visit" && m.Cue.Arg("frame") != "go" })
}
