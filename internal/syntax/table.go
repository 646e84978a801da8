package syntax

import (
	"encoding/binary"
	"fmt"
)

// A table holds the weights of hashed features. A feature's hash picks one of
// 65,536 buckets and an 11-bit mark; the bucket's bytes hold rows one after
// the other: two bytes of mark and number of entries, then for each entry the
// column and the weight. The bytes are those of the model file: loading a
// table means adding up the lengths of the buckets, and a look-up touches one
// or two lines of cache.
type table struct {
	starts []uint32 // of the buckets in rows, and the end of the last
	rows   []byte
}

const (
	buckets    = 1 << 16
	maxEntries = 31 // of one row: five bits
	markBits   = 11
)

func bucketOf(feature uint64) uint32 { return uint32(feature>>40) & (buckets - 1) }
func markOf(feature uint64) uint16   { return uint16(feature>>20) & (1<<markBits - 1) }

// add adds the weights of a feature to the scores of their columns.
func (t *table) add(feature uint64, scores []int32) {
	b := bucketOf(feature)
	rows := t.rows[t.starts[b]:t.starts[b+1]]
	mark := markOf(feature)
	for len(rows) >= 2 {
		head := binary.LittleEndian.Uint16(rows)
		size := 2 * int(head&maxEntries)
		if head>>5 == mark {
			entries := rows[2 : 2+size]
			for i := 0; i+1 < len(entries); i += 2 {
				scores[entries[i]] += int32(int8(entries[i+1]))
			}
			return
		}
		rows = rows[2+size:]
	}
}

// addAll is add for all features of a word. A feature's row lies anywhere in
// the table, mostly outside the near caches: asking for all rows before the
// first is read lets the processor fetch them side by side.
func (t *table) addAll(features []uint64, scores []int32, ranges []rowRange) []rowRange {
	ranges = ranges[:0]
	for _, f := range features {
		b := bucketOf(f)
		if from, to := t.starts[b], t.starts[b+1]; from < to {
			ranges = append(ranges, rowRange{from, to, markOf(f), 0})
		}
	}
	for i := range ranges {
		ranges[i].head = binary.LittleEndian.Uint16(t.rows[ranges[i].from:])
	}
	for _, r := range ranges {
		rows := t.rows[r.from:r.to]
		for head := r.head; ; head = binary.LittleEndian.Uint16(rows) {
			size := 2 * int(head&maxEntries)
			if head>>5 == r.mark {
				entries := rows[2 : 2+size]
				for i := 0; i+1 < len(entries); i += 2 {
					scores[entries[i]] += int32(int8(entries[i+1]))
				}
				break
			}
			if rows = rows[2+size:]; len(rows) < 2 {
				break
			}
		}
	}
	return ranges
}

// rowRange is a bucket that a feature may have its row in.
type rowRange struct {
	from, to   uint32
	mark, head uint16
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
	return t, nil
}
