package resolve

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
)

// prepared returns the cue of another contact of the same parties that a contact
// prepared, moved or called off: one they agreed on in it; or one told of right
// beside a call or a letter of which it is not said what else it was about.
func (r *reader) prepared(c *contact, silent bool) *annotate.Cue {
	if phase(c.step) != "past" {
		return nil
	}
	for _, m := range c.mentions {
		if cue := r.agreedOn(c, m); cue != nil {
			return cue
		}
		if cue := r.spokeOf(m); cue != nil {
			return cue
		}
	}
	if g := kindGroup(c.kind); silent && g != "person" {
		for _, m := range c.mentions {
			if cue := r.planBeside(c, m.Sentence); cue != nil {
				return cue
			}
		}
	}
	return nil
}

// planBeside returns the cue of a meeting or visit to come or called off, of nobody but
// the parties of another that a sentence tells of: there, in the sentence before,
// or in the next two until a third contact is told of.
func (r *reader) planBeside(c *contact, sentence int) *annotate.Cue {
	for _, s := range []int{sentence, sentence - 1, sentence + 1, sentence + 2} {
		third := false
		for _, j := range r.joinedIn(s) {
			p, meet := phase(j.m.Step), j.m.Kind == "meeting" || j.m.Kind == "visit"
			if j.c != c && meet && (p == "future" || p == "off") && c.within(j.c) {
				return j.m.Cue
			}
			third = third || j.c != c
		}
		if third && s > sentence {
			return nil
		}
	}
	return nil
}

// within reports whether all parties of another contact are parties of this one.
func (c *contact) within(o *contact) bool {
	return len(o.order) > 0 && c.between(o.order)
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

// spokeOf returns the cue of a meeting or visit to come that a mention is said to have
// been about: "they spoke of the summit, which opens on Monday".
func (r *reader) spokeOf(m *mention) *annotate.Cue {
	candidates := r.candidatesIn(m.Sentence)
	for i := range candidates {
		k := &candidates[i]
		if k.Cue == m.Cue || !k.Noun || phase(k.Step) != "future" || kindGroup(k.Kind) != "person" {
			continue
		}
		for _, s := range m.Matters {
			if s.First <= k.Cue.First && k.Cue.Last <= s.Last {
				return k.Cue
			}
		}
	}
	return nil
}

// ofParties reports whether a candidate names nobody but parties of a contact.
func (r *reader) ofParties(c *contact, k *extract.Candidate) bool {
	for _, p := range k.Participants {
		for _, e := range r.bound[p.Sentence][p.Actor] {
			if id := e.country(); id != "" && c.roles.of(id) == "" {
				return false
			}
		}
	}
	for _, s := range k.States {
		if c.roles.of(s.ID) == "" {
			return false
		}
	}
	return true
}
