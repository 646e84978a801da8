package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// appeals reports whether a cue whose words may also be an appeal is one: it says to
// do what, or for what ("called on the president to step down").
func (x *extractor) appeals(c *annotate.Cue) bool {
	if o := x.cueIn(language.Speech, c.First, c.Last); o == nil || o.Arg("act") != "demand" {
		return false
	}
	for i := c.Last; i+1 < x.st.Last && !x.breaks(i); i++ {
		rels := x.st.Rels[i-x.st.First]
		if x.inActor(i) || x.senseAt(i, language.Initiator) || x.lx.IsDone(x.d.Toks[i].Form) { // "called X at the request of", "after the vote"
			continue
		}
		purpose := rels.Has(language.To) && !x.inDate(i) || rels.Has(language.Other) && !x.inDate(i+1) && !x.senseAt(i+1, language.Contact)
		switch x.word(i).Tag {
		case syntax.Part:
			if !x.lx.IsPossessive(x.d.Toks[i].Form) {
				return true
			}
		case syntax.Adp:
			if purpose && !x.infinitiveFrom(i+1) && !x.marksObject(i) { // not "pour discuter", "pour l'informer"
				return true
			}
		}
	}
	return false
}

// marksObject reports whether a preposition only marks the person behind it as an object:
// "llamó a Lula".
func (x *extractor) marksObject(tok int) bool {
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.First > tok {
			return a.Object && x.st.Rels[tok-x.st.First].Has(language.Marked) && a.First-tok <= 2
		}
	}
	return false
}

// infinitiveFrom reports whether an infinitive stands at a token, but for the pronouns
// in front of it.
func (x *extractor) infinitiveFrom(tok int) bool {
	for tok+1 < x.st.Last && x.lx.IsObject(x.d.Toks[tok].Form) {
		tok++
	}
	return x.word(tok).Tag == syntax.Verb
}
