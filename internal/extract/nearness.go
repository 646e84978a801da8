package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// mine reports whether a stretch belongs to a contact rather than to another of
// the sentence or to another verb.
func (x *extractor) mine(k *Candidate, first, last int) bool {
	if !x.nearest(k, first, last) || x.otherVerb(k, first, last) {
		return false
	}
	if from, to := x.relativeAround(first); from < to && (k.Cue.First >= to || k.Cue.Last <= from && x.clauseOf(k) != from) {
		return false
	}
	for i := x.pastSetIn(first, min(last, k.Cue.Last)); i < max(first, k.Cue.First); i++ {
		i = x.pastIf(i, k.Cue.First)
		if x.breaks(i) && i != x.clauseOf(k) && !(k.Adjunct && i == x.adjunctAt(k)) { // a preposition, whatever the tagger says
			return false
		}
	}
	return true
}

// pastIf returns the comma that closes a clause which supposes and is set in at a token, the
// token itself where none is: "On Monday, if all goes well, A will visit B".
func (x *extractor) pastIf(tok, to int) int {
	if tok <= x.st.First || x.raw(tok-1) != "," || !x.lx.IsIf(x.d.Toks[tok].Form) {
		return tok
	}
	for i := tok + 1; i < to; i++ {
		if x.raw(i) == "," {
			return i
		}
	}
	return tok
}

// nearest reports whether no other contact of the sentence is nearer to a
// stretch. Days and places follow what they belong to: a contact in front of
// them goes before one behind, unless a clause boundary parts them.
func (x *extractor) nearest(k *Candidate, first, last int) bool {
	mine := x.farness(k.Cue, first, last)
	from, to := x.relativeAround(first)
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o == k.Cue || o.Sense() != language.Contact || x.covered(o) || x.takesThing(o) || distance(o.First, o.Last, k.Cue.First, k.Cue.Last) <= 1 || x.served(o, first, last) || x.onOccasion(k, o) || x.atSummit(k, o) || x.hostsNoun(o, k.Cue) || x.setsOut(o, k) {
			continue
		}
		if from < to && o.Last <= from && x.isVerb(o) && k.Cue.First > from && k.Cue.First < to { // "arrived in A, where on Sunday he will meet"
			continue
		}
		if x.farness(o, first, last) < mine {
			return false
		}
	}
	return true
}

// onOccasion reports whether a contact took place on the occasion of another, so that
// a day behind the other is that of both: "met on the sidelines of the summit on Monday".
func (x *extractor) onOccasion(k *Candidate, o *annotate.Cue) bool {
	const reach = 6
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() == language.Occasion && c.First >= k.Cue.Last && c.Last <= o.First && o.First-c.Last <= reach && !x.clauseBetween(c.Last, o.First) {
			return true
		}
	}
	return false
}

// atSummit reports whether a verb tells of what took place at a summit, whose day and
// place are those of both: "met at the NATO summit in The Hague in June".
func (x *extractor) atSummit(k *Candidate, o *annotate.Cue) bool {
	const reach = 6
	if k.Noun || x.isVerb(o) || o.Arg("kind") != "meeting" || o.First < k.Cue.Last || x.clauseBetween(k.Cue.Last, o.First) {
		return false
	}
	for i := o.First - 1; i >= k.Cue.Last && i >= o.First-reach; i-- {
		if n := i - x.st.First; x.st.Rels[n] != 0 {
			return x.st.Rels[n].Has(language.In)
		}
	}
	return false
}

// served reports whether a contact has a day of its own, nearer to it than
// another day.
func (x *extractor) served(c *annotate.Cue, first, last int) bool {
	if !x.inDate(first) {
		return false
	}
	for i := range x.st.Dates {
		m := &x.st.Dates[i]
		if m.Kind != dates.Duration && m.Kind != dates.Age && (m.Last <= first || m.First >= last) && x.farness(c, m.First, m.Last) < x.farness(c, first, last) {
			return true
		}
	}
	return false
}

// farness is how far a contact cue stands from a stretch: clause boundaries
// count, and a contact behind the stretch that does not own it ("Monday's
// talks").
func (x *extractor) farness(c *annotate.Cue, first, last int) int {
	d := distance(first, last, c.First, c.Last)
	for i := min(last, c.Last); i < max(first, c.First); i++ {
		switch {
		case x.breaks(i):
			d += 10
		case x.raw(i) == ",":
			d++
		}
	}
	for i := last; i < c.First; i++ {
		if !x.lx.IsPossessive(x.d.Toks[i].Form) {
			return d + 20
		}
	}
	return d
}

