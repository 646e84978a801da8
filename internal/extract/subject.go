package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// pronounOf returns the pronoun that a verb group holds as its subject: "he
// said".
func (x *extractor) pronounOf(v *annotate.VerbGroup) []Ref {
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.First >= v.First && a.Last <= v.Main && a.Kind == annotate.Pronoun && !a.Rels.Has(language.To) { // not "acesteia i-a promis": to her
			return []Ref{{x.s, i}}
		}
	}
	return nil
}

// findSubject looks for the actors that are the subject of a verb group.
func (x *extractor) findSubject(v *annotate.VerbGroup) []Ref {
	if refs := x.pronounOf(v); len(refs) > 0 {
		if x.lx.ExpletiveAt(x.d.Toks, x.st.Actors[refs[0].Actor].First, v.Main, x.st.Last) { // "il y a", not "il y a rencontré"
			return nil
		}
		return refs
	}
	if refs := x.creditedWith(v); refs != nil {
		return refs
	}
	if v.Tense == annotate.Participle && !v.Finite { // "..., adding that": the subject of the verb before
		if g := x.finiteBefore(v.First); g != nil {
			return x.subject(g)
		}
	}
	if refs, settled := x.subjectBehind(v); settled {
		return refs
	}
	if a := x.relativeWithin(v); a >= 0 {
		return x.with(a)
	}
	if refs := x.controlled(v); len(refs) > 0 {
		return refs
	}
	if refs := x.wentThere(v); len(refs) > 0 {
		return refs
	}
	if refs := x.invitee(v); len(refs) > 0 {
		return refs
	}
	if refs := x.intender(v); len(refs) > 0 {
		return refs
	}
	if g := x.purposeOf(v); g != nil {
		return x.subject(g)
	}
	if !v.Finite && x.circumstantial(v) { // "X met Y before flying to", "après avoir vu"
		if g := x.finiteBefore(v.First); g != nil {
			return x.subject(g)
		}
	}
	if refs, settled := x.subjectBefore(v); settled || v.Finite {
		return refs
	}
	return x.subjectAfter(v) // "After meeting X, Y said": the subject of the main clause
}

// circumstantial reports whether a word of circumstance introduces an infinitive:
// "avant de s'envoler".
func (x *extractor) circumstantial(v *annotate.VerbGroup) bool {
	for i := v.First - 1; i >= x.st.First && i >= v.First-2; i-- {
		if x.lx.AdjunctAt(x.d.Toks, i, v.First) {
			return true
		}
		if x.word(i).Tag != syntax.Adp {
			return false
		}
	}
	return false
}

// expletive reports whether an actor is a pronoun that stands for nobody: "it is".
func (x *extractor) expletive(a *annotate.Actor) bool {
	return a.Kind == annotate.Pronoun && x.lx.ExpletiveAt(x.d.Toks, a.First, a.First, x.st.Last)
}

// relativeWithin returns the actor that the relative pronoun a verb group holds
// stands for, -1 for none: "who promised". Of "whom" and "to whom" the subject is
// another.
func (x *extractor) relativeWithin(v *annotate.VerbGroup) int {
	for i := v.First; i < v.Main; i++ {
		if a := x.actorBefore(i); x.relative(i) && v.Finite && a >= 0 && x.st.Actors[a].Last >= i-3 {
			if o := &x.st.Actors[a]; x.st.Rels[i-1-x.st.First] != 0 || o.Kind == annotate.Outlet && o.Rels != 0 && x.lx.IsThat(x.d.Toks[i].Form) {
				return -1 // "informó, a través de Telegram, que recibió a"
			}
			return a
		}
	}
	return -1
}

