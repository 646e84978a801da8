package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// carried finds the verb that carries a noun and takes its subject: "held
// talks", "had a call", "during a meeting with B, A said", and, where a
// sentence has no verb at all, the actor in front ("Dan, call with Zelensky").
func (x *extractor) carried(k *Candidate, frame language.Frame) {
	part := frame[language.Subject]
	if part == "" {
		return
	}
	if part == language.PartGuest && x.parted(k, part) { // "after X's visit, Y awaits Z"
		part = language.PartHost
	}
	if v := x.ownClause(k, true); v != nil {
		k.take(x.ownSubject(k, v), part)
		x.grantee(k, v, part)
	}
	v, c := x.carrier(k)
	if v != nil {
		x.carriedBy(k, v, c, frame, part)
	}
	k.take(x.attending(k), part)
	if v != nil {
		return
	}
	if len(k.Participants)+len(k.States) >= 2 && !x.onlyWith(k) && !(k.Kind == "visit" && x.hosts(k)) {
		return
	}
	if v := x.circumstanced(k); v != nil {
		x.takeActing(k, v, part)
		return
	}
	if k.Kind == "visit" && x.takeVisiting(k, part) {
		return
	}
	if !x.hasFinite(x.clauseStart(k.Cue.First)) {
		k.take(x.headlined(k), part)
	}
}

// headlined returns the actor that a noun in a headline without a verb is of, past where
// that one is: "Uzbek president in Astana for talks".
func (x *extractor) headlined(k *Candidate) []Ref {
	a := x.actorBefore(k.Cue.First)
	if a > 0 && x.st.Actors[a].Rels.Has(language.In) {
		a--
	}
	if a < 0 || x.st.Actors[a].Rels != 0 || x.st.Actors[a].First < x.clauseStart(k.Cue.First) {
		return nil
	}
	return x.with(a)
}

// hasFinite reports whether a finite verb stands in the main clause that begins at a
// token.
func (x *extractor) hasFinite(start int) bool {
	v := x.finiteAfter(start)
	return v != nil && x.clauseStart(v.First) == start
}

// carriedBy takes the subject of the verb that carries a noun, and those to whom it
// hands it, unless the noun has sides of its own: "calls for talks between A and
// B", "Oman hosted a meeting of".
func (x *extractor) carriedBy(k *Candidate, v *annotate.VerbGroup, c *annotate.Cue, frame language.Frame, part language.Part) {
	venue := c.Sense() == language.Contact && x.ofState(x.subject(v))
	over := c.Sense() == language.Step || venue || x.nounBetween(v.Last, k.Cue.First)
	if over && len(k.Participants)+len(k.States) >= 2 && !x.lone(k) && !x.hosts(k) && !x.onlyWith(k) {
		if venue {
			x.offers(k, x.subject(v)[0])
		}
		return
	}
	x.recipients(k, c, frame)
	k.FirstPerson = v.FirstPerson
	if c.Entry.Cue.Is("give") && x.given(k, v, part) {
		return
	}
	refs := x.subject(v)
	if len(refs) == 0 && c.Sense() == language.Light {
		refs = x.following(k.Cue.Last)
	}
	if len(refs) == 0 && !v.Passive {
		k.FirstPerson = x.top(v).FirstPerson // "am acceptat invitația de a efectua o vizită"
		if x.drops(x.top(v)) {
			k.Dropped, k.DroppedAll = part, x.top(v).Plural
		}
	}
	if len(refs) > 0 && (!v.Passive || c.Arg("step") == "agreed" || isModal(c)) { // "sont convenus d'un appel", "is not opposed to talks"
		k.take(refs, part)
		k.First = min(k.First, x.st.Actors[refs[0].Actor].First)
	}
}

// takeActing takes who does what a noun is a circumstance of: "during a meeting
// with B, A said".
func (x *extractor) takeActing(k *Candidate, v *annotate.VerbGroup, part language.Part) {
	if (k.Summit || x.fringe(k.Cue)) && x.contacting(v, k.Cue.First) { // "met at the summit of the alliance" says where
		return
	}
	refs := x.subject(v)
	if v.Passive && len(x.agent(v)) > 0 { // "was agreed by A and B after talks"
		refs = x.agent(v)
	}
	if g := x.finiteBefore(v.First); len(refs) == 0 && g != nil && x.speaks(g) { // "said that the offer came after calls with"
		refs = x.subject(g)
	}
	speaks := x.speaks(v)
	if speaks {
		refs, _, _ = x.speaker(v)
	}
	k.take(x.personal(refs), part)
	if speaks && x.lone(k) { // "A told B in a call"
		k.take(x.addressee(v), part)
	}
}

