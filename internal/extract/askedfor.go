package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// askedOnly reads who asked for a contact told of before, in a clause that names none:
// "It was initiated by Kyiv", "It took place at Kyiv's request", "Kyiv had requested it".
func (x *extractor) askedOnly() {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		v := x.verbAt(c.At)
		started := c.Sense() == language.Initiator
		asks := started && c.Arg("dir") == "before" || c.Sense() == language.Step && c.Arg("step") == "called-for" && c.Arg("initiator") == "subject"
		if !started && !asks || v != nil && v.Negated || x.senseOver(c.First, c.Last, language.Contact) {
			continue
		}
		var by []Ref
		switch {
		case c.Arg("dir") == "cleft":
			by = x.cleftCaller(c)
		case c.Arg("dir") == "origin", x.ofPronoun(c, v):
			by = x.beside(c, false)
		case asks && x.asksForIt(v):
			by = x.subject(v)
		case v == nil && x.ofHeld(c):
			by = x.asker(c)
		}
		if len(by) > 0 {
			x.out.Candidates = append(x.out.Candidates, Candidate{
				Sentence: x.s, Cue: c, Kind: "talk", Generic: true, Noun: true, Definite: true, Asked: true,
				Initiators: by, InitiatorCue: c, First: c.First, Last: c.Last,
			})
		}
	}
}

// cleftCaller returns who is said to be the one that called or asked, in a clause that ends
// with the words for it: "it was Lima that called", "c'est X qui a appelé".
func (x *extractor) cleftCaller(c *annotate.Cue) []Ref {
	end := c.First
	if end > x.st.First && x.raw(end-1) == "," {
		end--
	}
	a := x.actorEnding(end)
	if a < 0 || c.Last < x.st.Last && x.d.Toks[c.Last].Word {
		return nil
	}
	if x.lx.Pack.Order == language.VerbLast || x.word(c.First).Tag == syntax.Aux || x.word(c.First).Tag == syntax.Pron && x.lx.Pack.VerbFirst {
		return x.with(a)
	}
	for i := x.st.Actors[a].First - 1; i >= x.st.First && i >= x.st.Actors[a].First-3; i-- {
		if g := x.verbAt(i); g != nil && g.Finite && x.word(g.Main).Tag == syntax.Aux {
			return x.with(a)
		}
	}
	return nil
}

// ofPronoun reports whether a passive verb says whose idea that was for which a pronoun
// stands, or nothing: "it was initiated by the German side", "a fost cerută de Ankara".
func (x *extractor) ofPronoun(c *annotate.Cue, v *annotate.VerbGroup) bool {
	return c.Arg("dir") == "after" && v != nil && v.Passive && x.ownPronoun(v)
}

// ofHeld reports whether words that tell who asked complete a verb of taking place whose
// subject is a pronoun, or left out: "it took place at their request".
func (x *extractor) ofHeld(c *annotate.Cue) bool {
	v := x.finiteBefore(c.First)
	if v == nil || v.Negated || !x.ownPronoun(v) {
		return false
	}
	held := x.cueIn(language.Step, v.First, c.First)
	return held != nil && held.Arg("step") == "held"
}

// asksForIt reports whether the object of a verb is a pronoun for a thing, with which its
// clause ends: "had requested it", "l'a demandé".
func (x *extractor) asksForIt(v *annotate.VerbGroup) bool {
	if v == nil || v.Passive {
		return false
	}
	end := v.Last
	if end < x.st.Last && x.lx.IsThing(x.d.Toks[end].Form) {
		end++
	} else if !x.pronominal(v) || x.dative(v) {
		return false
	}
	return end >= x.st.Last || !x.d.Toks[end].Word
}

// ownPronoun reports whether the subject of a finite verb is a pronoun for one, or left
// out, and its clause tells of no contact.
func (x *extractor) ownPronoun(v *annotate.VerbGroup) bool {
	if !v.Finite || x.cueIn(language.Contact, x.clauseStart(v.First), x.st.Last) != nil {
		return false
	}
	refs := x.subject(v)
	if len(refs) == 0 {
		return x.lx.Pack.ProDrop
	}
	a := &x.st.Actors[refs[0].Actor]
	return refs[0].Sentence == x.s && a.Kind == annotate.Pronoun && !a.Plural
}
