package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// takesUp reports whether a reporting verb only tells whose words the sentence before was, for
// its own opens with words that stand for that: "Lo ha detto X", "Das teilte X mit", "Об этом
// сообщил X", "That is what X said".
func (x *extractor) takesUp(v *annotate.VerbGroup) bool {
	const reach = 16 // the subject, a day and an adverb may stand between
	from := x.lx.ThereofAt(x.d.Toks, x.st.First, x.st.Last)
	if from == 0 || x.s == 0 || x.d.Sentences[x.s-1].Title || v.First > from+reach || x.determines(from) {
		return false
	}
	for i := from; i < v.First; i++ {
		if x.verbAt(i) != nil || x.raw(i) == ":" || x.relative(i) {
			return false
		}
	}
	return !x.wordsQuoted() && !x.saysMore(v)
}

// takesUpHalf returns the mark behind a clause of which a reporting verb only tells whose words
// it was, 0 for none: "Il vertice si terrà a Roma: lo ha annunciato X".
func (x *extractor) takesUpHalf(v *annotate.VerbGroup) int {
	for i := v.Main - 1; i > x.st.First && i >= v.Main-4; i-- {
		switch x.raw(i) {
		case ":", ";", ",":
			thereof := x.lx.ThereofAt(x.d.Toks, i+1, x.st.Last)
			if thereof == 0 || thereof > v.Main || x.determines(thereof) || x.saysMore(v) || x.finiteBefore(i) == nil {
				return 0
			}
			return i
		}
	}
	return 0
}

// wordsQuoted reports whether a sentence quotes more than a name.
func (x *extractor) wordsQuoted() bool {
	const name = 6 // tokens of one, its marks among them
	for q := x.quoteAt(x.st.First); q < len(x.d.Quotes) && x.d.Quotes[q].First < x.st.Last; q++ {
		if Q := &x.d.Quotes[q]; Q.Last-Q.First > name || Q.Last-Q.First > 3 && !x.d.Toks[Q.First+1].Upper {
			return true
		}
	}
	return false
}

// determines reports whether the words in front of a token are no pronoun but belong to the
// noun that follows: "Das Ministerium sagte", "Об этом визите сообщил X".
func (x *extractor) determines(tok int) bool {
	if tok >= x.st.Last || x.d.Apart(tok) {
		return false
	}
	article := x.lx.IsArticle(x.d.Toks[tok-1].Form)
	for tok < x.st.Last-1 && x.word(tok).Tag == syntax.Adj {
		tok++
	}
	if a := x.actorStarting(tok); a >= 0 && x.st.Actors[a].Kind == annotate.Outlet { // "Об этом БЕЛТА сообщили в"
		return false
	}
	if x.word(tok).Feats.Has(syntax.Dative) && !x.word(tok-1).Feats.Has(syntax.Dative) { // "Об этом журналистам сообщил"
		return false
	}
	t := x.word(tok).Tag
	return (t == syntax.Noun || t == syntax.ProperNoun) && !x.inDate(tok) && (article || x.actorStarting(tok) < 0)
}

// saysMore reports whether a clause that is said follows a reporting verb, and not who passes
// it on.
func (x *extractor) saysMore(v *annotate.VerbGroup) bool {
	for i := v.Last; i < x.st.Last; i++ {
		if g := x.verbAt(i); g != nil && g.Finite && x.raw(i-1) == "," && !x.speaks(g) && x.cueIn(language.Reports, g.First, g.Last) == nil {
			return true
		}
	}
	for i := v.Last; i < min(v.Last+6, x.st.Last); i++ {
		if x.lx.IsThat(x.d.Toks[i].Form) && !x.relative(i) {
			return true
		}
	}
	return false
}

// dropUnsaid takes back what the sentence before was read to say by itself, which is all what
// the one now named has said.
func (x *extractor) dropUnsaid() {
	kept := x.out.Speeches[:0]
	for _, sp := range x.out.Speeches {
		if sp.Sentence != x.s-1 || sp.QuoteFrom >= 0 || sp.Nobody {
			kept = append(kept, sp)
		}
	}
	x.out.Speeches = kept
}

// likewise reports whether a reporting verb is that of a clause which opens with "as", so that
// its subject stands behind it and what was said around it: "Как сообщили в МИД, ...".
func (x *extractor) likewise(v *annotate.VerbGroup) bool { return x.asBefore(v) >= 0 }

// asBefore returns the "as" that opens the clause of a verb, which a day or an adverb may part
// from it or the tagger take for one of its own, -1 for none.
func (x *extractor) asBefore(v *annotate.VerbGroup) int {
	const apart = 4
	for i := v.Main - 1; i >= x.st.First && i >= v.First-apart; i-- {
		if x.lx.IsAs(x.d.Toks[i].Form) {
			if i == x.st.First || !x.d.Toks[i-1].Word {
				return i
			}
			return -1
		}
		if !x.inDate(i) && x.word(i).Tag != syntax.Adv {
			return -1
		}
	}
	return -1
}

// led reports whether words stand in front of a reporting verb behind which its subject
// follows.
func (x *extractor) led(v *annotate.VerbGroup) bool {
	return x.likewise(v) || x.takesUp(v) && !x.freeActor(x.st.First, v.First)
}

// freeActor reports whether an actor that nothing governs stands in a stretch.
func (x *extractor) freeActor(from, to int) bool {
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.First >= from && a.Last <= to && a.Rels == 0 && !a.Object {
			return true
		}
	}
	return false
}

// aroundAs returns what a clause that opens with "as" says was said: what follows it where
// it opens the sentence, all of a clause that it is set into, else what stands before it.
func (x *extractor) aroundAs(v *annotate.VerbGroup) (first, last int) {
	as, start := x.asBefore(v), x.clauseStart(v.First)
	for i := v.Last; i < x.st.Last; i++ {
		if x.raw(i) != "," || x.relative(min(i+1, x.st.Last-1)) {
			continue
		}
		g := x.finiteBefore(as)
		if as == x.st.First {
			return i + 1, x.clauseEnd(i + 1)
		} else if (g == nil || g.First < start) && x.finiteAfter(i) != nil {
			return start, x.clauseEnd(i + 1)
		}
		break
	}
	if as > x.st.First {
		return start, as
	}
	return v.Last, x.st.Last
}

// namedBehind reports whether the subject of a reporting verb stands right behind it and shows
// no case that another could stand in: "Турция готова помочь, заявил президент".
func (x *extractor) namedBehind(v *annotate.VerbGroup) bool {
	return len(x.lx.Pack.NameCases) > 0 && len(x.inverted(v)) > 0
}
