package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// separates reports whether a noun behind a cue parts it from what follows: it
// is none of the cue's own, of a date, of a manner or of a preposition.
func (x *extractor) separates(k *Candidate, tok int) bool {
	if t := &x.d.Toks[tok]; !t.Word || x.word(tok).Tag != syntax.Noun || x.lx.IsQuantity(t.Form) {
		return false
	}
	ofManner := x.manner(tok) || x.senseAt(tok, language.Mode)
	return !ofManner && !x.inDate(tok) && !x.completes(k, tok) && !x.inPreposition(tok) && !x.ofVerb(tok) && !x.inTurn(tok)
}

// ofVerb reports whether a noun only makes a verb complete: "a eu lieu", "took place".
func (x *extractor) ofVerb(tok int) bool {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Step && c.First < tok && tok < c.Last && x.isVerb(c) {
			return true
		}
	}
	return false
}

// inTurn reports whether a noun stands in words that tell of several contacts at
// once: "tour à tour".
func (x *extractor) inTurn(tok int) bool {
	for i := tok; i >= x.st.First && i > tok-longestPreposition; i-- {
		if x.lx.EachOver(x.d.Toks, i, tok, x.st.Last) {
			return true
		}
	}
	return false
}

// completes reports whether a noun without an article is the second half of a
// contact's name, or says how long it is: "visite de travail", "a visit of
// friendship", "une tournée de quelques jours", "visite d'amitié et de travail".
func (x *extractor) completes(k *Candidate, tok int) bool {
	and := tok - 1
	if and > k.Cue.Last && x.st.Rels[and-x.st.First].Has(language.Of) {
		and--
	}
	if and > k.Cue.Last+1 && x.st.And[and-x.st.First] {
		return x.completes(k, and-1)
	}
	for i := tok - 1; i > k.Cue.Last && i > tok-4; i-- {
		if t := x.word(i).Tag; t != syntax.Num && t != syntax.Adj && t != syntax.Det || x.lx.IsArticle(x.d.Toks[i].Form) {
			return false
		}
	}
	at := k.Cue.Last
	if x.lx.Pack.Construct && tok == at && x.d.Toks[tok].Worn == 0 {
		return true
	}
	return tok > at && tok < at+4 && x.st.Rels[at-x.st.First].Has(language.Of) && !x.lx.IsArticle(x.d.Toks[at].Form)
}

// ownClause returns the verb of a relative clause right behind a noun that
// carries it: "the visit that he was to pay to".
func (x *extractor) ownClause(k *Candidate, noun bool) *annotate.VerbGroup {
	at := k.Cue.Last
	if noun && at+1 < x.st.Last && x.st.Rels[at-x.st.First] != 0 { // "pe care", "la care"
		at++
	}
	behind := at
	for behind < x.st.Last && behind-at < 2 && (x.modifier(behind) || x.describing(behind)) {
		behind++
	}
	if noun && behind < x.st.Last && x.relativeForm(behind) { // "gli incontri separati che"
		at = behind
	}
	if !noun || at >= x.st.Last || !x.relativeForm(at) && !x.bareClause(k.Cue.Last) {
		return nil
	}
	main := x.finiteAfter(at)
	if main == nil || x.thatBetween(at, at+1) && x.contentOf(k.Cue.First) { // "told him in a call that the border would open"
		return nil
	}
	for i := range x.st.Verbs {
		g := &x.st.Verbs[i]
		switch {
		case g.First < main.First:
		case g != main && !slices.Contains(x.chain(g), main): // "pe care urmează să o efectueze"
			return nil
		case x.carries(g):
			return g
		}
	}
	return nil
}

// describing reports whether a participle alone stands at a token: "separati".
func (x *extractor) describing(tok int) bool {
	g := x.verbAt(tok)
	return g != nil && !g.Finite && g.Tense == annotate.Participle && g.Last-g.First == 1
}

