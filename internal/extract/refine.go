package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// partOfStep reports whether a step's words are part of a longer one, or of a
// date: "not ready to" is not "ready to", nor is the May of "on 20 May" a verb.
func (x *extractor) partOfStep(c *annotate.Cue) bool {
	if c.Sense() != language.Step {
		return false
	}
	for i := range x.st.Cues { // "at the invitation of" invites to nothing
		if o := &x.st.Cues[i]; o.Sense() == language.Initiator && !x.isVerb(c) && o.First < c.First && c.Last <= o.Last && !x.toDo(x.behindOwner(c.Last)) {
			return true
		}
	}
	if x.inDate(c.First) && x.inDate(c.Last-1) && x.word(c.At).Tag != syntax.Adj {
		return true
	}
	for i := range x.st.Cues {
		if o := &x.st.Cues[i]; o.Sense() == language.Step && partOf(c, o) {
			return true
		}
	}
	return false
}

// saysNothing reports whether a verb is part of words that tell of no
// exchange: "asked not to be named", or who refuses only to speak of one: "refused to
// comment".
func (x *extractor) saysNothing(c *annotate.Cue) bool {
	return slices.ContainsFunc(x.st.Cues, func(o annotate.Cue) bool {
		silent := o.Sense() == language.Silence && c.Sense() == language.Step
		return (silent || o.Sense() == language.NoContact) && partOf(c, &o)
	})
}

// saysNo reports whether a step's own words negate: "not ready to", "will not take place".
func (x *extractor) saysNo(c *annotate.Cue) bool {
	for i := 0; c != nil && i < c.Last-c.First; i++ {
		if x.lx.IsNegation(x.d.Toks[c.First+i].Form) {
			return true
		}
	}
	return false
}

// enclosed reports whether commas part a verb without a subject from what stands
// around it: "the meeting, planned for Monday, will not take place".
func (x *extractor) enclosed(v *annotate.VerbGroup, before int) bool {
	if v.First == x.st.First || x.raw(v.First-1) != "," {
		return false
	}
	for i := v.Last; i < before; i++ {
		if x.raw(i) == "," {
			return true
		}
	}
	return false
}

// each reports whether a noun in the plural ("meetings", "calls") or a word in
// the clause of a cue says that several contacts are told at once; "a separate
// meeting" is but one.
func (x *extractor) each(k *Candidate) bool {
	c := k.Cue
	if k.Noun && x.inSeries(c) {
		return true
	}
	if k.Noun && x.word(c.At).Feats.Has(syntax.Plural) {
		switch k.Kind {
		case "talks", "letter":
		case "talk": // "exchanges with A, B and C", several persons in several countries
			if x.personsWith(k) > 2 {
				return true
			}
		default:
			return true
		}
	}
	for i := x.st.First; i < x.st.Last; i++ {
		if !x.lx.EachAt(x.d.Toks, i, x.st.Last) {
			continue
		}
		free := i == x.st.First || !x.lx.IsArticle(x.d.Toks[i-1].Form) || x.lx.IsDefinite(x.d.Toks[i-1].Form)
		for t := min(i, c.Last); free && t < max(i, c.First); t++ {
			free = !x.breaks(t) || x.raw(t) == ";"
		}
		if free {
			return true
		}
	}
	return false
}

// personsWith counts the persons and office holders that somebody is said to talk with.
func (x *extractor) personsWith(k *Candidate) int {
	n := 0
	for _, p := range k.Participants {
		if a := &x.d.Sentences[p.Sentence].Actors[p.Actor]; a.Rels.Has(language.With) && (a.Kind == annotate.Person || a.Kind == annotate.OfficeHolder) {
			n++
		}
	}
	return n
}

// inSeries reports whether a noun stands behind a word of quantity: "a series of talks".
func (x *extractor) inSeries(c *annotate.Cue) bool {
	return c.First-2 >= x.st.First && x.st.Rels[c.First-1-x.st.First].Has(language.Of) && x.lx.IsQuantity(x.d.Toks[c.First-2].Form)
}

// gather reports whether a verb of meeting has several for its subject and
// nobody else: what follows is a place, a day or the end of the clause.
func (x *extractor) gather(k *Candidate) bool {
	at, finite := k.Cue.Last, false
	if v := x.verbAt(k.Cue.At); v != nil {
		at, finite = max(at, v.Last, x.behindSubject(v, x.st.Last)), v.Finite
	}
	if len(k.Participants) != 1 || k.Participants[0].Sentence != x.s {
		return false
	}
	if a := &x.st.Actors[k.Participants[0].Actor]; !a.Plural && !(finite && x.body(a)) {
		return false
	}
	for at < x.st.Last && (x.lx.IsReflexive(x.d.Toks[at].Form) || x.word(at).Tag == syntax.Adv) { // "trafen sich erneut in"
		at++
	}
	if at >= x.st.Last || !x.d.Toks[at].Word || x.inDate(at) {
		return true
	}
	r := x.st.Rels[at-x.st.First]
	return r != 0 && !r.Has(language.With)
}

// body reports whether an actor is a body of states, whose members meet: "the Security
// Council met".
func (x *extractor) body(a *annotate.Actor) bool {
	return (a.Kind == annotate.Organisation || a.Kind == annotate.Institution) && a.Of != "" && x.lx.World.States[a.Of] == nil
}

// fringe reports whether a noun only tells on whose margins something else was:
// "on the sidelines of the summit".
func (x *extractor) fringe(noun *annotate.Cue) bool {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Occasion || c.Last > noun.First || noun.First-c.Last > 5 {
			continue
		}
		if c.Entry.Cue.Is("itself") && !noun.Entry.Cue.Is("summit") { // "on the occasion of a meeting with B, A said"
			continue
		}
		free := true
		for t := c.Last; t < noun.First; t++ {
			free = free && !x.breaks(t) && x.raw(t) != "," && x.verbAt(t) == nil
		}
		if free {
			return true
		}
	}
	return false
}

// addressee returns the persons that stand right behind a verb of saying, whom
// somebody tells or asks, "asked B", "a demandé à B", "a fait part à B".
func (x *extractor) addressee(v *annotate.VerbGroup) []Ref {
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First < v.Last {
			continue
		}
		near := a.RelAt-v.Last <= 1 && a.Rels.Has(language.To)
		for t := v.Last; !near && (a.Rels == 0 || a.Object) && t <= a.First; t++ {
			if near = t == a.First; !x.lx.IsArticle(x.d.Toks[t].Form) {
				break
			}
		}
		if !near {
			return nil
		}
		if personKind(a.Kind) {
			return x.with(i)
		}
		return nil
	}
	return nil
}

// given takes whom a verb hands something to, and reports whether the noun names
// its sender: then who hands it over is no side.
func (x *extractor) given(k *Candidate, v *annotate.VerbGroup, part language.Part) bool {
	sent := len(k.Participants) > 0
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.First >= v.Last && a.Last <= k.Cue.First && (a.Rels == 0 || a.Rels.Has(language.To)) && !a.Possessive && a.Place == "" {
			k.take(x.with(i), part)
		}
	}
	return sent
}
