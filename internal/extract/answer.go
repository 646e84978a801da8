package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// answerOnly reads that what was offered before is accepted or turned down, in a
// sentence that names no contact: "The invitation was accepted", "Quito declined the
// offer".
func (x *extractor) answerOnly() {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Step || c.Arg("step") != "agreed" && c.Arg("step") != "refused" {
			continue
		}
		v := x.verbAt(c.At)
		if v == nil || !v.Finite || v.Negated {
			continue
		}
		k := Candidate{Sentence: x.s, Cue: c, Kind: "talk", Generic: true, Noun: true, Definite: true, Answer: true, First: c.First, Last: c.Last}
		if v.Passive && x.offerIn(x.clauseStart(v.First), v.First) || !v.Passive && x.offerAt(max(c.Last, v.Last)) {
			if !v.Passive {
				k.take(x.subject(v), language.PartParty)
			}
			x.setStep(&k, c, v)
			k.Initiators = nil
			x.out.Candidates = append(x.out.Candidates, k)
			return
		}
	}
}

// offerIn reports whether a noun for an offer stands in a stretch.
func (x *extractor) offerIn(from, to int) bool {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if isOffer(c) && from <= c.First && c.Last <= to {
			return true
		}
	}
	return false
}

// isOffer reports whether a cue is a noun for an offer.
func isOffer(c *annotate.Cue) bool {
	return c.Sense() == language.Step && c.Entry.Cue.POS == "NOUN" && record.Steps[c.Arg("step")] == "proposed"
}

// offerAt reports whether a noun for an offer, and no more than its article, follows
// at a token.
func (x *extractor) offerAt(tok int) bool {
	for ; tok < x.st.Last && x.word(tok).Tag == syntax.Det; tok++ {
	}
	return x.offerIn(tok, min(tok+1, x.st.Last)) && (tok+1 >= x.st.Last || x.actorStarting(tok+1) < 0 && x.st.Rels[tok+1-x.st.First] == 0)
}
