package export

import (
	"bytes"
	"strings"
)

// labelWidth is the column in which values begin.
const labelWidth = 16

// page gathers the lines of one reading.
type page struct {
	bytes.Buffer
	look Look
}

// text prints a text, wrapped and indented.
func (p *page) text(indent int, st style, s string) {
	for _, line := range wrap(s, p.room(indent)) {
		p.line(strings.Repeat(" ", indent) + isolate(p.look.paint(st, line)))
	}
}

// hang is text whose further lines are indented deeper than the first.
func (p *page) hang(indent, deeper int, s string) {
	for i, line := range wrap(s, p.room(deeper)) {
		if i > 0 {
			indent = deeper
		}
		p.line(strings.Repeat(" ", indent) + isolate(line))
	}
}

// row prints a value beside its label; no row for no value. A disputed value
// is marked.
func (p *page) row(label string, disputed bool, value string) {
	if value == "" {
		return
	}
	for i, line := range wrap(value, p.room(labelWidth)) {
		head := ""
		if i == 0 {
			head = p.label(label, disputed)
		}
		p.line(pad(head, labelWidth) + isolate(line))
	}
}

func (p *page) label(label string, disputed bool) string {
	sign := "  "
	if disputed {
		sign = p.look.paint(yellow, "≠") + " "
	}
	return sign + p.look.paint(faint, label)
}

// line prints one line as it is, without the spaces at its end.
func (p *page) line(s string) {
	p.WriteString(strings.TrimRight(s, " "))
	p.WriteByte('\n')
}

// room is the columns that an indent leaves; text in fewer is not readable.
func (p *page) room(indent int) int {
	const least = 20
	return max(p.look.Width-indent, least)
}
