package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
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
		if v != nil && v.Negated && !x.saysNot(best) && !x.mayNot(k, v) || x.negatedNoun(k) && !x.saysNot(best) {
			x.negate(k)
		}
		return
	}
	if carrier != nil {
		x.intended(k, carrier)
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
