package page

import "github.com/parley-news/parley"

// piece is a run of a text that is marked or not.
type piece struct {
	Text   string
	Marked bool
}

// marked cuts a text at spans, which are in order and apart.
func marked(text string, spans []parley.Span) []piece {
	var out []piece
	at := 0
	add := func(to int, mark bool) {
		if to > at {
			out = append(out, piece{text[at:to], mark})
			at = to
		}
	}
	for _, s := range spans {
		if s.Start < at || s.End > len(text) {
			continue
		}
		add(s.Start, false)
		add(s.End, true)
	}
	add(len(text), false)
	return out
}

// hitAt is the run of a document's text in which words were found.
func hitAt(h parley.Hit) string {
	start, end := h.Snippet.Start, h.Snippet.End
	if m := h.Snippet.Marks; len(m) > 0 {
		start, end = h.Snippet.Start+m[0].Start, h.Snippet.Start+m[len(m)-1].End
	}
	return itoa(start) + "-" + itoa(end)
}
