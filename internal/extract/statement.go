package extract

import (
	"cmp"
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// speeches reads every speech cue of a sentence, then the quotations that no
// cue claims, and settles which of them speak for themselves.
func (x *extractor) speeches() {
	from := len(x.out.Speeches)
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; (c.Sense() == language.Speech || x.reason(c)) && !x.inGap(c.At) {
			x.speech(c, from)
		}
	}
	x.nest(from)
	x.gapped(from)
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.According {
			x.attributed(c, from)
		}
	}
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Citing && c.Arg("dir") == "source" {
			x.cited(c, from)
		}
	}
	x.viewed(from)
	x.partial(from)
	x.orphans(from)
	x.ownWords(from)
	x.reportedOn(from)
}

// speech reads one reporting verb.
func (x *extractor) speech(c *annotate.Cue, from int) {
	v := x.reportingVerb(c)
	if v == nil || v.Passive && asks(c) && x.ofContactNoun(v) || x.namesItsObject(v) || v.Reported && (x.finiteBefore(v.First) != nil || x.bids(v)) {
		return // "sagte, er hoffe", "Er müsse zustimmen": what the mood tells of was said by the one before
	}
	w, own := x.within(c, v)
	if !own {
		return
	}
	sp := Speech{inner: w.inner, Sentence: x.s, Act: cmp.Or(c.Arg("act"), "say"), Cue: c, Title: x.st.Title, verb: v, QuoteFrom: -1, QuoteTo: -1}
	inverted := x.sayers(&sp, v, from)
	if g := x.pastSubject(&sp, v); g != nil {
		v, inverted = g, false
	}
	sp.Silent = len(sp.Speakers) == 0 && !sp.Same && x.silent(v)
	sp.Speakers = x.speaking(sp.Speakers)
	if len(sp.Speakers) == 0 && !sp.Same && !sp.Silent {
		x.nobody(&sp, v, inverted, from)
		return
	}
	if v.Tense == annotate.Conditional || x.whether(&sp, v) {
		return // nobody has said it yet
	}
	negated := x.negated(v) || x.ofNone(v) // "neither A nor B has said"
	if negated {
		switch sp.Act {
		case "agree", "support", "promise":
			sp.Act = "reject"
		case "deny", "reject": // "did not rule out"
			sp.Act, negated = "say", false
		}
	}
	x.content(&sp, v, inverted)
	x.quoteAround(&sp, w)
	if sp.QuoteFrom < 0 && sp.First >= x.st.First {
		sp.QuoteFrom, sp.QuoteTo = x.wordQuoted(max(sp.First, v.Last), min(sp.Last, x.st.Last))
	}
	if sp.QuoteFrom < 0 && (negated && sp.Act != "reject" || c.Arg("frame") == "quote-only" && !x.oneWordQuoted(v)) { // "has not commented", "offered no details"
		return
	}
	if sp.Last <= sp.First || !x.worded(&sp, v) || !x.words(sp.First, sp.Last) || sp.Act == "say" && x.cueIn(language.Silence, v.Last, sp.Last) != nil && c.Arg("frame") == "object" {
		return
	}
	x.hearers(&sp, v)
	x.saidOn(&sp, v)
	x.refine(&sp)
	x.against(&sp)
	x.widen(&sp, v)
	x.addSpeech(sp, from)
}

// oneWordQuoted reports whether a single word stands in quotation marks soon behind a
// verb: "called the line “destructive”".
func (x *extractor) oneWordQuoted(v *annotate.VerbGroup) bool {
	const reach = 10
	q, _ := x.wordQuoted(v.Last, min(v.Last+reach, x.st.Last))
	return q >= 0 && !x.clauseBetween(v.Last, x.d.Quotes[q].First)
}

