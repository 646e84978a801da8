package annotate

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/text"
)

// order holds what a language whose clauses end with their verb says of endings.
type order struct {
	// endings are the relations of case endings; parted those that are parted from common
	// nouns, the shortest first.
	caseEndings map[string]Rels
	parted      []string
	// attributes are the endings and postpositions whose phrase describes the noun behind it.
	attributes text.Set
	// dateAttributes are those of dates. owned are the endings of nouns that have an owner,
	// ownedPlurals those of the plural.
	dateAttributes, owned, ownedPlurals []string
	// forms are the endings of each kind of verb form.
	forms map[language.VerbForm][]string
	// words are put in front of verbs with such endings.
	words []verbWord
	// bareAims are the endings by which an infinitive is no noun.
	bareAims []string
	// nouns and intransitive are starts of words.
	nouns, intransitive, transitive []string
	// middle are starts of verbs that only look passive.
	middle []string
	// verbalizing are starts of what makes a verb of one of the nouns.
	verbalizing []string
	// pronouns are words that are one where they stand alone.
	pronouns text.Set
	// nameParticles stand inside names.
	nameParticles text.Set
	// closing are participles that only close a clause which describes.
	closing text.Set
	// existential are verbs that say that there is something.
	existential text.Set
}

// verbWord is what an ending of verbs says, as a word.
type verbWord struct {
	word    string
	endings []string
}

func (lx *Lexicon) fillOrder() {
	p := lx.Pack
	lx.order = order{pronouns: text.SetOf(append(slices.Clone(p.Pronouns.Singular), p.Pronouns.Plural...)), nameParticles: text.SetOf(p.NameParticles), existential: text.SetOf(p.Existential), closing: text.SetOf(p.Closing), caseEndings: map[string]Rels{}, attributes: text.SetOf(nil), forms: map[language.VerbForm][]string{}}
	for rel, endings := range p.Endings {
		for _, e := range endings {
			lx.caseEndings[text.FoldEnding(e)] |= relBit(rel)
		}
	}
	lx.parted, lx.dateAttributes, lx.owned, lx.ownedPlurals = bareWords(p.Parted), bareWords(p.DateAttributes), bareWords(p.Owned.Endings), bareWords(p.Owned.Plurals)
	slices.SortFunc(lx.parted, func(a, b string) int { return len(a) - len(b) })
	for _, a := range p.Attributes {
		if lx.caseEndings[text.FoldEnding(a)] != 0 {
			a = text.FoldEnding(a)
		}
		lx.attributes.Add(text.Fold(a))
	}
	for form, endings := range p.VerbEndings {
		lx.order.forms[form] = bareWords(endings)
	}
	for _, w := range slices.Sorted(maps.Keys(p.VerbWords)) {
		lx.words = append(lx.words, verbWord{text.Fold(w), bareWords(p.VerbWords[w])})
	}
	lx.bareAims = bareWords(p.VerbEndings[language.BareAim])
	lx.nouns, lx.verbalizing = bareWords(p.Nouns), bareWords(p.Verbalizing)
	lx.intransitive, lx.transitive, lx.middle = bareWords(p.Intransitive), bareWords(p.Transitive), bareWords(p.Middle)
}

func bareWords(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = bareWord(w)
	}
	return out
}

func bareWord(w string) string { return text.StripMarks(text.Fold(w)) }

