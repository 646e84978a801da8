package resolve

import (
	"sort"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
)

// span is a stretch of one sentence, for topics and third countries.
type span struct {
	sentence, first, last int
	// cue is the contact's own cue inside the stretch, nil when it has none.
	cue *annotate.Cue
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
			out = append(out, span{m.Sentence, s.First, s.Last, m.Cue})
		}
	}
	return append(out, r.discussed[c]...)
}

// discuss notes the stretches of a sentence that say what the contact in focus
// was about without naming it: what its parties raised, and what they said.
func (r *reader) discuss(s int) {
	if r.focus == nil {
		return
	}
	matters, speeches := r.mattersIn(s), r.speechesIn(s)
	for i := range matters {
		m := &matters[i]
		if !m.Said && !r.among(m.By) || m.Said && !r.tookPart(m.By) {
			continue
		}
		r.discussed[r.focus] = append(r.discussed[r.focus], span{s, m.First, m.Last, nil})
	}
	for i := range speeches {
		if sp := &speeches[i]; r.tookPart(sp.Speakers) {
			r.discussed[r.focus] = append(r.discussed[r.focus], span{s, sp.First, sp.Last, nil})
		}
	}
}

// tookPart reports whether all of some speakers took part in the contact in
// focus, and it has happened: what they said, they said in it.
func (r *reader) tookPart(refs []extract.Ref) bool {
	es := r.refs(refs)
	if phase(r.focus.step) != "past" && r.focus.step != "" {
		return false
	}
	if len(es) == 0 { // "They agreed": nobody else was named
		return len(refs) == 1 && r.d.Sentences[refs[0].Sentence].Actors[refs[0].Actor].Plural
	}
	sides := map[string]bool{}
	for i := range es {
		sides[es[i].country()] = true
	}
	for i := range es {
		if r.focus.roles[es[i].country()] == "" || !r.attends(&es[i]) && len(sides) < 2 {
			return false
		}
	}
	return true
}

