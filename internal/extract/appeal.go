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
		purpose := rels.Has(language.To) && !x.inDate(i) || rels.Has(language.Other) && !x.inDate(i+1) && !x.senseAt(i+1, language.Contact)
		switch x.word(i).Tag {
		case syntax.Part:
			if !x.lx.IsPossessive(x.d.Toks[i].Form) {
				return true
			}
		case syntax.Adp:
			if purpose && !x.infinitiveFrom(i+1) { // not "pour discuter", "pour l'informer"
				return true
			}
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
