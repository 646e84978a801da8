package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// A script without capitals tells no names. Any word may be one of a known person's; of an
// unknown one it is where the tagger says so, or where it is no word of the language.

// leastName is how many bytes a name has at least in a script without capitals.
const leastName = 4

// allUpper lets every word of a text be one of a name.
func (lx *Lexicon) allUpper(s string, toks []text.Token) {
	if !lx.Pack.NoCapitals {
		return
	}
	for i := range toks {
		t := &toks[i]
		little := lx.little.Has(t.Form) && !(i > 0 && gazetteer.IsPatronymic(toks[i-1].Form)) // "bin Salih"
		t.Upper = t.Word && !t.Number && t.End-t.Start >= leastName && (!little || dottedName(s[t.Start:t.End], lx.World))
	}
}

// dottedName reports whether a word of the grammar may be somebody's given name, since it is written
// with the last letter that the other is not: "علي", Ali, and "على", on.
func dottedName(word string, w *gazetteer.World) bool {
	return strings.HasSuffix(word, "ي") && w.IsGiven(w.Skeleton(word))
}

// dotted reports whether a word is a given name that only its last letter tells from a word of the
// grammar, in front of another of a name.
func (f *finder) dotted(st *Sentence, tok int) bool {
	t := &f.d.Toks[tok]
	if tok+1 >= st.Last || !f.lx.little.Has(t.Form) || !dottedName(f.d.Text[t.Start:t.End], f.lx.World) {
		return false
	}
	next := &f.d.Toks[tok+1]
	return gazetteer.IsPatronymic(next.Form) || next.Word && !next.Number && !f.lx.Pack.Text.Affixes.Knows(next.Form)
}

// commonWord reports whether a folded word is one of the pack's forms that are no names,
// whatever it wears.
func (lx *Lexicon) commonWord(form string) bool {
	affixes := lx.Pack.Text.Affixes
	return lx.common.Has(form) || lx.common.Has(affixes.Bare(form)) || lx.common.Has(affixes.Unended(form))
}

// opensNoName reports whether a word stands at a token with which no name begins where no
// capital tells one: a state's adjective, a word of address or a word of the pack.
func (f *finder) opensNoName(tok int) bool {
	if !f.lx.Pack.NoCapitals {
		return false
	}
	if f.lx.commonWord(f.d.Toks[tok].Form) || f.titled(tok) {
		return true
	}
	var buf [4]phrase.Match
	return len(f.lx.states.Find(buf[:0], f.d.Toks, tok, tok+1, nil)) > 0
}

// nameIndeed reports whether a name found is one indeed, where no capital says so: it holds a word
// that is none of the language, unless it opens as none does, or the person's name is written just so.
func (f *finder) nameIndeed(u *unit, opensAsNone bool) bool {
	if !f.lx.Pack.NoCapitals {
		return true
	}
	for i := u.first; i < u.last && !opensAsNone; i++ {
		if !f.lx.Pack.Text.Affixes.Knows(f.d.Toks[i].Form) {
			return true
		}
	}
	form := text.Fold(f.d.Words(u.first, u.last))
	return slices.ContainsFunc(u.person.Spellings, func(s string) bool { return text.Fold(s) == form })
}

// wordAlone reports whether a word of the language is no name by itself where no capital says so:
// nobody whom the document has named in full bears it.
func (f *finder) wordAlone(tok int) bool {
	return f.lx.Pack.NoCapitals && f.d.Toks[tok].Worn == 0 && f.lx.Pack.Text.Affixes.Knows(f.d.Toks[tok].Form) && recall(f, f.people.spelt, tok) == nil && !f.knownName(tok)
}

// sameArticle reports whether a single word wears the article just where the name of a person does,
// whom the document has not named in full: as-Sisi is not called Sisi.
func (f *finder) sameArticle(p *gazetteer.Person, first, last int) bool {
	if !f.lx.Pack.NoCapitals || last-first != 1 || f.people.known[p] {
		return true
	}
	article := f.lx.Pack.Text.Affixes.Article
	wears := strings.HasPrefix(f.d.Toks[first].Form, article)
	for _, name := range p.Spellings {
		for _, w := range strings.Fields(name) {
			if strings.HasPrefix(text.Fold(w), article) == wears && f.lx.World.Skeleton(w) == f.skeleton(first) {
				return true
			}
		}
	}
	return false
}

