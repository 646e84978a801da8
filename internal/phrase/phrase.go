// Package phrase finds forms of the language packs in tokens, all in one walk.
//
// A form is words as they stand in text; see Parse for what may stand in one.
// Forms are kept in a trie over folded words: a word costs one look-up when
// nothing starts with it, whatever the number of forms.
package phrase

import (
	"sort"
	"strings"

	"github.com/parley-news/parley/internal/text"
)

// Matcher finds many forms at once. It is read-only after the last Add and
// then safe for concurrent use.
type Matcher struct {
	root  node
	rules *text.Rules
}

type node struct {
	exact  map[string]*node
	prefix []edge
	gap    *node
	ids    []int32
}

type edge struct {
	prefix string
	to     *node
}

// Match is one form found: the tokens [First, Last) and the id it was added with.
type Match struct {
	First, Last int
	ID          int32
}

// New returns an empty matcher for a language's words.
func New(rules *text.Rules) *Matcher { return &Matcher{rules: rules} }

// Add adds one form under an id. The same form may be added under many ids.
func (m *Matcher) Add(form string, id int32) error {
	ways, err := Parse(form, m.rules)
	if err != nil {
		return err
	}
	for _, way := range ways {
		n := &m.root
		for _, w := range way {
			n = n.child(w)
		}
		n.ids = append(n.ids, id)
	}
	return nil
}

func (n *node) child(w Word) *node {
	switch {
	case w.Gap:
		if n.gap == nil {
			n.gap = &node{}
		}
		return n.gap
	case w.Prefix:
		i := sort.Search(len(n.prefix), func(i int) bool { return n.prefix[i].prefix >= w.Form })
		if i == len(n.prefix) || n.prefix[i].prefix != w.Form {
			n.prefix = append(n.prefix, edge{})
			copy(n.prefix[i+1:], n.prefix[i:])
			n.prefix[i] = edge{w.Form, &node{}}
		}
		return n.prefix[i].to
	}
	if n.exact == nil {
		n.exact = map[string]*node{}
	}
	to := n.exact[w.Form]
	if to == nil {
		to = &node{}
		n.exact[w.Form] = to
	}
	return to
}

// Find appends to out every form that starts at token i and ends before token
// last. gap tells how many tokens from one on name a state, for the `~` of
// forms; it may be nil.
func (m *Matcher) Find(out []Match, toks []text.Token, i, last int, gap func(int) int) []Match {
	return m.root.walk(out, toks, i, i, last, gap)
}

func (n *node) walk(out []Match, toks []text.Token, first, at, last int, gap func(int) int) []Match {
	for _, id := range n.ids {
		out = append(out, Match{first, at, id})
	}
	if n.gap != nil {
		out = n.gap.walk(out, toks, first, at, last, gap)
		if gap != nil && at < last {
			if k := gap(at); k > 0 {
				out = n.gap.walk(out, toks, first, at+k, last, gap)
			}
		}
	}
	if at >= last {
		return out
	}
	form := toks[at].Form
	if to := n.exact[form]; to != nil {
		out = to.walk(out, toks, first, at+1, last, gap)
	}
	// Edges are sorted: the prefixes of a word lie at or before the word, and
	// only those that share its first letters are looked at.
	if len(n.prefix) > 0 {
		for k := 3; k <= len(form); k++ {
			if i := sort.Search(len(n.prefix), func(i int) bool { return n.prefix[i].prefix >= form[:k] }); i == len(n.prefix) {
				break
			} else if n.prefix[i].prefix == form[:k] {
				out = n.prefix[i].to.walk(out, toks, first, at+1, last, gap)
			} else if !strings.HasPrefix(n.prefix[i].prefix, form[:k]) {
				break
			}
		}
	}
	return out
}
