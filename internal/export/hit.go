package export

import (
	"io"
	"strings"

	"github.com/parley-news/parley/record"
)

// Marked is a text in which stretches stand out: pairs of byte offsets, half open, in
// order and apart.
type Marked struct {
	Text  string
	Marks [][2]int
}

// Hit is a document in which somebody searched for words.
type Hit struct {
	Document record.Document
	// Title is that of the document, Snippet a stretch of its text.
	Title, Snippet Marked
	// Entries are the ids of those that it tells of.
	Entries []string
}

// HitText prints what was found in a document for a person.
func HitText(out io.Writer, h Hit, look Look) error {
	p := &page{look: look}
	d := cleaned(h.Document)
	title := h.Title
	if title.Text == "" {
		title.Text = shortID(d.ID)
	}
	p.text(0, plain, p.marked(title, bold))
	about := []string{day(d.Published)}
	for _, s := range []string{value(d.Outlet), d.Language} {
		if s != "" {
			about = append(about, s)
		}
	}
	if title.Text != shortID(d.ID) {
		about = append(about, shortID(d.ID))
	}
	if len(h.Entries) > 0 {
		ids := make([]string, len(h.Entries))
		for i, e := range h.Entries {
			ids[i] = firstOf(e)
		}
		about = append(about, "tells of "+strings.Join(ids, ", "))
	}
	p.text(2, faint, strings.Join(about, " · "))
	if h.Snippet.Text != "" {
		p.text(2, plain, "… "+p.marked(h.Snippet, plain)+" …")
	}
	_, err := out.Write(p.Bytes())
	return err
}

// opens and closes stand for the ends of a mark while the text is cleaned; they are
// characters that no text uses.
const (
	opens  = '\uf8f0'
	closes = '\uf8f1'
)

// marked makes a text safe to print, with its marks as colours or, without any, as
// quotation marks. The rest is in a style.
func (p *page) marked(m Marked, st style) string {
	var b strings.Builder
	at := 0
	for _, k := range m.Marks {
		b.WriteString(m.Text[at:k[0]] + string(opens) + m.Text[k[0]:k[1]] + string(closes))
		at = k[1]
	}
	b.WriteString(m.Text[at:])
	var out strings.Builder
	for i, part := range strings.Split(cleanText(b.String()), string(opens)) {
		inside, outside, _ := strings.Cut(part, string(closes))
		switch {
		case i == 0: // in front of the first mark
			outside = part
		case p.look.Color:
			out.WriteString(p.look.paintWords(found, inside))
		default:
			out.WriteString("«" + inside + "»")
		}
		out.WriteString(p.look.paintWords(st, outside))
	}
	return out.String()
}
