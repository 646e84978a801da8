package annotate

import (
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// quoteTail is what stands behind a quotation, in which sentence, and where that ends.
type quoteTail struct {
	text.Sentence
	of, end int
}

// readOn returns the tokens of a sentence in their new order, with its tail if the quotation
// then stands last, for it goes on in the next sentence.
func (o *orderer) readOn(spans []span, i int, tail quoteTail) []item {
	st := spans[i].Sentence
	if tail.First < tail.Last {
		if out := o.read(st, tail.Sentence); out[len(out)-1].from == st.Last-1 {
			return out
		}
		spans[tail.of].Last = tail.end
	}
	return o.read(st, text.Sentence{})
}

// quoteTails returns, for each sentence in which somebody's words begin that end in a later one,
// the tokens behind them, and takes these from the other: `X, "... . ..." dedi` is
// `X dedi "... . ..."`. They go where the verb does, in front of the quotation.
func (f *finder) quoteTails(spans []span) []quoteTail {
	tails := make([]quoteTail, len(spans))
	from := 0
	for n, q := range f.d.Quotes {
		for from < len(spans) && spans[from].Last <= q.First {
			from++
		}
		to := from
		for to < len(spans) && spans[to].Last < q.Last {
			to++
		}
		if to == from || to >= len(spans) || !f.hasWord(spans[from].First, q.First) || !f.hasWord(q.Last, spans[to].Last) {
			continue
		}
		if n+1 < len(f.d.Quotes) && f.d.Quotes[n+1].First < spans[to].Last {
			continue
		}
		end := spans[to].Last
		for !f.d.Toks[end-1].Word { // the full stop is left out: it would part the verb from the words
			end--
		}
		tails[from] = quoteTail{text.Sentence{First: q.Last, Last: end}, to, spans[to].Last}
		spans[to].Last = q.Last
	}
	return tails
}

func (f *finder) hasWord(first, last int) bool {
	for i := first; i < last; i++ {
		if f.d.Toks[i].Word {
			return true
		}
	}
	return false
}

// quotation reads a stretch between quotation marks: words of somebody are a chunk, a title or
// a name goes on with its phrase.
func (o *orderer) quotation(first, last int) bool {
	const title = 7
	if q := o.d.InQuote(first); last-first <= title && first > o.first && o.d.Quotes[q].Last == last {
		verb := false
		for i := first; i < last; i++ {
			verb = verb || o.tags[i-o.first].Tag == syntax.Verb
		}
		if !verb && (last == o.last || o.d.Toks[last].Word && o.verbKind(last, o.last) == "") {
			o.cur = append(o.cur, o.items(first, last)...)
			return true
		}
	}
	o.flush()
	out := o.out
	o.out = nil
	if o.lx.openers[o.raw(first)] != nil {
		o.out = append(o.out, o.item(first))
		first++
	}
	end := last
	if end > first && o.lx.closers.Has(o.raw(end-1)) {
		end--
	}
	o.stretch(text.Sentence{First: first, Last: end}, text.Sentence{})
	o.out = append(o.out, o.items(end, last)...)
	o.push(chunk{kind: quotedPiece, items: o.out})
	o.out = out
	return true
}

// moveQuotes has quotations begin and end where their tokens went: none was torn apart.
func (f *finder) moveQuotes(at []int, n int) {
	kept := f.d.Quotes[:0]
	for _, q := range f.d.Quotes {
		first, last := n, 0
		for i := q.First; i < q.Last; i++ {
			if at[i] > 0 || i == 0 {
				first, last = min(first, at[i]), max(last, at[i]+1)
			}
		}
		if q.First, q.Last = first, last; first < last && (len(kept) == 0 || kept[len(kept)-1].Last <= first) {
			kept = append(kept, q)
		}
	}
	f.d.Quotes = kept
}
