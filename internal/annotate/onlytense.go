package annotate

import (
	"unicode/utf8"

	"github.com/parley-news/parley/internal/syntax"
)

// tense gives a verb the tense that its ending alone shows, and reports whether it did:
// "celebrará" is no present.
func (f *finder) tense(w *Word, tok int, endings []string, is syntax.Feats) bool {
	word := f.d.Words(tok, tok+1)
	if len(endings) == 0 || w.Feats.Has(is) && w.Tag == syntax.Verb || !endsIn(word, endings) {
		return false
	}
	switch w.Tag {
	case syntax.Verb, syntax.Aux:
	case syntax.Noun, syntax.Adj: // "la canceló": no noun ends in a letter with a mark
		if last, _ := utf8.DecodeLastRuneInString(word); last < utf8.RuneSelf || f.d.Toks[tok].Upper {
			return false
		}
		w.Tag = syntax.Verb
	default:
		return false
	}
	const tenses = syntax.Present | syntax.Past | syntax.Future | syntax.Imperfect | syntax.Pluperfect | syntax.Conditional | syntax.Subjunctive | syntax.Infinitive | syntax.Gerund | syntax.Participle
	w.Feats = w.Feats&^tenses | syntax.Finite | syntax.Indicative | is
	return true
}

// inFront makes pronouns of the articles right in front of what is a verb by its ending, for they
// stand for its object: "la suspendió".
func (f *finder) inFront(st *Sentence) {
	for i := 0; i+1 < len(st.Words); i++ {
		w, next := &st.Words[i], st.First+i+1
		if w.Tag != syntax.Det || !f.lx.objects.Has(f.d.Toks[next-1].Form) || f.wordAt(next).Tag != syntax.Verb {
			continue
		}
		if word := f.d.Words(next, next+1); endsIn(word, f.lx.Pack.OnlyPast) || endsIn(word, f.lx.Pack.OnlyFuture) {
			w.Tag = syntax.Pron
		}
	}
}
