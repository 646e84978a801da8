package extract

import (
	"maps"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// contacts reads every contact cue of the sentence; one that names no contact may
// still tell of one by its form, by a pronoun or by an answer.
func (x *extractor) contacts() {
	x.dropCues()
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Contact || x.covered(c) || x.takesThing(c) || x.notSince(c) {
			continue
		}
		if k := x.candidate(c); !x.explains(&k) && !x.ofTeams(&k) && !x.inInvitation(&k) {
			stops := x.stages(&k)
			x.out.Candidates = append(append(x.out.Candidates, k), stops...)
		}
	}
	x.modeOnly()
	x.withOnly()
	x.notPlanned()
	x.askedOnly()
	x.takenBack()
	if x.cueIn(language.Contact, x.st.First, x.st.Last) != nil {
		return
	}
	x.pronounOnly()
	x.answerOnly()
}

// candidate reads all that its sentence says of the contact of a cue.
func (x *extractor) candidate(c *annotate.Cue) Candidate {
	k := Candidate{
		Sentence: x.s, Cue: c, Kind: c.Arg("kind"), Summit: c.Entry.Cue.Is("summit"), Generic: c.Entry.Cue.Is("generic"),
		Noun: x.asNoun(c), First: c.First, Last: c.Last,
	}
	if k.Noun {
		x.noun(&k)
	} else {
		x.verb(&k)
	}
	x.hanging(&k)
	x.toured(&k)
	x.uttered(&k)
	k.Each = x.each(&k)
	k.Gather = !k.Noun && x.gather(&k)
	if to := x.invitedTo(c); to != nil {
		k.Kind, k.Summit = to.Arg("kind"), to.Entry.Cue.Is("summit")
	}
	x.form(&k)
	x.status(&k)
	x.heldAs(&k)
	x.circumstances(&k)
	x.foretold(&k)
	x.shared(&k)
	return k
}

// asNoun reports whether a contact cue is read as a noun: by the pack, or by the
// tagger where the pack allows either, "un bilaterale".
func (x *extractor) asNoun(c *annotate.Cue) bool {
	switch c.Entry.Cue.POS {
	case "VERB":
		return false
	case "NOUN":
		return true
	}
	t := x.word(c.At).Tag
	return t == syntax.Det && strings.HasSuffix(c.Arg("frame"), "noun") || t == syntax.Noun || t == syntax.ProperNoun || t == syntax.Adj
}

// pronounOnly reads what became of the contact told of before, for which a pronoun stands:
// "It was cancelled on Sunday", "It will take place in Lima on Monday".
func (x *extractor) pronounOnly() {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		step := record.Steps[c.Arg("step")]
		if c.Sense() != language.Step || c.Arg("scope") != "predicate" || step == "" || step == "denied" || step == "proposed" {
			continue
		}
		off := step == "cancelled" || c.Arg("step") == "moved"
		v := x.verbAt(c.At)
		if v == nil || off && !v.Passive {
			continue
		}
		top := x.top(v) // "is due to take place"
		if !top.Finite || top.Negated {
			continue
		}
		refs := x.subject(top)
		if !x.pronounAlone(refs) && !x.opensTakingPlace(c, top, refs) {
			continue
		}
		k := Candidate{Sentence: x.s, Cue: c, Kind: "talk", Generic: true, Noun: true, Definite: true, First: c.First, Last: c.Last, Earlier: x.pluperfect(v)}
		if x.setStep(&k, c, v); k.Step == "held" {
			x.takesPlace(&k, c, v)
		}
		k.Future = k.Future || record.Steps[k.Step] == "scheduled"
		if k.Step == "moved" || !off { // else a day is when it was called off
			x.circumstances(&k)
		}
		if off || x.standsForEvent(refs, c, v) && len(k.Dates)+len(k.Places) > 0 {
			x.out.Candidates = append(x.out.Candidates, k)
			return
		}
	}
}

