package text

// Set is a set of folded words. Most words that are not in it are told by their
// length and their first and last letter, so that asking costs next to nothing.
type Set struct {
	seen  [glances / 64]uint64
	words map[string]bool
}

const glances = 512

// SetOf returns the set of some words, which it folds.
func SetOf(words []string) Set {
	s := Set{words: make(map[string]bool, len(words))}
	for _, w := range words {
		s.Add(Fold(w))
	}
	return s
}

// Add adds a folded word.
func (s *Set) Add(word string) {
	h := glance(word)
	s.seen[h/64] |= 1 << (h % 64)
	s.words[word] = true
}

// Has reports whether a folded word is in the set.
func (s *Set) Has(word string) bool {
	h := glance(word)
	return s.seen[h/64]&(1<<(h%64)) != 0 && s.words[word]
}

// Len returns how many words the set has.
func (s *Set) Len() int { return len(s.words) }

// glance sums up what is seen of a word at first.
func glance(word string) uint32 {
	n := len(word)
	if n == 0 {
		return 0
	}
	return (uint32(n)<<16 | uint32(word[0])<<8 | uint32(word[n-1])) * 0x9e3779b1 / (1 << 32 / glances)
}
