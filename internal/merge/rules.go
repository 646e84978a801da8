package merge

import (
	"maps"
	"slices"

	"github.com/parley-news/parley/record"
)

// Rules is what persons have said of which contacts are one and which are not.
type Rules struct {
	together map[record.Ref][]record.Ref
	parted   map[record.Ref]map[record.Ref]bool
	// whole is all that together ties to a contact, itself too.
	whole map[record.Ref][]record.Ref
}

// NewRules reads the log of corrections from its end: what was said later counts, and of
// what was said before as much as goes with it. Two contacts that were parted stay so even
// where each was joined with a third one before. What was undone is left out. Contacts
// bear the names they have today.
func NewRules(log []record.Correction) *Rules {
	r := &Rules{
		together: map[record.Ref][]record.Ref{}, parted: map[record.Ref]map[record.Ref]bool{}, whole: map[record.Ref][]record.Ref{},
	}
	for _, c := range slices.Backward(InForce(log)) {
		switch c.Action {
		case "merge", "confirm":
			for i, a := range c.Contacts {
				for _, b := range c.Contacts[i+1:] {
					r.join(a, b)
				}
			}
		case "split":
			for _, a := range c.Contacts {
				for _, b := range c.From {
					r.part(a, b)
				}
			}
		}
	}
	return r
}

// Undone returns the corrections of a log that were undone, by their ids. Undoing what
// undid brings the first back.
func Undone(log []record.Correction) map[int64]bool {
	undone := map[int64]bool{}
	for _, c := range slices.Backward(log) {
		if c.Action == "undo" && !undone[c.ID] {
			undone[c.Undoes] = true
		}
	}
	return undone
}

// InForce returns the corrections that were not undone, in the order of the log, without
// those that undo.
func InForce(log []record.Correction) []record.Correction {
	undone := Undone(log)
	var out []record.Correction
	for _, c := range log {
		if c.Action != "undo" && !undone[c.ID] {
			out = append(out, c)
		}
	}
	return out
}

// join ties two contacts together, unless what was said later keeps apart what goes with
// them.
func (r *Rules) join(a, b record.Ref) {
	as, bs := r.wholeOf(a), r.wholeOf(b)
	switch {
	case a == b, slices.Contains(r.together[a], b), r.parted[a][b]:
		return
	case !slices.Contains(as, b):
		if r.apart(as, bs) {
			return
		}
		all := slices.Concat(as, bs)
		for _, x := range all {
			r.whole[x] = all
		}
	}
	r.together[a], r.together[b] = append(r.together[a], b), append(r.together[b], a)
}

func (r *Rules) wholeOf(ref record.Ref) []record.Ref {
	if whole := r.whole[ref]; whole != nil {
		return whole
	}
	return []record.Ref{ref}
}

// part keeps two contacts apart, unless it was said later that they are one.
func (r *Rules) part(a, b record.Ref) {
	if a == b || slices.Contains(r.together[a], b) {
		return
	}
	for _, x := range [][2]record.Ref{{a, b}, {b, a}} {
		if r.parted[x[0]] == nil {
			r.parted[x[0]] = map[record.Ref]bool{}
		}
		r.parted[x[0]][x[1]] = true
	}
}

// Differ returns the contacts of which two sets of rules say something else, sorted. One
// correction more can change what holds of others than those it names.
func (r *Rules) Differ(o *Rules) []record.Ref {
	differ := map[record.Ref]bool{}
	for _, of := range []*Rules{r, o} {
		for ref := range of.together {
			differ[ref] = differ[ref] || !slices.Equal(r.together[ref], o.together[ref])
		}
		for ref := range of.parted {
			differ[ref] = differ[ref] || !maps.Equal(r.parted[ref], o.parted[ref])
		}
	}
	maps.DeleteFunc(differ, func(_ record.Ref, differs bool) bool { return !differs })
	return slices.SortedFunc(maps.Keys(differ), compareRefs)
}

// with returns the contacts that a person has said are one with r.
func (r *Rules) with(ref record.Ref) []record.Ref {
	if r == nil {
		return nil
	}
	return r.together[ref]
}

// apart reports whether a person has parted one of as from one of bs.
func (r *Rules) apart(as, bs []record.Ref) bool {
	if r == nil {
		return false
	}
	return slices.ContainsFunc(as, func(a record.Ref) bool {
		parted := r.parted[a]
		return len(parted) > 0 && slices.ContainsFunc(bs, func(b record.Ref) bool { return parted[b] })
	})
}
