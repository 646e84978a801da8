package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/text"
	"github.com/parley-news/parley/record"
)

// line is a line of the text with what its shape tells.
type line struct {
	start, end int    // in the text, without indentation and line break
	indent     int    // in columns; a tab counts four
	lead       int    // in bytes
	s          string // text[start:end]
	toks       []token
	words      int
	digits     int  // words that are numbers
	caps       int  // words that start with a capital
	stop       bool // ends as a sentence does
	ellipsis   bool // ends cut off
	quoted     bool // has a quotation of some length
	bullet     bool // is an item of a list
	gap        bool // an empty line, or the start of the text, stands before it
	script     script
	kind       kind
	phrase     string      // language of the phrase that told the kind
	role       record.Role // "" while undecided
	lang       string
}

// Limits of what counts as what, in words unless said otherwise.
const (
	tokenLimit    = 280 // bytes; of a longer line, phrases are sought in
	startLimit    = 120 // so many bytes at its start
	proseWords    = 8   // a line of so many words that ends in a stop is prose
	longWords     = 30  // a line of so many words is prose with or without a stop
	headlineWords = 28  // a title is no longer
	headlineBytes = 300
)

// cut returns the lines of the text that hold anything, a folded paragraph as
// one line.
func cut(s string, w *words) []line {
	out := make([]line, 0, 16)
	gap := true
	for at := 0; at < len(s); {
		end := strings.IndexByte(s[at:], '\n')
		next := len(s)
		if end >= 0 {
			next = at + end + 1
		}
		if n := crawled(s[at:next]); n > 0 {
			next = at + n
		}
		l := line{gap: gap}
		if l.trim(s, at, next) {
			l.shape(w)
			out = append(out, l)
			gap = false
		} else {
			gap = true
		}
		at = next
	}
	if width := text.Width(s); width > 0 {
		out = unfold(s, out, w, func(a, b *line) bool { return text.Continues(a.raw(s), b.raw(s), width) })
	}
	return out
}

// crawled returns the length of the stamp that a crawler has put before the
// first words of a page: "date 2024-12 ".
func crawled(s string) int {
	t := strings.TrimLeft(s, " \t")
	rest, ok := strings.CutPrefix(t, "date ")
	if !ok || len(rest) < 8 || strings.Trim(rest[:4], "0123456789") != "" || rest[4] != '-' {
		return 0
	}
	end := strings.IndexByte(rest, ' ')
	if end < 0 || strings.Trim(rest[:end], "0123456789-") != "" || strings.TrimSpace(rest[end:]) == "" {
		return 0
	}
	return len(s) - len(rest) + end + 1
}

// unfold joins every line to those that go on in it.
func unfold(s string, lines []line, w *words, goesOn func(a, b *line) bool) []line {
	out := make([]line, 0, len(lines))
	joined := false
	for i := range lines {
		l := &lines[i]
		if i > 0 && !l.gap && goesOn(&lines[i-1], l) {
			out[len(out)-1].end, joined = l.end, true
			continue
		}
		if joined {
			out[len(out)-1].reshape(s, w)
		}
		out, joined = append(out, *l), false
	}
	if joined {
		out[len(out)-1].reshape(s, w)
	}
	return out
}

// reshape looks anew at a line that has grown.
func (l *line) reshape(s string, w *words) {
	l.s = s[l.start:l.end]
	l.digits, l.caps, l.words = 0, 0, 0
	l.shape(w)
}

// raw returns the line with its indentation.
func (l *line) raw(s string) string { return s[l.start-l.lead : l.end] }

// trim sets the bounds of the line and its indentation, and reports whether
// anything stands between.
func (l *line) trim(s string, from, to int) bool {
	for from < to {
		r, n := utf8.DecodeRuneInString(s[from:to])
		if !unicode.IsSpace(r) && r != '\ufeff' && !invisible(r) {
			break
		}
		if r == '\t' {
			l.indent += 4
		} else {
			l.indent++
		}
		from += n
		l.lead += n
	}
	for from < to {
		r, n := utf8.DecodeLastRuneInString(s[from:to])
		if !unicode.IsSpace(r) && !invisible(r) {
			break
		}
		to -= n
	}
	l.start, l.end, l.s = from, to, s[from:to]
	return from < to
}

// shape fills what one look at the line tells.
func (l *line) shape(w *words) {
	limit := len(l.s)
	if limit > tokenLimit {
		limit = startLimit
	}
	l.toks = w.tokenize(l.s, limit)
	for _, t := range l.toks {
		switch {
		case t.form == separator:
			continue
		case t.form == number:
			l.digits++
		case t.upper:
			l.caps++
		}
		l.words++
	}
	if limit < len(l.s) {
		l.words = 1 + strings.Count(l.s, " ")
	}
	l.script = scriptOf(l.s)
	if l.script.spaceless() {
		l.words = max(l.words, len(l.s)/6)
	}
	l.stop, l.ellipsis = ending(l.s)
	l.quoted = quotes(l.s)
	r, n := utf8.DecodeRuneInString(l.s)
	l.bullet = strings.ContainsRune("•·-–—*▪■●○►‣◦✔➤", r) && len(l.s) > n
}

// ending reports how the line ends: in a full stop (or in ? or ! inside a
// closing quotation), or in an ellipsis.
func ending(s string) (stop, ellipsis bool) {
	closed := false
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '"', '»', '”', '’', '\'', ')', ']', '“', '」', '』', '）', ' ', '\u00a0', '\u202f', '*':
			closed = true
		case '…':
			return false, true
		case '.':
			if strings.HasSuffix(s, "..") {
				return false, true
			}
			return true, false
		case '。', '।', '۔', '։', '።', '．':
			return true, false
		case '?', '!', '؟', '？', '！':
			return closed, false
		default:
			return false, false
		}
		s = s[:len(s)-n]
	}
	return false, false
}

// quotes reports whether a line that may be a phrase holds a quotation of
// twenty bytes or more.
func quotes(s string) bool {
	if len(s) > 2*tokenLimit {
		return false
	}
	open := -1
	for i, r := range s {
		switch r {
		case '«', '“', '„', '"', '”', '»', '「', '」':
			if open >= 0 && i-open > 20 {
				return true
			}
			open = i
		}
	}
	return false
}

// prose reports whether the line reads as running text.
func (l *line) prose() bool {
	return l.stop && l.words >= proseWords || l.words >= longWords
}

// headline reports whether the line could be a title or the text of a link.
func (l *line) headline() bool {
	return !l.stop && l.words > 0 && l.words <= headlineWords && len(l.s) <= headlineBytes
}
