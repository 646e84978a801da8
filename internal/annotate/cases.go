package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

var caseFeature = map[string]syntax.Feats{
	"Nominative": syntax.Nominative, "Genitive": syntax.Genitive, "Dative": syntax.Dative, "Accusative": syntax.Accusative,
	"Instrumental": syntax.Instrumental, "Locative": syntax.Locative, "Ablative": syntax.Ablative,
}

// InCase returns the relations that the case of a word stands for.
func (lx *Lexicon) InCase(w Word) Rels {
	var out Rels
	for name, rel := range lx.Pack.Cases {
		if w.Feats.Any(caseFeature[name]) {
			out |= relBit(rel)
		}
	}
	return out
}

// oblique reports whether the ending of a noun shows a case.
func (lx *Lexicon) oblique(word string) bool {
	return slices.ContainsFunc(lx.Pack.Oblique, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// fixedForms notes the names of states and capitals that the pack gives in one form only,
// where the language has cases for names.
func (lx *Lexicon) fixedForms() {
	if len(lx.Pack.NameCases) == 0 {
		return
	}
	type name struct {
		id   string
		kind language.Kind
		stem string
	}
	const stem = 3
	forms := map[name][]string{}
	for i := range lx.Pack.Entries {
		e := &lx.Pack.Entries[i]
		if e.Kind != language.StateName && e.Kind != language.Seat || strings.Contains(e.Form, " ") {
			continue
		}
		form := text.Fold(e.Form)
		letters := []rune(form)
		n := name{e.ID, e.Kind, string(letters[:min(stem, len(letters))])}
		forms[n] = append(forms[n], form)
	}
	for _, fs := range forms {
		if len(fs) == 1 {
			lx.fixed[fs[0]] = true
		}
	}
}
