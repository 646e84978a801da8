package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// predicates reports whether a step cue is said of a noun, and how far away it
// stands: an adjective or noun beside it, or a verb whose subject or object it
// is.
func (x *extractor) predicates(k *Candidate, c *annotate.Cue) (int, bool) {
	if x.otherBetween(k.Cue, c) && !x.pastOccasion(k, c) || x.adjunctAt(k) >= c.Last || x.onlyOccasion(k, c) || x.reportsFronted(c) || x.beforeMain(c, k.Cue.First) { // "cancelled after a call": the call was not
		return 0, false
	}
	d := distance(c.First, c.Last, k.Cue.First, k.Cue.Last)
	if c.First >= k.Cue.Last {
		return d, !x.bringsIn(c) && x.saidBehind(k, c, d)
	}
	return d, x.saidBefore(k, c, d)
}

// reportsFronted reports whether a step cue is the verb of who says the words quoted
// right behind it, or who tells the clause in front of it: "A had a meeting with B, the
// ministry announced" plans no meeting.
func (x *extractor) reportsFronted(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if v == nil || v.Passive || !v.Finite || !x.senseAt(c.At, language.Speech) {
		return false
	}
	if at := v.Last; at+1 < x.st.Last && !x.d.Toks[at].Word && x.d.InQuote(at+1) >= 0 && x.d.InQuote(v.First) < 0 { // "However, he continued, “we will”
		return true
	}
	at := v.First
	if refs, inverted, _ := x.speaker(v); len(refs) > 0 && !inverted && refs[0].Sentence == x.s {
		at = x.st.Actors[refs[0].Actor].First
	}
	return x.frontedClause(at)
}

// beforeMain reports whether a step cue is the verb of a subordinate clause that opens
// the sentence and ends before a noun of the main clause: "Once X had announced it, A had
// a meeting with B".
func (x *extractor) beforeMain(c *annotate.Cue, noun int) bool {
	v := x.verbAt(c.At)
	if v == nil || !v.Finite || c.Last > noun {
		return false
	}
	subordinate := false
	for i := x.st.First; i < v.First; i++ {
		if x.raw(i) == "," {
			return false
		}
		subordinate = subordinate || i-x.st.First < conjunction && (x.lx.IsSubordinate(x.d.Toks[i].Form) || x.breaks(i))
	}
	for i := c.Last; subordinate && i < noun; i++ {
		if x.raw(i) == "," {
			return x.finiteAfter(i) != nil
		}
	}
	return false
}

// conjunction is up to how many words a conjunction has: "une fois que".
const conjunction = 3

// How many words may part a noun from what is said of it.
const (
	besideNoun = 3
	objectFar  = 12 // from the verb it is the object of
	subjectFar = 40 // from the verb it is the subject of
)

// saidBefore reports whether a step cue in front of a noun, at a distance, is said
// of it.
func (x *extractor) saidBefore(k *Candidate, c *annotate.Cue, d int) bool {
	from, to := c.Last, k.Cue.First
	if !x.isVerb(c) {
		from = x.pastOwner(from)
		if x.lx.Pack.ProDrop { // "in corso a Ginevra un incontro"
			from = x.whereWhen(from, to)
		}
		return x.headOf(from, to)-from <= besideNoun && !x.partedBy(k, c, from, to, true) && !x.concerns(c, from, to)
	}
	if d > objectFar || x.partedBy(k, c, from, to, true) || x.ofItsSubject(k, c) || x.besideCarrier(k, c) {
		return false
	}
	for i := from; i < to; i++ {
		rels := x.st.Rels[i-x.st.First]
		about := x.word(i).Tag == syntax.Adp && (rels.Has(language.About) || rels.Has(language.Other))
		if about && (x.otherThing(c, i) || i == from && c.Arg("step") == "called-for") || x.otherDeed(k, c, i) { // "asked about a meeting"
			return false
		}
	}
	return true
}

