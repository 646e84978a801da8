package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
)

// dropped adds whom the text was telling of where a verb leaves out its subject:
// "L-a primit".
func (r *reader) dropped(m *mention) {
	if m.Dropped == "" {
		return
	}
	if m.DroppedAll {
		if len(m.order) > 0 && !m.onlyHosts() {
			return
		}
		for _, e := range r.pairTold(m.Sentence) {
			m.add(e, role(m.Dropped))
		}
		return
	}
	e := r.theme(m)
	if e == nil && len(m.order) == 1 {
		e = r.hub(m.order[0])
	}
	if e != nil {
		m.add(*e, role(m.Dropped))
	}
}

// pairTold returns the sides of the contact in focus, or else the pair, that the text told
// of last, no farther off than in the sentence before.
func (r *reader) pairTold(s int) []entity {
	if f := r.focus; f != nil && len(f.order) > 1 && f.last().Sentence >= r.pairAt && f.last().Sentence >= s-1 {
		return f.entities
	}
	if len(r.lastPair) > 1 && r.pairAt < s && s-r.pairAt <= 1 {
		return r.lastPair
	}
	return nil
}

// onlyHosts reports whether those who are named are all hosts of somebody who is not:
// "Luego viajará a A y B".
func (m *mention) onlyHosts() bool {
	return len(m.order) > 0 && m.Dropped == language.PartGuest && !slices.ContainsFunc(m.order, func(id string) bool { return m.roles.of(id) != "host" })
}
