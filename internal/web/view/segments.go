package view

import (
	"slices"

	"github.com/parley-news/parley/record"
)

// Passage is a run of a document with one role and one language, cut where marks begin and
// end.
type Passage struct {
	Role     record.Role
	Language string
	Segments []Segment
}

// Segment is a run of a passage that bears the same marks from its beginning to its end.
// The segments of a document put together are its text, byte for byte.
type Segment struct {
	// Opens are the marks to open before the text, the outer ones first; Closes is how many
	// of those that are open, the inner ones first, are to be closed behind it. So marks
	// nest, as elements have to, and none is open at the end of a passage.
	Opens  []Open
	Text   string
	Closes int
}

// Open opens a mark.
type Open struct {
	// Mark is an index into Document.Marks.
	Mark int
	// Again is true where the mark began before, and was closed for another one or for
	// the end of a passage.
	Again bool
}

// cut cuts a text at the borders of passages and marks. Passages that do not cover the text
// are made up for by furniture, so that no byte of it is lost. Marks are as marksOf sorts
// them.
func cut(text string, passages []record.Passage, marks []Noted) []Passage {
	out := []Passage{}
	at, next := 0, 0
	var reach []int // the marks that may reach beyond at
	add := func(p record.Passage, role record.Role, end int) {
		for ; next < len(marks) && marks[next].Start < end; next++ {
			reach = append(reach, next)
		}
		out = append(out, Passage{role, p.Language, segments(text, at, end, marks, reach)})
		reach = slices.DeleteFunc(reach, func(m int) bool { return marks[m].End <= end })
		at = end
	}
	for _, p := range append(slices.Clone(passages), record.Passage{Start: len(text), End: len(text)}) {
		if start := min(p.Start, len(text)); start > at {
			add(p, record.RoleFurniture, start)
		}
		if end := min(p.End, len(text)); end > at {
			add(p, p.Role, end)
		}
	}
	return out
}

// segments cuts text[from:to] at the borders of those marks that reach into it.
func segments(text string, from, to int, marks []Noted, reach []int) []Segment {
	borders := []int{from, to}
	for _, m := range reach {
		borders = append(borders, max(marks[m].Start, from), min(marks[m].End, to))
	}
	slices.Sort(borders)
	borders = slices.Compact(borders)
	out := make([]Segment, 0, len(borders)-1)
	var open, again []int
	next := 0
	for i, end := range borders[1:] {
		start := borders[i]
		s := Segment{Opens: []Open{}, Text: text[start:end]}
		for _, m := range again {
			s.Opens = append(s.Opens, Open{m, true})
		}
		for ; next < len(reach) && marks[reach[next]].Start <= start; next++ {
			s.Opens = append(s.Opens, Open{reach[next], marks[reach[next]].Start < start})
		}
		slices.SortStableFunc(s.Opens, func(a, b Open) int { return marks[b.Mark].End - marks[a.Mark].End })
		for _, o := range s.Opens {
			open = append(open, o.Mark)
		}
		// All that lie within the outermost one that ends here are closed with it.
		keep := slices.IndexFunc(open, func(m int) bool { return end == to || marks[m].End <= end })
		if keep < 0 {
			keep = len(open)
		}
		s.Closes = len(open) - keep
		again = again[:0]
		for _, m := range open[keep:] {
			if marks[m].End > end {
				again = append(again, m)
			}
		}
		open = open[:keep]
		out = append(out, s)
	}
	return out
}
