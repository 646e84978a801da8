package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// contacts reads every contact cue of the sentence.
func (x *extractor) contacts() {
	kept := x.st.Cues[:0]
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() != language.Contact || !x.partOfOther(c) {
			kept = append(kept, *c)
		}
	}
	x.st.Cues = kept
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Contact || x.covered(c) {
			continue
		}
		if c.Entry.Cue.Is("persons") && !x.ofPersons(c) {
			continue
		}
		noun := x.word(c.At).Tag == syntax.Noun || x.word(c.At).Tag == syntax.ProperNoun || x.word(c.At).Tag == syntax.Adj
		if c.Entry.Cue.POS == "VERB" {
			noun = false
		} else if c.Entry.Cue.POS == "NOUN" {
			noun = true
		}
		k := Candidate{
			Sentence: x.s, Cue: c, Kind: c.Arg("kind"), Summit: c.Entry.Cue.Is("summit"), Generic: c.Entry.Cue.Is("generic"),
			Noun: noun, First: c.First, Last: c.Last,
		}
		if noun {
			x.noun(&k)
		} else {
			x.verb(&k)
		}
		x.form(&k)
		x.status(&k)
		x.circumstances(&k)
		x.shared(&k)
		x.out.Candidates = append(x.out.Candidates, k)
	}
	x.modeOnly()
}

