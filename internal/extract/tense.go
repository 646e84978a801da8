package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// chain returns the verb group of a cue and the groups that govern it, nearest
// first: "a accepté de | rencontrer".
func (x *extractor) chain(v *annotate.VerbGroup) []*annotate.VerbGroup {
	var buf [4]*annotate.VerbGroup
	out := append(buf[:0], v)
	for !v.Finite || v.Subjunctive {
		var up *annotate.VerbGroup
		for i := range x.st.Verbs {
			g := &x.st.Verbs[i]
			if g.Last <= v.First && v.First-g.Last <= 12 && !x.attributive(g) && !x.coordinate(g, v) && (!x.d.Toks[g.Main].Upper || g.Main == x.st.First || x.st.Title) { // "to Kuwait" is no verb
				up = g
			}
		}
		if up == nil || !x.governs(up, v) {
			break
		}
		out = append(out, up)
		v = up
	}
	return x.links.Keep(out...)
}

// coordinate reports whether a conjunction joins a verb to one of the same form before it:
// "agreed to suspend the tariffs and to meet".
func (x *extractor) coordinate(first, v *annotate.VerbGroup) bool {
	if first.Finite != v.Finite || first.Tense != v.Tense || first.Subjunctive != v.Subjunctive || first.Last == v.First {
		return false
	}
	for i := v.First - 1; i >= first.Last && i >= v.First-2; i-- {
		if x.st.And[i-x.st.First] {
			return true
		}
	}
	return false
}

// governs reports whether only an object and the mark of the infinitive stand
// between two verbs.
func (x *extractor) governs(up, v *annotate.VerbGroup) bool {
	for i := up.Last; i < v.First; i++ {
		own := v.Subjunctive && x.lx.IsThat(x.d.Toks[i].Form) && (i-up.Last <= 1 || v.First-i <= 1) // "urmează ca A să plece", "este posibil ca"
		if x.breaks(i) && !own || x.relative(i) || x.raw(i) == "," && x.word(v.Main).Feats.Has(syntax.Participle) {
			return false
		}
	}
	return !x.ofOffer(up, v)
}

// ofOffer reports whether a verb says what the noun of a step right in front of it is
// for, and the verb that has this noun as its object tells no step: "hand him an
// invitation to visit", not "accepted an invitation to visit".
func (x *extractor) ofOffer(up, v *annotate.VerbGroup) bool {
	const mark = 1 // of the infinitive
	offered := false
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Step || isModal(c) {
			continue
		}
		if up.First <= c.At && c.At < up.Last {
			return false
		}
		offered = offered || c.Entry.Cue.POS == "NOUN" && c.Last <= v.First && v.First-c.Last <= mark
	}
	return offered
}

// lasting reports whether a contact told of in the present is one that goes on.
func lasting(k *Candidate) bool {
	return k.Kind == "talks" || k.Kind == "other" && !k.Generic || k.Kind == "talk" && k.FirstPerson // "we talk to them"
}

// dayAhead reports whether a day is named shortly behind a verb in the present, and so is
// yet to come: "talks begin on Friday".
func (x *extractor) dayAhead(v *annotate.VerbGroup) bool {
	const reach = 5
	return v.Tense == annotate.Present && v.Finite && !v.Progressive && slices.ContainsFunc(x.st.Dates, func(d dates.Mention) bool {
		return d.Kind == dates.Day && d.First >= v.Last && d.First-x.behindSubject(v, d.First) <= reach
	})
}

// tenseStep reads a step off tense and mood alone. Negotiations and
// channels told of in the present are going on.
func (x *extractor) tenseStep(top, v *annotate.VerbGroup, lasting bool) string {
	if g := x.finiteBefore(top.First); !top.Finite && g != nil && x.circumstantial(top) && x.looksAhead(g) { // "will meet A before flying to B"
		return "scheduled"
	}
	if top != v && x.pledges(top) { // "promised to meet"
		return "scheduled"
	}
	switch top.Tense {
	case annotate.Past:
		if len(x.intender(v)) > 0 { // "welcomed the decision of A to meet B"
			return "proposed"
		}
		return "held"
	case annotate.Future:
		return "scheduled"
	case annotate.Conditional:
		if x.toldBefore(top) || x.fromSource() { // "said he would go": the future of the past
			return "scheduled"
		}
		return "proposed"
	case annotate.PastConditional:
		if x.hearsay(top) {
			return "held"
		}
		return "proposed"
	case annotate.Present:
		if x.beforehand(top) {
			return "scheduled"
		}
		if top.Progressive || lasting && !x.st.Title && top.Finite {
			return "ongoing"
		}
	case annotate.Participle:
		if top.Passive && (x.anyFinite() || !x.headline()) { // "received by"; also a past that was taken for one
			return "held"
		}
		if !top.Passive && (x.besidePast(top) || x.doneBefore(top) || x.word(top.Main).Feats.Has(syntax.Participle|syntax.Past) && x.anyFinite()) {
			return "held"
		}
	case annotate.Infinitive:
		if !top.Finite && top.First < top.Main && !x.anyFinite() { // "Macron to meet Putin", not "A, B discuss trade"
			return "scheduled"
		}
	}
	return ""
}

