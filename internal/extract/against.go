package extract

import (
	"slices"

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

// disputes notes that somebody denies what is told before, and tells no more: "Paris denied
// this", "what Lima denies", "Santiago lo niega: ...".
func (x *extractor) disputes(c *annotate.Cue, v *annotate.VerbGroup) {
	if c.Arg("act") != "deny" || v == nil || !v.Finite || v.Passive || x.negated(v) || x.st.Title || x.d.InQuote(v.Main) >= 0 {
		return
	}
	v = x.whole(v, c)
	by := x.subject(v)
	if refs, _, _ := x.speaker(v); len(by) == 0 {
		by = refs
	}
	if len(by) == 0 || by[0].Sentence != x.s {
		return
	}
	end := v.Last
	for end < x.st.Last && x.d.Toks[end].Word {
		a := x.actorStarting(end)
		switch t := x.word(end).Tag; {
		case a >= 0 && slices.Contains(by, Ref{x.s, a}):
			end = x.st.Actors[a].Last
			continue
		case t != syntax.Pron && t != syntax.Adv && t != syntax.Det && t != syntax.Part && t != syntax.SConj && !x.lx.IsThing(x.d.Toks[end].Form) && !x.lx.IsClaim(x.d.Toks[end].Form), x.lx.IsThat(x.d.Toks[end].Form) && end+1 < x.st.Last && x.d.Toks[end+1].Word:
			return
		}
		end++
	}
	first := min(v.First, x.st.Actors[by[0].Actor].First)
	x.noteAside(Disputes, c, by, Stretch{first, max(end, x.st.Actors[by[0].Actor].Last)})
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
