package merge

import (
	"cmp"
	"slices"
)

// Successors tells which contacts of a document that was read again stand for those that
// its reading has no more, so that corrections of these hold for them: the contact that
// goes best with it, at most one each. What shares no two parties is none.
//
// It does not ask, as Fit does, that both can be the same contact: a document is mostly
// read again because something about the contact was read wrongly.
func Successors(gone, come []*Mention) map[string]string {
	type pair struct {
		from, to string
		fit      int
	}
	var pairs []pair
	for _, g := range gone {
		for _, c := range come {
			if fit, ok := likeness(g, c); ok {
				pairs = append(pairs, pair{g.Contact, c.Contact, fit})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.fit, a.fit), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	out, taken := map[string]string{}, map[string]bool{}
	for _, p := range pairs {
		if _, has := out[p.from]; !has && !taken[p.to] {
			out[p.from], taken[p.to] = p.to, true
		}
	}
	return out
}

// likeness adds up what speaks for two mentions of one document being the same. ok is
// false when their parties differ.
func likeness(a, b *Mention) (points int, ok bool) {
	for _, by := range comparisons {
		n, fits := by.compare(a, b)
		if fits {
			points += n
		} else if by.aspect == Parties {
			return 0, false
		}
	}
	if a.Main == b.Main {
		points++
	}
	return points, true
}
