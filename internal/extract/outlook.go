package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// past reports whether a noun is a circumstance of what has been done: "said
// after a meeting".
func (x *extractor) past(k *Candidate) bool {
	v := x.circumstanced(k)
	return v != nil && v.Last <= k.Cue.First && v.Tense == annotate.Past && !x.ahead(v)
}

// coming reports whether a noun is a circumstance of what is yet to be done: "will raise
// it in talks". What a participle between the two tells of may be over: "will carry out
// what was agreed in talks".
func (x *extractor) coming(k *Candidate) bool {
	at := x.adjunctAt(k)
	if at < 0 {
		return false
	}
	v := x.finiteBefore(at)
	if v == nil || !x.looksAhead(v) {
		return false
	}
	return !slices.ContainsFunc(x.st.Verbs, func(g annotate.VerbGroup) bool {
		return g.First >= v.Last && g.Last <= at && x.word(g.Main).Feats.Has(syntax.Participle)
	})
}

// foreseen reports whether a noun is the subject, or a circumstance in front, of what is
// yet to be done: "the talks will focus on energy", "at the meeting X will raise it".
func (x *extractor) foreseen(k *Candidate) bool {
	at, start := x.adjunctAt(k), x.clauseStart(k.Cue.First)
	if at < 0 {
		if n := k.Cue.First - 1; n >= x.st.First && x.word(n).Tag == syntax.Noun && !x.lx.Pack.Attributive { // "rezultatele întâlnirii vor fi"
			return false
		}
		at = x.phraseStart(k.Cue.First) - 1
	}
	if k.Kind == "letter" || at >= x.st.First && (x.lx.IsDone(x.d.Toks[at].Form) || x.st.Rels[at-x.st.First].Has(language.Of)) {
		return false
	}
	if g := x.finiteBefore(k.Cue.First); g != nil && x.clauseStart(g.First) == start {
		return false
	}
	v := x.finiteAfter(k.Cue.Last)
	return v != nil && x.clauseStart(v.First) == start && v.Tense != annotate.Present && x.looksAhead(v)
}

// isGoingOn reports whether a noun for what lasts is the subject of a verb in the present:
// "the talks are not easy", "negotiations advance".
func (x *extractor) isGoingOn(k *Candidate) bool {
	if !lasting(k) || x.st.Title || x.adjunctAt(k) >= 0 || x.inPhrase(k.Cue.First) {
		return false
	}
	start := x.clauseStart(k.Cue.First)
	if g := x.finiteBefore(k.Cue.First); g != nil && x.clauseStart(g.First) == start {
		return false
	}
	v := x.finiteAfter(k.Cue.Last)
	return v != nil && x.clauseStart(v.First) == start && v.Tense == annotate.Present && !x.looksAhead(v) && !x.dayAhead(v)
}

// looksAhead reports whether a finite verb, or a modal in it, tells of what is to come.
func (x *extractor) looksAhead(v *annotate.VerbGroup) bool {
	if v.Tense == annotate.Future || v.Tense == annotate.Conditional && x.toldBefore(v) {
		return true
	}
	return v.Tense == annotate.Present && slices.ContainsFunc(x.st.Cues, func(c annotate.Cue) bool {
		return isModal(&c) && c.Arg("step") == "scheduled" && c.First < v.Last+2 && c.Last > v.First
	})
}

// ahead reports whether a verb in the past says what was to come: "was to".
func (x *extractor) ahead(v *annotate.VerbGroup) bool {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; isModal(c) && record.Steps[c.Arg("step")] == "scheduled" && c.Arg("step") != "agreed" && c.First < v.Last && c.Last > v.First { // who agreed to something has done so
			return true
		}
	}
	return false
}

// willBe returns the copula, in the future or the conditional, that makes a noun what
// something is to be: "it will be X's first visit".
func (x *extractor) willBe(k *Candidate) *annotate.VerbGroup {
	if v := x.copulaBefore(k.Cue.First); v != nil && (v.Tense == annotate.Future || v.Tense == annotate.Conditional) {
		return v
	}
	return nil
}

// awaited reports whether something has to be done before what a verb says can be: "much
// must be settled before holding a summit".
func (x *extractor) awaited(v *annotate.VerbGroup) bool {
	if v.Finite || !x.circumstantial(v) {
		return false
	}
	for i := x.st.First; i < v.First; i++ {
		if x.lx.IsMust(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// spokenOf reports whether a contact, one of several that there may be, is but what is
// spoken about: "asked about a summit between A and B".
func (x *extractor) spokenOf(k *Candidate) bool {
	if k.Kind == "letter" || k.Kind == "other" || len(k.Participants)+len(k.States) < 2 || x.st.Title && !x.anyFinite() { // "two versions of a call"
		return false
	}
	for i := k.Cue.First - 1; i >= x.st.First; i-- {
		if x.lx.IsIndefinite(x.d.Toks[i].Form) {
			return i > x.st.First && x.st.Rels[i-1-x.st.First].Has(language.About)
		}
		if !x.modifier(i) || x.senseAt(i, language.Background) { // "about a recent meeting"
			return false
		}
	}
	return false
}
