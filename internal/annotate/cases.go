package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/syntax"
)

var caseFeature = map[string]syntax.Feats{
	"Genitive": syntax.Genitive, "Dative": syntax.Dative, "Accusative": syntax.Accusative,
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
