package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// rightward is the search for the arguments behind a cue.
type rightward struct {
	*extractor
	k     *Candidate
	frame language.Frame
	// object is the part of what no preposition governs.
	object language.Part
	noun   bool
	// own is the verb of a relative clause that carries the noun.
	own *annotate.VerbGroup
	// passed: a finite verb stands before; gathering: its objects are the parties.
	passed, gathering bool
	// nouns counts what parts the cue from what follows.
	nouns int
	// taken: an actor without a preposition takes part.
	taken bool
	// sides is "with" or "between", whichever came first: one tells the sides.
	sides language.Slot
}

// right takes arguments after a cue: up to the end of the clause, other
// contacts, and, for a noun, the verb of its clause (beyond which only "with"
// and "between" still belong to it).
func (x *extractor) right(k *Candidate, frame language.Frame, object language.Part, from int, noun bool) {
	r := &rightward{extractor: x, k: k, frame: frame, object: object, noun: noun, own: x.ownClause(k, noun)}
	i := from
	for ; i < x.st.Last; i++ {
		if r.opensOwn(i) {
			continue
		}
		if end := max(x.interposed(i, noun), x.epithet(k, i), x.participial(i)); end > i {
			i = end
			continue
		}
		if x.stops(i, k.Cue) || r.ends(i) {
			break
		}
		if a := x.actorStarting(i); a >= 0 {
			r.actor(a)
			i = x.st.Actors[a].Last - 1
		} else if x.separates(k, i) && !r.located(i) {
			r.nouns++
		}
	}
	k.Last = max(k.Last, i)
}

// located reports whether a noun behind a verb only says where or when: "a reçu
// dans son bureau le ministre".
func (r *rightward) located(tok int) bool {
	for i := tok - 1; !r.noun && i >= r.k.Cue.Last; i-- {
		if t := r.word(i).Tag; t == syntax.Det || t == syntax.Adj || t == syntax.Num {
			if r.st.Rels[i-r.st.First] == 0 {
				continue
			}
		}
		return r.st.Rels[i-r.st.First].Has(language.In)
	}
	return false
}

// opensOwn reports whether a relative clause about the noun begins at a token:
// "a call that took place between".
func (r *rightward) opensOwn(tok int) bool {
	return r.noun && tok-r.k.Cue.Last <= 2 && (r.relative(tok) || r.own != nil && (tok == r.k.Cue.Last || r.relativeForm(tok)))
}

// ends reports whether a finite verb ends the search: the second behind a noun,
// the first behind a verb.
func (r *rightward) ends(tok int) bool {
	g := r.verbAt(tok)
	if g == nil || !g.Finite || tok != g.First || tok < r.k.Cue.Last {
		return false
	}
	if r.passed || !r.noun {
		return true
	}
	if r.own == nil && r.bareVerb(tok) { // "a visit [that] was planned to"
		r.gathering = r.gathers(g)
		return false
	}
	r.passed, r.gathering = r.own == nil || !slices.Contains(r.chain(r.own), g), r.gathers(g)
	return false
}

// actor takes an actor into the contact, or notes that it parts the cue from
// what follows.
func (r *rightward) actor(a int) {
	act := &r.st.Actors[a]
	if act.Rels == 0 && act.Kind == annotate.State && r.leaves(r.k) || !r.noun && act.Rels == 0 && r.isSubjectOf(act, r.verbAt(r.k.Cue.At)) {
		return
	}
	if r.venueBehind(act) {
		r.k.Places = append(r.k.Places, annotate.PlaceMention{First: act.First, Last: act.Last, Name: act.Place, Country: act.Of, Rels: annotate.RelSet(language.In)})
		return
	}
	part := r.part(act)
	if r.tells(act) {
		part = ""
	}
	switch sense := r.introduced(act); {
	case sense == language.Occasion, sense == language.TopicOf: // "in the margins of the Security Council", "devoted to Sudan"
		part = ""
	case sense == language.Initiator && r.k.Kind == "visit": // "a visit to Rome at the invitation of"
		part = language.PartHost
	}
	if part == language.PartHost && act.Place != "" && !act.Rels.Has(language.In) && !act.Rels.Has(language.To) && act.Rels != 0 { // "left for Kigali"
		r.k.Places = append(r.k.Places, annotate.PlaceMention{First: act.First, Last: act.Last, Name: act.Place, Country: act.Of, Rels: annotate.RelSet(language.To)})
	}
	if part != "" && act.Kind != annotate.Outlet {
		refs := r.with(a)
		r.k.take(refs, part)
		r.taken = r.taken || act.Rels == 0
		r.k.Last = max(r.k.Last, r.st.Actors[refs[len(refs)-1].Actor].Last)
	}
	inOwn := r.own != nil && act.First < r.own.First
	if part == "" && act.Rels == 0 && !act.Possessive && act.Kind != annotate.Pronoun && !inOwn {
		r.nouns++
	}
}

