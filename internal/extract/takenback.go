package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/record"
)

// takenBack reads that somebody called off or put off the contact told of just before, for
// which a pronoun in front of the verb stands: "convocó una reunión y luego la canceló".
func (x *extractor) takenBack() {
	n := len(x.out.Candidates)
	if n == 0 || x.s-x.out.Candidates[n-1].Sentence > 1 {
		return
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		v := x.verbAt(c.At)
		if c.Sense() != language.Step || c.Arg("scope") != "predicate" || record.Steps[c.Arg("step")] != "cancelled" || v == nil || !x.takesBack(v) {
			continue
		}
		k := Candidate{Sentence: x.s, Cue: c, Kind: "talk", Generic: true, Noun: true, Definite: true, First: c.First, Last: c.Last, Earlier: x.pluperfect(v)}
		x.setStep(&k, c, v)
		x.out.Candidates = append(x.out.Candidates, k)
		return
	}
}

// takesBack reports whether a finite verb of calling off has a pronoun for its object, and no
// contact behind it.
func (x *extractor) takesBack(v *annotate.VerbGroup) bool {
	if !v.Finite || v.Passive || v.Negated || v.Tense != annotate.Past || !x.pronominal(v) {
		return false
	}
	return x.cueIn(language.Contact, v.Last, x.clauseEnd(v.Last)) == nil
}
