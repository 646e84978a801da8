package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/syntax"
)

// viewed reads a sentence that opens with whose view it tells, where nobody is said to
// say it: "For Bogotá, the matter is closed", "Per il ministro il colloquio è stato “utile”".
func (x *extractor) viewed(from int) {
	i := x.st.First
	if x.word(i).Tag == syntax.CConj {
		i++
	}
	end := x.viewEnd(from)
	if x.st.Title || i+1 >= end || !x.lx.IsMeant(x.d.Toks[i].Form) {
		return
	}
	a := x.actorStarting(i + 1)
	if a < 0 && i+2 < x.st.Last && x.lx.IsArticle(x.d.Toks[i+1].Form) {
		a = x.actorStarting(i + 2)
	}
	if a < 0 || !x.viewer(&x.st.Actors[a]) && (end == x.st.Last || x.st.Actors[a].Kind != annotate.State) { // "For Spain, it was time: the minister said"
		return
	}
	refs := x.with(a)
	first := x.st.Actors[refs[len(refs)-1].Actor].Last
	if first < x.st.Last && x.raw(first) == "," {
		first++
	} else if x.quotesIn(first, end) < 0 {
		return
	}
	if g := x.finiteAfter(first); first >= end || x.relative(first) || g == nil || g.First >= end {
		return
	}
	sp := Speech{Sentence: x.s, Speakers: refs, Act: "say", View: true, First: first, Last: end, QuoteFrom: -1, QuoteTo: -1}
	if q := x.quotesIn(sp.First, sp.Last); q >= 0 {
		sp.QuoteFrom, sp.QuoteTo = q, x.lastQuote(q)+1
	}
	x.refine(&sp)
	x.out.Speeches = slices.Insert(x.out.Speeches, from, sp)
}

// viewEnd is where the view that opens a sentence ends: before the colon behind which
// somebody speaks, else at the end of the sentence; -1 where somebody speaks before.
func (x *extractor) viewEnd(from int) int {
	end := x.st.Last
	for i := from; i < len(x.out.Speeches); i++ {
		end = min(end, x.out.Speeches[i].First)
	}
	if end == x.st.Last {
		return end
	}
	for i := end; i > x.st.First; i-- {
		if x.raw(i-1) == ":" {
			return i - 1
		}
	}
	return -1
}

// viewer reports whether an actor may hold a view by itself: a person, an institution, a
// government by its seat.
func (x *extractor) viewer(a *annotate.Actor) bool {
	switch a.Kind {
	case annotate.Person, annotate.OfficeHolder, annotate.Institution, annotate.Both:
		return !a.Possessive
	case annotate.State:
		s := x.lx.World.States[a.Of]
		return a.Place != "" && s != nil && a.Place != s.Name
	}
	return false
}

// relativeEnd returns where a relative pronoun ends that stands at a token, with its article or
// without, 0 for none: "il quale".
func (x *extractor) relativeEnd(tok int) int {
	if tok+1 < x.st.Last && x.lx.IsArticle(x.d.Toks[tok].Form) && x.relativeForm(tok+1) {
		return tok + 2
	}
	if tok < x.st.Last && x.relativeForm(tok) {
		return tok + 1
	}
	return 0
}

// whose reads a clause that tells what somebody named right before it says: "the ministry,
// according to which the talks were useful".
func (x *extractor) whose(c *annotate.Cue, first, from int) {
	comma := c.First - 1
	if comma <= x.st.First || x.raw(comma) != "," || x.finiteAfter(first) == nil {
		return
	}
	a := x.actorEnding(comma)
	if a < 0 || !x.viewer(&x.st.Actors[a]) {
		return
	}
	sp := Speech{Sentence: x.s, Speakers: x.speaking(x.with(a)), Act: "say", Cue: c, First: first, Last: x.st.Last, QuoteFrom: -1, QuoteTo: -1}
	if q := x.quotesIn(sp.First, sp.Last); q >= 0 {
		sp.QuoteFrom, sp.QuoteTo = q, x.lastQuote(q)+1
	}
	x.refine(&sp)
	x.addSpeech(sp, from)
}
