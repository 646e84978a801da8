package naming

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/text"
)

// Nearest returns the few names that somebody who typed word may have meant,
// best first: those that differ by little, that begin with it, or that hold it.
func Nearest(word string, names []string) []string {
	type guess struct {
		name string
		far  int
	}
	const most = 5
	w := Plain(word)
	if w == "" {
		return nil
	}
	var guesses []guess
	for _, name := range names {
		n := Plain(name)
		far := edits(w, n)
		close := 1 + utf8.RuneCountInString(w)/4
		switch {
		case far <= close:
		case len(w) > 2 && strings.HasPrefix(n, w):
			far = close + 1
		case len(w) > 2 && strings.Contains(n, w):
			far = close + 2
		default:
			continue
		}
		guesses = append(guesses, guess{name, far})
	}
	sort.Slice(guesses, func(i, j int) bool {
		if guesses[i].far != guesses[j].far {
			return guesses[i].far < guesses[j].far
		}
		return guesses[i].name < guesses[j].name
	})
	var out []string
	for _, g := range guesses {
		if len(out) == most {
			break
		}
		out = append(out, g.name)
	}
	return out
}

// Plain is how names are compared: folded, words joined by hyphens.
func Plain(s string) string {
	return strings.Trim(strings.NewReplacer("_", "-", " ", "-").Replace(text.Fold(s)), "-")
}

// edits counts the letters to insert, delete, replace or swap with their
// neighbour that turn a into b.
func edits(a, b string) int {
	s, t := []rune(a), []rune(b)
	prev2, prev, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(s); i++ {
		prev2, prev, row = prev, row, prev2
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
	}
	return row[len(t)]
}
