package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// house returns where those are who say something that a verb in the plural tells without
// a subject: "в Кремле заявили", "как сообщили в МИД".
func (x *extractor) house(v *annotate.VerbGroup) []Ref {
	const behind = 6
	if !x.lx.Pack.PluralAnybody || !v.Finite || !v.Plural || v.FirstPerson {
		return nil
	}
	from := v.First
	for from > x.st.First && (x.d.Toks[from-1].Word || x.d.InQuote(from-1) >= 0) {
		from--
	}
	found := -1
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First < from || a.First >= v.Last+behind || x.thatBetween(v.Last, a.First) {
			continue
		}
		single := (a.Place != "" || x.word(a.First).Feats.Has(syntax.Singular)) && !x.several(x.with(i))
		if a.Rels == 0 && !a.Object && a.Last <= v.First && !single { // a subject
			return nil
		}
		within := a.Kind == annotate.Institution || a.Kind == annotate.State || a.Kind == annotate.Organisation
		if within && a.Rels.Has(language.In) && (found < 0 && a.Last <= v.First || x.nextTo(v, a)) {
			found = i
		}
	}
	if found < 0 {
		return x.staffOf(v, max(from, v.First-behind), min(v.Last+behind, x.st.Last))
	}
	return []Ref{{x.s, found}}
}

// staffOf returns whose staff says something in their house: "сообщили в пресс-службе президента".
func (x *extractor) staffOf(v *annotate.VerbGroup, from, to int) []Ref {
	for i := from; i+1 < to; i++ {
		if !x.st.Rels[i-x.st.First].Has(language.In) {
			continue
		}
		at := i + 1
		for at+1 < x.st.Last && x.d.Toks[at+1].Hyphen {
			at++
		}
		if !x.lx.IsStaff(x.d.Toks[at].Form) || x.actorStarting(i+1) >= 0 || x.thatBetween(v.Last, i) {
			continue
		}
		if refs := x.ofSubject(at, min(at+paperReach, x.st.Last)); len(refs) > 0 {
			return refs
		}
	}
	return nil
}

// nextTo reports whether no mark and no verb parts a verb from an actor behind it, but for a day.
func (x *extractor) nextTo(v *annotate.VerbGroup, a *annotate.Actor) bool {
	for t := v.Last; t < a.First; t++ {
		if !x.d.Toks[t].Word && !x.inDate(t) || x.verbAt(t) != nil {
			return false
		}
	}
	return a.First >= v.Last
}

// tailing reports whether what a verb tells stands in front of it, for no clause and no
// quotation follows: "Визит отложен, сообщили в МИД", "Это опровергли в МИД".
func (x *extractor) tailing(v *annotate.VerbGroup) bool {
	for i := v.Last; i < x.st.Last; i++ {
		if p := x.raw(i); x.lx.IsThat(x.d.Toks[i].Form) || p == ":" || x.d.InQuote(i) >= 0 {
			return false
		}
	}
	return v.First-2 > x.st.First
}
