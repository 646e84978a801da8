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

// words is room for the tokens of the lines of one document.
type words struct {
	room  []token
	folds text.Folds
}

// forget makes the room free for another document.
func (w *words) forget() {
	clear(w.room)
	w.room = w.room[:0]
}

// tokenize is words.tokenize for a line alone.
func tokenize(s string, limit int) []token {
	w := words{room: make([]token, 0, min(len(s), limit)/6+2)}
	return w.tokenize(s, limit)
}

// tokenize reads the words of the first `limit` bytes of a line. It is coarser
// and much faster than text.Tokenize: phrases need no more.
func (w *words) tokenize(s string, limit int) []token {
	toks := w.room[len(w.room):]
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
			toks = append(toks, token{s[i:j], i, j, unicode.IsUpper(r)})
			i = j
		case separates(s, i, r, n) && (len(toks) == 0 || toks[len(toks)-1].form != separator):
			toks = append(toks, token{separator, i, i + n, false})
			i += n
		default:
			i += n
		}
	}
	w.setForms(toks)
	if cap(w.room)-len(w.room) < len(toks) { // the tokens before keep the room they have
		w.room = make([]token, 0, 2*(cap(w.room)+len(toks)))
	}
	at := len(w.room)
	w.room = append(w.room, toks...)
	return w.room[at:len(w.room):len(w.room)]
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

// setForms puts forms in the place of words. They are folded further than by
// text.Fold: a page drops the marks of short words too.
func (w *words) setForms(toks []token) {
	for i := range toks {
		if form := &toks[i].form; numeral(*form) {
			*form = number
		} else {
			w.folds.Add(form, *form, "")
		}
	}
	w.folds.Done()
	for i := range toks {
		if form := &toks[i].form; foreign(*form) {
			*form = strings.ToLower(text.StripMarks(*form))
		}
	}
}

// form returns the form of a word.
func form(word string) string {
	toks := []token{{form: word}}
	(&words{}).setForms(toks)
	return toks[0].form
}

// numeral reports whether a word is a number, perhaps an ordinal: "January 16th".
func numeral(word string) bool {
	if word != "" && (word[0] < '0' || '9' < word[0]) {
		return false
	}
	switch strings.TrimLeft(word, "0123456789") {
	case "", "st", "nd", "rd", "th":
		return true
	}
	return false
}

// foreign reports whether a word has letters that are not ASCII.
func foreign(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}
