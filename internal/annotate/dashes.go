package annotate

import (
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
)

// maxAside bounds in tokens what stands between two parts of a quotation to tell whose it is.
const maxAside = 40

// parts returns the parts of a quotation between which dashes set who speaks: "«Мы готовы, —
// сказал министр. — Мы ждём»".
func (lx *Lexicon) parts(d *Document, q Quote) []Quote {
	var out []Quote
	for {
		dash := lx.teller(d, q.First+1, q.Last)
		if dash < 0 {
			return append(out, q)
		}
		first := q
		first.Last = dash
		if d.Text[d.Toks[dash-1].Start:d.Toks[dash-1].End] == "," {
			first.Last--
		}
		first.End = d.Toks[first.Last-1].End
		if first.End > first.Start {
			out = append(out, first)
		}
		rest := dash + 1
		for rest < min(q.Last, dash+maxAside) && !isDash(d, rest) {
			rest++
		}
		if rest+1 >= q.Last || !isDash(d, rest) {
			return out
		}
		q.First, q.Start = rest, d.Toks[rest].End
	}
}

// spoken returns the parts of what somebody says in a paragraph that opens with a dash and tells
// behind another whose words they are: "— Мы готовы, — сказал министр".
func (lx *Lexicon) spoken(d *Document, i int) []Quote {
	if i > 0 && !d.Toks[i].Line || !isDash(d, i) {
		return nil
	}
	end := i + 1
	for end < len(d.Toks) && end < i+maxQuote && !d.Toks[end].Line {
		end++
	}
	if lx.teller(d, i+2, end) < 0 {
		return nil
	}
	return lx.parts(d, Quote{First: i, Last: end, Start: d.Toks[i].End, End: d.Toks[end-1].End, Open: true})
}

// teller returns the dash behind which a verb of speech opens a clause that tells whose the
// words before it are, -1 for none.
func (lx *Lexicon) teller(d *Document, from, to int) int {
	for i := from; i+2 < to; i++ {
		d.Steps++
		if !isDash(d, i) || d.Toks[i+1].Upper || !d.Toks[i+1].Word {
			continue
		}
		before := d.Text[d.Toks[i-1].Start:d.Toks[i-1].End]
		if !strings.Contains(",.?!…", before) && d.Toks[i+1].Space {
			continue
		}
		if lx.speechAt(d, i+1, to) || lx.speechAt(d, i+2, to) {
			return i
		}
	}
	return -1
}

// speechAt reports whether a verb of speech starts at a token.
func (lx *Lexicon) speechAt(d *Document, tok, end int) bool {
	var buf [8]phrase.Match
	for _, m := range lx.all.Find(buf[:0], d.Toks, tok, min(tok+1, end), nil) {
		if e := lx.entries[m.ID]; m.First == tok && e.Kind == language.Cue && e.Cue.Sense == language.Speech && e.Cue.POS == "VERB" {
			return true
		}
	}
	return false
}

func isDash(d *Document, tok int) bool {
	t := &d.Toks[tok]
	if w := d.Text[t.Start:t.End]; w == "-" {
		return t.Space && tok+1 < len(d.Toks) && d.Toks[tok+1].Space || t.Line
	} else {
		return w == "—" || w == "–"
	}
}
