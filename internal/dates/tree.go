package dates

// tree is the tree of forms. Its nodes are numbers and lie in one slice, the root
// first, so that there is nothing to follow when memory is collected.
type tree struct {
	nodes []node
	// starts are the nodes that words lead to from the root, by word number.
	starts []int32
}

// node is a point in the tree; 0 stands for what it does not have, for nothing
// leads to the root.
type node struct {
	// word or slot leads to the node, next is one that another of the same kind
	// leads to from the same node.
	word int32
	slot slot
	next int32
	// words and slots are the first of those that the node leads to.
	words, slots int32
	// rule is one more than the number of the rule whose form ends here.
	rule int32
}

const root = 0

func newTree() tree { return tree{nodes: make([]node, 1)} }

// byWord follows a word, and returns 0 when no form goes on with it.
func (t *tree) byWord(at, word int32) int32 {
	if at == root {
		if int(word) < len(t.starts) {
			return t.starts[word]
		}
		return 0
	}
	n := t.nodes[at].words
	for n != 0 && t.nodes[n].word != word {
		n = t.nodes[n].next
	}
	return n
}

// add puts a sequence into the tree. It returns the number of the rule that stands
// there.
func (t *tree) add(seq []element, rule int, id func(word string) int32) int {
	at := int32(root)
	for _, e := range seq {
		if e.slot != slotNone {
			at = t.underSlot(at, e.slot)
		} else {
			at = t.underWord(at, id(e.word))
		}
	}
	if n := &t.nodes[at]; n.rule == 0 {
		n.rule = int32(rule) + 1
	}
	return int(t.nodes[at].rule) - 1
}

func (t *tree) node(n node) int32 {
	t.nodes = append(t.nodes, n)
	return int32(len(t.nodes) - 1)
}

// underSlot makes the node that a slot leads to, behind those of the slots before.
func (t *tree) underSlot(at int32, s slot) int32 {
	last := int32(0)
	for n := t.nodes[at].slots; n != 0; n = t.nodes[n].next {
		if t.nodes[n].slot == s {
			return n
		}
		last = n
	}
	to := t.node(node{slot: s})
	if last == 0 {
		t.nodes[at].slots = to
	} else {
		t.nodes[last].next = to
	}
	return to
}

func (t *tree) underWord(at, word int32) int32 {
	if to := t.byWord(at, word); to != 0 {
		return to
	}
	to := t.node(node{word: word})
	if at == root {
		if grow := int(word) + 1 - len(t.starts); grow > 0 {
			t.starts = append(t.starts, make([]int32, grow)...)
		}
		t.starts[word] = to
		return to
	}
	t.nodes[to].next, t.nodes[at].words = t.nodes[at].words, to
	return to
}
