package syntax

import (
	"slices"
	"sync/atomic"
)

// role is the place of a word from which it has a say in a tag.
type role uint8

const (
	itself role = iota
	left1
	right1
	left2
	right2
	roles
)

// offsets says where the word in each role stands.
var offsets = [roles]int{0, -1, 1, -2, 2}

// appendFeatures appends the features that a word has by itself in a role, all
// but those of its affixes; first: it opens its sentence.
func (w *wordKeys) appendFeatures(fs []uint64, r role, first bool) []uint64 {
	switch r {
	case left1:
		return append(fs, mix(2, w.form), mix(27, w.suf[2]))
	case right1:
		return append(fs, mix(3, w.form), mix(24, w.class), mix(25, w.suf[2]), mix(26, w.suf[1]))
	case left2:
		return append(fs, mix(4, w.form))
	case right2:
		return append(fs, mix(5, w.form))
	}
	opens := uint64(1)
	if first {
		opens = 2
	}
	return append(fs, mix(1, w.form), duo(8, w.shape, opens), mix(9, w.shape), mix(19, w.class))
}

func (w *wordKeys) appendAffixes(fs []uint64) []uint64 {
	for k := range affixes {
		if w.suf[k] == 0 {
			break
		}
		fs = append(fs, mix(40, w.suf[k]), mix(50, w.pre[k]))
	}
	if w.suf[2] != 0 {
		fs = append(fs, duo(33, w.shape, w.suf[2]))
	}
	return fs
}

// A sumCache holds, for words met before, what the lexicon and the weights say of
// them by themselves: most of the work of tagging. The first words met stay, the
// frequent ones among them; what it holds changes no tag. It is safe for
// concurrent use.
type sumCache [1 << cacheBits]atomic.Pointer[wordSums]

const cacheBits = 13

// wordSums are what a word says by itself of its own tag, added up by column, and
// of those of the words around it, as rows one after the other.
type wordSums struct {
	key   uint64
	class uint64
	fixed int16
	ends  [roles]uint16 // of the rows for each role but the first
	own   []int32
	rows  []byte
}

// of returns the rows for a role.
func (w *wordSums) of(r role) []byte { return w.rows[w.ends[r-1]:w.ends[r]] }

// prepare finds the sums of the words of a sentence, and of what stands for the
// words around it, and fills in what the lexicon knows of the words.
func (c *sumCache) prepare(t *tagger, words []wordKeys, s *tagScratch) {
	s.sums, s.spare, s.own, s.rows = s.sums[:0], s.spare[:0], s.own[:0], s.rows[:0]
	around := outside
	edge := c.find(t, &around, false, s)
	s.sums = append(s.sums, edge, edge)
	for i := range words {
		s.sums = append(s.sums, c.find(t, &words[i], i == 0, s))
	}
	s.sums = append(s.sums, edge, edge)
}

func (c *sumCache) find(t *tagger, w *wordKeys, first bool, s *tagScratch) *wordSums {
	key := mix(w.form, w.shape)
	if first {
		key = mix(key, 1)
	}
	var free *atomic.Pointer[wordSums]
	for way := range uint64(2) {
		place := &c[key>>(64-cacheBits)^way]
		known := place.Load()
		if known == nil {
			free = place
			break
		}
		if known.key == key {
			w.class, w.fixed = known.class, known.fixed
			return known
		}
	}
	sums := t.sumUp(w, first, s)
	sums.key = key
	if free != nil {
		kept := *sums
		kept.own, kept.rows = slices.Clone(sums.own), slices.Clone(sums.rows)
		free.CompareAndSwap(nil, &kept)
	}
	return sums
}

// sumUp works the sums of a word out, in scratch space.
func (t *tagger) sumUp(w *wordKeys, first bool, s *tagScratch) *wordSums {
	t.lexicon.look(w)
	sums := wordSums{class: w.class, fixed: w.fixed}
	from := len(s.rows)
	for r := itself + 1; r < roles; r++ {
		s.features = w.appendFeatures(s.features[:0], r, first)
		s.rows = t.weights.appendRows(s.rows, s.features)
		sums.ends[r] = uint16(len(s.rows) - from)
	}
	sums.rows = s.rows[from:len(s.rows):len(s.rows)]

	clear(s.scores[:])
	s.features = w.appendAffixes(w.appendFeatures(s.features[:0], itself, first))
	s.found = t.weights.addAll(s.features, &s.scores, s.found)
	from = len(s.own)
	s.own = append(s.own, s.scores[:t.columns]...)
	sums.own = s.own[from:len(s.own):len(s.own)]
	s.spare = append(s.spare, sums)
	return &s.spare[len(s.spare)-1]
}

// add sets the scores of word i to what the words around it and the word itself
// say, each by itself.
func (s *tagScratch) add(i int) {
	copy(s.scores[:], s.sums[i+2].own)
	for r := itself + 1; r < roles; r++ {
		addRow(s.sums[i+2+offsets[r]].of(r), &s.scores)
	}
}
