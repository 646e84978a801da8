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
	for i := range r.found.Matters {
		m := &r.found.Matters[i]
		if m.Sentence != s || !r.among(m.By) {
			continue
		}
		r.discussed[r.focus] = append(r.discussed[r.focus], span{s, m.First, m.Last, nil})
	}
	for i := range r.found.Speeches {
		if sp := &r.found.Speeches[i]; sp.Sentence == s && r.inside(sp) {
			r.discussed[r.focus] = append(r.discussed[r.focus], span{s, sp.First, sp.Last, nil})
		}
	}
}

// inside reports whether reported words were said in the contact in focus: by
// one who took part in it, of what has happened.
func (r *reader) inside(sp *extract.Speech) bool {
	if phase(r.focus.step) != "past" && r.focus.step != "" || len(sp.Speakers) == 0 {
		return false
	}
	for _, e := range r.refs(sp.Speakers) {
		if r.focus.roles[e.country()] == "" {
			return false
		}
		took := false
		for i := range r.focus.entities {
			took = took || r.focus.entities[i].key() == e.key()
		}
		if !took {
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
	for _, sp := range r.spans(c) {
		for _, h := range r.lx.TopicsIn(r.d.Toks, sp.first, sp.last) {
			if seen[h.Entry.ID] || r.named(c, sp.sentence, h) || sp.cue != nil && h.Entry.ID == "meeting-preparation" && h.First < sp.cue.Last && h.Last > sp.cue.First {
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
	seen := map[string]bool{}
	var out []string
	add := func(id string) {
		if id != "" && c.roles[id] == "" && !seen[id] && r.world.States[id] != nil {
			seen[id] = true
			out = append(out, id)
		}
	}
	for _, sp := range r.spans(c) {
		st := &r.d.Sentences[sp.sentence]
		for i := range st.Actors {
			if a := &st.Actors[i]; a.First >= sp.first && a.Last <= sp.last && a.Kind == annotate.State {
				add(a.Of)
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
