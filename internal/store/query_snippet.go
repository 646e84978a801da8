package store

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// Snippet is a stretch of a document's text, in the original wording.
type Snippet struct {
	// Start and End are byte offsets into the document's text, half open.
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	// Marks are the words found, as byte offsets into Text, in order and apart.
	Marks []Span `json:"marks"`
}

// snippetWords is how many words a snippet has, leadWords how many of them stand before
// the first that was found.
const (
	snippetWords = 32
	leadWords    = 8
)

// word is a word of a text; found is one more than the number of the phrase it belongs
// to, 0 for none.
type word struct {
	Span
	form  string
	found int
}

// markWords returns the words of a stretch of text, with those of the phrases marked.
func markWords(s string, from, to int, phrases []phrase) []word {
	var out []word
	for w, form := range words(s[from:to]) {
		out = append(out, word{Span: Span{from + w.Start, from + w.End}, form: form})
	}
	for i := range out {
		for n, p := range phrases {
			if p.at(out[i:]) {
				for k := range p.words {
					out[i+k].found = n + 1
				}
			}
		}
	}
	return out
}

// at reports whether the words begin with the phrase.
func (p phrase) at(words []word) bool {
	last := len(p.words) - 1
	if last >= len(words) {
		return false
	}
	for i, w := range p.words[:last] {
		if words[i].form != w {
			return false
		}
	}
	if p.begins {
		return strings.HasPrefix(words[last].form, p.words[last])
	}
	return words[last].form == p.words[last]
}

// snippet returns the stretch of a document's text that has most of the phrases, the first
// of several, rather one of the report than the title. Without any it is the beginning.
func snippet(d *record.Document, phrases []phrase) Snippet {
	var best []word
	most := -1
	for _, p := range reported(d) {
		w, n := window(markWords(d.Text, p.Start, p.End, phrases))
		n *= 2
		if p.Role == record.RoleReport {
			n++
		}
		if n > most && len(w) > 0 {
			best, most = w, n
		}
	}
	if len(best) == 0 {
		return Snippet{Marks: []Span{}}
	}
	out := Snippet{Start: best[0].Start, End: best[len(best)-1].End}
	out.Text = d.Text[out.Start:out.End]
	out.Marks = marks(best, out.Start)
	return out
}

// window returns the words of the best snippet and how many phrases are in it.
func window(words []word) ([]word, int) {
	start, most := 0, 0
	for i, w := range words {
		if w.found == 0 {
			continue
		}
		if n := phrasesIn(words[i:min(i+snippetWords-leadWords, len(words))]); n > most {
			start, most = i, n
		}
	}
	start = max(0, min(start-leadWords, len(words)-snippetWords))
	return words[start:min(start+snippetWords, len(words))], most
}

func phrasesIn(words []word) int {
	var seen []int
	for _, w := range words {
		if w.found > 0 && !slices.Contains(seen, w.found) {
			seen = append(seen, w.found)
		}
	}
	return len(seen)
}

// marks are the words found; those of one phrase that follow each other are one mark.
func marks(words []word, from int) []Span {
	out := []Span{}
	before := 0
	for _, w := range words {
		switch {
		case w.found == 0:
		case w.found == before:
			out[len(out)-1].End = w.End - from
		default:
			out = append(out, Span{w.Start - from, w.End - from})
		}
		before = w.found
	}
	return out
}
