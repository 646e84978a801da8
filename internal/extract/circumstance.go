package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// circumstances takes the dates, places, durations, initiators and mediators
// of a contact: those of its sentence that no other contact is nearer to.
func (x *extractor) circumstances(k *Candidate) {
	x.days(k)
	for _, p := range x.st.Places {
		if x.leadsTo(k, &p) && x.mine(k, p.First, p.Last) && !x.qualifies(k, &p) && !x.beforeGoal(k, &p) && !x.partyAt(k, &p) && !x.ofOtherDeed(k, &p) && !x.dealtWith(&p) {
			k.Places = append(k.Places, p)
		}
	}
	x.whereabouts(k)
	x.matters(k)
	for i := range x.st.Cues {
		x.circumstance(k, &x.st.Cues[i])
	}
	x.caller(k)
	if k.InitiatorCue != nil { // "at the request of Budapest" says where nothing is
		k.Places = slices.DeleteFunc(k.Places, func(p annotate.PlaceMention) bool { return x.initiates(k, p) })
	}
	if len(k.Initiators) == 0 && (x.invites(k.Cue) || k.Cue.Arg("frame") == "accept") {
		for _, p := range k.Participants {
			if p.Part == language.PartHost {
				k.Initiators = append(k.Initiators, p.Ref)
			}
		}
	}
}

// dealtWith reports whether a place is what a participle says a contact is about: "une
// réunion consacrée au Soudan".
func (x *extractor) dealtWith(p *annotate.PlaceMention) bool {
	return slices.ContainsFunc(x.st.Cues, func(c annotate.Cue) bool {
		return c.Sense() == language.TopicOf && c.Arg("frame") == "about" && x.verbAt(c.At) != nil && c.Last <= p.First && p.First-c.Last <= 1
	})
}

// ofOtherDeed reports whether a place in front of the verb of a contact belongs to what
// another verb tells, that of no contact: "focuses on the war in Syria and will meet B".
func (x *extractor) ofOtherDeed(k *Candidate, p *annotate.PlaceMention) bool {
	v := x.verbAt(k.Cue.At)
	if k.Noun || v == nil || p.Last > v.First {
		return false
	}
	and := false
	for t := p.Last; t < v.First; t++ {
		and = and || x.st.And[t-x.st.First]
	}
	g := x.finiteBefore(p.First)
	return and && g != nil && !x.senseOver(g.First, p.First, language.Contact, language.Light)
}

// circumstance takes what a cue tells of a contact: who started it, who carries it
// between the sides, that it is of the past.
func (x *extractor) circumstance(k *Candidate, c *annotate.Cue) {
	switch c.Sense() {
	case language.Initiator:
		if c.Arg("dir") != "origin" && c.Arg("dir") != "cleft" && x.mine(k, c.First, c.Last) {
			if refs := x.asker(c); len(refs) > 0 {
				k.Initiators, k.InitiatorCue = refs, c
			}
		}
	case language.Mediator:
		if x.mine(k, c.First, c.Last) {
			k.Mediators = x.beside(c, c.Arg("dir") == "before")
			k.MediatingStates = append(k.MediatingStates, x.mediating(c)...)
		}
	case language.Background:
		switch d := distance(c.First, c.Last, k.Cue.First, k.Cue.Last); {
		case x.inDate(c.First), x.inActor(c.First): // "last week", "ce dernier"
		case c.Entry.Cue.Is("counted"):
			k.Counted = k.Counted || d <= 3 && x.mine(k, c.First, c.Last)
		case c.First < k.Cue.First || c.First >= k.Cue.Last: // "last met" holds the contact
			k.Background = k.Background || d <= 1
		}
	}
}

// mediating returns the states whose adjectives belong to a word of mediation: "under
// Qatari mediation", "sous médiation qatarie".
func (x *extractor) mediating(c *annotate.Cue) []StateRef {
	var out []StateRef
	next := c.Last
	for _, m := range x.st.States {
		listed := len(out) > 0 && m.First == next+1 && x.st.And[next-x.st.First]
		if !m.Adjective || m.First < c.First || m.First > next && !listed {
			continue
		}
		out = append(out, StateRef{m.ID, m.First, m.Last})
		next = max(next, m.Last)
	}
	return out
}

// asker returns whom a cue names as who asked for a contact: those beside it, or
// with a possessive those whose report it stands in.
func (x *extractor) asker(c *annotate.Cue) []Ref {
	if c.Arg("dir") != "teller" {
		if c.Arg("dir") == "after" && x.latterAt(c.Last) {
			return x.beside(c, true)
		}
		return x.beside(c, c.Arg("dir") == "before")
	}
	told := x.finiteBefore(c.First)  // the verb of the clause that the possessive stands in
	if told == nil || told.Negated { // "did not take place at its request"
		return nil
	}
	if i := x.actorBefore(c.First); i >= 0 && x.st.Actors[i].First >= told.Last && !x.st.Actors[i].Rels.Has(language.In) {
		return nil // "had spoken with his counterpart at his request": whose?
	}
	var tellers []Ref
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		v := x.verbAt(o.At)
		if o.Sense() != language.Speech || v == nil || v.Passive || v.Last > told.First && (v.First < c.Last || !x.reportsFronted(o)) {
			continue
		}
		if refs, _, _ := x.speaker(v); len(refs) > 0 {
			tellers = refs
		}
	}
	return tellers
}

