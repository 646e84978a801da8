package extract

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// takesThing reports whether a verb of receiving, of meeting or of sending for somebody
// has a thing for its object and nobody: "received assurances", "a convocat o ședință",
// "met the conditions"; or whether a thing goes somewhere: "the gas goes to Hungary".
func (x *extractor) takesThing(c *annotate.Cue) bool {
	if !x.isVerb(c) {
		return false
	}
	switch c.Arg("frame") {
	case "receive", "send":
		return x.ofThing(c)
	case "summon":
		return x.ofThing(c) || x.calls(c) || x.toContact(c)
	case "gather":
		return !x.bringsTogether(c)
	case "go", "visit":
		return x.movesThing(c)
	case "with": // "convened a meeting with"
		return c.Last-c.First == 1 && x.cueIn(language.Light, c.First, c.Last) != nil && x.ofThing(c)
	case "tell": // "called a strike", "phoned the hospital"
		if c.Arg("kind") == "talk" {
			return x.addresses(c)
		}
		return c.Arg("kind") == "call" && c.Last-c.First == 1 && x.ofThing(c)
	case "meet": // whom one meets with is somebody
		return c.Last-c.First == 1 && c.Last < x.st.Last && !x.inDate(c.Last) && !x.mutual(c) && x.ofThing(c)
	}
	return false
}

// toContact reports whether a preposition and a noun that tells of a contact stand right behind
// a verb: "convocó a una cumbre".
func (x *extractor) toContact(c *annotate.Cue) bool {
	at := c.Last
	if at >= x.st.Last || x.st.Rels[at-x.st.First]&annotate.RelSet(language.To, language.Marked) == 0 {
		return false
	}
	for at++; at < x.st.Last && (x.lx.IsArticle(x.d.Toks[at].Form) || x.word(at).Tag == syntax.Adj); at++ {
	}
	o := x.cueIn(language.Contact, at, at+1)
	return o != nil && x.asNoun(o)
}

// addresses reports whether somebody only speaks before a body that sits: "spoke to the
// European Parliament", "to the NATO conference".
func (x *extractor) addresses(c *annotate.Cue) bool {
	at := c.Last
	for at < x.st.Last && x.lx.IsArticle(x.d.Toks[at].Form) {
		at++
	}
	a := x.actorStarting(at)
	if a < 0 {
		return false
	}
	if act := &x.st.Actors[a]; act.Kind == annotate.Institution {
		kind := act.Institution
		if i := x.lx.World.Institutions[kind]; i != nil {
			kind = i.Kind
		}
		return strings.TrimPrefix(kind, "@") == "parliament" || kind == "council"
	}
	return x.ofThingBehind(a)
}

// movesThing reports whether a noun that is no actor stands right before the verb of a
// journey, as its subject.
func (x *extractor) movesThing(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if v == nil {
		return false
	}
	if refs := x.subject(v); len(refs) > 0 { // "the letter of X arrived in", "the meeting between A and B, which is expected in"
		a := &x.d.Sentences[refs[0].Sentence].Actors[refs[0].Actor]
		whose := a.Rels.Has(language.Of) || a.Rels.Has(language.Between) && !x.plural(v)
		return refs[0].Sentence == x.s && a.Last <= v.First && whose && x.senseAt(a.RelAt-1, language.Contact)
	}
	v = x.top(v)
	for i := v.First - 1; v.Finite && i >= x.st.First; i-- {
		switch x.word(i).Tag {
		case syntax.Noun, syntax.ProperNoun:
			return !x.d.Toks[i].Upper && x.actorEnding(i+1) < 0 && x.otherSubject(i)
		case syntax.Adj, syntax.Adv:
		default:
			return false
		}
	}
	return false
}

// plural reports whether a word of a verb group is in the plural.
func (x *extractor) plural(v *annotate.VerbGroup) bool {
	for i := v.First; i < v.Last; i++ {
		if x.word(i).Feats.Has(syntax.Plural) {
			return true
		}
	}
	return false
}

