package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/syntax"
)

// findSpeaker works out what speaker returns.
func (x *extractor) findSpeaker(v *annotate.VerbGroup) (refs []Ref, inverted, same bool) {
	if refs := x.clitic(v); len(refs) > 0 {
		return x.inWhoseName(v, refs), true, false
	}
	if refs := x.pronounOf(v); len(refs) > 0 && !v.Passive {
		return x.inWhoseName(v, refs), false, false // "he told reporters": the hearers are no subject behind the verb
	}
	if refs, same, ok := x.behind(v); ok {
		return x.inWhoseName(v, refs), true, same
	}
	if v.Passive {
		return x.doer(v), false, false
	}
	if refs := x.house(v); refs != nil {
		return refs, x.st.Actors[refs[0].Actor].First >= v.Last && x.tailing(v), false
	}
	if refs := x.subject(v); len(refs) > 0 {
		return x.employer(refs), false, false
	}
	if at := x.paperBefore(v); at >= 0 {
		if i := x.possessor(at); i >= 0 {
			return []Ref{{x.s, i}}, false, false
		}
		if refs = x.ofSubject(at, v.First); len(refs) > 0 { // "a statement issued by the Kremlin said"
			return refs, false, false
		}
		return nil, false, !x.broughtIn(at)
	}
	if at := x.heading(v); at >= 0 {
		refs = x.ofSubject(at, v.First)
		return refs, false, len(refs) == 0 && !x.broughtIn(at)
	}
	return nil, false, false
}

// broughtIn reports whether a noun is new to the text: "a source" is nobody who
// spoke before.
func (x *extractor) broughtIn(noun int) bool {
	i := noun - 1
	for i > x.st.First && x.word(i).Tag == syntax.Adj {
		i--
	}
	return i >= x.st.First && x.lx.IsIndefinite(x.d.Toks[i].Form)
}

// doer returns the agent of a passive verb, or the author of the paper that is
// its agent ("reported by the press service of the Kremlin").
func (x *extractor) doer(v *annotate.VerbGroup) []Ref {
	if refs := x.agent(v); len(refs) > 0 {
		return refs
	}
	for i := v.Last; i < x.st.Last && i < v.Last+5; i++ {
		if x.lx.IsUtterance(x.d.Toks[i].Form) {
			return x.ofSubject(i, min(i+paperReach, x.st.Last))
		}
	}
	return nil
}

// behind returns who stands behind a verb as its subject, when a quotation, a
// clause or nothing stands before it; ok is false where the subject must be
// looked for before the verb.
func (x *extractor) behind(v *annotate.VerbGroup) (refs []Ref, same, ok bool) {
	if v.First == x.st.First {
		if !v.Finite { // "Having thanked X, Y said"
			return nil, false, false
		}
		refs = x.inverted(v)
		return refs, false, len(refs) > 0
	}
	p := v.First - 1
	comma := x.raw(p) == ","
	quoted := x.d.InQuote(p) >= 0 && x.d.InQuote(v.Main) < 0
	if !x.led(v) && !quoted && x.takesUpHalf(v) == 0 && (!comma && !x.dash(p) || !x.setIn(v) && !x.namedBehind(v) && x.apposition(v)) {
		return nil, false, false
	}
	if refs = x.inverted(v); len(refs) > 0 {
		return refs, false, true
	}
	if x.outletBehind(v) >= 0 || x.mediaBehind(v) { // ", reports Reuters", ", écrit la presse locale"
		return x.house(v), false, true // "сообщили РИА Новости в посольстве"
	}
	if at := x.paperBehind(v); at >= 0 {
		refs = x.ofSubject(at, min(at+paperReach, x.st.Last))
		return refs, len(refs) == 0, true
	}
	at := x.invertedOther(v)
	if at < 0 || !quoted && !comma && !x.dash(p) && !x.led(v) {
		return nil, false, false
	}
	if refs = x.apposed(at); len(refs) > 0 {
		return refs, false, true
	}
	for at+1 < x.st.Last && x.d.Toks[at+1].Hyphen { // "пресс-служба"
		at++
	}
	if form := x.d.Toks[at].Form; x.lx.IsUtterance(form) || x.lx.IsStaff(form) {
		if refs = x.ofSubject(at, min(at+paperReach, x.st.Last)); len(refs) > 0 {
			return refs, false, true
		}
		return nil, !x.broughtIn(at), true
	}
	return nil, false, true
}

