package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// conjugation holds the forms of verbs that the pack lists by tense.
type conjugation struct {
	past, present, either             text.Set
	toPast, toFuture, governed, opens text.Set
}

func conjugationOf(c *language.Conjugated) conjugation {
	return conjugation{
		past: text.SetOf(c.Past), present: text.SetOf(c.Present), either: text.SetOf(c.Either),
		toPast: text.SetOf(c.Before.Past), toFuture: text.SetOf(c.Before.Future),
		governed: text.SetOf(c.Before.Governed), opens: text.SetOf(c.Before.Opens),
	}
}

// conjugate makes verbs of the words that the pack says are some, in the tense it says.
func (f *finder) conjugate(st *Sentence) {
	c := &f.lx.conjugation
	if c.past.Len() == 0 {
		return
	}
	for i := st.First; i < st.Last; i++ {
		w, form := &st.Words[i-st.First], f.d.Toks[i].Form
		tag := syntax.Verb
		if w.Tag == syntax.Aux {
			tag = syntax.Aux
		}
		switch {
		case !f.d.Toks[i].Word && !f.d.Toks[i].Number:
			if w.Tag == syntax.Verb || w.Tag == syntax.Noun {
				w.Tag = syntax.Punct
			}
		case w.Tag == syntax.Adp && i+1 < st.Last && c.opens.Has(form) && (c.past.Has(f.d.Toks[i+1].Form) || c.present.Has(f.d.Toks[i+1].Form) || c.either.Has(f.d.Toks[i+1].Form)):
			w.Tag = syntax.SConj
		case w.Tag == syntax.Adp && st.Rels[i-st.First] == 0 && f.nounCue(i): // "liqa'"
			w.Tag = syntax.Noun
		case f.lx.that.Has(form) && w.Tag != syntax.SConj:
			w.Tag = syntax.SConj
		case w.Tag == syntax.Adp && c.governed.Has(form) && i+1 < st.Last && c.present.Has(f.d.Toks[i+1].Form):
			w.Tag = syntax.Part
		case c.past.Has(form):
			*w = Word{tag, syntax.Finite | syntax.Indicative | syntax.Past | syntax.Third}
		case c.present.Has(form):
			*w = Word{tag, f.presentBehind(st, i)}
		case !c.either.Has(form) && w.Tag == syntax.Verb && f.nounOfCue(i): // "ta'jil", a postponement
			*w = Word{Tag: syntax.Noun}
		case !c.either.Has(form):
		case f.opensVerb(st, i):
			*w = Word{tag, syntax.Finite | syntax.Indicative | syntax.Past | syntax.Third}
		case w.Tag == syntax.Verb && i > st.First && f.governsNoun(st, i-1):
			*w = Word{Tag: syntax.Noun}
		}
	}
}

// presentBehind returns what a present is behind the word in front of it: "lam yaltaqi" is
// past, "sa-yaltaqi" future, "an yaltaqi" hangs on another verb.
func (f *finder) presentBehind(st *Sentence, tok int) syntax.Feats {
	c, feats := &f.lx.conjugation, syntax.Finite|syntax.Indicative|syntax.Present|syntax.Third
	if tok == st.First {
		return feats
	}
	switch before := f.d.Toks[tok-1].Form; {
	case c.toPast.Has(before):
		return feats&^syntax.Present | syntax.Past
	case c.toFuture.Has(before):
		return feats&^syntax.Present | syntax.Future
	case c.governed.Has(before):
		return feats&^syntax.Indicative | syntax.Subjunctive
	}
	return feats
}

// inPresent reports whether a verb in the present stands at a token.
func (f *finder) inPresent(st *Sentence, tok int) bool {
	return tok < st.Last && st.Words[tok-st.First].Tag == syntax.Verb && st.Words[tok-st.First].Feats.Has(syntax.Present)
}

// opensVerb reports whether a word that is noun and verb stands where a clause opens, with
// no article, and what follows may be a subject or an object.
func (f *finder) opensVerb(st *Sentence, tok int) bool {
	if tok+1 >= st.Last || f.d.Toks[tok].Worn > 0 {
		return false
	}
	if tok == st.First || f.behindSubject(st, tok) {
		return true
	}
	before := &f.d.Toks[tok-1]
	if tok > st.First+1 && !before.Space && f.lx.objects.Has(before.Form) && f.lx.that.Has(f.d.Toks[tok-2].Form) { // "inna-hu tahaddatha"
		return true
	}
	return f.lx.conjugation.opens.Has(before.Form) || !before.Word && !before.Number || f.lx.relative.Has(before.Form) ||
		f.lx.and.Has(before.Form) && (tok-1 == st.First || !f.d.Toks[tok-2].Word)
}

// nounOfCue reports whether a word alone is a noun that carries meaning.
func (f *finder) nounOfCue(tok int) bool {
	var buf [8]phrase.Match
	return slices.ContainsFunc(f.lx.all.Find(buf[:0], f.d.Toks, tok, tok+1, nil), func(m phrase.Match) bool {
		e := f.lx.entries[m.ID]
		return e.Kind == language.Cue && e.Cue.POS == "NOUN"
	})
}

// behindSubject reports whether nothing but a name or a noun with its article stands between a
// word that introduces what is told and another: it is the verb then, "anna X tahaddatha ma'a".
func (f *finder) behindSubject(st *Sentence, tok int) bool {
	const longest = 8
	if t := &f.d.Toks[tok-1]; t.Worn == 0 && st.Words[tok-1-st.First].Tag != syntax.ProperNoun {
		return false
	}
	for i := tok - 1; i >= st.First && i >= tok-longest; i-- {
		switch w := st.Words[i-st.First]; {
		case f.lx.that.Has(f.d.Toks[i].Form):
			return i < tok-1
		case w.Tag != syntax.Noun && w.Tag != syntax.ProperNoun && w.Tag != syntax.Adj:
			return false
		}
	}
	return false
}

// governsNoun reports whether what stands at a token makes a noun of the word behind it: a
// preposition, or a noun without an article.
func (f *finder) governsNoun(st *Sentence, tok int) bool {
	w := st.Words[tok-st.First]
	return w.Tag == syntax.Adp || w.Tag == syntax.Noun && f.d.Toks[tok].Worn == 0 && !f.lx.articles.Has(f.d.Toks[tok].Form)
}
