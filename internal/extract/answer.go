package extract

import (
	"slices"

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

// notPlanned reads that a contact told of before is not planned, in a clause that names
// none: "Asked about a summit, X said there were no plans", "Nothing is planned yet".
func (x *extractor) notPlanned() {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Step || c.Arg("step") != "no-plans" || x.saysOfWhat(c) || x.cueIn(language.Contact, x.predicateStart(c), x.st.Last) != nil {
			continue
		}
		v := x.verbAt(c.At)
		if o := x.lastSupposed(); o != nil {
			o.Supposed = false
			x.setStep(o, c, v)
			return
		}
		k := Candidate{Sentence: x.s, Cue: c, Kind: "talk", Generic: true, Noun: true, Definite: true, Answer: true, First: c.First, Last: c.Last}
		x.setStep(&k, c, v)
		x.out.Candidates = append(x.out.Candidates, k)
		return
	}
}

// denialOnly reads that what was told before is denied, in a sentence that names no
// contact: "The Kremlin denied the report", "“This is a hoax,” X said". It looks at the
// speeches from one on.
func (x *extractor) denialOnly(from int) {
	if x.cueIn(language.Contact, x.st.First, x.st.Last) != nil {
		return
	}
	for i := from; i < len(x.out.Speeches); i++ {
		sp := &x.out.Speeches[i]
		if sp.Act == "deny" && sp.Cue != nil && x.refersBack(sp) {
			x.out.Candidates = append(x.out.Candidates, Candidate{
				Sentence: x.s, Cue: sp.Cue, Kind: "talk", Generic: true, Noun: true, Definite: true, Such: true, Answer: true,
				Step: "said-not-to-have-happened", StepSure: true, First: sp.Cue.First, Last: sp.Cue.Last,
			})
			return
		}
	}
}

// refersBack reports whether what is said is short, names nobody and is about a claim or
// nothing that is named: "the report", "this is not true", not "any interference".
func (x *extractor) refersBack(sp *Speech) bool {
	const short = 9
	if sp.Last-sp.First > short {
		return false
	}
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.First >= sp.First && a.Last <= sp.Last && a.Kind != annotate.Pronoun && !slices.Contains(sp.Speakers, Ref{x.s, i}) {
			return false
		}
	}
	return x.ofClaim(sp) || x.cueIn(language.Untrue, sp.First, sp.Last) != nil || !x.objectIn(sp)
}

// objectIn reports whether a noun without a preposition stands in what is said behind its
// verb.
func (x *extractor) objectIn(sp *Speech) bool {
	from := max(sp.First, x.st.First)
	if sp.verb != nil {
		from = max(from, sp.verb.Last)
	}
	for t := from; t < min(sp.Last, x.st.Last) && x.st.Rels[t-x.st.First] == 0; t++ {
		if x.word(t).Tag == syntax.Noun && !x.inDate(t) {
			return true
		}
	}
	return false
}

// predicateStart returns where the words start that a cue's verb is said of: behind the
// finite verb before it.
func (x *extractor) predicateStart(c *annotate.Cue) int {
	v := x.beforeCue(c)
	if v == nil {
		return x.clauseStart(c.First)
	}
	if g := x.finiteBefore(v.First); g != nil {
		return g.Last
	}
	return x.st.First
}

// saysOfWhat reports whether a cue that nothing is planned says what of: "no plans for
// sanctions", "does not plan to leave".
func (x *extractor) saysOfWhat(c *annotate.Cue) bool {
	if c.Last >= x.st.Last || !x.d.Toks[c.Last].Word {
		return false
	}
	return c.Arg("scope") == "modal" || x.st.Rels[c.Last-x.st.First] != 0 || x.toDo(c.Last) || x.actorStarting(c.Last) >= 0
}

// lastSupposed returns the contact last told of where its clause only supposes it, in this
// sentence or the one before: "Asked whether A and B would meet, X said ...".
func (x *extractor) lastSupposed() *Candidate {
	if n := len(x.out.Candidates); n > 0 && x.out.Candidates[n-1].Supposed && x.s-x.out.Candidates[n-1].Sentence <= 1 {
		return &x.out.Candidates[n-1]
	}
	return nil
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

// settledBy reports whether the step that the word of a contact tells by itself stands
// against the one that its sentence tells.
func settledBy(k *Candidate, own string) bool {
	switch k.Step {
	case "":
		return true
	case "held": // "was on a visit" is over
		return own != "ongoing" || !k.StepSure
	case "ongoing":
		return own == "proposed"
	}
	return false
}
