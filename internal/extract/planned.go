package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// asPlanned reports whether the clause of a verb ends with words by which what it tells had
// been planned, so that it is given up if negated: "will not travel to Lima as planned".
func (x *extractor) asPlanned(v *annotate.VerbGroup) bool {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() == language.Step && record.Steps[c.Arg("step")] == "scheduled" && c.First > v.Last && x.likened(c) {
			return true
		}
	}
	return false
}

// likened reports whether a participle ends its clause right behind a conjunction, but for
// adverbs and auxiliaries: "as originally planned", "comme prévu".
func (x *extractor) likened(c *annotate.Cue) bool {
	end := c.Last
	for end < x.st.Last && x.word(end).Tag == syntax.Adv {
		end++
	}
	if tag := x.word(c.At).Tag; tag != syntax.Verb && tag != syntax.Adj || end < x.st.Last && x.d.Toks[end].Word && x.word(end).Tag != syntax.CConj {
		return false
	}
	at := c.First - 1
	for at > x.st.First && !x.lx.IsSubordinate(x.d.Toks[at].Form) && (x.word(at).Tag == syntax.Adv || x.word(at).Tag == syntax.Aux) {
		at--
	}
	return x.word(at).Tag == syntax.SConj || x.word(at).Tag == syntax.Adp || x.lx.IsSubordinate(x.d.Toks[at].Form)
}
