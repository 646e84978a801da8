package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// nounStatus reads the step that is said of a noun, or else the verb that carries
// it and the words beside it.
func (x *extractor) nounStatus(k *Candidate) {
	said, offer := x.saidOf(k)
	carrier, _ := x.carrier(k)
	if said != nil && carrier != nil && carrier.Negated && x.inDate(said.At) {
		said = nil // "will not attend next week's meeting"
	}
	if said != nil && said.Entry.Cue.POS == "NOUN" && said.Arg("step") == "held" && x.foreseen(k) {
		said = nil // "at the end of the meeting they will"
	}
	if said != nil && !x.off(said) && x.participle(k, said) && x.tookPart(carrier) {
		said = nil // "took part in talks requested by Togo"
	}
	own := x.ownClause(k, true)
	if own == nil {
		own, _ = x.attendedIn(k)
	}
	if own != nil && (said == nil || !x.off(said)) {
		said, carrier = nil, own // "the call that they had is on the agenda"
	}
	switch {
	case carrier != nil && x.awaited(carrier):
		k.Step, k.Future = "proposed", true
	case said == nil && x.undated(k):
		if k.Step, k.Future = "scheduled", true; !k.Definite {
			k.Step = "proposed"
		}
	case said == nil:
		x.unsaid(k, carrier)
	case x.onlyAsked(k, said):
		x.setStep(k, said, x.verbAt(said.At))
		k.Step, k.StepSure, k.StepCue = "", false, nil
	default:
		x.applySaid(k, said, offer)
	}
}

// tookPart reports whether a verb tells that its subject was there: "attended".
func (x *extractor) tookPart(v *annotate.VerbGroup) bool {
	if v == nil || v.Tense != annotate.Past || v.Negated {
		return false
	}
	light := x.cueIn(language.Light, v.First, v.Last)
	return light != nil && light.Entry.Cue.Is("attend")
}

// undated reports whether it is said of a contact that its day, or another thing of it,
// has not been fixed: "no date was announced for the visit".
func (x *extractor) undated(k *Candidate) bool {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Step || record.Steps[c.Arg("step")] != "scheduled" || c.Last > k.Cue.First || k.Cue.First-c.Last > besideNoun {
			continue
		}
		if v := x.verbAt(c.At); v != nil && x.ofItsSubject(k, c) && (v.Negated || x.noSuch(v)) {
			return true
		}
	}
	return false
}

