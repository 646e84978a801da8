package score

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// fold takes case, marks and compatibility forms out of a string.
func fold(s string) string {
	s = cases.Fold().String(norm.NFKD.String(s))
	return strings.Map(func(r rune) rune {
		if norm.NFD.PropertiesString(string(r)).CCC() != 0 {
			return -1
		}
		return r
	}, s)
}

// tokens returns the folded words of a string. Words of scripts that are
// written without spaces count by character.
func tokens(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if !strings.ContainsFunc(w, wide) {
			out = append(out, w)
			continue
		}
		for _, r := range w {
			out = append(out, string(r))
		}
	}
	return out
}

func wide(r rune) bool { return r >= '\u3040' && r <= '\u9fff' }

// sameName reports whether two names stand for the same person or institution:
// all words of one are in the other, or the last words are equal and the first
// begin alike.
func sameName(a, b string) bool {
	s, t := tokens(a), tokens(b)
	if len(s) == 0 || len(t) == 0 {
		return false
	}
	if within(s, t) || within(t, s) {
		return true
	}
	return s[len(s)-1] == t[len(t)-1] && initial(s[0]) == initial(t[0])
}

func initial(word string) rune {
	for _, r := range word {
		return r
	}
	return 0
}

func within(some, all []string) bool {
	has := map[string]bool{}
	for _, w := range all {
		has[w] = true
	}
	for _, w := range some {
		if !has[w] {
			return false
		}
	}
	return true
}

// anySame reports whether a list holds a name.
func anySame(name string, list []string) bool {
	for _, n := range list {
		if sameName(name, n) {
			return true
		}
	}
	return false
}
