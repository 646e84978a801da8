package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// paperReach is how many tokens a paper and who issued it may fill: "un communiqué
// publié par le ministère péruvien des Affaires étrangères".
const paperReach = 12

// paperBefore returns the noun of what somebody issued that is the subject
// right before a verb ("the statement added"), or -1.
func (x *extractor) paperBefore(v *annotate.VerbGroup) int {
	for i := v.First - 1; i >= x.st.First && i >= v.First-paperReach; i-- {
		g := x.verbAt(i)
		if x.d.InQuote(i) >= 0 || !x.d.Toks[i].Word || x.breaks(i) || g != nil && (g.Finite || g.Tense != annotate.Participle) {
			return -1
		}
		if x.lx.IsUtterance(x.d.Toks[i].Form) {
			if x.otherSubject(i) {
				return i
			}
			return -1
		}
	}
	return -1
}

// paperBehind returns the noun of a paper in which stands what an impersonal
// verb reports, -1 for none: "..., se arată într-un comunicat al guvernului".
func (x *extractor) paperBehind(v *annotate.VerbGroup) int {
	from := v.Last
	if from < x.st.Last && x.d.Toks[from].Hyphen { // "lit-on dans un communiqué"
		from++
	}
	if from >= x.st.Last || x.word(from).Tag != syntax.Adp && !x.st.Rels[from-x.st.First].Has(language.In) {
		return -1
	}
	for i := from; i < x.st.Last && i < from+5 && x.actorStarting(i) < 0 && x.verbAt(i) == nil; i++ {
		if x.lx.IsUtterance(x.d.Toks[i].Form) {
			return i
		}
	}
	return -1
}

// inWhoseName returns who speaks by a verb whose subject is known: behind a pronoun that may mean
// anybody, the author of the paper in which the words are found, "lit-on dans un communiqué
// du ministère", or who is named as the place where they are said.
func (x *extractor) inWhoseName(v *annotate.VerbGroup, subject []Ref) []Ref {
	if len(subject) != 1 || subject[0].Sentence != x.s || !x.lx.IsAnybody(x.d.Toks[x.st.Actors[subject[0].Actor].First].Form) {
		return subject
	}
	if at := x.paperBehind(v); at >= 0 {
		if author := x.ofSubject(at, min(at+paperReach, x.st.Last)); len(author) > 0 {
			return author
		}
	}
	if at := x.heading(v); at >= 0 { // "In einer Erklärung des Kremls heißt es"
		if author := x.ofSubject(at, v.First); len(author) > 0 {
			return author
		}
	}
	const near = 5
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		fronted := a.Last == v.First || a.Last == v.First-1 && x.raw(a.Last) == ","
		behind := a.First >= v.Last && a.RelAt-v.Last <= near
		if (fronted || behind) && x.speaksFrom(a) {
			return []Ref{{x.s, i}}
		}
	}
	if x.d.Toks[x.st.Actors[subject[0].Actor].First].Hyphen { // "indique-t-on": the source told of before
		return subject
	}
	return nil
}

// speaksFrom reports whether a phrase names a place as those who speak there, or whom words come
// from: "à Berlin", "à l'Élysée", "aus Berlin", "von der Regierung", "dans l'entourage du ministre".
func (x *extractor) speaksFrom(a *annotate.Actor) bool {
	switch {
	case a.Rels.Has(language.By) || a.Rels.Has(language.From) && a.Kind != annotate.State:
		return a.Kind == annotate.Institution || a.Kind == annotate.Person || a.Kind == annotate.OfficeHolder
	case a.Rels.Has(language.Of):
		return a.RelAt > x.st.First && x.lx.IsStaff(x.d.Toks[a.RelAt-1].Form)
	case !a.Rels.Has(language.In) && !a.Rels.Has(language.From):
		return false
	}
	return a.Kind == annotate.Institution || a.Kind == annotate.State && a.Place != ""
}

// heading returns the noun of a paper that a sentence opens with and whose
// words an impersonal verb reports ("in the statement it is said"), or -1.
func (x *extractor) heading(v *annotate.VerbGroup) int {
	for i := x.st.First + 1; i < v.First && i < x.st.First+5; i++ {
		if x.lx.IsUtterance(x.d.Toks[i].Form) && x.verbAt(i) == nil {
			return i
		}
	}
	return -1
}

// possessor returns the actor that owns a noun ("Aoun's office", "the Kremlin's
// press service"), -1 for none.
func (x *extractor) possessor(noun int) int {
	for i := noun - 1; i > x.st.First && i >= noun-3; i-- {
		if a := x.actorEnding(i); a >= 0 && x.st.Actors[a].Possessive {
			return a
		}
		if t := x.word(i).Tag; t != syntax.Adj && t != syntax.Noun && t != syntax.Part {
			break
		}
	}
	return -1
}
