package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// form settles the kind of a contact from words beside its cue: "by telephone".
func (x *extractor) form(k *Candidate) {
	best, dist := "", 1<<30
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Mode || c.Last > k.Last+1 && c.First > k.Last+1 || c.Last < k.First-6 {
			continue
		}
		if x.ofOther(k.Cue, c) || x.thatBetween(c.Last, k.Cue.First) || k.Noun && x.beforeAdjunct(k, c) {
			continue
		}
		if d := distance(c.First, c.Last, k.Cue.First, k.Cue.Last); d < dist && !x.otherBetween(k.Cue, c) && !x.besideOther(k.Cue, c, d) {
			best, dist = c.Arg("kind"), d
		}
	}
	if best == "" && k.Kind == "talk" && x.inPerson() {
		best = "meeting"
	}
	if best == "" || best == "visit" && k.Cue.Arg("frame") != "receive" {
		return
	}
	k.formed(best)
}

// beforeAdjunct reports whether a form in front of the phrase of circumstance that a noun
// stands in is that of a verb of talking: "speak by phone after the meeting between".
func (x *extractor) beforeAdjunct(k *Candidate, c *annotate.Cue) bool {
	at := x.adjunctAt(k)
	if at < c.Last {
		return false
	}
	v := x.finiteOrNot(c.First)
	return v != nil && x.senseOver(v.First, c.First+1, language.Contact, language.TopicOf)
}

// finiteOrNot returns the verb group that ends last in front of a token, nil for none.
func (x *extractor) finiteOrNot(tok int) *annotate.VerbGroup {
	for i := len(x.st.Verbs) - 1; i >= 0; i-- {
		if x.st.Verbs[i].Last <= tok {
			return &x.st.Verbs[i]
		}
	}
	return nil
}

// heldAs settles the kind of a contact from the form that the clause tells in which it
// takes place: "a summit, which will be held by videoconference".
func (x *extractor) heldAs(k *Candidate) {
	if !k.Noun || k.StepCue == nil || k.StepCue.First < k.Cue.Last {
		return
	}
	v := x.verbAt(k.StepCue.At)
	if v == nil {
		return
	}
	at := max(v.Last, k.StepCue.Last)
	for at < x.st.Last && x.inDate(at) {
		at++
	}
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Mode && c.First == at && c.Arg("kind") != "visit" {
			k.formed(c.Arg("kind"))
		}
	}
}

// formed gives a contact the kind that words for its form tell.
func (k *Candidate) formed(best string) {
	switch k.Kind {
	case "talk", "talks", "other", "meeting":
		if best == "meeting" && k.Kind == "talks" || best == "letter" && k.Noun {
			return
		}
		k.Kind = best
	case "call":
		if best == "video" {
			k.Kind = best
		}
	case "letter":
		if !k.Noun && best != "letter" { // "offered his condolences in a call"
			k.Kind = best
		}
	}
}

// inPerson reports whether a sentence says of what it tells that those in it
// were together: "in the margins of the summit".
func (x *extractor) inPerson() bool {
	return slices.ContainsFunc(x.st.Cues, func(c annotate.Cue) bool {
		return c.Sense() == language.Mode && c.Arg("kind") == "meeting"
	})
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
		if o != a && o.Sense() == language.Contact && o.First >= lo && o.Last <= hi && !x.insertedBetween(o, lo, hi) {
			return true
		}
	}
	return false
}

// insertedBetween reports whether a cue stands in a relative clause, or a phrase that a
// participle opens or what the tagger takes for a past, set apart by commas between two
// tokens: "the talks, timed to precede a summit, will".
func (x *extractor) insertedBetween(o *annotate.Cue, lo, hi int) bool {
	from, to := o.First, o.Last
	for from > lo && x.raw(from) != "," {
		from--
	}
	for to < hi && x.raw(to) != "," {
		to++
	}
	if x.raw(from) != "," || to == hi {
		return false
	}
	if x.relative(from + 1) {
		return true
	}
	if !x.word(from + 1).Feats.Any(syntax.Participle | syntax.Past) {
		return false
	}
	for i := from + 2; i < to; i++ {
		if g := x.verbAt(i); g != nil && g.Finite {
			return false
		}
	}
	return true
}

// besideOther reports whether a word of form stands right behind the verb of another
// contact, and farther from words that tell of mere touch or open a clause of their
// own: "spoke by telephone and agreed to stay in touch", "and said that they will meet".
func (x *extractor) besideOther(own, mode *annotate.Cue, far int) bool {
	if far <= 1 || own.First < mode.Last || own.Arg("kind") != "other" && !x.clauseOpens(mode.Last, own.First) && !x.topicOf(own) {
		return false
	}
	const reach = 3 // words that a day between the two may fill: "spoke on Monday by telephone"
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o != own && o.Sense() == language.Contact && x.isVerb(o) && o.Last <= mode.First && mode.First-o.Last <= reach {
			return true
		}
	}
	return false
}

// topicOf reports whether a contact is what somebody speaks about, or belongs to it:
// "spoke by telephone about the offer to host talks".
func (x *extractor) topicOf(own *annotate.Cue) bool {
	const reach = 14
	for i := own.First - 1; i >= max(x.st.First, own.First-reach) && !x.breaks(i); i-- {
		if x.st.Rels[i-x.st.First].Has(language.About) {
			return true
		}
	}
	return false
}

// clauseOpens reports whether a clause opens between two tokens.
func (x *extractor) clauseOpens(from, to int) bool {
	for i := from; i < to; i++ {
		if x.breaks(i) {
			return true
		}
	}
	return false
}

// ofOther reports whether a word of form is part of another contact's cue:
// "had telephone conversations, but did not meet".
func (x *extractor) ofOther(own, mode *annotate.Cue) bool {
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o.Sense() == language.Contact && o.First != own.First && o.First <= mode.First && mode.Last <= o.Last {
			return true
		}
	}
	return false
}

// mutual reports whether a pronoun turns the verb of a contact on its subject, so that it
// has no object: "s-au întâlnit timp de o oră".
func (x *extractor) mutual(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	for i := c.At - 1; v != nil && i >= v.First; i-- {
		if x.lx.IsReflexive(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}
