package resolve

import (
	"sort"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
)

// topics returns what a contact was about, and where that stands: what is said
// to have been discussed, else what its sentences name, the next words of a
// party, or the title.
func (r *reader) topics(c *contact) ([]string, []evidence) {
	l := &topicList{r: r, c: c, seen: map[string]bool{}}
	for _, m := range c.mentions {
		if cue := r.agreedOn(c, m); cue != nil {
			l.add("meeting-preparation", cue.First, cue.Last, cue.Entry)
		}
	}
	for _, spans := range []func(*contact) []span{r.spans, r.sentences, r.replies, r.titles} {
		if len(l.out) == 0 {
			l.read(spans(c))
		}
	}
	sort.Strings(l.out)
	return l.out, l.ev
}

// sentences returns the sentences that tell of a contact.
func (r *reader) sentences(c *contact) []span {
	var out []span
	for _, m := range c.mentions {
		out = append(out, r.whole(m.Sentence))
	}
	return out
}

// replies returns the sentences right behind those that tell of a contact in
// which somebody of its parties speaks, and of no other contact.
func (r *reader) replies(c *contact) []span {
	var out []span
	for _, m := range c.mentions {
		s := m.Sentence + 1
		if s < len(r.d.Sentences) && !r.d.Sentences[s].Title && len(r.joinedIn(s)) == 0 && r.speaksUp(c, s) {
			out = append(out, r.whole(s))
		}
	}
	return out
}

// speaksUp reports whether somebody speaks in a sentence that names a party of a
// contact.
func (r *reader) speaksUp(c *contact, s int) bool {
	if len(r.mattersIn(s))+len(r.speechesIn(s)) == 0 {
		return false
	}
	for _, es := range r.bound[s] {
		for i := range es {
			if c.roles[es[i].country()] != "" {
				return true
			}
		}
	}
	return false
}

func (r *reader) whole(s int) span {
	st := &r.d.Sentences[s]
	return span{sentence: s, first: st.First, last: st.Last, near: true}
}

// titles returns the titles of the document, for a contact it is about.
func (r *reader) titles(c *contact) []span {
	if !r.isMain(c) {
		return nil
	}
	var out []span
	for s := range r.d.Sentences {
		if r.d.Sentences[s].Title {
			out = append(out, r.whole(s))
		}
	}
	return out
}

// topicList gathers the topics of one contact, each once.
type topicList struct {
	r    *reader
	c    *contact
	seen map[string]bool
	out  []string
	ev   []evidence
}

func (l *topicList) add(topic string, first, last int, e *language.Entry) {
	if !l.seen[topic] {
		l.seen[topic] = true
		l.out = append(l.out, topic)
		l.ev = append(l.ev, evidence{"topics", first, last, e.Rule(l.r.lx.Pack.Code)})
	}
}

// read adds the topics that some stretches name.
func (l *topicList) read(spans []span) {
	for _, sp := range spans {
		if cue := l.r.prepares(l.c, sp); cue != nil && !sp.near {
			l.add("meeting-preparation", cue.First, cue.Last, cue.Entry)
		}
		for _, h := range l.r.lx.TopicsIn(l.r.d.Toks, sp.first, sp.last) {
			if !l.r.named(l.c, &sp, h) && !sp.form(h.Entry.ID) && !l.r.ofForm(sp.sentence, h) {
				l.add(h.Entry.ID, h.First, h.Last, h.Entry)
			}
		}
	}
}

// ofForm reports whether a topic's word only tells the form of a contact beside
// it: "a bilateral meeting".
func (r *reader) ofForm(s int, h annotate.TopicHit) bool {
	if h.Entry.ID != "bilateral-relations" || h.Last-h.First > 1 {
		return false
	}
	for i := range r.d.Sentences[s].Cues {
		c := &r.d.Sentences[s].Cues[i]
		if c.Sense() == language.Contact && c.First <= h.Last && h.First <= c.Last {
			return true
		}
	}
	return false
}

// named reports whether the words of a topic are only the name of somebody:
// of a party, a ministry, an outlet; beside a contact, of who holds it.
func (r *reader) named(c *contact, sp *span, h annotate.TopicHit) bool {
	st := &r.d.Sentences[sp.sentence]
	for i := range st.Actors {
		a := &st.Actors[i]
		if a.First > h.First || a.Last < h.Last {
			continue
		}
		switch a.Kind {
		case annotate.State, annotate.Organisation:
			return sp.near || c.roles[a.Of] != ""
		}
		return true
	}
	return false
}

// about returns the third countries in what a contact was about, else those that
// its sentences name as the scene of a topic or the title beside the parties.
func (r *reader) about(c *contact) []string {
	known := func(id string) bool { return c.roles[id] != "" }
	out := r.statesIn(r.spans(c), known)
	for _, spans := range [][]span{r.scenes(r.sentences(c)), r.titles(c)} {
		if len(out) == 0 {
			out = r.statesIn(spans, known)
		}
	}
	return out
}

// scenes returns the topics in some stretches with the words behind them: "the
// situation in Haiti".
func (r *reader) scenes(in []span) []span {
	var out []span
	for _, sp := range in {
		for _, h := range r.lx.TopicsIn(r.d.Toks, sp.first, sp.last) {
			out = append(out, span{sentence: sp.sentence, first: h.First, last: h.Last + 3})
		}
	}
	return out
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
			if p.First < sp.first || p.Last > sp.last {
				continue
			}
			if g := r.world.Places[p.Name]; g == nil {
				add(p.Country)
			} else if g.Kind == "region" {
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
		own := kindGroup(k.Kind) != "person" && kindGroup(k.Kind) != "remote"
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
