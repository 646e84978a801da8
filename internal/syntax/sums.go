package syntax

import "sync/atomic"

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

// A sumCache holds, for words met before, the sums of the weights of those
// features that a word has by itself: most of the work of tagging. The first
// words met stay, the frequent ones among them; what it holds changes no tag.
// It is safe for concurrent use.
type sumCache struct {
	width int // of the sums for one role
	words [1 << cacheBits]atomic.Pointer[wordSums]
}

const cacheBits = 13

// wordSums are the sums of a word in each role, four columns to a number. A
// lane holds a sum and bias, so that it is never below 0 and none runs over
// into the next when those of all roles are added up.
type wordSums struct {
	key  uint64
	sums []uint64
}

const (
	lanes    = 4
	laneBits = 16
	bias     = 1 << 13
)

// prepare finds the sums of the words of a sentence, and of what stands for the
// words around it.
func (c *sumCache) prepare(t *tagger, words []wordKeys, s *tagScratch) {
	s.sums, s.spare = s.sums[:0], s.spare[:0]
	for i := -2; i < len(words)+2; i++ {
		s.sums = append(s.sums, c.of(t, at(words, i), i == 0, s))
	}
}

func (c *sumCache) of(t *tagger, w *wordKeys, first bool, s *tagScratch) []uint64 {
	key := mix(w.form, w.shape)
	if first {
		key = mix(key, 1)
	}
	var free *atomic.Pointer[wordSums]
	for way := range uint64(2) {
		place := &c.words[key>>(64-cacheBits)^way]
		known := place.Load()
		if known == nil {
			free = place
			break
		}
		if known.key == key {
			return known.sums
		}
	}
	from := len(s.spare)
	for r := range role(roles) {
		clear(s.scores[:])
		s.features = w.appendFeatures(s.features[:0], r, first)
		if r == itself {
			s.features = w.appendAffixes(s.features)
		}
		s.found = t.weights.addAll(s.features, &s.scores, s.found)
		for k := range c.width {
			four := s.scores[lanes*k : lanes*k+lanes]
			s.spare = append(s.spare, uint64(four[0]+bias)|uint64(four[1]+bias)<<laneBits|
				uint64(four[2]+bias)<<(2*laneBits)|uint64(four[3]+bias)<<(3*laneBits))
		}
	}
	sums := s.spare[from:len(s.spare):len(s.spare)]
	if free != nil {
		free.CompareAndSwap(nil, &wordSums{key, append([]uint64(nil), sums...)})
	}
	return sums
}

// add sets the scores of word i to what the words around it and the word itself
// say, each by itself.
func (s *tagScratch) add(i, width int) {
	part := func(r role) []uint64 { return s.sums[i+2+offsets[r]][int(r)*width:][:width] }
	a, b, c, d, e := part(itself), part(left1), part(right1), part(left2), part(right2)
	for k := range a {
		sum := a[k] + b[k] + c[k] + d[k] + e[k]
		four := s.scores[lanes*k : lanes*k+lanes]
		four[0] = int32(sum&(1<<laneBits-1)) - int32(roles)*bias
		four[1] = int32(sum>>laneBits&(1<<laneBits-1)) - int32(roles)*bias
		four[2] = int32(sum>>(2*laneBits)&(1<<laneBits-1)) - int32(roles)*bias
		four[3] = int32(sum>>(3*laneBits)) - int32(roles)*bias
	}
}
