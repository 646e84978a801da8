package resolve

import (
	"slices"
	"sort"
	"time"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/record"
)

// contact is a contact while its mentions are gathered.
type contact struct {
	mentions []*mention
	entities []entity // who takes part, persons and others
	roles    roles    // party to role
	order    []string // parties in order of mention
	summit   bool
	kind     string
	step     string
	stepSure bool
	// spokenOf is the sentence of the last statement that names it no more but is about it.
	spokenOf int
	// number counts the contacts of the document. kinds, towns, lands and days are
	// those of the mentions, each once.
	number              int
	kinds, towns, lands []string
	days                []interval
}

// interval is a run of days, both ends included.
type interval struct{ from, to time.Time }

// mention is one candidate with its participants bound.
type mention struct {
	*extract.Candidate
	entities   []entity
	roles      roles
	order      []string
	initiators []entity
	// post is where an ambassador among the sides is accredited.
	post string
	// brokers are the mediators that alone are named with it ("Omani-mediated talks").
	brokers []entity
	// sides tells in which list an entity stands, the last word counts.
	sides []side
	// day is the date the mention gives itself, if dated.
	day   interval
	dated bool
	// linked: the mention only refers back.
	linked bool
	// apart: each of its sides but one has a contact with that one.
	apart bool
	// denier is the side that is said to deny it; disclaims are its words where all it
	// denies is that it asked for the contact.
	denier    string
	disclaims *extract.Aside
}

func (c *contact) parties() []string { return c.order }

// between reports whether all of some sides are a contact's.
func (c *contact) between(sides []string) bool {
	return !slices.ContainsFunc(sides, func(id string) bool { return c.roles.of(id) == "" })
}

// last is the mention added last.
func (c *contact) last() *mention { return c.mentions[len(c.mentions)-1] }

// mention binds a candidate and adds it to the contact it speaks of.
func (r *reader) mention(k *extract.Candidate) {
	denial := r.relayed(k)
	m := r.take(k)
	if denial != nil {
		r.deny(m, denial)
	}
	if m.severalUnnamed() {
		r.crowded = m
	}
	r.over(m)
	r.inSeries(m)
	parts := r.split(m)
	if parts == nil {
		parts = []*mention{m}
	}
	r.venueOf(m)
	for _, p := range parts {
		r.enter(p)
	}
	if r.apart && m.linked {
		r.ofAllLegs(m)
	}
	r.apart = len(parts) > 1
}

// deny notes which side denies a mention, or only that it asked for it.
func (r *reader) deny(m *mention, denial *extract.Speech) {
	m.denier = r.oneSide(denial.Speakers)
	if m.denier == "" || r.oneSide(m.Initiators) != m.denier {
		return
	}
	first := min(denial.Cue.First, m.First)
	m.disclaims = &extract.Aside{
		Sentence: m.Sentence, Kind: extract.Disclaims, By: m.Initiators, Cue: m.Cue,
		Stretch: extract.Stretch{First: first, Last: r.unmarked(first, m.Last)},
	}
}

// over makes a contact that nothing else is said of, and that is dated before
// the text, one that was held.
func (r *reader) over(m *mention) {
	if m.Step != "" || r.d.Published.IsZero() || len(m.order) < 2 {
		return
	}
	if d, ok := r.bestDate(m.Candidate); ok && d.To.Before(r.d.Published) {
		m.Step = "held"
	}
}

// relayed applies what the speech that reports a contact does to it: "denied that
// they had met", "proposed that they meet". It returns the denial.
func (r *reader) relayed(k *extract.Candidate) (denial *extract.Speech) {
	speeches := r.speechesIn(k.Sentence)
	for i := range speeches {
		sp := &speeches[i]
		if k.Answer && k.Cue == sp.Cue || k.Such && k.Step == "said-not-to-have-happened" && k.Cue.First >= sp.First && k.Cue.Last <= sp.Last {
			return sp
		}
		if k.Cue.First < sp.First || k.Cue.Last > sp.Last || r.besides(k, sp) {
			continue
		}
		switch {
		case sp.Act == "deny" && (r.onlyMatter(k) || k.Cue.Last <= sp.ActFrom): // what was not spoken of leaves the contact as it was
		case sp.Act == "deny":
			k.Step = denied(k, sp)
			k.StepSure, denial = true, sp
		case sp.Act == "propose", sp.Act == "demand":
			if k.Step == "" && !k.Noun {
				k.Step, k.StepSure, k.Future = "proposed", true, true
			}
		}
	}
	return denial
}

