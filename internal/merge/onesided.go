package merge

import (
	"slices"

	"github.com/parley-news/parley/record"
)

// oneSided returns what only one side reports and a document says another is silent of.
func oneSided(t *story) []record.EntryOneSided {
	out := []record.EntryOneSided{}
	for i := range t.parts {
		p := &t.parts[i]
		for _, o := range p.OnlyOneSide {
			one := record.EntryOneSided{Field: o.Field, Value: o.Value, Side: o.Side, Silent: slices.Sorted(slices.Values(o.Silent)), Words: p.wordsOf(o.Field)}
			out = append(out, one)
		}
	}
	return out
}
