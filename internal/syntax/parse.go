package syntax

// move is a step of the parser. The system is arc-hybrid: words wait in a
// queue and are put on a stack; the word on top is finished off by giving it a
// head, which is either the first word of the queue or the word below it.
type move uint8

const (
	shift move = iota // the first of the queue goes onto the stack
	left              // the top gets the first of the queue as head
	right             // the top gets the word below it as head

	moveCount = int(right) + 1
)

// parseWord is what the parser knows of a word.
type parseWord struct {
	form   uint64
	fine   uint64 // joint tag
	coarse uint64 // part of speech
}

// children are the outermost two that a word has been given on either side so
// far, and how many there are.
type children struct {
	left, left2, right, right2 int32 // -1 for none
	lefts, rights              int32
}

// parseState is a parse under way, and the memory of the parser. The root
// stands behind the last word, at words[n].
type parseState struct {
	words []parseWord
	stack []int32
	next  int32 // first of the queue
	heads []int32
	kids  []children
	// running counts of punctuation and of verbs before each word, so that
	// features can ask what stands between two words
	puncts, verbs []int32
}

// noWord stands for what a template asks for and is not there.
var noWord = parseWord{1, 1, 1}

// start takes over the words of a tagged sentence.
func (p *parseState) start(words []Tagged, tags []jointTag) {
	n := len(words)
	p.words, p.heads, p.kids = resize(p.words, n+1), resize(p.heads, n+1), resize(p.kids, n+1)
	p.puncts, p.verbs = resize(p.puncts, n+2), resize(p.verbs, n+2)
	p.stack, p.next = p.stack[:0], 0
	p.puncts[0], p.verbs[0] = 0, 0
	for i, w := range words {
		tag := tags[w.joint].tag
		p.words[i] = parseWord{w.form, uint64(w.joint) + 100, uint64(tag) + 10}
		p.puncts[i+1], p.verbs[i+1] = p.puncts[i], p.verbs[i]
		switch tag {
		case Punct:
			p.puncts[i+1]++
		case Verb, Aux:
			p.verbs[i+1]++
		}
	}
	p.words[n] = parseWord{2, 2, 2}
	p.puncts[n+1], p.verbs[n+1] = p.puncts[n], p.verbs[n]
	for i := range p.kids {
		p.kids[i] = children{left: -1, left2: -1, right: -1, right2: -1}
		p.heads[i] = -1
	}
}

// root is the place of the root.
func (p *parseState) root() int32 { return int32(len(p.words) - 1) }

func (p *parseState) done() bool { return len(p.stack) == 0 && p.next == p.root() }

// can reports whether a move is open. Only the last word left goes to the
// root, so that a sentence has one root.
func (p *parseState) can(m move) bool {
	switch m {
	case shift:
		return p.next < p.root()
	case left:
		return len(p.stack) > 0 && (p.next < p.root() || len(p.stack) == 1)
	}
	return len(p.stack) > 1
}

func (p *parseState) do(m move) {
	if m == shift {
		p.stack = append(p.stack, p.next)
		p.next++
		return
	}
	top := p.stack[len(p.stack)-1]
	p.stack = p.stack[:len(p.stack)-1]
	if m == left {
		p.heads[top] = p.next
		k := &p.kids[p.next]
		k.left2, k.left = k.left, top
		k.lefts++
		return
	}
	head := p.stack[len(p.stack)-1]
	p.heads[top] = head
	k := &p.kids[head]
	k.right2, k.right = k.right, top
	k.rights++
}

// bestMove returns the open move with the highest score.
func (p *parseState) bestMove(scores *[moveCount]int32) move {
	best, top := shift, int32(-1<<31)
	for m := range move(moveCount) {
		if p.can(m) && scores[m] > top {
			best, top = m, scores[m]
		}
	}
	return best
}

type parseScratch struct {
	state    parseState
	features []uint64
	given    []uint32 // relations that the children of each word have so far
	scores   [maxColumns]int32
	found    []spot
}

// nextMove returns the open move that scores best. Where but one is open there
// is nothing to score.
func (m *Model) nextMove(s *parseScratch) move {
	p := &s.state
	switch {
	case len(p.stack) == 0:
		return shift
	case p.next == p.root() && len(p.stack) == 1:
		return left
	case p.next == p.root():
		return right
	}
	s.features = p.appendFeatures(s.features[:0])
	var scores [moveCount]int32
	scores, s.found = m.moves().score(s.features, s.found)
	return p.bestMove(&scores)
}

// A Tree is what a model makes of one tagged sentence: Head has the head of each
// word, -1 for the root. It is valid until the next call of Parse with the same
// Tree. The zero value is ready for use, and using it again saves allocations.
type Tree struct {
	Head []int

	model   *Model
	rels    []Rel
	parsing parseScratch
}

// Parse fills out with the tree of a sentence that the model has tagged. One
// word has no head, all others hang on it directly or through others. Arcs do
// not cross.
func (m *Model) Parse(words []Tagged, out *Tree) {
	out.model = m
	out.Head = resize(out.Head, len(words))
	p := &out.parsing.state
	p.start(words, m.tagger.tags)
	for !p.done() {
		p.do(m.nextMove(&out.parsing))
	}
	for i := range words {
		out.Head[i] = int(p.heads[i])
		if p.heads[i] == p.root() {
			out.Head[i] = -1
		}
	}
	out.unlabel()
}
