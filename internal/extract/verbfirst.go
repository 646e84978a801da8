package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// farSubject is how many tokens a verb may stand in front of its subject.
const farSubject = 24

// subjectBehind returns the subject of a verb in a language whose verbs open the clause: who
// is named first behind it with no preposition. settled says that there is none before it.
func (x *extractor) subjectBehind(v *annotate.VerbGroup) (refs []Ref, settled bool) {
	if !x.lx.Pack.VerbFirst || !v.Finite || x.inFront(v) {
		return nil, false
	}
	a := x.bareBehind(v.Last, v)
	if a < 0 {
		refs = x.ofSpeakers(v)
		return refs, len(refs) > 0
	}
	act := &x.st.Actors[a]
	refs = x.with(a)
	end := x.st.Actors[refs[len(refs)-1].Actor].Last
	second := x.bareBehind(end, v)
	if second < 0 && (act.IsCounterpart || x.placeOnly(act, v)) { // "and received his counterpart"
		return nil, true
	}
	if second < 0 && x.relativeOf(v) >= 0 && !x.resumptive(v) { // "who met the president"
		return nil, false
	}
	return refs, true
}

// inFront reports whether the subject of a verb stands right in front of it.
func (x *extractor) inFront(v *annotate.VerbGroup) bool {
	for i := v.First - 1; i >= x.st.First && i >= v.First-8; i-- {
		if a := x.actorEnding(i + 1); a >= 0 {
			act := &x.st.Actors[a]
			return act.Rels == 0 && x.opensAt(act.First)
		}
		comma := i == v.First-1 && x.raw(i) == ","
		if !comma && !x.inDate(i) && x.word(i).Tag != syntax.Adv && x.word(i).Tag != syntax.Part && x.word(i).Tag != syntax.Aux {
			return false
		}
	}
	return false
}

// opensAt reports whether a clause opens at a token: nothing stands before it that it could
// be the subject or the object of.
func (x *extractor) opensAt(tok int) bool {
	if tok == x.st.First || !x.d.Toks[tok-1].Word {
		return true
	}
	n := tok - 1 - x.st.First
	if x.lx.IsThat(x.d.Toks[tok-1].Form) || x.lx.IsSubordinate(x.d.Toks[tok-1].Form) || x.word(tok-1).Tag == syntax.Aux {
		return true
	}
	return x.st.And[n] && (tok-1 == x.st.First || !x.d.Toks[tok-2].Word)
}

// bareBehind returns the first actor from a token on that no preposition governs, -1 for none:
// days, adverbs and what prepositions govern may stand before it, no other noun.
func (x *extractor) bareBehind(from int, v *annotate.VerbGroup) int {
	for i := from; i < x.st.Last && i < from+farSubject; i++ {
		if a := x.actorStarting(i); a >= 0 {
			act := &x.st.Actors[a]
			if act.Rels == 0 && act.Kind != annotate.Pronoun {
				return a
			}
			i = act.Last - 1
			if act.Rels != 0 {
				i = x.last(a) - 1
			}
			continue
		}
		if x.underPreposition(i) || x.inDate(i) {
			continue
		}
		switch x.word(i).Tag {
		case syntax.Adv, syntax.Adp, syntax.Pron, syntax.Part, syntax.Det:
			continue
		case syntax.Punct:
			if w := x.raw(i); w == "،" || w == "," || w == "(" || w == ")" {
				continue
			}
		}
		return -1
	}
	return -1
}

// underPreposition reports whether a preposition governs a token, or is it.
func (x *extractor) underPreposition(tok int) bool {
	for i := tok; i >= x.st.First && i > tok-6; i-- {
		if x.st.Rels[i-x.st.First] != 0 {
			return true
		}
		switch x.word(i).Tag {
		case syntax.Noun, syntax.ProperNoun, syntax.Adj, syntax.Num, syntax.Pron, syntax.Det:
			continue
		}
		return false
	}
	return false
}

// placeOnly reports whether an actor behind a verb of travel is where somebody goes.
func (x *extractor) placeOnly(a *annotate.Actor, v *annotate.VerbGroup) bool {
	return a.Kind == annotate.State && x.senseAt(v.Main, language.Contact)
}

