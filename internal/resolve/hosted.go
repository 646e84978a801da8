package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// posted adds the country of an ambassador's post: it summons, and whom an
// ambassador meets there is of it.
func (r *reader) posted(m *mention) {
	if len(m.order) != 1 {
		return
	}
	other := func(id string) bool { return id != "" && id != m.order[0] }
	if m.Cue.Arg("frame") != "summon" {
		if other(m.post) && m.unplaced() {
			m.party(m.post, "party")
		}
		return
	}
	if other(m.post) {
		m.party(m.post, "host")
		return
	}
	for _, p := range m.Places {
		if other(p.Country) {
			m.party(p.Country, "host")
			return
		}
	}
	if other(r.domestic) && m.roles.of(m.order[0]) == "guest" { // "The Russian ambassador was summoned to the ministry"
		m.party(r.domestic, "host")
	}
}

// unplaced reports whether a person or an office without a state takes part:
// "met the president in Tripoli".
func (m *mention) unplaced() bool {
	for i := range m.entities {
		if e := &m.entities[i]; e.unseated() && e.to == "" {
			return true
		}
	}
	return false
}

// unseated reports whether somebody is of a state that is not told.
func (e *entity) unseated() bool {
	return e.somebody() && e.country() == ""
}

// onVisit takes whom a guest meets, of a state that is not told, for the host's: "arrived
// in Dakar on Monday. He met the interior minister, X".
func (r *reader) onVisit(m *mention) {
	v := r.focus
	if len(m.order) != 1 || !m.unplaced() || v == nil || v.kind != "visit" || len(v.order) != 2 || v.roles.of(m.order[0]) != "guest" {
		return
	}
	if m.Sentence-v.last().Sentence > visitReach || phase(m.Step) != phase(v.step) {
		return
	}
	for _, id := range v.order {
		if v.roles.of(id) == "host" {
			m.party(id, "party")
		}
	}
}

// visitReach is in how many sentences behind a visit those are named whom the guest met.
const visitReach = 2

// hosted adds the country where a contact takes place, where it is the other side.
func (r *reader) hosted(m *mention) {
	spokenOf := m.Noun && m.Kind != "visit" && r.topical(m) // "spoke with X about organising the Lima summit"
	if len(m.order) != 1 && !m.onlyGuests() || !r.placeIsSide(m) || m.severalUnnamed() || spokenOf {
		return
	}
	if m.Noun && r.onlyWith(m) && r.journeyFor(m) != nil { // "flies to Lima, where a meeting with B is planned": who flies is the other side
		return
	}
	one := m.order[0]
	for _, p := range m.Places {
		if p.Country != "" && m.roles.of(p.Country) == "" && p.Country != r.seat(one) && !r.standsForOther(m.Sentence, p) && !r.ofOccasion(m, p) {
			m.party(p.Country, "host")
			return
		}
	}
}

// ofOccasion reports whether a place is that of what a contact only went on beside: "met on
// the sidelines of the summit in Rome".
func (r *reader) ofOccasion(m *mention, p annotate.PlaceMention) bool {
	return m.Kind != "visit" && slices.ContainsFunc(r.d.Sentences[m.Sentence].Cues, func(c annotate.Cue) bool {
		return c.Sense() == language.Occasion && m.Cue.Last <= c.First && c.Last <= p.First
	})
}

// severalUnnamed reports whether several take part who are of more states than one, none
// of them told: "met his counterparts in Cairo".
func (m *mention) severalUnnamed() bool {
	return slices.ContainsFunc(m.entities, func(e entity) bool { return e.unnamedSeveral() })
}

func (e *entity) unnamedSeveral() bool { return e.plural && e.unseated() }

// onlyGuests reports whether a visit names several who travel, and nobody whom they
// visit.
func (m *mention) onlyGuests() bool {
	for _, x := range m.roles {
		if x.role != "guest" {
			return false
		}
	}
	return m.Kind == "visit" && len(m.roles) > 0
}

