package annotate

import "github.com/parley-news/parley/internal/syntax"

// Tree is what the parser makes of one sentence: the token that each of its
// tokens hangs on, and how. It is valid until the tree of another sentence is
// asked for.
type Tree struct {
	st    *Sentence
	of    []int32 // word of each token, counted from the start of the document
	start []int   // first token of each word
	parse syntax.Tree
}

// Tree parses a sentence. It is nil where the pack has no model. Parsing costs
// much, so it is asked for only where rules are at a loss, for one sentence
// after the other.
func (d *Document) Tree(s int) *Tree {
	if d.Lexicon.Model == nil {
		return nil
	}
	t, st := &d.tree, &d.Sentences[s]
	if t.st == st {
		return t
	}
	t.st, t.of, t.start = st, d.wordOf[st.First:st.Last], t.start[:0]
	for i, w := range t.of {
		if i == 0 || w != t.of[i-1] {
			t.start = append(t.start, st.First+i)
		}
	}
	first := int(t.of[0])
	d.Lexicon.Model.Parse(d.tagged[first:first+len(t.start)], &t.parse)
	return t
}

// word returns the word of a token in the sentence, and whether the token is not
// its first: then it hangs on that.
func (t *Tree) word(tok int) (word int, inside bool) {
	word = int(t.of[tok-t.st.First] - t.of[0])
	return word, t.start[word] != tok
}

// Head returns the token that a token hangs on, -1 for the root.
func (t *Tree) Head(tok int) int {
	word, inside := t.word(tok)
	if inside {
		return t.start[word]
	}
	if head := t.parse.Head[word]; head >= 0 {
		return t.start[head]
	}
	return -1
}

// Rel returns how a token hangs on its head.
func (t *Tree) Rel(tok int) syntax.Rel {
	word, inside := t.word(tok)
	if inside {
		return syntax.Dep
	}
	return t.parse.Rel(word)
}

// Top returns the token of a stretch that hangs on something outside it.
func (t *Tree) Top(first, last int) int {
	for i := first; i < last; i++ {
		if h := t.Head(i); h < first || h >= last {
			return i
		}
	}
	return first
}