// ofThing reports whether the object of a verb that receives is a noun that is
// no actor: "a reçu une lettre", "received assurances".
func (x *extractor) ofThing(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if v != nil && x.gotten(v) {
		return true
	}
	return v != nil && (v.Passive && (x.saidOfThing(v) || x.saidOfLetter(v)) || !v.Passive && x.thingAt(max(c.Last, v.Last)))
}

// saidOfThing reports whether what is received is a thing: a noun that is no actor right
// in front of the participle that describes it, "mandatul primit de la".
func (x *extractor) saidOfThing(v *annotate.VerbGroup) bool {
	i := v.First - 1
	if v.Finite || i <= x.st.First {
		return false
	}
	if x.raw(i) == "," { // "the letter, sent by X"
		i--
	}
	if x.actorEnding(i+1) >= 0 || x.inDate(i) {
		return false
	}
	if o := x.cueIn(language.Contact, i, i+1); o != nil && o.Arg("kind") == "letter" {
		return true
	}
	return x.word(i).Tag == syntax.Noun && !x.describes(v) && !x.senseAt(i, language.Counterpart, language.Both)
}

// saidOfLetter reports whether a letter is the subject of a finite verb: "a letter asking
// for his return was not sent", "a letter from X was sent".
func (x *extractor) saidOfLetter(v *annotate.VerbGroup) bool {
	c := x.cueIn(language.Contact, x.clauseStart(v.First), v.First)
	if !v.Finite || c == nil || c.Arg("kind") != "letter" {
		return false
	}
	refs := x.subject(v)
	return len(refs) == 0 || refs[0].Sentence == x.s && x.st.Actors[refs[0].Actor].RelAt == c.Last
}

// withThing reports whether a verb that ends at a token is followed by "with" and a noun
// that is no actor: "talk with the rebels".
func (x *extractor) withThing(end int) bool {
	if x.st.Rels[end-1-x.st.First].Has(language.With) {
		return x.thingAt(end)
	}
	return end < x.st.Last && x.st.Rels[end-x.st.First].Has(language.With) && x.thingAt(end+1)
}

