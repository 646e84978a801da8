package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

func (x *extractor) word(tok int) annotate.Word {
	x.d.Steps++
	return x.st.Words[tok-x.st.First]
}

func (x *extractor) raw(tok int) string { return x.d.Text[x.d.Toks[tok].Start:x.d.Toks[tok].End] }

// actorBefore returns the last actor that ends at or before a token, -1 if none.
func (x *extractor) actorBefore(tok int) int {
	for i := len(x.st.Actors) - 1; i >= 0; i-- {
		if x.st.Actors[i].Last <= tok {
			return i
		}
	}
	return -1
}

// with returns an actor and the others of its list.
func (x *extractor) with(i int) []Ref {
	a := &x.st.Actors[i]
	if a.List == 0 {
		out := []Ref{}
		for k := range x.st.Actors { // one plural phrase may be several actors
			if x.st.Actors[k].First == a.First && x.st.Actors[k].Last == a.Last {
				out = append(out, Ref{x.s, k})
			}
		}
		return out
	}
	var out []Ref
	for k := range x.st.Actors {
		if x.st.Actors[k].List == a.List {
			out = append(out, Ref{x.s, k})
		}
	}
	return out
}

// breaks reports whether a token ends a clause for what is looked for beside a
// verb or a noun.
func (x *extractor) breaks(tok int) bool {
	t := &x.d.Toks[tok]
	if x.st.And[tok-x.st.First] || tok == x.index.cleft {
		return false
	}
	if !t.Word {
		switch x.raw(tok) {
		case ";", ":", "?", "!", "…":
			return true
		}
		return false
	}
	tag := x.word(tok).Tag
	return (tag == syntax.SConj || tag == syntax.Pron) && x.lx.IsThat(t.Form) || tag == syntax.SConj && x.lx.IsSubordinate(t.Form)
}

// relative reports whether a token is a relative pronoun.
func (x *extractor) relative(tok int) bool {
	t := &x.d.Toks[tok]
	tag := x.word(tok).Tag
	return t.Word && tok != x.index.cleft && (tag == syntax.Pron || tag == syntax.Det) && x.lx.IsRelative(t.Form)
}

// pronounOf returns the pronoun that a verb group holds as its subject: "he
// said".
func (x *extractor) pronounOf(v *annotate.VerbGroup) []Ref {
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.First >= v.First && a.Last <= v.Main && a.Kind == annotate.Pronoun {
			return []Ref{{x.s, i}}
		}
	}
	return nil
}

// findSubject looks for the actors that are the subject of a verb group.
func (x *extractor) findSubject(v *annotate.VerbGroup) []Ref {
	if refs := x.pronounOf(v); len(refs) > 0 {
		if x.lx.ExpletiveAt(x.d.Toks, x.st.Actors[refs[0].Actor].First, x.st.Last) {
			return nil
		}
		return refs
	}
	if v.Tense == annotate.Participle && !v.Finite { // "..., adding that": the subject of the verb before
		for k := len(x.st.Verbs) - 1; k >= 0; k-- {
			if g := &x.st.Verbs[k]; g.Last <= v.First && g.Finite {
				return x.subject(g)
			}
		}
	}
	for i := v.First; i < v.Main; i++ { // "who promised": the group may hold its relative pronoun
		if a := x.actorBefore(i); x.relative(i) && v.Finite && a >= 0 && x.st.Actors[a].Last >= i-3 {
			if p := i - 1; x.st.Rels[p-x.st.First] != 0 {
				break // "whom", "to whom": the subject is another
			}
			return x.with(a)
		}
	}
	if refs := x.controlled(v); len(refs) > 0 {
		return refs
	}
	crossed := false // a governing verb was passed: its object may be the subject
	for i := v.First - 1; i >= x.st.First; i-- {
		if q := x.d.InQuote(i); q >= 0 && x.d.InQuote(v.Main) != q {
			i = x.d.Quotes[q].First
			continue
		}
		if v.Finite && x.raw(i) == "," && i > x.st.First {
			if from, to := x.relativeAround(i - 1); from < to && to == i {
				i = from // "X, who chairs Y, will travel"
				continue
			}
		}
		if a := x.actorEnding(i + 1); a >= 0 {
			act := &x.st.Actors[a]
			if act.Kind == annotate.Pronoun && x.lx.ExpletiveAt(x.d.Toks, act.First, x.st.Last) {
				return nil
			}
			if act.Kind == annotate.Pronoun && act.First > x.st.First && x.raw(act.First-1) == "," && x.raw(act.Last) == "," {
				i = act.First - 1 // "la présidence, elle, confirme": it only repeats the subject
				continue
			}
			if (act.Rels == 0 || x.opensClause(act, v) || x.charged(act, v)) && !act.Object && !act.Possessive && !x.isObject(a, v) || !v.Finite && !crossed && act.Rels == 0 {
				return x.with(a)
			}
			i = act.First
			if act.Rels != 0 {
				i = min(i, act.RelAt)
			}
			continue
		}
		if x.relative(i) && v.Finite && i >= v.First-4 {
			if i > x.st.First && x.st.Rels[i-1-x.st.First].Has(language.Marked) {
				return x.mainSubject(i) // "pe care l-a invitat": the antecedent is the object
			}
			if i > x.st.First && x.st.Rels[i-1-x.st.First] != 0 && !x.st.Rels[i-1-x.st.First].Has(language.Of) {
				return nil // "disagree on who asked": a question has no antecedent
			}
			if a := x.actorBefore(i); a >= 0 && x.st.Actors[a].Last >= i-3 {
				return x.with(a)
			}
			return nil
		}
		if x.breaks(i) && v.Finite {
			if x.lx.Pack.ProDrop { // "he said that [he] would meet"
				return x.mainSubject(i)
			}
			return nil
		}
		if v.Finite && x.otherSubject(i) {
			return x.ofSubject(i, v.First)
		}
		if g := x.verbAt(i); g != nil && g != v {
			crossed = true
			if !g.Finite {
				continue
			}
		}
	}
	if !v.Finite { // "After meeting X, Y said": the subject of the main clause
		for k := range x.st.Verbs {
			if g := &x.st.Verbs[k]; g.First >= v.Last && g.Finite {
				return x.subject(g)
			}
		}
	}
	return nil
}

