package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// occasionReach is how many words before a date the word may stand that opens the
// phrase of the event which the date is of.
const occasionReach = 9

// ofOccasion reports whether a date is that of an event which a contact is only set
// beside: "their first meeting since her election on 16 May", "met after the attack
// on Sunday". The event is no contact itself.
func (x *extractor) ofOccasion(k *Candidate, first int) bool {
	event := false
	for i := first - 1; i >= x.st.First && i >= first-occasionReach; i-- {
		if k.Cue.First <= i && i < k.Cue.Last || !x.d.Toks[i].Word || x.verbAt(i) != nil {
			return false
		}
		if x.senseAt(i, language.Contact) {
			return false
		}
		n := i - x.st.First
		if event && x.st.Rels[n].Has(language.Other) && x.lx.AdjunctAt(x.d.Toks, x.st.RelFirst[n], x.st.Last) {
			return true
		}
		event = event || x.word(i).Tag == syntax.Noun && !x.inDate(i)
	}
	return false
}

// setBy reports whether an actor belongs to the occasion of a contact: "had, in the margins
// of the UN assembly, meetings with".
func (x *extractor) setBy(a *annotate.Actor) bool {
	return slices.ContainsFunc(x.st.Cues, func(c annotate.Cue) bool {
		return c.Sense() == language.Occasion && c.Last <= a.First && a.First-c.Last <= besideNoun && !x.clauseBetween(c.Last, a.First)
	})
}

// pastOccasion reports whether no more than the occasion of a contact parts its noun from what
// is said of it: "the meeting of A and B on the sidelines of the summit was called off".
func (x *extractor) pastOccasion(k *Candidate, c *annotate.Cue) bool {
	if !k.Noun || c.First < k.Cue.Last || x.inPhrase(k.Cue.First) || x.adjunct(k) {
		return false
	}
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o.Sense() == language.Contact && o.First >= k.Cue.Last && o.Last <= c.First && x.adjunctAt(&Candidate{Cue: o}) < k.Cue.Last {
			return false
		}
	}
	return !x.clauseBetween(k.Cue.Last, c.First)
}

// onlyOccasion reports whether a noun is only the occasion of another contact of its clause, of
// which a cue behind both is said.
func (x *extractor) onlyOccasion(k *Candidate, c *annotate.Cue) bool {
	at := x.adjunctAt(k)
	if at < 0 || c.First < k.Cue.Last || x.clauseBetween(k.Cue.Last, c.First) {
		return false
	}
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o.Sense() == language.Contact && !x.isVerb(o) && o.Last <= at && !x.inPhrase(o.First) && !x.adjunct(&Candidate{Cue: o}) && !x.clauseBetween(o.Last, at) && x.finiteAfter(o.Last) == x.finiteAfter(at) {
			return true
		}
	}
	return false
}