// setIn reports whether a verb and its subject behind it, between commas, are set in right
// behind the subject of another verb: "The talks, said the minister, have ended".
func (x *extractor) setIn(v *annotate.VerbGroup) bool {
	refs := x.inverted(v)
	if len(refs) == 0 || x.relative(v.First) || x.st.Actors[refs[0].Actor].First-v.Last > 2 || v.First < x.st.First+2 || x.actorEnding(v.First-1) < 0 && x.word(v.First-2).Tag != syntax.Noun {
		return false
	}
	end := x.st.Actors[refs[len(refs)-1].Actor].Last
	if end+1 >= x.st.Last || !x.sets(end) && x.raw(end-1) != "," {
		return false
	}
	g := x.finiteAfter(end)
	return g != nil && g.First <= end+2
}

// apposition reports whether the comma before a verb closes what stands between
// it and its subject: no finite verb stands there but in a relative clause.
func (x *extractor) apposition(v *annotate.VerbGroup) bool {
	refs := x.subject(v)
	if len(refs) == 0 || refs[0].Sentence != x.s {
		return false
	}
	last := 0
	for _, r := range refs {
		last = max(last, x.st.Actors[r.Actor].Last)
	}
	if last > v.First {
		return x.st.Actors[refs[0].Actor].Last <= v.Main // its pronoun is part of the group
	}
	from := last
	for i := range x.st.Verbs {
		g := &x.st.Verbs[i]
		if !g.Finite || g == v || g.Main < last || g.Last > v.First {
			continue
		}
		if !x.relativeBetween(from, g.First+1) {
			return false
		}
		from = g.Last // a relative clause has one finite verb
	}
	for i := x.st.First; i < x.st.Actors[refs[0].Actor].First; i++ { // a clause before the subject is what was said
		if g := x.verbAt(i); g != nil && g.Finite && x.d.InQuote(i) < 0 && (x.raw(last) != "," || last+1 == v.First && !x.relative(v.First)) {
			return false
		}
	}
	return true
}

func (x *extractor) relativeBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if x.relative(i) {
			return true
		}
	}
	return false
}

// employer replaces unnamed people by the institution or state they speak for,
// when its name stands right before ("foreign ministry officials").
func (x *extractor) employer(refs []Ref) []Ref {
	if len(refs) != 1 || refs[0].Sentence != x.s {
		return refs
	}
	a := &x.st.Actors[refs[0].Actor]
	if a.Kind != annotate.OfficeHolder || a.Of != "" {
		return refs
	}
	for k := refs[0].Actor + 1; k < len(x.st.Actors); k++ { // "the spokesman for the president, Y"
		n := &x.st.Actors[k]
		if n.Rels != 0 && n.RelAt == a.Last && n.Kind == annotate.Person && x.clauseBetween(n.First, n.Last) {
			return []Ref{{x.s, k}}
		}
	}
	if k := x.actorEnding(a.First); k >= 0 && (x.st.Actors[k].Kind == annotate.Institution || a.Plural && x.st.Actors[k].Kind == annotate.State) {
		return []Ref{{x.s, k}}
	}
	return refs
}

// clitic returns the pronoun inside an inverted verb group ("a-t-il dit").
func (x *extractor) clitic(v *annotate.VerbGroup) []Ref {
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.Kind == annotate.Pronoun && a.First > v.First && a.Last <= v.Last+1 && x.d.Toks[a.First].Hyphen {
			return []Ref{{x.s, i}}
		}
	}
	return nil
}

// speaking keeps the actors that can be speakers. Outlets are carriers.
func (x *extractor) speaking(refs []Ref) []Ref {
	var out []Ref
	for _, r := range refs {
		a := &x.st.Actors[r.Actor]
		if a.Kind != annotate.Outlet {
			out = append(out, r)
		}
	}
	return out
}

