package score

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// entryPrefix is before the names of all figures of entries: some of readings
// are called the same.
const entryPrefix = "entries."

// joining is what a register made of the contacts of a set.
type joining struct {
	tally
	// found are the contacts of the gold that were read and are in an entry, in the
	// order in which they were paired; lost those that were read and are in none.
	found []GoldMember
	lost  []GoldMember
	// truth is the entry of each contact in the gold, mine the one in the register.
	truth  map[GoldMember]string
	mine   map[GoldMember]string
	misses []string
}

func (j *joining) miss(format string, args ...any) {
	j.misses = append(j.misses, fmt.Sprintf(format, args...))
}

// MeasureEntries compares what a register joined with same, the entries of a
// set. A contact that no reading found, or that same does not have, counts
// neither for nor against; "found" says how many were. The second result lists
// what was joined wrongly, a line each.
func MeasureEntries(set []Gold, same []GoldEntry, readings map[string]record.Reading, entries []record.Entry) (Figures, []string) {
	j := joining{truth: map[GoldMember]string{}, mine: map[GoldMember]string{}}
	for _, s := range same {
		for _, m := range s.Members {
			j.truth[m] = s.Entry
		}
	}
	entryOf, byID := map[record.Ref]string{}, map[string]*record.Entry{}
	for i := range entries {
		e := &entries[i]
		byID[e.ID] = e
		for _, m := range e.Members {
			entryOf[m.Ref] = e.ID
		}
	}
	for i := range set {
		j.document(&set[i], readings[set[i].ID], entryOf)
	}
	figures := j.groups()
	for i := range same {
		if e := byID[j.likeliest(&same[i])]; e != nil {
			j.life(&same[i], e)
			j.differences(&same[i], e)
		}
	}
	figures = append(figures, j.figures()...)
	for i := range figures {
		figures[i].Name = entryPrefix + figures[i].Name
	}
	return figures, j.misses
}

// Match is a contact of the gold and the one in a reading that it was found to be.
type Match struct{ Key, Contact string }

// Matches pairs the contacts of a document of the gold with those that were read in it.
func Matches(g *Gold, r *record.Reading) []Match {
	p := pair(len(g.Contacts), len(r.Contacts), func(a, b int) float64 { return contactLikeness(&g.Contacts[a], &r.Contacts[b]) })
	out := make([]Match, len(p.found))
	for i, f := range p.found {
		out[i] = Match{g.Contacts[f[0]].Key, r.Contacts[f[1]].ID}
	}
	return out
}

// document looks up where the contacts of a document went.
func (j *joining) document(g *Gold, r record.Reading, entryOf map[record.Ref]string) {
	for _, f := range Matches(g, &r) {
		m := GoldMember{g.ID, f.Key}
		if j.truth[m] == "" {
			continue
		}
		entry, ok := entryOf[record.Ref{Document: g.ID, Contact: f.Contact}]
		if !ok {
			j.lost = append(j.lost, m)
			j.miss("%s %s was read and stands in no entry", m[0], m[1])
			continue
		}
		j.found, j.mine[m] = append(j.found, m), entry
	}
}

// groups works out how well the contacts were joined: B-cubed, the share of those
// rightly with a contact (precision) and of those that should be with it (recall),
// averaged over all contacts.
func (j *joining) groups() Figures {
	precision, recall := 0.0, 0.0
	for _, x := range j.found {
		should, are, both := 0, 0, 0
		var missing, wrong []string
		for _, y := range j.found {
			a, b := j.truth[y] == j.truth[x], j.mine[y] == j.mine[x]
			should, are, both = should+one(a), are+one(b), both+one(a && b)
			switch {
			case a && !b:
				missing = append(missing, y[0]+" "+y[1])
			case b && !a:
				wrong = append(wrong, y[0]+" "+y[1]+" of "+j.truth[y])
			}
		}
		precision += float64(both) / float64(are)
		recall += float64(both) / float64(should)
		if len(missing)+len(wrong) > 0 {
			j.miss("%s %s of %s: left out: %s; wrongly in: %s", x[0], x[1], j.truth[x], listing(missing), listing(wrong))
		}
	}
	n := float64(max(len(j.found), 1))
	f1 := 0.0
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall) / n
	}
	return Figures{
		{"found", float64(len(j.found)) / float64(max(len(j.truth), 1))},
		{"kept", float64(len(j.found)) / float64(max(len(j.found)+len(j.lost), 1))},
		{"b3.precision", precision / n},
		{"b3.recall", recall / n},
		{"b3.f1", f1},
	}
}

func listing(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// likeliest is the entry of the register that holds most members of one of the
// gold, the first of several; "" when none was found.
func (j *joining) likeliest(s *GoldEntry) string {
	counts := map[string]int{}
	for _, m := range s.Members {
		if e, ok := j.mine[m]; ok {
			counts[e]++
		}
	}
	best := ""
	for _, m := range s.Members {
		if e := j.mine[m]; counts[e] > counts[best] {
			best = e
		}
	}
	return best
}

func (j *joining) life(s *GoldEntry, e *record.Entry) {
	if len(s.Life) == 0 {
		return
	}
	var want, got []string
	for _, step := range s.Life {
		want = append(want, step.Status)
	}
	for _, step := range e.Life {
		got = append(got, step.Status)
	}
	j.share("life.final", len(got) > 0 && got[len(got)-1] == want[len(want)-1])
	j.share("life.steps", slices.Equal(want, got))
	if !slices.Equal(want, got) {
		j.miss("%s life: gold %s got %s", s.Entry, strings.Join(want, ", "), listing(got))
	}
}

// differences compares field and sides.
func (j *joining) differences(s *GoldEntry, e *record.Entry) {
	var want, have []string
	for _, d := range s.Divergences {
		want = append(want, d.Field+" between "+strings.Join(slices.Sorted(maps.Keys(d.Sides)), " and "))
	}
	for _, d := range e.Divergences {
		sides := set{}
		for _, says := range d.Sides {
			sides[says.Side] = true
		}
		have = append(have, d.Field+" between "+strings.Join(sides.list(), " and "))
	}
	if len(want)+len(have) == 0 {
		return
	}
	j.compare("divergence", want, have, equal)
	for _, d := range without(want, have) {
		j.miss("%s divergence missed: %s", s.Entry, d)
	}
	for _, d := range without(have, want) {
		j.miss("%s divergence invented: %s", s.Entry, d)
	}
}

// without returns the items of a list that are not in the other.
func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(other, s) })
}
