package syntax

import (
	"encoding/binary"
	"fmt"
)

// A table holds the weights of hashed features. A feature's hash picks one of
// 65,536 buckets and an 11-bit mark; the bucket's bytes hold rows one after
// the other, in the order of their marks: two bytes of mark and number of
// entries, then for each entry the column and the weight. The bytes are those of
// the model file: loading a table means adding up the lengths of the buckets and
// setting the hints by which most features without a row are told at a glance.
type table struct {
	buckets []bucket // and one that ends the last
	rows    []byte
}

// bucket says where the rows of a bucket start, and which upper bits their marks
// have.
type bucket struct{ start, hints uint32 }

const (
	buckets    = 1 << 16
	maxEntries = 31 // of one row: five bits
	markBits   = 11
)

func bucketOf(feature uint64) uint32 { return uint32(feature>>40) & (buckets - 1) }
func markOf(feature uint64) uint16   { return uint16(feature>>20) & (1<<markBits - 1) }

// hintOf is the bit that the upper five bits of a mark stand for.
func hintOf(mark uint16) uint32 { return 1 << (mark >> (markBits - 5)) }

// row is one row of a table: its mark, its pairs of column and weight.
type row struct {
	mark    uint16
	entries []byte
}

// cutRow cuts the first row off the rows of a bucket.
func cutRow(rows []byte) (first row, rest []byte) {
	head := binary.LittleEndian.Uint16(rows)
	size := 2 + 2*int(head&maxEntries)
	return row{head >> 5, rows[2:size]}, rows[size:]
}

// bucket returns the rows of bucket b.
func (t *table) bucket(b uint32) []byte { return t.rows[t.buckets[b].start:t.buckets[b+1].start] }

// addAll adds the weights of features to the scores of their columns. A row
// lies anywhere in the table, mostly outside the near caches: asking for all
// buckets, then for the first rows of those that may have the feature, lets the
// processor fetch them side by side. What was found is scratch space and comes
// back for the next word.
func (t *table) addAll(features []uint64, scores *[maxColumns]int32, found []spot) []spot {
	found = hinted(t.buckets, features, found)
	for i := range found {
		found[i].head = t.head(found[i].at)
	}
	for i := range found {
		p := &found[i]
		at, head := p.at, p.head
		for head>>5 != p.mark {
			if at += 2 + 2*uint32(head&maxEntries); at >= p.end {
				break
			}
			head = t.head(at)
		}
		if at < p.end {
			addRow(t.rows[at+2:][:2*(head&maxEntries)], scores)
		}
	}
	return found
}

// head returns the mark and the number of entries of a row.
func (t *table) head(at uint32) uint16 {
	return uint16(t.rows[at]) | uint16(t.rows[at+1])<<8
}

// appendRows appends the entries of the rows of features.
func (t *table) appendRows(dst []byte, features []uint64) []byte {
	for _, f := range features {
		for r, rest := (row{}), t.bucket(bucketOf(f)); len(rest) > 0; {
			if r, rest = cutRow(rest); r.mark == markOf(f) {
				dst = append(dst, r.entries...)
				break
			}
		}
	}
	return dst
}

// addRow adds the weights of a row, or of rows one after the other, eight entries at a
// time: the loop is the heart of tagging.
func addRow(row []byte, scores *[maxColumns]int32) {
	for len(row) >= 16 {
		r := (*[16]byte)(row)
		scores[r[0]] += int32(int8(r[1]))
		scores[r[2]] += int32(int8(r[3]))
		scores[r[4]] += int32(int8(r[5]))
		scores[r[6]] += int32(int8(r[7]))
		scores[r[8]] += int32(int8(r[9]))
		scores[r[10]] += int32(int8(r[11]))
		scores[r[12]] += int32(int8(r[13]))
		scores[r[14]] += int32(int8(r[15]))
		row = row[16:]
	}
	for len(row) >= 4 {
		r := (*[4]byte)(row)
		scores[r[0]] += int32(int8(r[1]))
		scores[r[2]] += int32(int8(r[3]))
		row = row[4:]
	}
	if len(row) >= 2 {
		scores[row[0]] += int32(int8(row[1]))
	}
}

// spot is a bucket that a feature may have its row in, and where its rows lie.
type spot struct {
	bucket, at, end uint32
	mark, head      uint16
}

// hinted returns the spots of the features that the hints of their bucket do
// not rule out. Which those are is hard to foresee: each is written, and the next
// one over it where it was ruled out.
func hinted(table []bucket, features []uint64, found []spot) []spot {
	found = resize(found, len(features)+1)
	n := 0
	for _, f := range features {
		b, mark := bucketOf(f), markOf(f)
		found[n] = spot{bucket: b, at: table[b].start, end: table[b+1].start, mark: mark}
		if table[b].hints&hintOf(mark) != 0 {
			n++
		}
	}
	return found[:n]
}

// appendTo writes the table: the lengths of the buckets, two bytes each, then
// the rows.
func (t *table) appendTo(dst []byte) []byte {
	for b := range buckets {
		dst = binary.LittleEndian.AppendUint16(dst, uint16(t.buckets[b+1].start-t.buckets[b].start))
	}
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(t.rows)))
	return append(dst, t.rows...)
}

// readTable reads what appendTo wrote and checks that every row lies within
// its bucket and names columns below columns only, so that add need not.
func readTable(d *decoder, columns int) (table, error) {
	t := table{buckets: make([]bucket, buckets+1)}
	lengths := d.bytes(2 * buckets)
	t.rows = d.bytes(int(d.uint32()))
	if d.err != nil {
		return table{}, d.err
	}
	for b := range buckets {
		t.buckets[b+1].start = t.buckets[b].start + uint32(binary.LittleEndian.Uint16(lengths[2*b:]))
	}
	if int(t.buckets[buckets].start) != len(t.rows) {
		return table{}, fmt.Errorf("buckets of %d bytes in a table of %d", t.buckets[buckets].start, len(t.rows))
	}
	for b := range buckets {
		rows := t.bucket(uint32(b))
		for len(rows) > 0 {
			if len(rows) < 2 {
				return table{}, fmt.Errorf("bucket %d ends within a row", b)
			}
			head := binary.LittleEndian.Uint16(rows)
			t.buckets[b].hints |= hintOf(head >> 5)
			size := 2 + 2*int(head&maxEntries)
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