// pronounAlone reports whether a subject is one pronoun of one thing.
func (x *extractor) pronounAlone(refs []Ref) bool {
	return len(refs) == 1 && refs[0].Sentence == x.s && x.st.Actors[refs[0].Actor].Kind == annotate.Pronoun && !x.st.Actors[refs[0].Actor].Plural
}

// opensTakingPlace reports whether a sentence opens with a verb of taking place that leaves
// out its subject: "Si svolgerà a Lima".
func (x *extractor) opensTakingPlace(c *annotate.Cue, v *annotate.VerbGroup, subject []Ref) bool {
	return x.lx.Pack.ProDrop && len(subject) == 0 && c.Arg("step") == "held" && v.First == x.st.First && c.First <= v.First
}

// standsForEvent reports whether the pronoun that is the subject of a step, if there is one,
// stands for no person: by itself, or by what is said of it ("il aura lieu", "elle est prévue").
func (x *extractor) standsForEvent(subject []Ref, c *annotate.Cue, v *annotate.VerbGroup) bool {
	if len(subject) > 0 && len(x.lx.Pack.Pronouns.Things) > 0 {
		return x.lx.IsThing(x.d.Toks[x.st.Actors[subject[0].Actor].First].Form)
	}
	return v.Passive || c.Last-c.First > 1 || c.Arg("step") == "held"
}

// uttered makes a verb of writing one of the contact that its sentence opens
// with: "during the call he offered his condolences".
func (x *extractor) uttered(k *Candidate) {
	if k.Noun || k.Kind != "letter" {
		return
	}
	for i := len(x.out.Candidates) - 1; i >= 0 && x.out.Candidates[i].Sentence == x.s; i-- {
		if o := &x.out.Candidates[i]; o.Noun && o.Adjunct && o.Kind != "letter" {
			k.Kind, k.Generic = o.Kind, true
			return
		}
	}
}

// modeOnly reads a contact that only its form gives away: "By telephone, X
// thanked Y", "X told Y by telephone that talks would go on".
func (x *extractor) modeOnly() {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Mode || c.Arg("kind") != "call" && c.Arg("kind") != "video" || x.word(c.At).Tag == syntax.Adj || x.formOf(c) {
			continue
		}
		for j := range x.st.Verbs {
			v := &x.st.Verbs[j]
			if !v.Finite || x.thatBetween(v.Last, c.First) || x.thatBetween(c.Last, v.First) {
				continue
			}
			k := Candidate{Sentence: x.s, Cue: c, Kind: c.Arg("kind"), First: c.First, Last: c.Last}
			k.take(x.personal(x.subject(v)), language.PartParty)
			if len(k.Participants) == 0 {
				continue
			}
			if v.Passive { // "was congratulated by phone by"
				k.take(x.personal(x.agent(v)), language.PartParty)
			} else {
				k.take(x.otherEnd(c, v), language.PartParty)
			}
			if len(k.Participants) < 2 {
				continue
			}
			k.Step = x.tenseStep(v, v, false)
			x.circumstances(&k)
			x.out.Candidates = append(x.out.Candidates, k)
			return
		}
	}
}

// formOf reports whether a cue of a contact stands in the clause of words for a form.
func (x *extractor) formOf(mode *annotate.Cue) bool {
	return slices.ContainsFunc(x.st.Cues, func(c annotate.Cue) bool {
		return c.Sense() == language.Contact && !x.thatBetween(mode.Last, c.First) && !x.thatBetween(c.Last, mode.First)
	})
}

