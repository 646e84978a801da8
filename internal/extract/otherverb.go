package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// otherVerb reports whether a verb that says nothing of the contact stands
// between it and a stretch behind it: "met X, due to open on Monday".
func (x *extractor) otherVerb(k *Candidate, first, last int) bool {
	if last <= k.Cue.First && first-x.st.First > 2 {
		for i := range x.st.Cues { // "not this year, the aide said, adding that talks ..."
			if c := &x.st.Cues[i]; c.Sense() == language.Speech && c.First >= last && c.Last <= k.Cue.First && !x.senseOver(c.First, c.Last, language.Contact) {
				return true
			}
		}
	}
	if first < k.Cue.Last {
		return false
	}
	// A noun may be the subject of the verb behind it, though it says nothing.
	carrier, _ := x.carrier(k)
	subject := k.Noun && carrier == nil && !x.adjunct(k)
	for i := range x.st.Verbs {
		v := &x.st.Verbs[i]
		if v.First < k.Cue.Last || v.Last > first || x.passedBy(v, first) || x.ofCompany(v) {
			continue
		}
		own := (subject || x.saysOf(k, v)) && !x.onlyTells(v)
		// Steps are said of a noun; behind a verb they carry something else.
		own = own || k.Noun && x.senseOver(v.First, v.Last, language.Step, language.Light) ||
			x.senseOver(v.First, v.Last, language.Contact, language.Mode, language.Initiator, language.TopicOf, language.Occasion)
		if !own {
			return true
		}
	}
	return false
}

// passedBy reports whether a participle between commas lies behind by a token, where a
// finite verb goes on: "the visit, criticised by A, will take place on Monday".
func (x *extractor) passedBy(v *annotate.VerbGroup, tok int) bool {
	if v.Finite || !v.Passive || x.raw(v.First-1) != "," {
		return false
	}
	main := x.finitePastComma(v.Last)
	return main != nil && main.Last <= tok
}

// ofCompany reports whether a participle only says who else is there: "received a delegation led
// by A on Monday".
func (x *extractor) ofCompany(v *annotate.VerbGroup) bool {
	return !v.Finite && x.senseOver(v.First, v.Last, language.Company)
}

// onlyTells reports whether a verb reports words and names no contact in doing so.
func (x *extractor) onlyTells(v *annotate.VerbGroup) bool {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() == language.Speech && c.First < v.Last && c.Last > v.First && !x.senseOver(c.First, c.Last, language.Contact) {
			return true
		}
	}
	return false
}

// saysOf reports whether a verb stands in the relative clause right behind a
// contact noun and tells nobody's words.
func (x *extractor) saysOf(k *Candidate, v *annotate.VerbGroup) bool {
	rel := x.clauseOf(k)
	if rel < 0 || v.First < rel || v.First-rel > 4 {
		return false
	}
	return !x.senseOver(v.First, v.Last, language.Speech)
}

// wentOn reports whether a verb behind a comma, with no subject of its own, tells what the
// subject in front of another did next: "A ha visto B, poi ha incontrato C".
func (x *extractor) wentOn(g, v *annotate.VerbGroup, comma int) bool {
	const most = 4 // words of time between
	if !x.lx.Pack.ProDrop || !v.Finite || v.First-comma-1 > most {
		return false
	}
	for i := comma + 1; i < v.First; i++ {
		if t := x.word(i).Tag; t != syntax.Adv && !x.inDate(i) && !x.lx.NextAt(x.d.Toks, i, x.st.Last) {
			return false
		}
	}
	refs := x.subject(g)
	return len(refs) > 0 && refs[0].Sentence == x.s && x.st.Actors[refs[0].Actor].Last <= g.Main
}

// isObject reports whether an actor before a verb is the object of an earlier
// one: it stands right after that verb, and a conjunction or nothing of its own
// joins it to this one.
func (x *extractor) isObject(a int, v *annotate.VerbGroup) bool {
	act, first := &x.st.Actors[a], a
	for act.List != 0 && !x.lx.Pack.VerbFirst && first > 0 && x.st.Actors[first-1].List == act.List {
		first--
	}
	start := x.st.Actors[first].First
	for k := range x.st.Verbs {
		g := &x.st.Verbs[k]
		if g == v || g.Last > start || g.Last < start-4 || !g.Finite && (g.Passive || x.senseOver(g.First, g.Last, language.Citing)) {
			continue
		}
		free := true
		for i := g.Last; i < start; i++ {
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
			if x.st.And[i-x.st.First] && g.Finite || x.raw(i) == "," && (!g.Finite || x.wentOn(g, v, i)) { // "A, visiting B, said"
				return true
			}
			if x.breaks(i) {
				return false
			}
		}
	}
	return false
}