// thingAt reports whether a noun that is no actor follows, but for what can
// stand in front of it and for days.
func (x *extractor) thingAt(tok int) bool {
	for t := tok; t < x.st.Last; t++ {
		if a := x.actorStarting(t); a >= 0 && x.st.Actors[a].Possessive {
			t = x.st.Actors[a].Last
			continue
		}
		if end := x.whenOrWhere(t); end > t {
			t = end
			continue
		}
		if x.inDate(t) || x.inTurn(t) || x.lx.IsMeant(x.d.Toks[t].Form) && t+1 < x.st.Last && x.inDate(t+1) {
			continue
		}
		if x.lx.IsQuantity(x.d.Toks[t].Form) && t+1 < x.st.Last && x.st.Rels[t+1-x.st.First].Has(language.Of) {
			t++
			continue
		}
		if x.numbers(t) || x.nationality(t) {
			continue
		}
		if a := x.actorStarting(t); a >= 0 && x.ofThingBehind(a) {
			continue
		} else if a >= 0 || x.st.Rels[t-x.st.First] != 0 && x.word(t).Tag != syntax.Det { // "n'a pas reçu de proposition"
			return false
		}
		if !x.d.Toks[t].Word && !x.d.Toks[t].Number && x.d.InQuote(t) < 0 {
			return false
		}
		switch x.word(t).Tag {
		case syntax.Noun:
			return !x.lx.IsArticle(x.d.Toks[t].Form) && x.besides(tok) == nil
		case syntax.Det, syntax.Adj, syntax.Num, syntax.Adv, syntax.Punct:
		case syntax.Pron: // "its commitments"
			if !x.lx.IsOwner(x.d.Toks[t].Form) {
				return false
			}
		case syntax.Verb: // "received a written reply"
			if !x.word(t).Feats.Has(syntax.Participle) || t == tok {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// besides returns somebody at the end of a list that begins at a token, of which the others
// are nouns that are no actors: "met trade unions and President X"; nil when there is none,
// or who is the subject of a verb behind.
func (x *extractor) besides(tok int) *annotate.Actor {
	for i := tok; i < x.st.Last; i++ {
		switch x.word(i).Tag {
		case syntax.Noun, syntax.ProperNoun, syntax.Adj, syntax.Det, syntax.Num:
		default:
			if x.st.And[i-x.st.First] {
				return x.somebodyAt(i + 1)
			}
			if !x.lx.IsArticle(x.d.Toks[i].Form) { // French "des"
				return nil
			}
		}
		if x.actorStarting(i) >= 0 {
			return nil
		}
	}
	return nil
}

// somebodyAt returns the person or the holder of an office who opens at a token, behind an
// article, and is the subject of no verb.
func (x *extractor) somebodyAt(tok int) *annotate.Actor {
	for tok < x.st.Last && x.lx.IsArticle(x.d.Toks[tok].Form) {
		tok++
	}
	i := x.actorStarting(tok)
	if i < 0 {
		return nil
	}
	a := &x.st.Actors[i]
	if g := x.finiteAfter(a.Last); g != nil && g.First == a.Last {
		return nil
	}
	if a.Kind != annotate.Person && a.Kind != annotate.OfficeHolder {
		return nil
	}
	return a
}

// whenOrWhere returns the comma that closes a day or a place between commas which opens at
// a token: "a reçu, mardi à Oran, un appel"; the token itself when none does.
func (x *extractor) whenOrWhere(tok int) int {
	if x.raw(tok) != "," {
		return tok
	}
	for i := tok + 1; i < x.st.Last; i++ {
		switch {
		case x.raw(i) == ",":
			return i
		case !x.inDate(i) && !x.atPlace(i):
			return tok
		}
	}
	return tok
}

// nationality reports whether a token is the adjective of a state in front of a noun:
// "Somali refugees".
func (x *extractor) nationality(tok int) bool {
	return slices.ContainsFunc(x.st.States, func(m annotate.StateMention) bool { return m.First <= tok && tok < m.Last })
}

// numbers reports whether a preposition only makes the number behind it a rough one:
// "over a million", "plus de 300".
func (x *extractor) numbers(tok int) bool {
	if x.word(tok).Tag != syntax.Adp || tok+1 >= x.st.Last || x.inDate(tok+1) {
		return false
	}
	next := tok + 1
	if x.word(next).Tag == syntax.Det && next+1 < x.st.Last {
		next++
	}
	return x.word(next).Tag == syntax.Num || x.d.Toks[next].Number
}

// ofThingBehind reports whether the name of a state or an organisation only says whose the
// noun right behind it is: "US troops", "the NATO target", "US-Iran talks".
func (x *extractor) ofThingBehind(a int) bool {
	act := &x.st.Actors[a]
	if !x.lx.Pack.Attributive || act.Possessive || act.Last >= x.st.Last || act.Kind != annotate.State && act.Kind != annotate.Organisation {
		return false
	}
	if b := x.actorStarting(act.Last); b >= 0 && x.d.Toks[act.Last].Hyphen && (x.st.Actors[b].Kind == annotate.State || x.st.Actors[b].Kind == annotate.Organisation) {
		return x.st.Actors[b].Last < x.st.Last && x.word(x.st.Actors[b].Last).Tag == syntax.Noun
	}
	if act.First > x.st.First && x.d.Toks[act.First].Hyphen {
		return true // the second of a pair
	}
	return x.word(act.Last).Tag == syntax.Noun && x.actorStarting(act.Last) < 0 && !x.inDate(act.Last) && !x.senseAt(act.Last, language.Contact)
}
