package extract

import (
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// content finds what was said: quotations beside the verb, the clause after
// "that", or the rest of the clause.
func (x *extractor) content(sp *Speech, v *annotate.VerbGroup, inverted bool) {
	sp.First, sp.Last = x.said(v.Last, sp.Cue.Arg("frame") == "tell"), x.clauseEnd(v.Last)
	sp.QuoteFrom, sp.QuoteTo = -1, -1
	subject := x.subjectStart(sp, v, inverted)
	if x.isAct(sp, v) {
		sp.First = v.First
		if subject >= 0 && len(sp.Speakers) > 0 && v.First-x.st.Actors[sp.Speakers[0].Actor].Last <= 2 {
			sp.First = subject
		}
	}
	if x.actedOn(sp, v) {
		sp.First = x.clauseStart(v.First)
	}
	if first := x.antecedent(v, subject); first >= 0 { // "a claim that X denied"
		sp.First, sp.Last = first, v.Last
		return
	}
	if x.likewise(v) {
		sp.First, sp.Last = x.aroundAs(v)
		if q := x.quotesIn(sp.First, sp.Last); q >= 0 {
			sp.QuoteFrom, sp.QuoteTo = q, x.lastQuote(q)+1
		}
		return
	}
	if v.Passive && x.pointsBack(v) || x.takesUp(v) { // "This was reported by X": the sentence before is what they said
		prev := &x.d.Sentences[x.s-1]
		if len(sp.Speakers) > 0 {
			x.dropUnsaid()
		}
		sp.First, sp.Last = prev.First, prev.Last
		if q := x.quotesIn(prev.First, prev.Last); q >= 0 {
			sp.QuoteFrom, sp.QuoteTo = q, q+1
		}
		return
	}
	if at := x.takesUpHalf(v); at > 0 {
		sp.First, sp.Last = x.st.First, at
		if q := x.quotesIn(sp.First, at); q >= 0 {
			sp.QuoteFrom, sp.QuoteTo = q, x.lastQuote(q)+1
		}
		return
	}
	if x.asTold(sp, v) {
		return
	}
	if at := x.mainClause(sp, v); at >= 0 {
		sp.First = at
		if q := x.quotesIn(at, sp.Last); q >= 0 {
			sp.QuoteFrom, sp.QuoteTo = q, x.lastQuote(q)+1
		}
		return
	}
	x.besideVerb(sp, v, subject, inverted)
}

// mainClause returns where a clause with a word order of its own starts that a comma parts
// from its verb of saying, -1 when none does: "sagte vor der Presse, die Lage sei ernst".
func (x *extractor) mainClause(sp *Speech, v *annotate.VerbGroup) int {
	if x.lx.Pack.Order != language.VerbSecond || sp.Cue.Arg("frame") == "object" || x.quotesIn(x.st.First, v.First) >= 0 || x.finiteBefore(v.First) != nil {
		return -1
	}
	for i := v.Last; i < x.st.Last; i++ {
		if g := x.verbAt(i); g != nil && g.Finite || x.d.InQuote(i) >= 0 || x.raw(i) == ":" {
			return -1
		}
		if x.raw(i) != "," || i+1 >= x.st.Last {
			continue
		}
		at := i + 1
		g := x.finiteWithin(at)
		switch {
		case x.relative(at) && g != nil: // "sagte Merkel, die dabei war, die Lage sei ernst"
			for i = at; i+1 < x.st.Last && x.raw(i+1) != ","; i++ {
			}
		case g == nil: // "sagte Merkel, die Kanzlerin, die Lage sei ernst"
			i = at
		case g.First == at && x.word(at).Tag != syntax.Pron || x.breaks(at) || x.word(at).Tag == syntax.CConj:
			return -1
		default:
			return at
		}
	}
	return -1
}

// finiteWithin returns the finite verb between a token and the next comma, nil for none.
func (x *extractor) finiteWithin(tok int) *annotate.VerbGroup {
	for i := tok; i < x.st.Last && x.raw(i) != ","; i++ {
		if g := x.verbAt(i); g != nil && g.Finite {
			return g
		}
	}
	return nil
}

// subjectStart returns where the subject of a reporting verb starts when it stands
// before it, else -1.
func (x *extractor) subjectStart(sp *Speech, v *annotate.VerbGroup, inverted bool) int {
	if sp.Same {
		return x.paperBefore(v)
	}
	if len(sp.Speakers) > 0 && !inverted {
		a := &x.st.Actors[sp.Speakers[0].Actor]
		if at := x.paperBefore(v); at >= 0 && sp.Speakers[0].Sentence == x.s && a.First > at { // "a statement from the Kremlin said"
			return at
		}
		if a.Last <= v.First+1 {
			return min(x.fromHouse(a), v.First)
		}
	}
	return -1
}

// fromHouse returns where an actor starts, with the preposition in front of it where those inside
// a house say something: "в Киеве заявили".
func (x *extractor) fromHouse(a *annotate.Actor) int {
	if x.lx.Pack.PluralAnybody && a.Rels.Has(language.In) {
		return min(a.RelAt, a.First)
	}
	return a.First
}

// isAct reports whether the act itself is what a verb tells, and no words:
// "Kyiv rejects the accusations".
func (x *extractor) isAct(sp *Speech, v *annotate.VerbGroup) bool {
	if sp.Cue.Arg("frame") == "object" {
		return true
	}
	that := x.thatFollows(v.Last) && (sp.First != v.Last || x.lx.IsThat(x.d.Toks[min(v.Last, x.st.Last-1)].Form))
	return sp.Act != "say" && !that
}

// actedOn reports whether what a speaker acts on stands before the verb: "The
// reports were denied by X".
func (x *extractor) actedOn(sp *Speech, v *annotate.VerbGroup) bool {
	return v.Passive && len(sp.Speakers) > 0 && sp.Cue.Arg("act") != "" &&
		x.st.Actors[sp.Speakers[0].Actor].First >= v.Last && !x.pointsBack(v)
}

// besideVerb takes the quotations or the clause beside a reporting verb for what was
// said, where they stand in its stead.
func (x *extractor) besideVerb(sp *Speech, v *annotate.VerbGroup, subject int, inverted bool) {
	before, after := x.quotesIn(x.st.First, v.First), x.quotesIn(v.Last, x.st.Last)
	if after >= 0 && x.titled(&x.d.Quotes[after]) {
		after = -1
	}
	first, last, inserted := x.inserted(sp, v, subject)
	switch {
	case before >= 0 && v.Tense != annotate.Participle && (inverted || sp.Same || x.claims(v, before, after, subject)):
		x.quoteBefore(sp, v, before, after, inverted)
	case inserted && before < 0:
		sp.First, sp.Last = first, last
		if after >= 0 && x.d.Quotes[after].First < last {
			sp.QuoteFrom, sp.QuoteTo = after, x.lastQuote(after)+1
		}
	case inverted && before < 0 && v.First-x.st.First >= 4:
		// "The talks were useful, the minister said."
		sp.First, sp.Last = x.st.First, v.First
		if after >= 0 && x.d.Quotes[after].First-v.Last <= 12 {
			sp.Last = x.d.Quotes[after].Last
			sp.QuoteFrom, sp.QuoteTo = after, after+1
		}
	case x.frontedContent(v, subject, after, sp.Cue.Arg("frame") == "tell"), x.putBehind(v, max(subject, v.First)) && x.frontedClause(max(subject, v.First)):
		if subject < 0 {
			subject = v.First
		}
		sp.First, sp.Last = x.clauseStart(subject), x.phraseStart(subject)
		if q := x.quotesIn(sp.First, sp.Last); q >= 0 {
			sp.QuoteFrom, sp.QuoteTo = q, x.lastQuote(q)+1
		}
	case after >= 0 && x.d.Quotes[after].First < sp.Last:
		sp.QuoteFrom, sp.QuoteTo = after, x.lastQuote(after)+1
		sp.Last = max(sp.Last, x.d.Quotes[sp.QuoteTo-1].Last)
		if first := x.d.Quotes[after].First; sp.First < first && x.raw(first-1) == ":" && !x.verbIn(sp.First, first) { // "told the press: "
			sp.First = first
		}
	}
}

// putBehind reports whether a verb and its subject stand in the text behind the comma that ends
// what is said, and nothing that is said follows: "Es sei spät, sagte X, der Y ist".
func (x *extractor) putBehind(v *annotate.VerbGroup, subject int) bool {
	if x.lx.Pack.Order != language.VerbSecond || x.thatFollows(v.Last) || x.d.Toks[v.Main].Start > x.d.Toks[subject].Start {
		return false
	}
	before := strings.TrimRight(x.d.Text[:x.d.Toks[v.Main].Start], " ")
	return strings.HasSuffix(before, ",") && (v.Last >= x.st.Last || x.raw(v.Last) != ":")
}

// antecedent returns where the phrase starts that a relative clause makes the
// content of its verb, -1 when none does.
func (x *extractor) antecedent(v *annotate.VerbGroup, subject int) int {
	if subject < 0 || v.Last < x.st.Last && x.d.Toks[v.Last].Word {
		return -1
	}
	rel := x.phraseStart(subject) - 1
	if rel <= x.st.First || !x.relativeForm(rel) || !x.d.Toks[rel-1].Word || x.lx.IsThat(x.d.Toks[rel].Form) && x.verbAt(rel-1) != nil {
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

// subjectEnd returns where a verb ends with the subject that stands behind it.
func (x *extractor) subjectEnd(sp *Speech, v *annotate.VerbGroup) int {
	const near = 6
	end := v.Last
	for _, r := range sp.Speakers {
		if a := &x.d.Sentences[r.Sentence].Actors[r.Actor]; r.Sentence == x.s && a.First >= v.Last && a.First-v.Last <= near {
			end = max(end, a.Last)
		}
	}
	return end
}

// widen lets a stretch of few words start with its verb and its subject, so
// that it can be understood ("regretted the move", "denied it had").
func (x *extractor) widen(sp *Speech, v *annotate.VerbGroup) {
	const (
		phrase    = 7 // tokens of a phrase too short to stand alone
		clause    = 5 // of a clause
		quotation = 9 // of a quotation, its marks among them
	)
	n := sp.Last - sp.First
	if sp.Last > x.st.Last || sp.First < x.st.First {
		return
	}
	quoted := sp.QuoteFrom >= 0 || x.d.InQuote(sp.First) >= 0
	if quoted && sp.Last <= v.First && v.First-sp.Last <= 2 { // "“We know”, they said"
		if n < quotation {
			sp.Last = x.subjectEnd(sp, v)
		}
		return
	}
	whole := x.firstClause(sp) != nil || x.lx.Pack.BareParticiples && x.lx.IsThat(x.d.Toks[sp.First].Form) // "что Москва готова" has no verb
	if n >= phrase && (!quoted || n >= quotation) || sp.First < v.Last || n >= clause && sp.QuoteFrom < 0 && whole {
		return
	}
	sp.First = v.First
	if len(sp.Speakers) > 0 && sp.Speakers[0].Sentence == x.s {
		if a := &x.st.Actors[sp.Speakers[0].Actor]; a.First < v.First && v.First-a.Last <= 3 {
			sp.First = x.fromHouse(a)
		}
	}
}
