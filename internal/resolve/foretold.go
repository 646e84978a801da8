package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// foretold reports whether a contact is only known as one that was once to come.
func (c *contact) foretold() bool {
	return !slices.ContainsFunc(c.mentions, func(m *mention) bool { return !m.Foretold })
}

// announced reports whether a mention only tells that a contact had been made known:
// "the visit was announced on Saturday", but not "the next visit was announced".
func (r *reader) announced(m *mention) bool {
	if !m.Noun || !m.Definite || m.Open || m.dated || m.Step != "scheduled" || m.StepCue == nil || len(m.order) > 1 {
		return false
	}
	st := &r.d.Sentences[m.Sentence]
	before := m.Cue.First - 1 - st.First
	return before < 0 || st.Words[before].Tag != syntax.Adj
}

// putOff takes a mention that tells of an earlier day from which a contact was put off,
// or that it had been put off before, for what it is: the contact is still to come.
func (c *contact) putOff(m *mention) {
	later := func(o interval) bool { return m.day.to.Before(o.from) }
	on := c.step != "" && phase(c.step) != "off" && len(c.order) > 1
	before := on && m.Earlier && record.Steps[m.Step] == "cancelled" // "had been put off twice"
	if before || m.Step == "postponed" && m.dated && slices.ContainsFunc(c.days, later) {
		m.Step, m.StepSure, m.Dates, m.dated = "", false, nil, false
	}
}
