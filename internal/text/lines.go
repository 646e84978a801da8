package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// widest is how long a line may be, in characters, in a text folded by hand or
// by a mail program.
const widest = 120

// Width returns the width at which the paragraphs of a text are folded into
// lines, 0 for a text that is not folded: there, most lines would go on in the
// middle of a sentence.
func Width(s string) int {
	width, pairs, lower, blank := 0, 0, 0, true
	for line := range strings.Lines(s) {
		l := strings.TrimSpace(line)
		if l == "" {
			blank = true
			continue
		}
		if strings.IndexByte(l, ' ') >= 0 { // not an address
			if len(l) > widest*utf8.UTFMax {
				return 0
			}
			n := utf8.RuneCountInString(l)
			if n > widest {
				return 0
			}
			width = max(width, n)
		}
		if !blank {
			pairs++
			if r, _ := utf8.DecodeRuneInString(l); unicode.IsLower(r) {
				lower++
			}
		}
		blank = false
	}
	if lower < 2 || lower*5 < pairs*2 {
		return 0
	}
	return width
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
	const ragged = 6
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