// whereWhen returns the end of the places and days that stand at a token, if any, in front
// of another.
func (x *extractor) whereWhen(tok, to int) int {
	for end := tok; ; tok = end {
		governed := x.st.Rels[tok-x.st.First]
		for i := range x.st.Places {
			if p := &x.st.Places[i]; p.First > tok && p.Last <= to && p.First-tok <= 2 && governed.Has(language.In) {
				end = max(end, p.Last)
			}
		}
		if end == tok && governed != 0 && tok+1 < to && x.inDate(tok+1) {
			end++
		}
		for end < to && x.inDate(end) {
			end++
		}
		if end == tok || end >= to {
			return min(end, to)
		}
	}
}

// pastOwner returns the end of the name behind a noun that it belongs to, where its case alone
// says so: "отказ президента от переговоров".
func (x *extractor) pastOwner(noun int) int {
	if i := x.actorStarting(noun); i >= 0 {
		if a := &x.st.Actors[i]; a.Rels.Has(language.Of) && a.RelAt == a.First {
			return a.Last
		}
	}
	return noun
}

// besideCarrier reports whether a step verb is joined to the verb that carries a noun, and
// so has another object: "to suspend the tariffs and to hold talks".
func (x *extractor) besideCarrier(k *Candidate, c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	carrier, _ := x.carrier(k)
	return v != nil && carrier != nil && v != carrier && v.Last < carrier.First && x.coordinate(v, carrier)
}

// ofItsSubject reports whether a passive verb in front of a noun that a preposition
// governs is said of its own subject: "no date was announced for the visit".
func (x *extractor) ofItsSubject(k *Candidate, c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if v == nil || !v.Finite || !v.Passive || !x.inPhrase(k.Cue.First) || c.Last > v.Last { // "must be settled | through" talks
		return false
	}
	for i := v.First - 1; i >= x.st.First && !x.breaks(i) && x.verbAt(i) == nil; i-- {
		if x.word(i).Tag == syntax.Noun && !x.inDate(i) && !x.inActor(i) {
			return true
		}
	}
	return false
}

// headOf returns where the words start that stand before a noun as its own, of a
// stretch that ends with it: "suspension of the [next binational cabinet] meeting".
func (x *extractor) headOf(from, to int) int {
	for to > from {
		if t := x.word(to - 1).Tag; t != syntax.Adj && t != syntax.Noun && t != syntax.ProperNoun && t != syntax.Num || x.st.Rels[to-1-x.st.First] != 0 {
			break
		}
		to--
	}
	return to
}

// saidBehind reports whether a step cue behind a noun, at a distance, is said of it.
func (x *extractor) saidBehind(k *Candidate, c *annotate.Cue, d int) bool {
	from, to := k.Cue.Last, c.First
	for i := from; x.isVerb(c) && i < to; i++ { // "the first talks since the summit was put off"
		if x.lx.SinceAt(x.d.Toks, i, x.st.Last) && !x.st.Rels[i-x.st.First].Has(language.From) && !(i+1 < to && x.st.Rels[i+1-x.st.First].Has(language.From)) {
			return false
		}
	}
	if x.isVerb(c) && c.Last-c.First > 1 && x.st.Rels[c.Last-1-x.st.First] != 0 && x.adjunct(k) { // "в ходе встречи договорились о": what that is follows
		return false
	}
	if own := x.ownClause(k, k.Noun); own != nil && own.Last <= to {
		from = own.Last
	}
	from = max(from, x.behindClause(k, to))
	if !x.isVerb(c) && x.cueIn(language.TopicOf, from, to) != nil { // "the talks turned on plans for"
		return false
	}
	if !x.isVerb(c) && !x.joinedByVerb(k, c) {
		return d <= besideNoun && c.Arg("scope") != "modal" && !x.partedBy(k, c, from, to, true) && !x.aside(k, from, to)
	}
	return d <= subjectFar && c.Arg("scope") != "modal" && !x.partedBy(k, c, from, to, false) &&
		!x.aside(k, from, to) && !x.ofNext(c) && !((x.off(c) || c.Arg("initiator") == "subject") && !x.doneTo(c) && x.ofThing(c)) // "asked for a meeting and rejected the claims"
}

// doneTo reports whether the verb of a cue is a finite passive, which has no object: "was
// put off because of a typhoon".
func (x *extractor) doneTo(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	return v != nil && v.Finite && v.Passive
}

