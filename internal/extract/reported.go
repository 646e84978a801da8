package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// reportedOn notes a sentence whose mood alone says that somebody else's words are told: who
// spoke in the one before goes on. "Er sei bereit. Die Straße bleibe offen."
func (x *extractor) reportedOn(from int) {
	if x.st.Title || len(x.out.Speeches) > from || x.s == 0 || x.cueIn(language.According, x.st.First, x.st.Last) != nil {
		return
	}
	v := x.mainVerb()
	if v == nil || x.d.InQuote(v.Main) >= 0 || !v.Reported && !(v.Tense == annotate.Conditional && x.goesOnReporting()) {
		return
	}
	last := x.st.Last
	for last > x.st.First && !x.d.Toks[last-1].Word && !x.d.Toks[last-1].Number {
		last--
	}
	sp := Speech{Sentence: x.s, First: x.st.First, Last: last, QuoteFrom: -1, QuoteTo: -1, Follows: true, Act: "say"}
	if q := x.quotesIn(sp.First, sp.Last); q >= 0 {
		sp.QuoteFrom, sp.QuoteTo = q, x.lastQuote(q)+1
	}
	x.out.Speeches = append(x.out.Speeches, sp)
}

// mainVerb returns the first finite verb of a sentence that stands in no clause under another,
// nil for none.
func (x *extractor) mainVerb() *annotate.VerbGroup {
	clause := false // inside a subordinate clause
	for i := x.st.First; i < x.st.Last; i++ {
		switch {
		case x.breaks(i), x.relative(i):
			clause = true
		case x.raw(i) == "," && clause:
			clause = false
		}
		if v := x.verbAt(i); v != nil && v.Finite && v.Main == i && !clause {
			return v
		}
	}
	return nil
}

// goesOnReporting reports whether the sentence before tells what somebody said: the mood of what
// several did is that of a conditional, "Die Straßen müssten offen bleiben".
func (x *extractor) goesOnReporting() bool {
	n := len(x.out.Speeches)
	return x.lx.Pack.Order == language.VerbSecond && n > 0 && x.out.Speeches[n-1].Sentence == x.s-1 && !x.out.Speeches[n-1].Nobody
}
