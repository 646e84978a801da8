package annotate

import (
	"strings"

	"github.com/parley-news/parley/internal/syntax"
)

// What says more of a noun may stand between its article and a participle in front of it:
// "der für Freitag geplante Besuch Modis" is read as "der Besuch Modis geplant für Freitag".

// longestAttribute is how many words such an attribute has at most, shortestParticiple the
// letters that its participle has at least.
const longestAttribute, shortestParticiple = 12, 5

// attributes moves them behind the noun phrases they belong to.
func (a *arranger) attributes() {
	for i := range a.words {
		if a.tagOf(i) != syntax.Det {
			continue
		}
		at := a.attributeEnd(i + 1)
		if at < 0 {
			continue
		}
		if base := a.stem(a.form(at)); a.lx.verbWords.Has(base) {
			a.d.Toks[a.first+at].Form = base
			a.words[at] = Word{syntax.Verb, syntax.Participle | syntax.Passive}
		}
		end := a.phraseEnd(at+1, len(a.words)) - 1
		a.put(end, at)
		for k := i + 1; k <= at; k++ {
			a.put(end, k)
			a.attribute[k] = true
		}
	}
}

// attributeEnd returns the participle that ends an attribute which starts at a word behind an
// article, -1 for none.
func (a *arranger) attributeEnd(from int) int {
	if from >= len(a.words) || a.tagOf(from) != syntax.Adp && a.dateEnd[from] <= from {
		return -1
	}
	for i := from; i < len(a.words) && i < from+longestAttribute; i++ {
		if end := a.dateEnd[i]; end > i {
			i = end - 1
			continue
		}
		t := &a.d.Toks[a.first+i]
		switch {
		case !t.Word && !t.Number || t.Hyphen:
			return -1
		case i > from && a.describes(i):
			return i
		case a.finite(i):
			return -1
		}
	}
	return -1
}

// describes reports whether a word is a participle in front of a noun, with no article or
// preposition of its own.
func (a *arranger) describes(i int) bool {
	t := &a.d.Toks[a.first+i]
	before := a.tagOf(i - 1)
	if t.Upper || before == syntax.Det || before == syntax.Adp && a.dateEnd[i] == 0 {
		return false
	}
	base := a.stem(t.Form)
	if base == t.Form || len(base) < shortestParticiple || !endsIn(base, a.lx.Pack.DescribedBy.Participles) {
		return false
	}
	if a.tagOf(i) != syntax.Adj && !a.lx.verbWords.Has(base) {
		return false
	}
	next := i + 1
	for next < len(a.words) && a.tagOf(next) == syntax.Adj && !a.d.Toks[a.first+next].Upper {
		next++
	}
	return next < len(a.words) && a.d.Toks[a.first+next].Upper && a.d.Toks[a.first+next].Word
}

// compounds makes names of persons of the first parts of a contact's noun that are some: "das
// Trump-Putin-Treffen".
func (a *arranger) compounds() {
	for i := range a.words {
		if !a.lx.contactNouns.Has(a.form(i)) {
			continue
		}
		for k := i - 1; k >= 0 && a.d.Toks[a.first+k+1].Hyphen; k-- {
			if a.d.Toks[a.first+k].Upper && a.personAlone(k) {
				a.words[k].Tag = syntax.ProperNoun
			}
		}
	}
}

// attributives makes adjectives of the participles in front of a noun that the tagger takes for
// verbs: "Rutos geplante Reise".
func (a *arranger) attributives() {
	for i := 1; i+1 < len(a.words); i++ {
		t, next := &a.d.Toks[a.first+i], &a.d.Toks[a.first+i+1]
		base := a.stem(t.Form)
		if a.tagOf(i) != syntax.Verb || t.Upper || !next.Upper || a.tagOf(i+1) != syntax.Noun || base == t.Form || !strings.Contains(base, a.lx.Pack.DescribedBy.Mark) || !a.lx.verbWords.Has(base) {
			continue
		}
		switch before := a.tagOf(i - 1); {
		case a.owner[i-1], before == syntax.Det, before == syntax.Adj && !a.d.Toks[a.first+i-1].Upper, before == syntax.Num:
			a.words[i] = Word{syntax.Adj, 0}
		}
	}
}

// stem returns an adjective without its ending.
func (a *arranger) stem(form string) string {
	for _, end := range a.lx.Pack.DescribedBy.Endings {
		if base, ok := strings.CutSuffix(form, end); ok {
			return base
		}
	}
	return form
}
