package extract

import (
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
	if x.st.Title || len(x.out.Speeches) > from || i+1 >= x.st.Last || !x.lx.IsMeant(x.d.Toks[i].Form) {
		return
	}
	a := x.actorStarting(i + 1)
	if a < 0 && i+2 < x.st.Last && x.lx.IsArticle(x.d.Toks[i+1].Form) {
		a = x.actorStarting(i + 2)
	}
	if a < 0 || !x.viewer(&x.st.Actors[a]) {
		return
	}
	refs := x.with(a)
	first := x.st.Actors[refs[len(refs)-1].Actor].Last
	if first < x.st.Last && x.raw(first) == "," {
		first++
	} else if x.quotesIn(first, x.st.Last) < 0 {
		return
	}
	if first >= x.st.Last || x.relative(first) || x.finiteAfter(first) == nil {
		return
	}
	sp := Speech{Sentence: x.s, Speakers: refs, Act: "say", First: first, Last: x.st.Last, QuoteFrom: -1, QuoteTo: -1}
	if q := x.quotesIn(sp.First, sp.Last); q >= 0 {
		sp.QuoteFrom, sp.QuoteTo = q, x.lastQuote(q)+1
	}
	x.refine(&sp)
	x.out.Speeches = append(x.out.Speeches, sp)
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