// latterAt reports whether words that take up who was named last begin at a token: "at the
// request of the latter".
func (x *extractor) latterAt(tok int) bool {
	const longest = 3 // words
	for end := tok + 1; end <= min(tok+longest, x.st.Last); end++ {
		if x.lx.IsLatter(x.d.Words(tok, end)) {
			return true
		}
	}
	return false
}

// whereabouts takes the place that a relative clause is about: "travels to
// Rabat, where he will meet the king".
func (x *extractor) whereabouts(k *Candidate) {
	for i := k.Cue.First; i > x.st.First && i > k.Cue.First-20 && !x.breaks(i); i-- {
		if !x.lx.IsWhere(x.d.Toks[i].Form) {
			continue
		}
		if k.Kind == "talk" { // who talks to somebody where he goes meets him
			k.Kind = "meeting"
		}
		end := i
		if x.raw(i-1) == "," {
			end--
		}
		for p := range x.st.Places {
			if at := &x.st.Places[p]; at.Last == end {
				k.Places = append(k.Places, *at)
				return
			}
		}
		if a := x.actorEnding(end); a >= 0 { // "coming from Brasília, where he met"
			if at := &x.st.Actors[a]; at.Place != "" {
				k.Places = append(k.Places, annotate.PlaceMention{First: at.First, Last: at.Last, Name: at.Place, Country: at.Of, Rels: at.Rels})
			}
		}
		return
	}
}

// beside returns the actors right after a cue, or right before it: "Trump's
// invitation", not "Trump declined the invitation".
func (x *extractor) beside(c *annotate.Cue, before bool) []Ref {
	if before {
		i := x.actorBefore(c.First)
		if i < 0 || c.First-x.st.Actors[i].Last > 3 {
			return nil
		}
		for t := x.st.Actors[i].Last; t < c.First; t++ {
			if g := x.verbAt(t); g != nil && g != x.verbAt(c.At) {
				return nil
			}
		}
		return x.with(i)
	}
	if x.relativeEnd(c.Last) > 0 && x.actorEnding(c.Last) < 0 { // "selon lesquelles"
		return nil
	}
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		own := a.Last == c.Last && a.First > c.First && a.Kind == annotate.Outlet // "sur X"
		if own || a.First >= c.Last-1 && a.First-c.Last <= 6 && a.Last > c.Last {
			if x.clauseBetween(c.Last, a.First) { // "according to the readout, X and Y"
				return nil
			}
			return x.with(i)
		}
	}
	return nil
}

// initiates reports whether a place stands for a side that asked for a contact.
func (x *extractor) initiates(k *Candidate, p annotate.PlaceMention) bool {
	return slices.ContainsFunc(k.Initiators, func(r Ref) bool {
		a := &x.d.Sentences[r.Sentence].Actors[r.Actor]
		return a.First <= p.First && p.Last <= a.Last
	})
}

// shared gives a contact told in passing the day of the one before it in the
// sentence, and how far that has got: "spoke with A on Monday before calling B",
// "flies to C on Monday to meet D".
func (x *extractor) shared(k *Candidate) {
	n := len(x.out.Candidates)
	if len(k.Dates) > 0 || n == 0 || x.out.Candidates[n-1].Sentence != x.s {
		return
	}
	before := &x.out.Candidates[n-1]
	x.alongside(k, before)
	if k.Noun {
		return
	}
	v := x.verbAt(k.Cue.At)
	if v == nil || v.Finite {
		return
	}
	purpose := v.Tense == annotate.Infinitive && before.Kind == "visit" && !before.Noun && k.Kind != "visit"
	if v.Tense == annotate.Participle || purpose {
		k.Dates, k.Future = before.Dates, before.Future
		if k.Step == "" {
			k.Step = before.Step
		}
	}
}

// alongside gives a contact the day in front of the verb of another, where its own verb
// is joined to that one: "On Monday A met B and spoke by phone with C".
func (x *extractor) alongside(k, before *Candidate) {
	v, g := x.bearer(k), x.bearer(before)
	if v == nil || g == nil || !v.Finite || v.First <= g.First || !x.joinedTo(v) {
		return
	}
	for _, d := range before.Dates {
		if d.Last <= g.First {
			k.Dates = append(k.Dates, d)
		}
	}
}

// bearer returns the verb of a contact: its own, or that which carries its noun.
func (x *extractor) bearer(k *Candidate) *annotate.VerbGroup {
	if !k.Noun {
		return x.verbAt(k.Cue.At)
	}
	v, _ := x.carrier(k)
	return v
}

// joinedTo reports whether a conjunction right before a verb joins it to another of the
// same subject.
func (x *extractor) joinedTo(v *annotate.VerbGroup) bool {
	for i := v.First - 1; i > x.st.First; i-- {
		if x.st.And[i-x.st.First] {
			return true
		}
		if x.word(i).Tag != syntax.Adv && x.word(i).Tag != syntax.Pron {
			return false
		}
	}
	return false
}

// partyAt reports whether a place is the seat of a government that takes part.
func (x *extractor) partyAt(k *Candidate, p *annotate.PlaceMention) bool {
	return slices.ContainsFunc(k.Participants, func(q Participant) bool {
		a := &x.d.Sentences[q.Sentence].Actors[q.Actor]
		return q.Sentence == x.s && q.Part == language.PartParty && a.Kind == annotate.State && a.First == p.First && a.Last == p.Last
	})
}
