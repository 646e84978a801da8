package passage

import (
	"strings"

	"github.com/parley-news/parley/record"
)

// genre says what kind of text the report is, and whose.
func (d *document) genre(r *Result) {
	r.Genre = "article"
	at := d.opening()
	found := map[kind]bool{}
	for _, i := range at {
		l := &d.lines[i]
		if len(l.s) > tokenLimit || l.role != record.RoleTitle && l.words > 20 {
			continue
		}
		d.phrases.find(l.toks, func(h hit) bool {
			if h.kind < readout || h.kind > live {
				return true
			}
			found[h.kind] = true
			if (h.kind == readout || h.kind == jointStatement) && h.open && h.next < len(l.toks) && r.Issuer == "" {
				r.Issuer = issuer(l, h.next)
			}
			return true
		})
	}
	clocks, turns, questions := d.rhythm()
	switch {
	case found[live] && clocks >= 2 || clocks >= 4:
		r.Genre = "live-blog"
	case found[jointStatement]:
		r.Genre = "joint-statement"
	case found[interview] && (turns >= 3 || questions >= 2):
		r.Genre = "interview"
	case turns >= 4 || found[transcript] && turns >= 2:
		r.Genre = "transcript"
	case questions >= 3 && found[interview]:
		r.Genre = "interview"
	case found[readout]:
		r.Genre = "readout"
	}
	if r.Genre != "readout" && r.Genre != "joint-statement" {
		r.Issuer = ""
	}
}

// opening returns the title and the first lines of the report.
func (d *document) opening() []int {
	var at []int
	for i := range d.lines {
		if role := d.lines[i].role; role == record.RoleTitle || role == record.RoleReport {
			at = append(at, i)
		}
		if len(at) == 4 {
			break
		}
	}
	return at
}

// issuer returns the words behind a phrase that names its issuer, up to a mark
// of punctuation.
func issuer(l *line, at int) string {
	s := l.s[l.toks[at].start:]
	if i := strings.IndexAny(s, ".,;:(–—|"); i >= 0 {
		s = s[:i]
	}
	s = strings.TrimSpace(s)
	if strings.Count(s, " ") > 9 {
		return ""
	}
	return s
}

// rhythm counts what repeats in the report: lines that start with a time of
// day, turns of speakers ("NAME: words"), and lines that ask.
func (d *document) rhythm() (clocks, turns, questions int) {
	for i := range d.lines {
		l := &d.lines[i]
		if l.role != record.RoleReport {
			continue
		}
		if clockFirst(l) {
			clocks++
			continue
		}
		if turn(l) {
			turns++
		}
		if strings.HasSuffix(l.s, "?") && l.words <= 60 {
			questions++
		}
	}
	return clocks, turns, questions
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

// turn reports whether a line opens with a speaker and a colon.
func turn(l *line) bool {
	for i, t := range l.toks {
		if t.form == separator {
			return i >= 1 && i <= 5 && l.s[t.start] == ':' && l.words > i+2 && l.toks[0].upper && named(l.toks[:i])
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
