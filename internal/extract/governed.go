package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/syntax"
)

// governedBy returns what a topic cue speaks of: what follows it, or its
// subject, which in an inverted sentence follows too.
func (x *extractor) governedBy(c *annotate.Cue) Stretch {
	after := Stretch{c.Last, x.matterEnd(c.Last)}
	if c.Arg("frame") != "subject" && !x.passive(c) {
		return after
	}
	before, behind := x.before(c), x.predicate(c)
	switch {
	case x.onTopic(before) || x.substance(before) && !x.onTopic(behind):
		return before
	case x.onTopic(behind):
		return behind
	}
	return after
}

// onTopic reports whether a stretch names a topic.
func (x *extractor) onTopic(s Stretch) bool {
	return s.First < s.Last && len(x.lx.TopicsIn(x.d.Toks, s.First, s.Last)) > 0
}

// predicate is what stands behind the verb whose subject or place in front a cue
// tells of: "the aim of the call was ...", "printre subiectele discutate se numără ...".
func (x *extractor) predicate(c *annotate.Cue) Stretch {
	for i := c.Last; i < x.st.Last && i < c.Last+longestTheme && !x.breaks(i); i++ {
		if g := x.verbAt(i); g != nil && g.Finite && i == g.First {
			return Stretch{g.Last, x.matterEnd(g.Last)}
		}
	}
	return Stretch{c.Last, x.matterEnd(c.Last)}
}

// longestTheme is in how many words a cue is followed by whose theme it tells of.
const longestTheme = 8

// passive reports whether a cue that takes an object stands in the passive, so
// that its subject is what was discussed.
func (x *extractor) passive(c *annotate.Cue) bool {
	if c.Arg("frame") != "object" {
		return false
	}
	v := x.verbAt(c.At)
	return v != nil && v.Passive
}

// before is the clause in front of a cue, as far as another verb than its own:
// "energy was high on the agenda".
func (x *extractor) before(c *annotate.Cue) Stretch {
	first, own := c.First, x.verbBefore(c)
	for i := c.First - 1; i >= x.st.First; i-- {
		if x.breaks(i) {
			break
		}
		if g := x.verbAt(i); g != nil && g.Finite && g.Last <= c.First && i == g.Last-1 && g != own {
			break
		}
		first = i
	}
	return Stretch{first, c.First}
}

// verbBefore is the verb that stands before a cue that is none, but for adverbs.
func (x *extractor) verbBefore(c *annotate.Cue) *annotate.VerbGroup {
	if x.verbAt(c.At) != nil {
		return nil
	}
	for i := c.First - 1; i >= x.st.First && i >= c.First-3; i-- {
		if g := x.verbAt(i); g != nil {
			return g
		}
		if t := x.word(i).Tag; t != syntax.Adv && t != syntax.Adj && t != syntax.Adp {
			return nil
		}
	}
	return nil
}