// mainSubject returns the subject of the last finite verb before a token.
func (x *extractor) mainSubject(before int) []Ref {
	for k := len(x.st.Verbs) - 1; k >= 0; k-- {
		if g := &x.st.Verbs[k]; g.Last <= before && g.Finite {
			return x.subject(g)
		}
	}
	return nil
}

// opensClause reports whether the word before an actor joins a clause and is no
// preposition: "after Washington said" has a subject, "after Tuesday" none.
func (x *extractor) opensClause(a *annotate.Actor, v *annotate.VerbGroup) bool {
	return v.Finite && a.Last == v.First && a.RelAt >= x.st.First && a.RelAt < a.First && x.lx.IsSubordinate(x.d.Toks[a.RelAt].Form)
}

// charged reports whether a preposition only names who is to do what an infinitive
// right behind says: "an invitation for the president to visit".
func (x *extractor) charged(a *annotate.Actor, v *annotate.VerbGroup) bool {
	if v.Finite || v.Tense != annotate.Infinitive {
		return false
	}
	if a.Rels.Has(language.To) && (a.Last == v.First || a.Last == v.First-1 && x.word(a.Last).Tag == syntax.Adp) { // "a demandé à X de"
		for k := len(x.st.Verbs) - 1; k >= 0; k-- {
			if g := &x.st.Verbs[k]; g.Last <= a.First {
				return x.asked(g) == "called-for" || x.asked(g) != "" && a.Place == "" // "proposed in Seoul to meet"
			}
		}
	}
	return a.Last == v.First &&
		(a.Rels.Has(language.Other) || (a.Rels.Has(language.By) || a.Rels.Has(language.From)) && x.senseAt(a.RelAt-1, language.Step))
}

// ofSubject returns the states that a subject which is no actor belongs to:
// "the directors of India and Pakistan", "an AU statement".
func (x *extractor) ofSubject(noun, verb int) []Ref {
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First > noun && a.Last <= verb && a.RelAt-noun <= 4 && (a.Rels.Has(language.Of) || x.lx.IsUtterance(x.d.Toks[noun].Form) && (a.Rels.Has(language.From) || a.Rels.Has(language.By))) || a.Last == noun && x.compound(a) {
			return x.with(i)
		}
	}
	return nil
}

