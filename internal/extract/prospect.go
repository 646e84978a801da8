package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// awaited reports whether something has to be done before what a verb says can be: "much
// must be settled before holding a summit".
func (x *extractor) awaited(v *annotate.VerbGroup) bool {
	if v.Finite || !x.circumstantial(v) {
		return false
	}
	for i := x.st.First; i < v.First; i++ {
		if x.lx.IsMust(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// spokenOf reports whether a contact, one of several that there may be, is but what is
// spoken about: "asked about a summit between A and B".
func (x *extractor) spokenOf(k *Candidate) bool {
	if k.Kind != "meeting" && k.Kind != "talks" && k.Kind != "call" || len(k.Participants)+len(k.States) < 2 {
		return false
	}
	for i := k.Cue.First - 1; i >= x.st.First; i-- {
		if x.lx.IsIndefinite(x.d.Toks[i].Form) {
			return i > x.st.First && x.st.Rels[i-1-x.st.First].Has(language.About)
		}
		if !x.modifier(i) {
			return false
		}
	}
	return false
}
