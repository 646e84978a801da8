package extract

import (
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// interposed returns the comma that closes a phrase of circumstance which opens at a token
// and has a contact of its own, or behind a verb names nobody: "received, on the eve of the
// summit, the king", "received, with great pomp, the king"; the token itself when none does.
func (x *extractor) interposed(tok int, noun bool) int {
	const longest = 20
	if x.raw(tok) != "," || tok+1 >= x.st.Last || x.word(tok+1).Tag != syntax.Adp {
		return tok
	}
	if r := x.st.Rels[tok+1-x.st.First]; r.Has(language.With) || r.Has(language.Between) || r.Has(language.By) {
		return tok
	}
	contact, named := false, noun
	for i := tok + 1; i < x.st.Last && i < tok+longest; i++ {
		switch {
		case x.raw(i) == ",":
			if contact || !named {
				return i
			}
			return tok
		case x.breaks(i) || x.relative(i) || x.verbAt(i) != nil:
			return tok
		}
		contact = contact || x.senseAt(i, language.Contact)
		named = named || x.actorStarting(i) >= 0
	}
	return tok
}

// epithet returns the last token of a few words in quotation marks that only say how
// a contact was, and behind which stands with whom: "a „frank and direct” talk with";
// the token itself when none do.
func (x *extractor) epithet(k *Candidate, tok int) int {
	const longest = 8
	q := x.d.InQuote(tok)
	if q < 0 || x.d.Quotes[q].First != tok || x.d.InQuote(k.Cue.At) == q || tok > k.Cue.Last+1 {
		return tok
	}
	end := x.d.Quotes[q].Last
	for end < x.st.Last && !x.d.Toks[end].Word {
		end++
	}
	if end-tok > longest || end >= x.st.Last || !x.st.Rels[end-x.st.First].Has(language.With) && !x.st.Rels[end-x.st.First].Has(language.Between) {
		return tok
	}
	for i := tok; i < end; i++ {
		if v := x.verbAt(i); x.actorStarting(i) >= 0 || v != nil && v.Finite {
			return tok
		}
	}
	return end - 1
}

// participial returns the last token of a participle and what completes it, which stand between
// a preposition at a token and whom it governs: "с прибывшим с визитом в Баку министром"; the
// token itself where none do.
func (x *extractor) participial(tok int) int {
	if !x.st.Rels[tok-x.st.First].Has(language.With) {
		return tok
	}
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.RelAt == tok && a.Rels != 0 && a.First > tok+2 && x.senseOver(tok+1, a.First, language.Contact) {
			return a.First - 1
		}
	}
	return tok
}

// remark returns the comma that opens what stands between commas in front of a token
// and says more of the actor before it with a participle: "X, known for his ties with
// Y, said"; -1 when nothing of the kind stands there.
func (x *extractor) remark(tok int) int {
	if tok <= x.st.First || x.raw(tok-1) != "," {
		return -1
	}
	for i := tok - 2; i > x.st.First; i-- {
		if g := x.verbAt(i); g != nil && g.Finite || x.breaks(i) || x.relative(i) {
			return -1
		}
		if x.raw(i) == "," && x.actorEnding(i) >= 0 && x.opensRemark(i+1) {
			return i
		}
	}
	return -1
}

// opensRemark reports whether a participle stands at a token, or behind the adverbs
// that do: "long seen as".
func (x *extractor) opensRemark(tok int) bool {
	for tok < x.st.Last-1 && x.word(tok).Tag == syntax.Adv {
		tok++
	}
	g := x.verbAt(tok)
	return g != nil && !g.Finite && x.word(g.Main).Feats.Any(syntax.Participle|syntax.Gerund)
}
