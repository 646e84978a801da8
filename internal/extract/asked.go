package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// asks reports whether a verb of speech asks or offers.
func asks(c *annotate.Cue) bool {
	switch c.Arg("act") {
	case "demand", "propose", "invite":
		return true
	}
	return false
}

// ofContactNoun reports whether a contact is what a passive verb is said of: "the
// call was requested by Accra" tells of the call, and is nothing that Accra said.
func (x *extractor) ofContactNoun(v *annotate.VerbGroup) bool {
	for i := v.First - 1; i >= x.st.First && !x.breaks(i); i-- {
		if x.word(i).Tag != syntax.Noun || x.inDate(i) || x.inActor(i) {
			continue
		}
		for j := range x.st.Cues {
			if c := &x.st.Cues[j]; c.Sense() == language.Contact && c.First <= i && i < c.Last {
				return true
			}
		}
		return false
	}
	return false
}

// namesItsObject reports whether what a verb of speech says is what its relative
// pronoun stands for: "the visit, which Bolivia had announced last week, ...".
func (x *extractor) namesItsObject(v *annotate.VerbGroup) bool {
	from, to := x.relativeAround(v.Main)
	if from >= to || v.Last < x.st.Last && (x.lx.IsThat(x.d.Toks[v.Last].Form) || x.raw(v.Last) == ":" || x.d.InQuote(v.Last) >= 0) {
		return false
	}
	a := x.actorBefore(v.First)
	return a >= 0 && x.st.Actors[a].First > from
}
