package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/text"
)

// over reports whether a token belongs to words of some function, found by the words and
// the token they reach beyond: the "que" of "jusqu'à ce que".
func (x *extractor) over(tok int, found func(toks []text.Token, i, tok, last int) bool) bool {
	const longest = 4 // words
	for i := tok; i >= x.st.First && i > tok-longest; i-- {
		if found(x.d.Toks, i, tok, x.st.Last) {
			return true
		}
	}
	return false
}

// beforehand reports whether the clause of a verb in the present tells what comes after
// the main one, which is not over itself: "wants guarantees before A meets B".
func (x *extractor) beforehand(v *annotate.VerbGroup) bool {
	main := x.finiteBefore(v.First)
	if main == nil {
		main = x.finiteAfter(v.Last)
	}
	if !v.Finite || main == nil || main.Tense == annotate.Past {
		return false
	}
	for i := v.First - 1; i >= x.st.First && x.verbAt(i) == nil; i-- {
		if x.over(i, x.lx.AheadOver) {
			return true
		}
		if x.breaks(i) {
			return false
		}
	}
	return false
}
