package resolve

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/gazetteer"
)

// ownBody returns the body of a state that shares its name with one of an organisation,
// where the head of that state is named before it and the organisation is not: "Putin
// convened the Security Council". It is nil for all others.
func (r *reader) ownBody(s, i int, a *annotate.Actor) *gazetteer.Institution {
	shared := r.world.Institutions[a.Institution]
	if shared == nil {
		return nil
	}
	for k := range i {
		for _, e := range r.bound[s][k] {
			state := r.world.States[e.country()]
			if e.person == nil || state == nil || !r.inPower(e.person) {
				continue
			}
			if own := r.world.OwnBody(shared, state); own != nil && !r.lx.NamesOrganisation(shared.Of, r.d.Toks, a.First, a.Last) {
				return own
			}
		}
	}
	return nil
}

// internal reports whether a mention tells of a meeting that somebody has with a council of
// the own state: no contact, and none told of before.
func (r *reader) internal(m *mention) bool {
	council := false
	for i := range m.entities {
		inst := r.world.Institutions[m.entities[i].institution]
		council = council || inst != nil && inst.Kind == "council" && r.world.States[inst.Of] != nil
	}
	return council && len(m.order) == 1 && len(m.entities) > 1
}

// inPower reports whether a person heads a state or its government on the day of publication.
func (r *reader) inPower(p *gazetteer.Person) bool {
	h, ok := r.world.OfficeOn(p, r.day())
	return ok && r.world.Offices[h.Office].Summit
}
