package annotate

import "github.com/parley-news/parley/internal/syntax"

// What somebody travels for stands in front of where: "reist zu Gesprächen mit X nach Polen" is
// read as "reist nach Polen zu Gesprächen mit X".

// farGoal is how many words behind a contact where it leads may stand, nearContact how many
// words its noun may have in front of it.
const farGoal, nearContact = 14, 5

// purposes moves phrases with the noun of a contact behind the place that follows them.
func (a *arranger) purposes() {
	for i := range a.words {
		if !a.lx.purposes.Has(a.form(i)) || a.infinitiveMark(i) {
			continue
		}
		goal := a.goalBehind(a.contactBehind(i))
		if goal < 0 {
			continue
		}
		a.run(a.goalEnd(goal)-1, i, goal)
	}
}

// contactBehind returns the noun of a contact that a preposition governs, -1 for none.
func (a *arranger) contactBehind(i int) int {
	for k := i + 1; k < len(a.words) && k <= i+nearContact; k++ {
		switch {
		case a.d.Toks[a.first+k].Upper && a.lx.contactNouns.Has(a.form(k)):
			return k
		case a.tagOf(k) != syntax.Det && a.tagOf(k) != syntax.Adj && a.tagOf(k) != syntax.Num && a.tagOf(k) != syntax.Adv && (k+1 == len(a.words) || !a.d.Toks[a.first+k+1].Hyphen):
			return -1
		}
	}
	return -1
}

// goalBehind returns the preposition of the place that follows a noun in its clause, -1 for none.
func (a *arranger) goalBehind(noun int) int {
	for k := noun + 1; noun >= 0 && k+1 < len(a.words) && k < noun+farGoal; k++ {
		t := &a.d.Toks[a.first+k]
		if a.verb(k) || a.moved[k] || !t.Word && !t.Number && a.raw(k) != "(" && a.raw(k) != ")" && !a.insideName(k) {
			return -1
		}
		if a.lx.goals.Has(a.form(k)) && a.goalEnd(k) > k {
			return k
		}
	}
	return -1
}

// goalEnd returns where the names of places end that a preposition governs, the preposition
// itself for none.
func (a *arranger) goalEnd(k int) int {
	at := k + 1
	if at+1 < len(a.words) && a.tagOf(at) == syntax.Det && !a.lx.ofArticles.Has(a.form(at)) {
		at++
	}
	end := k
	for at < len(a.words) {
		switch t := &a.d.Toks[a.first+at]; {
		case t.Upper && (a.lx.nameWords.Has(t.Form) || end > k && a.tagOf(at) == syntax.ProperNoun && at == end):
			end = at + 1
		case end == at && a.tagOf(at) == syntax.CConj:
		default:
			return end
		}
		at++
	}
	return end
}
