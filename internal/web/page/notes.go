package page

import (
	"net/url"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

// markClass is how the words of a mark look: by the kinds of its notes.
func markClass(m view.Noted) string {
	var kinds []string
	for _, kind := range []string{"asked", "commitment", "statement", "value"} {
		if m.Has(kind) {
			kinds = append(kinds, kind)
		}
	}
	return strings.Join(kinds, " ")
}

// markTitle says what the words of a mark are there for, a line for each of its notes.
func (w *words) markTitle(v view.Document, m view.Noted) string {
	var out []string
	for _, n := range m.Notes {
		said := ""
		switch n.Kind {
		case "value":
			said = w.evidenceField(n.Field) + " (" + n.Rule + ")"
			if c := v.Contact(n.ID); c != nil {
				said = w.contactName(c) + w.Text("words.colon") + " " + said
			}
		case "statement":
			if s := v.Statement(n.ID); s != nil {
				said = s.Speaker.Name + " " + w.Text("words.act."+s.Act)
			}
		case "commitment":
			said = w.name(n.ID) + " " + w.Text("words.act.promise")
		}
		if said != "" {
			out = append(out, said)
		}
	}
	return strings.Join(out, "\n")
}

// contactName is a contact in a few words: its kind and its sides.
func (w *words) contactName(c *record.Contact) string {
	var sides []string
	for _, p := range c.Parties {
		sides = append(sides, w.name(p.ID))
	}
	for _, g := range c.Groups {
		sides = append(sides, w.name(g))
	}
	return w.kind(c.Kind, c.Summit) + " " + strings.Join(sides, " – ")
}

// evidenceField says what evidence supports: a field of a contact, or its form.
func (w *words) evidenceField(field string) string {
	if key := "words.field." + field; w.Has(key) {
		return w.Text(key)
	}
	return strings.ReplaceAll(field, "_", " ")
}

// warning says what could not be done with a document: in the language of the page where
// there is a text for it.
func (w *words) warning(r record.Warning) string {
	if key := "document.warning." + r.Code; w.Has(key) {
		return w.Text(key)
	}
	return r.Message
}

// hasComments reports whether readers' comments were found under a report.
func hasComments(v view.Document) bool {
	return slices.ContainsFunc(v.Passages, func(p view.Passage) bool { return p.Role == record.RoleComment })
}

// weburl reports whether an address that came with a document may be linked to.
func weburl(s *string) bool {
	u, err := url.Parse(value(s))
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