// otherSubject reports whether a token is a noun that no preposition, verb or
// apposition accounts for: a subject that is no actor ("the statement says").
func (x *extractor) otherSubject(tok int) bool {
	if t := x.word(tok).Tag; t != syntax.Noun && t != syntax.ProperNoun || !x.d.Toks[tok].Word || x.inDate(tok) {
		return false
	}
	i := tok - 1
	for ; i >= x.st.First; i-- {
		n := i - x.st.First
		if x.st.Rels[n] != 0 || x.actorEnding(i+1) >= 0 {
			return false
		}
		tag := x.word(i).Tag
		if !x.d.Toks[i].Word && !x.d.Toks[i].Number || x.st.And[n] {
			break
		}
		if tag == syntax.Verb || tag == syntax.Aux || tag == syntax.Adp || tag == syntax.SConj {
			return false
		}
		if !x.lx.IsArticle(x.d.Toks[i].Form) && tag != syntax.Det && tag != syntax.Adj && tag != syntax.Num && tag != syntax.Adv && tag != syntax.Noun && tag != syntax.ProperNoun {
			break
		}
	}
	if i >= x.st.First && (x.raw(i) == "," || x.raw(i) == "—" || x.raw(i) == "–" || x.raw(i) == "(") {
		return x.actorEnding(i) < 0 && x.word(tok).Tag == syntax.Noun // an apposition to an actor says more of it
	}
	return true
}

// isObject reports whether an actor before a verb is the object of an earlier
// one: it stands right after that verb, and a conjunction or nothing of its own
// joins it to this one.
func (x *extractor) isObject(a int, v *annotate.VerbGroup) bool {
	act := &x.st.Actors[a]
	for k := range x.st.Verbs {
		g := &x.st.Verbs[k]
		if g == v || g.Last > act.First || g.Last < act.First-4 || !g.Finite && (g.Passive || x.senseOver(g.First, g.Last, language.Citing)) {
			continue
		}
		free := true
		for i := g.Last; i < act.First; i++ {
			if x.d.Toks[i].Word && x.word(i).Tag != syntax.Det && x.word(i).Tag != syntax.Adj && x.word(i).Tag != syntax.Adv && x.word(i).Tag != syntax.Noun {
				free = false
			}
			if !x.d.Toks[i].Word {
				free = false
			}
		}
		if !free {
			continue
		}
		for i := act.Last; i < v.First; i++ {
			if x.st.And[i-x.st.First] && g.Finite || x.raw(i) == "," && !g.Finite { // "A, visiting B, said"
				return true
			}
			if x.breaks(i) {
				return false
			}
		}
	}
	return false
}

// slotOf returns the slot of an actor to the right of a cue.
func slotsOf(a *annotate.Actor) []language.Slot {
	if a.Rels == 0 {
		return []language.Slot{language.Object}
	}
	var out []language.Slot
	for _, r := range []language.Relation{language.With, language.Between, language.By, language.Of, language.To, language.In, language.From} {
		if a.Rels.Has(r) {
			out = append(out, language.Slot(r))
		}
	}
	return out
}

// stops reports whether the search for arguments to the right ends here.
func (x *extractor) stops(tok int, c *annotate.Cue) bool {
	if x.breaks(tok) || x.relative(tok) {
		return true
	}
	if q := x.d.InQuote(tok); q >= 0 && x.d.Quotes[q].First == tok && x.d.InQuote(c.At) != q {
		return true
	}
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o.First == tok && o != c && o.Sense() == language.Contact && o.First >= c.Last && o.Arg("frame") != "" && !x.sameEvent(c, o) && !x.fringe(o) && !x.gatheredBy(c, o) {
			return true
		}
	}
	return false
}

// sameEvent reports whether a second contact cue only carries the first: "had
// a meeting", "held talks at a summit" do not, but "a conversation by phone"
// and nouns right after a verb cue do.
func (x *extractor) sameEvent(c, o *annotate.Cue) bool {
	return o.First-c.Last <= 1 || x.manner(o.First)
}

// gatheredBy reports whether a verb says who takes part in the contact that is
// its subject: "the meeting brought together A and B".
func (x *extractor) gatheredBy(noun, verb *annotate.Cue) bool {
	g := x.verbAt(verb.At)
	return g != nil && x.isVerb(verb) && !x.isVerb(noun) && x.gathers(g) && len(x.subject(g)) == 0
}

// manner reports whether a noun without an article tells how, not what:
// "received in audience".
func (x *extractor) manner(tok int) bool {
	n := tok - 1 - x.st.First
	return n >= 0 && x.st.Rels[n].Has(language.In) && !x.lx.IsArticle(x.d.Toks[tok-1].Form)
}
