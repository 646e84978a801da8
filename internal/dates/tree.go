package dates

import "slices"

// node is a point in the tree of forms.
type node struct {
	words []wordEdge // sorted by word
	slots []slotEdge
	rule  *rule
}

type wordEdge struct {
	word int32
	to   *node
}

type slotEdge struct {
	slot slot
	to   *node
}

// next follows a word, or returns nil.
func (n *node) next(word int32) *node {
	for i := range n.words {
		if n.words[i].word == word {
			return n.words[i].to
		}
		if n.words[i].word > word {
			break
		}
	}
	return nil
}

// add puts a sequence into the tree. It returns the rule that already stands
// there, if another does.
func (n *node) add(seq []element, r *rule, id func(word string) int32) *rule {
	for _, e := range seq {
		if e.slot != slotNone {
			n = n.underSlot(e.slot)
		} else {
			n = n.underWord(id(e.word))
		}
	}
	if n.rule != nil && n.rule != r {
		return n.rule
	}
	n.rule = r
	return nil
}

func (n *node) underSlot(s slot) *node {
	for _, e := range n.slots {
		if e.slot == s {
			return e.to
		}
	}
	to := &node{}
	n.slots = append(n.slots, slotEdge{s, to})
	return to
}

func (n *node) underWord(w int32) *node {
	i, found := slices.BinarySearchFunc(n.words, w, func(e wordEdge, w int32) int { return int(e.word - w) })
	if found {
		return n.words[i].to
	}
	to := &node{}
	n.words = slices.Insert(n.words, i, wordEdge{w, to})
	return to
}