// modeOnly reads a contact that only its form gives away: "By telephone, X
// thanked Y".
func (x *extractor) modeOnly() {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() == language.Contact {
			return
		}
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Mode || c.Arg("kind") != "call" && c.Arg("kind") != "video" || x.word(c.At).Tag == syntax.Adj {
			continue
		}
		for j := range x.st.Verbs {
			v := &x.st.Verbs[j]
			if !v.Finite || v.Passive {
				continue
			}
			k := Candidate{Sentence: x.s, Cue: c, Kind: c.Arg("kind"), First: c.First, Last: c.Last}
			k.take(x.personal(x.subject(v)), language.PartParty)
			if len(k.Participants) == 0 {
				continue
			}
			for a := range x.st.Actors {
				act := &x.st.Actors[a]
				if act.First >= v.Last && act.First-v.Last <= 3 && (act.Rels == 0 || act.Rels.Has(language.To)) {
					k.take(x.personal(x.with(a)), language.PartParty)
					break
				}
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

// partOfOther reports whether a contact's word is part of a longer cue of
// another sense: "call off", "call for".
func (x *extractor) partOfOther(c *annotate.Cue) bool {
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o.Sense() == language.Step || o.Sense() == language.Speech && o.Arg("act") != "say" || o.Sense() == language.Mode {
			if o.First <= c.First && c.Last <= o.Last && o.Last-o.First > c.Last-c.First {
				return true
			}
		}
		if o.Sense() == language.Mode && o.First+1 == c.First && c.Last == o.Last && x.ofContact(o) {
			return true // "spoke by videoconference": no article, so no contact of its own
		}
	}
	return false
}

// frame returns the frame of a candidate's cue.
func (x *extractor) frame(k *Candidate) language.Frame { return x.lx.Pack.Frames[k.Cue.Arg("frame")] }

func (k *Candidate) take(refs []Ref, part language.Part) {
	for _, r := range refs {
		dup := false
		for _, p := range k.Participants {
			dup = dup || p.Ref == r
		}
		if !dup {
			k.Participants = append(k.Participants, Participant{r, part})
		}
	}
}

// verb reads the arguments of a verb.
func (x *extractor) verb(k *Candidate) {
	frame := x.frame(k)
	v := x.verbAt(k.Cue.At)
	if v == nil {
		v = &annotate.VerbGroup{First: k.Cue.First, Last: k.Cue.Last, Main: k.Cue.At}
	}
	subject, object := frame[language.Subject], frame[language.Object]
	if v.Passive && object != "" {
		subject, object = object, ""
	}
	refs := x.subject(v)
	if len(refs) > 0 && subject != "" {
		k.take(refs, subject)
		k.First = min(k.First, x.st.Actors[refs[0].Actor].First)
	}
	k.First = min(k.First, v.First)
	x.right(k, frame, object, max(v.Last, k.Cue.Last), false)
	if len(k.Participants) < 2 {
		x.fronted(k, frame, v.First)
	}
}

// right takes arguments after a cue: up to the end of the clause, other
// contacts, and, for a noun, the verb of its clause (beyond which only "with"
// and "between" still belong to it).
func (x *extractor) right(k *Candidate, frame language.Frame, object language.Part, from int, noun bool) {
	passedVerb, nouns, objectTaken, gathers := false, 0, false, false
	took := language.Slot("") // "with" or "between": one of them tells the sides
	for i := from; i < x.st.Last; i++ {
		if noun && i-k.Cue.Last <= 2 && x.relative(i) { // "a call that took place between"
			continue
		}
		if x.stops(i, k.Cue) {
			k.Last = max(k.Last, i)
			return
		}
		if g := x.verbAt(i); g != nil && g.Finite && i == g.First && i >= k.Cue.Last {
			if passedVerb || !noun {
				k.Last = max(k.Last, i)
				return
			}
			passedVerb = true
			gathers = noun && x.gathers(g)
		}
		a := x.actorStarting(i)
		if a < 0 {
			if x.word(i).Tag == syntax.Noun && !x.inDate(i) && x.d.Toks[i].Word {
				nouns++
			}
			continue
		}
		act := &x.st.Actors[a]
		part := language.Part("")
		for _, s := range slotsOf(act) {
			switch s {
			case language.Object:
				if !noun && !objectTaken && !passedVerb && nouns == 0 {
					part = object
				} else if gathers {
					part = language.PartParty
				} else if noun && x.appended(k, act) {
					part = language.PartParty
				}
			case language.Slot(language.With):
				// "The two leaders discussed relations with China": who is complete
				// needs no partner, so what stands after a noun is that noun's.
				if !noun && nouns > 0 && x.complete(k) {
					continue
				}
				if took != language.Slot(language.Between) {
					part, took = frame[s], s
				}
			case language.Slot(language.Between):
				if took != language.Slot(language.With) {
					part, took = frame[s], s
				}
			case language.Slot(language.By):
				part = frame[s]
			case language.Slot(language.In), language.Slot(language.To):
				// One destination: what comes after it is the purpose of the journey.
				if frame[s] == language.PartHost && x.arrived(k, act.First) {
					continue
				}
				fallthrough
			default:
				if k.Kind != "letter" && act.Rels.Has(language.In) && (act.Place != "" || act.Kind == annotate.State) && frame[s] == language.PartParty {
					continue // "talks in Moscow": where, not with whom
				}
				// "a message of congratulations to the president": a letter keeps its addressee.
				if nouns == 0 && !passedVerb || s == language.Slot(language.To) && k.Kind == "letter" && nouns <= 2 {
					part = frame[s]
				}
			}
			if part != "" {
				break
			}
		}
		if part == language.PartPlace {
			part = ""
		}
		if part != "" && !(act.Kind == annotate.Outlet) {
			refs := x.with(a)
			k.take(refs, part)
			objectTaken = objectTaken || act.Rels == 0
			k.Last = max(k.Last, x.st.Actors[refs[len(refs)-1].Actor].Last)
		}
		if act.Rels == 0 && part == "" && !act.Possessive {
			nouns++
		}
		i = act.Last - 1
	}
	k.Last = max(k.Last, x.st.Last)
}

// arrived reports whether a place or a host already follows a verb or noun of
// travel before a token.
func (x *extractor) arrived(k *Candidate, before int) bool {
	for i := range x.st.Places {
		p := &x.st.Places[i]
		if p.First >= k.Cue.Last && p.Last <= before && p.Rels&x.goal() != 0 {
			return true
		}
	}
	for _, p := range k.Participants {
		if a := &x.st.Actors[p.Actor]; p.Part == language.PartHost && a.First >= k.Cue.Last && a.Last <= before {
			return true
		}
	}
	return false
}

// goal is the set of relations that a destination can stand in.
func (x *extractor) goal() annotate.Rels { return annotate.RelSet(language.In, language.To) }

// gathers reports whether a verb's objects are the parties of the contact that
// is its subject: "the meeting brought together X and Y".
func (x *extractor) gathers(g *annotate.VerbGroup) bool {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Light && c.Entry.Cue.Is("gather") && c.First < g.Last+1 && c.Last > g.First {
			return true
		}
	}
	return false
}

// complete reports whether a contact's subject already names two sides.
func (x *extractor) complete(k *Candidate) bool {
	n := 0
	for _, p := range k.Participants {
		a := &x.d.Sentences[p.Sentence].Actors[p.Actor]
		if a.Kind == annotate.Both || a.OfBoth || a.Kind == annotate.Pronoun && a.Plural {
			return true
		}
		n++
	}
	return n >= 2
}

// fronted takes a "with" complement that stands before the verb.
func (x *extractor) fronted(k *Candidate, frame language.Frame, before int) {
	for i := before - 1; i > x.st.First && i >= before-10; i-- { // "..., with whom X had met"
		if !x.relative(i) {
			continue
		}
		rels := x.st.Rels[i-1-x.st.First]
		for _, rel := range []language.Relation{language.With, language.To} {
			if a := x.actorBefore(i - 1); rels.Has(rel) && frame[language.Slot(rel)] != "" && a >= 0 && i-x.st.Actors[a].Last <= 3 {
				k.take(x.with(a), frame[language.Slot(rel)])
			}
		}
		break
	}
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.Last > before || !a.Rels.Has(language.With) || frame[language.Slot(language.With)] == "" {
			continue
		}
		free := true
		for j := range x.st.Cues {
			o := &x.st.Cues[j]
			free = free && !(o != k.Cue && o.Sense() == language.Contact && o.Last <= a.First)
		}
		for t := a.Last; t < before; t++ {
			free = free && !x.breaks(t)
		}
		if free {
			k.take(x.with(i), frame[language.Slot(language.With)])
		}
	}
}

