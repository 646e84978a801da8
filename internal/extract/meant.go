package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// dropCues drops the cues whose words mean something else here: those that are part
// of another cue, and contacts of persons that are between none.
func (x *extractor) dropCues() {
	kept := x.kept[:0]
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if x.meant(c) {
			kept = append(kept, *c)
		}
	}
	x.kept = kept
	x.st.Cues = append(x.st.Cues[:0], kept...)
}

// meant reports whether a cue means what its entry says.
func (x *extractor) meant(c *annotate.Cue) bool {
	switch c.Sense() {
	case language.Contact:
		return x.meantContact(c)
	case language.Speech, language.Step:
		if x.discusses(c) || x.saysNothing(c) || x.refusesPaper(c) || x.deniesNext(c) || c.Arg("step") == "no-plans" && x.setsNoDay(c) {
			return false
		}
	case language.Silence:
		return !x.setsNoDay(c)
	case language.Mode:
		return !x.saysNothing(c) && !x.ofOutlet(c) && !x.housesSpeaker(c)
	}
	return !x.holds(c) && !x.partOfStep(c) && !x.summons(c) && !x.phones(c)
}

// discusses reports whether a verb that tells what one says tells what several spoke of:
// "les deux dirigeants ont évoqué le traité".
func (x *extractor) discusses(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	return c.Sense() == language.Speech && v != nil && x.several(x.subject(v)) && slices.ContainsFunc(x.st.Cues, func(o annotate.Cue) bool {
		return o.Sense() == language.TopicOf && o.Arg("frame") == "object" && o.First == c.First && o.Last >= c.Last
	})
}

// deniesNext reports whether the no that words end with belongs to the verb behind them:
// "dijo que no hay fecha" refuses nothing.
func (x *extractor) deniesNext(c *annotate.Cue) bool {
	v := x.verbAt(c.Last - 1)
	return v != nil && v.Negated && c.First < v.First && v.First == c.Last-1 && c.Last < v.Last
}

// setsNoDay reports whether words of silence or of no plans only tell that a day is not set:
// "has not set any date".
func (x *extractor) setsNoDay(c *annotate.Cue) bool {
	return slices.ContainsFunc(x.st.Cues, func(o annotate.Cue) bool {
		return o.Sense() == language.Contrast && o.Entry.Cue.Is("undated") && o.First <= c.First && c.Last <= o.Last
	})
}

// ofOutlet reports whether a word of form belongs to the name of an outlet: "the Daily
// Nation online said".
func (x *extractor) ofOutlet(mode *annotate.Cue) bool {
	a := x.actorEnding(mode.First)
	return a >= 0 && x.st.Actors[a].Kind == annotate.Outlet
}

// housesSpeaker reports whether a word of form only names the house in which somebody speaks:
// "the talks, it was said in the Kremlin, lasted".
func (x *extractor) housesSpeaker(mode *annotate.Cue) bool {
	house := slices.ContainsFunc(x.st.Actors, func(a annotate.Actor) bool {
		return a.Kind == annotate.Institution && mode.First <= a.First && a.Last <= mode.Last
	})
	return house && slices.ContainsFunc(x.st.Cues, func(o annotate.Cue) bool {
		return (o.Sense() == language.Speech || o.Sense() == language.Reports) && (o.Last == mode.First || o.First == mode.Last)
	})
}

// meantContact reports whether a contact's word tells of one by itself.
func (x *extractor) meantContact(c *annotate.Cue) bool {
	if c.Entry.Cue.Is("persons") && !x.ofPersons(c) {
		return false
	}
	if c.Arg("frame") == "invited" && c.Last < x.st.Last && x.word(c.Last).Tag == syntax.Verb { // "invitation to visit"
		return false
	}
	if c.Arg("frame") == "invite" && x.urged(c) {
		return false
	}
	part := x.partOfOther(c) || x.callsFor(c) || x.convenes(c) || x.hosted(c)
	other := x.labels(c) || x.opensDeed(c) || x.nowhere(c) || x.airs(c) || x.recalled(c)
	return !part && !other
}

// urged reports whether somebody is invited to do what is no contact: "invited Lima to open
// the port".
func (x *extractor) urged(c *annotate.Cue) bool {
	from := c.Last
	if v := x.verbAt(c.At); v != nil {
		from = max(from, v.Last)
	}
	a := x.actorStarting(from)
	for at := from; a < 0 && at < min(x.st.Last, from+3); at++ {
		a = x.actorStarting(at)
	}
	if a < 0 || x.st.Actors[a].Rels != 0 && !x.st.Actors[a].Object {
		return false
	}
	to := x.st.Actors[a].Last
	return to < x.st.Last && x.st.Rels[to-x.st.First] != 0 && x.toDo(to) && x.cueIn(language.Contact, to, x.clauseEnd(to)) == nil
}

// summons reports whether the verb of a step has somebody for its object, whom it sends
// for: "a convocat ambasadorul" plans no meeting, "a convocat o ședință" does.
func (x *extractor) summons(c *annotate.Cue) bool {
	if c.Sense() != language.Step {
		return false
	}
	o := x.cueIn(language.Contact, c.At, c.At+1)
	return o != nil && o.Arg("frame") == "summon" && !x.takesThing(o)
}

