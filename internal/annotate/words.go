package annotate

import (
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// tagger puts the syntax model's words on tokens: hyphens join tokens to one
// word of the treebanks, except where a clitic stands.
type tagger struct {
	lx       *Lexicon
	analysis syntax.Analysis
	words    []string
	begin    []int // first byte of each word
	of       []int // word of each token
}

// tag fills out[i] for the i-th token of one sentence.
func (t *tagger) tag(d *Document, first, last int, out []Word) {
	if t.lx.Model == nil {
		return
	}
	t.words, t.begin, t.of = t.words[:0], t.begin[:0], t.of[:0]
	for i := first; i < last; i++ {
		tok := &d.Toks[i]
		n := len(t.words)
		start, end := tok.Start, tok.End
		switch {
		case tok.Hyphen && i > first && (!t.apart(&d.Toks[i-1], tok) || d.Toks[i-1].Hyphen && t.lx.after[d.Toks[i-1].Form] && t.lx.after[tok.Form]):
			n--
			start = t.begin[n]
			t.words, t.begin = t.words[:n], t.begin[:n]
		case tok.Hyphen && t.lx.after[tok.Form]:
			start-- // "a-t-il": "a" and "-t-il"
		}
		if i+1 < last && d.Toks[i+1].Hyphen && t.lx.before[tok.Form] && t.apart(tok, &d.Toks[i+1]) {
			end++ // "s-a"
		}
		t.words = append(t.words, d.Text[start:end])
		t.begin = append(t.begin, start)
		t.of = append(t.of, n)
	}
	t.lx.Model.Analyse(t.words, &t.analysis)
	for i, w := range t.of {
		out[i] = Word{t.analysis.Tag[w], t.analysis.Feats[w]}
	}
}

// apart reports whether two tokens with a hyphen between are two words.
func (t *tagger) apart(a, b *text.Token) bool {
	if a.Upper && b.Upper {
		return false
	}
	return !b.Upper && (t.lx.before[a.Form] || t.lx.after[b.Form])
}
