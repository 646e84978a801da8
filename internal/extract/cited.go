package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// cited reads whom an outlet cites: what the sentence tells is theirs, where
// nobody else is said to say it ("Reuters reported, citing the ministry, that").
func (x *extractor) cited(c *annotate.Cue, from int) {
	refs := x.speaking(x.beside(c, false))
	if len(refs) == 0 {
		return
	}
	sp := Speech{Sentence: x.s, Speakers: refs, Act: "say", Cue: c, QuoteFrom: -1, QuoteTo: -1, Title: x.st.Title}
	end := x.st.Actors[refs[len(refs)-1].Actor].Last
	switch v := x.carrying(); {
	case v != nil && x.takesUp(v):
		sp.First, sp.Last = x.d.Sentences[x.s-1].First, x.d.Sentences[x.s-1].Last
	case v != nil && x.thatFollows(v.Last):
		sp.First = x.said(max(v.Last, min(end, x.afterAside(v.Last))), false)
		sp.Last = x.clauseEnd(sp.First)
	case v != nil && v.First-x.st.First > fronted:
		sp.First, sp.Last = x.st.First, x.reportStart(v)
	case c.First-x.st.First <= fronted && end+1 < x.st.Last && x.raw(end) == ",":
		sp.First, sp.Last = end+1, x.st.Last
	default:
		return
	}
	for _, o := range x.out.Speeches[from:] {
		if o.First < sp.Last && sp.First < o.Last && !o.Nobody {
			return
		}
	}
	if q := x.quotesIn(sp.First, sp.Last); q >= 0 {
		sp.QuoteFrom, sp.QuoteTo = q, x.lastQuote(q)+1
	}
	if x.words(sp.First, sp.Last) {
		x.refine(&sp)
		x.out.Speeches = append(x.out.Speeches, sp)
	}
}

// fronted is how far into a sentence words count as standing at its head.
const fronted = 8

// carrying returns the verb by which an outlet or the media report something in
// a sentence, nil for none.
func (x *extractor) carrying() *annotate.VerbGroup {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Reports && c.Sense() != language.Speech {
			continue
		}
		if v := x.verbAt(c.At); v != nil && v.Finite && (len(x.media(x.subject(v))) > 0 || x.outletBehind(v) >= 0 || x.mediaBehind(v)) {
			return v
		}
	}
	return nil
}

// reportStart returns where the reporting clause of a verb begins that stands
// behind what it reports.
func (x *extractor) reportStart(v *annotate.VerbGroup) int {
	for i := v.First - 1; i > x.st.First; i-- {
		if x.raw(i) == "," {
			return i
		}
	}
	return v.First
}