// contentOf reports whether a reporting verb stands before a token whose words are
// still to come.
func (x *extractor) contentOf(tok int) bool {
	return slices.ContainsFunc(x.st.Cues, func(c annotate.Cue) bool {
		return c.Sense() == language.Speech && c.Arg("frame") != "quote-only" && c.Last <= tok && x.isVerb(&c) && !x.thatBetween(c.Last, tok)
	})
}

// carries reports whether a light verb is in a verb group or right behind it.
func (x *extractor) carries(v *annotate.VerbGroup) bool {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Light && c.First >= v.First && c.First <= v.Last+1 {
			return true
		}
	}
	return false
}

// bareClause reports whether a subject and its verb follow a noun at once:
// "the talks he had with".
func (x *extractor) bareClause(at int) bool {
	i := x.actorStarting(at)
	if i < 0 || !x.lx.Pack.BareRelatives || x.st.Actors[i].Possessive {
		return false
	}
	g := x.verbAt(x.st.Actors[i].Last)
	if x.st.Actors[i].Kind == annotate.Pronoun {
		g = x.verbAt(at)
	}
	return g != nil && g.Finite && !g.Passive
}

// longestPreposition is how many words a preposition has at most.
const longestPreposition = 4

// inPreposition reports whether a noun is part of a preposition ("de la part
// de") and governs nothing itself.
func (x *extractor) inPreposition(tok int) bool {
	for i := tok + 1; i < x.st.Last && i < tok+longestPreposition; i++ {
		if n := i - x.st.First; x.st.Rels[n] != 0 {
			return x.st.RelFirst[n] <= tok
		}
	}
	return false
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

// bringsTogether reports whether somebody is the subject of a verb of bringing together, and
// not the meeting itself: "the meeting, which brought together A and B".
func (x *extractor) bringsTogether(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if v == nil {
		return false
	}
	refs := x.subject(v)
	if len(refs) == 0 || refs[0].Sentence != x.s {
		return false
	}
	return x.cueIn(language.Contact, x.st.Actors[refs[len(refs)-1].Actor].Last, v.First) == nil
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
		if !x.relative(i) && !x.behindName(i) {
			continue
		}
		rels := x.st.Rels[i-1-x.st.First] | x.lx.InCase(x.word(i)) // "căruia"
		for _, rel := range []language.Relation{language.With, language.To} {
			if a := x.actorBefore(i - 1); rels.Has(rel) && frame[language.Slot(rel)] != "" && a >= 0 && i-x.st.Actors[a].Last <= 3 {
				k.take(x.with(a), frame[language.Slot(rel)])
			}
		}
		if rels == 0 && len(k.Participants) > 0 && frame[language.Object] != "" {
			x.relativeObject(k, i, before)
		}
		break
	}
	full := len(k.Participants) >= 2
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.Last > before || !a.Rels.Has(language.With) || frame[language.Slot(language.With)] == "" {
			continue
		}
		free := !full || x.apart(i) // "X, together with Y, met Z"
		for j := range x.st.Cues {
			o := &x.st.Cues[j]
			free = free && !(o != k.Cue && o.Sense() == language.Contact && o.Last <= a.First && !x.fringe(o))
		}
		for t := a.Last; t < before; t++ {
			free = free && !x.breaks(t)
		}
		if free {
			k.take(x.with(i), frame[language.Slot(language.With)])
		}
	}
}

// apart reports whether commas or dashes part a phrase of actors from what stands around it,
// or a comma from what follows where it opens the sentence.
func (x *extractor) apart(i int) bool {
	mark := func(tok int) bool { return tok < x.st.Last && x.sets(tok) }
	first := i
	for first > 0 && x.st.Actors[first].RelAt-1 == x.st.Actors[first-1].Last && x.st.Actors[first-1].Rels == x.st.Actors[first].Rels {
		first--
	}
	for i+1 < len(x.st.Actors) && x.st.Actors[i+1].RelAt-1 == x.last(i) && x.st.Actors[i+1].Rels == x.st.Actors[i].Rels {
		i++
	}
	at := x.st.Actors[first].RelAt
	return (at == x.st.First || mark(at-1)) && mark(x.last(i))
}

