package syntax

import (
	"encoding/binary"
	"math/bits"
)

// moveTable holds the rows of the parser's table unpacked: there are so few
// moves that each row has room for the weights of all of them, and where a
// feature's row lies follows from how many hints stand before its own.
type moveTable struct {
	starts  []uint32 // of the buckets
	hints   []uint32
	marks   []uint16
	weights [][moveCount]int8
}

func unpackMoves(t *table) moveTable {
	m := moveTable{starts: make([]uint32, buckets+1), hints: t.hints}
	for b := range buckets {
		for rows := t.rows[t.starts[b]:t.starts[b+1]]; len(rows) >= 2; {
			head := binary.LittleEndian.Uint16(rows)
			size := 2 + 2*int(head&maxEntries)
			var w [moveCount]int8
			for i := 2; i < size; i += 2 {
				w[rows[i]] = int8(rows[i+1])
			}
			m.marks, m.weights = append(m.marks, head>>5), append(m.weights, w)
			rows = rows[size:]
		}
		m.starts[b+1] = uint32(len(m.marks))
	}
	return m
}

// score adds up the weights of features; found is scratch space. The marks of a
// bucket are in order: a row lies behind those of the hints before its own, and
// further only where two rows share a hint.
func (m *moveTable) score(features, found []uint64) (sums [moveCount]int32) {
	n := 0
	for _, f := range features {
		found[n] = f
		if m.hints[bucketOf(f)]&hintOf(markOf(f)) != 0 {
			n++
		}
	}
	for _, f := range found[:n] {
		b, mark := bucketOf(f), markOf(f)
		at := int(m.starts[b]) + bits.OnesCount32(m.hints[b]&(hintOf(mark)-1))
		for end := int(m.starts[b+1]); at < end; at++ {
			if m.marks[at] == mark {
				w := &m.weights[at]
				sums[0] += int32(w[0])
				sums[1] += int32(w[1])
				sums[2] += int32(w[2])
				break
			}
		}
	}
	return sums
}
