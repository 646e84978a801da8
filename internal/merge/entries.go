package merge

import (
	"slices"

	"github.com/parley-news/parley/record"
)

// Entries returns what a register of these readings would hold, sorted by id. The
// documents have different ids.
func Entries(readings []record.Reading) ([]record.Entry, error) {
	ix, parts, added := newMemory(), map[record.Ref]Part{}, []*Mention{}
	for i := range readings {
		for _, p := range Parts(&readings[i]) {
			m := NewMention(&p.Document, &p.Contact)
			ix.Put(m)
			parts[m.Ref], added = p, append(added, m)
		}
	}
	groups, err := Update(ix, added, nil, nil, nil)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(groups, func(a, b []record.Ref) int { return compareRefs(a[0], b[0]) })
	out := make([]record.Entry, len(groups))
	for i, g := range groups {
		var of []Part
		for _, r := range g {
			of = append(of, parts[r])
		}
		out[i] = Build(of, nil)
	}
	return out, nil
}