// behindName reports whether a word that may be a relative pronoun stands right
// behind an actor, and so is one: "le pape que le roi rencontrera".
func (x *extractor) behindName(tok int) bool {
	return x.lx.IsRelative(x.d.Toks[tok].Form) && x.actorEnding(tok) >= 0
}

// relativeObject takes whom a relative pronoun stands for as the object of a verb
// whose subject stands behind it: "the pope, whom Milei plans to meet".
func (x *extractor) relativeObject(k *Candidate, pronoun, verb int) {
	a, own := x.actorBefore(pronoun), x.actorBefore(verb)
	if a < 0 || pronoun-x.st.Actors[a].Last > 1 || own <= a || x.st.Actors[own].Rels != 0 {
		return
	}
	for _, p := range k.Participants {
		if p.Sentence != x.s || x.st.Actors[p.Actor].First < pronoun || x.st.Actors[p.Actor].First > verb {
			return
		}
	}
	refs := x.with(a)
	k.take(refs[len(refs)-1:], x.frame(k)[language.Object])
}

// topical takes an object that opens the clause of its verb: "Pe ministrul turc
// l-a primit președintele".
func (x *extractor) topical(k *Candidate, part language.Part, verb int) {
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.Last > verb || !a.Object {
			continue
		}
		opens := a.RelAt == x.st.First || x.breaks(a.RelAt-1) || x.raw(a.RelAt-1) == ","
		for t := a.Last; opens && t < verb; t++ {
			opens = !x.breaks(t) && !x.relative(t) && x.verbAt(t) == nil
		}
		if opens {
			k.take(x.with(i), part)
		}
	}
}

// last returns the token after an actor and the others of its list.
func (x *extractor) last(i int) int {
	refs := x.with(i)
	return x.st.Actors[refs[len(refs)-1].Actor].Last
}

// appended: names right after a noun are its parties in headlines and
// compounds ("entretien Macron-Poutine").
func (x *extractor) appended(k *Candidate, a *annotate.Actor) bool {
	if n := len(k.Participants); n > 0 && k.Participants[n-1].Sentence == x.s {
		last := &x.st.Actors[k.Participants[n-1].Actor]
		if x.d.Toks[a.First].Hyphen {
			return last.Last == a.First
		}
		if last.Last+1 == a.First && last.First >= k.Cue.Last && x.dashAt(last.Last) { // "întâlnire Rubio – Lavrov"
			return true
		}
	}
	if a.First-k.Cue.Last > 1 || a.First > k.Cue.Last && x.word(k.Cue.Last).Tag != syntax.Adj {
		return false
	}
	return a.Last < x.st.Last && a.List != 0 || x.hyphenAfter(a)
}

// hyphenAfter reports whether a hyphen or a dash joins an actor to what follows.
func (x *extractor) hyphenAfter(a *annotate.Actor) bool {
	return a.Last < x.st.Last && (x.d.Toks[a.Last].Hyphen || x.dashAt(a.Last))
}

func (x *extractor) dashAt(tok int) bool {
	return x.raw(tok) == "-" || x.raw(tok) == "–" || x.raw(tok) == "/"
}

// sets reports whether a mark stands at a token between two of which something is set in: a
// comma or a dash.
func (x *extractor) sets(tok int) bool { return x.raw(tok) == "," || x.dash(tok) }

// dash reports whether a dash stands at a token, or a hyphen with spaces around it, which
// is one in place of it: "“We are ready”, - said X".
func (x *extractor) dash(tok int) bool {
	switch x.raw(tok) {
	case "—", "–":
		return true
	case "-":
		return tok+1 < x.st.Last && x.d.Toks[tok].Space && x.d.Toks[tok+1].Space
	}
	return false
}
