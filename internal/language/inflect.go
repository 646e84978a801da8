package language

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// NameEnding is an ending that a case gives names, and the endings that names which have
// it may have in their first case.
type NameEnding struct {
	Form  string   `yaml:"form"`
	Bases []string `yaml:"bases"`
}

// NameCase is a case that the ending of a name shows by itself, for persons of a gender.
type NameCase struct {
	Form   string `yaml:"form"`
	Gender string `yaml:"gender"`
	Case   string `yaml:"case"`
}

// shortestStem is how many letters a name keeps in front of an ending.
const shortestStem = 2

// NameForms returns the first cases that a word of a name may be inflected from, likely
// ones first; the word as it stands is not among them.
func (p *Pack) NameForms(word string) []string {
	var out []string
	for _, e := range p.NameEndings {
		stem, ok := strings.CutSuffix(word, e.Form)
		if !ok || utf8.RuneCountInString(stem) < shortestStem {
			continue
		}
		for _, base := range e.Bases {
			if s := stem + base; s != word && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// Usages returns a replacer for each set of NameUsages, the longest letters first.
func (p *Pack) Usages() []*strings.Replacer {
	var out []*strings.Replacer
	for _, set := range p.NameUsages {
		from := slices.SortedFunc(maps.Keys(set), func(a, b string) int {
			return cmp.Or(len(b)-len(a), strings.Compare(a, b))
		})
		pairs := make([]string, 0, 2*len(from))
		for _, f := range from {
			pairs = append(pairs, f, set[f])
		}
		out = append(out, strings.NewReplacer(pairs...))
	}
	return out
}
