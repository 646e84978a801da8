package store

import (
	"cmp"
	"context"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
)

// terms numbers the terms of a register and counts how many entries and statements have
// each, within one transaction.
type terms struct {
	ctx context.Context
	*session
	memory *memory
	counts map[int64]*[2]int // changes, of entries and of statements
}

const (
	ofEntries = iota
	ofStatements
	ofEither
	ofDocuments
)

// numbers returns the numbers of terms, sorted; new ones get one.
func (t *terms) numbers(of termSet) ([]int64, error) {
	out := make([]int64, 0, len(of))
	for _, k := range slices.SortedFunc(maps.Keys(of), compareTerms) {
		id, err := t.number(k)
		if err != nil {
			return nil, err
		}
		for _, name := range of[k] {
			if err := t.name(id, name); err != nil {
				return nil, err
			}
		}
		out = append(out, id)
	}
	slices.Sort(out)
	return out, nil
}

func compareTerms(a, b term) int {
	return cmp.Or(cmp.Compare(a.facet, b.facet), cmp.Compare(a.value, b.value))
}

func (t *terms) number(k term) (int64, error) {
	if id, ok := t.memory.terms.get(k); ok {
		return id, nil
	}
	var id int64
	found, err := t.row(t.ctx, "SELECT id FROM terms WHERE facet = ? AND value = ?", []any{k.facet, k.value}, &id)
	if err == nil && !found {
		id, err = t.insert(t.ctx, "INSERT INTO terms (facet, value, entries, statements) VALUES (?, ?, 0, 0)", k.facet, k.value)
	}
	if err == nil {
		t.memory.terms.put(k, id)
	}
	return id, err
}

// name notes by which words a term is found. They stay when no document has the name any
// more, and harm nobody: an id is made of the name, or is that of a person whom the world
// calls so, and whoever still has the term is still called so. What nothing has any more its
// counts keep from being found; only an outlet, whose documents are not counted, is still
// found by a search, and has none.
func (t *terms) name(id int64, name string) error {
	k := named{id, name}
	if _, ok := t.memory.names.get(k); ok {
		return nil
	}
	words := nameWords(name)
	for _, w := range words {
		err := t.exec(t.ctx, "INSERT OR IGNORE INTO names (word, term, size) VALUES (?, ?, ?)", w, id, len(words))
		if err != nil {
			return err
		}
	}
	t.memory.names.put(k, struct{}{})
	return nil
}

// named is a term and one of its names.
type named struct {
	term int64
	name string
}

// nameWords are the words of a name, each as what its spellings in all usages and scripts
// share, without particles.
func nameWords(name string) []string {
	raw := strings.FieldsFunc(name, func(r rune) bool { return !inWord(r) && !strings.ContainsRune("'’ʼ", r) })
	out := gazetteer.Keys(raw)
	slices.Sort(out)
	return slices.Compact(out)
}

// count notes that one more (by is 1) or one less (-1) has a term.
func (t *terms) count(id int64, of, by int) {
	c := t.counts[id]
	if c == nil {
		c = &[2]int{}
		t.counts[id] = c
	}
	c[of] += by
}

// flush writes the counts.
func (t *terms) flush() error {
	for _, id := range slices.Sorted(maps.Keys(t.counts)) {
		c := t.counts[id]
		if *c == [2]int{} {
			continue
		}
		err := t.exec(t.ctx, "UPDATE terms SET entries = entries + ?, statements = statements + ? WHERE id = ?", c[ofEntries], c[ofStatements], id)
		if err != nil {
			return err
		}
	}
	clear(t.counts)
	return nil
}

// packNumbers writes numbers as uvarints.
func packNumbers(ids []int64) []byte {
	out := make([]byte, 0, 3*len(ids))
	for _, id := range ids {
		out = binary.AppendUvarint(out, uint64(id))
	}
	return out
}

// unpackNumbers reads what packNumbers wrote.
func unpackNumbers(packed []byte) []int64 {
	var out []int64
	for len(packed) > 0 {
		id, n := binary.Uvarint(packed)
		if n <= 0 {
			return out
		}
		out, packed = append(out, int64(id)), packed[n:]
	}
	return out
}
