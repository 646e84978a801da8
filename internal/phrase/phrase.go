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
	trie  trie
	rules *text.Rules
	words *Vocabulary
	// bit is what stands for the matcher in Begins of tokens.
	bit uint8
	// scratch space of Add
	at, to, aside []int32
}

// Gap tells how many tokens from one on name a state ("turc"), and how many
// name a list of states ("turc et hongrois"); 0 when none do.
type Gap func(at int) (one, list int)

// Match is one form found: the tokens [First, Last) and the id it was added with.
type Match struct {
	First, Last int
	ID          int32
}

// New returns an empty matcher for a language's words, which it adds to those
// of a vocabulary. No more than eight matchers share one.
func New(rules *text.Rules, words *Vocabulary) *Matcher {
	return &Matcher{trie: newTrie(), rules: rules, words: words, bit: words.matcher()}
}

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
	at, to := append(m.at[:0], root), m.to[:0]
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
				for k := range f[i:end] {
					n = m.child(n, &f[i+k])
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
		m.trie.end(n, id)
	}
	m.at, m.to = at, to
}

func (m *Matcher) child(n int32, w *Word) int32 {
	begins := uint8(0)
	if n == root {
		begins = m.bit
	}
	switch {
	case w.Gap:
		m.words.gaps |= begins
		return m.trie.byGap(n)
	case w.Prefix:
		m.words.openings[openingHash(w.Form)] |= begins
		return m.trie.byPrefix(n, w.Form)
	}
	id := m.words.add(w.Form)
	m.words.begins[id] |= begins
	return m.trie.byWord(n, id)
}

// Find appends to out every form that starts at token i and ends before token
// last. gap tells how many tokens from one on name a state, and how many name a
// list of them, for the `~` of forms; it may be nil. The tokens were numbered by
// the matcher's vocabulary.
func (m *Matcher) Find(out []Match, toks []text.Token, i, last int, gap Gap) []Match {
	if i < last && toks[i].Begins&m.bit == 0 {
		return out
	}
	return m.walk(root, out, toks, i, i, last, gap)
}

func (m *Matcher) walk(at int32, out []Match, toks []text.Token, first, i, last int, gap Gap) []Match {
	t := &m.trie
	n := &t.nodes[at]
	for c := n.ids; c != 0; c = t.ids[c].next {
		out = append(out, Match{first, i, t.ids[c].id})
	}
	if n.gap != 0 {
		out = m.walk(n.gap, out, toks, first, i, last, gap)
		if gap != nil && i < last {
			one, list := gap(i)
			if one > 0 {
				out = m.walk(n.gap, out, toks, first, i+one, last, gap)
			}
			if list > one {
				out = m.walk(n.gap, out, toks, first, i+list, last, gap)
			}
		}
	}
	for i > first && i < last && toks[i].Aside {
		i++
	}
	if i >= last {
		return out
	}
	if to := t.next(at, toks[i].ID); to != 0 {
		out = m.walk(to, out, toks, first, i+1, last, gap)
	}
	if bare := toks[i].Bare; bare != 0 && bare != toks[i].ID {
		if to := t.next(at, bare); to != 0 {
			out = m.walk(to, out, toks, first, i+1, last, gap)
		}
	}
	if !n.hasStarts {
		return out
	}
	out = m.starts(at, toks[i].Form, out, toks, first, i, last, gap)
	if worn := toks[i].Worn; worn > 0 {
		out = m.starts(at, toks[i].Form[worn:], out, toks, first, i, last, gap)
	}
	return out
}

// starts goes on where forms have only the start of a word.
func (m *Matcher) starts(at int32, form string, out []Match, toks []text.Token, first, i, last int, gap Gap) []Match {
	t := &m.trie
	if len(form) < shortest {
		return out
	}
	start := t.next(at, opening(form))
	if start == 0 {
		return out
	}
	for _, e := range t.prefixes[t.nodes[start].prefixes] { // the shortest first
		if strings.HasPrefix(form, e.form) {
			out = m.walk(e.to, out, toks, first, i+1, last, gap)
		}
	}
	return out
}
