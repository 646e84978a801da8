package passage

import (
	"strconv"
	"strings"

	"github.com/parley-news/parley/record"
)

// genre says what kind of text the report is, and whose.
func (d *document) genre(r *Result) {
	const label = 5 // "U.S.-India Joint Statement", in words
	r.Genre = "article"
	found := map[kind]bool{}
	for _, i := range d.ends() {
		l := &d.lines[i]
		if len(l.s) > tokenLimit || l.role != record.RoleTitle && l.words > 20 {
			continue
		}
		d.phrases.find(l.toks, func(h hit) bool {
			switch {
			case h.kind == issued && !l.prose():
				found[issued] = true
				if r.Issuer == "" {
					r.Issuer = issuer(l, h)
				}
			case h.kind == jointStatement && h.from > 0 && l.words > label && !d.ourselves():
				// An article can be about a joint statement.
			case h.kind >= readout && h.kind <= live:
				found[h.kind] = true
			}
			return true
		})
	}
	clocks, turns, questions := d.rhythm(found[live])
	switch {
	case found[live] && clocks >= 2 || clocks >= 4:
		r.Genre = "live-blog"
	case found[jointStatement]:
		r.Genre = "joint-statement"
	case found[interview] && (turns >= 3 || questions >= 2):
		r.Genre = "interview"
	case turns >= 4 || found[transcript] && turns >= 2:
		r.Genre = "transcript"
	case found[readout], found[issued]:
		r.Genre = "readout"
	}
	if r.Genre != "readout" && r.Genre != "joint-statement" {
		r.Issuer = ""
	}
}

// ends returns the title and the first lines of the report, and the last lines
// of the text, where it says whose it is.
func (d *document) ends() []int {
	const opening, closing = 4, 2
	var at []int
	for i := range d.lines {
		l := &d.lines[i]
		if l.role == record.RoleTitle || l.role == record.RoleReport || i < d.first && l.kind == plain {
			at = append(at, i)
		}
		if len(at) == opening {
			break
		}
	}
	last := -1
	if len(at) > 0 {
		last = at[len(at)-1]
	}
	for i := max(last+1, len(d.lines)-closing); i < len(d.lines); i++ {
		if !d.lines[i].stop {
			at = append(at, i)
		}
	}
	return at
}

// ourselves reports whether the authors speak of themselves in the first
// paragraphs.
func (d *document) ourselves() bool {
	const paragraphs = 3
	n := 0
	for i := range d.lines {
		l := &d.lines[i]
		if l.role != record.RoleReport || l.quoted {
			continue
		}
		for _, t := range l.toks {
			if d.we[t.form] {
				return true
			}
		}
		if n++; n == paragraphs {
			break
		}
	}
	return false
}

// issuer returns the words at the open end of a phrase that names the issuer,
// up to a mark of punctuation.
func issuer(l *line, h hit) string {
	const most = 9 // spaces
	var s string
	switch {
	case h.open && h.next < len(l.toks):
		s = l.s[l.toks[h.next].start:]
		if i := strings.IndexAny(s, ".,;:(–—|"); i >= 0 {
			s = s[:i]
		}
	case !h.open && h.from > 0:
		s = l.s[l.toks[0].start:l.toks[h.from].start]
		if strings.ContainsAny(s, ".,;:(–—|") {
			return ""
		}
	}
	if s = strings.TrimSpace(s); strings.Count(s, " ") > most {
		return ""
	}
	return s
}

// rhythm counts what repeats in the report: lines that start with a time of
// day, turns of speakers ("NAME: words"), and lines that ask.
func (d *document) rhythm(dotted bool) (clocks, turns, questions int) {
	for i := range d.lines {
		l := &d.lines[i]
		if l.role != record.RoleReport {
			continue
		}
		if clockFirst(l) || dotted && dottedClock(l.s) {
			clocks++
			continue
		}
		if turn(l) && !d.ofDate(l.toks[0].form) {
			turns++
		}
		if strings.HasSuffix(l.s, "?") && l.words <= 60 {
			questions++
		}
	}
	return clocks, turns, questions
}

// ofDate reports whether a word is one of dates: what stands behind "Monday:" or "March
// 2015:" is nobody's turn to speak.
func (d *document) ofDate(word string) bool {
	return d.calendar.words[word] || d.calendar.months[word] > 0
}

func clockFirst(l *line) bool {
	if len(l.toks) < 3 {
		return false
	}
	if clockMark(l.toks[0].form) && len(l.toks[0].form) > 2 && l.toks[0].form != "1er" {
		return true
	}
	return l.toks[0].form == number && l.toks[1].form == separator && l.toks[2].form == number && l.toks[2].start-l.toks[0].start <= 4
}

func dottedClock(s string) bool {
	hour, rest, ok := strings.Cut(s, ".")
	h, err := strconv.Atoi(hour)
	return ok && err == nil && h < 24 && len(rest) > 2 && rest[0] >= '0' && rest[0] <= '5' && rest[1] >= '0' && rest[1] <= '9' && rest[2] == ' '
}

// turn reports whether a line opens with a speaker and a colon.
func turn(l *line) bool {
	for i, t := range l.toks {
		if t.form == separator {
			return i >= 1 && i <= 5 && l.s[t.start] == ':' && l.words > i+1 && l.toks[0].upper && named(l.toks[:i])
		}
		if i > 5 {
			break
		}
	}
	return false
}

func named(toks []token) bool {
	caps := 0
	for _, t := range toks {
		if t.upper {
			caps++
		}
	}
	return caps*2 >= len(toks)
}
