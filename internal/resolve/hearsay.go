package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/record"
)

// answers reports whether a mention that only says what became of a contact speaks of
// one: of an offer, or of what others than its sides were said to tell just before, which
// is denied.
func (r *reader) answers(m *mention, c *contact) bool {
	if m.Such {
		return m.Sentence-c.last().Sentence <= 1 && r.unconfirmed(c)
	}
	return record.Steps[c.step] == "proposed"
}

// askedFor reports whether a mention that only says who asked for a contact names one side
// of that in focus, told of shortly before.
func (r *reader) askedFor(m *mention) bool {
	c := r.focus
	return c != nil && m.Sentence-c.last().Sentence <= companyWithin && c.roles.of(r.oneSide(m.Initiators)) != ""
}

// onlyMatter reports whether a verb of nobody tells what was spoken of, rather than that
// somebody spoke: "denied that a ceasefire had been discussed".
func (r *reader) onlyMatter(k *extract.Candidate) bool {
	nobody := len(k.Participants)+len(k.States) == 0
	return !k.Noun && slices.ContainsFunc(r.d.Sentences[k.Sentence].Cues, func(c annotate.Cue) bool {
		over := c.Sense() == language.TopicOf && c.First <= k.Cue.First && k.Cue.Last <= c.Last
		return over && (nobody || c.First < k.Cue.First) // "s-a discutat despre" has no subject
	})
}

// hearsay reports whether a contact is only said to have been by others than the
// text: "il se serait rendu à".
func (c *contact) hearsay() bool {
	return !slices.ContainsFunc(c.mentions, func(m *mention) bool { return len(m.order) > 1 && !m.Hedged })
}

// unconfirmed reports whether a contact is hearsay, or told by outlets alone: "Axios
// reported that they had met".
func (r *reader) unconfirmed(c *contact) bool {
	return !slices.ContainsFunc(c.mentions, func(m *mention) bool {
		side, chain := r.origin(m)
		return len(m.order) > 1 && !m.Hedged && (side != "" || len(chain) == 0)
	})
}

// disowned reports whether all that was told of a contact so far is that a side says it
// did not ask for it.
func (c *contact) disowned() bool {
	return !slices.ContainsFunc(c.mentions[:len(c.mentions)-1], func(m *mention) bool { return m.disclaims == nil })
}

// doubts reports whether a mention only holds that a contact is unlikely.
func (m *mention) doubts() bool { return m.StepCue != nil && m.StepCue.Entry.Cue.Is("doubt") }

// toldBy reports whether a party other than one side tells of a contact itself.
func (r *reader) toldBy(c *contact, other string) bool {
	for _, m := range c.mentions {
		if side, _ := r.origin(m); side != "" && side != other && c.roles.of(side) != "" && m.denier == "" {
			return true
		}
	}
	return false
}
