package passage

import (
	"strings"
	"unicode/utf8"

	"github.com/parley-news/parley/record"
)

// cited reports whether a line in another language is a quotation.
func (d *document) cited(l *line) bool {
	if l.script == latin {
		return l.quoted
	}
	r, _ := utf8.DecodeRuneInString(l.s)
	return strings.ContainsRune("\"«“„「『”", r)
}

// languages names the language of the report and of every line, and gives the
// links in another language at the end of the page away.
func (d *document) languages() {
	if d.language == "" {
		d.language = d.evidence.identify(d.sample())
	}
	d.foreignTail()
	for i := range d.lines {
		if d.lines[i].role == "" {
			d.lines[i].role = record.RoleReport
		}
	}
	// Neighbours of one role and script are told apart only where a line
	// speaks clearly for itself.
	for i := 0; i < len(d.lines); {
		d.steps++
		j := i + 1
		for j < len(d.lines) && d.lines[j].role == d.lines[i].role && d.kin(i, j) {
			j++
		}
		d.name(i, j)
		i = j
	}
}

// kin reports whether two lines may share a language by their script.
func (d *document) kin(i, j int) bool {
	a, b := d.lines[i].script, d.lines[j].script
	return a == b || a == noScript || b == noScript || a == han && b == kana || a == kana && b == han
}

// name gives lines i to j, of one role and script, their languages. Outside
// the report a language lasts until a line speaks clearly for another.
func (d *document) name(i, j int) {
	group := d.language
	if strange := d.other(d.joined(i, j), d.language); strange != "" {
		group = strange
	}
	for k := i; k < j; k++ {
		l := &d.lines[k]
		l.lang = group
		switch {
		case l.role == record.RoleTitle, l.words < 3 && l.phrase == "":
		case l.role == record.RoleReport:
			if l.words >= 12 || l.script != latin {
				l.lang = d.clearly(l, group)
			}
		case l.phrase != "" && l.phrase != d.language && d.heard(l):
			l.lang = l.phrase
		case l.phrase != "":
		case k > i:
			l.lang = d.clearly(l, d.lines[k-1].lang)
		default:
			l.lang = d.clearly(l, group)
		}
	}
}

// clearly returns the language that a line speaks for, lang in doubt.
func (d *document) clearly(l *line, lang string) string {
	// The start of a line raises the doubt, the rest of it confirms it.
	if d.other(clip(l.s, glance), lang) == "" {
		return lang
	}
	if o := d.other(l.s, lang); o != "" {
		return o
	}
	return lang
}

func (d *document) other(s, lang string) string {
	d.steps += min(len(s), sampleBytes)
	return d.evidence.other(&d.tally, s, lang)
}

// heard reports whether no phrase of the report's own language fits the line
// as well.
func (d *document) heard(l *line) bool {
	own := false
	d.phrases.find(l.toks, func(h hit) bool {
		own = own || h.lang == d.language && h.kind == l.kind
		return !own
	})
	return !own
}

// joined returns a sample of lines i to j.
func (d *document) joined(i, j int) string {
	var b strings.Builder
	for k := i; k < j && b.Len() < sampleBytes; k++ {
		b.WriteString(clip(d.lines[k].s, sampleBytes))
		b.WriteByte('\n')
	}
	return b.String()
}

// sample returns text by which to tell the language of the report: its running
// text, else whatever is not known to be noise.
func (d *document) sample() string {
	var b strings.Builder
	for _, prose := range []bool{true, false} {
		for i := range d.lines {
			l := &d.lines[i]
			if b.Len() >= sampleBytes {
				return b.String()
			}
			if (l.role == "" || l.role == record.RoleTitle) && l.prose() == prose {
				b.WriteString(clip(l.s, sampleBytes))
				b.WriteByte('\n')
			}
		}
	}
	if b.Len() == 0 {
		return clip(d.text, sampleBytes)
	}
	return b.String()
}

// foreignTail marks the lines at the end of the page that are no running text
// and speak another language than the report.
func (d *document) foreignTail() {
	for i := len(d.lines) - 1; i > 0 && i > d.titleAt; i-- {
		l := &d.lines[i]
		if l.role != "" {
			continue
		}
		// Links follow the report: what stands before its last line is part of
		// it. So are words quoted in their own language.
		if l.prose() || l.bullet && l.script == latin || d.cited(l) || d.other(l.s, d.language) == "" {
			return
		}
		l.role = record.RoleFurniture
	}
}