// clauseOf returns the word that opens a relative clause behind a contact noun, -1 when
// none does: "the visit that he was to pay". Behind the sides of a contact only a clause
// that tells its step is its own: "a trip to China that was planned for Sunday".
func (x *extractor) clauseOf(k *Candidate) int {
	beyond := false
	for i, last := k.Cue.Last, k.Cue.Last+3; k.Noun && i < x.st.Last && i <= last; i++ {
		if a := x.actorStarting(i); a >= 0 && x.st.Actors[a].Rels != 0 {
			end := x.last(a)
			i, last, beyond = end-1, end+1, true
			continue
		}
		if x.relative(i) || x.d.Toks[i].Word && x.lx.IsThat(x.d.Toks[i].Form) {
			if beyond && !x.tellsStep(x.finiteAfter(i)) {
				return -1
			}
			return i
		}
		comma := x.raw(i) == "," && (beyond || i == k.Cue.Last)
		if !comma && !x.modifier(i) && !x.lx.IsArticle(x.d.Toks[i].Form) && x.st.Rels[i-x.st.First] == 0 {
			return -1
		}
	}
	return -1
}

// tellsStep reports whether a verb, if there is one, tells how far a contact has got.
func (x *extractor) tellsStep(v *annotate.VerbGroup) bool {
	return v != nil && x.cueIn(language.Step, v.First, v.Last+1) != nil
}

// relativeAround returns the relative clause between commas that a token lies
// in; an empty stretch when there is none.
func (x *extractor) relativeAround(tok int) (from, to int) {
	for i := tok; i > x.st.First; i-- {
		if x.raw(i) == "," && i < tok {
			return 0, 0
		}
		named := !x.lx.Pack.BareRelatives && x.lx.IsRelative(x.d.Toks[i].Form) && x.lx.IsThat(x.d.Toks[i].Form) && x.actorEnding(i-1) >= 0 // "X, que Y a vu," whatever the tagger takes it for
		from = i
		if x.word(i-1).Tag == syntax.Adp && i-1 > x.st.First && !x.lx.AdjunctAt(x.d.Toks, i-1, x.st.Last) { // "for whom", not "after which"
			from--
		}
		if (x.relative(i) || named || x.lx.IsWhere(x.d.Toks[i].Form)) && x.raw(from-1) == "," {
			for to = tok; to < x.st.Last && x.raw(to) != ","; to++ {
			}
			return from, to
		}
	}
	return 0, 0
}

// told reports whether a day stands beside a verb of saying, or of planning or
// refusing, and so tells when that was done: "said Monday", "agreed on Friday
// to meet", "on Friday ruled out talks".
func (x *extractor) told(k *Candidate, first, last int) bool {
	if x.owns(last) || x.aimedAt(first) || x.namesWhich(first, last) { // "called off Monday's meeting", "announced for Monday"
		return false
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		step := c.Sense() == language.Step && c.Arg("step") != "held" && c.Arg("step") != "ongoing"
		if c.Sense() != language.Speech && !step || c.Arg("frame") == "quote-only" && x.quotesIn(x.st.First, x.st.Last) < 0 {
			continue
		}
		v := x.verbAt(c.At)
		if v == nil || step && v == x.verbAt(k.Cue.At) || v.First >= last && v.Tense == annotate.Infinitive || step && v.Negated && x.off(c) { // "goes there on Friday to plan a summit", "did not answer on Friday a call"
			continue
		}
		expected := c.Arg("step") == "scheduled" && v.Finite && v.First >= last                          // "On Friday a visit is expected"
		if step && (c.Arg("scope") == "modal" || expected) && !x.off(c) && v.Tense == annotate.Present { // "tiene previsto este martes un encuentro"
			continue
		}
		opens := k.Step != "" && k.Step != "held" && k.Cue.First >= v.Last && x.datesFirst(v, first, last)
		if v.First < last && v.Last > first || x.senseOver(c.First, c.Last, language.Contact) || !opens && !x.touches(v, first, last, !step) {
			continue
		}
		if carrier, light := x.carrier(k); carrier == v && light.Sense() == language.Light { // "transmitted on Monday a letter"
			continue
		}
		if opens {
			return true
		}
		if (step || x.senseAt(c.At, language.Step)) && x.describes(v) {
			continue
		}
		if v.Last <= first && (!step || v.Finite && x.off(c)) { // "was called off on Monday"
			return true
		}
		for j := range x.st.Cues { // the contact follows
			if o := &x.st.Cues[j]; o.Sense() == language.Contact && o.First >= max(last, v.Last) && o.First-max(last, v.Last) <= 8 {
				return true
			}
		}
	}
	return false
}

// namesWhich reports whether a day between an article and a noun only tells which one is
// meant: "called off its 25 August talks".
func (x *extractor) namesWhich(first, last int) bool {
	if !x.lx.Pack.Attributive || first == x.st.First || last >= x.st.Last || !x.lx.IsArticle(x.d.Toks[first-1].Form) {
		return false
	}
	t := x.word(last).Tag
	return t == syntax.Noun || t == syntax.Adj
}

// owns reports whether what ends at a token owns what follows.
func (x *extractor) owns(tok int) bool {
	return tok < x.st.Last && x.lx.IsPossessive(x.d.Toks[tok].Form)
}

