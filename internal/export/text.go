package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// Look says how a reading is shown to a person.
type Look struct {
	// Width is the columns to fill.
	Width int
	// Color: mark status and divergences with colours.
	Color bool
	// Name gives the name of a state or organisation that a reading itself does
	// not name; nil shows the code.
	Name func(id string) string
	// Explain: print under each value the words it comes from and the rule.
	Explain bool
}

type textWriter struct {
	out   io.Writer
	look  Look
	begun bool
}

// Text prints readings for a person: a card per contact, then who said what.
func Text(out io.Writer, look Look) Writer { return &textWriter{out: out, look: look} }

func (t *textWriter) Close() error { return nil }

func (t *textWriter) Write(r record.Reading) error {
	if d := &r.Document; d.Title == "" && d.ID == d.SHA256 {
		d.Title = opening(d.Text)
	}
	r.Document.Text = "" // long, and not printed
	r = cleaned(r)
	p := &page{look: t.look}
	if t.begun {
		p.line("")
	}
	t.begun = true
	p.document(&r.Document)
	n := namesIn(&r, t.look.Name)
	for i := range r.Contacts {
		p.line("")
		p.card(&r, &r.Contacts[i], compared(versions(&r.Contacts[i], n)), n)
	}
	p.statements(r.Statements, n)
	p.commitments(r.Commitments, n)
	unread := slices.ContainsFunc(r.Warnings, func(w record.Warning) bool { return w.Code == "no-pack" })
	if len(r.Contacts)+len(r.Statements)+len(r.Commitments) == 0 && !unread {
		p.line("")
		p.text(0, plain, "No diplomatic contact and no statement found.")
	}
	p.notes(&r)
	_, err := t.out.Write(p.Bytes())
	return err
}

// document prints the title and what is known of the document.
func (p *page) document(d *record.Document) {
	title := d.Title
	if title == "" {
		title = d.ID
	}
	p.text(0, bold, title)
	var about []string
	note := func(s string) {
		if s != "" {
			about = append(about, s)
		}
	}
	note(value(d.Outlet))
	if d.Published != nil {
		note(interval(*d.Published, *d.Published))
	}
	note(d.Language)
	if d.Genre != "article" {
		note(spaced(d.Genre))
	}
	if d.Issuer != nil {
		note("by " + *d.Issuer)
	}
	// An id made of the checksum tells a reader nothing.
	if d.ID != title && d.ID != value(d.URL) && d.ID != d.SHA256 {
		note(d.ID)
	}
	if len(about) > 0 {
		p.text(0, faint, strings.Join(about, " · "))
	}
	if d.URL != nil && *d.URL != title {
		p.line(p.look.paint(faint, *d.URL)) // whole, for whoever wants to open it
	}
}

// opening is the start of a text that has neither title nor name.
func opening(s string) string {
	const words = 12
	w := strings.Fields(s)
	if len(w) <= words {
		return strings.Join(w, " ")
	}
	return strings.Join(w[:words], " ") + " …"
}

// commitments prints what somebody undertook to do.
func (p *page) commitments(list []record.Commitment, n names) {
	if len(list) == 0 {
		return
	}
	p.line("")
	p.text(0, bold, "Commitments")
	for i := 0; i < len(list); i++ {
		c := list[i]
		who := n.actor(c.Who)
		for ; i+1 < len(list) && list[i+1].Text == c.Text; i++ { // the same from several
			who += ", " + n.actor(list[i+1].Who)
			for _, e := range list[i+1].Evidence {
				if !slices.Contains(c.Evidence, e) {
					c.Evidence = append(c.Evidence[:len(c.Evidence):len(c.Evidence)], e)
				}
			}
		}
		s := p.look.paintWords(bold, who) + ": " + c.Text
		if c.Date != nil {
			s += " (" + when(c.Date) + ")"
		}
		p.hang(2, 4, s)
		p.explain(4, c.Evidence)
	}
}

// notes prints what the reader of a record should know besides.
func (p *page) notes(r *record.Reading) {
	warnings := slices.DeleteFunc(slices.Clone(r.Warnings), func(w record.Warning) bool {
		// Who sees a date everywhere need not know what else would have none.
		return w.Code == "no-published-date" && !slices.ContainsFunc(r.Contacts, func(c record.Contact) bool { return c.Date == nil })
	})
	if len(warnings)+len(r.Comments) == 0 {
		return
	}
	p.line("")
	for _, w := range warnings {
		p.hang(0, 2, p.look.paint(yellow, "!")+" "+w.Message)
	}
	if k := len(r.Comments); k > 0 {
		s := "1 reader's comment was left aside."
		if k > 1 {
			s = fmt.Sprintf("%d readers' comments were left aside.", k)
		}
		p.text(0, faint, s)
	}
}

// explain prints evidence if it is wanted.
func (p *page) explain(indent int, list []record.Evidence) {
	if !p.look.Explain {
		return
	}
	for _, e := range list {
		p.text(indent, faint, quoted(e))
	}
}
