package merge

import (
	"fmt"
	"slices"

	"github.com/parley-news/parley/record"
)

// maxLinks is how many earlier mentions one is linked to: the best, and others should
// the best turn out to belong elsewhere.
const maxLinks = 2

// Update finds anew which mentions are one contact, where something changed. The index
// already holds what was added and no longer what was removed, but for its links; a
// mention that changed is in both. Touched are mentions of which a rule changed.
//
// It returns every group of mentions that may have changed, each sorted, its first
// member giving the entry its id. All members of all groups that a change can reach are
// in it; a group that is not in it is as it was.
func Update(ix Index, added []*Mention, removed, touched []record.Ref, rules *Rules) ([][]record.Ref, error) {
	u := &update{ix: ix, rules: rules, seeds: map[record.Ref]bool{}}
	for _, step := range []func() error{
		func() error { return u.remove(removed) },
		func() error { return u.add(added) },
		u.relink,
	} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("merge: linking contacts: %w", err)
		}
	}
	for _, r := range touched {
		u.seeds[r] = true
	}
	groups, err := u.regroup()
	if err != nil {
		return nil, fmt.Errorf("merge: grouping contacts: %w", err)
	}
	return groups, nil
}

type update struct {
	ix    Index
	rules *Rules
	seeds map[record.Ref]bool // whose trees are grouped anew
	loose []record.Ref        // whose links are found anew
}

// remove cuts the links from and to mentions that are gone.
func (u *update) remove(removed []record.Ref) error {
	for _, r := range removed {
		out, err := u.ix.Out(r)
		if err != nil {
			return err
		}
		for _, l := range out {
			u.seeds[l.To] = true
		}
		in, err := u.ix.In(r)
		if err != nil {
			return err
		}
		for _, from := range in {
			u.seeds[from] = true
			u.loose = append(u.loose, from)
		}
		for _, with := range u.rules.with(r) {
			u.seeds[with] = true
		}
		if err := u.ix.SetOut(r, nil); err != nil {
			return err
		}
	}
	return nil
}

// add links each new mention to earlier ones, and later ones to it where it fits them
// better than what they had.
func (u *update) add(added []*Mention) error {
	for _, m := range added {
		near, err := u.ix.Near(m)
		if err != nil {
			return err
		}
		var links []Link
		for _, n := range near {
			fit, ok := Fit(m, n)
			switch {
			case !ok:
			case Before(n, m):
				links = append(links, Link{To: n.Ref, Fit: fit.Sum()})
			default:
				if err := u.offer(n.Ref, Link{To: m.Ref, Fit: fit.Sum()}); err != nil {
					return err
				}
			}
		}
		if err := u.setOut(m.Ref, links); err != nil {
			return err
		}
	}
	return nil
}

// offer gives a mention one more link to choose from.
func (u *update) offer(r record.Ref, l Link) error {
	old, err := u.ix.Out(r)
	if err != nil {
		return err
	}
	links := slices.DeleteFunc(slices.Clone(old), func(o Link) bool { return o.To == l.To })
	return u.setOut(r, append(links, l))
}

// relink finds all links of the mentions that lost one.
func (u *update) relink() error {
	for _, r := range u.loose {
		m, err := u.ix.Mention(r)
		if err != nil || m == nil {
			if err != nil {
				return err
			}
			continue // gone as well
		}
		near, err := u.ix.Near(m)
		if err != nil {
			return err
		}
		var links []Link
		for _, n := range near {
			if !Before(n, m) {
				continue
			}
			if fit, ok := Fit(m, n); ok {
				links = append(links, Link{To: n.Ref, Fit: fit.Sum()})
			}
		}
		if err := u.setOut(r, links); err != nil {
			return err
		}
	}
	return nil
}

// setOut keeps the best links of a mention, and notes the trees that this changes.
func (u *update) setOut(r record.Ref, links []Link) error {
	slices.SortFunc(links, compareLinks)
	if len(links) > maxLinks {
		links = links[:maxLinks]
	}
	old, err := u.ix.Out(r)
	if err != nil {
		return err
	}
	u.seeds[r] = true
	if slices.Equal(old, links) {
		return nil
	}
	for _, l := range old {
		u.seeds[l.To] = true
	}
	return u.ix.SetOut(r, links)
}

func compareLinks(a, b Link) int {
	if a.Fit != b.Fit {
		return b.Fit - a.Fit
	}
	return compareRefs(a.To, b.To)
}
