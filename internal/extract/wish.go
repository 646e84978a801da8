package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// wish returns the words that say of the clause around a verb whether it is wanted,
// possible or unlikely, and stand right in front of its "that": "hopes that A will meet
// B", "il est peu probable que A voie B".
func (x *extractor) wish(v *annotate.VerbGroup) *annotate.Cue {
	for i := v.First - 1; i >= x.st.First; i-- {
		if g := x.verbAt(i); g != nil && g.Finite {
			return nil
		}
		if x.breaks(i) {
			return x.wishAt(i)
		}
	}
	return nil
}

// wishAt returns the words that end right in front of a "that", or with it, but for what
// parts the two: "il n'y a « aucun projet » pour que", "no hay planes para que".
func (x *extractor) wishAt(that int) *annotate.Cue {
	end := that
	for end > x.st.First && (!x.d.Toks[end-1].Word || x.word(end-1).Tag == syntax.Adp) {
		end--
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		step := c.Arg("step")
		ofClause := isModal(c) || c.Sense() == language.Step && step == "no-plans"
		if ofClause && c.First < that && c.Last >= end && (record.Steps[step] == "proposed" || record.Steps[step] == "denied") {
			return c
		}
	}
	return nil
}

// wished gives a contact the step that is told of the clause of its verb.
func (x *extractor) wished(k *Candidate, v *annotate.VerbGroup) {
	if !v.Finite || v.Tense == annotate.Past {
		return
	}
	if c := x.wish(v); c != nil {
		x.setStep(k, c, x.verbAt(c.At))
	}
}

// expected returns the step of what somebody else is told to want or expect of a noun
// that is the subject of a verb: "expects talks to begin", "vrea ca discuțiile să fie
// reluate", "souhaite que les discussions reprennent".
func (x *extractor) expected(k *Candidate, c *annotate.Cue, v *annotate.VerbGroup) string {
	if c.First < k.Cue.Last || v.Tense == annotate.Past {
		return ""
	}
	if top := x.top(v); top != v && top.Last <= k.Cue.First {
		return "proposed"
	}
	if o := x.wish(v); o != nil && o.Last <= k.Cue.First {
		return o.Arg("step")
	}
	return ""
}
