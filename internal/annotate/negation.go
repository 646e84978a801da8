package annotate

import "slices"

// limits reports whether the only negation of a verb group is one half of a word
// for "only": "n'aura lieu que vendredi".
func (f *finder) limits(st *Sentence, first, end int) bool {
	const reach = 3
	negations := 0
	for i := first; i < st.Last && i < end+reach && f.d.Toks[i].Word; i++ {
		switch form := f.d.Toks[i].Form; {
		case i >= end && f.lx.except.Has(form):
			return negations == 1
		case f.lx.negations.Has(form):
			negations++
		}
	}
	return false
}

// idle reports whether the only negation of a verb group says nothing, in a clause such as
// "avant qu'il ne parte".
func (f *finder) idle(st *Sentence, first, end int) bool {
	if len(f.lx.Pack.IdleNegation) == 0 {
		return false
	}
	const reach = 3 // "avant que le ministre ne parte" has its subject in front
	negations := 0
	for i := first; i < min(st.Last, end+reach) && f.d.Toks[i].Word; i++ {
		if f.lx.negations.Has(f.d.Toks[i].Form) {
			negations++
		}
	}
	if negations != 1 {
		return false
	}
	const clause = 12
	for i := first; i > st.First && i > first-clause && (f.d.Toks[i].Word || i == first); i-- {
		if f.lx.IsThat(f.d.Toks[i].Form) {
			return slices.Contains(f.lx.Pack.IdleNegation, f.d.Toks[i-1].Form)
		}
	}
	return false
}
