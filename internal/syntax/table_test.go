package syntax

import (
	"slices"
	"testing"
)

// taught returns a learner that holds the given weights and has seen one
// example since.
func taught(weights map[uint64]map[uint8]int32) *learner {
	l := newLearner()
	for _, f := range []uint64{1, 2, 3} {
		for _, c := range []uint8{0, 1, 2} {
			if v := weights[f][c]; v != 0 {
				l.update([]uint64{mix(f, f)}, c, v)
			}
		}
	}
	l.now++
	return l
}

func scores(t *table, feature uint64) []int32 {
	var s [maxColumns]int32
	t.addAll([]uint64{mix(feature, feature)}, &s, nil)
	return s[:3]
}

func TestPruneKeepsTheLargest(t *testing.T) {
	one := taught(map[uint64]map[uint8]int32{1: {0: 100, 2: -50}, 2: {1: 20}})
	two := taught(map[uint64]map[uint8]int32{1: {0: 100}, 2: {1: -20}, 3: {1: 10}})
	full := prune([]*learner{one, two}, 1000)
	for feature, want := range map[uint64][]int32{1: {127, 0, -32}, 2: {0, 0, 0}, 3: {0, 6, 0}, 4: {0, 0, 0}} {
		if got := scores(&full, feature); !slices.Equal(got, want) {
			t.Errorf("feature %d: %v, want %v", feature, got, want)
		}
	}
	small := prune([]*learner{one, two}, 6)
	if got := scores(&small, 1); !slices.Equal(got, []int32{127, 0, -32}) {
		t.Errorf("the largest in six bytes: %v", got)
	}
	if got := scores(&small, 3); !slices.Equal(got, []int32{0, 0, 0}) {
		t.Errorf("the smallest is still there: %v", got)
	}
}

func TestAverage(t *testing.T) {
	l := newLearner()
	l.now = 1
	l.update([]uint64{5}, 0, 4) // 0 for one example, 4 for the next three
	l.now = 4
	if got := l.average(l.rows[0][0]); got != 3 {
		t.Errorf("average %v, want 3", got)
	}
}

func TestReadTableChecks(t *testing.T) {
	good := prune([]*learner{taught(map[uint64]map[uint8]int32{1: {2: 7}})}, 100)
	file := good.appendTo(nil)
	if _, err := readTable(&decoder{rest: file}, 3); err != nil {
		t.Fatalf("good table: %v", err)
	}
	if _, err := readTable(&decoder{rest: file}, 2); err == nil {
		t.Error("a column that does not exist was read")
	}
	if _, err := readTable(&decoder{rest: file[:len(file)-1]}, 3); err == nil {
		t.Error("half a row was read")
	}
	longer := slices.Clone(file)
	longer[len(longer)-4] |= maxEntries
	if _, err := readTable(&decoder{rest: longer}, 3); err == nil {
		t.Error("a row beyond its bucket was read")
	}
}
