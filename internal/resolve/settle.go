package resolve

import (
	"sort"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/record"
)

// settle decides what the mentions of each contact leave open.
func (r *reader) settle() {
	kept := r.contacts[:0]
	for _, c := range r.contacts {
		if c.kind == "talk" {
			c.kind = r.talkKind(c)
		}
		if c.step == "" {
			c.step = "held"
		}
		r.future(c)
		kept = append(kept, c)
	}
	r.contacts = kept
}

// talkKind settles an exchange whose form no mention gives. A place makes it a
// meeting; that somebody "spoke with" somebody, with no place, is mostly a call;
// nouns such as "discussions" are mostly of meetings.
func (r *reader) talkKind(c *contact) string {
	spoke := false
	for _, m := range c.mentions {
		for _, p := range m.Places {
			if p.Name != "" || p.Country != "" {
				return "meeting"
			}
		}
		spoke = spoke || !m.Noun && !m.Generic
	}
	if spoke {
		return "call"
	}
	return "meeting"
}

// future corrects a step that only tense gave: what is dated after the day of
// publication has not been held.
func (r *reader) future(c *contact) {
	if c.step != "held" && c.step != "ongoing" || r.d.Published.IsZero() {
		return
	}
	if _, m, d := r.date(c); m != nil && d.From.After(r.d.Published) {
		c.step = "scheduled"
	}
}

// span is a stretch of one sentence, for topics and third countries.
type span struct{ sentence, first, last int }

// spans returns the clauses that speak of a contact: those of its mentions, and
// those that say what was discussed while it was in focus.
func (r *reader) spans(c *contact) []span {
	var out []span
	for _, m := range c.mentions {
		out = append(out, r.clause(c, m))
	}
	return append(out, r.discussed[c]...)
}

// clause is the stretch of its sentence that belongs to a mention: all of it,
// unless another contact is spoken of there too.
func (r *reader) clause(c *contact, m *mention) span {
	st := &r.d.Sentences[m.Sentence]
	sp := span{m.Sentence, st.First, st.Last}
	for _, o := range r.contacts {
		if o == c {
			continue
		}
		for _, x := range o.mentions {
			if x.Sentence != m.Sentence {
				continue
			}
			if x.Cue.First >= m.Cue.Last {
				sp.last = min(sp.last, x.Cue.First)
			} else if x.Cue.Last <= m.Cue.First {
				sp.first = max(sp.first, x.Cue.Last)
			}
		}
	}
	return sp
}

// discuss notes the stretches of a sentence without a contact of its own that
// say what the contact in focus was about: "they also raised".
func (r *reader) discuss(s int) {
	st := &r.d.Sentences[s]
	if r.focus == nil {
		return
	}
	for i := range st.Cues {
		c := &st.Cues[i]
		if c.Sense() != language.TopicOf || c.Entry.Cue.POS != "VERB" {
			continue
		}
		r.discussed[r.focus] = append(r.discussed[r.focus], span{s, c.Last, st.Last})
	}
}

// topics returns what a contact was about, and where that stands.
func (r *reader) topics(c *contact) ([]string, []evidence) {
	seen := map[string]bool{}
	var out []string
	var ev []evidence
	for _, sp := range r.spans(c) {
		for _, h := range r.lx.TopicsIn(r.d.Toks, sp.first, sp.last) {
			if !seen[h.Entry.ID] {
				seen[h.Entry.ID] = true
				out = append(out, h.Entry.ID)
				ev = append(ev, evidence{"topics", h.First, h.Last, h.Entry.Rule(r.lx.Pack.Code)})
			}
		}
	}
	sort.Strings(out)
	return out, ev
}

// about returns the third countries in the clauses of a contact.
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
			a := &st.Actors[i]
			if a.First < sp.first || a.Last > sp.last || a.Kind != annotate.State || a.Rels.Has(language.In) && a.Place != "" || a.Rels == 0 {
				continue
			}
			add(a.Of)
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

// place returns where a contact takes place.
func (r *reader) place(c *contact) (*record.Place, annotate.PlaceMention) {
	for _, m := range c.mentions {
		for _, p := range m.Places {
			if p.Name == "" && p.Country == "" {
				continue
			}
			return r.placeRecord(p), p
		}
	}
	return nil, annotate.PlaceMention{}
}

func (r *reader) placeRecord(p annotate.PlaceMention) *record.Place {
	out := &record.Place{Name: p.Name}
	if g := r.world.Places[p.Name]; g != nil {
		lat, lon := g.Lat, g.Lon
		out.Lat, out.Lon = &lat, &lon
		if g.Country != "" {
			country := g.Country
			out.Country = &country
		}
		return out
	}
	if s := r.world.States[p.Country]; s != nil {
		lat, lon, id := s.Lat, s.Lon, s.ID
		out.Name, out.Country, out.Lat, out.Lon = s.Name, &id, &lat, &lon
	}
	return out
}

// initiator returns who asked for a contact: one actor, or several when
// mentions differ.
func (r *reader) initiators(c *contact) ([]string, *mention) {
	var out []string
	var from *mention
	for _, m := range c.mentions {
		for _, e := range m.initiators {
			id := e.country()
			if id == "" || c.roles[id] == "" && len(m.initiators) > 1 {
				continue
			}
			dup := false
			for _, o := range out {
				dup = dup || o == id
			}
			if !dup {
				out = append(out, id)
				from = m
			}
		}
	}
	return out, from
}

// head returns the mention that says most of a contact: the first with the
// most parties.
func (c *contact) head() *mention {
	best := c.mentions[0]
	for _, m := range c.mentions {
		if len(m.order) > len(best.order) {
			best = m
		}
	}
	return best
}

// isMain reports whether the document is about a contact: it stands in the
// title or in the first sentences of the report.
func (r *reader) isMain(c *contact) bool {
	body := 0
	for s := range r.d.Sentences {
		if !r.d.Sentences[s].Title {
			body = s
			break
		}
	}
	for _, m := range c.mentions {
		if m.Sentence <= body+1 {
			return true
		}
	}
	return len(r.contacts) == 1
}

// evidence is the words behind a value, by token.
type evidence struct {
	field       string
	first, last int
	rule        string
}
