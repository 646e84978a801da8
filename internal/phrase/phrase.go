// Package phrase finds forms of the language packs in tokens, all in one walk.
//
// A form is words as they stand in text; see Parse for what may stand in one.
// Forms are kept in a trie over folded words: a word costs one look-up when
// nothing starts with it, whatever the number of forms.
package phrase

import (
	"strings"

	"github.com/parley-news/parley/internal/text"
)

// Vocabulary numbers the words of forms from 1 on, so that a word of a text is
// looked up once, however many forms and matchers it may be part of.
type Vocabulary map[string]int32

// Number sets the number of each token, 0 for a word that no form has.
func (v Vocabulary) Number(toks []text.Token) {
	for i := range toks {
		toks[i].ID = v[toks[i].Form]
	}
}

func (v Vocabulary) add(word string) int32 {
	id, ok := v[word]
	if !ok {
		id = int32(len(v) + 1)
		v[word] = id
	}
	return id
}

// Matcher finds many forms at once. It is read-only after the last Add and
// then safe for concurrent use.
type Matcher struct {
	root  node
	rules *text.Rules
	words Vocabulary
	// first holds, by number, the nodes of the words that forms start with.
	first []*node
	// slab holds nodes to hand out; the others are scratch space of Add.
	slab          []node
	at, to, aside []*node
}

type node struct {
	// exact holds the edges of a node with few, many those of one with more.
	exact  []edge
	many   map[int32]*node
	prefix []prefixEdge // sorted
	gap    *node
	ids    []int32
}

type edge struct {
	word int32
	to   *node
}

type prefixEdge struct {
	form string
	to   *node
}

// fewEdges is up to how many edges are looked through one by one.
const fewEdges = 8

// Gap tells how many tokens from one on name a state ("turc"), and how many
// name a list of states ("turc et hongrois"); 0 when none do.
type Gap func(at int) (one, list int)

// Match is one form found: the tokens [First, Last) and the id it was added with.
type Match struct {
	First, Last int
	ID          int32
}

// New returns an empty matcher for a language's words, which it adds to those
// of a vocabulary.
func New(rules *text.Rules, words Vocabulary) *Matcher { return &Matcher{rules: rules, words: words} }

// Add adds one form under an id. The same form may be added under many ids.
func (m *Matcher) Add(form string, id int32) error {
	f, err := Parse(form, m.rules)
	if err != nil {
		return err
	}
	m.AddForm(f, id)
	return nil
}

// AddForm is Add for a form that was read before.
func (m *Matcher) AddForm(f Form, id int32) {
	// at are the nodes that the ways written so far lead to.
	at, to := append(m.at[:0], &m.root), m.to[:0]
	for i := 0; i < len(f); {
		bracket := f[i].mark
		if bracket&opens != 0 {
			m.aside = append(m.aside[:0], at...)
		}
		for again := true; again; again = i < len(f) && f[i].mark&other != 0 {
			end := i + 1
			for end < len(f) && f[end].mark == 0 {
				end++
			}
			for _, n := range at {
				for _, w := range f[i:end] {
					n = m.child(n, w)
				}
				to = append(to, n)
			}
			i = end
		}
		at, to = to, at[:0]
		if bracket&closes != 0 {
			at = append(at, m.aside...)
		}
	}
	for _, n := range at {
		n.ids = append(n.ids, id)
	}
	m.at, m.to = at, to
}

func (m *Matcher) node() *node {
	if len(m.slab) == 0 {
		m.slab = make([]node, 256)
	}
	n := &m.slab[0]
	m.slab = m.slab[1:]
	return n
}

func (m *Matcher) child(n *node, w Word) *node {
	switch {
	case w.Gap:
		if n.gap == nil {
			n.gap = m.node()
		}
		return n.gap
	case w.Prefix:
		i := search(n.prefix, w.Form)
		if i == len(n.prefix) || n.prefix[i].form != w.Form {
			n.prefix = append(n.prefix, prefixEdge{})
			copy(n.prefix[i+1:], n.prefix[i:])
			n.prefix[i] = prefixEdge{w.Form, m.node()}
		}
		return n.prefix[i].to
	}
	word := m.words.add(w.Form)
	if to := m.next(n, word); to != nil {
		return to
	}
	to := m.node()
	switch {
	case n == &m.root:
		if grow := int(word) + 1 - len(m.first); grow > 0 {
			m.first = append(m.first, make([]*node, grow)...)
		}
		m.first[word] = to
	case n.many != nil:
		n.many[word] = to
	case len(n.exact) < fewEdges:
		n.exact = append(n.exact, edge{word, to})
	default:
		n.many = make(map[int32]*node, 4*fewEdges)
		for _, e := range n.exact {
			n.many[e.word] = e.to
		}
		n.many[word], n.exact = to, nil
	}
	return to
}

func (m *Matcher) next(n *node, word int32) *node {
	if n == &m.root {
		if int(word) < len(m.first) {
			return m.first[word]
		}
		return nil
	}
	if n.many != nil {
		return n.many[word]
	}
	for i := range n.exact {
		if n.exact[i].word == word {
			return n.exact[i].to
		}
	}
	return nil
}

// search returns the first of sorted edges that lies not before a form.
func search(edges []prefixEdge, form string) int {
	lo, hi := 0, len(edges)
	for lo < hi {
		if mid := (lo + hi) / 2; edges[mid].form < form {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Find appends to out every form that starts at token i and ends before token
// last. gap tells how many tokens from one on name a state, and how many name a
// list of them, for the `~` of forms; it may be nil. The tokens were numbered by
// the matcher's vocabulary.
func (m *Matcher) Find(out []Match, toks []text.Token, i, last int, gap Gap) []Match {
	return m.walk(&m.root, out, toks, i, i, last, gap)
}

// shortest is how many bytes of a prefix are sure to be there: three letters.
const shortest = 3

func (m *Matcher) walk(n *node, out []Match, toks []text.Token, first, at, last int, gap Gap) []Match {
	for _, id := range n.ids {
		out = append(out, Match{first, at, id})
	}
	if n.gap != nil {
		out = m.walk(n.gap, out, toks, first, at, last, gap)
		if gap != nil && at < last {
			one, list := gap(at)
			if one > 0 {
				out = m.walk(n.gap, out, toks, first, at+one, last, gap)
			}
			if list > one {
				out = m.walk(n.gap, out, toks, first, at+list, last, gap)
			}
		}
	}
	if at >= last {
		return out
	}
	if to := m.next(n, toks[at].ID); to != nil {
		out = m.walk(to, out, toks, first, at+1, last, gap)
	}
	form := toks[at].Form
	if len(n.prefix) == 0 || len(form) < shortest {
		return out
	}
	// Edges are sorted: the prefixes of a word stand among those that share
	// its first letters, the shortest first.
	for i := search(n.prefix, form[:shortest]); i < len(n.prefix) && n.prefix[i].form[:shortest] == form[:shortest]; i++ {
		if strings.HasPrefix(form, n.prefix[i].form) {
			out = m.walk(n.prefix[i].to, out, toks, first, at+1, last, gap)
		}
	}
	return out
}