// ofNext reports whether a contact noun stands right behind an active verb, which is said
// of that one: "după convorbire urmează o vizită".
func (x *extractor) ofNext(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if v == nil || v.Passive {
		return false
	}
	at := max(c.Last, v.Last)
	for at < x.st.Last && x.lx.IsArticle(x.d.Toks[at].Form) {
		at++
	}
	return at < x.st.Last && x.senseAt(at, language.Contact)
}

// partedBy reports whether another clause lies between a noun and a step cue: one
// that a word opens, a relative one if those count, or one of another verb.
func (x *extractor) partedBy(k *Candidate, c *annotate.Cue, from, to int, relatives bool) bool {
	said := x.verbAt(c.At)
	for i := from; i < to; i++ {
		if x.breaks(i) && !x.headed(k, i, c) || relatives && x.relative(i) {
			return true
		}
		if g := x.verbAt(i); g != nil && g.Finite && g != said && c.First-g.Last > 2 && !x.modalJoins(g, c) && !x.enclosed(g, c.First) && !x.linked(g, c) && !x.setApart(g, c.First) && !x.reduced(g, c.First) {
			return true
		}
	}
	return false
}

// reduced reports whether a past form without an auxiliary is a participle that only
// describes the noun before it, for another verb follows that wants a subject: "the
// meeting planned for Wednesday was put off".
func (x *extractor) reduced(g *annotate.VerbGroup, to int) bool {
	return g.Last-g.First == 1 && g.Tense == annotate.Past && x.subjectMissing(g.Last, to)
}

// behindClause returns where the relative clause of a noun ends that no comma parts from
// what is said of the noun, 0 when there is none: "the visit [that was planned for Sunday]
// has been cancelled".
func (x *extractor) behindClause(k *Candidate, to int) int {
	rel := x.clauseOf(k)
	if rel < 0 || rel >= to {
		return 0
	}
	if g := x.finiteAfter(rel); g != nil && g.Last < to && x.subjectMissing(g.Last, to) {
		return g.Last
	}
	return 0
}

// subjectMissing reports whether a finite verb in a stretch has no subject there.
func (x *extractor) subjectMissing(from, to int) bool {
	for i := from; i < to; i++ {
		if v := x.verbAt(i); v != nil && v.Finite {
			return true
		}
		if a := x.actorStarting(i); x.raw(i) == "," || x.st.And[i-x.st.First] || x.breaks(i) || x.relative(i) || a >= 0 && x.st.Actors[a].Rels == 0 {
			return false
		}
	}
	return false
}

// concerns reports whether a noun or adjective in front of a contact says something
// of another thing that the contact only belongs to: "preparations are under way
// for a meeting".
func (x *extractor) concerns(c *annotate.Cue, from, to int) bool {
	for i := from; i < to; i++ {
		if r := x.st.Rels[i-x.st.First]; r != 0 && !r.Has(language.Of) && (i > from || c.Entry.Cue.POS != "NOUN") && !x.senseAt(i, language.Light) {
			return true
		}
	}
	return false
}

// setApart reports whether a verb is that of a relative clause between commas which
// ends before a token: "the summit, which Japan had hoped to host, was put off".
func (x *extractor) setApart(g *annotate.VerbGroup, tok int) bool {
	from, to := x.relativeAround(g.Main)
	return from < to && to <= tok
}

// linked reports whether only an aside between commas parts a copula from what it
// says: "est, pour l'heure, annulé".
func (x *extractor) linked(g *annotate.VerbGroup, c *annotate.Cue) bool {
	return x.word(g.Main).Tag == syntax.Aux && x.raw(g.Last) == "," && x.raw(c.First-1) == ","
}

// modalJoins reports whether nothing but a modal parts a verb from what it says: "is not
// very likely to take place".
func (x *extractor) modalJoins(g *annotate.VerbGroup, c *annotate.Cue) bool {
	for i := range x.st.Cues {
		if o := &x.st.Cues[i]; isModal(o) && o.First <= g.Last+1 && o.Last > g.Last && o.Last >= c.First-1 && o.Last <= c.Last {
			return true
		}
	}
	return false
}

