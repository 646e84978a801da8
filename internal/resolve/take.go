package resolve

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
)

// take gathers the parties of a candidate.
func (r *reader) take(k *extract.Candidate) *mention {
	m := &mention{Candidate: k, roles: map[string]string{}}
	m.entities = make([]entity, 0, len(k.Participants)+len(k.States))
	posted := "" // where an ambassador among them is accredited
	for _, p := range k.Participants {
		a := &r.d.Sentences[p.Sentence].Actors[p.Actor]
		es := r.bound[p.Sentence][p.Actor]
		for i := range es {
			e := &es[i]
			at := a.First
			if a.List != 0 {
				at = -a.List
			}
			if !k.Noun && a.Rels.Has(language.With) {
				at = withSide
			}
			m.sides = append(m.sides, side{e, at})
			if e.kind == annotate.Outlet {
				continue
			}
			m.add(*e, role(p.Part))
			if e.to != "" {
				posted = e.to
			}
		}
	}
	if e := r.theme(m); k.Object != "" && k.Dropped != "" && len(m.order) == 0 && e != nil { // "L-a primit"
		m.add(*e, role(k.Dropped))
	}
	if k.Object != "" && len(m.order) < 2 {
		r.takenUp(m)
	}
	for _, s := range k.States {
		m.add(entity{kind: annotate.State, of: s.ID, as: r.d.Words(s.First, s.Last)}, "party")
	}
	if len(k.Initiators) == 0 && !k.Owned {
		r.protagonist(m)
	}
	if k.Theirs && k.Adjunct && len(m.order) < 2 {
		r.sharers(m)
	}
	if k.Owned && (len(m.order) < 2 || k.Kind == "visit" && !m.travelled()) {
		r.owner(m)
	}
	if k.Cue.Arg("frame") == "summon" && len(m.order) == 1 {
		// An ambassador is summoned by the country of the post.
		if posted != "" && posted != m.order[0] {
			m.party(posted, "host")
		}
		for _, p := range k.Places {
			if p.Country != "" && len(m.order) == 1 && p.Country != m.order[0] {
				m.party(p.Country, "host")
				break
			}
		}
	}
	if len(m.order) == 1 && posted != m.order[0] && m.unplaced() { // whom an ambassador to a country meets is of it
		m.party(posted, "party")
	}
	if len(m.order) == 1 && r.hosted(m) {
		for _, p := range k.Places {
			if p.Country != "" && p.Country != m.order[0] && p.Country != r.seat(m.order[0]) && !r.standsForOther(m.Sentence, p) {
				m.party(p.Country, "host")
				break
			}
		}
	}
	if m.initiators = r.refs(k.Initiators); k.Cue.Arg("frame") == "summon" && len(m.initiators) == 0 {
		m.initiators = m.hosts()
	}
	for _, e := range m.initiators { // who asks for a meeting takes part in it, who invites receives
		switch id := e.country(); {
		case len(m.order) < 2:
			m.add(e, "party")
		case k.Kind == "visit" && k.InitiatorCue != nil && m.roles[id] != "" && m.roles[id] != "guest":
			m.add(e, m.roles[id])
		}
	}
	if len(m.order) > 0 && (len(m.order) == 1 || r.onlyWith(m)) && (k.Noun || k.FirstPerson) {
		r.teller(m)
	}
	if e := r.theme(m); k.Dropped != "" && e != nil && (len(m.order) == 1 || m.Each && len(m.order) > 1 && r.onlyWith(m)) {
		m.add(*e, role(k.Dropped))
	}
	r.traveller(m)
	if len(m.order) < 2 && !k.Generic && !(k.Noun && k.Definite && k.Step == "" && len(r.contacts) > 0) && !r.occasionOf(m) { // "the summit" was told of before
		r.guess(m)
	}
	if (len(m.order) == 1 || m.Each && len(m.order) > 1) && k.Noun && m.StepSure && !k.Generic && !k.Definite && r.onlyWith(m) && !r.topical(m) {
		r.ofTopic(m)
	}
	return m
}

// ofTopic adds the side the text is about to a contact that its sentence tells of
// with the other alone: "A meeting with the president of Chad was cancelled".
func (r *reader) ofTopic(m *mention) {
	for i := range r.d.Sentences[m.Sentence].Actors {
		if a := &r.d.Sentences[m.Sentence].Actors[i]; a.Rels == 0 && a.Kind != annotate.Outlet {
			return
		}
	}
	if e := r.theme(m); e != nil {
		m.add(*e, "party")
	}
}

