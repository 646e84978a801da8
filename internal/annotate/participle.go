package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
)

// participles mends the participles of cues where one form is also a noun, an adjective
// or a past: English "meeting", "visiting", "called".
func (f *finder) participles(st *Sentence, cues []phrase.Match) {
	if !f.lx.Pack.Attributive {
		return
	}
	for _, m := range cues {
		e, w := f.lx.entries[m.ID], &st.Words[m.First-st.First]
		if e.Kind != language.Cue || e.Cue.POS != "VERB" && e.Cue.POS != "ANY" || m.Last >= st.Last {
			continue
		}
		if w.Tag == syntax.Verb && w.Feats.Has(syntax.Finite|syntax.Past) && f.doneBy(st, m.First) {
			w.Feats = syntax.Participle | syntax.Past | syntax.Passive
		}
		if e.Cue.Sense != language.Contact {
			continue
		}
		switch {
		case w.Tag == syntax.Noun && f.nounCue(m.First) && f.setApart(st, m.First):
			*w = Word{syntax.Verb, syntax.Participle | syntax.Present}
		case w.Tag == syntax.Verb && m.Last-m.First == 1 && w.Feats.Any(syntax.Gerund|syntax.Present) && w.Feats.Any(syntax.Gerund|syntax.Participle) && f.attributive(st, m.First):
			*w = Word{syntax.Adj, 0}
		case (w.Tag == syntax.Verb && w.Feats.Has(syntax.Participle|syntax.Past) || w.Tag == syntax.Noun && !f.nounCue(m.First)) && f.governs(st, m):
			*w = f.finite(m.First)
		}
	}
}

// doneBy reports whether a word right behind a noun is followed by whom it was done by: "a
// meeting requested by Togo".
func (f *finder) doneBy(st *Sentence, tok int) bool {
	at := tok - st.First
	if at == 0 || at+2 >= len(st.Words) || st.Words[at-1].Tag != syntax.Noun || !slices.Contains(f.lx.Pack.Relations[language.By], f.d.Toks[tok+1].Form) {
		return false
	}
	agent := st.Words[at+2].Tag
	return agent == syntax.ProperNoun || agent == syntax.Det || agent == syntax.Adj
}

// setApart reports whether a word for a contact that stands without an article opens a
// phrase behind a comma or the sentence, and whom or where follows: "A and B, meeting in
// Lima, agreed", "Meeting A on Friday, B said".
func (f *finder) setApart(st *Sentence, tok int) bool {
	if st.Title || st.Words[tok-st.First].Feats.Has(syntax.Plural) || tok > st.First && f.d.Words(tok-1, tok) != "," {
		return false
	}
	switch next := st.Words[tok+1-st.First].Tag; {
	case next == syntax.Det || f.d.Toks[tok+1].Upper:
		return true
	case next == syntax.Adp:
		return tok-1 > st.First && st.Words[tok-2-st.First].Tag == syntax.ProperNoun
	}
	return false
}

// attributive reports whether a present participle behind an article or an owner
// describes the noun that follows: "his visiting Finnish counterpart".
func (f *finder) attributive(st *Sentence, tok int) bool {
	if tok == st.First {
		return false
	}
	noun := tok + 1
	if e, end := f.stateAt(noun); e != nil {
		noun = end
	}
	before := f.d.Toks[tok-1].Form
	return (f.lx.articles.Has(before) || f.lx.possessive.Has(before)) && f.nounBehind(noun)
}

// governs reports whether a participle behind a noun has an object right behind it, or
// behind its preposition, so that it is a past: "The minister called on the king".
func (f *finder) governs(st *Sentence, m phrase.Match) bool {
	if m.First == st.First {
		return false
	}
	if before := st.Words[m.First-1-st.First].Tag; before != syntax.Noun && before != syntax.ProperNoun {
		return false
	}
	switch st.Words[m.Last-st.First].Tag {
	case syntax.Det:
		return true
	case syntax.Noun, syntax.ProperNoun, syntax.Adj:
		return m.Last-m.First > 1 && st.Words[m.Last-1-st.First].Tag == syntax.Adp
	}
	return false
}

// auxiliaryBehind takes the auxiliary that follows a predicate, with its negation, into the
// group: "саммит проведён не будет".
func (f *finder) auxiliaryBehind(st *Sentence, g *VerbGroup, end int) int {
	if g.Main != g.First || !f.predicative(st.Words[g.Main-st.First]) {
		return end
	}
	at := end
	negated := at < st.Last && f.lx.negations.Has(f.d.Toks[at].Form)
	if negated {
		at++
	}
	if at >= st.Last || !f.lx.passive.Has(f.d.Toks[at].Form) {
		return end
	}
	g.Negated = g.Negated || negated
	if f.lx.future.Has(f.d.Toks[at].Form) {
		g.Tense = Future
	}
	return at + 1
}

// predicative reports whether a word is a passive participle in the form that is only said
// of something, in a language whose other participles show a case: "отменена".
func (f *finder) predicative(w Word) bool {
	return f.lx.Pack.BareParticiples && w.Tag == syntax.Verb && w.Feats.Has(syntax.Participle) && w.Feats.Has(syntax.Passive) && !w.Feats.Any(syntax.Cases)
}
