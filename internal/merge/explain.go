package merge

import (
	"slices"

	"github.com/parley-news/parley/record"
)

// Reason says why a member belongs to its entry.
type Reason struct {
	Member record.Ref `json:"member"`
	// With is the member it was joined with; empty for the first one.
	With record.Ref `json:"with"`
	// Points says by what, and how much each counts; all 0 where a person joined them.
	Points Points `json:"points"`
	// ByHand is true where a person has said so.
	ByHand bool `json:"by_hand"`
}

// Explain says of each member of a group, in the order of the group, with which other one
// it goes best and why. The first one stands for the entry.
func Explain(ix Index, group []record.Ref, rules *Rules) ([]Reason, error) {
	mentions := make([]*Mention, len(group))
	for i, r := range group {
		m, err := ix.Mention(r)
		if err != nil {
			return nil, err
		}
		mentions[i] = m
	}
	slices.SortFunc(mentions, compare)
	var out []Reason
	for i, m := range mentions {
		reason := Reason{Member: m.Ref}
		best := 0
		for _, n := range mentions[:i] {
			if slices.Contains(rules.with(m.Ref), n.Ref) {
				reason = Reason{Member: m.Ref, With: n.Ref, ByHand: true}
				break
			}
			if p, ok := Fit(m, n); ok && p.Sum() > best {
				best = p.Sum()
				reason.With, reason.Points = n.Ref, p
			}
		}
		out = append(out, reason)
	}
	return out, nil
}
