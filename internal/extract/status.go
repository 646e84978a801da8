package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// intentionReach is how many words behind a noun the infinitive may stand that
// completes it: whose intention it is stands between.
const intentionReach = 16

// status settles how far a contact has got.
func (x *extractor) status(k *Candidate) {
	if k.Noun {
		x.nounStatus(k)
	} else {
		x.verbStatus(k)
	}
	if s := k.Cue.Arg("step"); s != "" && settledBy(k, s) {
		k.Step, k.StepSure = s, true
	}
	if x.supposed(k) || k.Noun && k.StepCue == nil && x.unreal(k.Cue.First) {
		k.Step, k.StepSure, k.StepCue, k.Supposed = "", false, nil, true
	}
	switch k.Step {
	case "scheduled", "agreed", "moved", "proposed", "called-for", "no-plans":
		k.Future = true
	}
}

// behindOwner returns where the phrase ends that names whose a noun is: "the refusal
// of Washington to recognise", "an offer by Seoul to".
func (x *extractor) behindOwner(tok int) int {
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.First <= tok+1 && a.Last > tok && (a.Rels.Has(language.Of) || a.Rels.Has(language.By)) {
			return a.Last
		}
	}
	return tok
}

// negatedAt reports whether the verb of a cue is negated.
func (x *extractor) negatedAt(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	return v != nil && v.Negated
}

// verbStatus settles how far a contact has got that a verb tells of: by the words
// that set a step over the verbs of its chain, else by their tense.
func (x *extractor) verbStatus(k *Candidate) {
	v := x.verbOf(k)
	if v == nil {
		x.meanwhile(k)
		return
	}
	chain := x.chain(v)
	top := chain[len(chain)-1]
	x.modalOver(k, top.First, max(k.Cue.First, v.Last))
	if len(chain) > 1 || !v.Finite {
		x.invited(k, v)
	}
	if k.Step == "" {
		x.overruled(k, chain[1:])
	}
	if !v.Finite {
		x.calledOff(k, v)
	}
	if k.Step == "" {
		x.intended(k, v)
	}
	if k.Step == "" {
		x.wished(k, top)
	}
	if k.Step == "" {
		x.byTense(k, top, v)
		k.StepSure = k.Step == "held" && top.Finite && top.Tense == annotate.Past
		x.started(k, chain[1:])
	}
	if (anyNegated(chain) || x.ofNone(top)) && !x.saysNo(k.StepCue) && !x.mayNot(k, v) {
		x.negate(k)
		if x.dropped(k, chain) || x.asPlanned(v) {
			k.Step, k.Future = "cancelled", k.Future || top.Tense == annotate.Future
		}
	}
}

// meanwhile makes a contact told of in passing one of the time of what is told: "A, on a
// visit to Kyiv on Tuesday, called on B to".
func (x *extractor) meanwhile(k *Candidate) {
	g := x.finiteAfter(k.Cue.Last)
	if (k.Cue.First == x.st.First || x.raw(k.Cue.First-1) == ",") && g != nil && g.Tense == annotate.Past {
		k.Step = "held"
	}
}

// verbOf returns the verb of a contact, or the copula that tells of one that is no
// verb: "sera en déplacement".
func (x *extractor) verbOf(k *Candidate) *annotate.VerbGroup {
	if v := x.verbAt(k.Cue.At); v != nil || k.Cue.First == x.st.First {
		return v
	}
	at := k.Cue.First - 1
	for at > x.st.First && (x.inDate(at) || x.st.Rels[at-x.st.First] != 0 && x.inDate(at+1)) { // "a fost luni în vizită"
		at--
	}
	if v := x.verbAt(at); v != nil && x.word(v.Main).Tag == syntax.Aux {
		return v
	}
	return nil
}

// modalOver applies the last modal between the first verb of a chain, or right
// before it, and the end of the contact.
func (x *extractor) modalOver(k *Candidate, first, last int) {
	const before = 3
	for i := len(x.st.Cues) - 1; i >= 0; i-- {
		c := &x.st.Cues[i]
		within := c.First >= k.Cue.First && c.Last <= k.Cue.Last
		if isModal(c) && !within && c.First >= first-before && c.Last > first-before && c.Last <= last {
			x.setStep(k, c, x.verbAt(c.At))
			return
		}
	}
}

