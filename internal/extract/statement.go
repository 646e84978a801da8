package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// speeches reads every speech cue of a sentence, then the quotations that no
// cue claims.
func (x *extractor) speeches() {
	from := len(x.out.Speeches)
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		switch c.Sense() {
		case language.Speech:
			x.speech(c, from)
		case language.According:
			x.attributed(c)
		}
	}
	x.orphans(from)
}

// speech reads one reporting verb.
func (x *extractor) speech(c *annotate.Cue, from int) {
	v := x.verbAt(c.At)
	if v == nil {
		v = &annotate.VerbGroup{First: c.First, Last: c.Last, Main: c.At}
	}
	if q := x.d.InQuote(c.At); q >= 0 && x.d.Quotes[q].Last-x.d.Quotes[q].First > 6 {
		return // the quoted words report somebody else's: not the article's report
	}
	if !v.Finite && v.Tense != annotate.Participle && v.Tense != annotate.Past && !x.governed(v) || x.claimed(c) {
		return
	}
	speakers, inverted := x.speaker(v)
	speakers = x.speaking(speakers)
	if len(speakers) == 0 {
		return
	}
	sp := Speech{Sentence: x.s, Speakers: speakers, Act: c.Arg("act"), Cue: c, Title: x.st.Title}
	if v.Negated && (sp.Act == "agree" || sp.Act == "support" || sp.Act == "promise") {
		sp.Act = "reject"
	}
	x.content(&sp, v, inverted)
	if v.Negated && sp.Act == "say" && sp.QuoteFrom < 0 { // "has not commented"
		return
	}
	if sp.Last <= sp.First {
		return
	}
	x.addSpeech(sp, from)
}

// claimed reports whether a speech cue is part of another cue: "met with" in a
// contact, "asked for" in an initiator.
func (x *extractor) claimed(c *annotate.Cue) bool {
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o == c || o.Last <= c.First || o.First >= c.Last {
			continue
		}
		switch o.Sense() {
		case language.Contact, language.According, language.Initiator, language.Light:
			if o.Last-o.First > c.Last-c.First {
				return true
			}
		}
	}
	return false
}

// governed reports whether a non-finite verb hangs on a finite one.
func (x *extractor) governed(v *annotate.VerbGroup) bool {
	chain := x.chain(v)
	if len(chain) < 2 || !chain[len(chain)-1].Finite {
		return false
	}
	for _, g := range chain[1:] { // what somebody is accused of saying is theirs who accuse
		for i := range x.st.Cues {
			if c := &x.st.Cues[i]; c.Sense() == language.Speech && g.First <= c.At && c.At < g.Last {
				return false
			}
		}
	}
	return true
}

// speaker returns who a verb's subject is, and whether it stands after the verb.
func (x *extractor) speaker(v *annotate.VerbGroup) ([]Ref, bool) {
	if refs := x.clitic(v); len(refs) > 0 {
		return refs, true
	}
	// After a quotation or a comma, the name behind the verb is the speaker.
	if v.First > x.st.First {
		p := v.First - 1
		if (x.raw(p) == "," || x.d.InQuote(p) >= 0 && x.d.InQuote(v.Main) < 0) && x.invertedOther(v) {
			return nil, true
		}
		w := x.raw(p)
		if w == "," || x.d.InQuote(p) >= 0 && x.d.InQuote(v.Main) < 0 || w == "—" || w == "–" {
			if refs := x.inverted(v); len(refs) > 0 {
				return refs, true
			}
		}
	} else if refs := x.inverted(v); len(refs) > 0 {
		return refs, true
	}
	if v.Passive {
		return x.agent(v), false
	}
	if refs := x.subject(v); len(refs) > 0 {
		return refs, false
	}
	refs := x.inverted(v)
	return refs, len(refs) > 0
}

// clitic returns the pronoun inside an inverted verb group ("a-t-il dit").
func (x *extractor) clitic(v *annotate.VerbGroup) []Ref {
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.Kind == annotate.Pronoun && a.First > v.First && a.Last <= v.Last+1 && x.d.Toks[a.First].Hyphen {
			return []Ref{{x.s, i}}
		}
	}
	return nil
}

// speaking keeps the actors that can be speakers. Outlets are carriers.
func (x *extractor) speaking(refs []Ref) []Ref {
	var out []Ref
	for _, r := range refs {
		a := &x.st.Actors[r.Actor]
		if a.Kind != annotate.Outlet {
			out = append(out, r)
		}
	}
	return out
}

