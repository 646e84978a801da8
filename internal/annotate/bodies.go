package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// bodies makes institutions of names that nothing else knows where a verb of saying, or a
// preposition of source, tells that they speak: "der WWF sagte", "laut Transpetro".
func (f *finder) bodies(st *Sentence) {
	if f.lx.Pack.NoCapitals || st.Title {
		return
	}
	for i := range st.Cues {
		c := &st.Cues[i]
		switch c.Entry.Cue.Sense {
		case language.Speech:
			k := slices.IndexFunc(st.Verbs, func(v VerbGroup) bool { return v.Finite && v.First <= c.At && c.At < v.Last })
			if k < 0 {
				continue
			}
			v := &st.Verbs[k]
			if first, last := f.nameEnding(st, v.First); !f.hangs(st, first) {
				f.speakAs(st, first, last)
			}
			if v.First > st.First && !f.d.Toks[v.First-1].Word { // "..., said TEPCO"
				f.speakAs(st, f.pastArticle(st, v.Last), f.nameEnd(st, f.pastArticle(st, v.Last)))
			}
		case language.According:
			if at := f.pastArticle(st, c.Last); c.Arg("kind") != "outlet" {
				f.speakAs(st, at, f.nameEnd(st, at))
			}
		}
	}
}

// speakAs puts an institution of a name among the actors, where none of its words is another's.
func (f *finder) speakAs(st *Sentence, first, last int) {
	if first >= last || last < st.Last && !f.d.Toks[last].Word && f.d.InQuote(last) >= 0 || f.shouted(st) {
		return
	}
	at := len(st.Actors)
	for i := range st.Actors {
		a := &st.Actors[i]
		if a.First < last && first < a.Last {
			return
		}
		if a.First >= last {
			at = min(at, i)
		}
	}
	for i := range st.Places {
		if p := &st.Places[i]; p.First < last && first < p.Last {
			return
		}
	}
	a := Actor{First: first, Last: last, Kind: Institution, Institution: f.d.Words(first, last)}
	st.Actors = slices.Insert(slices.Clone(st.Actors), at, a)
}

// nameEnding returns where a name starts and ends that stands right before a token, but for
// its short form in brackets: "das Bundeskriminalamt (BKA) bestätigte".
func (f *finder) nameEnding(st *Sentence, tok int) (first, last int) {
	last = tok
	if last-3 > st.First && f.d.Words(last-1, last) == ")" && f.d.Words(last-3, last-2) == "(" {
		last -= 3
	}
	first = last
	for first > st.First && f.nameWord(st, first-1) {
		first--
	}
	return first, last
}

// nameEnd returns where a name ends that starts at a token, the token itself for none.
func (f *finder) nameEnd(st *Sentence, tok int) int {
	for tok < st.Last && f.nameWord(st, tok) {
		tok++
	}
	return tok
}

// nameWord reports whether a token can only be a word of a name: a proper noun that no form
// and no other word of the document has.
func (f *finder) nameWord(st *Sentence, tok int) bool {
	const shortest = 3
	t := &f.d.Toks[tok]
	if !t.Word || !t.Upper || t.End-t.Start < shortest || strings.Contains(t.Form, ".") || f.dated[tok-st.First] || f.lx.media.Has(t.Form) {
		return false
	}
	if t.Caps {
		return st.Words[tok-st.First].Tag == syntax.ProperNoun || st.Words[tok-st.First].Tag == syntax.Noun
	}
	return st.Words[tok-st.First].Tag == syntax.ProperNoun && t.ID == 0 && !f.ordinary(tok)
}

// shouted reports whether all words of a sentence are in capitals.
func (f *finder) shouted(st *Sentence) bool {
	for i := st.First; i < st.Last; i++ {
		if t := &f.d.Toks[i]; t.Word && !t.Caps {
			return false
		}
	}
	return true
}

// pastArticle returns the token behind an article.
func (f *finder) pastArticle(st *Sentence, tok int) int {
	if tok < st.Last && f.lx.articles.Has(f.d.Toks[tok].Form) {
		return tok + 1
	}
	return tok
}

// hangs reports whether a preposition governs the phrase that a token is part of.
func (f *finder) hangs(st *Sentence, tok int) bool {
	for tok > st.First && (f.lx.articles.Has(f.d.Toks[tok-1].Form) || st.Words[tok-1-st.First].Tag == syntax.Adj) {
		tok--
	}
	return tok > st.First && (st.Rels[tok-1-st.First] != 0 || st.Words[tok-1-st.First].Tag == syntax.Adp)
}

// ownBodies gives a state its own body where the words alone would name one of an
// organisation: "Russia's Security Council" is not that of the United Nations.
func (c *composer) ownBodies() {
	for i := 1; i < len(c.us); i++ {
		u, of := &c.us[i], &c.us[i-1]
		inst, state := c.lx.World.Institutions[u.id], c.lx.World.States[of.id]
		if u.kind != language.Institution || inst == nil || state == nil {
			continue
		}
		if g := c.gap(i-1, i); !g.possessive || !g.bare() {
			continue
		}
		if own := c.lx.World.OwnBody(inst, state); own != nil {
			u.id = own.Name
		}
	}
}