// subjectBefore goes back from a verb to its subject, and reports whether that
// settles who it is, or that it is nobody.
func (x *extractor) subjectBefore(v *annotate.VerbGroup) (refs []Ref, settled bool) {
	crossed := false // a governing verb was passed: its object may be the subject
	for i := v.First - 1; i >= x.st.First; i-- {
		if from, inside := x.insertion(v, i); inside {
			i = from
			continue
		}
		if a := x.actorEnding(i + 1); a >= 0 {
			act := &x.st.Actors[a]
			switch {
			case x.expletive(act):
				return nil, true
			case x.repeats(act):
				i = act.First - 1
			case x.isSubject(a, v, crossed):
				return x.with(a), true
			case act.Rels != 0:
				i = min(act.First, act.RelAt)
			default:
				i = act.First
			}
			continue
		}
		if v.Tense == annotate.Infinitive && x.offerIn(i, i+1) {
			if refs := x.offerers(i+1, v.First); len(refs) > 1 {
				return refs, true
			}
		}
		if v.Finite {
			switch {
			case x.relative(i) && i >= v.First-4:
				return x.relativeSubject(i), true
			case x.breaks(i):
				if x.lx.Pack.ProDrop { // "he said that [he] would meet"
					return x.droppedSubject(i), true
				}
				return nil, true
			case x.otherSubject(i):
				return x.ofSubject(i, v.First), true
			}
		}
		if crossed && x.top(v).Finite && x.otherSubject(i) { // "the plane could not land"
			return x.ofSubject(i, v.First), true
		}
		if g := x.verbAt(i); g != nil && g != v {
			crossed = true
		}
	}
	return nil, false
}

// insertion returns where a quotation, a relative clause, a remark or a reporting clause
// starts that parts a verb from its subject and ends at a token: "X, who chairs Y, will
// travel".
func (x *extractor) insertion(v *annotate.VerbGroup, tok int) (from int, inside bool) {
	if q := x.d.InQuote(tok); q >= 0 && x.d.InQuote(v.Main) != q && x.actorEnding(tok+1) < 0 { // not "лидеры «Большой семёрки» обсудили"
		return x.d.Quotes[q].First, true
	}
	if g := x.verbAt(tok + 1); x.sets(tok) && tok > x.st.First && (v.Finite || g != nil && g.Finite) {
		if from, to := x.relativeAround(tok - 1); from < to && to == tok {
			return from, true
		}
		if v.First == tok+1 {
			from = max(x.tellerAside(tok), x.remark(v.First), x.whileDoing(tok), 0)
			return from, from > 0
		}
	}
	return 0, false
}

// tellerAside returns where a clause between commas starts that ends at a token and only
// says who tells what stands around it, 0 for none: "X, the ministry said, will travel".
func (x *extractor) tellerAside(tok int) int {
	const longest = 12
	tells := false
	for i := tok - 1; i > x.st.First && i >= tok-longest; i-- {
		if x.sets(i) {
			if tells {
				return i + 1
			}
			return 0
		}
		if !x.d.Toks[i].Word || x.breaks(i) || x.relative(i) {
			return 0
		}
		if g := x.verbAt(i); g != nil && g.Finite && i == g.Main {
			if tells = x.speaks(g); !tells {
				return 0
			}
		}
	}
	return 0
}

// whileDoing returns where what somebody does at the same time starts that a comma closes at
// a token, 0 for none: "Трамп, отвечая на вопрос, должен ли Путин приехать, сказал".
func (x *extractor) whileDoing(tok int) int {
	const longest = 30
	for i := tok - 1; i > x.st.First+1 && i >= tok-longest; i-- {
		if x.raw(i-1) != "," || x.actorEnding(i-1) < 0 {
			continue
		}
		if w := x.word(i); w.Tag == syntax.Verb && w.Feats.Has(syntax.Gerund) {
			return i
		}
	}
	return 0
}

// repeats reports whether a pronoun between commas only says the subject again:
// "la présidence, elle, confirme".
func (x *extractor) repeats(a *annotate.Actor) bool {
	return a.Kind == annotate.Pronoun && a.First > x.st.First && x.raw(a.First-1) == "," && x.raw(a.Last) == ","
}

// isSubject reports whether an actor that stands before a verb is its subject:
// nothing governs it, neither a preposition nor another verb. What governs an
// infinitive may have its subject as the object.
func (x *extractor) isSubject(actor int, v *annotate.VerbGroup, crossed bool) bool {
	a := &x.st.Actors[actor]
	if !v.Finite && !crossed && a.Rels == 0 {
		return true
	}
	governed := a.Rels != 0 && !x.opensClause(a, v) && !x.charged(a, v)
	return !governed && !a.Object && !a.Possessive && !x.isObject(actor, v)
}

