package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// refine reads the act off what is said, where the reporting verb only says
// that something was: who says what they themselves will do promises it, or
// refuses to when they will not; who says what must be done demands it.
func (x *extractor) refine(sp *Speech) {
	if sp.Act == "reject" && x.ofClaim(sp) {
		sp.Act = "deny"
	}
	if sp.Act == "support" && x.onlyClaims(sp) {
		sp.Act = "say"
	}
	if sp.Act != "say" {
		return
	}
	if x.untrue(sp) {
		sp.Act = "deny"
		return
	}
	if act := x.nounAct(sp); act != "" {
		sp.Act = act
		return
	}
	v := x.firstClause(sp)
	if v == nil {
		return
	}
	for i := v.First; i < v.Last; i++ {
		if x.lx.IsMust(x.d.Toks[i].Form) {
			sp.Act = "demand"
			return
		}
	}
	if to := x.willing(sp, v); to >= 0 {
		if act := x.readyFor(sp, to); act == "propose" || x.own(sp, v) && v.Tense != annotate.Conditional {
			sp.Act = act
		}
		return
	}
	if act := x.performed(sp, v); act != "" {
		sp.Act = act
		return
	}
	if v.Tense != annotate.Future && v.Tense != annotate.Conditional || v.Passive || !x.own(sp, v) {
		return
	}
	sp.Act = "promise"
	if x.negated(v) {
		sp.Act = "reject"
	}
}

// onlyClaims reports whether a verb of support has a clause behind it, or a quotation before it,
// that its subject holds to be so: "a soutenu que", not "a soutenu le plan".
func (x *extractor) onlyClaims(sp *Speech) bool {
	if sp.verb == nil || sp.Cue == nil || !sp.Cue.Entry.Cue.Is("claims") {
		return false
	}
	at := sp.verb.Last
	return at < x.st.Last && x.lx.IsThat(x.d.Toks[at].Form) || sp.QuoteFrom >= 0 && x.d.Quotes[sp.QuoteFrom].Last <= sp.verb.First
}

// untrue reports whether it is said that a claim, or what a clause tells, is not so:
// "reports that they met are false", "it is not true that they met", "this is false".
func (x *extractor) untrue(sp *Speech) bool {
	const opening = 5 // "it is simply not true"
	c := x.cueIn(language.Untrue, sp.First, sp.Last)
	if c == nil {
		return false
	}
	if c.First-sp.First <= opening && (c.Last >= sp.Last-1 || x.lx.IsThat(x.d.Toks[c.Last].Form) || !x.d.Toks[c.Last].Word) {
		return true
	}
	for i := sp.First; i < c.First; i++ {
		if x.lx.IsClaim(x.d.Toks[i].Form) { // whatever the tagger takes "reports" for
			return true
		}
	}
	return false
}

// ofClaim reports whether what a speaker turns down is something said to be so:
// "rejected reports that".
func (x *extractor) ofClaim(sp *Speech) bool {
	if sp.verb == nil {
		return false
	}
	noun := false
	for t := sp.verb.Last; t < min(x.st.Last, sp.verb.Last+farNoun); t++ {
		if x.lx.IsClaim(x.d.Toks[t].Form) { // whatever the tagger takes "reports" for
			return true
		}
		if noun || x.verbAt(t) != nil { // else "media reports"
			return false
		}
		noun = x.word(t).Tag == syntax.Noun && !x.inDate(t)
	}
	return false
}

// nounAct returns the act that the noun names with which what is said opens:
// "stressed the need for", "reaffirmed his support for".
func (x *extractor) nounAct(sp *Speech) string {
	if sp.Cue == nil || sp.Cue.Sense() != language.Speech { // "left, citing the need for rest"
		return ""
	}
	from := max(sp.First, x.st.First)
	if sp.verb != nil && sp.verb.Last > from && sp.verb.Last < sp.Last {
		from = sp.verb.Last
	}
	noun, owned := -1, false
	for t := from; t < min(sp.Last, x.st.Last, from+farNoun) && noun < 0; t++ {
		if x.verbAt(t) != nil || x.lx.IsThat(x.d.Toks[t].Form) {
			return ""
		}
		owned = owned || x.lx.IsOwner(x.d.Toks[t].Form)
		if x.word(t).Tag == syntax.Noun {
			noun = t
		}
	}
	if noun < 0 {
		return ""
	}
	if v := x.firstClause(sp); v != nil && v.First > noun && !x.relativeBetween(noun, v.First+1) && !x.clauseBetween(noun, v.First) {
		return "" // "the call did not come overnight"
	}
	if x.lx.IsMust(x.d.Toks[noun].Form) {
		return "demand"
	}
	if owned || noun+1 < x.st.Last && x.lx.IsOwner(x.d.Toks[noun+1].Form) {
		if c := x.cueIn(language.Act, noun, noun+1); c != nil {
			return c.Arg("act")
		}
	}
	return ""
}