// thatBetween reports whether words that introduce what is said stand in a stretch.
func (x *extractor) thatBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if x.word(i).Tag == syntax.SConj && x.lx.IsThat(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// otherEnd returns whom the subject of a verb called, where only the form of the contact
// is told: who is named with it ("on the phone with Y, X asked for"), else who stands
// right behind the verb.
func (x *extractor) otherEnd(mode *annotate.Cue, v *annotate.VerbGroup) []Ref {
	for a := range x.st.Actors {
		if act := &x.st.Actors[a]; act.RelAt == mode.Last && act.Rels.Has(language.With) {
			return x.personal(x.with(a))
		}
	}
	reach := 3
	if mode.First >= v.Last {
		reach += mode.Last - mode.First
	}
	for a := range x.st.Actors {
		act := &x.st.Actors[a]
		if act.First >= v.Last && act.First-v.Last <= reach && (act.Rels == 0 || act.Rels.Has(language.To)) {
			return x.personal(x.with(a))
		}
	}
	return nil
}

// frame returns the frame of a candidate's cue.
func (x *extractor) frame(k *Candidate) language.Frame { return x.lx.Pack.Frames[k.Cue.Arg("frame")] }

// take gives actors a part in a contact, those that have none yet.
func (k *Candidate) take(refs []Ref, part language.Part) {
	for _, r := range refs {
		if !slices.ContainsFunc(k.Participants, func(p Participant) bool { return p.Ref == r }) {
			k.Participants = append(k.Participants, Participant{r, part})
		}
	}
}

// verb reads the arguments of a verb.
func (x *extractor) verb(k *Candidate) {
	v := x.verbOf(k)
	if v == nil {
		v = &annotate.VerbGroup{First: k.Cue.First, Last: k.Cue.Last, Main: k.Cue.At}
	}
	frame, subject, object := x.verbFrame(k, v)
	k.FirstPerson = x.top(v).FirstPerson || x.toTeller(v, max(v.Last, k.Cue.Last)) && (frame[language.Object] != "" || frame[language.Slot(language.With)] != "")
	refs := x.subject(v)
	if g := x.verbAt(k.Cue.At); k.Kind == "visit" && (g == nil || g.Passive && !g.Finite) { // "spoke with A, aflat la Paris"
		if a := x.guestBeside(k); a >= 0 {
			refs, k.Beside = []Ref{{x.s, a}}, true
		}
	}
	if by := x.agent(v); v.Passive && object == "" && subject == language.PartParty && frame[language.Slot(language.By)] == "" && x.several(by) {
		refs = by // "was discussed by A and B"
	}
	if len(refs) == 0 && object == "" && x.lx.Pack.ProDrop { // "a sosit la Kiev premierul"
		object = subject
	}
	if len(refs) > 0 && subject != "" {
		k.take(refs, subject)
		k.First = min(k.First, x.st.Actors[refs[0].Actor].First)
	}
	k.First = min(k.First, v.First)
	if inside := x.objectInside(k, v); inside > 0 {
		k.take(x.with(x.actorStarting(inside)), object)
	}
	x.right(k, frame, object, max(v.Last, k.Cue.Last), false)
	x.adjectives(k, frame)
	x.venueOnly(k)
	x.athome(k)
	x.fronted(k, frame, v.Main) // the group may hold the relative pronoun: "with whom he spoke"
	if object != "" {
		x.topical(k, object, v.First)
	}
	if k.Cue.Arg("frame") == "send" && !v.Passive && !x.persons(refs) && x.sendsOwn(k) { // "the AU sent a delegation"
		k.take(x.personal(refs), language.PartGuest)
	}
	if k.Cue.Last > v.Last { // "hosted a meeting, which A attended"
		k.take(x.attending(k), language.PartParty)
	}
	if top := x.without(v); len(refs) == 0 && x.drops(top) && !x.standing(k, v) {
		k.Dropped, k.DroppedAll = subject, top.Plural
	}
	if i := x.whom(v); i >= 0 && frame[language.Object] != "" && !v.Passive {
		k.take(x.with(i), frame[language.Object])
	}
	if x.pronominal(v) {
		k.Object = x.partOfPronoun(v, frame)
	}
	k.Foreign = len(k.Participants)+len(k.States) < 2 && x.withThing(max(v.Last, k.Cue.Last))
}

// verbFrame returns the frame of a verb's cue, and the parts that its subject and its object
// have there: in a passive the subject has that of the object.
func (x *extractor) verbFrame(k *Candidate, v *annotate.VerbGroup) (frame language.Frame, subject, object language.Part) {
	frame = x.frame(k)
	subject, object = frame[language.Subject], frame[language.Object]
	switch {
	case object == "" || frame[language.Slot(language.By)] == "":
	case v.Passive: // "is expected in Paris" has no agent
		subject, object = object, ""
	case v.Finite: // "received X, accompanied by Y"
		frame = maps.Clone(frame)
		delete(frame, language.Slot(language.By))
	}
	return frame, subject, object
}

// persons reports whether a person or the holder of an office is among actors.
func (x *extractor) persons(refs []Ref) bool {
	return slices.ContainsFunc(refs, func(r Ref) bool {
		kind := x.d.Sentences[r.Sentence].Actors[r.Actor].Kind
		return kind == annotate.Person || kind == annotate.OfficeHolder
	})
}

// sendsOwn reports whether those whom somebody sends are of no side that is told, and so of
// the sender's.
func (x *extractor) sendsOwn(k *Candidate) bool {
	return slices.ContainsFunc(k.Participants, func(p Participant) bool {
		a := &x.d.Sentences[p.Sentence].Actors[p.Actor]
		return p.Part == language.PartGuest && a.Kind == annotate.Institution && a.Of == ""
	})
}

// several reports whether actors are more than one.
func (x *extractor) several(refs []Ref) bool {
	return len(refs) > 1 || len(refs) == 1 && x.st.Actors[refs[0].Actor].Plural
}

// partOfPronoun is the part of the pronoun that is the object of a verb.
func (x *extractor) partOfPronoun(v *annotate.VerbGroup, frame language.Frame) language.Part {
	object, to := frame[language.Object], frame[language.Slot(language.To)]
	if object == "" || x.dative(v) && to != "" {
		return to
	}
	return object
}

// toTeller reports whether the object of a verb is whoever speaks, in front of it or
// behind: "called me", "m-a sunat".
func (x *extractor) toTeller(v *annotate.VerbGroup, after int) bool {
	for i := v.First; i <= after && i < x.st.Last; i++ {
		w := x.word(i)
		if w.Tag == syntax.Pron && w.Feats.Has(syntax.First) && w.Feats.Any(syntax.Accusative|syntax.Dative) {
			return true
		}
	}
	return false
}

// whom returns the actor that a relative pronoun between it and the subject of a
// verb makes the object: "X, que Y a reçu"; -1 for none.
func (x *extractor) whom(v *annotate.VerbGroup) int {
	for i := x.top(v).First - 1; i > x.st.First && x.verbAt(i) == nil; i-- {
		form := x.d.Toks[i].Form
		if !x.lx.IsRelative(form) || !x.lx.IsThat(form) || x.st.Rels[i-1-x.st.First] != 0 {
			continue
		}
		at := i
		if x.raw(i-1) == "," {
			at--
		}
		a := x.actorEnding(at)
		if a < 0 || i == v.First || x.lx.Pack.BareRelatives || at == i && x.hears(a) {
			return -1
		}
		if personKind(x.st.Actors[a].Kind) {
			return a
		}
		return -1
	}
	return -1
}

// hears reports whether a verb of saying stands shortly before an actor, so that a
// clause behind it is what the actor is told.
func (x *extractor) hears(a int) bool {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Speech && c.Last <= x.st.Actors[a].First && x.st.Actors[a].First-c.Last <= 4 {
			return true
		}
	}
	return false
}

// pronominal reports whether a pronoun in front of a verb, or joined to it by a
// hyphen ("a primit-o"), is its object.
func (x *extractor) pronominal(v *annotate.VerbGroup) bool {
	if i := v.Main + 1; i < x.st.Last && x.d.Toks[i].Hyphen && x.word(i).Tag == syntax.Pron && x.lx.IsObject(x.d.Toks[i].Form) {
		return true
	}
	for i := v.First; i < v.Main; i++ {
		if x.word(i).Tag == syntax.Pron && x.lx.IsObject(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}
