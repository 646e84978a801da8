package syntax

import "unicode/utf8"

// affixes is the longest prefix and suffix, in letters, that is a feature.
const affixes = 5

// Marks that hashes of forms, prefixes and suffixes start from, so that the
// same letters in another role are another feature.
const (
	formMark = 0x9e3779b97f4a7c15
	preMark  = 0xc2b2ae3d27d4eb4f
	sufMark  = 0x165667b19e3779f9
)

// wordKeys is what the feature templates take from one word: hashes that never
// change once the word is read.
type wordKeys struct {
	form  uint64
	pre   [affixes]uint64 // 0 where the word is not longer than the prefix
	suf   [affixes]uint64
	shape uint64
	class uint64 // from the lexicon: which tags the form takes, 0 if unknown
	fixed int16  // the joint tag of a word that has but one, else -1
}

// mix combines two hashes; the order matters.
func mix(a, b uint64) uint64 {
	h := (a ^ (b + 0x9e3779b97f4a7c15 + a<<6 + a>>2)) * 0xff51afd7ed558ccd
	return h ^ h>>32
}

// readWord fills keys from a word; runes is scratch space and comes back for
// the next word.
func (l letters) readWord(word string, how spelling, runes []rune, keys *wordKeys) []rune {
	runes = runes[:0]
	for _, r := range word {
		runes = append(runes, fold(l.plain(r)))
	}
	*keys = wordKeys{form: hashRunes(formMark, runes), shape: shapeOf(word, how), fixed: -1}
	n := len(runes)
	pre, suf := uint64(preMark), uint64(sufMark)
	for k := 0; k < affixes && k < n-1; k++ {
		pre = mix(pre, uint64(runes[k]))
		suf = mix(suf, uint64(runes[n-1-k]))
		keys.pre[k], keys.suf[k] = pre, suf
	}
	return runes
}

func hashRunes(h uint64, runes []rune) uint64 {
	for _, r := range runes {
		h = mix(h, uint64(r))
	}
	return h
}

// hashForm is the hash of a form as readWord computes it.
func (l letters) hashForm(word string) uint64 {
	h := uint64(formMark)
	for i := 0; i < len(word); {
		r, size := utf8.DecodeRuneInString(word[i:])
		h = mix(h, uint64(fold(l.plain(r))))
		i += size
	}
	return h
}
