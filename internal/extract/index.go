package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/syntax"
)

// index says what stands at each token of a sentence, so that asking costs the
// same in a long sentence as in a short one.
type index struct {
	at []place
	// subjects and speakers are those of the verb groups looked at so far.
	subjects []answer
	speakers []answer
	// cleft is the word that goes on with a clause after the phrase set apart from
	// it, -1 for none: "c'est avec X que".
	cleft int
	// dateline is the colon behind the day that opens the sentence, -1 for none:
	// "Monday: A meets B".
	dateline int
}

// place holds numbers in the sentence, -1 for none: of the first verb group
// that covers the token, of the first actor that starts with it and of the
// last actor that ends before it at once.
type place struct {
	verb, starting, ending int32
	dated                  bool
}

// answer is what a search found once; the words do not change.
type answer struct {
	known          bool
	refs           []Ref
	inverted, same bool
}

// enter makes a sentence the one that is read.
func (x *extractor) enter(s int) {
	st := &x.d.Sentences[s]
	x.s, x.st = s, st
	ix := &x.index
	n := st.Last - st.First + 1 // an actor may end with the sentence
	if cap(ix.at) < n {
		ix.at = make([]place, 2*n)
	}
	ix.at = ix.at[:n]
	for i := range ix.at {
		ix.at[i] = place{-1, -1, -1, false}
	}
	for i := len(st.Verbs) - 1; i >= 0; i-- {
		for t := st.Verbs[i].First; t < st.Verbs[i].Last; t++ {
			ix.at[t-st.First].verb = int32(i)
		}
	}
	for i := len(st.Actors) - 1; i >= 0; i-- {
		ix.at[st.Actors[i].First-st.First].starting = int32(i)
		if last := &ix.at[st.Actors[i].Last-st.First]; last.ending < 0 {
			last.ending = int32(i)
		}
	}
	for i := range st.Dates {
		for t := st.Dates[i].First; t < st.Dates[i].Last; t++ {
			ix.at[t-st.First].dated = true
		}
	}
	ix.cleft, ix.dateline = x.findCleft(), x.findDateline()
	ix.subjects = append(ix.subjects[:0], make([]answer, len(st.Verbs))...)
	ix.speakers = append(ix.speakers[:0], make([]answer, len(st.Verbs))...)
}

// findDateline looks for a colon with nothing but a day before it.
func (x *extractor) findDateline() int {
	for i := x.st.First; i < x.st.Last; i++ {
		if i > x.st.First && x.raw(i) == ":" {
			return i
		}
		if !x.inDate(i) && (x.d.Toks[i].Word || i > x.st.First) { // a bullet may stand in front
			break
		}
	}
	return -1
}

// findCleft looks for a phrase set apart near the start of the sentence.
func (x *extractor) findCleft() int {
	const opening = 12
	if len(x.lx.Pack.Clefts) == 0 {
		return -1
	}
	for i := x.st.First; i < x.st.Last && i < x.st.First+opening; i++ {
		if !x.lx.CleftAt(x.d.Toks, i, x.st.Last) {
			continue
		}
		copula := x.verbAt(i)
		for t := i + 2; t < x.st.Last; t++ {
			if x.lx.IsThat(x.d.Toks[t].Form) {
				if tag := x.word(t - 1).Tag; tag == syntax.Adj || tag == syntax.Verb { // "it is unlikely that"
					return -1
				}
				return t
			}
			if g := x.verbAt(t); g != nil && g != copula && t > i+2 {
				return -1
			}
		}
	}
	return -1
}

func (x *extractor) place(tok int) place {
	x.d.Steps++
	if i := tok - x.st.First; i >= 0 && i < len(x.index.at) {
		return x.index.at[i]
	}
	return place{-1, -1, -1, false}
}

// verbAt returns the verb group that a token lies in.
func (x *extractor) verbAt(tok int) *annotate.VerbGroup {
	if i := x.place(tok).verb; i >= 0 {
		return &x.st.Verbs[i]
	}
	return nil
}

// actorStarting returns the first actor that starts with a token, -1 if none.
func (x *extractor) actorStarting(tok int) int { return int(x.place(tok).starting) }

// actorEnding returns the actor whose last token is before tok, -1 if none.
func (x *extractor) actorEnding(tok int) int { return int(x.place(tok).ending) }

// inDate reports whether a token is part of a date.
func (x *extractor) inDate(tok int) bool { return x.place(tok).dated }

// numbered returns the number of a verb group of the sentence, -1 for a group
// that was made up for a verb the annotation does not see.
func (x *extractor) numbered(v *annotate.VerbGroup) int {
	if i := int(x.place(v.Main).verb); i >= 0 && &x.st.Verbs[i] == v {
		return i
	}
	return -1
}

// subject returns the actors that are the subject of a verb group.
func (x *extractor) subject(v *annotate.VerbGroup) []Ref {
	i := x.numbered(v)
	if i < 0 {
		return x.identified(x.findSubject(v))
	}
	if a := &x.index.subjects[i]; a.known {
		return a.refs
	}
	refs := x.identified(x.findSubject(v))
	x.index.subjects[i] = answer{known: true, refs: refs[:len(refs):len(refs)]}
	return x.index.subjects[i].refs
}

// speaker returns who a verb's subject is, whether it stands after the verb,
// and whether it is only the paper that says so ("the statement adds"), whose
// author was named before.
func (x *extractor) speaker(v *annotate.VerbGroup) (refs []Ref, inverted, same bool) {
	i := x.numbered(v)
	if i < 0 {
		return x.findSpeaker(v)
	}
	if a := &x.index.speakers[i]; a.known {
		return a.refs, a.inverted, a.same
	}
	refs, inverted, same = x.findSpeaker(v)
	refs = refs[:len(refs):len(refs)]
	x.index.speakers[i] = answer{true, refs, inverted, same}
	return refs, inverted, same
}