// denied returns the step of a contact of which somebody denies what is said: that it
// took place or will, or that it was called off or refused. What the verb of the denial
// itself says is no more than that: "dismissed talk of a meeting".
func denied(k *extract.Candidate, sp *extract.Speech) string {
	own := k.StepCue != nil && sp.Cue != nil && k.StepCue.At == sp.Cue.At
	switch {
	case !own && record.Steps[k.Step] == "cancelled":
		return "scheduled"
	case !own && k.Step == "refused":
		return "proposed"
	case k.Future:
		return "no-plans"
	}
	return "said-not-to-have-happened"
}

// besides reports whether a contact is what the speaker does besides speaking, or the
// occasion of it: "denied the charges and met B", "rejected the charges during talks
// with B", not "denied that A came and met B".
func (r *reader) besides(k *extract.Candidate, sp *extract.Speech) bool {
	if k.Noun && !k.Adjunct || sp.Cue == nil || sp.Cue.Last > k.Cue.First {
		return false
	}
	st := &r.d.Sentences[k.Sentence]
	if k.Noun && r.afterwards(k) {
		return true
	}
	for i := sp.Cue.Last - 1; i < k.Cue.First; i++ {
		if r.lx.IsThat(r.d.Toks[i].Form) {
			return false
		}
	}
	if k.Noun {
		return true
	}
	for i := range st.Verbs {
		switch v := &st.Verbs[i]; {
		case v.First <= k.Cue.First && k.Cue.First < v.Last:
			return v.Finite && v.First > st.First && st.And[v.First-1-st.First]
		case v.First >= sp.Cue.Last && v.Last <= k.Cue.First && v.Finite:
			return false // "denied he came and met B"
		}
	}
	return false
}

