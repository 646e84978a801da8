package syntax

// costs fills for each move how many arcs of the gold tree it puts out of
// reach, given those that are out of reach already. The root's place counts as
// the head of the gold root.
func (p *parseState) costs(gold []int32, costs *[moveCount]int) {
	*costs = [moveCount]int{}
	n := len(p.stack)
	if p.next < p.root() {
		// the word shifted can no longer be head of a word on the stack, nor
		// have one below the top as its own
		for i, s := range p.stack {
			if gold[s] == p.next {
				costs[shift]++
			}
			if i < n-1 && gold[p.next] == s {
				costs[shift]++
			}
		}
	}
	if n == 0 {
		return
	}
	top := p.stack[n-1]
	waiting := 0 // children of the top still in the queue
	for q := p.next; q < p.root(); q++ {
		if gold[q] == top {
			waiting++
		}
	}
	costs[left], costs[right] = waiting, waiting
	if gold[top] > p.next || n > 1 && gold[top] == p.stack[n-2] {
		costs[left]++
	}
	if gold[top] >= p.next {
		costs[right]++
	}
}

// cheapest returns the open move of lowest cost that scores highest: what the
// parser should have done.
func (p *parseState) cheapest(costs *[moveCount]int, scores *[moveCount]int32) move {
	best := move(moveCount)
	for m := range move(moveCount) {
		if !p.can(m) {
			continue
		}
		if int(best) == moveCount || costs[m] < costs[best] || costs[m] == costs[best] && scores[m] > scores[best] {
			best = m
		}
	}
	return best
}
