package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// untold returns who says nothing of a thing, by a cue and its verb: the subject, whose
// paper is the subject, or in whose house or paper nothing of it is said ("In Santiago
// nobody mentioned it", "In the note of Santiago there is no word of it").
func (x *extractor) untold(c *annotate.Cue, v *annotate.VerbGroup) []Ref {
	if v != nil {
		if by := x.subject(v); len(by) > 0 && x.tellers(by) {
			return by
		}
		if at := x.paperBefore(v); at >= 0 {
			if by := x.issuers(at, v.First); len(by) > 0 {
				return by
			}
		}
	}
	from, to := x.clauseStart(c.First), x.halfEnd(c.Last)
	for i := from; i < to; i++ {
		if x.lx.IsUtterance(x.d.Toks[i].Form) && !x.inActor(i) {
			if by := x.issuers(i, to); len(by) > 0 {
				return by
			}
		}
	}
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		within := a.Rels.Has(language.In) || a.Rels.Has(language.From) || a.Institution == language.Paper
		if a.First >= from && a.Last <= to && within && x.tellers([]Ref{{x.s, i}}) {
			return x.with(i)
		}
	}
	return nil
}

// tellers reports whether some actors are such as tell things for a side.
func (x *extractor) tellers(refs []Ref) bool {
	for _, r := range refs {
		switch a := &x.d.Sentences[r.Sentence].Actors[r.Actor]; a.Kind {
		case annotate.Outlet, annotate.Counterpart, annotate.Group:
			return false
		}
	}
	return true
}

// issuers returns whose a paper is: its possessor, or whom it is of.
func (x *extractor) issuers(noun, end int) []Ref {
	if i := x.possessor(noun); i >= 0 {
		return []Ref{{x.s, i}}
	}
	return x.ofSubject(noun, end)
}

// halfEnd is where the half of a sentence ends that a token stands in: at a semicolon.
func (x *extractor) halfEnd(tok int) int {
	for i := tok; i < x.st.Last; i++ {
		if x.raw(i) == ";" {
			return i
		}
	}
	return x.st.Last
}