// afterwards reports whether a noun only tells what something else came after, which nobody
// denies: "denied that he had refused it after the meeting".
func (r *reader) afterwards(k *extract.Candidate) bool {
	const reach = 3
	for i := k.Cue.First - 1; k.Adjunct && i >= k.Cue.First-reach && i >= r.d.Sentences[k.Sentence].First; i-- {
		if r.lx.IsDone(r.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// enter adds a mention to the contact it speaks of, or makes a new one.
func (r *reader) enter(m *mention) {
	k := m.Candidate
	if k.Counted && !m.onDay() || m.loose() || r.internal(m) {
		return
	}
	r.requested(m)
	r.hoped(m)
	c := r.match(m)
	if k.Answer && (c == nil || !r.answers(m, c)) || k.Asked && !r.askedFor(m) {
		return
	}
	if c == nil && r.further(m) {
		c = r.match(m)
	}
	if c == nil {
		if !r.stands(m) {
			r.adoptMatters(m)
			return
		}
		if m.Cue.Entry.Cue.Is("dated") && len(m.Places) == 0 { // who signed may have been apart
			m.Kind = "other"
		}
		c = &contact{
			number: len(r.contacts), mentions: r.telling.Take(usualSides)[:0],
			order: r.strings.Take(usualSides)[:0], roles: r.parts.Take(usualSides)[:0],
		}
		r.contacts = append(r.contacts, c)
	}
	c.putOff(m)
	for _, e := range m.brokers {
		m.add(e, "mediator")
	}
	r.join(c, m)
	if m.disclaims != nil && r.disclaimed[c] == nil {
		r.disclaimed[c] = m.disclaims
	}
	if r.focus == nil || !r.d.Sentences[k.Sentence].Title && !r.aside(m) {
		r.focus = c
	}
}

// onDay reports whether a mention names a day: of several counted it tells of one.
func (m *mention) onDay() bool {
	return slices.ContainsFunc(m.Dates, func(d dates.Mention) bool { return d.Kind == dates.Day })
}

// loose reports whether a mention only promises what goes on anyway: "agreed to
// stay in touch".
func (m *mention) loose() bool {
	return m.Kind == "other" && !m.Noun && m.StepSure && phase(m.Step) == "future" && len(m.Dates) == 0
}

// aside reports whether a mention only tells the occasion of the contact in
// focus, in its sentence: "met on the sidelines of the summit".
func (r *reader) aside(m *mention) bool {
	last := r.focus.last()
	return m.Noun && m.Adjunct && last.Sentence == m.Sentence && last.Cue.First < m.Cue.First
}

// join adds a mention to a contact.
func (r *reader) join(c *contact, m *mention) {
	coming := phase(c.step) == "past" && phase(m.Step) == "future" && r.partOfVisit(c, m)
	foretold := len(c.mentions) > 0 && c.foretold()
	c.mentions = append(c.mentions, m)
	r.note(c, m)
	for _, id := range m.order {
		if c.roles.of(id) == "" {
			c.order = append(c.order, id)
			c.roles.set(id, m.roles.of(id))
		} else if c.roles.of(id) == "party" {
			c.roles.set(id, m.roles.of(id))
		}
	}
	if len(c.entities) == 0 {
		c.entities = make([]entity, 0, len(m.entities))
	}
	for i := range m.entities {
		if e := &m.entities[i]; !contains(c.entities, e) {
			c.entities = append(c.entities, *e)
		}
	}
	c.summit = c.summit || m.Summit
	if foretold && phase(m.Step) == "past" {
		c.step, c.stepSure = m.Step, m.StepSure
	}
	if !coming { // what is to come of a visit that goes on does not put it off
		c.become(m)
		r.advance(c, m)
	}
}

// become makes the kind of a contact more exact by a further mention.
func (c *contact) become(m *mention) {
	meets := m.Kind == "meeting" || m.Kind == "talk" && !m.Noun && len(m.Places) > 0
	if c.kind == "visit" && meets && !m.Generic && len(m.order) >= 2 && !c.paid() { // a journey and the meeting it leads to are one contact, the meeting
		c.kind = "meeting"
	}
	if c.kind == "talks" && m.Kind == "meeting" && !m.Generic && len(m.order) >= 2 && m.personal() { // a dialogue in which somebody met somebody
		c.kind = "meeting"
	}
	switch c.kind {
	case "":
		c.kind = m.Kind
	case "talks":
		if kindGroup(m.Kind) == "remote" { // a title seldom says how they were held
			c.kind = m.Kind
		}
	case "talk":
		refers := m.Generic || m.Kind == "talks" && m.linked && !c.mentions[0].Noun // "the negotiations" are not that somebody spoke to somebody
		switch {
		case m.Kind == "visit": // who speaks to a visitor meets them
			c.kind = "meeting"
		case !refers || m.Kind == "call":
			c.kind = m.Kind
		}
	case "other":
		if !m.Generic && (m.Kind != "talk" || !m.Noun && m.personal()) { // "renewed contact": they spoke
			c.kind = m.Kind
		}
	}
}

// personal reports whether a person or the holder of an office takes part.
func (m *mention) personal() bool {
	return slices.ContainsFunc(m.entities, func(e entity) bool { return e.somebody() })
}

// paid reports whether a contact is called a visit, or is invited to: more than
// that somebody travelled.
func (c *contact) paid() bool {
	for _, m := range c.mentions {
		if m.Kind == "visit" && (m.Noun || m.Cue.Arg("frame") == "invite") {
			return true
		}
	}
	return false
}

// advance settles the step of a contact that one more mention speaks of. A
// mention that only refers back says little: it opens the step or calls it off.
func (r *reader) advance(c *contact, m *mention) {
	from, to := phase(c.step), phase(m.Step)
	weak := len(m.order) < 2
	switch {
	case from == "past" && r.beforehand(m) || m.disclaims != nil && c.step != "":
		return
	case m.doubts() && c.step != "":
		return
	case c.step == "moved" && m.Step == "postponed":
		return
	case c.step == "postponed" && m.Step == "moved": // the title does not tell the new day
	case c.disowned() && m.Step != "": // a side said it did not ask, here is told that it did
	case m.Step == "" || m.denier != "" && c.step != "" && r.toldBy(c, m.denier):
		return // one side's denial does not undo what the other tells
	case from == "off": // what is called off had been agreed on, so more than refused
		if record.Steps[c.step] == "cancelled" || record.Steps[m.Step] != "cancelled" || !m.StepSure {
			return
		}
	case c.step == "":
		if weak && m.Step == "ongoing" && len(c.mentions) > 1 {
			return
		}
	case weak && record.Steps[c.step] == "proposed" && record.Steps[m.Step] == "scheduled" && m.StepSure:
	case weak:
		if to != "off" || from != "future" && !c.hearsay() && !(m.Such && r.unconfirmed(c)) || !m.StepSure || c.kind == "visit" && (m.Kind == "meeting" || m.Kind == "talks") {
			return
		}
	case record.Steps[c.step] == "scheduled" && record.Steps[m.Step] == "proposed":
		return // what was proposed first
	case m.StepSure && !c.stepSure, to == "off" && m.StepSure:
	case record.Steps[c.step] == "proposed" && record.Steps[m.Step] == "scheduled":
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
