package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
)

// take gathers the parties of a candidate.
func (r *reader) take(k *extract.Candidate) *mention {
	m := &mention{Candidate: k, roles: map[string]string{}, sides: map[string]int{}}
	posted := "" // where an ambassador among them is accredited
	for _, p := range k.Participants {
		a := &r.d.Sentences[p.Sentence].Actors[p.Actor]
		for _, e := range r.bound[p.Sentence][p.Actor] {
			m.sides[e.key()] = a.First
			if a.List != 0 {
				m.sides[e.key()] = -a.List
			}
			if e.kind == annotate.Outlet {
				continue
			}
			m.add(e, role(p.Part))
			if e.to != "" {
				posted = e.to
			}
		}
	}
	for _, s := range k.States {
		m.add(entity{kind: annotate.State, of: s.ID, as: r.d.Words(s.First, s.Last)}, "party")
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
	if len(m.order) == 1 && r.hosted(m) {
		for _, p := range k.Places {
			if p.Country != "" && p.Country != m.order[0] && p.Country != r.seat(m.order[0]) {
				m.party(p.Country, "host")
				break
			}
		}
	}
	m.initiators = r.refs(k.Initiators)
	if len(m.order) < 2 {
		for _, e := range m.initiators { // who asks for a meeting takes part in it
			m.add(e, "party")
		}
	}
	if len(m.order) > 0 && (len(m.order) == 1 || r.onlyWith(m)) && (k.Noun || k.FirstPerson) {
		r.teller(m)
	}
	if len(m.order) == 1 && len(k.Participants) > 0 && !k.Generic {
		r.opposite(m)
	}
	if len(m.order) == 0 && k.Noun && k.Adjunct {
		r.between(m)
	}
	if len(m.order) == 0 && k.Noun && !k.Definite && k.StepSure && phase(k.Step) == "future" {
		r.between(m)
	}
	if len(m.order) < 2 && !k.Generic && !(k.Noun && k.Definite && k.Step == "") { // "the summit" was told of before
		r.guess(m)
	}
	return m
}

// guess takes the other sides that the sentence of a contact names, where its
// own words give fewer than two and the sentence names no more than are
// missing; else its persons and office holders, where those are no more.
func (r *reader) guess(m *mention) {
	need := 2 - len(m.order)
	all := r.bystanders(m)
	if len(all) > need {
		all = slices.DeleteFunc(all, func(e entity) bool { return !e.isPerson() && e.office == "" })
	}
	if len(all) != need {
		return
	}
	for i := range all {
		m.add(all[i], "party")
	}
}

// bystanders returns one entity for each side that the sentence of a mention
// names and that has no part in it yet, persons before others; those who tell of
// it are none.
func (r *reader) bystanders(m *mention) []entity {
	var out []entity
	for i := range r.d.Sentences[m.Sentence].Actors {
		a := &r.d.Sentences[m.Sentence].Actors[i]
		if a.Kind == annotate.Outlet || a.Rels.Has(language.About) || r.d.InQuote(a.First) != r.d.InQuote(m.Cue.At) || r.tells(m.Sentence, i) {
			continue
		}
		for _, e := range r.bound[m.Sentence][i] {
			c := e.country()
			if c == "" || m.roles[c] != "" {
				continue
			}
			at := slices.IndexFunc(out, func(o entity) bool { return o.country() == c })
			switch {
			case at < 0:
				out = append(out, e)
			case !out[at].isPerson() && (e.isPerson() || out[at].office == ""):
				out[at] = e
			}
		}
	}
	return out
}

// tells reports whether an actor of a sentence speaks in it.
func (r *reader) tells(s, actor int) bool {
	for _, sp := range r.speechesIn(s) {
		if slices.Contains(sp.Speakers, extract.Ref{Sentence: s, Actor: actor}) {
			return true
		}
	}
	return false
}

// hosted reports whether the country where a contact takes place is the other
// side of it, where the text names but one: of a journey always, of talks and
// meetings when that side holds them and a capital is where it holds them.
func (r *reader) hosted(m *mention) bool {
	switch m.Kind {
	case "visit":
		return true
	case "meeting", "talks", "talk":
	default:
		return false
	}
	if m.Generic && !m.StepSure || !m.Noun && m.Cue.Arg("frame") != "receive" && !m.unplaced() || r.ofOrganisation(m) {
		return false
	}
	for _, p := range m.Places {
		if w := r.world.Places[p.Name]; w != nil && w.Kind == "capital" {
			return true
		}
	}
	return false
}

// seat returns the country that an organisation has its seat in: what it does
// there it does at home.
func (r *reader) seat(id string) string {
	if o := r.world.Organisations[id]; o != nil && r.world.Places[o.Seat] != nil {
		return r.world.Places[o.Seat].Country
	}
	return ""
}

// unplaced reports whether a person or an office without a state takes part:
// "met the president in Tripoli".
func (m *mention) unplaced() bool {
	for i := range m.entities {
		if e := &m.entities[i]; (e.office != "" || e.isPerson()) && e.country() == "" {
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

// onlyWith reports whether all sides of a mention are those that somebody talks
// with.
func (r *reader) onlyWith(m *mention) bool {
	for _, p := range m.Participants {
		if !r.d.Sentences[p.Sentence].Actors[p.Actor].Rels.Has(language.With) {
			return false
		}
	}
	return len(m.States) == 0
}

// teller adds the side that speaks of "talks with X": its own.
func (r *reader) teller(m *mention) {
	with := false
	for _, p := range m.Participants {
		with = with || r.d.Sentences[p.Sentence].Actors[p.Actor].Rels.Has(language.With)
	}
	if !with && len(m.initiators) == 0 && !m.FirstPerson {
		return
	}
	speeches := r.speechesIn(m.Sentence)
	for i := range speeches {
		sp := &speeches[i]
		if m.Cue.First < sp.First || m.Cue.Last > sp.Last || len(sp.Speakers) != 1 {
			continue
		}
		for _, e := range r.refs(sp.Speakers) {
			if c := e.country(); c == "" || m.roles[c] != "" {
				continue
			}
			if m.FirstPerson {
				m.add(e, "party")
			} else {
				m.party(e.country(), "party")
			}
		}
	}
}

// between gives the sides of the contact in focus to a further one that the
// same sentence announces: "a letter proposing a dialogue".
func (r *reader) between(m *mention) {
	if r.focus == nil {
		return
	}
	here := false
	for _, o := range r.focus.mentions {
		here = here || o.Sentence == m.Sentence
	}
	if !here || len(r.focus.order) != 2 {
		return
	}
	for _, id := range r.focus.order {
		m.party(id, "party")
	}
}

// owner adds whom a possessive stands for: the last actor before the mention.
func (r *reader) owner(m *mention) {
	part := "party"
	if m.Kind == "visit" {
		part = "guest"
	}
	st := &r.d.Sentences[m.Sentence]
	for i := len(st.Actors) - 1; i >= 0; i-- {
		if a := &st.Actors[i]; a.Last <= m.Cue.First && a.Rels == 0 {
			for _, e := range r.bound[m.Sentence][i] {
				m.add(e, part)
			}
			return
		}
	}
	if n := len(r.salient); n > 0 {
		m.add(r.salient[n-1], part)
	}
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

// opposite adds whose counterpart the only side named is: "a meeting with his
// French counterpart is planned".
func (r *reader) opposite(m *mention) {
	for _, p := range m.Participants {
		if !r.d.Sentences[p.Sentence].Actors[p.Actor].IsCounterpart {
			return
		}
	}
	for k := len(r.salient) - 1; k >= 0 && k >= len(r.salient)-4; k-- {
		if e := r.salient[k]; e.country() != "" && m.roles[e.country()] == "" {
			m.add(e, "party")
			return
		}
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
		if m.entities[i].key() == e.key() {
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

// arrived reports whether a journey has a destination.
func (m *mention) arrived() bool {
	for _, role := range m.roles {
		if role == "host" {
			return true
		}
	}
	return len(m.Places) > 0
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