// tells reports whether an actor behind a comma is who reports the clause before it:
// "A and B met on Monday, C said".
func (r *rightward) tells(act *annotate.Actor) bool {
	if act.First <= r.st.First || r.raw(act.First-1) != "," {
		return false
	}
	g := r.finiteAfter(act.Last)
	return g != nil && g.First == act.Last && r.speaks(g)
}

// venueBehind reports whether a capital behind a noun says where, with the word
// for "from": "summitul de la Haga".
func (r *rightward) venueBehind(act *annotate.Actor) bool {
	if !r.noun || act.Place == "" || r.nouns > 0 || r.passed || !r.ofPlace(act) {
		return false
	}
	switch r.k.Kind {
	case "meeting", "talks", "talk", "visit", "video":
		return true
	}
	return false
}

// ofPlace reports whether the preposition of a capital tells where: "from" does,
// and "of" where the sides are named behind it ("la réunion d'Amman entre").
func (r *rightward) ofPlace(act *annotate.Actor) bool {
	if !act.Rels.Has(language.Of) {
		return act.Rels.Has(language.From)
	}
	behind := act.RelAt == r.k.Cue.Last
	if o := r.actorEnding(act.RelAt); o >= 0 && r.st.Actors[o].Kind == annotate.Organisation && act.List == 0 { // "le sommet du G20 de Rome", "a margine del G20 di Roma"
		return true
	}
	paired := len(r.k.States) > 1 && act.RelAt == r.pastAdjectives(r.k.Cue.Last) // "les négociations soudano-éthiopiennes d'Asmara"
	if (r.k.Summit && behind || paired) && act.List == 0 {                       // "le sommet de Bruxelles"
		return true
	}
	next := r.actorBehind(act.Last)
	for next >= 0 && next+1 < len(r.st.Actors) && r.st.Actors[next].Rels.Has(language.In) { // "les pourparlers de Doha, au Qatar, entre"
		next++
	}
	if act.RelAt != r.k.Cue.Last || next < 0 || !r.st.Actors[next].Rels.Has(language.Between) {
		return false
	}
	v := r.finiteAfter(act.Last)
	return v == nil || v.First > r.st.Actors[next].First
}

// actorBehind returns the first actor from a token on, -1 when there is none.
func (x *extractor) actorBehind(tok int) int {
	for i := range x.st.Actors {
		if x.st.Actors[i].First >= tok {
			return i
		}
	}
	return -1
}

// part is the part of an actor by the first of its slots that has one, "" for
// none. A place takes no part.
func (r *rightward) part(act *annotate.Actor) language.Part {
	if r.noun && act.Rels.Has(language.By) && r.byOthers(act.RelAt) {
		return ""
	}
	for _, s := range slotsOf(act) {
		switch part := r.partIn(s, act); part {
		case "":
		case language.PartPlace:
			return ""
		default:
			return part
		}
	}
	if act.RelAt >= r.k.Cue.First && act.RelAt < r.k.Cue.Last { // "left for", "called on", "a courtesy call on"
		if r.noun {
			return r.frame[language.Object]
		}
		return r.object
	}
	return ""
}

func (r *rightward) partIn(s language.Slot, act *annotate.Actor) language.Part {
	const with, between = language.Slot(language.With), language.Slot(language.Between)
	switch s {
	case language.Object:
		return r.partOfBare(act)
	case with:
		// "The two leaders discussed relations with China": who is complete
		// needs no partner, so what stands after a noun is that noun's.
		if r.sides == between || !r.noun && r.nouns > 0 && r.complete(r.k) && !(r.sides == with && r.joined(act)) {
			return ""
		}
		r.sides = with
		return r.frame[s]
	case between:
		if r.sides == with || r.sides == between && !r.joined(act) || r.ofOtherNoun(act.RelAt) {
			return ""
		}
		r.sides = between
		return r.frame[s]
	case language.Slot(language.In):
		if r.nouns == 0 && !r.passed && r.format(act) { // "talks in the Normandy format"
			return language.PartParty
		}
	case language.Slot(language.By):
		if r.frame[s] == "" && r.noun && r.arranged(act) {
			return language.PartParty
		}
		if r.noun && !r.inActor(act.RelAt-1) && r.ofOtherNoun(act.RelAt) { // "a visit after the break of ties by"
			return ""
		}
		return r.frame[s]
	case language.Slot(language.From):
		person := act.Kind == annotate.Person || act.Kind == annotate.OfficeHolder
		if !person && r.frame[language.Slot(language.In)] == language.PartHost { // "vola da Roma", not "vola da X"
			return ""
		}
	}
	return r.partOfPlace(s, act)
}

// ofOtherNoun reports whether another noun stands right before a preposition:
// "a meeting amid tensions between".
func (r *rightward) ofOtherNoun(tok int) bool {
	i := tok - 1
	for i >= r.k.Cue.Last && r.word(i).Tag == syntax.Adj {
		i--
	}
	return i >= r.k.Cue.Last && r.separates(r.k, i) && !r.inManner(i)
}

