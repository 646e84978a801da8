package merge

import (
	"slices"

	"github.com/parley-news/parley/record"
)

// Rules is what persons have said of which contacts are one and which are not.
type Rules struct {
	together map[record.Ref][]record.Ref
	parted   map[record.Ref]map[record.Ref]bool
}

// NewRules reads the log of corrections, in its order; of two that contradict each other
// the later one counts. What was undone is left out. Contacts bear the names they have
// today.
func NewRules(log []record.Correction) *Rules {
	r := &Rules{together: map[record.Ref][]record.Ref{}, parted: map[record.Ref]map[record.Ref]bool{}}
	for _, c := range InForce(log) {
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

// InForce returns the corrections that were not undone, in the order of the log, without
// those that undo. Undoing what undid brings the first back.
func InForce(log []record.Correction) []record.Correction {
	undone := map[int64]bool{}
	for _, c := range slices.Backward(log) {
		if c.Action == "undo" && !undone[c.ID] {
			undone[c.Undoes] = true
		}
	}
	var out []record.Correction
	for _, c := range log {
		if c.Action != "undo" && !undone[c.ID] {
			out = append(out, c)
		}
	}
	return out
}

func (r *Rules) join(a, b record.Ref) {
	if a == b {
		return
	}
	delete(r.parted[a], b)
	delete(r.parted[b], a)
	for _, x := range [][2]record.Ref{{a, b}, {b, a}} {
		if !slices.Contains(r.together[x[0]], x[1]) {
			r.together[x[0]] = append(r.together[x[0]], x[1])
		}
	}
}

func (r *Rules) part(a, b record.Ref) {
	if a == b {
		return
	}
	for _, x := range [][2]record.Ref{{a, b}, {b, a}} {
		r.together[x[0]] = slices.DeleteFunc(r.together[x[0]], func(o record.Ref) bool { return o == x[1] })
		if r.parted[x[0]] == nil {
			r.parted[x[0]] = map[record.Ref]bool{}
		}
		r.parted[x[0]][x[1]] = true
	}
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
