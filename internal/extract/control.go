package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// controlled returns whom a verb of asking asks to do what an infinitive or a
// subjunctive says: "cere Sudanului și Libiei să înceapă negocieri".
func (x *extractor) controlled(v *annotate.VerbGroup) []Ref {
	if v.Finite && !v.Subjunctive || v.Tense == annotate.Participle {
		return nil
	}
	chain := x.chain(v)
	if len(chain) < 2 || !x.asks(chain[1]) {
		return nil
	}
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		asked := a.Rels == 0 || a.Rels.Has(language.To) || x.senseAt(a.RelAt, language.Step) // "called on X to meet Y"
		where := a.Place != "" && a.Rels.Has(language.In)                                    // "proposed in Seoul to meet"
		if asked && !where && a.Kind != annotate.Outlet && a.First >= chain[1].Last && x.last(i) <= v.First {
			return x.with(i)
		}
	}
	return nil
}

// invitee returns who is to do what an infinitive says when somebody else's asking for it
// stands in front: "Boric accepted Ruto's invitation to visit", "declined an invitation to".
func (x *extractor) invitee(v *annotate.VerbGroup) []Ref {
	if v.Tense != annotate.Infinitive {
		return nil
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Initiator || c.Arg("dir") != "before" || c.Last > v.First || v.First-c.Last > 1 || x.isVerb(c) {
			continue
		}
		if g := x.finiteBefore(c.First); g != nil && c.First-g.Last <= 1 && !g.Passive && x.cueIn(language.Step, g.First, g.Last) != nil {
			return x.subject(g)
		}
		a := x.actorBefore(c.First)
		if a < 0 || !x.st.Actors[a].Possessive || c.First-x.st.Actors[a].Last > 2 {
			continue
		}
		if g := x.finiteBefore(x.st.Actors[a].First); g != nil {
			return x.subject(g)
		}
	}
	return nil
}

// intender returns whose decision, wish or refusal it is to do what an infinitive says:
// "the readiness of Ghana to host", "la volonté du Ghana d'accueillir". Whose offer,
// invitation or request it is may ask others.
func (x *extractor) intender(v *annotate.VerbGroup) []Ref {
	if v.Tense != annotate.Infinitive {
		return nil
	}
	at := v.First
	for at > x.st.First && (x.word(at-1).Tag == syntax.Part || x.word(at-1).Tag == syntax.Adp && x.st.Rels[at-1-x.st.First].Has(language.Of)) {
		at--
	}
	a := x.actorEnding(at)
	bare := at == v.First && x.word(v.First).Tag == syntax.Verb && len(x.lx.Pack.NameCases) == 0 // with cases no infinitive looks like another form
	if a < 0 || bare || !x.st.Actors[a].Rels.Has(language.Of) {
		return nil
	}
	noun := x.st.Actors[a].RelAt - 1
	if noun < x.st.First || x.word(noun).Tag != syntax.Noun || x.senseAt(noun, language.Initiator, language.Contact) || x.offerIn(noun, noun+1) {
		return nil
	}
	return x.with(a)
}

// purposeOf returns the verb of a contact whose purpose an infinitive tells, and whose
// subject is that of the infinitive too: "A phoned B and C to discuss the war".
func (x *extractor) purposeOf(v *annotate.VerbGroup) *annotate.VerbGroup {
	if v.Tense != annotate.Infinitive {
		return nil
	}
	g := x.finiteBefore(v.First)
	if g == nil || g.Passive || x.asks(g) || x.offerIn(g.Last, v.First) { // "spoke about the offer by C to host"
		return nil
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Contact || c.At < g.First || c.At >= g.Last || c.Last > v.First {
			continue
		}
		switch c.Arg("frame") {
		case "tell", "meet", "with":
			return g
		}
	}
	return nil
}

// creditedWith returns whom a verb of praise or blame says to have done what a verb behind
// a preposition tells: "thanked A for hosting".
func (x *extractor) creditedWith(v *annotate.VerbGroup) []Ref {
	prep := v.First - 1
	if v.Finite || prep <= x.st.First || x.st.Rels[prep-x.st.First] == 0 || x.circumstantial(v) {
		return nil
	}
	a, g := x.actorEnding(prep), x.finiteBefore(v.First)
	if a < 0 || g == nil || g.Passive || x.st.Actors[a].Rels != 0 || x.st.Actors[a].First != g.Last || !x.speaks(g) {
		return nil
	}
	return x.with(a)
}

