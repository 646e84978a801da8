package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/text"
)

// token is a word, a number or a separator of a line, as phrases see it.
type token struct {
	form       string
	start, end int // in the line
	upper      bool
}

const (
	separator = ":"
	number    = "#"
)

// tokenize reads the words of the first `limit` bytes of a line. It is coarser
// and much faster than text.Tokenize: phrases need no more.
func tokenize(s string, limit int) []token {
	toks := make([]token, 0, min(len(s), limit)/6+2)
	for i := 0; i < len(s) && i < limit; {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case isWord(r):
			j := i + n
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !isWord(r) && !invisible(r) {
					break
				}
				j += n
			}
			toks = append(toks, token{form(s[i:j]), i, j, unicode.IsUpper(r)})
			i = j
		case separates(s, i, r, n) && (len(toks) == 0 || toks[len(toks)-1].form != separator):
			toks = append(toks, token{separator, i, i + n, false})
			i += n
		default:
			i += n
		}
	}
	return toks
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func invisible(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u200e' || r == '\u200f'
}

func separates(s string, at int, r rune, n int) bool {
	switch r {
	case ':', '：', '|', '→', '»', '>', '›', '•', '·', '–', '—':
		return true
	case '-':
		return at > 0 && s[at-1] == ' ' && at+n < len(s) && s[at+n] == ' '
	}
	return false
}

// form folds a word further than text.Fold: a page drops the marks of short
// words too.
func form(w string) string {
	digits := 0
	for digits < len(w) && '0' <= w[digits] && w[digits] <= '9' {
		digits++
	}
	if digits == len(w) {
		return number
	}
	if digits > 0 {
		switch w[digits:] {
		case "st", "nd", "rd", "th": // January 16th
			return number
		}
	}
	f := text.Fold(w)
	for i := 0; i < len(f); i++ {
		if f[i] >= utf8.RuneSelf {
			return strings.ToLower(text.StripMarks(f))
		}
	}
	return f
}
