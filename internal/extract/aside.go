package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// AsideKind says what an aside tells.
type AsideKind uint8

// The kinds of aside.
const (
	// Undertakes: somebody undertook to do something.
	Undertakes AsideKind = iota
	// Disclaims: somebody says not to have asked for the contact.
	Disclaims
	// Silent: somebody says nothing of what another side reports.
	Silent
)

// Aside is a clause about a contact that names none: an undertaking, a
// disclaimer or a silence.
type Aside struct {
	Sentence int
	Kind     AsideKind
	Stretch
	By  []Ref
	Cue *annotate.Cue
}

// asides reads the undertakings, disclaimers and silences of the sentence.
func (x *extractor) asides() {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		v := x.verbAt(c.At)
		switch c.Sense() {
		case language.Commit:
			if v == nil || v.Negated || v.Passive {
				continue
			}
			x.noteAside(Undertakes, c, x.subject(v), Stretch{c.First, x.undertaken(c)})
		case language.Initiator, language.Step:
			asks := c.Arg("dir") == "before" || c.Arg("initiator") == "subject"
			if v == nil || !v.Negated || !asks || c.Entry.Cue.POS != "VERB" {
				continue
			}
			x.noteAside(Disclaims, c, x.subject(v), Stretch{v.First, x.matterEnd(v.Last)})
		case language.Silence:
			if v == nil {
				continue
			}
			x.noteAside(Silent, c, x.subject(v), Stretch{c.First, c.Last})
		}
	}
}

func (x *extractor) noteAside(kind AsideKind, c *annotate.Cue, by []Ref, s Stretch) {
	if len(by) > 0 && s.First < s.Last {
		x.out.Asides = append(x.out.Asides, Aside{Sentence: x.s, Kind: kind, Stretch: s, By: by, Cue: c})
	}
}

// undertaken is where an undertaking ends: a clause after "that" goes on to the
// end of the sentence, without its mark.
func (x *extractor) undertaken(c *annotate.Cue) int {
	end := x.matterEnd(c.Last)
	if x.lx.IsThat(x.d.Toks[c.Last-1].Form) {
		end = x.st.Last
	}
	for end > c.Last && !x.d.Toks[end-1].Word && !x.d.Toks[end-1].Number && x.d.InQuote(end-1) < 0 {
		end--
	}
	return end
}
