package view

import (
	"slices"

	"github.com/parley-news/parley/record"
)

// Note is something that was read in a document, and where.
type Note struct {
	Start int `json:"start"`
	End   int `json:"end"`
	// Kind is "value" for the words for a value of a contact, "statement" for what somebody
	// is reported to have said, and "asked" for the words that were asked for.
	Kind string `json:"kind"`
	// ID is that of the contact or the statement, Field the field of the contact.
	ID    string `json:"id"`
	Field string `json:"field"`
	Rule  string `json:"rule"`
}

// Passage is a run of a document with one role and one language, cut where notes begin and
// end.
type Passage struct {
	Role     record.Role `json:"role"`
	Language string      `json:"language"`
	Segments []Segment   `json:"segments"`
}

// Segment is a run of a passage that bears the same notes from its beginning to its end.
// The segments of a document put together are its text, byte for byte.
type Segment struct {
	Start int    `json:"start"`
	Text  string `json:"text"`
	// Notes are those it bears, as indexes into Document.Notes, Begins those of them that
	// begin with it.
	Notes  []int `json:"notes"`
	Begins []int `json:"begins"`
}

// notesOf are the notes of a reading, in the order of the text; the longer first where
// several begin together.
func notesOf(r *record.Reading) []Note {
	out := []Note{}
	for _, c := range r.Contacts {
		for _, e := range c.Evidence {
			out = append(out, Note{e.Start, e.End, "value", c.ID, e.Field, e.Rule})
		}
	}
	for _, s := range r.Statements {
		out = append(out, Note{s.Start, s.End, "statement", s.ID, "", ""})
	}
	sortNotes(out)
	return out
}

func sortNotes(notes []Note) {
	slices.SortStableFunc(notes, func(a, b Note) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
}

// cut cuts a text at the borders of passages and notes. Passages that do not cover the text
// are made up for by furniture, so that no byte of it is lost; notes beyond the text, or
// of no length, are in no segment. Notes have to be sorted.
func cut(text string, passages []record.Passage, notes []Note) []Passage {
	out := []Passage{}
	at := 0
	for _, p := range append(slices.Clone(passages), record.Passage{Role: record.RoleFurniture, Start: len(text), End: len(text)}) {
		start, end := min(max(p.Start, at), len(text)), min(p.End, len(text))
		if start > at {
			out = append(out, Passage{record.RoleFurniture, p.Language, segments(text, at, start, notes)})
			at = start
		}
		if end > at {
			out = append(out, Passage{p.Role, p.Language, segments(text, at, end, notes)})
			at = end
		}
	}
	return out
}

// segments cuts text[from:to] at the borders of notes.
func segments(text string, from, to int, notes []Note) []Segment {
	borders := []int{from, to}
	var within []int // the notes that reach into it
	for i, n := range notes {
		if n.End <= n.Start || n.Start < 0 || n.End > len(text) || n.End <= from || n.Start >= to {
			continue
		}
		within = append(within, i)
		borders = append(borders, max(n.Start, from), min(n.End, to))
	}
	slices.Sort(borders)
	borders = slices.Compact(borders)
	out := make([]Segment, 0, len(borders)-1)
	open := []int{}
	next := 0
	for i := 0; i+1 < len(borders); i++ {
		start, end := borders[i], borders[i+1]
		s := Segment{Start: start, Text: text[start:end], Begins: []int{}}
		open = slices.DeleteFunc(open, func(n int) bool { return notes[n].End <= start })
		for ; next < len(within) && notes[within[next]].Start <= start; next++ {
			open = append(open, within[next])
			if notes[within[next]].Start == start {
				s.Begins = append(s.Begins, within[next])
			}
		}
		s.Notes = slices.Clone(open)
		out = append(out, s)
	}
	return out
}