// farNoun is how many words may stand before the first noun of what is said.
const farNoun = 6

// willing returns where what the speaker is ready to do begins in the clause of
// what is said ("said Ankara was ready to"), -1 when it says no such thing.
func (x *extractor) willing(sp *Speech, v *annotate.VerbGroup) int {
	if x.negated(v) {
		return -1
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() == language.Step && c.Arg("initiator") == "willing" && c.At >= v.First && c.At < min(v.Last+3, sp.Last) {
			return c.Last
		}
	}
	return -1
}

// readyFor returns the act of saying that one is ready for something: a contact
// is proposed, what others want is agreed to, all else is promised.
func (x *extractor) readyFor(sp *Speech, from int) string {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.First < from || c.First >= min(from+6, sp.Last) {
			continue
		}
		switch act := c.Arg("act"); {
		case c.Sense() == language.Contact:
			return "propose"
		case c.Sense() == language.Speech && act != "say":
			return act
		}
	}
	return "promise"
}

// performed returns the act that the words themselves perform: who says that
// they support, reject or condemn something does so in saying it.
func (x *extractor) performed(sp *Speech, v *annotate.VerbGroup) string {
	if v.Passive || v.Tense == annotate.Conditional || !x.own(sp, v) {
		return ""
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Speech || c.At < v.First || c.At >= sp.Last {
			continue
		}
		g := x.verbAt(c.At)
		if g == nil || g != v && (g.Finite || g.First-v.Last > 1) { // "would like to thank"
			continue
		}
		act := c.Arg("act")
		switch {
		case act == "say" || act == "":
			continue
		case x.negated(v) && (act == "agree" || act == "support" || act == "promise"):
			return "reject"
		case x.negated(v):
			continue
		}
		return act
	}
	return ""
}

// firstClause returns the first finite verb of what is said.
func (x *extractor) firstClause(sp *Speech) *annotate.VerbGroup {
	for i := range x.st.Verbs {
		v := &x.st.Verbs[i]
		if v.First >= sp.First && v.First < sp.Last && v.Finite && (sp.verb == nil || v.Main != sp.verb.Main) {
			return v
		}
	}
	return nil
}

// own reports whether the subject of a verb is the speaker: a pronoun, the
// speaker's own state, or nobody named.
func (x *extractor) own(sp *Speech, v *annotate.VerbGroup) bool {
	refs := x.subject(v)
	if len(refs) == 0 {
		return x.firstPerson(v)
	}
	if len(refs) != 1 || refs[0].Sentence != x.s {
		return false
	}
	if slices.Contains(sp.Speakers, refs[0]) { // set into what they say, the speaker is no subject of it
		return false
	}
	a := &x.st.Actors[refs[0].Actor]
	if a.Kind == annotate.Pronoun {
		thing := x.lx.IsThing(x.d.Toks[a.First].Form)
		return !thing || len(sp.Speakers) == 1 && sp.Speakers[0].Sentence == x.s && x.st.Actors[sp.Speakers[0].Actor].Kind != annotate.Person
	}
	if a.Kind != annotate.State && a.Kind != annotate.Institution || len(sp.Speakers) != 1 || sp.Speakers[0].Sentence != x.s {
		return false
	}
	return a.Of != "" && a.Of == x.st.Actors[sp.Speakers[0].Actor].Of
}

// firstPerson reports whether a verb is in the first person, or its pronoun is.
func (x *extractor) firstPerson(v *annotate.VerbGroup) bool {
	for i := max(v.First-2, x.st.First); i < v.Last; i++ {
		if x.word(i).Feats.Has(syntax.First) {
			return true
		}
	}
	return false
}
