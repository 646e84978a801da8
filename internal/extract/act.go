package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/syntax"
)

// refine reads the act off what is said, where the reporting verb only says
// that something was: who says what they themselves will do promises it, or
// refuses to when they will not; who says what must be done demands it.
func (x *extractor) refine(sp *Speech) {
	if sp.Act != "say" {
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
	if v.Tense != annotate.Future && v.Tense != annotate.Conditional || v.Passive || !x.own(sp, v) {
		return
	}
	sp.Act = "promise"
	if x.negated(v) {
		sp.Act = "reject"
	}
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
