package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// startsCue reports whether a cue of a sense may start at a token.
func (f *finder) startsCue(tok int, sense language.Sense) bool {
	var buf [8]phrase.Match
	return slices.ContainsFunc(f.lx.all.Find(buf[:0], f.d.Toks, tok, len(f.d.Toks), nil), func(m phrase.Match) bool {
		e := f.lx.entries[m.ID]
		return e.Kind == language.Cue && e.Cue.Sense == sense
	})
}

// nounCue reports whether a noun that tells of a contact may start at a token.
func (f *finder) nounCue(tok int) bool { return f.contactCue(tok, "NOUN") }

// contactCue reports whether a word alone is a cue of a contact of one part of speech.
func (f *finder) contactCue(tok int, pos string) bool {
	var buf [8]phrase.Match
	return slices.ContainsFunc(f.lx.all.Find(buf[:0], f.d.Toks, tok, tok+1, nil), func(m phrase.Match) bool {
		e := f.lx.entries[m.ID]
		return e.Kind == language.Cue && e.Cue.Sense == language.Contact && !(pos == "VERB" && f.levelled(m)) && (e.Cue.POS == pos || pos == "NOUN" && e.Cue.POS == "ANY" && e.Cue.Args.Get("frame") == "noun")
	})
}

// levelled reports whether a form of one word is found in another, which lacks its mark:
// "incontrò" in "incontro".
func (f *finder) levelled(m phrase.Match) bool {
	form, found := f.d.Toks[m.First].Form, false
	if m.Last-m.First != 1 || strings.ToLower(f.d.Words(m.First, m.Last)) != form {
		return false
	}
	for _, way := range strings.Split(f.lx.entries[m.ID].Form, "|") {
		if way == form || strings.HasSuffix(way, "*") {
			return false
		}
		found = found || text.Fold(way) == form
	}
	return found
}

// inPlural reports whether the ending of a noun makes it plural.
func (f *finder) inPlural(tok int) bool {
	return f.hasEnding(tok, f.lx.Pack.Plurals)
}

// hasEnding reports whether a token ends with one of some endings.
func (f *finder) hasEnding(tok int, endings []string) bool {
	return slices.ContainsFunc(endings, func(end string) bool { return strings.HasSuffix(f.d.Toks[tok].Form, end) })
}

// heading reports whether a noun that looks like a verb opens a sentence, or what follows
// its colon, in front of a preposition: "Visita a Roma di", "X in Cile: incontro con". Where
// verbs show their subject, one in its place has none.
func (f *finder) heading(st *Sentence, m phrase.Match) bool {
	opens := m.First == st.First || f.d.Words(m.First-1, m.First) == ":"
	return f.lx.Pack.ProDrop && opens && m.Last < st.Last && st.Words[m.Last-st.First].Tag == syntax.Adp
}

// onlyNouns makes nouns of words that the tagger takes for verbs, though the pack
// knows them as nouns that tell of a contact and as no verbs, "are întrevederi", and
// tells their number by their ending.
func (f *finder) onlyNouns(st *Sentence, cues []phrase.Match) {
	for _, m := range cues {
		e, w := f.lx.entries[m.ID], &st.Words[m.First-st.First]
		if e.Kind != language.Cue || e.Cue.Sense != language.Contact || e.Cue.POS != "NOUN" || m.Last-m.First != 1 {
			continue
		}
		if (w.Tag == syntax.Verb || w.Tag == syntax.Adv) && (f.heading(st, m) || !f.contactCue(m.First, "VERB") && !f.contactCue(m.First, "ANY")) {
			*w = Word{syntax.Noun, w.Feats & syntax.Plural}
		}
		if w.Tag == syntax.Noun && f.inPlural(m.First) {
			w.Feats = w.Feats&^syntax.Singular | syntax.Plural
		}
	}
}
