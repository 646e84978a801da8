package view

import (
	"strings"
	"unicode/utf8"

	"github.com/parley-news/parley/record"
)

// Quoted is words of a document with the language they are in, who printed them and when,
// and what stands around them.
type Quoted struct {
	record.Words
	Language  string  `json:"language"`
	Outlet    *string `json:"outlet"`
	Published *string `json:"published"`
	Title     string  `json:"title"`
	// Before and After are a few words of the document on either side, with … where the
	// sentence goes on; "" where the document was not looked into.
	Before string `json:"before"`
	After  string `json:"after"`
}

// quoted are words of a document of an entry.
func quoted(w record.Words, of map[string]*record.Member) Quoted {
	q := Quoted{Words: w}
	if m := of[w.Document]; m != nil {
		q.Language, q.Outlet, q.Published, q.Title = m.Language, m.Outlet, m.Published, m.Title
	}
	return q
}

// membersOf are the members of an entry by their documents.
func membersOf(e *record.Entry) map[string]*record.Member {
	out := map[string]*record.Member{}
	for i := range e.Members {
		out[e.Members[i].Document] = &e.Members[i]
	}
	return out
}

// around is how many bytes of a document stand on either side of words, at most.
const around = 90

// within looks up what stands around the words.
func (q *Quoted) within(readings map[string]*record.Reading) {
	r := readings[q.Document]
	if r == nil {
		return
	}
	text := r.Document.Text
	if q.Start < 0 || q.End > len(text) || q.Start > q.End {
		return
	}
	q.Before, q.After = before(text[:q.Start]), after(text[q.End:])
}

// before is the end of a text, from the beginning of a line or of a word on.
func before(s string) string {
	line := s[strings.LastIndexByte(s, '\n')+1:]
	if len(line) <= around {
		return line
	}
	cut := len(line) - around
	for !utf8.RuneStart(line[cut]) {
		cut++
	}
	if at := strings.IndexByte(line[cut:], ' '); at >= 0 {
		cut += at + 1
	}
	return "… " + line[cut:]
}

// after is the beginning of a text, up to the end of a line or of a word.
func after(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	if len(line) <= around {
		return line
	}
	cut := around
	for !utf8.RuneStart(line[cut]) {
		cut--
	}
	if at := strings.LastIndexByte(line[:cut], ' '); at > 0 {
		cut = at
	}
	return line[:cut] + " …"
}
