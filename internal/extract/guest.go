package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
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

// grantee takes whom a pronoun stands for in the relative clause of a noun: the subject of
// the main clause, "After the audience that B granted him, A said".
func (x *extractor) grantee(k *Candidate, own *annotate.VerbGroup, part language.Part) {
	if !x.pronominal(own) {
		return
	}
	v := x.finiteBefore(k.Cue.First)
	if v == nil {
		v = x.finiteAfter(own.Last)
	}
	if v != nil && v != own {
		k.take(x.personal(x.subject(v)), part)
	}
}
