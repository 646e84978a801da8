package syntax

import (
	"cmp"
	"slices"
)

// lemmaCase is one word of a treebank as the lemmatiser sees it.
type lemmaCase struct {
	runes []rune
	joint int16
	tag   Tag
	rule  int
	bare  bool // its diacritics were taken away
}

// leastSeen is how often an ending must occur before it makes a rule; whole
// forms need no more than one.
const leastSeen = 3

// trainLemmas learns the rules of the sentences. From the general to the
// particular, an ending gets a rule of its own only where the more general
// ones say something else.
func trainLemmas(sentences []Sentence, ids map[jointTag]int16, l letters) lemmatiser {
	cases, rules := lemmaCases(sentences, ids, l)
	z := lemmatiser{rules: rules}
	found := map[uint32]uint16{}
	attested := map[uint64]bool{}
	for _, c := range cases {
		if !c.bare {
			attested[hashRunes(formMark, c.runes)] = true
		}
	}
	for k := 0; k <= wholeForm; k++ {
		for _, byTag := range []bool{false, true} {
			learnLength(cases, k, byTag, attested, &z, found)
			z.places, z.rule = sortRules(found)
		}
	}
	return z
}

// lemmaCases lists the words with the numbers of their rules, the rules in
// order of frequency.
func lemmaCases(sentences []Sentence, ids map[jointTag]int16, l letters) ([]lemmaCase, []lemmaRule) {
	var cases []lemmaCase
	var found []lemmaRule
	counts := map[lemmaRule]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			if keepsForm(w.Tag, w.Form) || w.Lemma == "_" {
				continue
			}
			c := lemmaCase{joint: ids[jointTag{w.Tag, w.Feats}], tag: w.Tag}
			lemma := loweredRunes(w.Lemma, l)
			c.runes = loweredRunes(w.Form, l)
			forms := []lemmaCase{c}
			if plain := loweredRunes(bare(w.Form), l); !slices.Equal(plain, c.runes) {
				forms = append(forms, lemmaCase{plain, c.joint, c.tag, 0, true})
			}
			for _, c := range forms {
				rule := ruleFrom(c.runes, lemma)
				counts[rule]++
				cases, found = append(cases, c), append(found, rule)
			}
		}
	}
	rules := make([]lemmaRule, 0, len(counts))
	for r := range counts {
		rules = append(rules, r)
	}
	slices.SortFunc(rules, func(a, b lemmaRule) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.strip, b.strip), cmp.Compare(a.add, b.add))
	})
	rules = rules[:min(len(rules), 1<<16-1)]
	number := map[lemmaRule]int{}
	for i, r := range rules {
		number[r] = i
	}
	for i := range cases {
		cases[i].rule = number[found[i]]
	}
	return cases, rules
}

// loweredRunes are the letters of a plain word in lower case, as the rules see
// forms and lemmas alike; proper nouns get their capitals back from the form.
func loweredRunes(word string, l letters) []rune {
	runes := []rune(string(l.appendPlain(nil, word)))
	for i, r := range runes {
		runes[i] = fold(r)
	}
	return runes
}

func ruleFrom(form, lemma []rune) lemmaRule {
	same := 0
	for same < len(form) && same < len(lemma) && form[same] == lemma[same] {
		same++
	}
	return lemmaRule{strip: len(form) - same, add: string(lemma[same:])}
}

// learnLength adds the rules for endings of k letters to found.
func learnLength(cases []lemmaCase, k int, fine bool, attested map[uint64]bool, z *lemmatiser, found map[uint32]uint16) {
	rules := z.rules
	type tally struct {
		rules map[int]int
		total int
		first int // a case that has this ending
	}
	tallies := map[uint32]*tally{}
	met := map[typeKey]bool{}
	for i, c := range cases {
		if c.bare && (k != wholeForm || fine || attested[hashRunes(formMark, c.runes)]) {
			continue
		}
		ending, ok := endingHash(c.runes, k)
		if !ok {
			continue
		}
		if k < wholeForm {
			form := typeKey{hashRunes(formMark, c.runes), c.joint, c.rule}
			if met[form] || rules[c.rule].strip > k || rules[c.rule].strip >= len(c.runes) {
				continue
			}
			met[form] = true
		}
		group, coarse := groupsOf(c.joint, c.tag)
		if !fine {
			group = coarse
		}
		key := ruleKey(group, k, ending)
		t := tallies[key]
		if t == nil {
			t = &tally{rules: map[int]int{}, first: i}
			tallies[key] = t
		}
		t.rules[c.rule]++
		t.total++
	}
	for key, t := range tallies {
		if k < wholeForm && t.total < leastSeen {
			continue
		}
		c := cases[t.first]
		if best := mostFrequent(t.rules); z.find(c.runes, c.joint, c.tag, k) != best {
			found[key] = uint16(best)
		}
	}
}

func mostFrequent(rules map[int]int) int {
	best, count := -1, 0
	for r, n := range rules {
		if n > count || n == count && r < best {
			best, count = r, n
		}
	}
	return best
}

func sortRules(found map[uint32]uint16) (keySet, []uint16) {
	keys := make([]uint32, 0, len(found))
	for key := range found {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	rules := make([]uint16, len(keys))
	for i, key := range keys {
		rules[i] = found[key]
	}
	return newKeySet(keys), rules
}

// typeKey tells distinct words apart: an ending is judged by how many words
// have it, not by how often they occur.
type typeKey struct {
	form  uint64
	joint int16
	rule  int
}
