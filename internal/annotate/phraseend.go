package annotate

import (
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/syntax"
)

// phraseEnd returns where a noun phrase ends: its nouns, names behind a title, genitives and
// what "von" adds, an apposition between commas and the others of its list.
func (a *arranger) phraseEnd(i, end int) int {
	at := a.nounsEnd(i, end)
	named := a.hasName(i, at)
	for at < end && at > i {
		next := at
		switch {
		case a.dateEnd[at] > 0:
			return at
		case a.genitiveDet(at) && a.tagOf(at-1) != syntax.Pron:
			next = a.nounsEnd(at, end)
		case a.owner[at]:
			next = a.nounsEnd(at, end)
		case a.tagOf(at) == syntax.Adp && (a.form(at) == "von" || a.form(at) == "vom") && a.tagOf(at-1) == syntax.Noun:
			next = a.nounsEnd(at+1, end)
		case a.tagOf(at) == syntax.Adp && a.lx.partners.Has(a.form(at)) && a.lx.contactNouns.Has(a.form(at-1)):
			next = a.nounsEnd(at+1, end)
		case a.tagOf(at) == syntax.CConj && at+1 < end && a.startsPhrase(at+1) && !a.lx.unsubject.Has(a.form(at+1)) && a.pluralVerb(i):
			next = a.nounsEnd(at+1, end)
		case a.raw(at) == "(":
			next = a.bracketEnd(at, end)
		}
		if next <= at {
			break
		}
		at = next
	}
	if named {
		return at
	}
	return a.appositionEnd(at)
}

// hasName reports whether a person is named among some words.
func (a *arranger) hasName(from, to int) bool {
	for i := from; i < to; i++ {
		if a.tagOf(i) == syntax.ProperNoun && !a.lx.nameWords.Has(a.form(i)) {
			return true
		}
	}
	return false
}

// pluralVerb reports whether the finite verb in front of a phrase is in the plural.
func (a *arranger) pluralVerb(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if a.finite(k) {
			return a.words[k].Feats.Has(syntax.Plural)
		}
	}
	return true
}

func (a *arranger) genitiveDet(i int) bool {
	return a.tagOf(i) == syntax.Det && a.lx.ofArticles.Has(a.form(i))
}

func (a *arranger) bracketEnd(at, end int) int {
	for i := at + 1; i < len(a.words) && i < at+5; i++ {
		if a.raw(i) == ")" {
			return i + 1
		}
	}
	return at
}

// nounsEnd returns where the words of one noun phrase end, without what is joined to it.
func (a *arranger) nounsEnd(i, end int) int {
	if i < end && a.tagOf(i) == syntax.Pron {
		return i + 1
	}
	noun, name := false, false
	start := i
	for i < end {
		t := &a.d.Toks[a.first+i]
		tag := a.tagOf(i)
		switch {
		case t.Hyphen && i > start, a.attribute[i]:
		case a.insideName(i) && i > start && !t.Word:
			if a.raw(i) == "." && !a.d.Toks[a.first+i-1].Upper {
				return i
			}
		case tag == syntax.Det || tag == syntax.Num:
			if noun || name {
				return i
			}
		case tag == syntax.Adj && !t.Upper:
			if noun || name {
				return i
			}
		case tag == syntax.Adv && !noun && !name && i > start:
		case tag == syntax.Noun && name: // "Merz US-Präsident Trump"
			return i
		case tag == syntax.ProperNoun && name && a.d.Toks[a.first+i-1].End < t.Start && i == start+1 && a.personAlone(i-1) && a.personAlone(i):
			return i
		case tag == syntax.ProperNoun && a.owner[i] && i+1 < end: // "Putins Sprecher"
			noun, name = false, false
		case tag == syntax.ProperNoun || t.Upper && a.lx.nameWords.Has(t.Form):
			name = true
		case tag == syntax.Noun || tag == syntax.Adj:
			if i+1 < end && a.d.Toks[a.first+i+1].Hyphen {
				break
			}
			noun = true
		case gazetteer.IsParticle(t.Form) && name && i+1 < end && (a.lx.World.IsGiven(a.lx.World.Skeleton(a.raw(i-1))) || gazetteer.IsParticle(a.form(i-1))):
		default:
			return i
		}
		i++
	}
	return i
}

// appositionEnd returns where the name ends that follows a title between commas.
func (a *arranger) appositionEnd(at int) int {
	if at >= len(a.words) || at == 0 || a.raw(at) != "," || a.tagOf(at-1) == syntax.Pron || at+1 >= len(a.words) || a.tagOf(at+1) != syntax.ProperNoun && a.tagOf(at+1) != syntax.Noun {
		return at
	}
	stop := at + 1
	for stop < len(a.words) && (a.tagOf(stop) == syntax.ProperNoun || a.tagOf(stop) == syntax.Noun || a.d.Toks[a.first+stop].Hyphen) {
		stop++
	}
	if stop < len(a.words) && stop > at+1 && (a.raw(stop) == "," || a.raw(stop) == "." || a.raw(stop) == ":") {
		if a.raw(stop) == "," && a.tagOf(stop+1) != syntax.Pron && a.tagOf(stop+1) != syntax.SConj {
			stop++
		}
		return stop
	}
	return at
}
