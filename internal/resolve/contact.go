package resolve

import (
	"sort"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/record"
)

// contact is a contact while its mentions are gathered.
type contact struct {
	mentions []*mention
	entities []entity          // who takes part, persons and others
	roles    map[string]string // party to role
	order    []string          // parties in order of mention
	summit   bool
	kind     string
	step     string
	stepSure bool
	// number counts the contacts of the document. kinds and days are those of
	// the mentions, each once; own are their candidates.
	number int
	kinds  []string
	days   []dates.Mention
	own    map[*extract.Candidate]bool
}

// mention is one candidate with its participants bound.
type mention struct {
	*extract.Candidate
	entities   []entity
	roles      map[string]string
	order      []string
	initiators []entity
	// sides tells in which list an entity stands, by key.
	sides map[string]int
	// linked: the mention only refers back.
	linked bool
}

func (c *contact) parties() []string { return c.order }

// mention binds a candidate and adds it to the contact it speaks of.
func (r *reader) mention(k *extract.Candidate) {
	r.denied(k)
	m := r.take(k)
	parts := m.split()
	if parts == nil {
		parts = []*mention{m}
	}
	for _, p := range parts {
		r.enter(p)
	}
}

// denied applies a denial that reports a contact: "denied that they had met".
func (r *reader) denied(k *extract.Candidate) {
	speeches := r.speechesIn(k.Sentence)
	for i := range speeches {
		sp := &speeches[i]
		if sp.Act != "deny" || k.Cue.First < sp.First || k.Cue.Last > sp.Last {
			continue
		}
		if k.Step = "said-not-to-have-happened"; k.Future {
			k.Step = "no-plans"
		}
		k.StepSure = true
	}
}

// split parts a mention that tells of several contacts in one breath: calls of
// one with each of several, visits of one to several countries.
func (m *mention) split() []*mention {
	if m.Kind != "call" && m.Kind != "visit" || len(m.order) < 3 || m.Generic {
		return nil
	}
	hub := m.hub()
	if hub == "" {
		return nil
	}
	var out []*mention
	for _, id := range m.order {
		if id == hub {
			continue
		}
		p := &mention{Candidate: m.Candidate, roles: map[string]string{}, initiators: m.initiators}
		for _, e := range m.entities {
			if c := e.country(); c == hub || c == id {
				p.add(e, m.roles[c])
			}
		}
		p.party(id, m.roles[id])
		out = append(out, p)
	}
	return out
}

// hub is the one side that has a contact with each of several: the guest of
// visits, of calls the side that stands alone beside a list.
func (m *mention) hub() string {
	size := map[int]int{}
	for i := range m.entities {
		size[m.sides[m.entities[i].key()]]++
	}
	hub := ""
	for i := range m.entities {
		e := &m.entities[i]
		id := e.country()
		alone := size[m.sides[e.key()]] == 1
		if m.Kind == "visit" {
			alone = m.roles[id] == "guest"
		}
		if !alone || id == "" || id == hub {
			continue
		}
		if hub != "" {
			return ""
		}
		hub = id
	}
	return hub
}