// ownsOther reports whether what ends at a token owns something else than a contact:
// "welcomed Monday's agreement".
func (x *extractor) ownsOther(k *Candidate, tok int) bool {
	if !x.owns(tok) {
		return false
	}
	for i := tok + 1; i < x.st.Last; i++ {
		switch x.word(i).Tag {
		case syntax.Adj, syntax.Num, syntax.ProperNoun:
		case syntax.Noun:
			if i+1 < x.st.Last && x.word(i+1).Tag == syntax.Noun { // "Monday's phone call"
				continue
			}
			return !x.senseAt(i, language.Contact) && (i < k.Cue.First || i >= k.Cue.Last)
		default:
			return false
		}
		if x.senseAt(i, language.Contact) {
			return false
		}
	}
	return false
}

// describes reports whether a participle says of the contact in front of it how
// far it has got: "the visit of X planned for Monday".
func (x *extractor) describes(v *annotate.VerbGroup) bool {
	if v.Finite || !v.Passive {
		return false
	}
	for t := v.First - 1; t >= x.st.First && x.verbAt(t) == nil && !x.breaks(t); t-- {
		if x.senseAt(t, language.Contact) {
			return true
		}
	}
	return false
}

// touches reports whether a day touches a verb: only a preposition or an
// article between, and after a verb of saying a comma or those it was said to.
func (x *extractor) touches(v *annotate.VerbGroup, first, last int, comma bool) bool {
	from, to := last, v.First
	if v.First < last {
		from, to = x.behindSubject(v, first), first
	} else {
		comma = false
	}
	heard := 0
	for t := from; t < to; t++ {
		switch {
		case comma && x.raw(t) == ",", x.st.Rels[t-x.st.First] != 0, x.lx.IsArticle(x.d.Toks[t].Form):
		case comma && x.word(t).Tag == syntax.Noun && !x.senseAt(t, language.Contact):
			heard++
		default:
			return false
		}
	}
	return to-from <= 2+2*heard && heard <= 2
}

// leadsTo reports whether the preposition of a place tells where a contact is.
func (x *extractor) leadsTo(k *Candidate, p *annotate.PlaceMention) bool {
	if p.Last < x.st.Last && (x.raw(p.Last) == "-" || x.d.Toks[p.Last].Hyphen) {
		return false // "at the India-Brazil commission"
	}
	behind := p.First >= k.Cue.Last && p.First-x.pastAdjectives(k.Cue.Last) <= 2
	if behind && k.Kind == "visit" && (p.Rels == 0 && !k.Noun || p.First == k.Cue.Last) {
		return true // "visited Sarajevo"
	}
	if behind && k.Noun && x.town(p) && (p.Rels.Has(language.Of) || p.Rels.Has(language.From) && !x.lx.Pack.Attributive) {
		return true // "la réunion de Genève", "summitul de la Antalya"
	}
	to := x.frame(k)[language.Slot(language.To)]
	if k.Step == "moved" && p.Rels.Has(language.To) {
		return true
	}
	return p.Rels.Has(language.In) || p.Rels.Has(language.To) && (to == language.PartHost || to == language.PartPlace)
}

// qualifies reports whether a country or region belongs to the noun in front
// of it rather than to the contact: "the war in Ukraine".
func (x *extractor) qualifies(k *Candidate, p *annotate.PlaceMention) bool {
	if x.town(p) {
		return false
	}
	at := p.First - 1
	for at >= x.st.First && x.st.Rels[at-x.st.First] == 0 && (x.lx.IsArticle(x.d.Toks[at].Form) || x.modifier(at)) {
		at--
	}
	if at < x.st.First || x.st.Rels[at-x.st.First] == 0 {
		return false
	}
	noun := x.st.RelFirst[at-x.st.First] - 1
	for noun >= x.st.First && x.word(noun).Tag == syntax.Adj {
		noun--
	}
	if noun < x.st.First || !x.d.Toks[noun].Word || k.Cue.First <= noun && noun < k.Cue.Last || x.inDate(noun) {
		return false
	}
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.First <= noun && noun < a.Last {
			return a.Office != "" && a.Person == nil && a.Name == ""
		}
	}
	return x.word(noun).Tag == syntax.Noun && !x.senseAt(noun, language.Occasion, language.Contact, language.Mode)
}

// town reports whether a place is a town or a building.
func (x *extractor) town(p *annotate.PlaceMention) bool {
	g := x.lx.World.Places[p.Name]
	return g != nil && g.Kind != "region" && g.Kind != "sea" && g.Kind != "island"
}

// ofNoun reports whether a day belongs to the noun in front of it: "the events
// of 8 January".
func (x *extractor) ofNoun(k *Candidate, first int) bool {
	at := first
	for at > x.st.First && x.st.Rels[at-x.st.First] == 0 && (at == first || x.lx.IsArticle(x.d.Toks[at].Form)) {
		at--
	}
	n := at - x.st.First
	if rels := x.st.Rels[n]; !rels.Has(language.Of) && !rels.Has(language.From) || x.st.RelFirst[n] == x.st.First {
		return false
	}
	noun := x.st.RelFirst[n] - 1
	if x.word(noun).Tag != syntax.Noun || k.Cue.First <= noun && noun < k.Cue.Last || x.inActor(noun) || x.inDate(noun) {
		return false
	}
	return !x.senseAt(noun, language.Occasion, language.Contact, language.Mode)
}