// takeVisiting takes whose sentence a visit stands in for who travels, and reports
// whether there is such a one: "X is in Tunis for a visit".
func (x *extractor) takeVisiting(k *Candidate, part language.Part) bool {
	for i := range x.st.Verbs {
		v := &x.st.Verbs[i]
		if !v.Finite || v.Last > k.Cue.First || x.speaks(v) {
			continue
		}
		k.take(x.personal(x.subject(v)), part)
		switch {
		case v.Tense != annotate.Present || k.Step != "" || x.copulaBefore(k.Cue.First) == v || x.lx.NamelyAt(x.d.Toks, v.First, x.st.Last): // "this is X's first visit"
		case x.dayAhead(v): // "leaves on Monday for a visit"
			k.Step, k.StepSure, k.Future = "scheduled", true, true
		default:
			k.Step, k.StepSure = "ongoing", true
		}
		return true
	}
	return false
}

// parted reports whether somebody has a part in a contact already.
func (x *extractor) parted(k *Candidate, part language.Part) bool {
	return slices.ContainsFunc(k.Participants, func(p Participant) bool { return p.Part == part })
}

// recipients takes those to whom a verb hands the noun it carries, or whom its subject
// joins there: "asked Beijing for a call", "i-a adresat președintelui invitația", "joined
// Zelensky for talks".
func (x *extractor) recipients(k *Candidate, c *annotate.Cue, frame language.Frame) {
	part, objects := frame[language.Slot(language.To)], c.Arg("initiator") != "" || c.Entry.Cue.Is("attend")
	if objects {
		part = frame[language.Subject]
	}
	if part == "" {
		return
	}
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First < c.Last || a.Last > k.Cue.First || a.Kind == annotate.Outlet || a.Place != "" && a.RelAt != a.First || x.setBy(a) {
			continue
		}
		if a.Rels == 0 && objects || a.Addressed() {
			k.take(x.with(i), part)
		}
	}
}

// contacting reports whether a verb tells of a contact itself, or carries one
// that is named before a token.
func (x *extractor) contacting(v *annotate.VerbGroup, before int) bool {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Contact && v.First <= c.At && (c.At < v.Last || c.Last <= before) {
			return true
		}
	}
	return false
}

// circumstanced returns the verb that a noun is a circumstance of: the last
// before the phrase, else the first behind it.
func (x *extractor) circumstanced(k *Candidate) *annotate.VerbGroup {
	at := x.adjunctAt(k)
	if at < 0 {
		return nil
	}
	if v := x.finiteBefore(at); v != nil {
		return v
	}
	if !x.hasFinite(x.clauseStart(k.Cue.First)) {
		return nil
	}
	v := x.finiteAfter(k.Cue.Last)
	if v == nil {
		return nil
	}
	if from, to := x.relativeAround(v.Main); from < to { // "in a meeting with B, which took place on Monday, A said"
		return x.finiteAfter(to)
	}
	if c := x.cueIn(language.Step, v.First, v.Last); c != nil && c.Arg("step") == "held" { // "in a meeting with B held on Monday, A said"
		return x.finitePastComma(v.Last)
	}
	return v
}

// speaks reports whether a verb reports somebody's words.
func (x *extractor) speaks(v *annotate.VerbGroup) bool {
	return x.cueIn(language.Speech, v.First, v.Last) != nil
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
	if x.fringe(k.Cue) {
		return nil, nil
	}
	reach := 12
	if x.coordinated(k.Cue) {
		reach = 24
	}
	for i := len(x.st.Cues) - 1; i >= 0; i-- {
		c := &x.st.Cues[i]
		if c.Last > k.Cue.First || !x.isVerb(c) || c.Last-c.First > 1 && x.breaks(c.Last-1) { // "hopes that the talks will"
			continue
		}
		received := c.Sense() == language.Contact && (k.Kind != "meeting" && c.Arg("frame") == "receive" || x.hostsNoun(c, k.Cue)) && !x.hails(c, k)
		mediates := c.Sense() == language.Mediator && c.Arg("dir") == "before"
		if c.Sense() != language.Light && c.Sense() != language.Step && !received && !mediates {
			continue
		}
		from := x.pastOwn(c, k.Cue.First)
		if k.Cue.First-from > reach || !x.reaches(from, k) || c.Sense() == language.Step && x.adjunctAt(k) >= c.Last {
			continue // "agreed after talks" carries none
		}
		if c.Sense() == language.Light && (x.inPhrase(k.Cue.First) || x.adjunctAt(k) >= c.Last) && x.nounBetween(c.Last, k.Cue.First) {
			continue // "will carry out a raid without progress in the talks", "made no comment at the end of the talks"
		}
		if v := x.verbAt(c.At); v != nil && (c.Sense() != language.Light || c.First <= v.Main && v.Main < c.Last) {
			return v, c // "has issued": an auxiliary carries nothing
		}
	}
	return nil, nil
}

