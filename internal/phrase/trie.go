package phrase

import "strings"

// trie is the tree of the forms. Its nodes are numbers and lie in one slice,
// the root first: hundreds of thousands of nodes that point to each other would
// be looked through whenever memory is collected.
type trie struct {
	nodes []node
	// edges is a hash table of the edges that are not the first of their node,
	// kept of how many there are; at most half is taken.
	edges []edge
	kept  int
	// first has, by number, the nodes of the words that forms start with.
	first []int32
	// prefixes has the edges for starts of words, sorted, by the number that the
	// node of their first letters holds; ids the ids of forms, each with the next
	// of its node.
	prefixes [][]prefixEdge
	ids      []idCell
}

// node is one node; 0 stands for what it does not have, for no edge leads to
// the root and the first elements of prefixes and ids stay empty.
type node struct {
	word, to    int32 // its first edge
	gap         int32
	prefixes    int32
	ids, lastID int32
	hasMore     bool // edges than the first
	hasStarts   bool // of words
}

// edge leads from a node by a word to another.
type edge struct{ from, word, to int32 }

type prefixEdge struct {
	form string
	to   int32
}

type idCell struct{ id, next int32 }

const root = 0

// opening is the number by which an edge leads to the node of all words that
// start with the same letters, as many as a prefix is sure to have.
func opening(form string) int32 {
	return -(int32(form[0])<<16 | int32(form[1])<<8 | int32(form[2]))
}

const openingBits = 14

// openingHash is the place of the first letters of a word among the openings of a
// vocabulary.
func openingHash(form string) uint32 {
	return uint32(opening(form)) * 0x9e3779b1 >> (32 - openingBits)
}

// shortest is how many bytes of a prefix are sure to be there: three letters.
const shortest = 3

func newTrie() trie {
	return trie{nodes: make([]node, 1), edges: make([]edge, 16), prefixes: make([][]prefixEdge, 1), ids: make([]idCell, 1)}
}

func (t *trie) node() int32 {
	t.nodes = append(t.nodes, node{})
	return int32(len(t.nodes) - 1)
}

// next returns the node that a word leads to, 0 for none.
func (t *trie) next(n, word int32) int32 {
	if n == root && word >= 0 {
		if int(word) < len(t.first) {
			return t.first[word]
		}
		return 0
	}
	switch at := &t.nodes[n]; {
	case at.word == word:
		return at.to
	case at.hasMore || n == root:
		return t.edges[t.place(n, word)].to
	}
	return 0
}

// place returns where an edge stands in the hash table or would stand.
func (t *trie) place(n, word int32) int {
	mask := len(t.edges) - 1
	at := int((uint64(uint32(n))<<32|uint64(uint32(word)))*0x9e3779b97f4a7c15>>32) & mask
	for e := &t.edges[at]; e.to != 0 && (e.from != n || e.word != word); e = &t.edges[at] {
		at = (at + 1) & mask
	}
	return at
}

// link adds an edge that is not there yet.
func (t *trie) link(n, word, to int32) {
	at := &t.nodes[n]
	switch {
	case n == root && word < 0:
		t.put(edge{n, word, to})
	case n == root:
		if grow := int(word) + 1 - len(t.first); grow > 0 {
			t.first = append(t.first, make([]int32, grow)...)
		}
		t.first[word] = to
	case at.to == 0:
		at.word, at.to = word, to
	default:
		at.hasMore = true
		t.put(edge{n, word, to})
	}
}

func (t *trie) put(e edge) {
	if 2*t.kept >= len(t.edges) {
		old := t.edges
		t.edges = make([]edge, 2*len(old))
		for _, e := range old {
			if e.to != 0 {
				t.edges[t.place(e.from, e.word)] = e
			}
		}
	}
	t.kept++
	t.edges[t.place(e.from, e.word)] = e
}

// byGap returns the node that a gap leads to, which it makes where there is
// none.
func (t *trie) byGap(n int32) int32 {
	if t.nodes[n].gap == 0 {
		to := t.node()
		t.nodes[n].gap = to
	}
	return t.nodes[n].gap
}

// byPrefix is byGap for the start of a word.
func (t *trie) byPrefix(n int32, form string) int32 {
	t.nodes[n].hasStarts = true
	n = t.byWord(n, opening(form))
	if t.nodes[n].prefixes == 0 {
		t.nodes[n].prefixes = int32(len(t.prefixes))
		t.prefixes = append(t.prefixes, nil)
	}
	edges := &t.prefixes[t.nodes[n].prefixes]
	i := search(*edges, form)
	if i == len(*edges) || (*edges)[i].form != form {
		*edges = append(*edges, prefixEdge{})
		copy((*edges)[i+1:], (*edges)[i:])
		(*edges)[i] = prefixEdge{strings.Clone(form), t.node()}
	}
	return (*edges)[i].to
}

// byWord is byGap for a word.
func (t *trie) byWord(n, word int32) int32 {
	to := t.next(n, word)
	if to == 0 {
		to = t.node()
		t.link(n, word, to)
	}
	return to
}

// end notes that a form ends at a node.
func (t *trie) end(n, id int32) {
	cell := int32(len(t.ids))
	t.ids = append(t.ids, idCell{id: id})
	if at := &t.nodes[n]; at.ids == 0 {
		at.ids, at.lastID = cell, cell
	} else {
		t.ids[at.lastID].next, at.lastID = cell, cell
	}
}

// search returns the first of sorted edges that lies not before a form.
func search(edges []prefixEdge, form string) int {
	lo, hi := 0, len(edges)
	for lo < hi {
		if mid := (lo + hi) / 2; edges[mid].form < form {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
