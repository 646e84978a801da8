package syntax

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// decoder reads little-endian numbers off a model file and remembers the
// first thing that went wrong.
type decoder struct {
	rest []byte
	err  error
}

var errShort = errors.New("the file ends too early")

// bytes takes the next n bytes, without copying them.
func (d *decoder) bytes(n int) []byte {
	if d.err != nil || n < 0 || n > len(d.rest) {
		if d.err == nil {
			d.err = errShort
		}
		d.rest = nil
		return nil
	}
	b := d.rest[:n:n]
	d.rest = d.rest[n:]
	return b
}

func (d *decoder) uint8() uint8 {
	if b := d.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (d *decoder) uint16() uint16 {
	if b := d.bytes(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (d *decoder) uint32() uint32 {
	if b := d.bytes(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (d *decoder) uint64() uint64 {
	if b := d.bytes(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

// count reads the number of elements of a list, each at least size bytes long,
// so that a damaged number cannot ask for more memory than the file has.
func (d *decoder) count(size int) int {
	n := int(d.uint32())
	if d.err == nil && n > len(d.rest)/size {
		d.err = errShort
	}
	if d.err != nil {
		return 0
	}
	return n
}

func (t *tagger) appendTo(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(t.tags)))
	for _, j := range t.tags {
		dst = append(dst, byte(j.tag))
		dst = binary.LittleEndian.AppendUint64(dst, uint64(j.feats))
	}
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(t.lexicon.entries)))
	for i, e := range t.lexicon.entries {
		dst = binary.LittleEndian.AppendUint32(dst, t.lexicon.forms.keys[i])
		dst = binary.LittleEndian.AppendUint32(dst, e.class)
		dst = binary.LittleEndian.AppendUint16(dst, uint16(e.fixed))
	}
	return t.weights.appendTo(dst)
}

func (t *tagger) decode(d *decoder) error {
	tags := make([]jointTag, d.count(9))
	for i := range tags {
		tags[i] = jointTag{Tag(d.uint8()), Feats(d.uint64())}
		if int(tags[i].tag) >= tagCount {
			return fmt.Errorf("part of speech %d of %d", tags[i].tag, tagCount)
		}
	}
	if len(tags) == 0 && d.err == nil {
		return errors.New("no tags")
	}
	if t.setTags(tags); t.columns >= maxColumns {
		return fmt.Errorf("%d columns, more than %d", t.columns, maxColumns-1)
	}
	keys := make([]uint32, d.count(10))
	t.lexicon.entries = make([]lexEntry, len(keys))
	for i := range keys {
		keys[i] = d.uint32()
		e := lexEntry{class: d.uint32(), fixed: int16(d.uint16())}
		if int(e.fixed) >= len(tags) || e.fixed < -1 {
			return fmt.Errorf("a word has tag %d of %d", e.fixed, len(tags))
		}
		t.lexicon.entries[i] = e
	}
	t.lexicon.forms = newKeySet(keys)
	var err error
	t.weights, err = readTable(d, t.columns)
	return err
}

func (z *lemmatiser) appendTo(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(z.rules)))
	for _, r := range z.rules {
		dst = append(dst, byte(r.strip), byte(len(r.add)))
		dst = append(dst, r.add...)
	}
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(z.rule)))
	for i, rule := range z.rule {
		dst = binary.LittleEndian.AppendUint32(dst, z.places.keys[i])
		dst = binary.LittleEndian.AppendUint16(dst, rule)
	}
	return dst
}

func (z *lemmatiser) decode(d *decoder) error {
	z.rules = make([]lemmaRule, d.count(2))
	for i := range z.rules {
		z.rules[i].strip = int(d.uint8())
		z.rules[i].add = string(d.bytes(int(d.uint8())))
	}
	keys := make([]uint32, d.count(6))
	z.rule = make([]uint16, len(keys))
	for i := range keys {
		keys[i], z.rule[i] = d.uint32(), d.uint16()
		if d.err == nil && int(z.rule[i]) >= len(z.rules) {
			return fmt.Errorf("lemma rule %d of %d", z.rule[i], len(z.rules))
		}
	}
	z.places = newKeySet(keys)
	return d.err
}
