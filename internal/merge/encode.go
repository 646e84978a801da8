package merge

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// encoding is the first byte of an encoded mention; what follows depends on it.
const encoding = 1

var errEncoding = errors.New("merge: a mention in the register cannot be read")

// MarshalBinary encodes a mention for an index on the disk.
func (m *Mention) MarshalBinary() ([]byte, error) {
	var w writer
	w.buf = append(make([]byte, 0, 256), encoding)
	w.text(m.Document, m.Contact, m.Kind, m.Mode, m.Status, m.Step, m.Place, m.Country, m.Initiator)
	w.day(m.Published, m.From, m.To)
	w.flags(m.Dated, m.Summit, m.Main)
	w.count(len(m.Parties))
	for _, p := range m.Parties {
		w.text(p.ID, p.Role)
	}
	w.count(len(m.People))
	for _, p := range m.People {
		w.text(p.ID, p.Country)
		w.flags(p.Inferred)
	}
	w.count(len(m.Topics))
	w.text(m.Topics...)
	return w.buf, nil
}

// UnmarshalBinary decodes what MarshalBinary made.
func (m *Mention) UnmarshalBinary(data []byte) error {
	if len(data) == 0 || data[0] != encoding {
		return fmt.Errorf("%w: it is of another version", errEncoding)
	}
	r := reader{rest: data[1:], all: string(data[1:])}
	r.text(&m.Document, &m.Contact, &m.Kind, &m.Mode, &m.Status, &m.Step, &m.Place, &m.Country, &m.Initiator)
	r.day(&m.Published, &m.From, &m.To)
	r.flags(&m.Dated, &m.Summit, &m.Main)
	m.Parties = list[Side](&r)
	for i := range m.Parties {
		r.text(&m.Parties[i].ID, &m.Parties[i].Role)
	}
	m.People = list[Who](&r)
	for i := range m.People {
		r.text(&m.People[i].ID, &m.People[i].Country)
		r.flags(&m.People[i].Inferred)
	}
	m.Topics = list[string](&r)
	for i := range m.Topics {
		r.text(&m.Topics[i])
	}
	if r.failed || len(r.rest) > 0 {
		return fmt.Errorf("%w: it is damaged", errEncoding)
	}
	return nil
}

type writer struct{ buf []byte }

func (w *writer) count(n int) { w.buf = binary.AppendUvarint(w.buf, uint64(n)) }

func (w *writer) text(ss ...string) {
	for _, s := range ss {
		w.count(len(s))
		w.buf = append(w.buf, s...)
	}
}

func (w *writer) day(days ...Day) {
	for _, d := range days {
		w.buf = binary.AppendVarint(w.buf, int64(d))
	}
}

func (w *writer) flags(flags ...bool) {
	var b byte
	for i, f := range flags {
		if f {
			b |= 1 << i
		}
	}
	w.buf = append(w.buf, b)
}

// reader takes apart what writer wrote. All texts are parts of one string.
type reader struct {
	rest   []byte
	all    string
	failed bool
}

// count reads a number of things that take at least a byte each.
func (r *reader) count() int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > uint64(len(r.rest)-size) {
		r.rest, r.failed = nil, true
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

func (r *reader) text(to ...*string) {
	for _, s := range to {
		n := r.count()
		at := len(r.all) - len(r.rest)
		*s, r.rest = r.all[at:at+n], r.rest[n:]
	}
}

func (r *reader) day(to ...*Day) {
	for _, d := range to {
		n, size := binary.Varint(r.rest)
		if size <= 0 {
			r.rest, r.failed = nil, true
			return
		}
		*d, r.rest = Day(n), r.rest[size:]
	}
}

func (r *reader) flags(to ...*bool) {
	if len(r.rest) == 0 {
		r.failed = true
		return
	}
	for i, f := range to {
		*f = r.rest[0]&(1<<i) != 0
	}
	r.rest = r.rest[1:]
}

func list[T any](r *reader) []T {
	n := r.count()
	if n == 0 {
		return nil
	}
	return make([]T, n)
}
