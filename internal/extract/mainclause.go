package extract

import "github.com/parley-news/parley/internal/annotate"

// subjectAfter returns the subject of the main clause behind what opens a sentence: that of
// the first finite verb, or, where that stands in a clause of what is said, of the first whose
// subject a comma sets apart from it: "Stressing that A and B were friends, C urged D".
func (x *extractor) subjectAfter(v *annotate.VerbGroup) []Ref {
	g := x.finiteAfter(v.Last)
	if g == nil {
		return nil
	}
	if !x.thatBetween(v.Last, g.First) {
		return x.subject(g)
	}
	for i := range x.st.Verbs {
		if g = &x.st.Verbs[i]; !g.Finite || g.First < v.Last {
			continue
		}
		refs := x.subject(g)
		if len(refs) == 0 || refs[0].Sentence != x.s {
			continue
		}
		first := x.st.Actors[refs[0].Actor].First
		if at := x.phraseStart(min(first, g.First)) - 1; at > v.Last && x.raw(at) == "," {
			return refs
		}
	}
	return nil
}
