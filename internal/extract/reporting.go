package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// evades reports whether somebody refuses to say anything ("declined to
// comment").
func (x *extractor) evades(c *annotate.Cue, v *annotate.VerbGroup) bool {
	if c.Arg("act") != "reject" || x.quotesIn(v.Last, x.st.Last) >= 0 {
		return false
	}
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o.Sense() != language.Speech || o.Arg("act") != "say" || o.At < v.Last {
			continue
		}
		if g := x.verbAt(o.At); g != nil && g.First >= v.Last-1 && g.First <= v.Last+1 && (g.Tense == annotate.Infinitive || g.Subjunctive || x.lx.IsThat(x.d.Toks[v.Last].Form)) {
			return true
		}
	}
	return false
}

// attribute reports whether a verb only tells what a thing is that is spoken of
// ("the meeting they proposed to hold", "the group, backed by Rome").
func (x *extractor) attribute(c *annotate.Cue, v *annotate.VerbGroup) bool {
	if x.adjectival(v) {
		return true
	}
	if v.Passive && !v.Finite {
		return c.Arg("act") == "support"
	}
	switch c.Arg("act") {
	case "promise", "propose", "invite", "agree":
	default:
		return false
	}
	refs := x.subject(v)
	if len(refs) == 0 || refs[0].Sentence != x.s {
		return false
	}
	rel := x.phraseStart(min(x.st.Actors[refs[0].Actor].First, v.First)) - 1
	return rel > x.st.First && x.d.Toks[rel-1].Word && x.relative(rel) && x.word(rel-1).Tag != syntax.Verb
}

// adjectival reports whether a participle stands between an article and its noun: "the
// disputed areas".
func (x *extractor) adjectival(v *annotate.VerbGroup) bool {
	if v.Finite || v.First != v.Main || !x.word(v.Main).Feats.Has(syntax.Participle) || v.First == x.st.First || v.Last >= x.st.Last {
		return false
	}
	return x.lx.IsArticle(x.d.Toks[v.First-1].Form) && x.word(v.Last).Tag == syntax.Noun
}

// incise reports whether a reporting clause is set into the quotation it
// reports, marks and all ("« The road, says X, is long. »").
func (x *extractor) incise(v *annotate.VerbGroup) bool {
	if !v.Finite || v.First <= x.st.First || x.raw(v.First-1) != "," {
		return false
	}
	refs := x.clitic(v)
	if len(refs) == 0 {
		refs = x.inverted(v)
	}
	if len(refs) != 1 {
		return false
	}
	k := x.st.Actors[refs[0].Actor].Kind
	return k == annotate.Person || k == annotate.Pronoun && x.d.Toks[x.st.Actors[refs[0].Actor].First].Hyphen
}

// opensWith reports whether a quotation, or a further sentence of it, opens with the
// subject of a reporting verb: a release quoted may only pass on what somebody said.
func (x *extractor) opensWith(q int, v *annotate.VerbGroup) bool {
	refs := x.subject(v)
	if !v.Finite || len(refs) == 0 || refs[0].Sentence != x.s {
		return false
	}
	a := &x.st.Actors[refs[0].Actor]
	near := a.First - max(x.d.Quotes[q].First, x.st.First-1)
	return near > 0 && near <= 4 && (a.Kind == annotate.Person || a.Kind == annotate.OfficeHolder || a.Kind == annotate.Both)
}

// reason reports whether a cue brings in what somebody says of their own doing
// ("left the talks, citing the need for rest"), not a source.
func (x *extractor) reason(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if c.Sense() != language.Citing || c.Arg("dir") != "source" || v == nil || v.Finite || !x.goesOn(v) || len(x.beside(c, false)) > 0 {
		return false
	}
	if o := x.reportsBefore(v); o != nil {
		refs, _, _ := x.speaker(o)
		return len(x.speaking(refs)) > 0
	}
	for i := v.Last; i < x.st.Last && i < v.Last+6 && x.d.Toks[i].Word; i++ {
		if form := x.d.Toks[i].Form; x.lx.IsUtterance(form) || x.lx.IsMedia(form) {
			return false
		}
	}
	return true
}

// reportsBefore returns the last finite verb before another where it reports
// what somebody says.
func (x *extractor) reportsBefore(v *annotate.VerbGroup) *annotate.VerbGroup {
	for i := len(x.st.Verbs) - 1; i >= 0; i-- {
		if o := &x.st.Verbs[i]; o.Finite && o.Last <= v.First {
			if x.speaks(o) {
				return o
			}
			return nil
		}
	}
	return nil
}

// elided reports whether a conjunction stands right before a verb, whose
// subject is then that of the verb it is joined to.
func (x *extractor) elided(v *annotate.VerbGroup) bool {
	p := v.First - 1
	return p > x.st.First && !v.Passive && x.word(p).Tag == syntax.CConj && x.word(v.First).Tag != syntax.Pron
}

// goesOn reports whether a verb is a participle that says what the subject of
// the clause does besides ("..., adding that").
func (x *extractor) goesOn(v *annotate.VerbGroup) bool {
	return x.word(v.Main).Feats.Any(syntax.Gerund|syntax.Converb) || x.word(v.Main).Feats.Has(syntax.Participle|syntax.Present)
}

// quoted returns whom a participle right behind makes the speaker: "quoted X as
// saying".
func (x *extractor) quoted(v *annotate.VerbGroup) []Ref {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Citing || c.Arg("dir") != "source" || c.Last > v.First {
			continue
		}
		if refs := x.beside(c, false); len(refs) > 0 {
			if gap := v.First - x.st.Actors[refs[len(refs)-1].Actor].Last; gap >= 0 && gap <= 2 {
				return refs
			}
		}
	}
	return nil
}

// saying returns the noun for what a source said as if it were a participle, in a language
// that quotes so: "carried from X his saying that".
func (x *extractor) saying(c *annotate.Cue) *annotate.VerbGroup {
	if c.Entry.Cue.POS != "NOUN" || !x.lx.Pack.VerbFirst {
		return nil
	}
	v := &annotate.VerbGroup{First: c.First, Last: c.Last, Main: c.First, Tense: annotate.Participle}
	if len(x.quoted(v)) == 0 {
		return nil
	}
	return v
}

// copula returns the verb group that an adjective or a phrase of speech completes ("is
// confident that", "ist der Ansicht, dass"), with the adjective in it.
func (x *extractor) copula(c *annotate.Cue) *annotate.VerbGroup {
	if t := x.word(c.At).Tag; t != syntax.Adj && !x.word(c.At).Feats.Has(syntax.Participle) && t != syntax.Adp && (c.Entry.Cue.POS != "ANY" || t != syntax.Noun && t != syntax.Det) {
		return nil
	}
	i := c.First - 1
	for i > x.st.First && x.word(i).Tag == syntax.Adv && x.verbAt(i) == nil {
		i--
	}
	v := x.verbAt(max(i, x.st.First))
	if v == nil || !v.Finite || x.word(v.Main).Tag != syntax.Aux && v.Last != c.First {
		return nil
	}
	g := *v
	g.Last, g.Passive = c.Last, false
	return &g
}

// names reports whether a noun phrase follows, of a thing and no actor.
func (x *extractor) names(from, to int) bool {
	if from >= to || x.word(from).Tag == syntax.Adp {
		return false
	}
	end := min(x.phraseEnd(from), to)
	for i := from; i < end; i++ {
		if x.actorStarting(i) >= 0 {
			return false
		}
	}
	return end > from
}
