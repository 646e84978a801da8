package extract

import (
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// interposed returns the comma that closes a phrase of circumstance with a contact
// of its own which opens at a token: "received, on the eve of the summit, the
// king"; the token itself when none does.
func (x *extractor) interposed(tok int) int {
	const longest = 20
	if x.raw(tok) != "," || tok+1 >= x.st.Last || x.word(tok+1).Tag != syntax.Adp {
		return tok
	}
	if r := x.st.Rels[tok+1-x.st.First]; r.Has(language.With) || r.Has(language.Between) || r.Has(language.By) {
		return tok
	}
	contact := false
	for i := tok + 1; i < x.st.Last && i < tok+longest; i++ {
		switch {
		case x.raw(i) == ",":
			if contact {
				return i
			}
			return tok
		case x.breaks(i) || x.relative(i) || x.verbAt(i) != nil:
			return tok
		}
		contact = contact || x.senseAt(i, language.Contact)
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
