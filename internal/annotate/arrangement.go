package annotate

import (
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// arrangement is the tokens of a document as they are read, what the tagger says of each, and
// which of them are verbs in the mood of reported speech.
type arrangement struct {
	toks     []text.Token
	words    []Word
	reported []bool
}

// apply adds the words of the sentence in their new order.
func (a *arranger) apply(out *arrangement) {
	first, at := len(out.toks), 0
	line := a.last > a.first && a.d.Toks[a.first].Line
	add := func(from int) {
		t := a.d.Toks[a.first+from]
		t.Space = t.Space || at != from
		t.Line = a.d.Toks[a.first+at].Line && at == from && at > 0
		at++
		out.toks = append(out.toks, t)
		out.words, out.reported = append(out.words, a.words[from]), append(out.reported, a.reported[a.first+from])
	}
	for i := -1; i < len(a.words); i++ {
		switch {
		case i < 0:
		case a.dropped[i]:
			at++
		case !a.moved[i]:
			add(i)
		}
		for _, from := range a.behind[i+1] {
			add(from)
		}
		if i >= 0 && a.fronted[i] {
			end := a.d.Toks[a.first+i].End
			out.toks = append(out.toks, text.Token{Start: end, End: end, Form: ","})
			out.words, out.reported = append(out.words, Word{Tag: syntax.Punct}), append(out.reported, false)
		}
	}
	if len(out.toks) > first {
		out.toks[first].Line = line
	}
}
