package store

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrWords is the error of a search for words that are none, or too many.
var ErrWords = errors.New("cannot be searched for")

// mostPhrases bounds how many words and phrases one search looks for.
const mostPhrases = 64

// phrase is words that stand one behind the other, folded.
type phrase struct {
	words []string
	// begins: the last word is only the beginning of one.
	begins bool
}

// parseWords reads what a person searches for: words, "phrases", and beginnings of
// words with a star behind. Nothing else has a meaning; an open quotation mark is closed
// at the end.
func parseWords(query string) ([]phrase, error) {
	var out []phrase
	for query != "" {
		var part string
		part, query = nextPart(query)
		if p := parsePhrase(part); len(p.words) > 0 {
			out = append(out, p)
		}
	}
	switch {
	case len(out) == 0:
		return nil, fmt.Errorf("%w: there is no word; write at least one", ErrWords)
	case len(out) > mostPhrases:
		return nil, fmt.Errorf("%w: %d words and phrases are too many, %d are the most", ErrWords, len(out), mostPhrases)
	}
	return out, nil
}

// nextPart cuts the first word or phrase off, with its star.
func nextPart(query string) (part, rest string) {
	at := strings.IndexFunc(query, func(r rune) bool { return unicode.IsSpace(r) || isQuote(r) })
	if at < 0 {
		return query, ""
	}
	r, width := utf8.DecodeRuneInString(query[at:])
	switch {
	case at > 0: // the mark, if it is one, opens the next part
		return query[:at], query[at:]
	case !isQuote(r):
		return "", query[width:]
	}
	inside := query[width:]
	end := strings.IndexFunc(inside, isQuote)
	if end < 0 {
		return inside, ""
	}
	_, width = utf8.DecodeRuneInString(inside[end:])
	if rest, star := strings.CutPrefix(inside[end+width:], "*"); star {
		return inside[:end] + "*", rest
	}
	return inside[:end], inside[end+width:]
}

func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»':
		return true
	}
	return false
}

func parsePhrase(part string) phrase {
	var p phrase
	end := 0
	for w, form := range words(part) {
		p.words = append(p.words, form)
		end = w.End
	}
	p.begins = len(p.words) > 0 && strings.HasPrefix(part[end:], "*")
	return p
}

// match writes phrases as FTS5 reads them: all of them must be there. A folded word is
// letters and digits alone, so that nothing in it is syntax.
func match(phrases []phrase) string {
	var b strings.Builder
	for i, p := range phrases {
		if i > 0 {
			b.WriteString(" AND ")
		}
		b.WriteString(`"` + strings.Join(p.words, " ") + `"`)
		if p.begins {
			b.WriteString(" *")
		}
	}
	return b.String()
}
