package syntax

import (
	"runtime"
	"sync"
)

// A learner is an averaged perceptron over hashed features: what training
// works with, and what prune turns into a table.
type learner struct {
	index map[uint64]int32
	keys  []uint64
	rows  [][]weight
	now   int32 // how many examples were seen
}

type weight struct {
	column  uint8
	value   int32
	touched int32 // when value last changed
	total   int64 // sum of the values over the examples up to touched
}

func newLearner() *learner { return &learner{index: map[uint64]int32{}} }

// score adds the current weights of the features to scores.
func (l *learner) score(features []uint64, scores []int32) {
	for _, f := range features {
		if i, ok := l.index[f]; ok {
			for _, w := range l.rows[i] {
				scores[w.column] += w.value
			}
		}
	}
}

// update adds by to the weights of the features in one column.
func (l *learner) update(features []uint64, column uint8, by int32) {
	for _, f := range features {
		i, ok := l.index[f]
		if !ok {
			i = int32(len(l.rows))
			l.index[f] = i
			l.keys = append(l.keys, f)
			l.rows = append(l.rows, nil)
		}
		l.rows[i] = change(l.rows[i], column, by, l.now)
	}
}

func change(row []weight, column uint8, by, now int32) []weight {
	for i := range row {
		if w := &row[i]; w.column == column {
			w.total += int64(w.value) * int64(now-w.touched)
			w.value += by
			w.touched = now
			return row
		}
	}
	return append(row, weight{column: column, value: by, touched: now})
}

// average returns the mean of a weight over all examples seen.
func (l *learner) average(w weight) float64 {
	if l.now == 0 {
		return 0
	}
	return float64(w.total+int64(w.value)*int64(l.now-w.touched)) / float64(l.now)
}

// ensemble trains several learners that differ in their seed only, as
// many at a time as there are processors. Their sum is better than any one.
func ensemble(size int, seed uint64, train func(seed uint64) *learner) []*learner {
	out := make([]*learner, size)
	limit := make(chan struct{}, max(1, runtime.GOMAXPROCS(0)))
	var all sync.WaitGroup
	for i := range out {
		all.Go(func() {
			limit <- struct{}{}
			defer func() { <-limit }()
			out[i] = train(seed + 1000*uint64(i))
		})
	}
	all.Wait()
	return out
}