// nameRun is how many tokens of a run may be one name where no capital ends it.
func (f *finder) nameRun(first, last int) int {
	if f.lx.Pack.NoCapitals {
		return min(last, first+maxName+1)
	}
	return last
}

// strangers leaves the words of a sentence as names that are likely some.
func (f *finder) strangers(st *Sentence, named []unit) {
	if !f.lx.Pack.NoCapitals {
		return
	}
	for i := st.First; i < st.Last; i++ {
		t, w := &f.d.Toks[i], &st.Words[i-st.First]
		own := f.surnameOfPerson(i, i+1) || f.servant(st, i) || f.afterFatherMark(st, i) || f.dotted(st, i)
		if !own && (!t.Upper || f.lx.commonWord(t.Form)) {
			t.Upper = false
			continue
		}
		strange := own || !f.lx.Pack.Text.Affixes.Knows(t.Form)
		if strange && (own || w.Tag == syntax.Noun || w.Tag == syntax.Adj || w.Tag == syntax.Other || w.Tag == syntax.Verb && f.besideVerb(st, i)) {
			*w = Word{Tag: syntax.ProperNoun}
		}
		t.Upper = w.Tag == syntax.ProperNoun && (strange || !f.lx.Pack.Text.Affixes.Wears(t.Form))
	}
	for _, u := range named {
		for i := u.first; i < u.last; i++ {
			f.d.Toks[i].Upper = true
			st.Words[i-st.First] = Word{Tag: syntax.ProperNoun}
		}
	}
}

// surnameOfPerson reports whether a word with the article that describes no noun with one is
// the family name of somebody whom the document has named in full: "al-Sudani said".
func (f *finder) surnameOfPerson(first, last int) bool {
	if !f.lx.Pack.NoCapitals || last-first != 1 || f.d.Toks[first].Worn == 0 || recall(f, f.people.spelt, first) == nil {
		return false
	}
	if first == 0 {
		return true
	}
	before := &f.d.Toks[first-1]
	return before.Worn == 0 && !f.lx.owners.Has(before.Form) && recall(f, f.people.spelt, first-1) == nil
}

// servant reports whether a word is one half of a name such as "'Abd al-'Ati".
func (f *finder) servant(st *Sentence, tok int) bool {
	first := tok
	if f.d.Toks[tok].Worn > 0 && tok > st.First {
		first--
	}
	return gazetteer.IsServant(f.d.Toks[first].Form) && first+1 < st.Last && f.d.Toks[first+1].Worn > 0
}

// afterFatherMark reports whether a word stands behind one of a name that another always
// follows, in a name that has begun: "bin", or "Al" of a house.
func (f *finder) afterFatherMark(st *Sentence, tok int) bool {
	return tok > st.First+1 && (gazetteer.IsPatronymic(f.d.Toks[tok-1].Form) || f.d.Toks[tok-1].Form == "ال") && f.sameRun(tok) && st.Words[tok-2-st.First].Tag == syntax.ProperNoun
}

// besideVerb reports whether a verb of the pack stands right before a word or behind it,
// which then is none itself.
func (f *finder) besideVerb(st *Sentence, tok int) bool {
	c := &f.lx.conjugation
	for _, i := range [2]int{tok - 1, tok + 1} {
		if i >= st.First && i < st.Last && (c.past.Has(f.d.Toks[i].Form) || c.present.Has(f.d.Toks[i].Form) || c.either.Has(f.d.Toks[i].Form) && st.Words[i-st.First].Tag == syntax.Verb) {
			return true
		}
	}
	return false
}

// learnCommon notes the words of a form that are none of names, where no capital tells them.
func (lx *Lexicon) learnCommon(e *language.Entry) {
	switch e.Kind {
	case language.Cue, language.Office, language.Institution, language.Function:
	default:
		return
	}
	for _, w := range e.Parsed {
		if w.Prefix || w.Form == "" {
			continue
		}
		lx.common.Add(w.Form)
		if e.Kind == language.Function {
			lx.little.Add(w.Form)
		}
	}
}