// hails reports whether a verb of receiving only says that somebody is glad of something
// that is no visit to them: "welcomed the resumption of talks".
func (x *extractor) hails(c *annotate.Cue, k *Candidate) bool {
	return k.Kind != "visit" && x.cueIn(language.Speech, c.First, c.Last) != nil
}

// inPhrase reports whether a preposition other than "of" governs a noun.
func (x *extractor) inPhrase(noun int) bool {
	for i := noun - 1; i >= x.st.First; i-- {
		if r := x.st.Rels[i-x.st.First]; r != 0 {
			return !r.Has(language.Of)
		}
		if t := x.word(i).Tag; t != syntax.Det && t != syntax.Adj && t != syntax.Num {
			return false
		}
	}
	return false
}

// isVerb reports whether a cue is a verb, by the tagger or, where the tagger is
// at a loss, by the pack.
func (x *extractor) isVerb(c *annotate.Cue) bool {
	t := x.word(c.At).Tag
	return t == syntax.Verb || t == syntax.Aux || c.Entry.Cue.POS == "VERB"
}

// ownSubject returns the subject of the relative clause behind a noun, which
// may stand behind its verb: "la visite que devait effectuer le ministre".
func (x *extractor) ownSubject(k *Candidate, v *annotate.VerbGroup) []Ref {
	refs := x.subject(v)
	if len(refs) > 0 && refs[0].Sentence == x.s && x.st.Actors[refs[0].Actor].First >= k.Cue.Last {
		return refs
	}
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.First >= v.Last {
			if a.Rels != 0 {
				break
			}
			return x.with(i)
		}
	}
	return nil
}

// hosts reports whether all sides so far are hosts, of whoever travels.
func (x *extractor) hosts(k *Candidate) bool {
	for _, p := range k.Participants {
		if p.Part != language.PartHost {
			return false
		}
	}
	return len(k.States) == 0
}

// onlyWith reports whether all sides so far are those that somebody else talks
// with: "talks with A and B".
func (x *extractor) onlyWith(k *Candidate) bool {
	for _, p := range k.Participants {
		if !x.st.Actors[p.Actor].Rels.Has(language.With) {
			return false
		}
	}
	return len(k.States) == 0
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
		if r := x.st.Rels[i-x.st.First]; r.Has(language.About) && !x.inDate(i+1) && !(i == from && x.settles(from-1)) {
			return false
		}
	}
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o != k.Cue && o.Sense() == language.Contact && !x.covered(o) && o.First >= from && o.Last <= k.Cue.First && !x.coordinated(k.Cue) {
			return false
		}
	}
	return true
}

// coordinated reports whether a conjunction joins a noun, with its article or without, to
// what stands before it: "held talks with A and a meeting with B".
func (x *extractor) coordinated(c *annotate.Cue) bool {
	at := c.First - x.st.First
	return at >= 1 && x.st.And[at-1] || at >= 2 && x.st.And[at-2]
}

// settles reports whether the step cue at a token tells of what is settled: "agreed on a
// meeting", not "was asked about a meeting".
func (x *extractor) settles(tok int) bool {
	c := x.cueIn(language.Step, tok, tok+1)
	return c != nil && c.Arg("step") != "called-for"
}

// adjunct reports whether a noun stands in a phrase of circumstance.
func (x *extractor) adjunct(k *Candidate) bool { return x.adjunctAt(k) >= 0 }

// adjunctAt returns where the word stands that opens the phrase of
// circumstance which a noun stands in, -1 when it stands in none.
func (x *extractor) adjunctAt(k *Candidate) int {
	for i := k.Cue.First - 1; i >= x.st.First && i >= k.Cue.First-8; i-- {
		at := i == k.Cue.First-1 && x.st.Rels[i-x.st.First].Has(language.In) && x.ending(k.Cue.At) && len(k.Participants) > 0 && x.onlyWith(k) // "la întâlnirea cu A, B a spus"
		if at || x.lx.AdjunctAt(x.d.Toks, i, x.st.Last) {
			return i
		}
		if t := &x.d.Toks[i]; !t.Word && !t.Number || x.word(i).Tag == syntax.Verb {
			return -1
		}
	}
	return -1
}
