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

// Matcher finds many forms at once. It is read-only after the last Add and
// then safe for concurrent use.
type Matcher struct {
	root  node
	rules *text.Rules
	// slab holds nodes to hand out; the others are scratch space of Add.
	slab          []node
	at, to, aside []*node
}

type node struct {
	// exact holds the edges of a node with few, many those of one with more.
	exact  []edge
	many   map[string]*node
	prefix []edge // sorted
	gap    *node
	ids    []int32
}

type edge struct {
	form string
	to   *node
}

// fewEdges is up to how many edges are looked through one by one.
const fewEdges = 6

// Gap tells how many tokens from one on name a state ("turc"), and how many
// name a list of states ("turc et hongrois"); 0 when none do.
type Gap func(at int) (one, list int)

// Match is one form found: the tokens [First, Last) and the id it was added with.
type Match struct {
	First, Last int
	ID          int32
}

// New returns an empty matcher for a language's words.
func New(rules *text.Rules) *Matcher { return &Matcher{rules: rules} }

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
			n.prefix = append(n.prefix, edge{})
			copy(n.prefix[i+1:], n.prefix[i:])
			n.prefix[i] = edge{w.Form, m.node()}
		}
		return n.prefix[i].to
	}
	if to := n.next(w.Form); to != nil {
		return to
	}
	to := m.node()
	switch {
	case n.many != nil:
		n.many[w.Form] = to
	case len(n.exact) < fewEdges:
		n.exact = append(n.exact, edge{w.Form, to})
	default:
		n.many = make(map[string]*node, 4*fewEdges)
		for _, e := range n.exact {
			n.many[e.form] = e.to
		}
		n.many[w.Form], n.exact = to, nil
	}
	return to
}

func (n *node) next(form string) *node {
	if n.many != nil {
		return n.many[form]
	}
	for i := range n.exact {
		if n.exact[i].form == form {
			return n.exact[i].to
		}
	}
	return nil
}

// search returns the first of sorted edges that lies not before a form.
func search(edges []edge, form string) int {
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
// list of them, for the `~` of forms; it may be nil.
func (m *Matcher) Find(out []Match, toks []text.Token, i, last int, gap Gap) []Match {
	return m.root.walk(out, toks, i, i, last, gap)
}

// shortest is how many bytes of a prefix are sure to be there: three letters.
const shortest = 3

func (n *node) walk(out []Match, toks []text.Token, first, at, last int, gap Gap) []Match {
	for _, id := range n.ids {
		out = append(out, Match{first, at, id})
	}
	if n.gap != nil {
		out = n.gap.walk(out, toks, first, at, last, gap)
		if gap != nil && at < last {
			one, list := gap(at)
			if one > 0 {
				out = n.gap.walk(out, toks, first, at+one, last, gap)
			}
			if list > one {
				out = n.gap.walk(out, toks, first, at+list, last, gap)
			}
		}
	}
	if at >= last {
		return out
	}
	form := toks[at].Form
	if to := n.next(form); to != nil {
		out = to.walk(out, toks, first, at+1, last, gap)
	}
	if len(n.prefix) == 0 || len(form) < shortest {
		return out
	}
	// Edges are sorted: the prefixes of a word stand among those that share
	// its first letters, the shortest first.
	for i := search(n.prefix, form[:shortest]); i < len(n.prefix) && n.prefix[i].form[:shortest] == form[:shortest]; i++ {
		if strings.HasPrefix(form, n.prefix[i].form) {
			out = n.prefix[i].to.walk(out, toks, first, at+1, last, gap)
		}
	}
	return out
}
