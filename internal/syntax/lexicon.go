package syntax

import (
	"maps"
	"slices"
)

// A lexicon says of frequent forms which tags they take.
type lexicon struct {
	forms   keySet
	entries []lexEntry // in the order of the keys
}

type lexEntry struct {
	class uint32 // hash of the set of tags the form takes
	fixed int16  // the tag of a form that takes but one, else -1
}

// look fills what the lexicon knows into keys.
func (x *lexicon) look(keys *wordKeys) {
	if i := x.forms.find(keyOf(keys.form)); i >= 0 {
		keys.class, keys.fixed = uint64(x.entries[i].class), x.entries[i].fixed
	}
}

// Limits of the lexicon: a form is listed from this many occurrences, a tag
// belongs to it from this share of them, and it is fixed from that many when
// all but the given share agree.
const (
	listedFrom = 2
	tagShare   = 0.08
	fixedFrom  = 60
	fixedShare = 0.998
)

// newLexicon counts the forms of tagged sentences. Forms with a capital are
// counted with those without: a headline does not tell them apart.
func newLexicon(sentences []tagged, l letters) lexicon {
	counts := map[uint32]map[int16]int{}
	for _, s := range sentences {
		for i, w := range s.words {
			h := keyOf(l.hashForm(w))
			if counts[h] == nil {
				counts[h] = map[int16]int{}
			}
			counts[h][s.tags[i]]++
		}
	}
	found := map[uint32]lexEntry{}
	for h, tags := range counts {
		if e, ok := classify(tags); ok {
			found[h] = e
		}
	}
	keys := slices.Sorted(maps.Keys(found))
	x := lexicon{forms: newKeySet(keys)}
	for _, key := range keys {
		x.entries = append(x.entries, found[key])
	}
	return x
}

func classify(tags map[int16]int) (lexEntry, bool) {
	total := 0
	for _, n := range tags {
		total += n
	}
	if total < listedFrom {
		return lexEntry{}, false
	}
	e := lexEntry{fixed: -1}
	var members []int16
	for t, n := range tags {
		if float64(n) >= tagShare*float64(total) {
			members = append(members, t)
		}
		if total >= fixedFrom && float64(n) >= fixedShare*float64(total) {
			e.fixed = t
		}
	}
	slices.Sort(members)
	h := uint64(len(members))
	for _, t := range members {
		h = mix(h, uint64(t))
	}
	e.class = uint32(h>>16) | 1
	return e, true
}
