package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// senseOver reports whether a cue of one of these senses shares a word with a
// stretch.
func (x *extractor) senseOver(first, last int, senses ...language.Sense) bool {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.First < last && c.Last > first && slices.Contains(senses, c.Sense()) {
			return true
		}
	}
	return false
}

// senseAt reports whether a token is of a cue of one of these senses.
func (x *extractor) senseAt(tok int, senses ...language.Sense) bool {
	return x.senseOver(tok, tok+1, senses...)
}

// cueIn returns the first cue of a sense that has its head in a stretch, nil
// when none has.
func (x *extractor) cueIn(sense language.Sense, first, last int) *annotate.Cue {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == sense && first <= c.At && c.At < last {
			return c
		}
	}
	return nil
}

// isModal reports whether a cue sets the step of the verb it stands over.
func isModal(c *annotate.Cue) bool {
	return c.Sense() == language.Step && c.Arg("scope") == "modal"
}

// onlyCarries reports whether a modal of duty has a noun and no verb behind it, so that it is one like
// any other: "мав зустріч", not "мав провести зустріч".
func (x *extractor) onlyCarries(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if !isModal(c) || c.Arg("step") != "scheduled" || v == nil || x.cueIn(language.Light, c.At, c.At+1) == nil {
		return false
	}
	for i := v.Last; i < x.st.Last && x.d.Toks[i].Word; i++ {
		if g := x.verbAt(i); g != nil && g != v {
			return false
		}
		if x.word(i).Tag == syntax.Noun {
			return true
		}
	}
	return false
}
