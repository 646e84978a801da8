package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// form settles the kind of a contact from words beside its cue: "by telephone".
func (x *extractor) form(k *Candidate) {
	best, dist := "", 1<<30
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Mode || c.Last > k.Last+1 && c.First > k.Last+1 || c.Last < k.First-6 {
			continue
		}
		if d := distance(c.First, c.Last, k.Cue.First, k.Cue.Last); d < dist && !x.otherBetween(k.Cue, c) {
			best, dist = c.Arg("kind"), d
		}
	}
	if best == "" {
		return
	}
	switch k.Kind {
	case "talk", "talks", "other", "meeting":
		if best == "meeting" && k.Kind == "talks" {
			return
		}
		k.Kind = best
	case "call":
		if best == "video" {
			k.Kind = best
		}
	}
}

func distance(a, b, c, d int) int {
	if a >= d {
		return a - d
	}
	if c >= b {
		return c - b
	}
	return 0
}

// otherBetween reports whether another contact cue stands between two cues.
func (x *extractor) otherBetween(a, b *annotate.Cue) bool {
	lo, hi := min(a.Last, b.Last), max(a.First, b.First)
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o != a && o.Sense() == language.Contact && o.First >= lo && o.Last <= hi {
			return true
		}
	}
	return false
}

// status settles how far a contact has got.
func (x *extractor) status(k *Candidate) {
	if k.Noun {
		x.nounStatus(k)
	} else {
		x.verbStatus(k)
	}
	if s := k.Cue.Arg("step"); s != "" && (k.Step == "" || k.Step == "held") {
		k.Step, k.StepSure = s, true
	}
	switch k.Step {
	case "scheduled", "agreed", "moved", "proposed", "called-for":
		k.Future = true
	}
}

// chain returns the verb group of a cue and the groups that govern it, nearest
// first: "a accepté de | rencontrer".
func (x *extractor) chain(v *annotate.VerbGroup) []*annotate.VerbGroup {
	out := []*annotate.VerbGroup{v}
	for !v.Finite || v.Subjunctive {
		var up *annotate.VerbGroup
		for i := range x.st.Verbs {
			g := &x.st.Verbs[i]
			if g.Last <= v.First && v.First-g.Last <= 12 {
				up = g
			}
		}
		if up == nil || !x.governs(up, v) {
			break
		}
		out = append(out, up)
		v = up
	}
	return out
}

// governs reports whether only an object and the mark of the infinitive stand
// between two verbs.
func (x *extractor) governs(up, v *annotate.VerbGroup) bool {
	for i := up.Last; i < v.First; i++ {
		if x.breaks(i) || x.relative(i) || x.raw(i) == "," && x.word(v.Main).Feats.Has(syntax.Participle) {
			return false
		}
	}
	return true
}

func (x *extractor) verbStatus(k *Candidate) {
	v := x.verbAt(k.Cue.At)
	if v == nil {
		return
	}
	chain := x.chain(v)
	negated := false
	for _, g := range chain {
		negated = negated || g.Negated
	}
	// Words that set a step: over the verbs of the chain and right before them.
	first := chain[len(chain)-1].First
	for i := len(x.st.Cues) - 1; i >= 0; i-- {
		c := &x.st.Cues[i]
		if c.Sense() != language.Step || c.Arg("scope") != "modal" || c.Last > max(k.Cue.First, v.Last) || c.Last <= first-3 || c.First < first-3 {
			continue
		}
		x.setStep(k, c, x.verbAt(c.At))
		break
	}
	if !v.Finite { // "cancelled his plan to visit": the infinitive hangs on a noun
		for i := range x.st.Cues {
			c := &x.st.Cues[i]
			if c.Sense() == language.Step && c.Last <= v.First && v.First-c.Last <= 6 && x.off(c) && x.reaches(c.Last, k) {
				x.setStep(k, c, x.verbAt(c.At))
			}
		}
	}
	top := chain[len(chain)-1]
	if k.Step == "" {
		k.Step = x.tenseStep(top, v, k.Kind == "talks")
		k.StepSure = k.Step == "held" && top.Finite && top.Tense == annotate.Past
		// "Macron reçoit jeudi": a weekday beside a present looks ahead.
		k.Future = k.Future || top.Tense == annotate.Present && top.Finite && !x.st.Title
	}
	if k.Step == "held" && (top.Tense == annotate.PastConditional || top.Tense == annotate.Conditional) {
		k.Hedged = true
	}
	if negated {
		x.negate(k)
	}
}

// off reports whether a step cue says that a contact will not be.
func (x *extractor) off(c *annotate.Cue) bool {
	s := record.Steps[c.Arg("step")]
	return s == "cancelled" || s == "denied"
}

