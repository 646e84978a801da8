package syntax

import (
	"unicode"
	"unicode/utf8"
)

// lemmatiser turns forms into lemmas by rules that replace an ending. The rule
// is looked up by the whole form, which serves the irregular words, then by
// ever shorter endings; each time with the joint tag first and with the part
// of speech alone second.
type lemmatiser struct {
	rules  []lemmaRule
	places keySet
	rule   []uint16 // number of the rule for each place
}

type lemmaRule struct {
	strip int // letters to drop from the end
	add   string
}

// endings is the longest ending that a rule is looked up by, in letters.
const endings = 6

// wholeForm is the length that stands for the whole form in ruleKey.
const wholeForm = endings + 1

func ruleKey(group uint64, length int, ending uint64) uint32 {
	return keyOf(mix(mix(group, uint64(length)), ending))
}

// groupsOf returns the keys of a joint tag and of its part of speech.
func groupsOf(joint int16, tag Tag) (fine, coarse uint64) {
	return uint64(joint) + 1000, uint64(tag) + 1
}

// find returns the number of the rule for a lowered word, looking at endings
// of no more than longest letters; -1 if there is none.
func (z *lemmatiser) find(runes []rune, joint int16, tag Tag, longest int) int {
	fine, coarse := groupsOf(joint, tag)
	for k := min(longest, wholeForm); k >= 0; k-- {
		ending, ok := endingHash(runes, k)
		if !ok {
			continue
		}
		if i := z.places.find(ruleKey(fine, k, ending)); i >= 0 {
			return int(z.rule[i])
		}
		if i := z.places.find(ruleKey(coarse, k, ending)); i >= 0 {
			return int(z.rule[i])
		}
	}
	return -1
}

func endingHash(runes []rune, k int) (uint64, bool) {
	if k == wholeForm {
		k = len(runes)
	} else if k > len(runes) {
		return 0, false
	}
	return hashRunes(sufMark, runes[len(runes)-k:]), true
}

// keepsForm reports whether a word is its own lemma: marks, foreign words,
// numbers in digits.
func keepsForm[W string | []byte](t Tag, word W) bool {
	switch t {
	case Punct, Sym, Other:
		return true
	case Num:
		return len(word) > 0 && word[0] >= '0' && word[0] <= '9'
	}
	return false
}

// lemma returns the lemma of a plain word; runes is scratch space. Proper nouns
// keep their capitals, all else is lowered.
func (z *lemmatiser) lemma(word []byte, joint int16, tag Tag, how spelling, runes []rune) (string, []rune) {
	if keepsForm(tag, word) {
		return string(word), runes
	}
	runes = runes[:0]
	for i := 0; i < len(word); {
		r, size := utf8.DecodeRune(word[i:])
		runes = append(runes, fold(r))
		i += size
	}
	n := z.find(runes, joint, tag, wholeForm)
	if tag == ProperNoun {
		restoreCase(runes, word, how)
	}
	if n < 0 || z.rules[n].strip > len(runes) {
		return string(runes), runes
	}
	return string(runes[:len(runes)-z.rules[n].strip]) + z.rules[n].add, runes
}

// restoreCase gives a lowered name its capitals back; in a sentence that is
// all capitals only the first, as that is all one can know.
func restoreCase(runes []rune, word []byte, how spelling) {
	for i, at := 0, 0; at < len(word); i++ {
		r, size := utf8.DecodeRune(word[at:])
		if how != shouting || i == 0 || !unicode.IsUpper(r) {
			runes[i] = r
		}
		at += size
	}
}