// calledOff applies what says that the contact of an infinitive will not be, where
// that hangs on a noun: "cancelled his plan to visit", "refused X's offer to meet".
func (x *extractor) calledOff(k *Candidate, v *annotate.VerbGroup) {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Step || c.Last > v.First || v.First-c.Last > intentionReach || !x.off(c) || !x.reaches(c.Last, k) {
			continue
		}
		g := x.verbAt(c.At)
		if g != nil && x.coordinate(g, v) { // "agreed to put off the vote and to meet"
			continue
		}
		x.setStep(k, c, g)
		if g != nil && !g.Passive && len(k.Participants) == 1 {
			k.take(x.subject(g), language.PartParty)
		}
	}
}

// byTense gives a contact the step that the tense of a verb tells, under the verb
// that governs it.
func (x *extractor) byTense(k *Candidate, top, v *annotate.VerbGroup) {
	if k.Kind == "talk" && top.Tense == annotate.Present && top.Finite && !x.st.Title && !x.dayAhead(top) && x.amongStates(k) {
		k.Kind = "talks" // "Paris discute avec Alger"
	}
	k.Step = x.tenseStep(top, v, lasting(k))
	k.Hedged = x.hearsay(top)
	// "Macron reçoit jeudi": a weekday beside a present looks ahead.
	k.Future = k.Future || top.Tense == annotate.Present && top.Finite && !x.st.Title
	k.Open = top.Tense == annotate.Future && !x.wasToBe(top)
}

// amongStates reports whether all who take part are states or organisations, of which no
// person is named.
func (x *extractor) amongStates(k *Candidate) bool {
	return len(k.Participants) > 0 && !slices.ContainsFunc(k.Participants, func(p Participant) bool {
		kind := x.d.Sentences[p.Sentence].Actors[p.Actor].Kind
		return kind != annotate.State && kind != annotate.Organisation
	})
}

// ofNone reports whether a negation opens the subject of a verb that has none of its own:
// "no Thai official will attend".
func (x *extractor) ofNone(v *annotate.VerbGroup) bool {
	refs := x.subject(v)
	if v.Negated || len(refs) == 0 || refs[0].Sentence != x.s {
		return false
	}
	at := x.st.Actors[refs[0].Actor].First - 1
	if at > x.st.First && x.word(at).Tag == syntax.Det && !x.lx.IsNegation(x.d.Toks[at].Form) { // "né il premier né"
		at--
	}
	return at >= x.st.First && at < v.First && x.lx.IsNegation(x.d.Toks[at].Form)
}

func anyNegated(chain []*annotate.VerbGroup) bool {
	for _, g := range chain {
		if g.Negated {
			return true
		}
	}
	return false
}

// dropped reports whether a negated verb says that what was to be will not: "nu mai
// merge". Who have not met or spoken any more have not done so since.
func (x *extractor) dropped(k *Candidate, chain []*annotate.VerbGroup) bool {
	mutual := x.frame(k)[language.Slot(language.With)] != ""
	for _, g := range chain {
		for i := g.First; i < g.Main; i++ {
			if x.lx.IsAnymore(x.d.Toks[i].Form) {
				return !mutual || g.Tense != annotate.Past
			}
		}
	}
	return false
}

// intended gives an infinitive the step of the noun that it completes: "a plan by
// the king to visit".
func (x *extractor) intended(k *Candidate, v *annotate.VerbGroup) {
	if v.Tense != annotate.Infinitive {
		x.toldOfNoun(k, v)
		return
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Step || c.Entry.Cue.POS != "NOUN" || c.Last > v.Main || v.First-c.Last > intentionReach || !x.reaches(c.Last, k) || x.nounBetween(c.Last, v.First) {
			continue
		}
		x.setStep(k, c, nil)
	}
}

// started notes the verb that tells the beginning of what a verb tells: "began talking".
func (x *extractor) started(k *Candidate, over []*annotate.VerbGroup) {
	for _, g := range over {
		if c := x.cueIn(language.Step, g.First, g.Last); c != nil && c.Entry.Cue.Is("begins") {
			k.StepCue = c
		}
	}
}

// overruled applies the step that a governing verb tells, though words part the
// two: "agreed on Friday to hold".
func (x *extractor) overruled(k *Candidate, over []*annotate.VerbGroup) {
	for _, g := range over {
		for i := range x.st.Cues {
			if c := &x.st.Cues[i]; c.Sense() == language.Step && g.First <= c.At && c.At < g.Last && c.Arg("step") != "held" {
				x.setStep(k, c, g)
				return
			}
		}
		if step := x.asked(g); step != "" {
			k.Step, k.StepSure, k.Open = step, true, true
			if k.Initiators = x.subject(g); g.Passive {
				k.Initiators = x.agent(g)
			}
			if x.lone(k) {
				k.take(k.Initiators, language.PartParty)
			}
			return
		}
	}
}