// appended: names right after a noun are its parties in headlines and
// compounds ("entretien Macron-Poutine").
func (x *extractor) appended(k *Candidate, a *annotate.Actor) bool {
	if x.d.Toks[a.First].Hyphen && len(k.Participants) > 0 {
		last := k.Participants[len(k.Participants)-1]
		return last.Sentence == x.s && x.st.Actors[last.Actor].Last == a.First
	}
	if a.First-k.Cue.Last > 1 || a.First > k.Cue.Last && x.word(k.Cue.Last).Tag != syntax.Adj {
		return false
	}
	return a.Last < x.st.Last && (x.d.Toks[a.Last].Hyphen || a.List != 0) || x.hyphenAfter(a)
}

func (x *extractor) hyphenAfter(a *annotate.Actor) bool {
	return a.Last < x.st.Last && (x.raw(a.Last) == "-" || x.raw(a.Last) == "–" || x.raw(a.Last) == "/")
}

// noun reads the arguments of a noun.
func (x *extractor) noun(k *Candidate) {
	frame := x.frame(k)
	x.left(k, frame)
	x.right(k, frame, "", k.Cue.Last, true)
	x.carried(k, frame)
	n := k.Cue.First - 1
	k.Definite = n >= x.st.First && x.lx.IsDefinite(x.d.Toks[n].Form)
	for ; n >= x.st.First && n >= k.Cue.First-3; n-- {
		k.Owned = k.Owned || x.lx.IsOwner(x.d.Toks[n].Form)
	}
}