// noSuch reports whether the clause in front of a verb opens with a negation: "no date
// has been".
func (x *extractor) noSuch(v *annotate.VerbGroup) bool {
	for i := v.First - 1; i >= x.st.First && !x.breaks(i); i-- {
		if x.lx.IsNegation(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// saidOf returns the step cue that is said of a noun and counts as nearest, and
// the last that offers or asks: an offer that a verb may be said of, what is denied.
func (x *extractor) saidOf(k *Candidate) (nearest, offer *annotate.Cue) {
	least := 1 << 30
	var resumed *annotate.Cue
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Step || c.First < k.Cue.Last && c.Last > k.Cue.First || x.proposedIn(k, c) || x.onlyCarries(c) {
			continue
		}
		d, ok := x.predicates(k, c)
		if !ok || x.wasSo(c) {
			continue
		}
		if resumed == nil && x.takenUp(c) {
			resumed = c
		}
		if !x.isVerb(c) || c.Arg("initiator") == "subject" {
			offer = c
		}
		if d += x.handicap(c); d < least {
			nearest, least = c, d
		}
	}
	if resumed != nil && nearest != resumed && x.off(nearest) && x.participle(k, nearest) { // "resumed the talks suspended in March"
		nearest = resumed
	}
	return nearest, offer
}

// takenUp reports whether a finite verb tells the holding of a contact as a fact, or one to
// come: "resumed", "will resume", not "was to resume".
func (x *extractor) takenUp(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if c.Arg("step") != "held" || v == nil || !v.Finite || v.Negated {
		return false
	}
	top := x.top(v)
	return top.Tense != annotate.Conditional && !top.Negated && !(v.Tense != annotate.Past && x.wasToBe(top))
}

// participle reports whether a step cue is a participle that only describes a noun, or what
// the tagger takes for a past right behind it.
func (x *extractor) participle(k *Candidate, c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if v == nil {
		return x.word(c.At).Feats.Has(syntax.Participle)
	}
	return !v.Finite && v.Tense != annotate.Infinitive || v.First == k.Cue.Last && v.Last-v.First == 1 && v.Tense == annotate.Past
}

// proposedIn reports whether a step behind a letter is one that the letter asks
// for: it is not how far the letter itself has got.
func (x *extractor) proposedIn(k *Candidate, c *annotate.Cue) bool {
	return k.Kind == "letter" && c.First >= k.Cue.Last && !x.off(c) && c.Arg("step") != "held"
}

// handicap returns how much farther than it stands a step cue counts: what
// overturns others wins over nearer ones ("cancelled a planned meeting"), and
// an adjective yields to a verb ("the next round will be held").
func (x *extractor) handicap(c *annotate.Cue) int {
	const overturns, denial, adjective, plans = -100, 50, 20, 25
	far := 0
	if x.off(c) || c.Arg("step") == "moved" || c.Arg("step") == "held" && x.negatedAt(c) {
		far += overturns
	}
	if c.Arg("step") == "said-not-to-have-happened" && x.isVerb(c) && x.senseAt(c.At, language.Speech) { // "denied that it was cancelled"
		far += denial
	}
	if c.Entry.Cue.POS == "ADJ" {
		far += adjective
	}
	if c.Entry.Cue.POS == "NOUN" && c.Arg("step") == "scheduled" { // "preparations for a possible summit"
		far += plans
	}
	return far
}

// applySaid gives a noun the step that a cue says of it.
func (x *extractor) applySaid(k *Candidate, said, offer *annotate.Cue) {
	v := x.verbAt(said.At)
	x.setStep(k, said, v)
	if v != nil {
		if x.off(said) {
			if offer == nil {
				offer = x.objectOffer(k, said)
			}
			x.rejected(k, v, offer)
			k.Earlier = x.pluperfect(v)
		}
		switch k.Step {
		case "held":
			x.takesPlace(k, said, v)
		case "scheduled": // "on Thursday a meeting is planned"
			k.Future = k.Future || v.Finite && v.Tense == annotate.Present
		case "ongoing": // "agreed to continue talks"
			x.modal(k, v)
			if k.Step == "ongoing" && v.Tense == annotate.Future { // "will continue on Friday"
				k.Step, k.Future = "scheduled", true
			}
			k.Future = k.Future || x.dayAhead(v)
			if k.StepCue == said && v.Tense == annotate.Past && x.howLong(v.Last) { // "went on for two hours"
				k.Step = "held"
			}
		}
	}
	if v == nil && x.isNot(said) {
		v = x.beforeCue(said)
	}
	denied := v != nil && x.denies(v)
	if denied && k.Definite && k.Step == "scheduled" && x.ofNounBefore(k) { // "the date of the visit has not been fixed"
		return
	}
	if denied && !x.saysNo(said) && !x.mayNot(k, v) || x.negatedNoun(k) && !x.saysNo(said) {
		planned := said.Arg("step") == "held" && k.Definite && k.Step == "scheduled" && !x.does(k, said, v) // "the meeting will not take place": it was planned
		if x.negate(k); planned {
			k.Step = "cancelled"
		}
	}
}

// does reports whether somebody is the subject of a verb in front of a contact, which is
// its object: "will not resume the talks".
func (x *extractor) does(k *Candidate, said *annotate.Cue, v *annotate.VerbGroup) bool {
	return v != nil && !v.Passive && said.Last <= k.Cue.First && len(x.subject(v)) > 0
}

// isNot reports whether a negated copula joins an adjective, or a phrase in place of
// one, to what it is said of: "a meeting is not possible", "is not in the works".
func (x *extractor) isNot(c *annotate.Cue) bool {
	be, pos := x.beforeCue(c), c.Entry.Cue.POS
	return (pos == "ADJ" || pos == "ANY") && be != nil && be.Negated && be.Last <= c.First && x.word(be.Main).Tag == syntax.Aux
}

// ofNounBefore reports whether a contact completes another noun, of which something is
// said rather than of the contact.
func (x *extractor) ofNounBefore(k *Candidate) bool {
	for i := k.Cue.First - 1; i > x.st.First; i-- {
		if x.st.Rels[i-x.st.First].Has(language.Of) {
			return x.word(i-1).Tag == syntax.Noun && !x.senseAt(i-1, language.Step)
		}
		if t := x.word(i).Tag; t != syntax.Det && t != syntax.Adj {
			return false
		}
	}
	return false
}

// objectOffer returns the noun of an offer that is the object of a step verb and that the
// verb of a contact completes: "a respins oferta Seulului de a relua dialogul".
func (x *extractor) objectOffer(k *Candidate, said *annotate.Cue) *annotate.Cue {
	const reach = 2 // an article and an adjective: "rejected the Chilean offer to"
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if isOffer(c) && c.First >= said.Last && c.First-said.Last <= reach && x.toDo(x.behindOwner(c.Last)) {
			return c
		}
	}
	return nil
}

// rejected adds whose offer a verb turns down, and who turns it down: "rejected the
// Chilean offer of talks", "an offer was rejected by", "denied that it had asked for".
func (x *extractor) rejected(k *Candidate, v *annotate.VerbGroup, offer *annotate.Cue) {
	if offer != nil && !x.isVerb(offer) {
		x.offering(k, offer)
	} else if offer != nil {
		if g := x.verbAt(offer.At); g != nil {
			k.Initiators = x.subject(g)
		}
	}
	if v.Passive && len(k.Participants)+len(k.States) == 1 {
		k.take(x.agent(v), language.PartParty)
	}
}

// takesPlace settles when, and whether, what a verb tells the holding of is held.
func (x *extractor) takesPlace(k *Candidate, said *annotate.Cue, v *annotate.VerbGroup) {
	k.StepSure = true
	if s := x.expected(k, said, v); s != "" {
		k.Step, k.StepSure = s, false
	} else if s := x.tenseStep(x.top(v), v, lasting(k)); s != "" {
		k.Step, k.Hedged = s, x.hearsay(x.top(v))
		k.Future = k.Future || s == "ongoing" && x.dayAhead(v)
	} else if v.Tense == annotate.Present && v.Finite && !x.st.Title { // "takes place on Friday"
		k.Future, k.StepSure = true, false
	} else if v.Tense == annotate.Infinitive { // "no objection to resuming talks"
		k.Step, k.StepSure = "proposed", false
	}
	x.modal(k, v)
	if k.StepCue == said {
		x.overruled(k, x.chain(v)[1:])
	}
	if k.StepCue == said {
		x.intended(k, v)
	}
}

// unsaid settles the step of a noun that no cue tells one of: by the verb that
// carries it, a negation beside it, or what it is a circumstance of.
func (x *extractor) unsaid(k *Candidate, carrier *annotate.VerbGroup) {
	if carrier != nil {
		x.intended(k, carrier)
		if carrier.Tense == annotate.Infinitive { // "invited him to hold a summit"
			x.invited(k, carrier)
			x.calledOff(k, carrier)
		}
	}
	invitation := x.invitationTo(k)
	if carrier == nil {
		carrier = x.attendedBy(k)
	}
	if carrier == nil {
		carrier = x.willBe(k)
	}
	switch {
	case k.Step == "" && invitation != nil:
		k.Step, k.StepSure = invitation.Arg("step"), true
	case k.Step == "" && carrier != nil:
		x.byCarrier(k, carrier)
	case x.negatedNoun(k) || x.negatedVerb(k):
		x.negate(k)
	case k.Step != "":
	case x.engaged(k):
		k.Step, k.StepSure = "ongoing", true
	case x.past(k):
		k.Step = "held"
	case x.coming(k) || x.foreseen(k):
		k.Step = "scheduled"
	case x.isGoingOn(k):
		k.Step = "ongoing"
	case x.spokenOf(k):
		k.Step, k.Future = "proposed", true
	}
}

// byCarrier gives a noun the step that the tense of its carrier and what governs
// that tell.
func (x *extractor) byCarrier(k *Candidate, carrier *annotate.VerbGroup) {
	top := x.top(carrier)
	x.byTense(k, top, carrier)
	k.StepSure = k.Step != "" && (k.Step != "held" || top.Finite && top.Tense == annotate.Past)
	x.modal(k, carrier)
	if k.StepCue == nil {
		x.overruled(k, x.chain(carrier)[1:])
	}
	if k.StepCue == nil {
		x.wished(k, top)
	}
	if carrier.Negated || top.Negated || x.negatedNoun(k) || x.ofNone(top) {
		x.negate(k)
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

// modal applies a modal that governs the verb which carries a noun.
func (x *extractor) modal(k *Candidate, v *annotate.VerbGroup) {
	chain := x.chain(v)
	first := chain[len(chain)-1].First
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if isModal(c) && !x.onlyCarries(c) && c.First >= first-3 && c.Last <= v.Last && c.Last > first-3 {
			x.setStep(k, c, x.verbAt(c.At))
		}
	}
}
