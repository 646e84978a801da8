package annotate

import (
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
)

// frontedPredicate puts a participle that a clause opens with where others have it, behind
// subject and copula, and reports whether it did: "Geplant ist ein Treffen".
func (a *arranger) frontedPredicate(front, verb, end int) bool {
	if front+1 != verb || !a.lx.being.Has(a.form(verb)) && !a.lx.passive.Has(a.form(verb)) || !a.lx.verbWords.Has(a.form(front)) || a.tagOf(front) == syntax.Noun && front > 0 {
		return false
	}
	behind := a.subjectBehind(verb, end)
	if behind < 0 {
		return false
	}
	a.words[front] = Word{syntax.Verb, syntax.Participle | syntax.Passive}
	a.put(behind, verb, front)
	return true
}

// endsInName reports whether a name ends at a token, and no date.
func (a *arranger) endsInName(at int) bool {
	const longest = 6
	for i := at - 1; i >= 0 && i > at-longest; i-- {
		if a.dateEnd[i] == at {
			return false
		}
	}
	return a.lx.nameWords.Has(a.form(at-1)) || a.tagOf(at-1) == syntax.ProperNoun
}

// tellsContact reports whether a phrase in front of a verb that is not its subject holds the noun of a
// contact: "Nach dem Treffen mit A sagte B".
func (a *arranger) tellsContact(from, to int) bool {
	if a.d.Toks[a.first+to-1].Word || a.d.Toks[a.first+to-1].Number {
		var buf [8]phrase.Match
		for i := from; i < to; i++ {
			for _, m := range a.lx.all.Find(buf[:0], a.d.Toks, a.first+i, a.first+to, nil) {
				if e := a.lx.entries[m.ID]; e.Cue != nil && e.Cue.Sense == language.Contact && e.Cue.POS == "NOUN" {
					return true
				}
			}
		}
	}
	return false
}

// front returns where the clause of a main piece starts, which may be some pieces earlier.
func (a *arranger) front(n int) int {
	for n > 0 && !a.pieces[n].hard {
		prev := &a.pieces[n-1]
		if prev.kind == mainPiece || prev.kind == infPiece && n > 1 && a.pieces[n-2].kind == mainPiece {
			break
		}
		if prev.kind == subPiece && !prev.relative && a.outermost(n-1) {
			break
		}
		n--
	}
	return a.pieces[n].first
}

// outermost reports whether a subordinate clause stands first in its sentence, or behind a main
// clause that it belongs to.
func (a *arranger) outermost(n int) bool {
	return n == 0 || a.pieces[n].hard || a.pieces[n-1].kind != namePiece
}

// subjectIn reports whether what stands in front of a finite verb is its subject.
func (a *arranger) subjectIn(from, verb, n int) bool {
	i := from
	for i < verb && a.tagOf(i) == syntax.CConj {
		i++
	}
	if i == verb {
		return i > from // "und kündigte an": the subject of before
	}
	if a.dateEnd[i] > 0 {
		return false
	}
	if a.tagOf(i) == syntax.Adv || a.tagOf(i) == syntax.Part {
		i++
		if i >= verb || !a.startsPhrase(i) || a.dateEnd[i] > 0 || a.phraseEnd(i, verb) < verb && a.pieces[n].first <= from {
			return false
		}
	}
	if !a.startsPhrase(i) || a.lx.unsubject.Has(a.form(i)) {
		return false
	}
	if i+1 == verb && a.lx.thereof.Has(a.form(i)) { // "Das kündigte Merz an"
		return a.tagOf(verb) == syntax.Aux && a.firstCluster(verb+1, a.pieces[n].last) == nil || a.subjectBehind(verb, a.pieces[n].last) < 0
	}
	for k := i; k < verb; k++ { // "Merz zufolge"
		if a.tagOf(k) == syntax.Adp && (k+1 == verb || a.raw(k+1) == ",") {
			return false
		}
	}
	return true
}
