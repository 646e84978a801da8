package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// undertaken is where an undertaking ends whose words begin with a cue: with the clause
// behind "that", or with the phrase that says what will be done and the clauses that only
// describe something in it; quotations in it are whole.
func (x *extractor) undertaken(c *annotate.Cue) int {
	end := x.halfEnd(c.Last)
	if x.promisedClause(c) {
		end = min(end, x.clauseEnd(c.Last))
	} else {
		end = min(end, x.pastRelative(c.Last, x.matterEnd(c.Last)))
	}
	if by := x.cueIn(language.According, c.Last, end); by != nil && x.d.InQuote(by.First) < 0 {
		end = by.First
	}
	for q := x.quoteAt(c.First); q < len(x.d.Quotes) && x.d.Quotes[q].First <= end; q++ {
		if Q := &x.d.Quotes[q]; Q.First >= c.First && Q.First < x.st.Last && (end < Q.Last || end == Q.First) {
			end = min(Q.Last, x.st.Last)
		}
	}
	return x.balanced(c.First, x.unmarked(c.Last, end))
}

// promisedClause reports whether a clause behind "that" says what is undertaken: right behind
// a cue, or a comma, a day or an adverb farther on.
func (x *extractor) promisedClause(c *annotate.Cue) bool {
	if x.lx.IsThat(x.d.Toks[c.Last-1].Form) {
		return true
	}
	for i := c.Last; i < x.st.Last; i++ {
		switch {
		case x.lx.IsThat(x.d.Toks[i].Form) && x.breaks(i):
			return true
		case x.raw(i) != "," && !x.inDate(i) && x.word(i).Tag != syntax.Adv && x.word(i).Tag != syntax.Det && x.actorStarting(i) < 0 && !x.inActor(i):
			return false
		}
	}
	return false
}

// promised is where what is undertaken begins, behind the day on which it was: "agreed on
// Monday to meet in May".
func (x *extractor) promised(c *annotate.Cue) int {
	at := c.Last
	for at < x.st.Last && (x.inDate(at) || x.word(at).Tag == syntax.Adv || x.raw(at) == "," || at+1 < x.st.Last && x.inDate(at+1)) {
		at++
	}
	if at >= x.st.Last || !x.lx.IsThat(x.d.Toks[at].Form) && x.st.Rels[at-x.st.First] == 0 && !x.toDo(at) {
		return c.Last
	}
	return at
}

// pastRelative returns where a phrase ends that was cut at the verb of a clause which only
// describes something in it: "areas where interests meet and those where they do not".
func (x *extractor) pastRelative(from, end int) int {
	for end < x.st.Last {
		g := x.verbAt(end)
		if g == nil || !g.Finite || g.First != end || !x.clauseOpened(from, end) {
			return end
		}
		end = x.matterEnd(g.Last)
	}
	return end
}

// clauseOpened reports whether a word that opens a clause which describes something stands
// shortly before a verb, behind the last comma.
func (x *extractor) clauseOpened(from, verb int) bool {
	const reach = 6
	for i := verb - 1; i > from && i >= verb-reach && x.raw(i) != ","; i-- {
		if form := x.d.Toks[i].Form; x.relativeForm(i) || x.lx.IsWhere(form) || x.lx.IsSubordinate(form) {
			return true
		}
	}
	return false
}

// balanced is where a stretch ends without a mark of quotation whose other one stands outside.
func (x *extractor) balanced(first, last int) int {
	for last > first+1 {
		q := x.d.InQuote(last - 1)
		if q < 0 {
			return last
		}
		Q := &x.d.Quotes[q]
		if Q.First != last-1 && (Q.Last != last || Q.First >= first) {
			return last
		}
		last = x.unmarked(first, last-1)
	}
	return last
}

// pledges reports whether somebody undertakes with a verb what one under it tells.
func (x *extractor) pledges(v *annotate.VerbGroup) bool {
	return slices.ContainsFunc(x.st.Cues, func(c annotate.Cue) bool {
		return (c.Sense() == language.Commit || c.Sense() == language.Speech && c.Arg("act") == "promise") && x.verbAt(c.At) == v
	})
}
