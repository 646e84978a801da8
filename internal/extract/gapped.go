package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// otherHalf returns the semicolon behind a token behind which somebody else tells
// something, by a verb or without one: "According to X, Y asked for it; Y's spokesman says".
// It returns -1 for none.
func (x *extractor) otherHalf(from int) int {
	for i := from; i < x.st.Last; i++ {
		if x.raw(i) != ";" {
			continue
		}
		if _, first := x.gap(i); first > 0 {
			return i
		}
		for k := range x.st.Cues {
			c := &x.st.Cues[k]
			v := x.verbAt(c.At)
			if c.Sense() != language.Speech || c.First < i || v == nil || !v.Finite {
				continue
			}
			if refs, _, _ := x.speaker(v); len(refs) > 0 && refs[0].Sentence == x.s && x.st.Actors[refs[0].Actor].First > i {
				return i
			}
		}
	}
	return -1
}

// gapped reads what somebody says by the verb of the half of the sentence before: "Paris
// says that it was useful; Lima, that it was not", "speaks of supplies; Algiers, of prices".
func (x *extractor) gapped(from int) {
	for i := x.st.First; i < x.st.Last; i++ {
		if x.raw(i) != ";" {
			continue
		}
		a, first := x.gap(i)
		said := x.firstHalf(from, i)
		if first == 0 || said == nil {
			continue
		}
		sp := Speech{Sentence: x.s, Speakers: x.speaking(x.with(a)), Act: said.Act, Cue: said.Cue, First: first, Last: x.halfEnd(first), QuoteFrom: -1, QuoteTo: -1, Title: x.st.Title, verb: said.verb}
		if q := x.quotesIn(sp.First, sp.Last); q >= 0 {
			sp.QuoteFrom, sp.QuoteTo = q, x.lastQuote(q)+1
		}
		for k := from; k < len(x.out.Speeches); k++ {
			if o := &x.out.Speeches[k]; o.First < i && o.Last > i {
				o.endAt(x, i)
			}
		}
		x.out.Speeches = append(x.out.Speeches, sp)
	}
}

// inGap reports whether a token stands behind a semicolon in what somebody says by the verb
// of the half before.
func (x *extractor) inGap(tok int) bool {
	for i := tok; i > x.st.First; i-- {
		if x.raw(i) == ";" {
			_, first := x.gap(i)
			return first > 0 && first <= tok
		}
	}
	return false
}

// endAt makes a statement end before a token, with the quotations that do.
func (o *Speech) endAt(x *extractor, tok int) {
	o.Last = tok
	for o.QuoteTo > o.QuoteFrom && x.d.Quotes[o.QuoteTo-1].First >= tok {
		o.QuoteTo--
	}
	if o.QuoteTo == o.QuoteFrom {
		o.QuoteFrom, o.QuoteTo = -1, -1
	}
}

// gap returns the actor that stands behind a semicolon with a comma or a dash in place of
// its verb, and where what it says begins; 0 for none.
func (x *extractor) gap(semicolon int) (actor, first int) {
	at := semicolon + 1
	for at < x.st.Last && (x.lx.IsArticle(x.d.Toks[at].Form) || x.word(at).Tag == syntax.CConj) {
		at++
	}
	a := x.actorStarting(at)
	if a < 0 || x.st.Actors[a].Rels != 0 || x.st.Actors[a].Kind == annotate.Outlet {
		return 0, 0
	}
	mark := x.st.Actors[a].Last
	if mark+1 >= x.st.Last || x.raw(mark) != "," && !x.dash(mark) {
		return 0, 0
	}
	first = mark + 1
	if x.raw(mark) != "," && x.raw(first) == "," {
		first++
	}
	if !x.lx.IsThat(x.d.Toks[first].Form) && x.st.Rels[first-x.st.First] == 0 && x.word(first).Tag != syntax.Adp {
		return 0, 0
	}
	return a, first
}

// firstHalf returns the last statement in the half of the sentence before a token that a
// verb tells, nil for none.
func (x *extractor) firstHalf(from, end int) *Speech {
	for i := len(x.out.Speeches) - 1; i >= from; i-- {
		if sp := &x.out.Speeches[i]; sp.verb != nil && sp.verb.Last <= end {
			return sp
		}
	}
	return nil
}