// partEndings parts case endings from the nouns of the pack: "görüşmede" is "görüşme" and an
// ending, for the pack knows the one and not the other.
func (lx *Lexicon) partEndings(s string, toks []text.Token) []text.Token {
	if len(lx.parted) == 0 {
		return toks
	}
	lx.vocabulary.Number(toks)
	out := make([]text.Token, 0, len(toks)+len(toks)/8)
	for i := range toks {
		t := toks[i]
		if t.ID == 0 && t.Word && !lx.Pack.Text.Whole[t.Form] && !t.Number && !t.Ending && (i+1 == len(toks) || !toks[i+1].Ending) {
			opens := i == 0 || t.Line || !toks[i-1].Word && toks[i-1].Form != ","
			if stem, ending, ok := lx.partEnding(s, t, opens); ok {
				out = append(out, stem, ending)
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// partEnding parts the case ending from a noun of the pack, which may open a sentence.
func (lx *Lexicon) partEnding(s string, t text.Token, opens bool) (stem, ending text.Token, ok bool) {
	shortest := 3
	switch {
	case t.Upper && !t.Caps && opens:
		shortest = 5
	case t.Upper && !t.Caps:
		shortest = 6 // names part from theirs by an apostrophe: "Maia" is no "Mai"
	}
	form := bareWord(t.Form)
	switch lx.verbForm(form) {
	case language.Described, language.Promised:
		return t, t, false
	}
	for _, e := range lx.parted {
		if !strings.HasSuffix(form, e) || len(form)-len(e) < shortest {
			continue
		}
		cut := t.End
		for range utf8.RuneCountInString(e) {
			_, n := utf8.DecodeLastRuneInString(s[t.Start:cut])
			cut -= n
		}
		stem, ending = t, t
		stem.End, stem.Form = cut, text.Fold(s[t.Start:cut])
		one := []text.Token{stem}
		if lx.vocabulary.Number(one); one[0].ID == 0 && !lx.hardened(&one[0]) {
			continue
		}
		ending.Start, ending.Form, ending.Ending = cut, "'"+e, true
		ending.Upper, ending.Space, ending.Line, ending.Hyphen = false, false, false, false
		return one[0], ending, true
	}
	return t, t, false
}

// hardened gives a noun the last letter that it has without an ending: "desteğe", "destek".
func (lx *Lexicon) hardened(t *text.Token) bool {
	for soft, hard := range lx.Pack.Softened {
		stem, ok := strings.CutSuffix(t.Form, bareWord(soft))
		if !ok {
			continue
		}
		one := []text.Token{*t}
		one[0].Form = stem + hard
		if lx.vocabulary.Number(one); one[0].ID != 0 {
			*t = one[0]
			return true
		}
	}
	return false
}

// verbForm returns the kind of verb form that a folded word is by its ending, "" if none.
func (lx *Lexicon) verbForm(form string) language.VerbForm {
	if slices.Contains(lx.order.forms[language.Wished], form) { // "etme"
		return language.Wished
	}
	best, longest := language.VerbForm(""), 0
	for _, kind := range []language.VerbForm{
		language.Describing, language.Described, language.Promised, language.Wished, language.Aim,
		language.Joined, language.Timed, language.Supposed,
	} {
		if n := lx.endsAs(kind, form); n > longest {
			best, longest = kind, n
		}
	}
	return best
}

// endsAs returns the length of the longest ending of a kind that a folded word has, 0 if none.
func (lx *Lexicon) endsAs(kind language.VerbForm, form string) int {
	return longestEnding(lx.order.forms[kind], form)
}

func longestEnding(endings []string, form string) int {
	longest := 0
	for _, e := range endings {
		if len(e) > longest && len(form) > len(e)+1 && strings.HasSuffix(form, e) {
			longest = len(e)
		}
	}
	return longest
}

// isNoun reports whether a folded word is a noun of those that look like a verb form: it begins
// as one does, and a short one has little behind it.
func (lx *Lexicon) isNoun(form string) bool {
	const short, behind = 4, 3
	if longestEnding(lx.bareAims, form) > 0 {
		return slices.Contains(lx.nouns, form)
	}
	return slices.ContainsFunc(lx.nouns, func(n string) bool {
		rest, ok := strings.CutPrefix(form, n)
		return ok && (len(n) > short || len(rest) <= behind) && !startsWith(lx.verbalizing, rest)
	})
}

// hasNoObject reports whether a folded verb is one of those that have no object.
func (lx *Lexicon) hasNoObject(form string) bool {
	return startsWith(lx.intransitive, form) && !startsWith(lx.transitive, form)
}

func startsWith(starts []string, form string) bool {
	return slices.ContainsFunc(starts, func(s string) bool { return strings.HasPrefix(form, s) })
}

// particle reports whether a folded word may stand inside a name: "von", "es".
func (lx *Lexicon) particle(form string) bool {
	return gazetteer.IsParticle(form) || lx.nameParticles.Has(form)
}
