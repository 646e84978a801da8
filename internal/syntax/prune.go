package syntax

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

// entry is one averaged weight on its way into a table.
type entry struct {
	feature uint64
	column  uint8
	value   float64
}

// where orders entries as the table stores them.
func (e entry) where() uint64 {
	return uint64(bucketOf(e.feature))<<markBits | uint64(markOf(e.feature))
}

// prune makes one table of the learners of an ensemble: the sums of their
// averages, the largest first, as many as fit into size bytes, in eight bits
// each. Features that share bucket and mark are added up.
func prune(learners []*learner, size int) table {
	entries := sumUp(learners)
	slices.SortFunc(entries, byStrength)
	step := quantum(entries)
	kept := entries[:fitting(entries, step, size)]
	slices.SortFunc(kept, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.where(), b.where()), cmp.Compare(a.column, b.column), cmp.Compare(a.feature, b.feature))
	})
	return layOut(kept, step)
}

// sumUp lists the averages of each learner, those of the same feature and
// column added up in the order of the learners.
func sumUp(learners []*learner) []entry {
	var all []entry
	for _, l := range learners {
		for i, row := range l.rows {
			for _, w := range row {
				if v := l.average(w); v != 0 {
					all = append(all, entry{l.keys[i], w.column, v})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.feature, b.feature), cmp.Compare(a.column, b.column))
	})
	sums := all[:0]
	for _, e := range all {
		if n := len(sums); n > 0 && sums[n-1].feature == e.feature && sums[n-1].column == e.column {
			sums[n-1].value += e.value
			continue
		}
		sums = append(sums, e)
	}
	return sums
}

func byStrength(a, b entry) int {
	return cmp.Or(cmp.Compare(math.Abs(b.value), math.Abs(a.value)),
		cmp.Compare(a.feature, b.feature), cmp.Compare(a.column, b.column))
}

// quantum is the step of the eight-bit weights: all but the largest one in a
// thousand are told apart, those are cut.
func quantum(sorted []entry) float64 {
	if len(sorted) == 0 {
		return 1
	}
	return math.Abs(sorted[len(sorted)/1000].value) / 127
}

// fitting counts how many of the entries fit: two bytes each and two for each
// row that they open.
func fitting(sorted []entry, step float64, size int) int {
	open := map[uint64]struct{}{}
	used := 0
	for i, e := range sorted {
		if math.Abs(e.value) < step/2 {
			return i
		}
		if _, ok := open[e.where()]; !ok {
			open[e.where()] = struct{}{}
			used += 2
		}
		if used += 2; used > size {
			return i
		}
	}
	return len(sorted)
}

// layOut writes entries, in order of place, as a table.
func layOut(entries []entry, step float64) table {
	t := table{buckets: make([]bucket, buckets+1)}
	for i := 0; i < len(entries); {
		end := i
		for end < len(entries) && entries[end].where() == entries[i].where() {
			end++
		}
		row := addUp(entries[i:end], step)
		if len(row) > 0 {
			b := entries[i].where() >> markBits
			mark := uint16(entries[i].where() & (1<<markBits - 1))
			before := len(t.rows)
			t.rows = binary.LittleEndian.AppendUint16(t.rows, mark<<5|uint16(len(row)/2))
			t.rows = append(t.rows, row...)
			t.buckets[b].hints |= hintOf(mark)
			t.buckets[b+1].start += uint32(len(t.rows) - before)
		}
		i = end
	}
	for b := range buckets {
		t.buckets[b+1].start += t.buckets[b].start
	}
	return t
}

// addUp turns the entries of one row into pairs of column and weight, at most
// as many as a row holds.
func addUp(entries []entry, step float64) []byte {
	var sums []entry
	for _, e := range entries {
		if n := len(sums); n > 0 && sums[n-1].column == e.column {
			sums[n-1].value += e.value
			continue
		}
		sums = append(sums, e)
	}
	if len(sums) > maxEntries {
		slices.SortFunc(sums, byStrength)
		sums = sums[:maxEntries]
		slices.SortFunc(sums, func(a, b entry) int { return cmp.Compare(a.column, b.column) })
	}
	var row []byte
	for _, e := range sums {
		if v := max(-127, min(127, math.Round(e.value/step))); v != 0 {
			row = append(row, e.column, byte(int8(v)))
		}
	}
	return row
}
