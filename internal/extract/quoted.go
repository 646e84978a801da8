package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// claims reports whether a quotation in front of a subject and its verb is theirs:
// they follow at once, and no other quotation follows them so, unless the first breaks
// off at a comma: "“If they want to talk,” X said, “they know our number.”"
func (x *extractor) claims(v *annotate.VerbGroup, before, after, subject int) bool {
	start, end := v.First, x.d.Quotes[before].Last
	if subject >= end {
		start = subject
	}
	breaks := x.d.Quotes[before].First == x.st.First && end < x.st.Last && (x.raw(end) == "," || x.raw(end-2) == "," || x.dash(end-1))
	return (breaks || after < 0 || x.d.Quotes[after].First-v.Last > 3) && x.closes(end, start)
}

// quoteBefore takes the quotations in front of a reporting verb, the clause that
// runs into them, and those behind the verb that go on with them.
func (x *extractor) quoteBefore(sp *Speech, v *annotate.VerbGroup, before, after int, inverted bool) {
	sp.Last = x.d.Quotes[before].Last
	if inverted && after < 0 {
		sp.Last = x.runsOut(sp.Last, v.First)
	}
	sp.QuoteFrom, sp.QuoteTo = before, before+1
	for sp.QuoteFrom > 0 && x.d.Quotes[sp.QuoteFrom-1].First >= x.st.First && !x.speechBetween(sp.QuoteFrom-1, sp.QuoteFrom) {
		sp.QuoteFrom--
	}
	sp.First = x.d.Quotes[sp.QuoteFrom].First
	sp.First = min(sp.First, x.leadIn(sp.First))
	if after >= 0 {
		sp.QuoteTo = x.lastQuote(after) + 1
		sp.Last = x.d.Quotes[sp.QuoteTo-1].Last
	}
}

// closes reports whether nothing but punctuation and an article parts a
// quotation from the subject or the verb behind it.
func (x *extractor) closes(from, to int) bool {
	for i := from; i < to; i++ {
		if x.verbAt(i) != nil && x.verbAt(i).First < to && x.verbAt(i).Last <= to {
			return false
		}
		if x.d.Toks[i].Word && (x.word(i).Tag == syntax.CConj || x.word(i).Tag == syntax.SConj || x.st.And[i-x.st.First] || x.lx.IsSubordinate(x.d.Toks[i].Form)) {
			return false
		}
	}
	return to-from <= 3
}

// runsOut returns where the clause ends that goes on behind a quotation, at the
// comma before its reporting verb: "“Big differences” remain between us, X said".
func (x *extractor) runsOut(quote, verb int) int {
	end := verb - 1
	if end <= quote+1 || x.raw(end) != "," || !x.d.Toks[quote].Word {
		return quote
	}
	return end
}

// leadIn returns where the clause starts that runs into a quotation before its
// reporting verb: at the sentence, when a finite verb stands there.
func (x *extractor) leadIn(quote int) int {
	for i := range x.st.Verbs {
		if v := &x.st.Verbs[i]; v.Finite && v.Last <= quote && x.st.First < v.Last {
			if p := quote - 1; x.d.Toks[p].Word { // no comma, no colon
				return x.st.First
			}
		}
	}
	if n := quote - x.st.First; n > 0 && n <= 8 && x.d.Toks[quote-1].Word && !x.d.Toks[min(quote+1, x.st.Last-1)].Upper { // its subject
		return x.st.First
	}
	return quote
}

// quotesIn returns the first quotation of at least two words that lies in
// [from, to), or -1.
func (x *extractor) quotesIn(from, to int) int {
	best := -1
	for q := x.quoteAt(from); q < len(x.d.Quotes) && x.d.Quotes[q].First < to; q++ {
		Q := &x.d.Quotes[q]
		if Q.First < from && Q.Last > to || Q.Last-Q.First < 4 {
			continue
		}
		best = q
		if from >= x.st.First && to == x.st.Last {
			return q
		}
	}
	return best
}

// quoteAt returns the first quotation that ends behind a token.
func (x *extractor) quoteAt(tok int) int {
	lo, hi := 0, len(x.d.Quotes)
	for lo < hi {
		if mid := (lo + hi) / 2; x.d.Quotes[mid].Last <= tok {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// lastQuote extends over quotations of the same sentence with no other speaker
// between.
func (x *extractor) lastQuote(q int) int {
	for q+1 < len(x.d.Quotes) && x.d.Quotes[q+1].First < x.st.Last && !x.speechBetween(q, q+1) {
		q++
	}
	return q
}

func (x *extractor) speechBetween(a, b int) bool {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() == language.Speech && c.First >= x.d.Quotes[a].Last && c.Last <= x.d.Quotes[b].First {
			return true
		}
	}
	return false
}

// withinQuote tells how a reporting verb in a quotation is the article's own and
// not of the quoted words: the quotation runs on from its subject, starts with its
// clause, or is parted by it.
type withinQuote struct{ runsIn, inner, incise bool }

// within reports how a reporting verb stands in a quotation, if in any, and whether
// it is the article's: quoted words that report somebody else's are not.
func (x *extractor) within(c *annotate.Cue, v *annotate.VerbGroup) (w withinQuote, own bool) {
	q := x.d.InQuote(c.At)
	if q < 0 || x.d.Quotes[q].Last-x.d.Quotes[q].First <= 6 {
		return w, true
	}
	w.runsIn = x.runsInto(c, q)
	w.inner = !w.runsIn && x.opensWith(q, v)
	w.incise = x.incise(v)
	return w, w.runsIn || w.inner || w.incise
}

// quoteAround makes the quotation that holds its verb part of a speech.
func (x *extractor) quoteAround(sp *Speech, w withinQuote) {
	if !w.incise && (!w.runsIn && !w.inner || sp.QuoteFrom >= 0) {
		return
	}
	q := x.d.InQuote(sp.Cue.At)
	end := min(x.d.Quotes[q].Last, x.st.Last)
	sp.QuoteFrom, sp.QuoteTo = q, q+1
	if w.incise {
		sp.First, sp.Last = max(x.d.Quotes[q].First, x.st.First), end
	} else {
		sp.Last = max(sp.Last, end)
	}
}

// runsInto reports whether a quotation starts with the reporting verb of a
// subject outside it: "both “agreed to go on”".
func (x *extractor) runsInto(c *annotate.Cue, q int) bool {
	first := x.d.Quotes[q].First
	if c.At-first > 4 || first <= x.st.First || !x.d.Toks[first-1].Word {
		return false
	}
	for i := first + 1; i < c.At; i++ {
		if x.actorStarting(i) >= 0 {
			return false
		}
	}
	return true
}

// quoteBehind returns the token behind a quotation and its comma that ends at
// most one word before a verb, or 0.
func (x *extractor) quoteBehind(verb int) int {
	words := 0
	for i := verb - 1; i > x.st.First && i >= verb-3; i-- {
		if x.d.InQuote(i) >= 0 {
			return i + 1
		}
		if x.d.Toks[i].Word {
			words++
		}
		if words > 1 {
			break
		}
	}
	return 0
}