// phones reports whether words that may be an appeal are a call or a visit: "a appelé le
// ministre pour discuter".
func (x *extractor) phones(c *annotate.Cue) bool {
	if c.Arg("act") != "demand" && c.Arg("step") != "called-for" {
		return false
	}
	o := x.cueIn(language.Contact, c.First, c.Last)
	return o != nil && o.Entry.Cue.Is("persons") && x.ofPersons(o)
}

// holds reports whether words that may name where something was said name a talk with
// somebody instead: "dans un entretien avec le ministre".
func (x *extractor) holds(c *annotate.Cue) bool {
	if c.Sense() != language.Citing || x.cueIn(language.Contact, c.First, c.Last) == nil {
		return false
	}
	a := x.actorBehind(c.Last)
	return a >= 0 && x.st.Actors[a].Rels.Has(language.With) && x.st.Actors[a].RelAt < c.Last && x.st.Actors[a].Kind != annotate.Outlet
}

// partOfOther reports whether a contact's word is part of a longer cue of
// another sense: "call off", "call for".
func (x *extractor) partOfOther(c *annotate.Cue) bool {
	if x.invites(c) { // an invitation is said, and is one
		return false
	}
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if partOf(c, o) && x.overrides(o, c) {
			return true
		}
		if o.Sense() == language.Mode && o.First+1 == c.First && c.Last == o.Last && x.ofContact(o) {
			return true // "spoke by videoconference": no article, so no contact of its own
		}
	}
	return false
}

// partOf reports whether a cue's words are part of a longer cue.
func partOf(c, longer *annotate.Cue) bool {
	return longer.First <= c.First && c.Last <= longer.Last && longer.Last-longer.First > c.Last-c.First
}

// overrides reports whether a longer cue of another sense leaves nothing of the contact
// that its words would tell of by themselves.
func (x *extractor) overrides(o, c *annotate.Cue) bool {
	if x.phones(o) { // "llamó a Lula"
		return false
	}
	switch o.Sense() {
	case language.Step, language.NoContact:
		return true
	case language.Citing:
		return !x.holds(o)
	case language.Speech:
		if v := x.verbAt(o.At); o.Arg("then") == "side" {
			return v != nil && x.ofOneSide(x.subject(v), v)
		}
		return o.Arg("act") != "say" || c.Arg("kind") == "talk" && x.alone(c) // "spoke of"
	case language.Mode:
		return x.ofContact(o) // "spoke in a phone call" tells of one contact, "In a call with X, Y said" names it
	case language.Initiator:
		return o.Arg("dir") == "origin" || o.Arg("dir") == "cleft" || x.behindNoun(o) // "the request came from" goes nowhere, "a summit called by A" is no call
	}
	return false
}

// behindNoun reports whether a noun that tells of a contact stands right before a cue.
func (x *extractor) behindNoun(c *annotate.Cue) bool {
	return slices.ContainsFunc(x.st.Cues, func(o annotate.Cue) bool {
		return o.Sense() == language.Contact && o.Last == c.First && !x.isVerb(&o)
	})
}

// alone reports whether a verb has one actor for its subject, who is nobody's pair.
func (x *extractor) alone(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if v == nil {
		return false
	}
	refs := x.subject(v)
	if len(refs) != 1 {
		return false
	}
	a := &x.d.Sentences[refs[0].Sentence].Actors[refs[0].Actor]
	return a.Kind != annotate.Both && !a.Plural
}

// covered reports whether another contact cue spans the same words and more.
func (x *extractor) covered(c *annotate.Cue) bool {
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o == c || o.Sense() != language.Contact || o.Last <= c.First || o.First >= c.Last {
			continue
		}
		if o.Last-o.First > c.Last-c.First {
			return true
		}
	}
	return false
}

// recalled reports whether a noun only tells what somebody is called home for: "recalled
// its ambassador to Lima for consultations".
func (x *extractor) recalled(c *annotate.Cue) bool {
	n := c.First - 1 - x.st.First
	if c.Arg("kind") != "talks" || n < 0 || !x.st.Rels[n].Has(language.Other) {
		return false
	}
	v := x.finiteBefore(c.First)
	return v != nil && x.cueIn(language.NoContact, v.First, v.Last) != nil
}

// hosted reports whether a participle behind a contact noun only says in which state its
// sides were guests: "talks hosted by Oman between A and B". A person who hosts them sits
// at the table.
func (x *extractor) hosted(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	return v != nil && v.Passive && !v.Finite && c.Arg("frame") == "receive" && x.ofState(x.agent(v)) && x.behindNoun(c)
}

// convenes reports whether a verb of meeting has a contact noun for its subject, and so
// only says that this one was held: "the summit met in Geneva".
func (x *extractor) convenes(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if v == nil || !v.Finite || !x.isVerb(c) || x.frame(&Candidate{Cue: c})[language.Subject] != language.PartParty {
		return false
	}
	if slices.ContainsFunc(x.subject(v), func(r Ref) bool { return x.d.Sentences[r.Sentence].Actors[r.Actor].Rels == 0 }) {
		return false
	}
	for i := v.First - 1; i >= x.st.First && x.verbAt(i) == nil && !x.breaks(i) && x.word(i).Tag != syntax.Pron; i-- {
		if o := x.cueIn(language.Contact, i, i+1); o != nil && !x.isVerb(o) && !x.inPhrase(o.First) {
			return true
		}
	}
	return false
}
