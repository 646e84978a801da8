package resolve

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
)

// take gathers the parties of a candidate: those it names, then those that it
// leaves out.
func (r *reader) take(k *extract.Candidate) *mention {
	m := r.room(r.mentions.New(mention{Candidate: k}))
	m.entities = make([]entity, 0, len(k.Participants)+len(k.States))
	for _, p := range k.Participants {
		r.participant(m, p)
	}
	for _, s := range k.States {
		part := "party"
		if r.adjectiveOfMediator(m, s) {
			part = "mediator"
		}
		m.add(entity{kind: annotate.State, of: s.ID, as: r.d.Words(s.First, s.Last)}, part)
	}
	r.addMissing(m)
	return m
}

// participant adds whom an actor of a mention stands for.
func (r *reader) participant(m *mention, p extract.Participant) {
	a := &r.d.Sentences[p.Sentence].Actors[p.Actor]
	at := a.First
	if a.List != 0 {
		at = -a.List
	}
	if a.Rels.Has(language.With) {
		at = withSide
	}
	es := r.bound[p.Sentence][p.Actor]
	for i := range es {
		e := &es[i]
		m.sides = append(m.sides, side{e, at})
		if e.kind == annotate.Outlet || e.institution == language.Paper || r.retired(m.Candidate, e) {
			continue
		}
		if p.Part == language.PartHost && m.roles.of(e.country()) == "guest" { // "the minister prepared the president's visit"
			continue
		}
		m.add(*e, role(p.Part))
		if e.to != "" {
			m.post = e.to
		}
	}
}

// retired reports whether somebody only once held an office of a state, and so is no
// side of a contact, unless that lies as far back. Who holds one on the day is not,
// whatever the text says.
func (r *reader) retired(k *extract.Candidate, e *entity) bool {
	if !e.former || r.world.States[e.of] == nil {
		return false
	}
	d, dated := r.bestDate(k)
	if e.person == nil || !dated && r.d.Published.IsZero() {
		return !dated || d.To.AddDate(1, 0, 0).After(r.d.Published)
	}
	day := r.d.Published
	if dated {
		day = d.From
	}
	_, held := r.world.OfficeOn(e.person, day)
	return !held
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
	switch {
	case e.members != nil:
		for _, id := range e.members {
			m.party(id, role)
		}
	case e.group == "":
		m.party(e.country(), role)
	}
}

func (m *mention) party(id, role string) {
	if id == "" {
		return
	}
	if m.roles.of(id) == "" {
		m.order = append(m.order, id)
		m.roles.set(id, role)
	}
}

// moves reports whether a mention is a verb of motion: "went to", "sent X to".
func (m *mention) moves() bool {
	switch m.Cue.Arg("frame") {
	case "go", "leave", "send":
		return true
	}
	return false
}

// journey reports whether a verb of motion tells of one: somebody, not a state
// alone, goes somewhere.
func (m *mention) journey() bool {
	somebody, somewhere := false, len(m.Places) > 0
	for i := range m.entities {
		e := &m.entities[i]
		if e.kind == annotate.Organisation && m.roles.of(e.country()) != "guest" { // "Mali left the ECOWAS"
			continue
		}
		somebody = somebody || m.roles.of(e.country()) != "host" && (e.kind != annotate.State || e.plural || e.institution != "")
	}
	for _, x := range m.roles {
		somewhere = somewhere || x.role == "host"
	}
	for i := range m.entities { // "left for the NATO summit"
		somewhere = somewhere || m.entities[i].kind == annotate.Organisation
	}
	return somebody && somewhere
}

// guests counts the sides that travel.
func (m *mention) guests() int {
	n := 0
	for _, x := range m.roles {
		if x.role == "guest" {
			n++
		}
	}
	return n
}

// travelled reports whether a visit names who travels.
func (m *mention) travelled() bool {
	for _, x := range m.roles {
		if x.role != "host" {
			return true
		}
	}
	return false
}
