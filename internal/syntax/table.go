package syntax

import (
	"encoding/binary"
	"fmt"
)

// A table holds the weights of hashed features. A feature's hash picks one of
// 65,536 buckets and an 11-bit mark; the bucket's bytes hold rows one after
// the other: two bytes of mark and number of entries, then for each entry the
// column and the weight. The bytes are those of the model file: loading a
// table means adding up the lengths of the buckets and setting the bits by which
// most features that have no row are told at a glance.
type table struct {
	starts []uint32 // of the buckets in rows, and the end of the last
	rows   []byte
	hints  []uint32 // of each bucket: which upper bits of marks its rows have
}

const (
	buckets    = 1 << 16
	maxEntries = 31 // of one row: five bits
	markBits   = 11
)

func bucketOf(feature uint64) uint32 { return uint32(feature>>40) & (buckets - 1) }
func markOf(feature uint64) uint16   { return uint16(feature>>20) & (1<<markBits - 1) }

// hintOf is the bit that the upper five bits of a mark stand for.
func hintOf(mark uint16) uint32 { return 1 << (mark >> (markBits - 5)) }

// addHints sets the hints of a table that has its rows.
func (t *table) addHints() {
	t.hints = make([]uint32, buckets)
	for b := range t.hints {
		for rows := t.rows[t.starts[b]:t.starts[b+1]]; len(rows) >= 2; {
			head := binary.LittleEndian.Uint16(rows)
			t.hints[b] |= hintOf(head >> 5)
			rows = rows[2+2*int(head&maxEntries):]
		}
	}
}

// addAll adds the weights of features to the scores of their columns. A row
// lies anywhere in the table, mostly outside the near caches: looking through
// the hints for all features before the first row is read lets the processor
// fetch them side by side. The features found are scratch space and come back
// for the next word.
func (t *table) addAll(features []uint64, scores *[maxColumns]int32, found []uint64) []uint64 {
	found = resize(found, len(features)+1)
	n := 0
	for _, f := range features {
		found[n] = f
		if t.hints[bucketOf(f)]&hintOf(markOf(f)) != 0 {
			n++
		}
	}
	for _, f := range found[:n] {
		b, mark := bucketOf(f), markOf(f)
		for rows := t.rows[t.starts[b]:t.starts[b+1]]; len(rows) >= 2; {
			head := binary.LittleEndian.Uint16(rows)
			size := 2 + 2*int(head&maxEntries)
			if head>>5 == mark {
				for row := rows[2:size]; len(row) >= 2; row = row[2:] {
					scores[row[0]] += int32(int8(row[1]))
				}
				break
			}
			rows = rows[size:]
		}
	}
	return found
}

// appendTo writes the table: the lengths of the buckets, two bytes each, then
// the rows.
func (t *table) appendTo(dst []byte) []byte {
	for b := range buckets {
		dst = binary.LittleEndian.AppendUint16(dst, uint16(t.starts[b+1]-t.starts[b]))
	}
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(t.rows)))
	return append(dst, t.rows...)
}

// readTable reads what appendTo wrote and checks that every row lies within
// its bucket and names columns below columns only, so that add need not.
func readTable(d *decoder, columns int) (table, error) {
	t := table{starts: make([]uint32, buckets+1)}
	lengths := d.bytes(2 * buckets)
	t.rows = d.bytes(int(d.uint32()))
	if d.err != nil {
		return table{}, d.err
	}
	for b := range buckets {
		t.starts[b+1] = t.starts[b] + uint32(binary.LittleEndian.Uint16(lengths[2*b:]))
	}
	if int(t.starts[buckets]) != len(t.rows) {
		return table{}, fmt.Errorf("buckets of %d bytes in a table of %d", t.starts[buckets], len(t.rows))
	}
	for b := range buckets {
		rows := t.rows[t.starts[b]:t.starts[b+1]]
		for len(rows) > 0 {
			if len(rows) < 2 {
				return table{}, fmt.Errorf("bucket %d ends within a row", b)
			}
			size := 2 + 2*int(binary.LittleEndian.Uint16(rows)&maxEntries)
			if size > len(rows) {
				return table{}, fmt.Errorf("bucket %d ends within a row", b)
			}
			for i := 2; i < size; i += 2 {
				if int(rows[i]) >= columns {
					return table{}, fmt.Errorf("bucket %d names column %d of %d", b, rows[i], columns)
				}
			}
			rows = rows[size:]
		}
	}
	t.addHints()
	return t, nil
}