// placeIsSide reports whether the country where a contact takes place is the other
// side of it, where the text names but one: of a journey always, of talks and
// meetings when that side holds them and a capital is where it holds them.
func (r *reader) placeIsSide(m *mention) bool {
	switch m.Kind {
	case "visit":
		return true
	case "meeting", "talks", "talk":
	case "call", "video", "letter":
		return r.seated(m)
	default:
		return false
	}
	if m.Generic && !m.StepSure || !m.Noun && m.Cue.Arg("frame") != "receive" && !m.unplaced() || r.ofOrganisation(m) || r.inPerson(m) {
		return false
	}
	for _, p := range m.Places {
		if w := r.world.Places[p.Name]; w != nil && w.Kind == "capital" {
			return true
		}
	}
	return false
}

// seated reports whether a capital stands right behind somebody without a state, so that it
// is where they sit: "phoned his counterpart in Apia".
func (r *reader) seated(m *mention) bool {
	for _, p := range m.Participants {
		a := &r.d.Sentences[p.Sentence].Actors[p.Actor]
		es := r.bound[p.Sentence][p.Actor]
		if len(es) != 1 || !es[0].unseated() {
			continue
		}
		for _, at := range m.Places {
			if w := r.world.Places[at.Name]; w != nil && w.Kind == "capital" && at.First-a.Last == 1 {
				return true
			}
		}
	}
	return false
}

// inPerson reports whether the sentence of a noun names one person of another side
// besides, who may have taken part: "A told B, during a meeting in C".
func (r *reader) inPerson(m *mention) bool {
	if !m.Noun || !m.Adjunct || len(m.order) != 1 {
		return false
	}
	all := r.bystanders(m)
	return len(all) == 1 && all[0].somebody()
}

// ofOrganisation reports whether an organisation alone, and none of its
// officials, is named as a side: "the summit of the African Union".
func (r *reader) ofOrganisation(m *mention) bool {
	for i := range m.entities {
		if e := &m.entities[i]; e.somebody() && !e.plural {
			return false
		}
	}
	return len(m.order) == 1 && r.world.Organisations[m.order[0]] != nil && r.world.States[m.order[0]] == nil
}

// seat returns the country that an organisation has its seat in: what it does
// there it does at home.
func (r *reader) seat(id string) string {
	if o := r.world.Organisations[id]; o != nil && r.world.Places[o.Seat] != nil {
		return r.world.Places[o.Seat].Country
	}
	return ""
}

// standsForOther reports whether the government a place is the seat of is not
// that of its state: "Brussels".
func (r *reader) standsForOther(s int, p annotate.PlaceMention) bool {
	for i, a := range r.d.Sentences[s].Actors {
		if a.First < p.Last && a.Last > p.First {
			for _, e := range r.bound[s][i] {
				if c := e.country(); c != "" && c != p.Country {
					return true
				}
			}
		}
	}
	return false
}

// initiated settles who started a contact and adds them: who asks for a meeting
// takes part in it, who invites receives.
func (r *reader) initiated(m *mention) {
	m.initiators = slices.DeleteFunc(r.refs(m.Initiators), func(e entity) bool { return r.retired(m.Candidate, &e) })
	if len(m.initiators) == 0 && m.Cue.Arg("frame") == "summon" {
		m.initiators = m.hosts()
	}
	for _, e := range m.initiators {
		switch id := e.country(); {
		case len(m.order) < 2:
			m.add(e, "party")
		case m.Kind == "visit" && m.InitiatorCue != nil && m.roles.of(id) != "" && m.roles.of(id) != "guest":
			m.add(e, m.roles.of(id))
		}
	}
}

// hosts returns the parties that receive, or send for, the others.
func (m *mention) hosts() []entity {
	var out []entity
	for _, id := range m.order {
		if m.roles.of(id) == "host" {
			out = append(out, entity{kind: annotate.State, of: id})
		}
	}
	return out
}
