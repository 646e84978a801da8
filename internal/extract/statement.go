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
		if c := &x.st.Cues[i]; c.Sense() == language.Speech || x.reason(c) {
			x.speech(c, from)
		}
	}
	x.nest(from)
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
	x.partial(from)
	x.orphans(from)
}

// speech reads one reporting verb.
func (x *extractor) speech(c *annotate.Cue, from int) {
	v := x.verbAt(c.At)
	if v == nil {
		v = x.copula(c)
	}
	if v == nil || v.First > c.At || x.claimed(c) || x.evades(c, v) || x.attribute(c, v) {
		return // a noun ("the refusal of") tells of an act, it is none
	}
	phrase := c.Last > v.Last && len(x.agent(v)) == 0 // "has made clear"
	v = x.whole(v, c)
	v.Passive = v.Passive && c.Entry.Cue.POS != "ADJ" && !phrase // "is concerned about"
	runsIn, inner, incise := false, false, false
	if q := x.d.InQuote(c.At); q >= 0 && x.d.Quotes[q].Last-x.d.Quotes[q].First > 6 {
		runsIn = x.runsInto(c, q)
		inner = !runsIn && x.opensWith(q, v)
		if incise = x.incise(v); !runsIn && !inner && !incise {
			return // the quoted words report somebody else's: not the article's report
		}
	}
	sp := Speech{inner: inner, Sentence: x.s, Act: cmp.Or(c.Arg("act"), "say"), Cue: c, Title: x.st.Title, verb: v, QuoteFrom: -1, QuoteTo: -1}
	var inverted bool
	switch {
	case v.Subjunctive && v.First > x.st.First && x.lx.IsThat(x.d.Toks[v.First].Form): // "wants to thank", where that is a subjunctive
		if x.governed(v) {
			sp.Speakers, inverted, sp.Same = x.speaker(v)
		}
	case v.Finite && x.elided(v) && x.carriesOn(v, from) != nil:
		o := x.carriesOn(v, from)
		sp.Speakers, sp.Same = o.Speakers, o.Same
	case v.Finite || v.Tense == annotate.Past:
		sp.Speakers, inverted, sp.Same = x.speaker(v)
	case v.Tense == annotate.Participle && len(x.quoted(v)) > 0:
		sp.Speakers = x.quoted(v)
	case v.Tense == annotate.Participle:
		if o := x.carriesOn(v, from); o != nil {
			sp.Speakers, sp.Same = o.Speakers, o.Same
		} else if x.goesOn(v) {
			sp.Speakers = x.subject(v)
		} else {
			sp.Speakers, inverted, sp.Same = x.speaker(v)
		}
	case x.governed(v):
		sp.Speakers, inverted, sp.Same = x.speaker(v)
	}
	sp.Speakers = x.speaking(sp.Speakers)
	sp.Silent = len(sp.Speakers) == 0 && !sp.Same && x.silent(v)
	if len(sp.Speakers) == 0 && !sp.Same && !sp.Silent {
		x.nobody(&sp, v, inverted, from)
		return
	}
	if v.Tense == annotate.Conditional || x.whether(&sp, v) {
		return // nobody has said it yet
	}
	negated := x.negated(v)
	if negated {
		switch sp.Act {
		case "agree", "support", "promise":
			sp.Act = "reject"
		case "deny", "reject": // "did not rule out"
			sp.Act, negated = "say", false
		}
	}
	x.content(&sp, v, inverted)
	if incise {
		sp.QuoteFrom = x.d.InQuote(c.At)
		sp.QuoteTo, sp.First = sp.QuoteFrom+1, max(x.d.Quotes[sp.QuoteFrom].First, x.st.First)
		sp.Last = min(x.d.Quotes[sp.QuoteFrom].Last, x.st.Last)
	}
	if (runsIn || inner) && sp.QuoteFrom < 0 {
		sp.QuoteFrom = x.d.InQuote(c.At)
		sp.QuoteTo, sp.Last = sp.QuoteFrom+1, max(sp.Last, min(x.d.Quotes[sp.QuoteFrom].Last, x.st.Last))
	}
	if sp.QuoteFrom < 0 && (negated && sp.Act != "reject" || c.Arg("frame") == "quote-only") { // "has not commented", "offered no details"
		return
	}
	if sp.Last <= sp.First || !x.worded(&sp, v) || !x.words(sp.First, sp.Last) {
		return
	}
	x.hearers(&sp, v)
	x.saidOn(&sp, v)
	x.refine(&sp)
	x.widen(&sp, v)
	x.addSpeech(sp, from)
}

// silent reports whether a finite verb opens its sentence and leaves its
// subject out, as some languages do.
func (x *extractor) silent(v *annotate.VerbGroup) bool {
	return v.Finite && !v.Passive && v.First-x.st.First <= 1 && !x.st.Title && x.d.InQuote(v.Main) < 0
}