// byOthers reports whether a preposition completes a participle that tells what somebody
// else did about a journey: "the visit, criticised by Accra, took place".
func (r *rightward) byOthers(tok int) bool {
	v := r.verbAt(tok - 1)
	return r.k.Kind == "visit" && v != nil && v.Passive && v.First >= r.k.Cue.Last && !r.carries(v)
}

// inManner reports whether a noun stands behind a preposition, with no article, that
// brings in no subject: "a meeting without precedent between".
func (r *rightward) inManner(noun int) bool {
	i := noun - 1
	for i > r.k.Cue.Last && r.word(i).Tag == syntax.Adj {
		i--
	}
	if i < r.k.Cue.Last {
		return false
	}
	rels := r.st.Rels[i-r.st.First]
	return rels.Has(language.Other) || rels.Has(language.In)
}

// format reports whether an actor is a format in which its members meet.
func (x *extractor) format(a *annotate.Actor) bool {
	o := x.lx.World.Organisations[a.Of]
	return a.Kind == annotate.Organisation && o != nil && o.Members != nil
}

// arranged reports whether a participle names an actor as who holds a contact:
// "a summit hosted by".
func (r *rightward) arranged(act *annotate.Actor) bool {
	for i := range r.st.Cues {
		c := &r.st.Cues[i]
		holds := c.Sense() == language.Light || c.Sense() == language.Contact && (c.Arg("frame") == "receive" || c.Arg("frame") == "host")
		if v := r.verbAt(c.At); holds && r.whereWhen(c.Last, act.RelAt+1) == act.RelAt && v != nil && v.Passive {
			return true
		}
	}
	return false
}

// joined reports whether a conjunction stands before an actor's preposition:
// "with A and with B".
func (r *rightward) joined(act *annotate.Actor) bool {
	n := act.RelAt - 1 - r.st.First
	return n >= 0 && r.st.And[n]
}

// partOfBare is the part of an actor without a preposition.
func (r *rightward) partOfBare(act *annotate.Actor) language.Part {
	switch {
	case !r.noun && r.object == language.PartGuest && act.Kind == annotate.State && act.Plural: // "hosts a million Syrians"
	case !r.noun && !r.taken && !r.passed && (r.nouns == 0 || r.besides(r.k.Cue.Last) == act) && !act.Possessive:
		if r.infinitiveBefore(act) || r.actsItself(act) {
			return ""
		}
		return r.object
	case r.gathering, r.noun && r.appended(r.k, act):
		return language.PartParty
	case r.noun && act.Kind == annotate.Organisation && act.First == r.k.Cue.Last: // "summitul NATO"
		return r.frame[language.Slot(language.Of)]
	}
	return ""
}

// actsItself reports whether a conjunction opens a clause whose subject an actor is: "s-a
// întâlnit cu A, iar B a primit".
func (r *rightward) actsItself(act *annotate.Actor) bool {
	before, v := act.First-1, r.verbAt(act.Last)
	return v != nil && v.Finite && v.First == act.Last && (r.st.And[before-r.st.First] || r.lx.IsSubordinate(r.d.Toks[before].Form))
}

// infinitiveBefore reports whether an infinitive stands between the cue and an actor,
// which is its object: "flew to Kigali to attend the COMESA summit".
func (r *rightward) infinitiveBefore(act *annotate.Actor) bool {
	for i := range r.st.Verbs {
		if v := &r.st.Verbs[i]; v.Tense == annotate.Infinitive && v.First >= r.k.Cue.Last && v.Last <= act.First {
			return true
		}
	}
	return false
}

// partOfPlace is the part of an actor whose preposition may tell where instead
// of who.
func (r *rightward) partOfPlace(s language.Slot, act *annotate.Actor) language.Part {
	part := r.frame[s]
	letter := r.k.Kind == "letter"
	goal := s == language.Slot(language.In) || s == language.Slot(language.To)
	where := act.Rels.Has(language.In) && (act.Place != "" || act.Kind == annotate.State)
	// "a message of congratulations to the president": a letter keeps its addressee.
	addressee := letter && s == language.Slot(language.To) && r.nouns <= 2
	switch {
	case goal && part == language.PartHost && r.arrived(r.k, act.First):
		return "" // one destination: what comes after it is the purpose of the journey
	case !letter && where && part == language.PartParty:
		return "" // "talks in Moscow": where, not with whom
	case r.nouns == 0 && !r.passed, addressee:
		return part
	}
	return ""
}

// introduced returns the sense of a cue behind the contact's own that an actor
// completes: an occasion, what it is about, or who asked for it; "" for none.
func (r *rightward) introduced(act *annotate.Actor) language.Sense {
	for i := range r.st.Cues {
		c := &r.st.Cues[i]
		if s := c.Sense(); (s == language.Occasion || s == language.Initiator || s == language.TopicOf) && c.First >= r.k.Cue.Last && c.Last <= act.First && (act.First-c.Last <= 1 || act.RelAt == c.Last) {
			return s
		}
	}
	return ""
}