// attends reports whether an entity takes part in the contact in focus, by name
// or by office.
func (r *reader) attends(e *entity) bool {
	for i := range r.focus.entities {
		o := &r.focus.entities[i]
		if o.key() == e.key() || !e.isPerson() && e.office != "" && e.country() == o.country() && r.sameOffice(e.office, o.office) {
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
		r.discussed[r.focus] = append(r.discussed[r.focus], span{m.Sentence, s.First, s.Last, m.Cue})
	}
}

// prepares returns the cue of another contact, still to come, in what a contact
// was about: "they agreed to meet again".
func (r *reader) prepares(c *contact, sp span) *annotate.Cue {
	if phase(c.step) != "past" || c.kind == "letter" {
		return nil
	}
	candidates := r.candidatesIn(sp.sentence)
	for i := range candidates {
		k := &candidates[i]
		if len(k.Participants)+len(k.States) == 0 || k.Cue.First < sp.first || k.Cue.Last > sp.last || k.Cue == sp.cue || phase(k.Step) != "future" {
			continue
		}
		own := kindGroup[k.Kind] != "person" && kindGroup[k.Kind] != "remote"
		if !own && !c.own[k] && r.ofParties(c, k) {
			return k.Cue
		}
	}
	return nil
}

// agreedOn returns the cue of another contact that the parties agreed on in the
// sentence of a mention: "a call in which they decided to meet".
func (r *reader) agreedOn(c *contact, m *mention) *annotate.Cue {
	if phase(c.step) != "past" {
		return nil
	}
	candidates := r.candidatesIn(m.Sentence)
	for i := range candidates {
		k := &candidates[i]
		if k.Step == "agreed" && k.Cue.First >= m.Cue.Last && r.ofParties(c, k) {
			return k.Cue
		}
	}
	return nil
}

// ofParties reports whether a candidate names nobody but parties of a contact.
func (r *reader) ofParties(c *contact, k *extract.Candidate) bool {
	for _, p := range k.Participants {
		for _, e := range r.bound[p.Sentence][p.Actor] {
			if id := e.country(); id != "" && c.roles[id] == "" {
				return false
			}
		}
	}
	for _, s := range k.States {
		if c.roles[s.ID] == "" {
			return false
		}
	}
	return true
}

// among reports whether some actors are parties of the contact in focus; a verb
// without an actor of its own speaks of the contact itself.
func (r *reader) among(refs []extract.Ref) bool {
	if len(refs) == 0 {
		return true
	}
	for _, e := range r.refs(refs) {
		if r.focus.roles[e.country()] != "" {
			return true
		}
	}
	return false
}

// topics returns what a contact was about, and where that stands.
func (r *reader) topics(c *contact) ([]string, []evidence) {
	seen := map[string]bool{}
	var out []string
	var ev []evidence
	for _, m := range c.mentions {
		if cue := r.agreedOn(c, m); cue != nil && !seen["meeting-preparation"] {
			seen["meeting-preparation"] = true
			out = append(out, "meeting-preparation")
			ev = append(ev, evidence{"topics", cue.First, cue.Last, cue.Entry.Rule(r.lx.Pack.Code)})
		}
	}
	for _, sp := range r.spans(c) {
		if cue := r.prepares(c, sp); cue != nil && !seen["meeting-preparation"] {
			seen["meeting-preparation"] = true
			out = append(out, "meeting-preparation")
			ev = append(ev, evidence{"topics", cue.First, cue.Last, cue.Entry.Rule(r.lx.Pack.Code)})
		}
		for _, h := range r.lx.TopicsIn(r.d.Toks, sp.first, sp.last) {
			if seen[h.Entry.ID] || r.named(c, sp.sentence, h) || sp.form(h.Entry.ID) {
				continue
			}
			seen[h.Entry.ID] = true
			out = append(out, h.Entry.ID)
			ev = append(ev, evidence{"topics", h.First, h.Last, h.Entry.Rule(r.lx.Pack.Code)})
		}
	}
	sort.Strings(out)
	return out, ev
}

// named reports whether the words of a topic are only the name of somebody:
// of a party, a ministry, an outlet.
func (r *reader) named(c *contact, s int, h annotate.TopicHit) bool {
	st := &r.d.Sentences[s]
	for i := range st.Actors {
		a := &st.Actors[i]
		if a.First > h.First || a.Last < h.Last {
			continue
		}
		switch a.Kind {
		case annotate.State, annotate.Organisation:
			return c.roles[a.Of] != ""
		}
		return true
	}
	return false
}

// about returns the third countries in what a contact was about.
func (r *reader) about(c *contact) []string {
	return r.statesIn(r.spans(c), func(id string) bool { return c.roles[id] != "" })
}

// statesIn returns the states that some stretches name, sorted, without those
// that are known already.
func (r *reader) statesIn(spans []span, known func(id string) bool) []string {
	seen := map[string]bool{}
	var out []string
	add := func(id string) {
		if id != "" && !known(id) && !seen[id] && r.world.States[id] != nil {
			seen[id] = true
			out = append(out, id)
		}
	}
	for _, sp := range spans {
		st := &r.d.Sentences[sp.sentence]
		for i := range st.Actors {
			if a := &st.Actors[i]; a.First >= sp.first && a.Last <= sp.last && a.Kind == annotate.State {
				add(a.Of)
			}
		}
		for i := range st.Places { // "the war in Gaza"
			p := &st.Places[i]
			if g := r.world.Places[p.Name]; g != nil && g.Kind == "region" && p.First >= sp.first && p.Last <= sp.last {
				add(g.Country)
			}
		}
		for i := range st.States {
			if m := &st.States[i]; m.First >= sp.first && m.Last <= sp.last {
				add(m.ID)
			}
		}
	}
	sort.Strings(out)
	return out
}
