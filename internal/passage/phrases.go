package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/record"
)

// longest is how many words a line of a kind may have when its phrase is open:
// a longer one is a sentence that happens to start so.
var longest = [kinds]int{
	recommended: 40, share: 20, cookie: 90, commentsHeader: 20, commentTool: 40, commentDeleted: 14,
	byline: 24, credit: 50, subscribe: 45, more: 25, tags: 60, copyright: 70, menu: 12, platform: 12,
}

// phraseLines gives every line the kind that its words or its bare shape tell.
func (d *document) phraseLines() {
	for i := range d.lines {
		l := &d.lines[i]
		d.steps += len(l.toks) + 1
		l.kind = d.kindOf(l)
		if l.kind == byline && i == 0 && l.digits == 0 { // "De Gaulle reçoit Adenauer"
			l.kind = plain
		}
		if l.kind == plain && d.caption(i) {
			l.kind = credit
		}
		switch l.kind {
		case plain, stamped:
		case commentsHeader, commentTool, commentDeleted:
			l.role = record.RoleComment
		default:
			l.role = record.RoleFurniture
		}
	}
}

func (d *document) kindOf(l *line) kind {
	switch {
	case l.words == l.digits && l.script == noScript:
		if st, ok := d.calendar.stampOf(l.s, l.toks); ok && st.rest == 0 {
			return stamped
		}
		return symbols
	case tagged(l.s):
		return hashtags
	case machine(l):
		return symbols
	case strings.HasPrefix(l.s, "©") && l.words <= longest[copyright]:
		return copyright
	case d.platforms(l):
		return share
	}
	best := plain
	d.phrases.find(l.toks, func(h hit) bool {
		if h.kind < readout && h.kind != position && d.believes(l, h) && (best == plain || h.kind < best) {
			best, l.phrase = h.kind, h.lang
		}
		return true
	})
	switch {
	case best == agency:
		return credit
	case best != plain:
		return best
	case trail(l.s):
		return crumbs
	}
	if d.stampedLine(l) {
		return stamped
	}
	return plain
}

// stampedLine reports whether a line is a moment, perhaps with the section,
// the place or the author: "In the world, 28 January 2026, 07:44".
func (d *document) stampedLine(l *line) bool {
	if l.words > 14 || l.stop && l.words >= proseWords {
		return false
	}
	st, ok := d.calendar.stampOf(l.s, l.toks)
	switch {
	case !ok:
		return false
	case st.rest == 0:
		return true
	case st.year == 0 || st.day == 0 || l.stop || l.quoted:
		return false
	}
	return st.rest <= 1 || st.clock && st.rest <= 4
}

// machine reports whether a line is written for a program: a template that was
// not filled in, the name of a file.
func machine(l *line) bool {
	if strings.Contains(l.s, "{{") && strings.Contains(l.s, "}}") {
		return true
	}
	if l.stop || l.words > 14 {
		return false
	}
	for f := range strings.FieldsSeq(l.s) {
		if strings.Count(f, "_") >= 2 {
			return true
		}
	}
	switch strings.ToLower(l.s[strings.LastIndexByte(l.s, '.')+1:]) {
	case "jpg", "jpeg", "png", "gif", "webp", "mp4", "svg":
		return true
	}
	return false
}

// believes reports whether the rest of the line fits what the phrase tells.
func (d *document) believes(l *line, h hit) bool {
	if l.words > longest[h.kind] {
		return false
	}
	whole := h.next >= len(l.toks) && len(l.s) <= tokenLimit
	if whole && !h.loose {
		return true
	}
	labelled := h.words[len(h.words)-1] == separator
	if l.quoted && !labelled && h.kind != cookie && (h.kind != credit || !h.loose) {
		return false
	}
	switch h.kind {
	case byline:
		if len(h.words) == 1 {
			return d.signed(l, h.next)
		}
		return labelled && !l.stop || l.words <= 16 && !l.prose() || d.dated(l)
	case cookie, copyright, subscribe, commentTool:
		return true
	case credit:
		if h.loose { // behind a caption
			const name = 6
			return len(l.toks)-h.next <= name && len(l.s) <= tokenLimit && (labelled || whole || !l.stop && (l.toks[h.next].upper || l.toks[h.next].form == separator))
		}
		return labelled || l.words <= 16
	case recommended, tags:
		return labelled || !l.prose()
	}
	return !l.prose()
}

// signed reports whether a line goes on with a name and perhaps a date, as
// after "By" alone.
func (d *document) signed(l *line, at int) bool {
	if l.stop || at >= len(l.toks) || l.words > 14 || !l.toks[at].upper || strings.ContainsAny(l.s, "?!«“\"") {
		return false
	}
	if d.dated(l) {
		return true
	}
	// Names have few small words among them.
	return l.words <= 8 && l.caps*2 >= l.words
}

func (d *document) dated(l *line) bool {
	st, ok := d.calendar.stampOf(l.s, l.toks)
	return ok && st.rest <= 10 && l.words <= 20
}

// platforms reports whether a line names nothing but services to share on.
func (d *document) platforms(l *line) bool {
	if l.words > 30 || len(l.s) > tokenLimit || l.stop {
		return false
	}
	named := 0
	for i := 0; i < len(l.toks); {
		n := 0
		for _, p := range d.phrases.first[l.toks[i].form] {
			if p.kind == platform && i+len(p.words) <= len(l.toks) {
				if _, ok := (&pattern{words: p.words, open: true}).fits(l.toks, i); ok {
					n = max(n, len(p.words))
				}
			}
		}
		switch {
		case n > 0:
			named++
			i += n
		case l.toks[i].form == separator || l.toks[i].form == number:
			i++
		default:
			return false
		}
	}
	return named > 0
}

// tagged reports whether a line holds hashtags alone.
func tagged(s string) bool {
	n := 0
	for f := range strings.FieldsSeq(s) {
		if f[0] != '#' {
			return false
		}
		r, _ := utf8.DecodeRuneInString(f[1:])
		if !unicode.IsLetter(r) {
			return false
		}
		n++
	}
	return n > 0
}

// trail reports whether a line is a row of short links: "Home > World > Asia",
// "Home | World | Sport".
func trail(s string) bool {
	if len(s) > 200 {
		return false
	}
	for _, mark := range []string{">", "›", "»", "|", "•", "·", " / "} {
		if !strings.Contains(s, mark) {
			continue
		}
		parts := strings.Split(s, mark)
		if len(parts) < 3 || mark == "»" && strings.Contains(s, "«") {
			continue
		}
		short := true
		for _, p := range parts[1:] {
			p = strings.TrimSpace(p)
			short = short && (len(p) > 0 || mark == "|") && len(p) <= 40 && strings.Count(p, " ") <= 3 && !strings.HasSuffix(p, ".")
		}
		if short && strings.Count(strings.TrimSpace(parts[0]), " ") <= 3 {
			return true
		}
	}
	return false
}
