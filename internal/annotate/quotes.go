package annotate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxQuote bounds a quotation in tokens, so that a missing mark does not
// swallow the rest of a document.
const maxQuote = 400

// findQuotes pairs quotation marks over the whole document. A quotation may run
// over sentences and paragraphs; a paragraph inside one may open with the mark
// again. One that lacks its closing mark ends with its paragraph. The marks around a few
// words are set aside.
func findQuotes(lx *Lexicon, d *Document) []Quote {
	var out []Quote
	for i := 0; i < len(d.Toks); {
		if d.Toks[i].Word {
			i++
			continue
		}
		if said := lx.spoken(d, i); len(said) > 0 {
			out = append(out, said...)
			i = said[len(said)-1].Last
			continue
		}
		open := d.Text[d.Toks[i].Start:d.Toks[i].End]
		closers := lx.openers[open]
		doubled := i+1 < len(d.Toks) && !d.Toks[i+1].Word && lx.openers[d.Text[d.Toks[i+1].Start:d.Toks[i+1].End]] != nil && opens(d, i+1)
		if closers == nil || !opens(d, i) || doubled {
			i++
			continue
		}
		end, lineEnd := -1, -1
		other := strayClose(lx, d, i)
		for j := i + 1; j < len(d.Toks) && j < i+maxQuote; j++ {
			d.Steps++
			t := &d.Toks[j]
			if t.Line && lineEnd < 0 {
				lineEnd = j
			}
			w := d.Text[t.Start:t.End]
			if t.Word || !slices.Contains(closers, w) || w == open && opens(d, j) && t.Line {
				continue
			}
			if lineEnd >= 0 && d.Text[d.Toks[lineEnd].Start:d.Toks[lineEnd].End] != open && j > lineEnd && w == open {
				break // the mark belongs to a quotation of a later paragraph
			}
			end = j
			break
		}
		if other > 0 && (end < 0 || lineEnd >= 0) {
			end = other
		}
		q := Quote{First: i, Start: d.Toks[i].End}
		switch {
		case end > 0:
			q.Last, q.End = end+1, d.Toks[end].Start
		case lineEnd > 0:
			q.Last, q.End, q.Open = lineEnd, d.Toks[lineEnd-1].End, true
		default:
			q.Last, q.End, q.Open = len(d.Toks), d.Toks[len(d.Toks)-1].End, true
			if len(d.Toks)-i > maxQuote {
				i++
				continue
			}
		}
		if q.End > q.Start {
			out = append(out, lx.parts(d, q)...)
		}
		i = max(q.Last, i+1)
	}
	setAside(lx, d, out)
	return out
}

// setAside marks the quotation marks around a few words: there are "no plans" for a call.
func setAside(lx *Lexicon, d *Document, quotes []Quote) {
	const few = 4
	mark := func(tok int) string { return d.Text[d.Toks[tok].Start:d.Toks[tok].End] }
	for _, q := range quotes {
		last := q.Last - 1
		if last-q.First <= few+1 && slices.Contains(lx.openers[mark(q.First)], mark(last)) { // a dash opens one, and nothing closes it
			d.Toks[q.First].Aside, d.Toks[last].Aside = true, true
		}
	}
}

// strayClose returns the mark that closes a quotation of its paragraph though it is
// of another pair ("like this”), -1 for none. Single marks are apostrophes, too.
func strayClose(lx *Lexicon, d *Document, i int) int {
	const single = "'’‘"
	open := d.Text[d.Toks[i].Start:d.Toks[i].End]
	if strings.Contains(single, open) {
		return -1
	}
	for j := i + 1; j < len(d.Toks) && j < i+maxQuote && !d.Toks[j].Line; j++ {
		w := d.Text[d.Toks[j].Start:d.Toks[j].End]
		switch {
		case d.Toks[j].Word || strings.Contains(single, w):
		case slices.Contains(lx.openers[open], w), lx.openers[w] != nil && opens(d, j):
			return -1
		case lx.closers.Has(w):
			return j
		}
	}
	return -1
}

// opens reports whether a mark that could open or close a quotation opens one:
// a space or the text's start before it, none after, or a mark that only opens.
func opens(d *Document, i int) bool {
	t := &d.Toks[i]
	r, _ := utf8.DecodeRuneInString(d.Text[t.Start:])
	if unicode.Is(unicode.Pi, r) || r == '„' {
		return true
	}
	if i+1 >= len(d.Toks) {
		return false
	}
	if t.Line || t.Space {
		return !d.Toks[i+1].Space || t.Line || spacedPair(d, i)
	}
	prev, _ := utf8.DecodeLastRuneInString(d.Text[:t.Start])
	return prev == '(' || prev == '[' || prev == '\'' || prev == '’' || prev == ':'
}

// spacedPair reports whether a mark with spaces on both sides has a second one in its
// paragraph with a space before it: `said " yes " and`.
func spacedPair(d *Document, i int) bool {
	open := d.Text[d.Toks[i].Start:d.Toks[i].End]
	for j := i + 1; j < len(d.Toks) && j < i+maxQuote && !d.Toks[j].Line; j++ {
		if t := &d.Toks[j]; !t.Word && d.Text[t.Start:t.End] == open {
			return t.Space
		}
	}
	return false
}
