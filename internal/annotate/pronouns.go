package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// number tells by a verb of saying whether a pronoun that may be either stands for one or for
// several: "sie sagte", "sie sagten".
func (f *finder) number(st *Sentence) {
	if len(f.lx.Pack.PluralVerbs) == 0 {
		return
	}
	for i := range st.Actors {
		a := &st.Actors[i]
		if a.Kind != Pronoun || !f.lx.eitherNumber.Has(f.d.Toks[a.First].Form) {
			continue
		}
		k := slices.IndexFunc(st.Verbs, func(v VerbGroup) bool { return v.Finite && v.Last > a.First && v.First <= a.Last+1 })
		if k < 0 || !f.reports(st, &st.Verbs[k]) {
			continue
		}
		for t := st.Verbs[k].First; t < st.Verbs[k].Last; t++ {
			if tag := st.Words[t-st.First].Tag; tag == syntax.Verb || tag == syntax.Aux {
				a.Plural = endsIn(f.d.Toks[t].Form, f.lx.Pack.PluralVerbs)
				break
			}
		}
	}
}

// reports reports whether a verb tells that somebody speaks.
func (f *finder) reports(st *Sentence, v *VerbGroup) bool {
	return slices.ContainsFunc(st.Cues, func(c Cue) bool {
		return c.Entry.Cue.Sense == language.Speech && v.First <= c.At && c.At < v.Last
	})
}

// inBoth returns the forms that stand in two lists.
func inBoth(a, b []string) text.Set {
	return text.SetOf(slices.DeleteFunc(slices.Clone(a), func(s string) bool { return !slices.Contains(b, s) }))
}
