package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// widest is how long a line may be, in characters, in a text folded by hand or
// by a mail program.
const widest = 120

// ragged is by how much, in characters, a folded line may fall short of the
// width although its next word is on the next line.
const ragged = 6

// Width returns the width at which the paragraphs of a text are folded into
// lines, 0 for a text that is not folded. In a folded one many lines go on in
// the middle of a sentence, or else all that go on are full and sentences end
// within them.
func Width(s string) int {
	width, lower, inside, before := 0, 0, false, 0
	var with []int // how long each line that has a next would be with its first word
	for line := range strings.Lines(s) {
		l := strings.TrimSpace(line)
		if l == "" {
			before = 0
			continue
		}
		n := 1 // an address is no line of prose
		if strings.IndexByte(l, ' ') >= 0 {
			if len(l) > widest*utf8.UTFMax {
				return 0
			}
			if n = utf8.RuneCountInString(l); n > widest {
				return 0
			}
			width = max(width, n)
		}
		if before > 0 {
			word, _, _ := strings.Cut(l, " ")
			with = append(with, before+1+utf8.RuneCountInString(word))
			if r, _ := utf8.DecodeRuneInString(l); unicode.IsLower(r) {
				lower++
			}
		}
		inside = inside || strings.Contains(l, ". ")
		before = n
	}
	full := 0
	for _, n := range with {
		if n > width-ragged {
			full++
		}
	}
	if lower >= 2 && lower*5 >= len(with)*2 || inside && full >= 2 && full == len(with) {
		return width
	}
	return 0
}

// Continues reports whether a line goes on in the next one: the next starts in
// the middle of a sentence, or its first word found no place in the width at
// which the text is folded.
func Continues(line, next string, width int) bool {
	indented := strings.HasPrefix(next, "  ") || strings.HasPrefix(next, "\t")
	line, next = strings.TrimSpace(line), strings.TrimSpace(next)
	if line == "" || next == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next)
	if (unicode.IsLower(r) || strings.ContainsRune(",;:.)", r)) && !ended(line) {
		return true
	}
	if width == 0 || indented || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("\"«„“‘(", r) {
		return false
	}
	word, _, _ := strings.Cut(next, " ")
	return utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width-ragged
}

// around returns the lines before and after the break at a byte of s.
func around(s string, at, width int) (line, next string, w int) {
	line = s[strings.LastIndexAny(s[:at], breaks)+1 : at]
	next = strings.TrimLeft(s[at:], breaks)
	if end := strings.IndexAny(next, breaks); end >= 0 {
		next = next[:end]
	}
	return line, next, width
}

const breaks = "\n\r"

// ended reports whether a line ends as a sentence does, or announces a list.
func ended(line string) bool {
	line = strings.TrimRight(line, "\"»”’)] ")
	r, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?…:;。", r)
}
