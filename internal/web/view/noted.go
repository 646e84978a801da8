package view

import (
	"slices"

	"github.com/parley-news/parley/record"
)

// Noted is a run of a document with all that was read in just these words.
type Noted struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Notes []Note `json:"notes"`
}

// Note is something that was read in the words of a mark.
type Note struct {
	// Kind is "value" for the words for a value of a contact, "statement" for what somebody
	// is reported to have said, "commitment" for what somebody undertakes, and "asked" for
	// the words that were asked for.
	Kind string `json:"kind"`
	// ID is that of the contact or the statement, Field the field of the contact, Rule what
	// found it.
	ID    string `json:"id"`
	Field string `json:"field"`
	Rule  string `json:"rule"`
}

// Has reports whether a note of a kind is among those of the mark.
func (m Noted) Has(kind string) bool {
	return slices.ContainsFunc(m.Notes, func(n Note) bool { return n.Kind == kind })
}

// run is a run of bytes, half open.
type run struct{ start, end int }

// marksOf are the marks of a reading, in the order of the text, the longer first where
// several begin together. What lies beyond the text is left out.
func marksOf(r *record.Reading, asked ...run) []Noted {
	at := map[run]int{}
	out := []Noted{}
	note := func(start, end int, n Note) {
		if start < 0 || end <= start || end > len(r.Document.Text) {
			return
		}
		i, ok := at[run{start, end}]
		if !ok {
			i = len(out)
			at[run{start, end}] = i
			out = append(out, Noted{start, end, []Note{}})
		}
		if !slices.Contains(out[i].Notes, n) {
			out[i].Notes = append(out[i].Notes, n)
		}
	}
	for _, a := range asked {
		note(a.start, a.end, Note{Kind: "asked"})
	}
	for _, c := range r.Contacts {
		for _, e := range c.Evidence {
			note(e.Start, e.End, Note{"value", c.ID, e.Field, e.Rule})
		}
	}
	for _, s := range r.Statements {
		note(s.Start, s.End, Note{"statement", s.ID, "", ""})
	}
	for _, c := range r.Commitments {
		for _, e := range c.Evidence {
			note(e.Start, e.End, Note{"commitment", c.Who.ID, "", e.Rule})
		}
	}
	slices.SortFunc(out, func(a, b Noted) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return out
}
