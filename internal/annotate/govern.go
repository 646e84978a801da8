package annotate

import (
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// addressed is how far behind a verb of asking the clause opens that tells what is asked
// of somebody named between.
const addressed = 12

// overVerb reports whether an infinitive stands behind a word, with no more than adverbs,
// pronouns and whom it is addressed to between, or a clause opens there: "aceptó
// reunirse", "propuso que", "pidió a X que".
func (f *finder) overVerb(st *Sentence, tok int) bool {
	const apart = 3
	if f.lx.Pack.Order == language.VerbSecond {
		return f.overClause(st, tok)
	}
	for i := tok; i < min(st.Last, tok+apart); i++ {
		w := st.Words[i-st.First]
		switch {
		case f.lx.that.Has(f.d.Toks[i].Form):
			return true
		case st.Rels[i-st.First].Has(language.To), w.Feats.Has(syntax.Dative) && f.lx.InCase(w).Has(language.To):
			return f.addressee(st, i+1)
		case w.Tag == syntax.Adv || w.Tag == syntax.Pron || w.Tag == syntax.Part:
			continue
		}
		return w.Tag == syntax.Verb && w.Feats.Has(syntax.Infinitive)
	}
	return false
}

// overClause reports whether a clause with what somebody is to do follows behind a comma: "schlug X
// vor, Y zu treffen".
func (f *finder) overClause(st *Sentence, tok int) bool {
	comma := false
	for i := tok; i < min(st.Last, tok+addressed); i++ {
		w := st.Words[i-st.First]
		switch {
		case f.d.Words(i, i+1) == "," && !comma:
			comma = true
		case comma && f.lx.that.Has(f.d.Toks[i].Form):
			return true
		case w.Tag == syntax.Verb || w.Tag == syntax.Aux:
			return w.Feats.Has(syntax.Infinitive) && (comma || st.Words[i-1-st.First].Tag == syntax.Part)
		case comma && w.Tag != syntax.Part && w.Tag != syntax.Adv && w.Tag != syntax.Adp:
			return false
		}
	}
	return false
}

// addressee reports whether what somebody is to do is told behind their name: "a X que
// reanude", "a X reanudar", "a X a reanudar".
func (f *finder) addressee(st *Sentence, tok int) bool {
	for i := tok; i < min(st.Last, tok+addressed); i++ {
		w := st.Words[i-st.First]
		switch {
		case f.lx.that.Has(f.d.Toks[i].Form):
			return true
		case w.Tag == syntax.Verb || w.Tag == syntax.Aux:
			before := i - 1 - st.First
			return w.Feats.Has(syntax.Infinitive) && (st.Words[before].Tag != syntax.Adp || st.Rels[before].Has(language.To))
		case w.Tag == syntax.Punct && f.d.Words(i, i+1) != ",":
			return false
		}
	}
	return false
}

// asked reports whether a verb opens the clause that tells what is asked or proposed, so
// that it hangs on the verb of asking whatever mood the tagger sees: "pidió a X que
// reanuden".
func (f *finder) asked(st *Sentence, g *VerbGroup) bool {
	that := g.First - 1
	if f.lx.that.Has(f.d.Toks[g.First].Form) {
		that = g.First
	}
	if that <= st.First || !f.lx.that.Has(f.d.Toks[that].Form) || g.Tense == Future || g.Tense == Conditional || !f.lx.Pack.ProDrop {
		return false
	}
	for i := len(st.Cues) - 1; i >= 0; i-- {
		c := &st.Cues[i]
		if c.Entry.Cue.Sense != language.Step || c.Last > that || that-c.Last > addressed || c.Arg("scope") != "modal" || !f.isVerb(st, c.At) {
			continue
		}
		for k := c.Last; k < that; k++ {
			if f.isVerb(st, k) {
				return false
			}
		}
		return c.Arg("step") == "called-for" || c.Arg("step") == "proposed"
	}
	return false
}

func (f *finder) isVerb(st *Sentence, tok int) bool {
	tag := st.Words[tok-st.First].Tag
	return tag == syntax.Verb || tag == syntax.Aux
}
