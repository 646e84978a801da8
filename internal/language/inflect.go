package language

import (
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
