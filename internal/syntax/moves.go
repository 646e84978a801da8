package syntax

import "math/bits"

// moveTable holds the rows of the parser's table unpacked: there are so few
// moves that each row has room for the weights of all of them, and where a
// feature's row lies follows from how many hints stand before its own.
type moveTable struct {
	buckets []bucket
	rows    []moveRow
}

type moveRow struct {
	mark    uint16
	weights [moveCount]int8
}

func unpackMoves(t *table) *moveTable {
	m := &moveTable{buckets: make([]bucket, buckets+1), rows: make([]moveRow, 0, len(t.rows)/5)}
	for b := range uint32(buckets) {
		for r, rest := (row{}), t.bucket(b); len(rest) > 0; {
			r, rest = cutRow(rest)
			unpacked := moveRow{mark: r.mark}
			for i := 0; i < len(r.entries); i += 2 {
				unpacked.weights[r.entries[i]] = int8(r.entries[i+1])
			}
			m.rows = append(m.rows, unpacked)
		}
		m.buckets[b].hints = t.buckets[b].hints
		m.buckets[b+1].start = uint32(len(m.rows))
	}
	return m
}

// score adds up the weights of features; found is scratch space. The marks of a
// bucket are in order: a row lies behind those of the hints before its own, and
// further only where two rows share a hint.
func (m *moveTable) score(features []uint64, found []spot) ([moveCount]int32, []spot) {
	found = hinted(m.buckets, features, found)
	var sums [moveCount]int32
	for i := range found {
		p := &found[i]
		before := bits.OnesCount32(m.buckets[p.bucket].hints & (hintOf(p.mark) - 1))
		for _, r := range m.rows[p.at+uint32(before) : p.end] {
			if r.mark == p.mark {
				sums[0] += int32(r.weights[0])
				sums[1] += int32(r.weights[1])
				sums[2] += int32(r.weights[2])
				break
			}
		}
	}
	return sums, found
}