// bids reports whether a verb tells what somebody has to say rather than what they said.
func (x *extractor) bids(v *annotate.VerbGroup) bool {
	for i := v.First; i < v.Last; i++ {
		if x.lx.IsMust(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// wordQuoted returns the quotations from and to which those of a stretch go that hold a single
// word, and no name; -1 for none.
func (x *extractor) wordQuoted(from, to int) (first, last int) {
	for q := x.quoteAt(from); q < len(x.d.Quotes) && x.d.Quotes[q].First < to; q++ {
		Q := &x.d.Quotes[q]
		if Q.First < from || Q.Last-Q.First != 3 {
			continue
		}
		if !x.d.Toks[Q.First+1].Upper || x.lx.Pack.CapitalNouns && Q.First > from && x.lx.IsIndefinite(x.d.Toks[Q.First-1].Form) {
			return q, q + 1
		}
	}
	return -1, -1
}

// reportingVerb returns the whole verb group of a speech cue, nil when the cue
// reports nothing: a noun ("the refusal of") tells of an act, it is none.
func (x *extractor) reportingVerb(c *annotate.Cue) *annotate.VerbGroup {
	v := x.verbAt(c.At)
	if v == nil {
		v = cmp.Or(x.copula(c), x.saying(c))
	}
	if v == nil || v.First > c.At || x.claimed(c) || x.evades(c, v) || x.attribute(c, v) || x.greets(c, v) {
		return nil
	}
	phrase := c.Last > v.Last && len(x.agent(v)) == 0 // "has made clear"
	v = x.whole(v, c)
	v.Passive = v.Passive && c.Entry.Cue.POS != "ADJ" && !phrase // "is concerned about"
	return v
}

// greets reports whether a verb of praise tells whom somebody received: "welcomed the
// president to Lima".
func (x *extractor) greets(c *annotate.Cue, v *annotate.VerbGroup) bool {
	o := x.cueIn(language.Contact, c.At, c.At+1)
	if o == nil || o.Arg("frame") != "receive" || v.Passive || x.takesThing(o) {
		return false
	}
	at := max(c.Last, v.Last)
	for at < x.st.Last && x.lx.IsArticle(x.d.Toks[at].Form) {
		at++
	}
	a := x.actorStarting(at)
	return a >= 0 && (x.st.Actors[a].Kind == annotate.Person || x.st.Actors[a].Kind == annotate.OfficeHolder)
}

// whether reports whether a clause only asks or supposes ("whether X would
// accept").
func (x *extractor) whether(sp *Speech, v *annotate.VerbGroup) bool {
	at := v.First
	for _, r := range sp.Speakers {
		if r.Sentence == x.s {
			at = min(at, x.st.Actors[r.Actor].First)
		}
	}
	at = x.phraseStart(at) - 1
	return at >= x.st.First && x.lx.IsIf(x.d.Toks[at].Form)
}

// whole mends the verb group of a reporting verb: it ends with its cue ("a fait
// savoir"), starts with its auxiliary ("a, pour sa part, salué"), and a form
// that may be past or participle is past where its subject waits for a verb.
func (x *extractor) whole(v *annotate.VerbGroup, c *annotate.Cue) *annotate.VerbGroup {
	g := *v
	if x.lx.Pack.VerbFirst && x.actorStarting(v.Last) >= 0 { // its subject stands inside its words
		return &g
	}
	g.Last = max(v.Last, c.Last)
	if g.Finite || !x.word(g.Main).Feats.Has(syntax.Participle) || x.word(g.Main).Feats.Any(syntax.Gerund|syntax.Present) {
		return &g
	}
	if aux := x.auxiliaryBefore(v); aux != nil {
		g.First, g.Finite, g.Tense, g.Negated, g.Passive = aux.First, true, annotate.Past, aux.Negated, false
		return &g
	}
	if from := x.quoteBehind(v.First); from > 0 { // "“...”, a scris X": the tagger may miss the auxiliary
		g.First, g.Finite, g.Tense, g.Passive = from, true, annotate.Past, false
		return &g
	}
	if g.Main != g.First && x.word(g.First).Tag == syntax.Aux {
		return &g
	}
	for i := range x.st.Verbs {
		if o := &x.st.Verbs[i]; o.Finite && o.First < v.First && x.word(o.Main).Tag != syntax.Noun && !x.clauseBetween(o.Last, v.First) {
			return &g
		}
	}
	if at := x.paperBefore(v); at >= 0 && !x.st.Title { // "The statement also expressed"
		plain := true
		for i := at + 1; i < v.First; i++ {
			plain = plain && x.word(i).Tag == syntax.Adv
		}
		if plain {
			g.Finite, g.Tense, g.Passive = true, annotate.Past, false
			return &g
		}
	}
	end := v.First
	if from := x.remark(end); from > 0 {
		end = from
	}
	if a := x.actorBefore(end); a >= 0 && !x.st.Title && x.st.Actors[a].Rels == 0 && !x.st.Actors[a].Object {
		apposed := x.clauseBetween(x.st.Actors[a].First, x.st.Actors[a].Last)
		for i := x.st.Actors[a].Last; i < end; i++ {
			if (x.raw(i) != "," || !apposed) && !x.inDate(i) && x.word(i).Tag != syntax.Adv {
				return &g
			}
		}
		g.Finite, g.Tense, g.Passive = true, annotate.Past, false
	}
	return &g
}

// auxiliaryBefore returns the auxiliary that a few words, or what stands between commas,
// part from its participle: "a pour sa part salué".
func (x *extractor) auxiliaryBefore(v *annotate.VerbGroup) *annotate.VerbGroup {
	const words = 8
	apart := v.First > x.st.First && x.raw(v.First-1) == ","
	for i := v.First - 1; i > x.st.First && i >= v.First-words; i-- {
		if g := x.verbAt(i); g != nil {
			if i < v.First-1 && g.Finite && !g.Passive && x.word(g.Main).Tag == syntax.Aux && x.lx.Has(x.d.Toks[g.Main].Form) && apart == (x.raw(g.Last) == ",") {
				return g
			}
			return nil
		}
		if !apart && (!x.d.Toks[i].Word || x.actorEnding(i+1) >= 0) || x.breaks(i) || x.relative(i) {
			return nil
		}
	}
	return nil
}

// clauseBetween reports whether a comma or a semicolon parts two stretches of a sentence.
func (x *extractor) clauseBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if p := x.raw(i); p == "," || p == ";" {
			return true
		}
	}
	return false
}

// negated reports whether a negation stands before a verb; behind it, it
// belongs to what is said ("said no talks were held").
func (x *extractor) negated(v *annotate.VerbGroup) bool {
	for i := v.First; v.Negated && i < v.Main; i++ {
		if x.lx.IsNegation(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
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
		case language.Initiator:
			if o.Last-o.First > c.Last-c.First && c.Arg("act") == "say" && x.contactBehind(o) {
				return true
			}
		case language.Contact, language.According, language.Light:
			both := o.Arg("step") != "" && c.Arg("act") != "say" // "accepted the invitation" tells of a contact and is an act
			if o.Last-o.First > c.Last-c.First && !both {
				return true
			}
		}
	}
	return false
}

// contactBehind reports whether a cue that tells who asked has something behind
// it to be asked for: "proposed a meeting", not "proposed a force".
func (x *extractor) contactBehind(o *annotate.Cue) bool {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Contact && c.First >= o.Last && c.First-o.Last <= 4 {
			return true
		}
	}
	return false
}