// content finds what was said: quotations beside the verb, the clause after
// "that", or the rest of the clause.
func (x *extractor) content(sp *Speech, v *annotate.VerbGroup, inverted bool) {
	sp.First, sp.Last = v.Last, x.clauseEnd(v.Last)
	if sp.Cue != nil && (sp.Cue.Arg("frame") == "object" || sp.Act != "say" && !x.thatFollows(v.Last)) { // "Kyiv rejects the accusations": the act is the content
		sp.First = v.First
		if len(sp.Speakers) > 0 && !inverted {
			if a := x.st.Actors[sp.Speakers[0].Actor]; a.Last <= v.First && v.First-a.Last <= 2 {
				sp.First = a.First
			}
		}
	}
	sp.QuoteFrom, sp.QuoteTo = -1, -1
	before := x.quotesIn(x.st.First, v.First)
	after := x.quotesIn(v.Last, x.st.Last)
	start := v.First
	if len(sp.Speakers) > 0 && !inverted {
		if a := &x.st.Actors[sp.Speakers[0].Actor]; a.First < start && before >= 0 && a.First >= x.d.Quotes[before].Last {
			start = a.First
		}
	}
	switch {
	case before >= 0 && (inverted || (after < 0 || x.d.Quotes[after].First-v.Last > 3) && start-x.d.Quotes[before].Last <= 3):
		// "...", said X. What follows may go on with the quotation.
		sp.First = x.quoteStart(before)
		sp.Last = x.d.Quotes[before].Last
		sp.QuoteFrom, sp.QuoteTo = before, before+1
		for sp.QuoteFrom > 0 && x.d.Quotes[sp.QuoteFrom-1].First >= x.st.First && !x.speechBetween(sp.QuoteFrom-1, sp.QuoteFrom) {
			sp.QuoteFrom--
			sp.First = x.quoteStart(sp.QuoteFrom)
		}
		if after >= 0 {
			sp.QuoteTo = x.lastQuote(after) + 1
			sp.Last = x.d.Quotes[sp.QuoteTo-1].Last
		}
	case inverted && before < 0 && v.First-x.st.First >= 4:
		// "The talks were useful, the minister said."
		sp.First, sp.Last = x.st.First, v.First
		if after >= 0 && x.d.Quotes[after].First-v.Last <= 12 {
			sp.Last = x.d.Quotes[after].Last
			sp.QuoteFrom, sp.QuoteTo = after, after+1
		}
	case after >= 0 && x.d.Quotes[after].First < sp.Last:
		sp.QuoteFrom, sp.QuoteTo = after, x.lastQuote(after)+1
		sp.Last = max(sp.Last, x.d.Quotes[sp.QuoteTo-1].Last)
	default:
		// ", X said" at the end of a sentence, the subject before the verb.
		if x.st.Last-v.Last <= 4 && v.First-x.st.First > 6 && x.tail(v) {
			refs := sp.Speakers
			sp.First, sp.Last = x.st.First, x.st.Actors[refs[0].Actor].First
		}
	}
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

// tail reports whether nothing is said after a verb at the end of a sentence.
func (x *extractor) tail(v *annotate.VerbGroup) bool {
	for i := v.Last; i < x.st.Last; i++ {
		if x.d.Toks[i].Word && !x.inDate(i) {
			return false
		}
	}
	return true
}

// quoteStart returns where the content of a quotation starts in its sentence:
// a clause that runs into it belongs to it.
func (x *extractor) quoteStart(q int) int {
	return max(x.d.Quotes[q].First, 0)
}

// quotesIn returns the first quotation of at least two words that lies in
// [from, to), or -1.
func (x *extractor) quotesIn(from, to int) int {
	best := -1
	for q := range x.d.Quotes {
		Q := &x.d.Quotes[q]
		if Q.Last <= from || Q.First >= to {
			continue
		}
		if Q.First < from && Q.Last > to || Q.Last-Q.First < 4 {
			continue
		}
		best = q
		if from >= x.st.First && to == x.st.Last || Q.First >= to {
			return q
		}
	}
	return best
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
// that has a subject of its own, else with the sentence.
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
		refs, _ := x.speaker(v)
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
	for j := at - 1; j > from; j-- {
		tag := x.word(j).Tag
		if tag == syntax.Det || tag == syntax.Adj || tag == syntax.Adv {
			continue
		}
		form := x.d.Toks[j].Form
		switch {
		case x.raw(j) == ",", x.raw(j) == ";", x.st.And[j-x.st.First]:
			return j
		case x.lx.IsThat(form) && j-1 > from && x.lx.IsSubordinate(x.d.Toks[j-1].Form): // "tandis que"
			return j - 1
		case x.lx.IsSubordinate(form):
			return j
		}
		return 0
	}
	return 0
}

// addSpeech adds a statement; one speaker's consecutive acts in one sentence
// are one statement, with the act that says most.
func (x *extractor) addSpeech(sp Speech, from int) {
	for i := from; i < len(x.out.Speeches); i++ {
		o := &x.out.Speeches[i]
		if len(o.Speakers) == 0 || !sameRefs(o.Speakers, sp.Speakers) {
			continue
		}
		o.First, o.Last = min(o.First, sp.First), max(o.Last, sp.Last)
		if o.QuoteFrom < 0 {
			o.QuoteFrom, o.QuoteTo = sp.QuoteFrom, sp.QuoteTo
		} else if sp.QuoteFrom >= 0 {
			o.QuoteFrom, o.QuoteTo = min(o.QuoteFrom, sp.QuoteFrom), max(o.QuoteTo, sp.QuoteTo)
		}
		if o.Act == "say" {
			o.Act = sp.Act
		}
		return
	}
	x.out.Speeches = append(x.out.Speeches, sp)
}

func sameRefs(a, b []Ref) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// attributed reads "according to X": the whole sentence is X's.
func (x *extractor) attributed(c *annotate.Cue) {
	refs := x.speaking(x.beside(c, false))
	if len(refs) == 0 || c.Arg("kind") == "outlet" {
		return
	}
	last := x.st.Actors[refs[len(refs)-1].Actor].Last
	sp := Speech{Sentence: x.s, Speakers: refs, Act: "say", Cue: c, QuoteFrom: -1, QuoteTo: -1, Title: x.st.Title, Source: true}
	if c.First-x.st.First <= 2 {
		sp.First, sp.Last = last, x.clauseEnd(last)
	} else {
		sp.First, sp.Last = x.st.First, c.First
	}
	if q := x.quotesIn(sp.First, sp.Last); q >= 0 {
		sp.QuoteFrom, sp.QuoteTo = q, q+1
	}
	if sp.Last-sp.First > 2 {
		x.addSpeech(sp, len(x.out.Speeches))
	}
}

// orphans notes quotations of a sentence that no cue claimed: the speaker of
// the sentence before goes on, or the cue of the sentence after names them.
func (x *extractor) orphans(from int) {
	for q := range x.d.Quotes {
		Q := &x.d.Quotes[q]
		if Q.First >= x.st.Last {
			break
		}
		if Q.Last <= x.st.First || Q.Last-Q.First < 6 {
			continue
		}
		start, end := max(Q.First, x.st.First), min(Q.Last, x.st.Last)
		if 2*(end-start) < x.st.Last-x.st.First || x.claimedQuote(q, from) {
			continue
		}
		x.out.Speeches = append(x.out.Speeches, Speech{
			Sentence: x.s, First: start, Last: end, QuoteFrom: q, QuoteTo: q + 1, Follows: true, Act: "say", Title: x.st.Title,
		})
	}
}

// adopt gives the earlier sentences of a quotation to the speech that names its
// speaker in a later one.
func (x *extractor) adopt() {
	owner := map[int]*Speech{}
	for i := range x.out.Speeches {
		sp := &x.out.Speeches[i]
		for q := sp.QuoteFrom; !sp.Follows && q >= 0 && q < sp.QuoteTo; q++ {
			if owner[q] == nil {
				owner[q] = sp
			}
		}
	}
	kept := x.out.Speeches[:0]
	for i := range x.out.Speeches {
		sp := x.out.Speeches[i]
		if o := owner[sp.QuoteFrom]; sp.Follows && o != nil && o.Sentence > sp.Sentence {
			o.First = min(o.First, sp.First)
			continue
		}
		kept = append(kept, sp)
	}
	x.out.Speeches = kept
}

func (x *extractor) claimedQuote(q, from int) bool {
	for i := from; i < len(x.out.Speeches); i++ {
		sp := &x.out.Speeches[i]
		if sp.QuoteFrom <= q && q < sp.QuoteTo && !sp.Follows {
			return true
		}
	}
	return false
}
