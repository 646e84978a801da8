package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// worded reports whether what a verb needs to report speech stands there: a
// clause or a quotation ("recalls that", not "recalls its ambassador"), a
// matter ("notes the ties"), or the relation that the cue names ("appelle ... à").
func (x *extractor) worded(sp *Speech, v *annotate.VerbGroup) bool {
	if sp.QuoteFrom >= 0 || sp.Last <= v.First {
		return true
	}
	then := sp.Cue.Arg("then")
	if then == "side" {
		return sp.First >= v.First && x.words(v.Last, sp.Last) && x.ofOneSide(sp.Speakers, v)
	}
	if sp.Act == "say" && sp.First >= v.First && x.bare(v.Last, sp.Last, sp.Cue.Arg("frame") == "tell") {
		return false
	}
	if sp.Act == "say" && sp.Cue.Arg("frame") == "that" && sp.First >= v.Last && x.lx.Pack.Order == language.VerbSecond && !x.verbIn(v.Last, sp.Last) && x.quotesIn(v.First, x.st.Last) < 0 && x.cueIn(language.Act, v.Last, sp.Last) == nil {
		return false // "kündigte ein Verbot an"
	}
	if sp.First < v.First && x.raw(v.First-1) == "," { // "Europe, he observed, must act"
		return true
	}
	if then == "" || then == "matter" && x.names(v.Last, sp.Last) {
		return true
	}
	for i := v.Last; i < sp.Last; i++ {
		form := x.d.Toks[i].Form
		if then != "to" && x.lx.IsThat(form) || x.st.Rels[i-x.st.First].Has(language.Relation(then)) {
			return true
		}
		if then != "to" && i > v.Last+6 {
			return false
		}
	}
	return false
}

// ofOneSide reports whether a government, an institution or its paper speaks of something,
// with nobody: "Paris parle d'un accord", not "Macron a parlé de l'accord avec Scholz".
func (x *extractor) ofOneSide(who []Ref, v *annotate.VerbGroup) bool {
	if len(who) != 1 || who[0].Sentence != x.s {
		return false
	}
	a := &x.st.Actors[who[0].Actor]
	if a.Kind != annotate.Institution && (a.Kind != annotate.State || a.Place == "") || a.Plural {
		return false
	}
	for i := range x.st.Actors {
		if o := &x.st.Actors[i]; o.Rels.Has(language.With) && o.Last > v.First && o.First < x.halfEnd(v.Last) {
			return false
		}
	}
	return true
}

// bare reports whether a stretch without a verb names no matter: hearers alone
// ("telling an investment forum"), or a paper ("made a statement at the ministry").
func (x *extractor) bare(from, to int, told bool) bool {
	paper := false
	for i := from; i < to; i++ {
		rels := x.st.Rels[i-x.st.First]
		if x.verbAt(i) != nil || rels.Has(language.About) || told && rels.Has(language.Of) {
			return false
		}
		paper = paper || i < from+3 && x.lx.IsUtterance(x.d.Toks[i].Form) && rels == 0
	}
	return told || paper
}

// verbIn reports whether a verb stands in a stretch.
func (x *extractor) verbIn(from, to int) bool {
	for i := from; i < to; i++ {
		if x.verbAt(i) != nil {
			return true
		}
	}
	return false
}

// words reports whether a stretch holds any word at all.
func (x *extractor) words(first, last int) bool {
	for i := first; i < last; i++ {
		if x.d.Toks[i].Word {
			return true
		}
	}
	return false
}