// droppedSubject returns who does what a clause that leaves out its subject tells: who is
// the subject of the verb before, or whom that verb thanks or blames for it ("l-a acuzat pe
// X că s-a întâlnit cu").
func (x *extractor) droppedSubject(before int) []Ref {
	g := x.finiteBefore(before)
	if g == nil {
		return nil
	}
	if c := x.cueIn(language.Speech, g.First, g.Last); c != nil && (c.Arg("act") == "accuse" || c.Arg("act") == "thank") {
		for i := range x.st.Actors {
			if a := &x.st.Actors[i]; a.First >= g.Last && a.Last <= before && (a.Object || a.Rels.Has(language.To)) {
				return x.with(i)
			}
		}
	}
	return x.subject(g)
}

// asks reports whether a verb calls on somebody to do something, or proposes it to them.
func (x *extractor) asks(v *annotate.VerbGroup) bool {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		asks := c.Arg("step") == "called-for" || c.Arg("step") == "proposed" && c.Arg("initiator") == "subject"
		if c.Sense() == language.Step && asks && v.First <= c.At && c.At < v.Last {
			return true
		}
	}
	return false
}

// drops reports whether a verb may leave out a subject that was told of before.
func (x *extractor) drops(v *annotate.VerbGroup) bool {
	return x.lx.Pack.ProDrop && v.Finite && !v.FirstPerson
}

// relativeSubject returns whom a relative pronoun in front of a verb makes its
// subject.
func (x *extractor) relativeSubject(pronoun int) []Ref {
	if x.lx.IsWhere(x.d.Toks[pronoun].Form) { // "Rabat, où auront lieu des pourparlers"
		return nil
	}
	if pronoun > x.st.First {
		switch rels := x.st.Rels[pronoun-1-x.st.First]; {
		case rels.Has(language.Marked): // "pe care l-a invitat": the antecedent is the object
			return x.mainSubject(pronoun)
		case rels != 0 && !rels.Has(language.Of): // "disagree on who asked": a question has no antecedent
			return nil
		}
	}
	if a := x.actorBefore(pronoun); a >= 0 && x.st.Actors[a].Last >= pronoun-3 {
		return x.with(a)
	}
	return nil
}

// wentThere returns the subject of the clause before a "where" that opens the clause of a
// verb which leaves its own out: "merge la Roma, unde va avea o întrevedere".
func (x *extractor) wentThere(v *annotate.VerbGroup) []Ref {
	where := v.First
	for where < v.Main && !x.lx.IsWhere(x.d.Toks[where].Form) {
		where++
	}
	if where == v.Main || !x.lx.Pack.ProDrop || !v.Finite || v.FirstPerson || x.cueIn(language.Step, v.First, v.Last+1) != nil {
		return nil
	}
	behind := x.actorBehind(v.Last)
	if len(x.following(v.Last)) > 0 || x.pronominal(v) && (behind < 0 || !x.st.Actors[behind].Object) { // "unde îl așteaptă A"
		return nil
	}
	if refs := x.mainSubject(where); x.several(refs) == v.Plural {
		return refs
	}
	return nil
}

// without returns the finite verb that may leave out the subject of a verb: the one that
// governs it, or whose purpose it is ("si è recato a Beirut per incontrare").
func (x *extractor) without(v *annotate.VerbGroup) *annotate.VerbGroup {
	top := x.top(v)
	if v.Tense != annotate.Infinitive || top.Finite {
		return top
	}
	if g := x.finiteBefore(v.First); g != nil && !g.Passive && !x.asks(g) && len(x.subject(g)) == 0 && len(x.following(g.Last)) == 0 {
		return g
	}
	return top
}

