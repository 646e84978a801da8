package merge

import (
	"maps"
	"slices"

	"github.com/parley-news/parley/record"
)

// memory is an index without storage.
type memory struct {
	mentions map[record.Ref]*Mention
	keys     map[string]map[record.Ref]*Mention
	out      map[record.Ref][]Link
	in       map[record.Ref]map[record.Ref]bool
}

// newMemory returns an empty index.
func newMemory() *memory {
	return &memory{
		mentions: map[record.Ref]*Mention{}, keys: map[string]map[record.Ref]*Mention{},
		out: map[record.Ref][]Link{}, in: map[record.Ref]map[record.Ref]bool{},
	}
}

// Put puts a mention in; Update is to be told of it.
func (x *memory) Put(m *Mention) {
	x.Take(m.Ref)
	x.mentions[m.Ref] = m
	for _, k := range Keys(m) {
		if x.keys[k] == nil {
			x.keys[k] = map[record.Ref]*Mention{}
		}
		x.keys[k][m.Ref] = m
	}
}

// Take takes a mention out; Update is to be told of it.
func (x *memory) Take(r record.Ref) {
	if m := x.mentions[r]; m != nil {
		for _, k := range Keys(m) {
			delete(x.keys[k], r)
		}
		delete(x.mentions, r)
	}
}

// Near implements Index.
func (x *memory) Near(m *Mention) ([]*Mention, error) {
	from, to, ok := Reach(m)
	if !ok {
		return nil, nil
	}
	found := map[record.Ref]*Mention{}
	for _, k := range Keys(m) {
		for r, n := range x.keys[k] {
			first, last := n.Span()
			if r != m.Ref && first != Unknown && first <= to && last >= from {
				found[r] = n
			}
		}
	}
	return slices.Collect(maps.Values(found)), nil
}

// Mention implements Index.
func (x *memory) Mention(r record.Ref) (*Mention, error) { return x.mentions[r], nil }

// Out implements Index.
func (x *memory) Out(r record.Ref) ([]Link, error) { return x.out[r], nil }

// In implements Index.
func (x *memory) In(r record.Ref) ([]record.Ref, error) {
	return slices.SortedFunc(maps.Keys(x.in[r]), compareRefs), nil
}

// SetOut implements Index.
func (x *memory) SetOut(r record.Ref, links []Link) error {
	for _, l := range x.out[r] {
		delete(x.in[l.To], r)
	}
	for _, l := range links {
		if x.in[l.To] == nil {
			x.in[l.To] = map[record.Ref]bool{}
		}
		x.in[l.To][r] = true
	}
	x.out[r] = links
	return nil
}
