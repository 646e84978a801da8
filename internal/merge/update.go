package merge

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/parley-news/parley/record"
)

// maxLinks is how many earlier mentions one is linked to: the best, and others of the
// same days should the best turn out to belong elsewhere. Others of other days would tie
// the contacts of a busy pair of states together without end.
const maxLinks = 3

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
		u.seeds[m.Ref] = true
		near, err := u.ix.Near(m)
		if err != nil {
			return err
		}
		if err := u.link(m, near); err != nil {
			return err
		}
		for _, n := range near {
			if fit, ok := Fit(m, n); ok && before(m, n) {
				if err := u.offer(n, m, fit.Sum()); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// relink finds all links of the mentions that lost one.
func (u *update) relink() error {
	for _, r := range u.loose {
		m, err := u.ix.Mention(r)
		if err != nil {
			return err
		}
		if m == nil {
			continue // gone as well
		}
		near, err := u.ix.Near(m)
		if err != nil {
			return err
		}
		if err := u.link(m, near); err != nil {
			return err
		}
	}
	return nil
}

// choice is an earlier mention that one may be linked to.
type choice struct {
	*Mention
	fit int
}

// link links a mention to the earlier ones near it that it fits best.
func (u *update) link(m *Mention, near []*Mention) error {
	var from []choice
	for _, n := range near {
		if !before(n, m) {
			continue
		}
		if fit, ok := Fit(m, n); ok {
			from = append(from, choice{n, fit.Sum()})
		}
	}
	return u.choose(m, from)
}

// offer gives a mention one more earlier one to choose from.
func (u *update) offer(m, earlier *Mention, fit int) error {
	old, err := u.ix.Out(m.Ref)
	if err != nil {
		return err
	}
	from := []choice{{earlier, fit}}
	for _, l := range old {
		if l.To == earlier.Ref {
			continue
		}
		n, err := u.ix.Mention(l.To)
		if err != nil {
			return err
		}
		if n != nil {
			from = append(from, choice{n, l.Fit})
		}
	}
	slices.SortFunc(from, compareChoices)
	best := slices.IndexFunc(from, func(c choice) bool { return otherPlans(m, c.Mention) == otherPlans(m, earlier) })
	if from[best].Mention == earlier { // others may go with it than went with the best before
		near, err := u.ix.Near(m)
		if err != nil {
			return err
		}
		return u.link(m, near)
	}
	return u.choose(m, from)
}

// choose keeps the best links of a mention, and notes the trees that this changes. A plan of
// other days that was moved comes beside those of the same days.
func (u *update) choose(m *Mention, from []choice) error {
	slices.SortFunc(from, compareChoices)
	var links []Link
	best, kept := map[bool]*Mention{}, map[bool]int{}
	for _, c := range from {
		other := otherPlans(m, c.Mention)
		if best[other] == nil {
			best[other] = c.Mention
		}
		if kept[other] < maxLinks && c.sameDays(best[other]) {
			links = append(links, Link{To: c.Ref, Fit: c.fit})
			kept[other]++
		}
	}
	old, err := u.ix.Out(m.Ref)
	if err != nil {
		return err
	}
	if slices.Equal(old, links) {
		return nil
	}
	u.seeds[m.Ref] = true
	for _, l := range old {
		u.seeds[l.To] = true
	}
	return u.ix.SetOut(m.Ref, links)
}

// otherPlans reports whether two mentions that go together are of other days, for one was moved.
func otherPlans(a, b *Mention) bool { return moves(a, b) || moves(b, a) }

// sameDays reports whether two mentions are the same, or are both known to be of about
// the same day.
func (m *Mention) sameDays(o *Mention) bool {
	return m == o || m.exact() && o.exact() && max(m.From, o.From)-min(m.To, o.To) <= nearDays
}

func compareChoices(a, b choice) int {
	return cmp.Or(cmp.Compare(b.fit, a.fit), compareRefs(a.Ref, b.Ref))
}
