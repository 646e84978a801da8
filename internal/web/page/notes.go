package page

import (
	"net/url"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

// noteClass is how the text looks that bears some notes: what it was asked for or what kinds
// of note there are.
func noteClass(all []view.Note, of []int) string {
	var kinds []string
	for _, n := range of {
		if !slices.Contains(kinds, all[n].Kind) {
			kinds = append(kinds, all[n].Kind)
		}
	}
	slices.Sort(kinds)
	return strings.Join(kinds, " ")
}

// noteTitle says what text that bears some notes is there for.
func (w *words) noteTitle(all []view.Note, of []int) string {
	var out []string
	for _, n := range of {
		said := ""
		switch all[n].Kind {
		case "value":
			said = w.evidenceField(all[n].Field)
		case "statement":
			said = w.Text("document.legend-statement")
		}
		if said != "" && !slices.Contains(out, said) {
			out = append(out, said)
		}
	}
	return strings.Join(out, ", ")
}

// evidenceField says what evidence supports: a field of a contact, or its form.
func (w *words) evidenceField(field string) string {
	if key := "words.field." + field; w.Has(key) {
		return w.Text(key)
	}
	return strings.ReplaceAll(field, "_", " ")
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