// relativeOf returns the relative word right in front of a verb, -1 for none.
func (x *extractor) relativeOf(v *annotate.VerbGroup) int {
	for i := v.Main - 1; i >= x.st.First && i >= v.Main-3; i-- {
		if x.lx.IsRelative(x.d.Toks[i].Form) {
			return i
		}
	}
	return -1
}

// resumptive reports whether a pronoun written onto a verb takes up what its relative word
// stands for, so that the subject is another: "whom the president met".
func (x *extractor) resumptive(v *annotate.VerbGroup) bool {
	i := v.Main + 1
	return i < x.st.Last && !x.d.Toks[i].Space && x.lx.IsObject(x.d.Toks[i].Form)
}

// isSubjectOf reports whether an actor is the subject that stands behind a verb.
func (x *extractor) isSubjectOf(act *annotate.Actor, v *annotate.VerbGroup) bool {
	if !x.lx.Pack.VerbFirst || v == nil {
		return false
	}
	for _, r := range x.subject(v) {
		if r.Sentence == x.s && &x.st.Actors[r.Actor] == act {
			return true
		}
	}
	return false
}

// bareVerb reports whether a verb right behind the noun of a contact opens a clause about it
// without a relative word: the noun has no article.
func (r *rightward) bareVerb(tok int) bool {
	if !r.lx.Pack.VerbFirst || r.d.Toks[r.k.Cue.First].Worn > 0 {
		return false
	}
	for i := r.k.Cue.Last; i < tok; i++ {
		if r.word(i).Tag != syntax.Adj {
			return false
		}
	}
	return true
}

// pastSubject returns a reporting verb with the subject that stands behind it, so that what
// follows both is what was said; nil where it stands elsewhere, or a quotation before them.
func (x *extractor) pastSubject(sp *Speech, v *annotate.VerbGroup) *annotate.VerbGroup {
	if !x.lx.Pack.VerbFirst || len(sp.Speakers) == 0 || sp.Speakers[0].Sentence != x.s {
		return nil
	}
	last := &x.st.Actors[sp.Speakers[len(sp.Speakers)-1].Actor]
	if last.First < v.Last || v.First > x.st.First && x.d.InQuote(v.First-1) >= 0 && x.d.InQuote(v.Main) < 0 {
		return nil
	}
	g := *v
	g.Last = max(last.Last, sp.Cue.Last)
	return &g
}

// objectInside returns where the object of a verb starts that stands behind its subject and
// inside the words of its cue, 0 for none: "da'a X Y li-ziyara", "invited Y to visit".
func (x *extractor) objectInside(k *Candidate, v *annotate.VerbGroup) int {
	if !x.lx.Pack.VerbFirst || k.Cue.Last <= v.Last {
		return 0
	}
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First > v.Last && a.Last <= k.Cue.Last && a.Rels == 0 && !x.isSubjectOf(a, v) && x.actorEnding(a.First) >= 0 {
			return a.First
		}
	}
	return 0
}

// ofSpeakers returns whose staff or paper stands behind a verb as its subject: "nafa maktab
// X", "X's office denied".
func (x *extractor) ofSpeakers(v *annotate.VerbGroup) []Ref {
	i := v.Last
	if i >= x.st.Last {
		return nil
	}
	if form := x.d.Toks[i].Form; !x.lx.IsUtterance(form) && !x.lx.IsStaff(form) {
		return nil
	}
	return x.ofSubject(i, min(i+paperReach, x.st.Last))
}

// pastOwn returns where the subject ends that stands behind the verb of a cue and in front of
// a token, else where the cue does.
func (x *extractor) pastOwn(c *annotate.Cue, tok int) int {
	v := x.verbAt(c.At)
	if !x.lx.Pack.VerbFirst || v == nil {
		return c.Last
	}
	end := c.Last
	for _, r := range x.subject(v) {
		if r.Sentence == x.s && x.st.Actors[r.Actor].First >= v.Last && x.st.Actors[r.Actor].Last <= tok {
			end = max(end, x.st.Actors[r.Actor].Last)
		}
	}
	return end
}

// behindSubject returns where the subject right behind a verb ends, if before a token, and else
// where the verb does.
func (x *extractor) behindSubject(v *annotate.VerbGroup, before int) int {
	if x.lx.Pack.VerbFirst {
		if a := x.actorStarting(v.Last); a >= 0 && x.st.Actors[a].Rels == 0 {
			if end := x.last(a); end <= before {
				return end
			}
		}
	}
	return v.Last
}