// asked returns the step of what a verb of saying asks somebody to do: "called on
// X to meet", "a exhorté X à reprendre".
func (x *extractor) asked(v *annotate.VerbGroup) string {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Speech || c.At < v.First || c.At >= v.Last {
			continue
		}
		switch c.Arg("act") {
		case "demand":
			return "called-for"
		case "propose":
			return "proposed"
		}
	}
	return ""
}

// off reports whether a step cue says that a contact will not be.
func (x *extractor) off(c *annotate.Cue) bool {
	s := record.Steps[c.Arg("step")]
	return s == "cancelled" || s == "denied"
}

// setStep applies a step cue.
func (x *extractor) setStep(k *Candidate, c *annotate.Cue, v *annotate.VerbGroup) {
	k.Step, k.StepSure, k.StepCue = c.Arg("step"), true, c
	if _, ok := x.newDay(c); ok {
		k.Step = "moved"
	}
	if c.Entry.Cue.Is("alone") && (k.Kind == "visit" || x.ofSeveral(c)) {
		k.Step = "scheduled"
	}
	k.Open = x.open(c, v)
	if v != nil && !v.Passive && k.Noun && x.senseAt(c.At, language.Speech) {
		k.Announcers = x.subject(v)
	}
	switch {
	case c.Arg("initiator") == "willing":
		k.Initiators = x.wisher(c)
	case v == nil:
		x.offering(k, c)
	case c.Arg("initiator") != "subject":
	case v.Passive:
		k.Initiators = x.agent(v)
	default:
		k.Initiators = x.subject(v)
		k.take(x.offeredTo(k, v), language.PartParty)
	}
}

// wisher returns who is said to want a contact or to be ready for it; where "to be" is not
// written, who stands right in front.
func (x *extractor) wisher(c *annotate.Cue) []Ref {
	if be := x.beforeCue(c); be != nil {
		if be.Negated {
			return nil
		}
		return x.subject(be)
	}
	if i := x.actorBefore(c.First); i >= 0 && x.st.Actors[i].Rels == 0 && x.st.Actors[i].Last == c.First {
		return x.with(i)
	}
	return nil
}

// ofSeveral reports whether several intend what a step cue tells.
func (x *extractor) ofSeveral(c *annotate.Cue) bool {
	v := x.beforeCue(c)
	return v != nil && x.several(x.subject(v))
}

// beforeCue returns the verb of a cue, or the one that it completes: "is ready
// to".
func (x *extractor) beforeCue(c *annotate.Cue) *annotate.VerbGroup {
	for i := c.First; i >= x.st.First && i >= c.First-3; i-- {
		if v := x.verbAt(i); v != nil {
			return v
		}
	}
	return nil
}

// open reports whether a step cue, of the verb v if of any, is told in the present
// or the future.
func (x *extractor) open(c *annotate.Cue, v *annotate.VerbGroup) bool {
	if v == nil {
		v = x.beforeCue(c) // "is ready to", "étions prêts à"
	}
	if v == nil {
		return c.Arg("scope") == "modal"
	}
	top := x.top(v)
	switch top.Tense {
	case annotate.Past: // "said he was ready", not "said he was to go" or "'We were ready,' he said"
		return record.Steps[c.Arg("step")] == "proposed" && x.toldBefore(top) && x.d.InQuote(top.First) < 0
	case annotate.Present, annotate.Future, annotate.Conditional:
		return !x.wasToBe(top)
	}
	return false
}

// wasToBe reports whether a verb that looks ahead does so from the past: "was to
// go", "devait se rendre".
func (x *extractor) wasToBe(v *annotate.VerbGroup) bool {
	for i := v.First; i <= v.Main; i++ {
		if f := x.word(i).Feats; f.Any(syntax.Past|syntax.Imperfect|syntax.Pluperfect) && !f.Has(syntax.Participle) {
			return true
		}
	}
	return false
}

// agent returns the actors that a passive verb names with "by".
func (x *extractor) agent(v *annotate.VerbGroup) []Ref {
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First >= v.Last && a.Rels.Has(language.By) {
			return x.with(i)
		}
	}
	return nil
}

// offeredTo returns whom a verb proposes a contact to, where they stand between the two:
// "Moscow proposed to Kyiv new talks in".
func (x *extractor) offeredTo(k *Candidate, v *annotate.VerbGroup) []Ref {
	const reach = 2
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if len(k.Participants)+len(k.States) < 2 && a.First >= v.Last && a.First-v.Last <= reach && x.last(i) <= k.Cue.First && a.Addressed() && a.Kind != annotate.Outlet {
			return x.with(i)
		}
	}
	return nil
}
