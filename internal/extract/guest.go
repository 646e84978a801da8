package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/syntax"
)

// guestBeside returns the person or the holder of an office whom a comma sets beside a
// visit: "spoke with A, on a visit to B"; -1 for none.
func (x *extractor) guestBeside(k *Candidate) int {
	comma := k.Cue.First - 1
	for comma > x.st.First && x.raw(comma) != "," && k.Cue.First-comma < besideNoun && x.word(comma).Tag != syntax.Noun {
		comma--
	}
	if comma <= x.st.First || x.raw(comma) != "," {
		return -1
	}
	a := x.actorEnding(comma)
	if a < 0 || x.st.Actors[a].Kind != annotate.Person && x.st.Actors[a].Kind != annotate.OfficeHolder && x.st.Actors[a].Kind != annotate.Counterpart {
		return -1
	}
	return a
}
