package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
)

// span is a stretch of one sentence, for topics and third countries.
type span struct {
	sentence, first, last int
	// cue is the contact's own cue inside the stretch, nil when it has none.
	cue *annotate.Cue
	// told: it is only what somebody who took part said.
	told bool
}

// form reports whether a topic's words beside a contact noun tell its form: a
// "bilateral meeting", a "planned summit".
func (s *span) form(topic string) bool {
	return s.cue != nil && s.first <= s.cue.First && s.cue.Last <= s.last && (topic == "bilateral-relations" || topic == "meeting-preparation")
}

// spans returns the stretches that say what a contact was about: those of its
// mentions, and those of other sentences while it was in focus.
func (r *reader) spans(c *contact) []span {
	var out []span
	for _, m := range c.mentions {
		for _, s := range m.Matters {
			out = append(out, span{sentence: m.Sentence, first: s.First, last: s.Last, cue: m.Cue})
		}
	}
	return append(out, r.discussed[c]...)
}

// discuss notes the stretches of a sentence that say what a contact was about
// without naming it: what the parties of the one in focus raised, and what those
// who took part in it said.
func (r *reader) discuss(s int) {
	if r.focus == nil {
		return
	}
	matters, speeches := r.mattersIn(s), r.speechesIn(s)
	for i := range matters {
		m := &matters[i]
		if m.Said {
			r.said(s, m.First, m.Last, m.By)
			continue
		}
		for _, c := range r.raisedIn(m) {
			r.discussed[c] = append(r.discussed[c], span{sentence: s, first: m.First, last: m.Last})
		}
	}
	for i := range speeches {
		r.said(s, speeches[i].First, speeches[i].Last, speeches[i].Speakers)
	}
}

// backTo puts a contact told of before into focus again, where a sentence without a
// contact tells what one of those who took part said to another. Who speak to one
// another are a pair.
func (r *reader) backTo(s int) {
	if len(r.candidatesIn(s)) > 0 || r.focus == nil {
		return
	}
	for _, sp := range r.speechesIn(s) {
		by, to := r.refs(sp.Speakers), r.refs(sp.To)
		if len(by) == 1 && len(to) == 1 && by[0].isPerson() && to[0].isPerson() && by[0].country() != to[0].country() {
			r.lastList, r.lastPair, r.pairAt = 0, []entity{by[0], to[0]}, s
		}
		for _, c := range slices.Backward(r.latest()) {
			if tookPart(c, by) && tookPart(c, to) {
				if !tookPart(r.focus, by) || !tookPart(r.focus, to) {
					r.focus = c
				}
				return
			}
		}
	}
}

// tookPart reports whether one of some persons took part in a contact.
func tookPart(c *contact, who []entity) bool {
	return slices.ContainsFunc(who, func(e entity) bool { return e.isPerson() && contains(c.entities, &e) })
}

// raisedIn returns the contacts in which a matter was raised: those that who raised it
// had last, else those it was spoken of in and of which they are a party.
func (r *reader) raisedIn(m *extract.Matter) []*contact {
	if len(m.By) > 0 {
		if had := r.saidIn(m.By); len(had) > 0 {
			return had
		}
	}
	return slices.DeleteFunc(r.spokenIn(m), func(c *contact) bool { return !r.among(c, m.By) })
}

// spokenIn returns the contacts in which a matter was spoken of: those in focus, or
// the last one of the sides that its sentence names, where these are others: "With
// his counterpart from Chad he discussed ...".
func (r *reader) spokenIn(m *extract.Matter) []*contact {
	var named []string
	for i := range r.d.Sentences[m.Sentence].Actors {
		if a := &r.d.Sentences[m.Sentence].Actors[i]; a.Last > m.First && a.First < m.Last || a.Kind == annotate.Outlet {
			continue
		}
		for _, e := range r.bound[m.Sentence][i] {
			if id := e.country(); id != "" {
				named = append(named, id)
			}
		}
	}
	if r.focus.between(named) {
		return r.inFocus()
	}
	for _, c := range slices.Backward(r.latest()) {
		if c.between(named) {
			return []*contact{c}
		}
	}
	return r.inFocus()
}

// inFocus returns the contact in focus and those told of by the same words:
// "called A and B".
func (r *reader) inFocus() []*contact {
	out := []*contact{r.focus}
	m := r.focus.last()
	for _, j := range r.joinedIn(m.Sentence) {
		if j.m.Cue == m.Cue && !slices.Contains(out, j.c) {
			out = append(out, j.c)
		}
	}
	return out
}

// said gives what somebody said to the contacts in focus in which they took part.
func (r *reader) said(s, first, last int, by []extract.Ref) {
	for _, c := range r.saidIn(by) {
		r.discussed[c] = append(r.discussed[c], span{sentence: s, first: first, last: last, told: true})
	}
}

// saidIn returns the contacts in focus in which some speakers took part, else the last
// in which they did.
func (r *reader) saidIn(by []extract.Ref) []*contact {
	var out []*contact
	for _, c := range r.inFocus() {
		if r.tookPart(c, by) {
			out = append(out, c)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, c := range slices.Backward(r.latest()) {
		if c.took() && r.tookPart(c, by) {
			return []*contact{c}
		}
	}
	return nil
}

// took reports whether a contact has taken place, or nothing else is said of it.
func (c *contact) took() bool { return phase(c.step) == "past" || c.step == "" }

// tookPart reports whether all of some speakers took part in a contact, and it
// has happened: what they said, they said in it.
func (r *reader) tookPart(c *contact, refs []extract.Ref) bool {
	es := r.refs(refs)
	if !c.took() {
		return false
	}
	if len(es) == 0 { // "They agreed": nobody else was named
		return c == r.focus && len(refs) == 1 && r.d.Sentences[refs[0].Sentence].Actors[refs[0].Actor].Plural
	}
	sides := map[string]bool{}
	for i := range es {
		sides[es[i].country()] = true
	}
	for i := range es {
		if c.roles.of(es[i].country()) == "" || !r.attends(c, &es[i]) && len(sides) < 2 {
			return false
		}
	}
	return true
}

// attends reports whether an entity takes part in a contact, by name or by
// office.
func (r *reader) attends(c *contact, e *entity) bool {
	for i := range c.entities {
		o := &c.entities[i]
		if o.same(e) || !e.isPerson() && e.office != "" && e.country() == o.country() && r.sameOffice(e.office, o.office) {
			return true
		}
	}
	return false
}

// adoptMatters gives what a mention says of matters to the contact in focus,
// when the mention makes no contact of its own: "the summit will address ...".
func (r *reader) adoptMatters(m *mention) {
	if r.focus == nil || !sameGroup(r.focus.kind, m.Kind) {
		return
	}
	for _, s := range m.Matters {
		r.discussed[r.focus] = append(r.discussed[r.focus], span{sentence: m.Sentence, first: s.First, last: s.Last, cue: m.Cue})
	}
}

// among reports whether some actors are parties of a contact; a verb without an
// actor of its own speaks of the contact itself.
func (r *reader) among(c *contact, refs []extract.Ref) bool {
	if len(refs) == 0 {
		return true
	}
	for _, e := range r.refs(refs) {
		if c.roles.of(e.country()) != "" {
			return true
		}
	}
	return false
}
