package annotate

import "github.com/parley-news/parley/internal/syntax"

// Tree is what the parser makes of one sentence: for each of its tokens the
// token it hangs on, -1 for the root, and how. Numbers count from the start of
// the document.
type Tree struct {
	First int
	Head  []int
	Rel   []syntax.Rel
}

// Tree parses a sentence, once. It is nil where the pack has no model. Parsing
// costs as much as all else, so it is asked for only where rules are at a loss.
func (d *Document) Tree(s int) *Tree {
	if t, ok := d.trees[s]; ok || d.Lexicon.Model == nil {
		return t
	}
	st := &d.Sentences[s]
	d.parser.lx = d.Lexicon
	words := make([]Word, st.Last-st.First)
	d.parser.tag(d, st.First, st.Last, words)
	d.Lexicon.Model.Parse(&d.parser.analysis)
	t := d.parser.tree(st)
	if d.trees == nil {
		d.trees = map[int]*Tree{}
	}
	d.trees[s] = t
	return t
}

// tree reads the parse of the sentence tagged last: the first token of a word
// has the word's head, the others hang on the first.
func (t *tagger) tree(st *Sentence) *Tree {
	out := &Tree{First: st.First, Head: make([]int, len(t.of)), Rel: make([]syntax.Rel, len(t.of))}
	start := make([]int, len(t.words))
	for i := len(t.of) - 1; i >= 0; i-- {
		start[t.of[i]] = i
	}
	for i, w := range t.of {
		if first := start[w]; first != i {
			out.Head[i] = st.First + first
			continue
		}
		out.Head[i], out.Rel[i] = -1, t.analysis.Rel[w]
		if h := t.analysis.Head[w]; h >= 0 {
			out.Head[i] = st.First + start[h]
		}
	}
	return out
}

// Of returns the head and the relation of a token.
func (t *Tree) Of(tok int) (int, syntax.Rel) { return t.Head[tok-t.First], t.Rel[tok-t.First] }

// Top returns the token of a stretch that hangs on something outside it.
func (t *Tree) Top(first, last int) int {
	for i := first; i < last; i++ {
		if h, _ := t.Of(i); h < first || h >= last {
			return i
		}
	}
	return first
}