// theme is the subject of one of the sentences before a mention, of another side.
func (r *reader) theme(m *mention) *entity {
	for k := len(r.salient) - 1; k >= max(0, len(r.salient)-4); k-- {
		e := r.salient[k]
		if e.subject && m.Sentence-e.sentence <= 2 && e.country() != "" && m.roles[e.country()] == "" {
			return e
		}
	}
	return nil
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

// hosts returns the parties that receive, or send for, the others.
func (m *mention) hosts() []entity {
	var out []entity
	for _, id := range m.order {
		if m.roles[id] == "host" {
			out = append(out, entity{kind: annotate.State, of: id})
		}
	}
	return out
}

// unplaced reports whether a person or an office without a state takes part:
// "met the president in Tripoli".
func (m *mention) unplaced() bool {
	for i := range m.entities {
		if e := &m.entities[i]; (e.office != "" || e.isPerson()) && e.country() == "" && e.to == "" {
			return true
		}
	}
	return false
}

// ofOrganisation reports whether an organisation alone, and none of its
// officials, is named as a side: "the summit of the African Union".
func (r *reader) ofOrganisation(m *mention) bool {
	for i := range m.entities {
		if e := &m.entities[i]; e.isPerson() || e.office != "" {
			return false
		}
	}
	return len(m.order) == 1 && r.world.Organisations[m.order[0]] != nil && r.world.States[m.order[0]] == nil
}

// sharers adds the two sides that "their" stands for: the last of the sentence
// before the mention, else the last pair.
func (r *reader) sharers(m *mention) {
	st := &r.d.Sentences[m.Sentence]
	var found []entity
	for i := len(st.Actors) - 1; i >= 0 && len(found) < 2; i-- {
		a := &st.Actors[i]
		if a.Last > m.Cue.First || a.Kind == annotate.Outlet || a.Rels.Has(language.About) {
			continue
		}
		for _, e := range r.bound[m.Sentence][i] {
			if c := e.country(); c != "" && (len(found) == 0 || found[0].country() != c) {
				found = append(found, e)
			}
		}
	}
	if len(found) < 2 {
		found = r.lastPair
	}
	if len(found) < 2 {
		return
	}
	for _, e := range found {
		m.add(e, "party")
	}
}

// takenUp adds whom a pronoun in front of the verb stands for: of another side,
// the subject of the last sentence that names one, else who was named last.
func (r *reader) takenUp(m *mention) {
	var best *entity
	for k := len(r.salient) - 1; k >= 0 && k >= len(r.salient)-4; k-- {
		e := r.salient[k]
		if e.country() == "" || m.roles[e.country()] != "" || e.sentence < m.Sentence-2 {
			continue
		}
		if best != nil && e.sentence != best.sentence {
			break
		}
		if best == nil || e.subject && !best.subject {
			best = e
		}
	}
	if best != nil {
		m.add(*best, role(m.Object))
	}
}

func role(p language.Part) string {
	if p == language.PartHost || p == language.PartGuest {
		return string(p)
	}
	return "party"
}

func (m *mention) add(e entity, role string) {
	for i := range m.entities {
		if m.entities[i].same(&e) {
			return
		}
	}
	m.entities = append(m.entities, e)
	if e.group == "" {
		m.party(e.country(), role)
	}
}

func (m *mention) party(id, role string) {
	if id == "" {
		return
	}
	if m.roles[id] == "" {
		m.order = append(m.order, id)
		m.roles[id] = role
	}
}

// journey reports whether a verb of motion tells of one: somebody, not a state
// alone, goes somewhere.
func (m *mention) journey() bool {
	somebody, somewhere := false, len(m.Places) > 0
	for i := range m.entities {
		e := &m.entities[i]
		somebody = somebody || m.roles[e.country()] != "host" && (e.kind != annotate.State || e.plural || e.institution != "")
	}
	for _, role := range m.roles {
		somewhere = somewhere || role == "host"
	}
	return somebody && somewhere
}

// travelled reports whether a visit names who travels.
func (m *mention) travelled() bool {
	for _, role := range m.roles {
		if role != "host" {
			return true
		}
	}
	return false
}
