package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
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
