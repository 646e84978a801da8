package score

import "sort"

// pairing joins the items of the gold with those read, each with at most one.
type pairing struct {
	found            [][2]int // index in the gold, index in what was read
	missed, invented []int
}

// pair joins the most alike first; alike returns 0 for what must not be joined.
// Among equals the later ones go first.
func pair(gold, read int, alike func(g, r int) float64) pairing {
	type candidate struct {
		like float64
		g, r int
	}
	var cs []candidate
	for g := range gold {
		for r := range read {
			if like := alike(g, r); like > 0 {
				cs = append(cs, candidate{like, g, r})
			}
		}
	}
	sort.Slice(cs, func(i, j int) bool {
		a, b := cs[i], cs[j]
		if a.like != b.like {
			return a.like > b.like
		}
		if a.g != b.g {
			return a.g > b.g
		}
		return a.r > b.r
	})
	var p pairing
	takenG, takenR := make([]bool, gold), make([]bool, read)
	for _, c := range cs {
		if !takenG[c.g] && !takenR[c.r] {
			takenG[c.g], takenR[c.r] = true, true
			p.found = append(p.found, [2]int{c.g, c.r})
		}
	}
	p.missed, p.invented = free(takenG), free(takenR)
	return p
}

func free(taken []bool) []int {
	var out []int
	for i, t := range taken {
		if !t {
			out = append(out, i)
		}
	}
	return out
}

// compare counts what two lists share, each item joined with the first that is
// the same.
func (t *tally) compare(name string, gold, read []string, same func(a, b string) bool) {
	left := append([]string(nil), read...)
	right := 0
	for _, g := range gold {
		for i, r := range left {
			if same(g, r) {
				left = append(left[:i], left[i+1:]...)
				right++
				break
			}
		}
	}
	t.add(name, right, len(read)-right, len(gold)-right)
}

func equal(a, b string) bool { return a == b }
