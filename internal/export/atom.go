package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"strings"
	"time"

	"github.com/parley-news/parley/record"
)

const atomHead = xml.Header + `<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:parley:register</id>
  <title>Diplomatic contacts</title>
  <author><name>Parley</name></author>
`

// atomEntry is an entry as Atom (RFC 4287) has it.
type atomEntry struct {
	XMLName    xml.Name       `xml:"entry"`
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Updated    string         `xml:"updated"`
	Published  string         `xml:"published,omitempty"`
	Categories []atomCategory `xml:"category"`
	Links      []atomLink     `xml:"link"`
	Content    atomText       `xml:"content"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
	// Language is that of the document.
	Language string `xml:"hreflang,attr,omitempty"`
	Title    string `xml:"title,attr,omitempty"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// atomWriter prints entries as a feed of Atom. The feed is as new as the newest of them.
type atomWriter struct {
	out     *bufio.Writer
	tables  *tables
	begun   bool
	updated time.Time
}

func atomEntries(out io.Writer, t *tables) EntryWriter {
	return &atomWriter{out: bufio.NewWriter(out), tables: t, updated: beginning}
}

func (a *atomWriter) Write(e record.Entry) error {
	if err := a.begin(); err != nil {
		return err
	}
	w := a.tables.tell(&e)
	if w.updated.After(a.updated) {
		a.updated = w.updated
	}
	enc := xml.NewEncoder(a.out)
	enc.Indent("  ", "  ")
	if err := enc.Encode(a.tables.atomOf(&e, w)); err != nil {
		return fmt.Errorf("export: writing an entry of Atom: %w", err)
	}
	return a.out.WriteByte('\n')
}

// Close prints the end of the feed. When it was updated is known only then; the order of
// the elements of a feed means nothing.
func (a *atomWriter) Close() error {
	if err := a.begin(); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(a.out, "  <updated>%s</updated>\n</feed>\n", a.updated.Format(time.RFC3339)); err != nil {
		return err
	}
	return a.out.Flush()
}

func (a *atomWriter) begin() error {
	if a.begun {
		return nil
	}
	a.begun = true
	_, err := a.out.WriteString(atomHead)
	return err
}

func (t *tables) atomOf(e *record.Entry, w told) atomEntry {
	v := atomEntry{
		ID: "urn:parley:entry:" + e.ID, Title: w.title, Updated: w.updated.Format(time.RFC3339),
		Categories: each(keywordsOf(e), func(word string) atomCategory { return atomCategory{word} }),
		Content:    atomText{"html", asList(w.lines)},
	}
	if first, _ := published(e); first != "" {
		v.Published = first + "T00:00:00Z"
	}
	rel := "alternate"
	if t.page != nil {
		v.Links = append(v.Links, atomLink{Rel: rel, Href: t.page(e.ID)})
		rel = "related"
	}
	for _, m := range documentsOf(e) {
		// Readers of feeds follow links: one that is no address of the web may be a script.
		if url := value(m.URL); strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "https://") {
			v.Links = append(v.Links, atomLink{rel, url, m.Language, cleanText(m.Title)})
			rel = "related" // there is one page that tells of the entry first
		}
	}
	return v
}

// asList writes lines as a list of HTML, each in the direction of its own script.
func asList(lines []string) string {
	var b strings.Builder
	b.WriteString("<ul>")
	for _, line := range lines {
		b.WriteString(`<li dir="auto">` + html.EscapeString(line) + "</li>")
	}
	return b.String() + "</ul>"
}
