package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// against finds whose words a speech turns down, and where they are named: "rejected a
// statement from Lima that", "denied Kyiv's claim".
func (x *extractor) against(sp *Speech) {
	if sp.verb == nil || sp.Act != "deny" && sp.Act != "reject" {
		return
	}
	end := x.halfEnd(sp.verb.Last)
	for t := sp.verb.Last; t < min(end, sp.verb.Last+farNoun); t++ {
		if form := x.d.Toks[t].Form; x.lx.IsClaim(form) || x.lx.IsUtterance(form) {
			if by := x.issuers(t, min(t+paperReach, end)); len(by) > 0 && by[0] != x.firstSpeaker(sp) {
				sp.Against, sp.AgainstAt = by, Stretch{t, x.unmarked(t, end)}
			}
			return
		}
		if x.verbAt(t) != nil || x.word(t).Tag == syntax.SConj || x.word(t).Tag == syntax.Noun && !x.inActor(t) {
			return
		}
	}
}

// refusesPaper reports whether a word of refusal turns down no contact but what somebody has
// issued about it: "rejected a statement describing the talks as".
func (x *extractor) refusesPaper(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if c.Sense() != language.Step || c.Arg("step") != "refused" || v == nil || v.Passive {
		return false
	}
	for t := max(v.Last, c.Last); t < min(x.st.Last, v.Last+farNoun); t++ {
		if x.cueIn(language.Contact, t, t+1) != nil || x.verbAt(t) != nil {
			return false
		}
		if x.word(t).Tag == syntax.Noun && !x.inActor(t) {
			return x.lx.IsUtterance(x.d.Toks[t].Form)
		}
	}
	return false
}

// firstSpeaker is the first of those who speak.
func (x *extractor) firstSpeaker(sp *Speech) Ref {
	if len(sp.Speakers) == 0 {
		return Ref{-1, -1}
	}
	return sp.Speakers[0]
}