// standing reports whether one of the sides so far stands where a subject does. The one
// behind a verb with an object is that, where nothing marks objects ("ha incontrato X").
func (x *extractor) standing(k *Candidate, v *annotate.VerbGroup) bool {
	object := len(x.lx.Pack.Relations[language.Marked]) == 0 && x.frame(k)[language.Object] != "" && !x.pronominal(v) && !v.Passive && len(k.Participants) == 1
	for _, p := range k.Participants {
		if a := &x.d.Sentences[p.Sentence].Actors[p.Actor]; a.Rels == 0 && !a.Object && !(object && p.Sentence == x.s && a.First >= v.Last) {
			return true
		}
	}
	return false
}

// following returns the actor that stands without a preposition behind a token and
// before any other verb: where verbs need no subject in front, theirs may stand
// there ("au luat parte la discuții A și B").
func (x *extractor) following(tok int) []Ref {
	if !x.lx.Pack.ProDrop {
		return nil
	}
	for i := tok; i < x.st.Last; i++ {
		if x.breaks(i) || x.relative(i) || x.verbAt(i) != nil && x.verbAt(i).Finite {
			return nil
		}
		a := x.actorStarting(i)
		if a < 0 {
			continue
		}
		if act := &x.st.Actors[a]; act.Rels == 0 && !act.Object && act.Kind != annotate.Outlet {
			return x.personal(x.with(a))
		}
		i = x.st.Actors[a].Last - 1
	}
	return nil
}

// attending returns the subject of a verb of taking part that stands behind the
// noun it is said of: "la discuții au luat parte A și B", "the summit, which A will
// attend".
func (x *extractor) attending(k *Candidate) []Ref {
	v, rel := x.attendedIn(k)
	switch {
	case v == nil:
		if v = x.attendedBy(k); v == nil {
			return nil
		}
		return x.following(v.Last)
	case v.Passive:
		return x.agent(v)
	}
	for i := rel + 1; i < x.st.Last && !x.breaks(i) && x.raw(i) != ","; i++ {
		if a := x.actorStarting(i); a >= 0 && x.st.Actors[a].Rels == 0 {
			return x.personal(x.with(a))
		}
	}
	return nil
}

// attendedIn returns the verb of taking part in a relative clause that the phrase of a noun
// closes with, and the word that opens the clause: "the summit in Rome, which A attends".
func (x *extractor) attendedIn(k *Candidate) (*annotate.VerbGroup, int) {
	rel := k.Cue.Last
	for ; rel < x.st.Last && !x.relativeForm(rel); rel++ {
		if x.breaks(rel) || x.verbAt(rel) != nil || x.senseAt(rel, language.Contact) {
			return nil, rel
		}
	}
	for i := rel + 1; i < x.st.Last && !x.breaks(i) && x.raw(i) != "," && !x.relative(i); i++ {
		if c := x.cueIn(language.Light, i, i+1); c != nil && c.Entry.Cue.Is("attend") {
			if v := x.verbAt(c.At); v != nil && !anyNegated(x.chain(v)) {
				return v, rel
			}
			return nil, rel
		}
	}
	return nil, rel
}

// attendedBy returns the verb of taking part behind a noun in a phrase of place.
func (x *extractor) attendedBy(k *Candidate) *annotate.VerbGroup {
	prep := k.Cue.First - 1
	if prep > x.st.First && x.st.Rels[prep-x.st.First] == 0 && x.lx.IsDefinite(x.d.Toks[prep].Form) { // "en la reunión participaron"
		prep--
	}
	if !x.lx.Pack.ProDrop || prep < x.st.First || x.st.Rels[prep-x.st.First]&annotate.RelSet(language.In, language.To) == 0 {
		return nil
	}
	for i := range x.st.Verbs {
		v := &x.st.Verbs[i]
		if v.First < k.Cue.Last || !v.Finite {
			continue
		}
		for t := k.Cue.Last; t < v.First; t++ {
			if x.breaks(t) || x.relative(t) || x.word(t).Tag == syntax.Punct {
				return nil
			}
		}
		for j := range x.st.Cues {
			if c := &x.st.Cues[j]; c.Sense() == language.Light && c.Entry.Cue.Is("attend") && c.First <= v.Main && v.Main < c.Last {
				return v
			}
		}
		return nil
	}
	return nil
}
