package export

import (
	"io"
	"strings"
)

// Timeline prints statements for a person, one under the other with their days.
type Timeline struct {
	out   io.Writer
	look  Look
	begun bool
}

// NewTimeline prints to a stream.
func NewTimeline(out io.Writer, look Look) *Timeline { return &Timeline{out: out, look: look} }

// Head prints a heading.
func (t *Timeline) Head(s string) error {
	p := &page{look: t.look}
	if t.begun {
		p.line("")
	}
	t.begun = true
	p.text(0, bold, cleanText(s))
	return t.write(p)
}

// Topic prints the name of a topic as a heading; "" is for statements of none.
func (t *Timeline) Topic(id string) error {
	if id == "" {
		return t.Head("other matters")
	}
	return t.Head(topicName(id))
}

// Statement prints what was said, and below it by whom, how and to whom.
func (t *Timeline) Statement(s Statement) error {
	s = cleaned(s)
	p := &page{look: t.look}
	p.row(statementDay(&s.Statement, &s.Document), unmarked, s.Text)
	n := names{other: t.look.Name}
	parts := []string{s.Speaker.Name + " " + does(&s.Statement)}
	for _, c := range []struct{ before, what string }{
		{"via ", chain(s.Via)}, {"to ", n.actors(s.Addressees)}, {"about ", n.actors(s.About)}, {"", value(s.Document.Outlet)}, {"", shortID(s.Document.ID)},
	} {
		if c.what != "" {
			parts = append(parts, c.before+c.what)
		}
	}
	p.text(labelWidth, faint, strings.Join(parts, " · "))
	return t.write(p)
}

func (t *Timeline) write(p *page) error {
	_, err := t.out.Write(p.Bytes())
	return err
}
