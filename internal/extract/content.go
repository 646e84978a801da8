package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// content finds what was said: quotations beside the verb, the clause after
// "that", or the rest of the clause.
func (x *extractor) content(sp *Speech, v *annotate.VerbGroup, inverted bool) {
	sp.First, sp.Last = x.said(v.Last, sp.Cue.Arg("frame") == "tell"), x.clauseEnd(v.Last)
	sp.QuoteFrom, sp.QuoteTo = -1, -1
	subject := -1 // where the subject starts, when it stands before the verb
	if len(sp.Speakers) > 0 && !inverted {
		if a := &x.st.Actors[sp.Speakers[0].Actor]; a.Last <= v.First+1 {
			subject = min(a.First, v.First)
		}
	}
	if sp.Same {
		subject = x.paperBefore(v)
	}
	if sp.Cue != nil && (sp.Cue.Arg("frame") == "object" || sp.Act != "say" && (!x.thatFollows(v.Last) || sp.First == v.Last && !x.lx.IsThat(x.d.Toks[min(v.Last, x.st.Last-1)].Form))) { // "Kyiv rejects the accusations": the act is the content
		sp.First = v.First
		if subject >= 0 && len(sp.Speakers) > 0 && v.First-x.st.Actors[sp.Speakers[0].Actor].Last <= 2 {
			sp.First = subject
		}
	}
	if v.Passive && len(sp.Speakers) > 0 && sp.Cue.Arg("act") != "" && x.st.Actors[sp.Speakers[0].Actor].First >= v.Last && !x.pointsBack(v) { // "The reports were denied by X"
		sp.First = x.clauseStart(v.First)
	}
	if first := x.antecedent(v, subject); first >= 0 { // "a claim that X denied"
		sp.First, sp.Last = first, v.Last
		return
	}
	if v.Passive && x.pointsBack(v) { // "This was reported by X": the sentence before is what they said
		prev := &x.d.Sentences[x.s-1]
		sp.First, sp.Last = prev.First, prev.Last
		return
	}
	before := x.quotesIn(x.st.First, v.First)
	after := x.quotesIn(v.Last, x.st.Last)
	first, last, inserted := x.inserted(sp, v, subject)
	start := v.First
	if subject >= 0 && before >= 0 && subject >= x.d.Quotes[before].Last {
		start = subject
	}
	switch {
	case before >= 0 && v.Tense != annotate.Participle && (inverted || sp.Same || (after < 0 || x.d.Quotes[after].First-v.Last > 3) && x.closes(x.d.Quotes[before].Last, start)):
		// "...", said X. What follows may go on with the quotation.
		sp.First = x.d.Quotes[before].First
		sp.Last = x.d.Quotes[before].Last
		if inverted && after < 0 {
			sp.Last = x.runsOut(sp.Last, v.First)
		}
		sp.QuoteFrom, sp.QuoteTo = before, before+1
		for sp.QuoteFrom > 0 && x.d.Quotes[sp.QuoteFrom-1].First >= x.st.First && !x.speechBetween(sp.QuoteFrom-1, sp.QuoteFrom) {
			sp.QuoteFrom--
			sp.First = x.d.Quotes[sp.QuoteFrom].First
		}
		if lead := x.leadIn(sp.First); lead < sp.First { // a clause runs into the quotation
			sp.First = lead
		}
		if after >= 0 {
			sp.QuoteTo = x.lastQuote(after) + 1
			sp.Last = x.d.Quotes[sp.QuoteTo-1].Last
		}
	case inserted && before < 0 && after < 0:
		sp.First, sp.Last = first, last
	case inverted && before < 0 && v.First-x.st.First >= 4:
		// "The talks were useful, the minister said."
		sp.First, sp.Last = x.st.First, v.First
		if after >= 0 && x.d.Quotes[after].First-v.Last <= 12 {
			sp.Last = x.d.Quotes[after].Last
			sp.QuoteFrom, sp.QuoteTo = after, after+1
		}
	case x.frontedContent(v, subject, after, sp.Cue.Arg("frame") == "tell"):
		sp.First, sp.Last = x.clauseStart(subject), x.phraseStart(subject)
		if q := x.quotesIn(sp.First, sp.Last); q >= 0 {
			sp.QuoteFrom, sp.QuoteTo = q, x.lastQuote(q)+1
		}
	case after >= 0 && x.d.Quotes[after].First < sp.Last:
		sp.QuoteFrom, sp.QuoteTo = after, x.lastQuote(after)+1
		sp.Last = max(sp.Last, x.d.Quotes[sp.QuoteTo-1].Last)
	}
}