// headed reports whether a colon only parts a noun that heads the sentence from
// what is said of it: "Summit of A and B: no date yet".
func (x *extractor) headed(k *Candidate, colon int, said *annotate.Cue) bool {
	if x.raw(colon) != ":" || said.First < colon {
		return false
	}
	for i := colon; i < said.First; i++ {
		if x.actorStarting(i) >= 0 {
			return false
		}
	}
	for i := x.st.First; i < colon; i++ {
		if x.verbAt(i) != nil || i < k.Cue.First && x.word(i).Tag == syntax.Noun {
			return false
		}
	}
	return true
}

// joinedByVerb reports whether a verb joins a word behind a noun to it: "talks
// are under way", "a meeting is a possibility". A bare noun needs "to be".
func (x *extractor) joinedByVerb(k *Candidate, c *annotate.Cue) bool {
	if w := x.word(c.At); x.lx.Pack.BareParticiples && w.Tag == syntax.Adj && !w.Feats.Any(syntax.Cases) { // "встреча маловероятна"
		return true
	}
	bare := c.Entry.Cue.POS == "NOUN" && x.st.Rels[c.First-1-x.st.First] == 0
	for i := c.Last - 1; i >= k.Cue.Last && i >= c.First-3; i-- {
		if tag := x.word(i).Tag; tag == syntax.Aux && (!bare || x.verbAt(i) != nil && x.verbAt(i).Main == i) || tag == syntax.Verb && !bare {
			return true
		}
	}
	return false
}

// otherDeed reports whether an infinitive that starts at a token between a verb and
// a contact has another object, so that the verb says nothing of the contact:
// "agreed to carry out the results of the visits".
func (x *extractor) otherDeed(k *Candidate, c *annotate.Cue, tok int) bool {
	g := x.verbAt(tok)
	return g != nil && g.Main == tok && tok >= c.Last && g.Tense == annotate.Infinitive && x.nounBetween(g.Last, k.Cue.First)
}

// otherThing reports whether a verb has an object before a token that is no
// step itself: "gave no details about the call", "gave up the charter for the trip", not
// "rejected the idea of".
func (x *extractor) otherThing(c *annotate.Cue, tok int) bool {
	object := c.Last
	if object < tok && x.st.Rels[object-x.st.First] != 0 { // "a renunțat la"
		object++
	}
	if object >= tok || !x.thingAt(object) {
		return false
	}
	for i := range x.st.Cues {
		if o := &x.st.Cues[i]; o.Sense() == language.Step && o.First >= c.Last && o.Last <= tok {
			return false
		}
	}
	return true
}

// aside reports whether a noun stands in a phrase of circumstance that a comma
// closes before the verb: "In a call with B, A rejected the claims" tells
// nothing of how far the call got. A relative clause still speaks of the noun.
func (x *extractor) aside(k *Candidate, from, to int) bool {
	comma := false
	for i := from; i < to; i++ {
		if x.relative(i) {
			return false
		}
		comma = comma || x.raw(i) == ","
	}
	return comma && (x.adjunct(k) || x.unreal(k.Cue.First))
}

// wasSo reports whether an adjective that opens a contact is said of the past:
// "the meeting was crucial" proposes nothing.
func (x *extractor) wasSo(c *annotate.Cue) bool {
	if c.Entry.Cue.POS != "ADJ" || record.Steps[c.Arg("step")] != "proposed" {
		return false
	}
	for i := range x.st.Verbs {
		if v := &x.st.Verbs[i]; v.Last <= c.First && c.First-v.Last <= 2 {
			return v.Tense == annotate.Past && x.word(v.Main).Tag == syntax.Aux
		}
	}
	return false
}

// engaged reports whether a noun says what somebody is in at present: "is in talks
// with", "sont en contact".
func (x *extractor) engaged(k *Candidate) bool {
	at := k.Cue.First - 1
	if at < x.st.First || !x.manner(k.Cue.First) {
		return false
	}
	for i := range x.st.Verbs {
		if v := &x.st.Verbs[i]; v.Last <= at && at-v.Last <= 2 && x.word(v.Main).Tag == syntax.Aux {
			return v.Finite && v.Tense == annotate.Present
		}
	}
	return false
}