// finiteBefore returns the last finite verb that ends before a token, nil for none.
func (x *extractor) finiteBefore(tok int) *annotate.VerbGroup {
	for k := len(x.st.Verbs) - 1; k >= 0; k-- {
		if g := &x.st.Verbs[k]; g.Last <= tok && g.Finite {
			return g
		}
	}
	return nil
}

// finiteAfter returns the first finite verb from a token on, nil for none.
func (x *extractor) finiteAfter(tok int) *annotate.VerbGroup {
	for k := range x.st.Verbs {
		if g := &x.st.Verbs[k]; g.First >= tok && g.Finite {
			return g
		}
	}
	return nil
}

// finitePastComma returns the first finite verb behind the next comma, nil for none.
func (x *extractor) finitePastComma(from int) *annotate.VerbGroup {
	for t := from; t < x.st.Last; t++ {
		if x.raw(t) == "," {
			return x.finiteAfter(t)
		}
	}
	return nil
}

// mainSubject returns the subject of the last finite verb before a token.
func (x *extractor) mainSubject(before int) []Ref {
	if g := x.finiteBefore(before); g != nil {
		return x.subject(g)
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
	if a.Addressed() && (a.Last == v.First || a.Last == v.First-1 && x.word(a.Last).Tag == syntax.Adp) { // "a demandé à X de"
		for k := len(x.st.Verbs) - 1; k >= 0; k-- {
			if g := &x.st.Verbs[k]; g.Last <= a.First {
				return x.asked(g) == "called-for" || x.asked(g) != "" && a.Place == "" // "proposed in Seoul to meet"
			}
		}
	}
	return a.Last == v.First && !x.destination(a) &&
		(a.Rels.Has(language.Other) || (a.Rels.Has(language.By) || a.Rels.Has(language.From)) && x.senseAt(a.RelAt-1, language.Step))
}

// destination reports whether an actor is where somebody is said to go: "left for
// Kigali to attend".
func (x *extractor) destination(a *annotate.Actor) bool {
	if a.Place == "" {
		return false
	}
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Contact && c.Arg("kind") == "visit" && c.First < a.RelAt && a.RelAt < c.Last {
			return true
		}
	}
	return false
}

// ofSubject returns the states that a subject which is no actor belongs to:
// "the directors of India and Pakistan", "an AU statement".
func (x *extractor) ofSubject(noun, verb int) []Ref {
	utterance := x.lx.IsUtterance(x.d.Toks[noun].Form)
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		behind := a.First > noun && a.Last <= verb && a.RelAt-noun <= 4
		if behind && (a.Rels.Has(language.Of) || utterance && (a.Rels.Has(language.From) || a.Rels.Has(language.By))) || a.Last == noun && x.compound(a) {
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
		if a := x.actorEnding(i); a >= 0 && tag == syntax.Part && x.st.Actors[a].Possessive { // "attended Kenya's summit and said"
			i = x.st.Actors[a].First
			continue
		}
		if !x.d.Toks[i].Word && !x.d.Toks[i].Number || x.st.And[n] {
			break
		}
		if tag == syntax.SConj && x.lx.IsThat(x.d.Toks[i].Form) { // "said that the gas goes to"
			return true
		}
		if tag == syntax.Verb || tag == syntax.Aux || tag == syntax.Adp || tag == syntax.SConj {
			return false
		}
		if !x.lx.IsArticle(x.d.Toks[i].Form) && !inNounPhrase(tag) {
			break
		}
	}
	if i >= x.st.First && (x.raw(i) == "," || x.dash(i) || x.raw(i) == "(") {
		return x.actorEnding(i) < 0 && x.word(tok).Tag == syntax.Noun // an apposition to an actor says more of it
	}
	return true
}

// inNounPhrase reports whether words of a tag stand in front of a noun and belong
// to it.
func inNounPhrase(tag syntax.Tag) bool {
	switch tag {
	case syntax.Det, syntax.Adj, syntax.Num, syntax.Adv, syntax.Noun, syntax.ProperNoun:
		return true
	}
	return false
}