// hearsay reports whether a verb tells what others say has happened: "aurait vu".
func (x *extractor) hearsay(v *annotate.VerbGroup) bool {
	return x.lx.Pack.Hearsay && v.Tense == annotate.PastConditional
}

// headline reports whether a sentence without a finite verb has no full stop
// either: its participles may tell of what is to come.
func (x *extractor) headline() bool {
	last := x.raw(x.st.Last - 1)
	return last != "." && last != "!" && last != "?"
}

// besidePast reports whether the clause of a participle is set beside a verb in the
// past, by commas: "Abdelatty, visiting Mogadishu on Wednesday, pledged", "met him,
// arriving in the night".
func (x *extractor) besidePast(v *annotate.VerbGroup) bool {
	if g := x.finiteAfter(v.Last); g != nil {
		return g.Tense == annotate.Past && !x.ahead(g) && (x.raw(g.First-1) == "," || v.First == x.st.First) // "Arriving in Kyiv on Monday, X called for"
	}
	g := x.finiteBefore(v.First)
	if g == nil || g.Tense != annotate.Past || x.ahead(g) || x.word(v.First-1).Tag == syntax.Adp {
		return false
	}
	for i := v.First - 1; i >= g.Last && !x.breaks(i); i-- {
		if x.raw(i) == "," {
			return true
		}
	}
	return false
}

// doneBefore reports whether a participle tells what was over by the time of a verb in the
// past: "said after meeting X on Monday".
func (x *extractor) doneBefore(v *annotate.VerbGroup) bool {
	at := v.First - 1
	if at < x.st.First || !x.lx.IsDone(x.d.Toks[at].Form) {
		return false
	}
	main := x.finiteBefore(at)
	if main == nil {
		main = x.finiteAfter(v.Last)
	}
	return main != nil && main.Tense == annotate.Past && !x.ahead(main)
}

// toldBefore reports whether a verb of saying in the past stands before a verb,
// or ends the sentence behind a comma ("..., a spokesman said").
func (x *extractor) toldBefore(v *annotate.VerbGroup) bool {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Speech || c.Last > v.First && !x.tells(c, v) {
			continue
		}
		if g := x.verbAt(c.At); g != nil && g.Tense == annotate.Past && g != v {
			return true
		}
	}
	return false
}

// fromSource reports whether the sentence says whom it is from: "according to X".
func (x *extractor) fromSource() bool {
	return slices.ContainsFunc(x.st.Cues, func(c annotate.Cue) bool { return c.Sense() == language.According })
}

// tells reports whether a verb of saying at the end of a sentence reports the
// clause of a verb before it.
func (x *extractor) tells(c *annotate.Cue, v *annotate.VerbGroup) bool {
	if c.First < v.Last || x.st.Last-c.Last > 4 {
		return false
	}
	comma := false
	for i := v.Last; i < c.First; i++ {
		if x.breaks(i) || x.lx.IsIf(x.d.Toks[i].Form) && x.word(i).Tag != syntax.Pron {
			return false
		}
		comma = comma || x.raw(i) == ","
	}
	return comma
}

func (x *extractor) negate(k *Candidate) {
	if k.Generic && !k.Noun { // "was never discussed" denies a topic, not the meeting
		k.Step = ""
		return
	}
	switch k.Step {
	case "", "held", "ongoing":
		k.Step = "said-not-to-have-happened"
	case "scheduled", "proposed", "agreed", "called-for":
		k.Step = "no-plans"
	case "cancelled", "postponed": // "has not been cancelled"
		k.Step = "scheduled"
	case "refused":
		k.Step = "proposed" // "did not rule out"
	}
	k.StepSure = true
}

// notSince reports whether a negated verb says since when nothing has happened: that
// tells how long ago the last contact was, and denies none ("has not visited India since
// 2019").
func (x *extractor) notSince(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if v == nil || !v.Negated {
		return false
	}
	past := v.Tense == annotate.Past
	for i := v.Last; i < x.st.Last && x.raw(i) != "," && (past || v.Tense == annotate.Present); i++ {
		if x.lx.SinceAt(x.d.Toks, i, x.st.Last) {
			return true
		}
	}
	for i := range x.st.Dates {
		d := &x.st.Dates[i]
		if d.First < v.Last || x.clauseBetween(v.Last, d.First) {
			continue
		}
		from := (x.st.Rels[d.First-1-x.st.First] | x.st.Rels[d.First-x.st.First]).Has(language.From) // "nu a mai vizitat India din 2019"
		return d.Bound == dates.Since || past && (from || d.Kind == dates.Age)
	}
	return false
}

// mayNot reports whether a modal leaves open what the infinitive it governs
// denies: "pourrait ne pas avoir lieu".
func (x *extractor) mayNot(k *Candidate, v *annotate.VerbGroup) bool {
	c := k.StepCue
	return c != nil && c.Arg("scope") == "modal" && c.Arg("step") == "proposed" && v.Negated && v.Tense == annotate.Infinitive && c.Last <= v.First
}

