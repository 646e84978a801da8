package syntax

import (
	"sync"
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

// A sumCache holds, for words met before, all that is said of them by themselves:
// their keys, and what the weights make of these. That is most of the work of
// tagging. The first words met stay, the frequent ones among them; what it holds
// changes no tag. It is safe for concurrent use.
type sumCache struct {
	places [1 << cacheBits]atomic.Pointer[wordSums]
	// What is kept shares large pieces of memory.
	keeping sync.Mutex
	words   []wordSums
	own     []int32
	rows    []byte
}

const cacheBits = 13

// wordSums are what a word says by itself of its own tag, added up by column, and
// of those of the words around it, as rows one after the other.
type wordSums struct {
	met  uint64
	keys wordKeys
	ends [roles]uint16 // of the rows for each role but the first
	own  []int32
	rows []byte
}

// of returns the rows for a role.
func (w *wordSums) of(r role) []byte { return w.rows[w.ends[r-1]:w.ends[r]] }

// meet fills keys with those of the words of a sentence, and finds their sums and
// those of what stands for the words around the sentence.
func (t *tagger) meet(l letters, words []string, how spelling, keys []wordKeys, s *tagScratch) {
	s.sums, s.spare, s.own, s.rows = s.sums[:0], s.spare[:0], s.own[:0], s.rows[:0]
	edge, place := t.sums.find(edgeMet)
	if edge == nil {
		edge = t.sums.keep(place, edgeMet, t.sumUp(&outside, false, s))
	}
	s.sums = append(s.sums, edge, edge)
	for i, w := range words {
		met := metAs(w, how, i == 0)
		known, place := t.sums.find(met)
		if known == nil {
			s.runes = l.readWord(w, how, s.runes, &keys[i])
			t.lexicon.look(&keys[i])
			known = t.sums.keep(place, met, t.sumUp(&keys[i], i == 0, s))
		}
		keys[i] = known.keys
		s.sums = append(s.sums, known)
	}
	s.sums = append(s.sums, edge, edge)
}

// edgeMet stands for the words around a sentence.
const edgeMet = 1

// metAs sums up all that the keys of a word and their sums depend on. One digit is
// as good as another.
func metAs(word string, how spelling, first bool) uint64 {
	h := uint64(14695981039346656037) // FNV-1a
	for i := 0; i < len(word); i++ {
		c := word[i]
		if '0' <= c && c <= '9' {
			c = '0'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	h = mix(h, uint64(how))
	if first {
		h = mix(h, 1)
	}
	return h
}

// find returns what is known of a word; else a place for it, if one is free.
func (c *sumCache) find(met uint64) (*wordSums, *atomic.Pointer[wordSums]) {
	for way := range uint64(2) {
		place := &c.places[met>>(64-cacheBits)^way]
		known := place.Load()
		if known == nil {
			return nil, place
		}
		if known.met == met {
			return known, nil
		}
	}
	return nil, nil
}

// keep puts sums that lie in scratch space in their place, if they have one.
func (c *sumCache) keep(place *atomic.Pointer[wordSums], met uint64, sums *wordSums) *wordSums {
	if place == nil {
		return sums
	}
	c.keeping.Lock()
	defer c.keeping.Unlock()
	kept := &cut(&c.words, 1, 64)[0]
	*kept = *sums
	kept.met = met
	kept.own, kept.rows = cut(&c.own, len(sums.own), 1<<13), cut(&c.rows, len(sums.rows), 1<<13)
	copy(kept.own, sums.own)
	copy(kept.rows, sums.rows)
	place.CompareAndSwap(nil, kept)
	return kept
}

// cut cuts n elements off a piece of memory, or off a new one of a usual size where
// it has too few.
func cut[T any](room *[]T, n, usual int) []T {
	if len(*room) < n {
		*room = make([]T, max(n, usual))
	}
	out := (*room)[:n:n]
	*room = (*room)[n:]
	return out
}

// sumUp works the sums of a word out, in scratch space.
func (t *tagger) sumUp(w *wordKeys, first bool, s *tagScratch) *wordSums {
	sums := wordSums{keys: *w}
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
