package annotate

import (
	"strings"

	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// tagger puts the syntax model's words on tokens: hyphens join tokens to one
// word of the treebanks, except where a clitic stands.
type tagger struct {
	analysis syntax.Analysis
	words    []string
	begin    []int // first byte of each word
	of       []int // word of each token
}

// tag fills out[i] for the i-th token of one sentence.
func (t *tagger) tag(lx *Lexicon, d *Document, first, last int, out []Word) {
	if lx.Model == nil {
		return
	}
	t.words, t.begin, t.of = t.words[:0], t.begin[:0], t.of[:0]
	headline := headlineCase(d.Toks[first:last])
	for i := first; i < last; i++ {
		tok := &d.Toks[i]
		n := len(t.words)
		start, end := tok.Start, tok.End
		switch {
		case i > first && enclitic(lx, &d.Toks[i-1], tok):
		case tok.Ending && i > first: // the treebanks do not part it
			n--
			start = t.begin[n]
			t.words, t.begin = t.words[:n], t.begin[:n]
		case t.ending(lx, d.Toks[first:i+1]):
			t.of = append(t.of, n-1)
			continue
		case tok.Hyphen && i > first && (!lx.apart(&d.Toks[i-1], tok) || d.Toks[i-1].Hyphen && lx.after.Has(d.Toks[i-1].Form) && lx.after.Has(tok.Form)):
			n--
			start = t.begin[n]
			t.words, t.begin = t.words[:n], t.begin[:n]
		case tok.Hyphen && lx.after.Has(tok.Form):
			start-- // "a-t-il": "a" and "-t-il"
		}
		if i+1 < last && d.Toks[i+1].Hyphen && lx.before.Has(tok.Form) && lx.apart(tok, &d.Toks[i+1]) {
			end++ // "s-a"
		}
		word := d.Text[start:end]
		if headline && i > first && lx.common.Has(tok.Form) {
			word = strings.ToLower(word)
		}
		t.words = append(t.words, word)
		t.begin = append(t.begin, start)
		t.of = append(t.of, n)
	}
	lx.Model.Analyse(t.words, &t.analysis)
	for i, w := range t.of {
		out[i] = Word{t.analysis.Tag[w], t.analysis.Feats[w]}
		if i > 0 && enclitic(lx, &d.Toks[first+i-1], &d.Toks[first+i]) {
			out[i] = Word{Tag: syntax.Pron}
			host(&out[i-1], d.Toks[first+i-1].Form)
		}
	}
}

// host makes a verb of what a pronoun is written onto, whatever the tagger takes it for:
// a gerund, or else an infinitive.
func host(w *Word, form string) {
	if w.Tag == syntax.Pron || w.Tag == syntax.Verb && w.Feats.Any(syntax.Infinitive|syntax.Gerund) {
		return
	}
	*w = Word{syntax.Verb, syntax.Infinitive}
	if strings.HasSuffix(form, "ndo") {
		w.Feats = syntax.Gerund
	}
}

// enclitic reports whether a token is a pronoun written onto the verb before it, with no
// hyphen between: "reunir|se".
func enclitic(lx *Lexicon, verb, tok *text.Token) bool {
	return tok.Hyphen && tok.Start == verb.End && lx.after.Has(tok.Form)
}

// ending reports whether the last of some tokens is the ending of a verb that a pronoun
// parts from it, and puts it onto the verb: "encontrar-se-á" is "encontrará" and "-se".
func (t *tagger) ending(lx *Lexicon, toks []text.Token) bool {
	n := len(toks)
	if n < 3 || !toks[n-1].Hyphen || !toks[n-2].Hyphen || !lx.endings.Has(toks[n-1].Form) || !lx.after.Has(toks[n-2].Form) || len(t.words) < 2 {
		return false
	}
	verb := &t.words[len(t.words)-2]
	if !strings.HasSuffix(*verb, "r") { // "vê-lo-á": the infinitive lost its last letter
		*verb = text.StripMarks(*verb) + "r"
	}
	*verb += toks[n-1].Form
	return true
}

// headlineCase reports whether all words but the shortest have a capital, as in
// the titles of English papers: there it marks no name.
func headlineCase(toks []text.Token) bool {
	n := 0
	for i := range toks {
		if t := &toks[i]; t.Word && t.End-t.Start > 4 {
			if !t.Upper {
				return false
			}
			n++
		}
	}
	return n >= 4
}

// apart reports whether two tokens with a hyphen between are two words.
func (lx *Lexicon) apart(a, b *text.Token) bool {
	if a.Upper && b.Upper {
		return false
	}
	return !b.Upper && (lx.before.Has(a.Form) || lx.after.Has(b.Form))
}
