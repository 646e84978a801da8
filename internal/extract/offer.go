package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/record"
)

// offering takes the side whose offer a noun of that kind is: "American offers
// to meet", "Trump's proposal of talks", "la proposition russe de".
func (x *extractor) offering(k *Candidate, c *annotate.Cue) {
	if record.Steps[c.Arg("step")] != "proposed" {
		return
	}
	for i := range x.st.States {
		m := &x.st.States[i]
		if m.Last <= c.First && x.modifies(m.Last, c.First) || m.First >= c.Last && m.Last <= k.Cue.First && x.modifies(c.Last, m.First) {
			k.States = append(k.States, StateRef{m.ID, m.First, m.Last})
		}
	}
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		of := (a.Rels.Has(language.Of) || a.Rels.Has(language.By)) && a.First >= c.Last && a.RelAt <= c.Last+1 && a.Last <= k.Cue.First // "oferta Seulului de a relua"
		if of || a.Possessive && a.Last <= c.First && x.modifies(a.Last, c.First) {
			k.take(x.with(i), language.PartParty)
			if len(k.Initiators) == 0 {
				k.Initiators = x.with(i)
			}
		}
	}
	x.receivedOffer(k, c)
	for _, r := range x.offerers(c.Last, k.Cue.First) { // "the offer made to X by Y"
		if len(k.Initiators) == 0 && !x.st.Actors[r.Actor].Rels.Has(language.To) {
			k.Initiators = x.with(r.Actor)
		}
	}
}

// receivedOffer takes who got an offer and from whom, where a verb of receiving says so;
// what nobody has been offered is not planned: "has received no proposal of talks from".
func (x *extractor) receivedOffer(k *Candidate, offer *annotate.Cue) {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		v := x.verbAt(c.At)
		if c.Arg("frame") != "receive" || c.Last > offer.First || v == nil || v.Passive || !x.reaches(c.Last, k) {
			continue
		}
		k.take(x.personal(x.subject(v)), language.PartParty)
		for a := range x.st.Actors {
			if act := &x.st.Actors[a]; act.First >= v.Last && act.Rels.Has(language.From) && act.Kind != annotate.Outlet && !x.clauseBetween(v.Last, act.First) {
				k.take(x.with(a), language.PartParty)
				k.Initiators = x.with(a)
				break
			}
		}
		if v.Negated || x.noneBefore(offer) {
			k.Step, k.StepSure = "no-plans", true
		}
		return
	}
}

// noneBefore reports whether a negation stands right before a noun: "no proposal".
func (x *extractor) noneBefore(c *annotate.Cue) bool {
	n := c.First - 1
	return n >= x.st.First && x.lx.IsNegation(x.d.Toks[n].Form)
}

// offerers returns who made an offer and to whom, between it and the infinitive that
// says what it is of: "the offer made to X by Y to open talks".
func (x *extractor) offerers(from, to int) []Ref {
	var out []Ref
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First >= from && a.Last <= to && a.Kind != annotate.Outlet && a.Rels&annotate.RelSet(language.By, language.Of, language.To) != 0 {
			out = append(out, Ref{x.s, i})
		}
	}
	return out
}

// toldOfNoun gives a finite verb the step of the noun that its clause explains, or of
// the verb that turns it down: "rejected A's proposal that B visit", "la posibilidad de que A
// viaje".
func (x *extractor) toldOfNoun(k *Candidate, v *annotate.VerbGroup) {
	const subject, reach, object = 14, 6, 3
	if !v.Finite {
		return
	}
	that := v.Main - 1
	for that > x.st.First && that >= v.Main-subject && !x.lx.IsThat(x.d.Toks[that].Form) {
		if x.raw(that) == "," || x.verbAt(that) != nil && !x.inActor(that) && that < v.First {
			return
		}
		that--
	}
	if that <= x.st.First || that < v.Main-subject || !x.st.Rels[that-1-x.st.First].Has(language.Of) {
		return
	}
	noun := x.stepBefore(that-1, reach, func(c *annotate.Cue) bool { return c.Entry.Cue.POS == "NOUN" })
	if noun == nil {
		return
	}
	x.setStep(k, noun, nil)
	if no := x.stepBefore(noun.First, object, func(c *annotate.Cue) bool { return x.isVerb(c) && x.off(c) }); no != nil {
		x.setStep(k, no, x.verbAt(no.At))
	}
}

// stepBefore returns the last step cue of a kind that ends at a token or some words before it.
func (x *extractor) stepBefore(tok, reach int, fits func(*annotate.Cue) bool) *annotate.Cue {
	for i := len(x.st.Cues) - 1; i >= 0; i-- {
		if c := &x.st.Cues[i]; c.Sense() == language.Step && c.Last <= tok && tok-c.Last <= reach && fits(c) {
			return c
		}
	}
	return nil
}

// bringsIn reports whether the words of a step end in an article that brings in what follows,
// so that they say nothing of a noun before them: "achieved a".
func (x *extractor) bringsIn(c *annotate.Cue) bool {
	last := x.d.Toks[c.Last-1].Form
	return c.Last-c.First > 1 && x.isVerb(c) && x.lx.IsArticle(last) && !x.lx.IsDefinite(last)
}