// left takes what stands in front of a noun: possessors, adjectives and names
// of states, and the adjectives of states beside it.
func (x *extractor) left(k *Candidate, frame language.Frame) {
	if part := frame[language.Adjective]; part != "" {
		for i := range x.st.States {
			m := &x.st.States[i]
			if m.Last <= k.Cue.First && x.modifies(m.Last, k.Cue.First) || m.First >= k.Cue.Last && x.modifies(k.Cue.Last, m.First) {
				k.States = append(k.States, StateRef{m.ID, m.First, m.Last})
				k.First = min(k.First, m.First)
			}
		}
	}
	for i := len(x.st.Actors) - 1; i >= 0; i-- {
		a := &x.st.Actors[i]
		if a.Last > k.Cue.First {
			continue
		}
		near := x.modifies(a.Last, k.Cue.First)
		switch {
		case a.Possessive && near && frame[language.Possessor] != "":
			k.take(x.with(i), frame[language.Possessor])
		case near && !a.Possessive && x.compound(a) && frame[language.Adjective] != "":
			k.take(x.with(i), frame[language.Adjective])
		default:
			return
		}
		k.First = min(k.First, a.First)
	}
}

// compound reports whether a name can modify a noun that follows ("US-China
// talks"): only where nouns do so, in languages whose names own by a mark.
func (x *extractor) compound(a *annotate.Actor) bool {
	return len(x.lx.Pack.Possessive) > 0 && (a.Kind == annotate.State || a.Kind == annotate.Organisation || a.Kind == annotate.Person && !a.Given && a.Office == "")
}

