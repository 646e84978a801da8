package language

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/text"
)

// words makes the vocabulary by which written words are parted: those of words.txt, and of
// the words of all forms those that they do not part, the short ones first.
func (l *packLoader) words() {
	var all, forms []string
	collect := func(to *[]string, s string) {
		for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" |()~-\n", r) }) {
			if !strings.HasSuffix(w, "*") {
				*to = append(*to, text.Fold(w))
			}
		}
	}
	var names []string
	for i := range l.p.Entries {
		switch e := &l.p.Entries[i]; e.Kind {
		case StateName, Seat, Place, OrgName:
			collect(&names, e.Form)
		default:
			collect(&forms, e.Form)
		}
	}
	for _, forms := range l.p.Relations {
		for _, f := range forms {
			collect(&forms, f)
		}
	}
	data, err := fs.ReadFile(l.fsys, path.Join(l.p.Code, "words.txt"))
	if err != nil {
		l.errs = append(l.errs, err)
	}
	collect(&all, string(data))
	for _, listed := range [][]string{l.p.Conjugated.Past, l.p.Conjugated.Present, l.p.Conjugated.Either} {
		collect(&all, strings.Join(listed, " "))
	}
	short := func(a, b string) int {
		return cmp.Or(utf8.RuneCountInString(a)-utf8.RuneCountInString(b), strings.Compare(a, b))
	}
	slices.SortFunc(all, short)
	slices.SortFunc(forms, short)
	affixes := *l.p.Affixes
	affixes.Known = make(map[string]bool, len(all)+len(forms))
	for _, w := range names {
		affixes.Known[w] = true
	}
	for _, w := range slices.Compact(all) {
		affixes.Learn(w)
	}
	for _, w := range slices.Compact(forms) {
		if !affixes.Parts(w) {
			affixes.Learn(w)
		}
	}
	l.p.Affixes, l.p.Text.Affixes = &affixes, &affixes
}
