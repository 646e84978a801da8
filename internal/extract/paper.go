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

// anybody returns the author of the paper in which a verb whose pronoun means
// anybody finds its words, "lit-on dans un communiqué du ministère", or the
// institution in which they are said: "indique-t-on à l'Élysée".
func (x *extractor) anybody(v *annotate.VerbGroup, pronoun Ref) []Ref {
	if x.lx.Gender(x.d.Toks[x.st.Actors[pronoun.Actor].First].Form) != "" {
		return nil
	}
	if at := x.paperBehind(v); at >= 0 {
		return x.ofSubject(at, min(at+paperReach, x.st.Last))
	}
	const near = 4
	for i := v.Last; i < x.st.Last && i <= v.Last+near; i++ {
		if a := x.actorStarting(i); a >= 0 && a != pronoun.Actor {
			if act := &x.st.Actors[a]; act.Kind == annotate.Institution && act.Rels.Has(language.In) {
				return []Ref{{x.s, a}}
			}
			return nil
		}
	}
	return nil
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
