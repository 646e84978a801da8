package resolve

import (
	"math"
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// split parts a mention that tells of several contacts in one breath: calls of
// one with each of several, and whatever the text says was separate.
func (r *reader) split(m *mention) []*mention {
	spoke := m.Kind == "talk" && !m.Noun && !m.Cue.Entry.Cue.Is("met") && len(m.Places) == 0 && (m.Step == "" || phase(m.Step) == "past") // where nobody says where, by telephone
	called := m.Kind == "call" && !(m.Noun && m.Generic)
	peers := !m.Noun && m.Cue.Arg("kind") == "talk" && phase(m.Step) == "past" && !r.jointly(m) && r.withPeers(m)
	apart := m.Each || m.apart || r.letters(m) || peers || r.ambassadors(m) || (called || spoke && !m.Generic) && !r.jointly(m)
	if !apart || len(m.order) < 3 || slices.ContainsFunc(m.entities, func(e entity) bool { return e.members != nil }) {
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
		p := r.room(&mention{Candidate: r.leg(m, id), initiators: m.initiators})
		for _, e := range m.entities {
			if c := e.country(); c == hub || c == id {
				p.add(e, m.roles.of(c))
			}
		}
		p.party(id, m.roles.of(id))
		out = append(out, p)
	}
	return out
}

// ofAllLegs adds a mention that refers back to one of several contacts told of in one
// breath to the others: "spoke with A and B in separate calls on Monday".
func (r *reader) ofAllLegs(m *mention) {
	c := r.focus
	if c == nil || c.last() != m || len(c.mentions) < 2 {
		return
	}
	told := c.mentions[len(c.mentions)-2]
	for _, o := range r.latest() {
		if last := o.last(); last.Cue == told.Cue && last.Sentence == m.Sentence {
			r.join(o, m)
		}
	}
}

// leg returns what is said of a visit to several hosts as it is of the one to one of
// them: where it goes is that host's.
func (r *reader) leg(m *mention, host string) *extract.Candidate {
	if m.Kind != "visit" || m.roles.of(host) != "host" {
		return m.Candidate
	}
	k := *m.Candidate
	k.Places = nil
	for _, p := range m.Places {
		if p.Country == host {
			k.Places = append(k.Places, p)
		}
	}
	for _, p := range m.Participants {
		if a := &r.d.Sentences[p.Sentence].Actors[p.Actor]; len(k.Places) == 0 && a.Of == host && a.Place != "" {
			k.Places = append(k.Places, annotate.PlaceMention{First: a.First, Last: a.Last, Name: a.Place, Country: a.Of, Rels: a.Rels})
		}
	}
	return &k
}

// letters reports whether the words of a mention are of several letters: one for each of
// those who sent them or whom they went to.
func (r *reader) letters(m *mention) bool {
	if m.Kind != "letter" {
		return false
	}
	st := &r.d.Sentences[m.Sentence]
	return slices.ContainsFunc(st.Words[m.Cue.First-st.First:m.Cue.Last-st.First], func(w annotate.Word) bool {
		return w.Tag == syntax.Noun && w.Feats.Has(syntax.Plural)
	})
}

// ambassadors reports whether several ambassadors are received, who come one by one.
func (r *reader) ambassadors(m *mention) bool {
	if m.Cue.Arg("frame") != "receive" {
		return false
	}
	n := 0
	for i := range m.entities {
		switch e := &m.entities[i]; {
		case m.roles.of(e.country()) == "host":
		case e.office == "ambassador" || e.office == "delegation-head":
			n++
		default:
			return false
		}
	}
	return n > 1
}

// withPeers reports whether somebody spoke with several counterparts, each named: one after
// the other, as a rule.
func (r *reader) withPeers(m *mention) bool {
	n := 0
	for _, p := range m.Participants {
		if a := &r.d.Sentences[p.Sentence].Actors[p.Actor]; a.Rels.Has(language.With) && a.IsCounterpart {
			n++
		}
	}
	return n > 1
}

// jointly reports whether the sentence of a mention tells of one call of all: "spoke
// with A and B in a joint call".
func (r *reader) jointly(m *mention) bool {
	return slices.ContainsFunc(r.d.Sentences[m.Sentence].Cues, func(c annotate.Cue) bool { return c.Entry.Cue.Is("joint") })
}

// inSeries parts what somebody does who was just said to have several meetings:
// "will hold bilateral meetings. He will see X, Y and Z".
func (r *reader) inSeries(m *mention) {
	if m.Kind != "meeting" && m.Kind != "talk" {
		return
	}
	if m.Noun && m.Each && len(m.order) > 0 {
		r.series, r.seriesAt = m, m.Sentence
		return
	}
	s := r.series
	if s == nil || m.Noun || m.Sentence-r.seriesAt > seriesReach || !slices.ContainsFunc(s.order, func(id string) bool { return m.roles.of(id) != "" }) {
		return
	}
	m.apart, r.seriesAt = true, m.Sentence
	k := *m.Candidate
	if len(k.Dates) == 0 {
		k.Dates = s.Dates
	}
	if len(k.Places) == 0 {
		k.Places = s.Places
	}
	m.Candidate = &k
}

// seriesReach is how many sentences behind the word of several meetings, or behind the
// one told of before, those are told of.
const seriesReach = 2

// side is the list that an entity of a mention stands in, by number below 0, or
// the place where it stands by itself; withSide is that of all it is "with".
type side struct {
	e  *entity
	at int
}

const withSide = math.MinInt

func (m *mention) side(e *entity) int {
	for i := len(m.sides) - 1; i >= 0; i-- {
		if m.sides[i].e.same(e) {
			return m.sides[i].at
		}
	}
	return 0
}

// hub is the one side that has a contact with each of several: the guest of
// visits, of calls the side that stands alone beside a list.
func (m *mention) hub() string {
	size := map[int]int{}
	for i := range m.entities {
		size[m.side(&m.entities[i])]++
	}
	hub := ""
	for i := range m.entities {
		e := &m.entities[i]
		id := e.country()
		alone := size[m.side(e)] == 1
		if m.Kind == "visit" {
			alone = m.roles.of(id) == "guest"
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