// supposed reports whether the clause of a contact only supposes: "if they meet".
func (x *extractor) supposed(k *Candidate) bool {
	own, commas, open := true, 0, false
	var chain []*annotate.VerbGroup
	if v := x.verbAt(k.Cue.At); v != nil {
		chain = x.chain(v) // "whether A will agree to meet B"
		top := chain[len(chain)-1]
		open = top.Negated || top.Tense != annotate.Past
	}
	for i := k.Cue.First - 1; i >= x.st.First; i-- {
		if open && x.over(i, x.lx.PreconditionOver) { // "nothing happens until they meet"
			return true
		}
		if x.word(i).Tag == syntax.SConj && x.lx.IsIf(x.d.Toks[i].Form) {
			return commas != 1 // "if A agrees, B will meet C": the main clause supposes nothing
		}
		if x.raw(i) == "," {
			commas++
		}
		if x.breaks(i) {
			return false
		}
		if g := x.verbAt(i); g != nil && g.Finite && i == g.First && !(len(chain) > 1 && slices.Contains(chain, g)) {
			if !own {
				return false
			}
			own = false
		}
	}
	return false
}

// unreal reports whether a noun stands for whatever there may be of its kind: "before
// any talks", "in case of a meeting".
func (x *extractor) unreal(noun int) bool {
	definite := false // "the importance of the talks"
	for i := noun - 1; i >= x.st.First; i-- {
		form := x.d.Toks[i].Form
		if x.lx.IsUnreal(form) {
			return !definite && (i == x.st.First || x.word(i).Tag == syntax.Noun || x.verbAt(i-1) == nil) // not "denies any meeting"
		}
		w := x.word(i)
		kept := w.Tag == syntax.Verb && w.Feats.Any(syntax.Gerund|syntax.Infinitive) // "the importance of maintaining dialogue"
		if w.Tag != syntax.Det && w.Tag != syntax.Adj && !kept && !x.st.Rels[i-x.st.First].Has(language.Of) {
			return false
		}
		definite = definite || x.lx.IsDefinite(form)
	}
	return false
}

// negatedVerb reports whether the nearest verb before a noun is negated and
// nothing parts them: "had no contact", "did not ask for a meeting".
func (x *extractor) negatedVerb(k *Candidate) bool {
	for i := len(x.st.Verbs) - 1; i >= 0; i-- {
		v := &x.st.Verbs[i]
		if v.Last > k.Cue.First {
			continue
		}
		return v.Negated && x.bears(v) && k.Cue.First-v.Last <= 5 && x.reaches(v.Last, k) && !x.nounBetween(v.Last, k.Cue.First) && !x.absent(k)
	}
	return false
}

// bears reports whether what is said of a verb is said of its object: it helps, or
// tells of having, asking or planning. "Will not derail the visit" denies none.
func (x *extractor) bears(v *annotate.VerbGroup) bool {
	if x.word(v.Main).Tag == syntax.Aux {
		return true
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.First <= v.Main && v.Main < c.Last && (c.Sense() == language.Light || c.Sense() == language.Step || c.Sense() == language.Initiator) {
			return true
		}
	}
	return false
}

// absent reports whether a negated verb only says that somebody stays away from a
// contact that is known: "will not be present at the summit".
func (x *extractor) absent(k *Candidate) bool {
	for i := k.Cue.First - 1; k.Definite && i >= x.st.First && i >= k.Cue.First-2; i-- {
		if x.st.Rels[i-x.st.First].Has(language.In) {
			return true
		}
	}
	return false
}

// nounBetween reports whether a noun of its own stands between a verb and a
// contact: "did not give the date of the meeting" denies no meeting.
func (x *extractor) nounBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if x.word(i).Tag == syntax.Noun && !x.inDate(i) && !x.inActor(i) {
			return true
		}
	}
	return false
}

func (x *extractor) top(v *annotate.VerbGroup) *annotate.VerbGroup {
	chain := x.chain(v)
	return chain[len(chain)-1]
}

// negatedNoun reports whether a negation stands in front of a noun: "no talks".
func (x *extractor) negatedNoun(k *Candidate) bool {
	for i := k.Cue.First - 1; i >= x.st.First && i >= k.Cue.First-3; i-- {
		form := x.d.Toks[i].Form
		if x.lx.IsNegation(form) {
			return true
		}
		of := x.st.Rels[i-x.st.First].Has(language.Of) // "pas de rencontre", not "pas présent au sommet"
		if t := x.word(i).Tag; t != syntax.Adj && t != syntax.Adv && t != syntax.Det && !(t == syntax.Adp && of) {
			return false
		}
	}
	return false
}

// attributive reports whether a participle only describes the noun right before it:
// "in a statement made in Beijing".
func (x *extractor) attributive(v *annotate.VerbGroup) bool {
	return !v.Finite && v.Tense == annotate.Participle && v.First == v.Main && v.First > x.st.First && x.word(v.First-1).Tag == syntax.Noun
}