// runsInto reports whether a quotation starts with the reporting verb of a
// subject outside it: "both “agreed to go on”".
func (x *extractor) runsInto(c *annotate.Cue, q int) bool {
	first := x.d.Quotes[q].First
	if c.At-first > 4 || first <= x.st.First || !x.d.Toks[first-1].Word {
		return false
	}
	for i := first + 1; i < c.At; i++ {
		if x.actorStarting(i) >= 0 {
			return false
		}
	}
	return true
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
	g.Last = max(v.Last, c.Last)
	if g.Finite || !x.word(g.Main).Feats.Has(syntax.Participle) || x.word(g.Main).Feats.Any(syntax.Gerund|syntax.Present) {
		return &g
	}
	if p := v.First - 1; p > x.st.First && x.raw(p) == "," {
		for i := range x.st.Verbs {
			aux := &x.st.Verbs[i]
			if aux.Finite && aux.Last < p && p-aux.Last < 8 && aux.Last-aux.First <= 3 && x.raw(aux.Last) == "," && x.word(aux.Main).Tag == syntax.Aux {
				g.First, g.Finite, g.Tense, g.Negated, g.Passive = aux.First, true, annotate.Past, aux.Negated, false
				return &g
			}
		}
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
	if a := x.actorBefore(v.First); a >= 0 && !x.st.Title && x.st.Actors[a].Rels == 0 && !x.st.Actors[a].Object {
		apposed := x.clauseBetween(x.st.Actors[a].First, x.st.Actors[a].Last)
		for i := x.st.Actors[a].Last; i < v.First; i++ {
			if (x.raw(i) != "," || !apposed) && !x.inDate(i) && x.word(i).Tag != syntax.Adv {
				return &g
			}
		}
		g.Finite, g.Tense, g.Passive = true, annotate.Past, false
	}
	return &g
}

// quoteBehind returns the token behind a quotation and its comma that ends at
// most one word before a verb, or 0.
func (x *extractor) quoteBehind(verb int) int {
	words := 0
	for i := verb - 1; i > x.st.First && i >= verb-3; i-- {
		if x.d.InQuote(i) >= 0 {
			return i + 1
		}
		if x.d.Toks[i].Word {
			words++
		}
		if words > 1 {
			break
		}
	}
	return 0
}

// clauseBetween reports whether a comma parts two stretches of a sentence.
func (x *extractor) clauseBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if x.raw(i) == "," {
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

// nobody notes that a quotation is claimed by a subject that is no actor ("...,
// a diplomat said").
func (x *extractor) nobody(sp *Speech, v *annotate.VerbGroup, inverted bool, from int) {
	if !v.Finite || sp.Cue.Arg("frame") == "object" {
		return
	}
	if x.content(sp, v, inverted); sp.QuoteFrom < 0 {
		return
	}
	for _, o := range x.out.Speeches[from:] { // "X spoke of "...", reports the agency"
		if o.QuoteFrom >= 0 && o.QuoteFrom < sp.QuoteTo && sp.QuoteFrom < o.QuoteTo {
			return
		}
	}
	sp.Nobody, sp.Speakers, x.nobodys = true, nil, sp.QuoteTo
	x.out.Speeches = append(x.out.Speeches, *sp)
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
			if o.Last-o.First > c.Last-c.First && x.contactBehind(o) {
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

// governed reports whether an infinitive only completes the finite verb before
// it ("wanted to thank"). Behind a noun it says what the noun is for: nobody
// has spoken yet ("a chance to propose").
func (x *extractor) governed(v *annotate.VerbGroup) bool {
	chain := x.chain(v)
	top := chain[len(chain)-1]
	if len(chain) < 2 || !top.Finite {
		return false
	}
	for k := 1; k < len(chain); k++ { // what somebody is accused of saying is theirs who accuse
		g := chain[k]
		if x.speaks(g) {
			return false
		}
		for i := g.Last; i < chain[k-1].First; i++ {
			if x.word(i).Tag == syntax.Noun || x.word(i).Tag == syntax.ProperNoun {
				return false
			}
		}
	}
	return true
}

// carriesOn returns the speech that a participle continues: "..., adding that"
// has the speaker of the reporting verb before it, not of a verb in what was
// reported.
func (x *extractor) carriesOn(v *annotate.VerbGroup, from int) *Speech {
	for i := len(x.out.Speeches) - 1; i >= from; i-- {
		if o := &x.out.Speeches[i]; o.verb != nil && o.verb.Finite && o.verb.Last <= v.First {
			return o
		}
	}
	return nil
}

// addSpeech adds a statement; one speaker's consecutive acts in one sentence
// are one statement, with the act that says most.
func (x *extractor) addSpeech(sp Speech, from int) {
	for i := from; i < len(x.out.Speeches); i++ {
		o := &x.out.Speeches[i]
		if o.Same != sp.Same || o.Silent != sp.Silent || o.Nobody || !sp.Same && !sp.Silent && (len(o.Speakers) == 0 || !slices.Equal(o.Speakers, sp.Speakers)) {
			continue
		}
		o.merge(&sp)
		return
	}
	x.out.Speeches = append(x.out.Speeches, sp)
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
	}
}
