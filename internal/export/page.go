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
	set  []string // the fields of an entry that a person has set
}

// mark is a sign before a label.
type mark string

const (
	unmarked mark = ""
	differs  mark = "≠" // accounts differ
	mended   mark = "✎" // a person has set it
)

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

// row prints a value beside its label; no row for no value.
func (p *page) row(label string, m mark, value string) {
	if value == "" {
		return
	}
	for i, line := range wrap(value, p.room(labelWidth)) {
		head := ""
		if i == 0 {
			head = p.label(label, m)
		}
		p.line(pad(head, labelWidth) + isolate(line))
	}
}

func (p *page) label(label string, m mark) string {
	return pad(p.look.paint(yellow, string(m)), 2) + p.look.paint(faint, label)
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