// enter adds a mention to the contact it speaks of, or makes a new one.
func (r *reader) enter(m *mention) {
	k := m.Candidate
	c := r.match(m)
	if c == nil {
		if !r.stands(m) {
			r.adoptMatters(m)
			return
		}
		c = &contact{roles: map[string]string{}, number: len(r.contacts)}
		r.contacts = append(r.contacts, c)
	}
	r.join(c, m)
	if !r.d.Sentences[k.Sentence].Title || r.focus == nil {
		r.focus = c
	}
}

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
	if k.Kind == "visit" && len(m.order) == 1 {
		for _, p := range k.Places {
			if p.Country != "" && p.Country != m.order[0] {
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
	if len(m.order) == 1 && k.Noun {
		r.teller(m)
	}
	if len(m.order) == 0 && k.Noun && !k.Definite && k.StepSure && phase(k.Step) == "future" {
		r.between(m)
	}
	return m
}

// teller adds the side that speaks of "talks with X": its own.
func (r *reader) teller(m *mention) {
	with := false
	for _, p := range m.Participants {
		with = with || r.d.Sentences[p.Sentence].Actors[p.Actor].Rels.Has(language.With)
	}
	if !with {
		return
	}
	speeches := r.speechesIn(m.Sentence)
	for i := range speeches {
		sp := &speeches[i]
		if m.Cue.First < sp.First || m.Cue.Last > sp.Last || len(sp.Speakers) != 1 {
			continue
		}
		for _, e := range r.refs(sp.Speakers) {
			if c := e.country(); c != "" && m.roles[c] == "" {
				m.party(c, "party")
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

// travelled reports whether a visit names who travels.
func (m *mention) travelled() bool {
	for _, role := range m.roles {
		if role != "host" {
			return true
		}
	}
	return false
}

// stands reports whether a mention makes a contact of its own: two parties at
// least, or one and an unnamed or unknown other side.
func (r *reader) stands(m *mention) bool {
	if m.Kind == "visit" && !m.travelled() {
		return false // hosts of an unnamed visitor do not visit one another
	}
	if len(m.order) >= 2 {
		return true
	}
	if len(m.order) == 0 || m.Generic && !m.StepSure {
		return false
	}
	others := 0
	for _, e := range m.entities {
		if e.country() == "" && e.group != "" {
			others++
		}
	}
	return others > 0
}

// groups of kinds that can be one contact.
var kindGroup = map[string]string{
	"call": "remote", "video": "remote", "meeting": "person", "talks": "person", "visit": "person",
	"letter": "letter", "other": "other", "talk": "",
}

func sameGroup(a, b string) bool {
	return kindGroup[a] == "" || kindGroup[b] == "" || kindGroup[a] == kindGroup[b]
}

// phase orders statuses: what has happened, what is to come, what will not;
// "" when nothing is said.
func phase(step string) string {
	switch record.Steps[step] {
	case "held", "ongoing":
		return "past"
	case "scheduled", "proposed":
		return "future"
	case "denied", "cancelled":
		return "off"
	}
	return ""
}

// match finds the contact that a mention speaks of, the latest first.
func (r *reader) match(m *mention) *contact {
	var best *contact
	score := 0
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
	if !r.compatibleKind(c, m) || r.otherPhase(c, m) || r.otherTime(c, m) || r.otherPeople(c, m) {
		return 0
	}
	shared, extra := 0, 0
	for _, p := range m.order {
		if c.roles[p] != "" {
			shared++
		} else {
			extra++
		}
	}
	s := 0
	switch {
	case extra == 0 && shared == len(c.order):
		s = 10
	case len(m.order) <= 1 && extra == 0:
		// A mention without both parties refers back, if it may.
		if !(m.Generic || m.Definite || m.Noun) {
			return 0
		}
		if len(m.order) == 0 && c != r.focus {
			return 0
		}
		s = 4 + shared
	case shared >= 2 && extra == 0 && m.Generic:
		s = 6
	case shared == len(c.order) && shared >= 2:
		s = 5
	default:
		return 0
	}
	if c == r.focus {
		s += 2
	}
	if c.kind == m.Kind {
		s++
	}
	return s
}

func (r *reader) compatibleKind(c *contact, m *mention) bool {
	for _, kind := range c.kinds {
		if !sameGroup(kind, m.Kind) {
			return m.Generic && m.Kind == "talks" && len(m.order) < 2 && kind == "call"
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
	case a == "" || b == "" || a == b:
		return false
	case a == "off" && b == "past":
		return m.StepSure
	case b == "off" && a == "past":
		return c.stepSure
	case a == "off" || b == "off": // what was refused or called off had been proposed or planned
		return false
	}
	return m.StepSure || len(m.order) >= 2 || c.stepSure && !m.Generic
}

// otherTime reports whether dates keep a mention and a contact apart.
func (r *reader) otherTime(c *contact, m *mention) bool {
	md, ok := r.bestDate(m.Candidate)
	if !ok {
		return m.Background && len(m.order) >= 1
	}
	for i := range c.days {
		if od := &c.days[i]; od.To.Before(md.From) || md.To.Before(od.From) {
			return true
		}
	}
	return false
}

// otherPeople reports whether both name persons for one party, and not one in
// common: a call of ministers is not the call of presidents.
func (r *reader) otherPeople(c *contact, m *mention) bool {
	if m.Kind == "letter" && m.Definite { // "the message was handed over by": who carries it is another
		return false
	}
	for _, p := range m.order {
		var mine, theirs []entity
		for _, e := range m.entities {
			if e.isPerson() && e.country() == p {
				mine = append(mine, e)
			}
		}
		for _, e := range c.entities {
			if e.isPerson() && e.country() == p {
				theirs = append(theirs, e)
			}
		}
		if len(mine) == 0 || len(theirs) == 0 {
			continue
		}
		common := false
		for _, a := range mine {
			for _, b := range theirs {
				common = common || a.key() == b.key()
			}
		}
		if !common {
			return true
		}
	}
	return false
}

// join adds a mention to a contact.
func (r *reader) join(c *contact, m *mention) {
	c.mentions = append(c.mentions, m)
	r.note(c, m)
	for _, id := range m.order {
		if c.roles[id] == "" {
			c.order = append(c.order, id)
			c.roles[id] = m.roles[id]
		} else if c.roles[id] == "party" {
			c.roles[id] = m.roles[id]
		}
	}
	for _, e := range m.entities {
		at := -1
		for i := range c.entities {
			if c.entities[i].key() == e.key() {
				at = i
			}
		}
		if at < 0 {
			c.entities = append(c.entities, e)
		}
	}
	c.summit = c.summit || m.Summit
	met := c.kind == "visit" && m.Kind == "meeting" && !m.Generic && len(m.order) >= 2
	if met { // a visit and the meeting within it are one contact, the meeting
		c.kind = m.Kind
	}
	if c.kind == "" || c.kind == "talk" && m.Kind != "talk" || c.kind == "other" && m.Kind != "talk" && !m.Generic {
		c.kind = m.Kind
	}
	r.advance(c, m)
}

// advance settles the step of a contact that one more mention speaks of. A
// mention that only refers back says little: it opens the step or calls it off.
func (r *reader) advance(c *contact, m *mention) {
	from, to := phase(c.step), phase(m.Step)
	weak := m.Generic || len(m.order) < 2
	switch {
	case m.Step == "", from == "off":
		return
	case c.step == "":
		if weak && m.Step == "ongoing" {
			return
		}
	case weak:
		if to != "off" || from != "future" || !m.StepSure {
			return
		}
	case m.StepSure && !c.stepSure, to == "off" && m.StepSure:
	case record.Steps[c.step] == "proposed" && record.Steps[m.Step] == "scheduled" && m.StepSure:
	case from != to && m.StepSure:
	default:
		return
	}
	c.step, c.stepSure = m.Step, m.StepSure && !weak
}

// sortedParties returns the parties by code.
func (c *contact) sortedParties() []string {
	out := append([]string(nil), c.order...)
	sort.Strings(out)
	return out
}
