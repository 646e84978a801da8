package gazetteer

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/text"
)

// HasFather reports whether some name of a person holds that of a father: "Salman bin Abdulaziz".
func (p *Person) HasFather() bool {
	names := append(append([]string{p.Name}, p.Aliases...), p.Spellings...)
	return slices.ContainsFunc(names, func(name string) bool {
		return slices.ContainsFunc(strings.Fields(name), func(w string) bool { return IsPatronymic(text.Fold(w)) })
	})
}

// IsHouse reports whether the skeleton of a word is that of the name of a house to which
// persons of a state belong: "Thani" of Qatar.
func (w *World) IsHouse(state, skeleton string) bool {
	return w.clans()[state+" "+string(arabic.appendWord(nil, skeleton))]
}

// clansOf gathers the houses of states by the names of persons that end in "Al" and another word.
func clansOf(w *World) map[string]bool {
	out := map[string]bool{}
	for _, p := range w.Persons {
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			words := strings.Fields(name)
			if n := len(words); n > 2 && words[n-2] == "Al" {
				out[p.Country+" "+string(arabic.appendWord(nil, Skeleton(words[n-1])))] = true
			}
		}
	}
	return out
}