// addSpeech adds a statement; one speaker's consecutive acts in one sentence
// are one statement, with the act that says most.
func (x *extractor) addSpeech(sp Speech, from int) {
	for i := from; i < len(x.out.Speeches); i++ {
		o := &x.out.Speeches[i]
		if o.bySame(&sp) && (o.Last <= x.st.First) == (sp.Last <= x.st.First) { // not the sentence before, taken up
			o.merge(&sp)
			return
		}
	}
	x.out.Speeches = append(x.out.Speeches, sp)
}

// bySame reports whether two speeches of a sentence are of one speaker.
func (o *Speech) bySame(sp *Speech) bool {
	if o.Nobody || o.Same != sp.Same || o.Silent != sp.Silent {
		return false
	}
	return sp.Same || sp.Silent || len(o.Speakers) > 0 && slices.Equal(o.Speakers, sp.Speakers)
}

// merge makes one statement of two of one speaker.
func (o *Speech) merge(sp *Speech) {
	o.First, o.Last = min(o.First, sp.First), max(o.Last, sp.Last)
	if o.QuoteFrom < 0 {
		o.QuoteFrom, o.QuoteTo = sp.QuoteFrom, sp.QuoteTo
	} else if sp.QuoteFrom >= 0 {
		o.QuoteFrom, o.QuoteTo = min(o.QuoteFrom, sp.QuoteFrom), max(o.QuoteTo, sp.QuoteTo)
	}
	if o.Act == "say" {
		o.Act = sp.Act
		if sp.Act == "deny" && sp.First > o.First {
			o.ActFrom = sp.First
		}
	}
}
