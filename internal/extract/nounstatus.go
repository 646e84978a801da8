package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// nounStatus reads the verb that a noun is subject or object of, and the words
// beside it.
func (x *extractor) nounStatus(k *Candidate) {
	var best, offer *annotate.Cue
	dist := 1 << 30
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Step || c.First < k.Cue.Last && c.Last > k.Cue.First {
			continue
		}
		d, ok := x.predicates(k, c)
		if k.Kind == "letter" && c.First >= k.Cue.Last && !x.off(c) && c.Arg("step") != "held" {
			continue // what a letter proposes is not the letter's own status
		}
		if ok && x.wasSo(c) {
			continue
		}
		if ok && !x.isVerb(c) {
			offer = c
		}
		if v := x.verbAt(c.At); ok && (x.off(c) || c.Arg("step") == "moved" || v != nil && v.Negated && c.Arg("step") == "held") { // "cancelled a planned meeting"
			d -= 100
		}
		if c.Entry.Cue.POS == "ADJ" { // "the next round will be held"
			d += adjectiveFar
		}
		if ok && d < dist {
			best, dist = c, d
		}
	}
	carrier, _ := x.carrier(k)
	if best != nil && carrier != nil && carrier.Negated && x.inDate(best.At) {
		best = nil // "will not attend next week's meeting"
	}
	if own := x.ownClause(k, true); own != nil && (best == nil || !x.off(best)) {
		best, carrier = nil, own // "the call that they had is on the agenda"
	}
	if best != nil && x.onlyAsked(k, best) {
		x.setStep(k, best, x.verbAt(best.At))
		k.Step, k.StepSure, k.StepCue = "", false, nil
		return
	}
	if best != nil {
		v := x.verbAt(best.At)
		x.setStep(k, best, v)
		if v != nil && x.off(best) { // "rejected the Chilean offer of talks", "an offer was rejected by"
			if offer != nil {
				x.offering(k, offer)
			}
			if v.Passive && len(k.Participants)+len(k.States) == 1 {
				k.take(x.agent(v), language.PartParty)
			}
		}
		if k.Step == "held" && v != nil {
			k.StepSure = true
			top := x.top(v)
			if x.expected(k, best, v) {
				k.Step, k.StepSure = "proposed", false
			} else if s := x.tenseStep(top, v, lasting(k)); s != "" {
				k.Step = s
			} else if v.Tense == annotate.Present && v.Finite && !x.st.Title { // "takes place on Friday"
				k.Future, k.StepSure = true, false
			} else if v.Tense == annotate.Infinitive { // "no objection to resuming talks"
				k.Step, k.StepSure = "proposed", false
			}
			x.modal(k, v)
			if k.StepCue == best {
				x.overruled(k, x.chain(v)[1:])
			}
			if k.StepCue == best {
				x.intended(k, v)
			}
		} else if k.Step == "ongoing" && v != nil { // "agreed to continue talks"
			x.modal(k, v)
		}
		if v != nil && x.denies(v) && !x.saysNot(best) && !x.mayNot(k, v) || x.negatedNoun(k) && !x.saysNot(best) {
			planned := best.Arg("step") == "held" && k.Definite && k.Step == "scheduled" // "the meeting will not take place": it was planned
			if x.negate(k); planned {
				k.Step = "cancelled"
			}
		}
		return
	}
	if carrier != nil {
		x.intended(k, carrier)
		if carrier.Tense == annotate.Infinitive { // "invited him to hold a summit"
			x.invited(k, carrier)
		}
	}
	if k.Step == "" && carrier != nil {
		top := x.top(carrier)
		k.Step = x.tenseStep(top, carrier, lasting(k))
		k.StepSure = k.Step != "" && (k.Step != "held" || top.Finite && top.Tense == annotate.Past)
		k.Future = k.Future || top.Tense == annotate.Present && top.Finite && !x.st.Title
		k.Open = top.Tense == annotate.Future && !x.wasToBe(top)
		x.modal(k, carrier)
		if k.StepCue == nil {
			x.overruled(k, x.chain(carrier)[1:])
		}
		if carrier.Negated || top.Negated || x.negatedNoun(k) {
			x.negate(k)
		}
		return
	}
	if x.negatedNoun(k) || x.negatedVerb(k) {
		x.negate(k)
		return
	}
	switch {
	case k.Step != "":
	case x.engaged(k):
		k.Step, k.StepSure = "ongoing", true
	case x.past(k):
		k.Step = "held"
	}
}

// onlyAsked reports whether a request that a participle tells of says who wanted
// a contact and not how far it got: one that is known, with its sides, or that
// the rest of its sentence tells what was said in ("the call between A and B was
// requested by A", "a call, requested by A, dealt with").
func (x *extractor) onlyAsked(k *Candidate, c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if c.Arg("step") != "called-for" || c.First < k.Cue.Last || v == nil || !v.Passive || len(x.agent(v)) == 0 {
		return false
	}
	if v.Finite && v.Tense == annotate.Past && k.Definite && len(k.Participants)+len(k.States) > 1 {
		return true
	}
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if g := x.verbAt(o.At); o.First > v.Last && o.Sense() == language.TopicOf && g != nil && g.Finite && g.Tense == annotate.Past && !v.Finite {
			return true
		}
	}
	return false
}

// denies reports whether a verb is negated, or the copula that stands apart from
// it: "n'est pas, en principe, opposé à".
func (x *extractor) denies(v *annotate.VerbGroup) bool {
	if v.Negated || v.Finite {
		return v.Negated
	}
	const apart = 8
	for i := v.First - 1; i >= x.st.First && i >= v.First-apart; i-- {
		if g := x.verbAt(i); g != nil {
			return g.Negated && g.Finite && x.word(g.Main).Tag == syntax.Aux
		}
		if x.breaks(i) || x.actorEnding(i+1) >= 0 {
			return false
		}
	}
	return false
}

// past reports whether a noun is a circumstance of what has been done: "said
// after a meeting".
func (x *extractor) past(k *Candidate) bool {
	v := x.circumstanced(k)
	return v != nil && v.Last <= k.Cue.First && v.Tense == annotate.Past && !x.ahead(v)
}

// ahead reports whether a verb in the past says what was to come: "was to".
func (x *extractor) ahead(v *annotate.VerbGroup) bool {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Step && c.Arg("scope") == "modal" && c.First < v.Last && c.Last > v.First {
			return true
		}
	}
	return false
}

// modal applies a modal that governs the verb which carries a noun.
func (x *extractor) modal(k *Candidate, v *annotate.VerbGroup) {
	chain := x.chain(v)
	first := chain[len(chain)-1].First
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() == language.Step && c.Arg("scope") == "modal" && c.First >= first-3 && c.Last <= v.Last && c.Last > first-3 {
			x.setStep(k, c, x.verbAt(c.At))
		}
	}
}
