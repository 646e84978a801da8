package resolve

import "slices"

// otherPeople reports whether both name persons for one party, and not one in
// common: a call of ministers is not the call of presidents. A letter is carried by
// another than who wrote it, so that both sides must differ.
func (r *reader) otherPeople(c *contact, m *mention) bool {
	if m.Kind == "letter" && m.Definite { // "the message was handed over by": who carries it is another
		return false
	}
	if c == r.focus && m.attends() {
		return false
	}
	hosts := r.partOfVisit(c, m) || m.welcomes()
	differ, enough := 0, 1
	if m.Kind == "letter" {
		enough = 2
	}
	for _, p := range m.order {
		if hosts && c.roles.of(p) == "host" {
			continue
		}
		named, common := false, false
		for i := range m.entities {
			a := &m.entities[i]
			for k := 0; k < len(c.entities) && a.somebodyOf(p); k++ {
				if b := &c.entities[k]; b.somebodyOf(p) {
					named, common = true, common || r.mayBe(a, b)
				}
			}
		}
		if named && !common {
			differ++
		}
	}
	return differ >= enough
}

// attends reports whether a mention only tells who else was there.
func (m *mention) attends() bool {
	return m.Attended && !m.Summit && len(m.Places) == 0 && len(m.Dates) == 0
}

// joinsFocus reports whether a mention only tells, right behind the contact in focus, of others
// who were there: "A met B. The minister of C attended the meeting as well."
func (r *reader) joinsFocus(m *mention) bool {
	c := r.focus
	if c == nil || !m.attends() || len(m.order) == 0 || len(c.order) < 2 || c.kind != "meeting" && c.kind != "talks" && c.kind != "video" {
		return false
	}
	behind := m.Sentence - c.last().Sentence
	return behind > 0 && behind <= 2 && phase(c.step) == phase(m.Step)
}

// mayBe reports whether two may be one: by name, or by office where one of them is
// only known by that.
func (r *reader) mayBe(a, b *entity) bool {
	if a.isPerson() && b.isPerson() && !a.inferred && !b.inferred {
		return a.same(b)
	}
	return a.same(b) || !r.otherOffice(a.office, b.office)
}

// otherOffice reports whether nobody holds both of two offices: each has one holder,
// or the one is far above the other. An official or a diplomat may be anybody.
func (r *reader) otherOffice(a, b string) bool {
	x, y := r.world.Offices[a], r.world.Offices[b]
	if x == nil || y == nil || r.sameOffice(a, b) || r.sameOffice(b, a) {
		return false
	}
	const far, anybody = 3, 8
	apart := max(x.Rank, y.Rank) - min(x.Rank, y.Rank)
	return x.Single && y.Single || apart >= far && max(x.Rank, y.Rank) < anybody
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

// somebody reports whether an entity is a person or the holder of an office.
func (e *entity) somebody() bool { return e.isPerson() || e.office != "" }

// somebodyOf reports whether an entity is a person or the holder of an office of a side.
func (e *entity) somebodyOf(side string) bool {
	return e.somebody() && e.country() == side
}

// personOf reports whether an entity is a person of a side.
func (e *entity) personOf(side string) bool { return e.isPerson() && e.country() == side }