// setStep applies a step cue.
func (x *extractor) setStep(k *Candidate, c *annotate.Cue, v *annotate.VerbGroup) {
	k.Step, k.StepSure, k.StepCue = c.Arg("step"), true, c
	switch c.Arg("initiator") {
	case "subject":
		if v != nil {
			if v.Passive {
				k.Initiators = x.agent(v)
			} else {
				k.Initiators = x.subject(v)
			}
		}
	case "object":
	}
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

// tenseStep reads a step off tense and mood alone. Negotiations told of in the
// present are going on.
func (x *extractor) tenseStep(top, v *annotate.VerbGroup, talks bool) string {
	switch top.Tense {
	case annotate.Past:
		return "held"
	case annotate.Future:
		return "scheduled"
	case annotate.Conditional:
		if x.toldBefore(top) { // "said he would go": the future of the past
			return "scheduled"
		}
		return "proposed"
	case annotate.PastConditional:
		return "proposed"
	case annotate.Present:
		if top.Progressive || talks && !x.st.Title && top.Finite {
			return "ongoing"
		}
	case annotate.Infinitive:
		if !top.Finite && !x.anyFinite() { // "Macron to meet Putin"
			return "scheduled"
		}
	}
	return ""
}

// toldBefore reports whether a verb of saying in the past stands before a verb.
func (x *extractor) toldBefore(v *annotate.VerbGroup) bool {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Speech || c.Last > v.First {
			continue
		}
		if g := x.verbAt(c.At); g != nil && g.Tense == annotate.Past && g != v {
			return true
		}
	}
	return false
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

// nounStatus reads the verb that a noun is subject or object of, and the words
// beside it.
func (x *extractor) nounStatus(k *Candidate) {
	var best *annotate.Cue
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
		if v := x.verbAt(c.At); ok && (x.off(c) || c.Arg("step") == "moved" || v != nil && v.Negated && c.Arg("step") == "held") { // "cancelled a planned meeting"
			d -= 100
		}
		if ok && d < dist {
			best, dist = c, d
		}
	}
	carrier, _ := x.carrier(k)
	if best != nil {
		v := x.verbAt(best.At)
		x.setStep(k, best, v)
		if k.Step == "held" && v != nil {
			k.StepSure = true
			if s := x.tenseStep(x.top(v), v, k.Kind == "talks"); s != "" {
				k.Step = s
			} else if v.Tense == annotate.Infinitive { // "no objection to resuming talks"
				k.Step, k.StepSure = "proposed", false
			}
			x.modal(k, v)
		}
		if v != nil && v.Negated || x.negatedNoun(k) {
			x.negate(k)
		}
		return
	}
	if carrier != nil {
		top := x.top(carrier)
		k.Step = x.tenseStep(top, carrier, k.Kind == "talks")
		if k.Step != "" && k.Step != "held" {
			k.StepSure = true
		}
		x.modal(k, carrier)
		if carrier.Negated || top.Negated || x.negatedNoun(k) {
			x.negate(k)
		}
		return
	}
	if x.negatedNoun(k) || x.negatedVerb(k) {
		x.negate(k)
	}
}

// negatedVerb reports whether the nearest verb before a noun is negated and
// nothing parts them: "had no contact", "did not ask for a meeting".
func (x *extractor) negatedVerb(k *Candidate) bool {
	for i := len(x.st.Verbs) - 1; i >= 0; i-- {
		v := &x.st.Verbs[i]
		if v.Last > k.Cue.First {
			continue
		}
		return v.Negated && k.Cue.First-v.Last <= 5 && x.reaches(v.Last, k)
	}
	return false
}

func (x *extractor) top(v *annotate.VerbGroup) *annotate.VerbGroup {
	chain := x.chain(v)
	return chain[len(chain)-1]
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

// predicates reports whether a step cue is said of a noun, and how far away it
// stands: an adjective or noun beside it, or a verb whose subject or object it
// is.
func (x *extractor) predicates(k *Candidate, c *annotate.Cue) (int, bool) {
	d := distance(c.First, c.Last, k.Cue.First, k.Cue.Last)
	if x.otherBetween(k.Cue, c) {
		return 0, false
	}
	lo, hi := c.Last, k.Cue.First
	before := true
	if c.First >= k.Cue.Last {
		lo, hi, before = k.Cue.Last, c.First, false
	}
	verb := x.isVerb(c)
	if !verb && !before { // "talks are under way": a copula joins them
		for i := c.First - 1; i >= k.Cue.Last && i >= c.First-3; i-- {
			verb = verb || x.word(i).Tag == syntax.Aux || x.word(i).Tag == syntax.Verb
		}
	}
	limit := 3
	if verb && before {
		limit = 12
	} else if verb {
		limit = 40
	}
	if d > limit {
		return 0, false
	}
	for i := lo; i < hi; i++ {
		if x.breaks(i) || x.relative(i) && !(verb && !before) {
			return 0, false
		}
		if g := x.verbAt(i); g != nil && g.Finite && x.verbAt(c.At) != g && c.First-g.Last > 2 {
			return 0, false
		}
	}
	if !verb && before { // "preparations are under way for a meeting" says nothing of the meeting
		for i := lo; i < hi; i++ {
			if r := x.st.Rels[i-x.st.First]; r != 0 && !r.Has(language.Of) {
				return 0, false
			}
		}
	}
	if c.Arg("scope") == "modal" && !before {
		return 0, false
	}
	if verb && !before && x.aside(k, lo, hi) {
		return 0, false
	}
	return d, true
}

// negatedNoun reports whether a negation stands in front of a noun: "no talks".
func (x *extractor) negatedNoun(k *Candidate) bool {
	for i := k.Cue.First - 1; i >= x.st.First && i >= k.Cue.First-3; i-- {
		form := x.d.Toks[i].Form
		if x.lx.IsNegation(form) {
			return true
		}
		if t := x.word(i).Tag; t != syntax.Adj && t != syntax.Adv && t != syntax.Det && t != syntax.Adp {
			return false
		}
	}
	return false
}

// aside reports whether a noun stands in a phrase of circumstance that a comma
// closes before the verb: "In a call with B, A rejected the claims" tells
// nothing of how far the call got. A relative clause still speaks of the noun.
func (x *extractor) aside(k *Candidate, from, to int) bool {
	comma := false
	for i := from; i < to; i++ {
		if x.relative(i) {
			return false
		}
		comma = comma || x.raw(i) == ","
	}
	return comma && x.adjunct(k)
}
