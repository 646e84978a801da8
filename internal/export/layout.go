package export

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
	"golang.org/x/text/unicode/bidi"
)

// cells measures text in columns of a terminal; sequences for colours have none.
var cells = displaywidth.Options{ControlSequences: true}

// wrap breaks a text into lines of at most so many columns: at its spaces,
// inside scripts that have none, and inside words that fit no line.
func wrap(s string, most int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for _, word := range strings.Split(s, " ") {
		gap := 1
		for _, piece := range pieces(word, most) {
			w := cells.String(piece)
			if used > 0 && used+gap+w > most {
				lines = append(lines, line.String())
				line.Reset()
				used = 0
			}
			if used > 0 && gap > 0 {
				line.WriteByte(' ')
				used++
			}
			line.WriteString(piece)
			used += w
			gap = 0
		}
	}
	return append(lines, line.String())
}

// pieces splits a word where a line may break inside it.
func pieces(word string, most int) []string {
	var out []string
	var run strings.Builder
	used := 0
	end := func() {
		if run.Len() > 0 {
			out = append(out, run.String())
		}
		run.Reset()
		used = 0
	}
	for g := cells.StringGraphemes(word); g.Next(); {
		w := g.Width()
		if w > 1 || used+w > most {
			end()
		}
		run.WriteString(g.Value())
		used += w
		if w > 1 {
			end()
		}
	}
	end()
	return out
}

// pad fills a line with spaces up to a width.
func pad(line string, width int) string {
	return line + strings.Repeat(" ", max(0, width-cells.String(line)))
}

// isolate keeps a line that holds right-to-left script from reordering what
// stands beside it: between the two marks it has a direction of its own.
func isolate(line string) string {
	for _, r := range line {
		if p, _ := bidi.LookupRune(r); p.Class() == bidi.R || p.Class() == bidi.AL {
			return "\u2068" + line + "\u2069"
		}
	}
	return line
}

// style is how a word stands out, as a parameter of the terminal's sequence
// for it.
type style string

const (
	plain  style = ""
	bold   style = "1"
	faint  style = "2"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
	cyan   style = "36"
	found  style = "1;33"
)

// paint colours a line.
func (l Look) paint(st style, s string) string {
	if !l.Color || st == plain || s == "" {
		return s
	}
	return "\x1b[" + string(st) + "m" + s + "\x1b[0m"
}

// paintWords colours each word by itself, so that a line may break between
// them.
func (l Look) paintWords(st style, s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		words[i] = l.paint(st, w)
	}
	return strings.Join(words, " ")
}
