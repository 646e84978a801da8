package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
)

// journeyFor returns the mention of a journey, by a verb of its own, that a
// mention tells the purpose of: "flew to Doha | for talks with A". It is the
// last of the contact in focus, in the same sentence.
func (r *reader) journeyFor(m *mention) *mention {
	c := r.focus
	if c == nil || kindGroup(m.Kind) != "person" && m.Kind != "talk" || m.Kind == "visit" {
		return nil
	}
	j := c.last()
	if j.Sentence != m.Sentence || j.Noun || j.Kind != "visit" || j.Cue.First > m.Cue.First || r.clauseBetween(j, m) || r.apartIn(j, m) || r.beforeOrAfter(m.Candidate) {
		return nil
	}
	return j
}

// clauseBetween reports whether a finite verb parts two mentions of a sentence, but
// for one of where the journey goes: "to Doha, where he will meet".
func (r *reader) clauseBetween(j, m *mention) bool {
	st := &r.d.Sentences[m.Sentence]
	for i := range st.Verbs {
		v := &st.Verbs[i]
		if !v.Finite || v.First < j.Cue.Last || v.First > m.Cue.First {
			continue
		}
		there := false
		for t := j.Cue.Last; t <= v.Main; t++ {
			there = there || r.lx.IsWhere(r.d.Toks[t].Form)
		}
		if !there {
			return true
		}
	}
	return false
}

// apartIn reports whether a mention tells of another place than where a journey goes:
// "arrived in Beijing after meeting X in Tokyo".
func (r *reader) apartIn(j, m *mention) bool {
	to, at := r.land(j), r.land(m)
	return to != "" && at != "" && to != at
}

// venueOf drops a journey that only brings somebody to where the contact is that
// it is made for: "arrived in Doha to meet Blinken" visits nobody in Qatar.
func (r *reader) venueOf(m *mention) {
	j := r.journeyFor(m)
	if j == nil || len(m.order) < 2 || len(r.focus.mentions) > 1 || r.focus != r.contacts[len(r.contacts)-1] {
		return
	}
	for _, id := range j.order {
		if own := m.roles.of(id) != ""; own != (j.roles.of(id) == "guest") {
			return
		}
	}
	if r.personsBetween(m.Sentence, j.Cue.Last, m.Cue.First) { // "flies to Seoul to brief Moon and meet Kono"
		return
	}
	if len(m.Places) == 0 {
		m.Places = slices.Clone(j.Places)
	}
	if p := phase(j.Step); m.Step == "" && (p == "future" || p == "off") { // "will not travel to Rome for the summit"
		m.Step, m.StepSure, m.StepCue, m.Future = j.Step, j.StepSure, j.StepCue, j.Future
	}
	if len(m.Dates) == 0 && m.Noun {
		m.Dates = slices.Clone(j.Dates)
	}
	r.contacts = r.contacts[:len(r.contacts)-1]
	r.joinings = r.joinings[:len(r.joinings)-1] // its only mention, the last of all
	r.focus = r.before
}

// personsBetween reports whether a person or the holder of an office is named in a
// stretch of a sentence.
func (r *reader) personsBetween(s, from, to int) bool {
	return slices.ContainsFunc(r.d.Sentences[s].Actors, func(a annotate.Actor) bool {
		return a.First >= from && a.Last <= to && (a.Kind == annotate.Person || a.Kind == annotate.OfficeHolder)
	})
}