// modifies reports whether only words that can stand between a modifier and
// its noun lie between: adjectives, nouns of a compound, hyphens, other states.
func (x *extractor) modifies(from, to int) bool {
	if to-from > 5 {
		return false
	}
	for i := from; i < to; i++ {
		t := &x.d.Toks[i]
		if x.st.And[i-x.st.First] || x.lx.IsPossessive(t.Form) {
			continue
		}
		if !t.Word && !t.Number {
			switch x.raw(i) {
			case "-", "–", "/", "“", "”", "\"":
				continue
			}
			return false
		}
		if x.st.Rels[i-x.st.First] != 0 {
			return false
		}
		switch x.word(i).Tag {
		case syntax.Adj, syntax.Noun, syntax.ProperNoun, syntax.Num, syntax.Adv, syntax.Other:
		case syntax.Verb:
			if !x.word(i).Feats.Any(syntax.Participle | syntax.Gerund) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// carried finds the verb that carries a noun and takes its subject: "held
// talks", "had a call", "during a meeting with B, A said", and, where a
// sentence has no verb at all, the actor in front ("Dan, call with Zelensky").
func (x *extractor) carried(k *Candidate, frame language.Frame) {
	if frame[language.Slot(language.With)] == "" && frame[language.Possessor] == "" {
		return
	}
	part := frame[language.Slot(language.With)]
	if k.Cue.Arg("frame") == "visit-noun" {
		part = language.PartGuest
	}
	if part == "" {
		part = language.PartParty
	}
	if v, c := x.carrier(k); v != nil {
		if c.Sense() == language.Step && len(k.Participants)+len(k.States) >= 2 && !x.lone(k) {
			return // "calls for talks between A and B": the noun has its own sides
		}
		if c.Arg("initiator") != "" { // "asked Beijing for a call", "proposed to X a meeting"
			for i := range x.st.Actors {
				a := &x.st.Actors[i]
				if a.First >= c.Last && a.Last <= k.Cue.First && (a.Rels == 0 || a.Rels.Has(language.To)) && a.Kind != annotate.Outlet && a.Place == "" {
					k.take(x.with(i), part)
				}
			}
		}
		if refs := x.subject(v); len(refs) > 0 && !v.Passive {
			k.take(refs, part)
			k.First = min(k.First, x.st.Actors[refs[0].Actor].First)
		}
		return
	}
	if len(k.Participants)+len(k.States) >= 2 {
		return
	}
	if x.adjunct(k) {
		for i := range x.st.Verbs {
			v := &x.st.Verbs[i]
			if v.Finite && (v.First >= k.Cue.Last || v.Last <= k.Cue.First) {
				k.take(x.personal(x.subject(v)), part)
				return
			}
		}
	}
	if k.Kind == "visit" { // "X is in Tunis for a visit": whose sentence it is travels
		for i := range x.st.Verbs {
			if v := &x.st.Verbs[i]; v.Finite && v.Last <= k.Cue.First && !x.speaks(v) {
				k.take(x.personal(x.subject(v)), part)
				return
			}
		}
	}
	if !x.anyFinite() {
		if a := x.actorBefore(k.Cue.First); a >= 0 && x.st.Actors[a].Rels == 0 {
			k.take(x.with(a), part)
		}
	}
}

// speaks reports whether a verb reports somebody's words.
func (x *extractor) speaks(v *annotate.VerbGroup) bool {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Speech && v.First <= c.At && c.At < v.Last {
			return true
		}
	}
	return false
}

// personal keeps the actors that can meet: no outlets.
func (x *extractor) personal(refs []Ref) []Ref {
	var out []Ref
	for _, r := range refs {
		if x.st.Actors[r.Actor].Kind != annotate.Outlet {
			out = append(out, r)
		}
	}
	return out
}

func (x *extractor) anyFinite() bool {
	for i := range x.st.Verbs {
		if x.st.Verbs[i].Finite {
			return true
		}
	}
	return false
}

// carrier returns the verb group whose object a contact noun is, when the verb
// makes its subject a party: light verbs, and steps such as "propose a meeting".
func (x *extractor) carrier(k *Candidate) (*annotate.VerbGroup, *annotate.Cue) {
	for i := len(x.st.Cues) - 1; i >= 0; i-- {
		c := &x.st.Cues[i]
		if c.Last > k.Cue.First || !x.isVerb(c) {
			continue
		}
		received := c.Sense() == language.Contact && c.Arg("frame") == "receive" && k.Kind != "meeting"
		if c.Sense() != language.Light && c.Sense() != language.Step && !received {
			continue
		}
		if k.Cue.First-c.Last > 12 || !x.reaches(c.Last, k) {
			continue
		}
		if v := x.verbAt(c.At); v != nil {
			return v, c
		}
	}
	return nil, nil
}

// isVerb reports whether a cue is a verb, by the tagger or, where the tagger is
// at a loss, by the pack.
func (x *extractor) isVerb(c *annotate.Cue) bool {
	t := x.word(c.At).Tag
	return t == syntax.Verb || t == syntax.Aux || c.Entry.Cue.POS == "VERB"
}

// lone reports whether all participants so far are of one side.
func (x *extractor) lone(k *Candidate) bool {
	side := ""
	for _, p := range k.Participants {
		of := x.st.Actors[p.Actor].Of
		if side != "" && of != side {
			return false
		}
		side = of
	}
	for _, s := range k.States {
		if side != "" && s.ID != side {
			return false
		}
		side = s.ID
	}
	return true
}

// reaches reports whether a verb's object can be the noun: no clause boundary
// and no other contact noun between, and no finite verb.
func (x *extractor) reaches(from int, k *Candidate) bool {
	for i := from; i < k.Cue.First; i++ {
		if x.breaks(i) || x.relative(i) {
			return false
		}
		if g := x.verbAt(i); g != nil && g.Finite && i == g.First && i > from {
			return false
		}
		if r := x.st.Rels[i-x.st.First]; r != 0 && r.Has(language.About) {
			return false
		}
	}
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o != k.Cue && o.Sense() == language.Contact && !x.covered(o) && o.First >= from && o.Last <= k.Cue.First && !x.st.And[max(k.Cue.First-2, x.st.First)-x.st.First] {
			return false
		}
	}
	return true
}

// adjunct reports whether a noun stands in a phrase of circumstance.
func (x *extractor) adjunct(k *Candidate) bool {
	for i := k.Cue.First - 1; i >= x.st.First && i >= k.Cue.First-5; i-- {
		if x.lx.AdjunctAt(x.d.Toks, i, x.st.Last) {
			return true
		}
		if !x.d.Toks[i].Word || x.word(i).Tag == syntax.Verb {
			return false
		}
	}
	return false
}