// invertedOther returns the noun of somebody who is no actor and stands behind
// a verb as its subject, or -1: "..., a déclaré une source".
func (x *extractor) invertedOther(v *annotate.VerbGroup) int {
	from := x.pastHearers(v.Last)
	for i := from; i < x.st.Last && i < from+8; i++ {
		if x.inDate(i) || x.word(i).Tag == syntax.Adv {
			continue
		}
		if a := x.actorStarting(i); a >= 0 && x.st.Actors[a].Kind == annotate.Outlet {
			i = x.st.Actors[a].Last - 1
			continue
		}
		if n := x.outletAfter(i); n > 0 { // "a indiqué à l'agence EFE une source"
			i = n - 1
			continue
		}
		if x.st.Rels[i-x.st.First] != 0 && (i == from || i+1 < x.st.Last && x.actorStarting(i+1) >= 0) {
			continue
		}
		if x.lx.IsUtterance(x.d.Toks[i].Form) && x.actorStarting(i) < 0 { // the article may be a suffix
			return i
		}
		if i == from && x.word(i).Tag == syntax.Noun && x.actorStarting(i) < 0 { // the article may be a suffix
			return i
		}
		if i+1 >= x.st.Last || x.word(i).Tag != syntax.Det || x.actorStarting(i) >= 0 || x.actorStarting(i+1) >= 0 {
			return -1
		}
		if x.word(i+1).Tag == syntax.Noun {
			return i + 1
		}
		if x.word(i+1).Tag == syntax.Adj && i+2 < x.st.Last && x.actorStarting(i+2) < 0 {
			return i + 2
		}
		return -1
	}
	return -1
}

// outletAfter returns the end of an outlet named right behind an article or a
// noun such as "agency" at a token, 0 when there is none.
func (x *extractor) outletAfter(tok int) int {
	if t := x.word(tok).Tag; t != syntax.Det && t != syntax.Noun {
		return 0
	}
	for i := tok + 1; i < x.st.Last && i <= tok+2; i++ {
		if a := x.actorStarting(i); a >= 0 {
			if x.st.Actors[a].Kind == annotate.Outlet {
				return x.st.Actors[a].Last
			}
			return 0
		}
	}
	return 0
}

// apposed returns the person whose name stands behind a noun phrase that says
// what they are: "..., explained the coordinator of the council, John Kirby".
func (x *extractor) apposed(noun int) []Ref {
	for i := noun + 1; i < x.st.Last && i < noun+14; i++ {
		if a := x.actorStarting(i); a >= 0 && i <= noun+3 && x.st.Actors[a].Kind == annotate.Person && x.st.Actors[a].Rels == 0 {
			return []Ref{{x.s, a}}
		}
		if a := x.actorStarting(i); a >= 0 && x.st.Actors[a].Kind == annotate.Person && x.clauseBetween(x.st.Actors[a].First, x.st.Actors[a].Last) {
			return []Ref{{x.s, a}} // "... of the council, John Kirby"
		}
		if x.raw(i) == "," && i+1 < x.st.Last {
			if a := x.actorStarting(i + 1); a >= 0 && x.st.Actors[a].Kind == annotate.Person {
				return []Ref{{x.s, a}}
			}
			return nil
		}
		if !x.d.Toks[i].Word || x.verbAt(i) != nil || x.breaks(i) || x.relative(i) {
			return nil
		}
	}
	return nil
}

// afterAside returns where a clause goes on behind an aside between commas:
// "said, in an interview with the paper, the minister".
func (x *extractor) afterAside(from int) int {
	if from >= x.st.Last || x.raw(from) != "," {
		return from
	}
	for i := from + 1; i < x.st.Last && i < from+16; i++ {
		if g := x.verbAt(i); g != nil && g.Finite || x.breaks(i) {
			return from
		}
		if x.raw(i) == "," {
			return i + 1
		}
	}
	return from
}

// inverted returns the actors right after a verb: "..., a déclaré M. Lavrov".
func (x *extractor) inverted(v *annotate.VerbGroup) []Ref {
	from := x.pastHearers(x.afterAside(v.Last))
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First < from {
			continue
		}
		if a.Rels != 0 || a.First-from > 4 || a.Kind == annotate.Outlet {
			return nil
		}
		for t := from; t < a.First; t++ {
			if !x.d.Toks[t].Word && x.raw(t) != "," || x.breaks(t) || x.verbAt(t) != nil {
				return nil
			}
		}
		for _, t := range []int{a.First, a.Last} { // "said Putin told them": the subject of what follows
			if g := x.verbAt(min(t, x.st.Last-1)); g != nil && g.Finite && g.Main > v.Main && !x.relative(min(t, x.st.Last-1)) && (a.Kind != annotate.Pronoun || g.Main >= a.Last) {
				return nil
			}
		}
		return x.with(i)
	}
	return nil
}