// antecedent returns where the phrase starts that a relative clause makes the
// content of its verb, -1 when none does.
func (x *extractor) antecedent(v *annotate.VerbGroup, subject int) int {
	if subject < 0 || v.Last < x.st.Last && x.d.Toks[v.Last].Word {
		return -1
	}
	rel := x.phraseStart(subject) - 1
	if rel <= x.st.First || !x.lx.IsRelative(x.d.Toks[rel].Form) || !x.d.Toks[rel-1].Word {
		return -1
	}
	for i := rel - 1; i > x.st.First; i-- {
		if x.raw(i) == "," || x.raw(i) == ";" {
			return i + 1
		}
	}
	return x.st.First
}

// pointsBack reports whether the subject of a verb is a pronoun that stands for
// the sentence before.
func (x *extractor) pointsBack(v *annotate.VerbGroup) bool {
	if x.s == 0 || x.d.Sentences[x.s-1].Title || v.First-x.st.First > 1 {
		return false
	}
	for i := x.st.First; i < v.Main; i++ {
		if x.actorStarting(i) >= 0 {
			return false
		}
		if t := x.word(i).Tag; t == syntax.Pron {
			return true
		}
	}
	return false
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

// widen lets a stretch of few words start with its verb and its subject, so
// that it can be understood ("regretted the move").
func (x *extractor) widen(sp *Speech, v *annotate.VerbGroup) {
	const few = 7
	if sp.Last-sp.First >= few || sp.Last > x.st.Last || sp.First < x.st.First {
		return
	}
	if sp.QuoteFrom >= 0 && sp.Last <= v.First && v.First-sp.Last <= 2 { // "“We know”, they said"
		sp.Last = v.Last
		return
	}
	if sp.First < v.Last || x.firstClause(sp) != nil {
		return
	}
	sp.First = v.First
	if len(sp.Speakers) > 0 && sp.Speakers[0].Sentence == x.s {
		if a := &x.st.Actors[sp.Speakers[0].Actor]; a.First < v.First && v.First-a.Last <= 3 {
			sp.First = a.First
		}
	}
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

// frontedContent reports whether what is said stands before the subject, and
// nothing after the verb but circumstance ("The talks failed, the ministry said
// in a statement").
func (x *extractor) frontedContent(v *annotate.VerbGroup, subject, after int, told bool) bool {
	return subject >= 0 && after < 0 && x.frontedClause(subject) && x.tail(v, told)
}

// frontedClause reports whether a clause of its own stands before a subject,
// with a comma between.
func (x *extractor) frontedClause(subject int) bool {
	at := x.phraseStart(subject) - 1
	if at <= x.st.First+3 || x.raw(at) != "," && x.raw(at) != "—" && x.raw(at) != "–" && x.d.InQuote(at) < 0 {
		return false
	}
	clauses := 0
	if x.lx.IsSubordinate(x.d.Toks[x.st.First].Form) && x.word(x.st.First).Tag == syntax.SConj {
		clauses = -1 // "Once the day is set, it will be announced, X said"
	}
	for i := range x.st.Verbs {
		if v := &x.st.Verbs[i]; v.Last <= at && (v.Finite || v.Tense != annotate.Infinitive && v.First > x.st.First+1 && !x.goesOn(v)) {
			clauses++
		}
	}
	return clauses > 0
}

// phraseStart goes back from a noun phrase over its article, adjectives and the
// nouns that modify it.
func (x *extractor) phraseStart(at int) int {
	for at > x.st.First {
		t := x.word(at - 1).Tag
		noun := t == syntax.Noun || t == syntax.ProperNoun || x.lx.IsPossessive(x.d.Toks[at-1].Form)
		if x.verbAt(at-1) != nil || !noun && (!x.d.Toks[at-1].Word || t != syntax.Det && t != syntax.Adj && t != syntax.Num && !x.lx.IsOwner(x.d.Toks[at-1].Form)) {
			break
		}
		at--
	}
	return at
}

// thatFollows reports whether reported speech is introduced soon after a verb.
func (x *extractor) thatFollows(from int) bool {
	for i := from; i < x.st.Last && i < from+6; i++ {
		if x.lx.IsThat(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// tail reports whether nothing is said after a verb: only the time, the place
// and the occasion, or a participle that goes on behind a comma.
func (x *extractor) tail(v *annotate.VerbGroup, told bool) bool {
	phrase := false
	for i := v.Last; i < x.st.Last; i++ {
		switch {
		case x.inDate(i):
		case !x.d.Toks[i].Word:
			if x.raw(i) == ";" {
				return true
			}
			if x.raw(i) == "," {
				g := x.verbAt(min(i+1, x.st.Last-1))
				return g == nil || !g.Finite
			}
		case phrase && x.verbAt(i) != nil && !x.verbAt(i).Finite: // "in a statement carried by"
		case x.verbAt(i) != nil, x.breaks(i):
			return false
		case x.st.Rels[i-x.st.First] != 0 || x.word(i).Tag == syntax.Adp:
			phrase = true
		case x.word(i).Tag == syntax.Adv:
		case !phrase && !told: // "told the broadcaster" has an object
			return false
		}
	}
	return true
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

// clauseEnd returns where the reported content ends: at the next reporting verb
// that has a subject of its own in a clause beside this one, else with the
// sentence.
func (x *extractor) clauseEnd(from int) int {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Speech || c.First < from+2 || x.d.InQuote(c.At) >= 0 {
			continue
		}
		v := x.verbAt(c.At)
		if v == nil || !v.Finite {
			continue
		}
		refs, _, _ := x.speaker(v)
		if len(refs) == 0 || x.st.Actors[refs[0].Actor].First < from {
			continue
		}
		at := min(x.st.Actors[refs[0].Actor].First, v.First)
		if end := x.opens(from, at); end > from+1 {
			return end
		}
	}
	return x.st.Last
}

// opens returns where a clause of its own starts whose subject stands at a
// token, or 0 when the clause is part of what is reported ("said that X had
// refused").
func (x *extractor) opens(from, at int) int {
	for j := x.phraseStart(at) - 1; j > from; j-- {
		tag := x.word(j).Tag
		if tag == syntax.Det || tag == syntax.Adj || tag == syntax.Adv {
			continue
		}
		form := x.d.Toks[j].Form
		switch {
		case x.raw(j) == ",", x.raw(j) == ";":
			return j
		case x.contrastEnding(j+1) > from:
			return x.contrastEnding(j + 1)
		case x.st.And[j-x.st.First]:
			if x.word(j-1).Tag == syntax.Adj { // "the Turkish and Greek Cypriots"
				return 0
			}
			return j
		case x.lx.IsThat(form) && j-1 > from && x.lx.IsSubordinate(x.d.Toks[j-1].Form): // "tandis que"
			return j - 1
		case x.lx.IsSubordinate(form):
			if x.word(j).Tag == syntax.SConj && x.raw(j-1) != "," { // "if it refused" is part of what is said
				return 0
			}
			return j
		}
		return 0
	}
	return 0
}

// contrastEnding returns where a word of contrast starts that ends before a
// token ("în timp ce"), -1 for none.
func (x *extractor) contrastEnding(tok int) int {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Contrast && c.Last == tok {
			return c.First
		}
	}
	return -1
}

// said returns where reported speech starts behind its verb: at the word that
// introduces it, when only day, place and hearers stand before ("told CNN on
// Sunday that").
func (x *extractor) said(from int, told bool) int {
	governed := told
	for i := from; i < x.st.Last && i < from+12; i++ {
		if x.lx.IsThat(x.d.Toks[i].Form) && x.breaks(i) {
			return i
		}
		governed = governed || x.word(i).Tag == syntax.Adp || x.st.Rels[i-x.st.First] != 0
		if !governed && x.word(i).Tag == syntax.Noun && !x.inDate(i) { // "described the fact that"
			break
		}
		if !x.d.Toks[i].Word && x.raw(i) != "," || i > from && x.verbAt(i) != nil {
			break
		}
	}
	return from
}
