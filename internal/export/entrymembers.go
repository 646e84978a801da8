package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// members prints the documents of an entry.
func (p *page) members(e *record.Entry, why []merge.Reason) {
	p.line("")
	p.text(2, bold, "Documents")
	for _, m := range e.Members {
		var parts []string
		for _, s := range []string{value(m.Outlet), m.Language, m.Title} {
			if s != "" {
				parts = append(parts, s)
			}
		}
		if !m.Main {
			parts = append(parts, "in passing")
		}
		if m.URL == nil || *m.URL != m.Document {
			parts = append(parts, shortID(m.Document))
		}
		p.row(day(m.Published), unmarked, strings.Join(parts, " · "))
		if m.URL != nil {
			p.line(strings.Repeat(" ", labelWidth) + p.look.paint(faint, *m.URL)) // whole, for whoever wants to open it
		}
		for i, r := range why {
			if r.Member == m.Ref {
				p.text(labelWidth, cyan, because(e, r, i == 0))
			}
		}
	}
}

// because says by what a document joined its entry.
func because(e *record.Entry, r merge.Reason, first bool) string {
	with := sourceOf(e, r.With.Document)
	switch {
	case r.ByHand:
		return "joined with " + with + " by a person"
	case r.With == record.Ref{} && first:
		return "the entry begins with it"
	case r.With == record.Ref{}:
		return "joined through the others"
	}
	var points []string
	for aspect, n := range r.Points {
		if n != 0 {
			points = append(points, fmt.Sprintf("%s %d", merge.Aspect(aspect), n))
		}
	}
	return fmt.Sprintf("goes with %s: %s; %d in all, %d are enough", with, strings.Join(points, ", "), r.Points.Sum(), merge.Enough)
}

// corrections prints what persons have mended.
func (p *page) corrections(list []record.Correction) {
	if len(list) == 0 {
		return
	}
	p.line("")
	p.hang(0, 2, p.label("", mended)+p.look.paint(bold, "Corrected by hand"))
	for _, c := range list {
		p.row(fmt.Sprintf("#%d", c.ID), unmarked, Corrected(c)+" · "+c.Author+": "+c.Reason)
	}
}

// Corrected says in a few words what a correction does.
func Corrected(c record.Correction) string {
	switch c.Action {
	case "set":
		if c.Value == "" {
			return "no " + fieldName(c.Field)
		}
		return fieldName(c.Field) + " is " + c.Value
	case "undo":
		return fmt.Sprintf("undo of #%d", c.Undoes)
	case "merge":
		return fmt.Sprintf("%d contacts are one", len(c.Contacts))
	case "split":
		if len(c.Contacts) == 1 {
			return "a contact is parted from the others"
		}
		return fmt.Sprintf("%d contacts are parted from the others", len(c.Contacts))
	}
	return c.Action + "ed"
}

// sourceOf names a document of an entry as a reader knows it, and by its id too where that
// tells anything more: an address does not, beside the only document of its outlet.
func sourceOf(e *record.Entry, document string) string {
	at := slices.IndexFunc(e.Members, func(m record.Member) bool { return m.Document == document })
	if at < 0 {
		return shortID(document)
	}
	m := &e.Members[at]
	name := documentName(m.Outlet, m.Title, document)
	alone := !slices.ContainsFunc(e.Members, func(o record.Member) bool {
		return o.Document != document && documentName(o.Outlet, o.Title, o.Document) == name
	})
	if strings.HasSuffix(name, shortID(document)) || alone && (m.Outlet == nil || strings.Contains(document, "://")) {
		return name
	}
	return name + " (" + shortID(document) + ")"
}

// documentName is what a reader knows a document by: its outlet, else the id that somebody
// has given it, else its title.
func documentName(outlet *string, title, id string) string {
	const most = 40
	switch {
	case value(outlet) != "":
		return *outlet
	case shortID(id) == id:
		return id
	case title != "":
		return "“" + cut(title, most) + "”"
	}
	return "untitled text " + shortID(id)
}

// sourcesIn is a chain of sources, with the name of a document that stands in the place of
// its outlet, which nobody knows.
func sourcesIn(e *record.Entry, chain []record.Source) []record.Source {
	out := slices.Clone(chain)
	for i := range out {
		if slices.ContainsFunc(e.Members, func(m record.Member) bool { return m.Document == out[i].Name && value(m.Outlet) == "" }) {
			out[i].Name = sourceOf(e, out[i].Name)
		}
	}
	return out
}

// shortID is enough of a checksum to find it by.
func shortID(id string) string {
	const checksum, enough = 64, 12
	if len(id) == checksum && strings.Trim(id, "0123456789abcdef") == "" {
		return id[:enough]
	}
	return id
}
