package syntax

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// stateOf starts a parse of n words that all look alike.
func stateOf(n int) *parseState {
	var p parseState
	p.start(make([]Tagged, n), []jointTag{{tag: Noun}})
	return &p
}

// randomTree draws heads of a projective tree over the words from up to to,
// hung on head.
func randomTree(rng *rand.Rand, heads []int32, from, to int, head int32) {
	if from >= to {
		return
	}
	mid := from + rng.IntN(to-from)
	heads[mid] = head
	randomTree(rng, heads, from, mid, int32(mid))
	randomTree(rng, heads, mid+1, to, int32(mid))
}

func TestOracleFindsEveryTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for range 300 {
		n := 1 + rng.IntN(12)
		gold := make([]int32, n)
		randomTree(rng, gold, 0, n, int32(n))
		p := stateOf(n)
		for !p.done() {
			var costs [moveCount]int
			var scores [moveCount]int32
			p.costs(gold, &costs)
			m := p.cheapest(&costs, &scores)
			if costs[m] != 0 {
				t.Fatalf("tree %v: cheapest move %d costs %d on the right way", gold, m, costs[m])
			}
			p.do(m)
		}
		if !slices.Equal(p.heads[:n], gold) {
			t.Fatalf("tree %v came out as %v", gold, p.heads[:n])
		}
	}
}

// After any moves, the costs paid on the way must be the arcs missing at the
// end, if one goes on with free moves only.
func TestOracleCountsWhatIsLost(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 8))
	for range 300 {
		n := 2 + rng.IntN(9)
		gold := make([]int32, n)
		randomTree(rng, gold, 0, n, int32(n))
		p := stateOf(n)
		paid := 0
		for steps := 0; !p.done(); steps++ {
			var costs [moveCount]int
			p.costs(gold, &costs)
			var scores [moveCount]int32
			m := p.cheapest(&costs, &scores)
			if steps < 4 && p.next < p.root() {
				if wild := move(rng.IntN(moveCount)); p.can(wild) {
					m = wild
				}
			}
			paid += costs[m]
			p.do(m)
		}
		lost := 0
		for i, h := range gold {
			if p.heads[i] != h {
				lost++
			}
		}
		if lost != paid {
			t.Fatalf("tree %v, parsed as %v: paid %d, lost %d", gold, p.heads[:n], paid, lost)
		}
	}
}

func TestHangAgreesWithMoves(t *testing.T) {
	gold := []int32{1, 3, 1, 6, 3, 4}
	parsed, hung := stateOf(len(gold)), stateOf(len(gold))
	for !parsed.done() {
		var costs [moveCount]int
		var scores [moveCount]int32
		parsed.costs(gold, &costs)
		parsed.do(parsed.cheapest(&costs, &scores))
	}
	hung.hang(gold)
	if !slices.Equal(parsed.kids, hung.kids) {
		t.Errorf("children by moves %v, by heads %v", parsed.kids, hung.kids)
	}
}
