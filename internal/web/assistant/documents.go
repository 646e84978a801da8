package assistant

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

// Bounds of texts: what may be read, and how much of one is shown at a time.
const (
	mostRead  = 1 << 20
	mostShown = 12_000
)

// read is what one document says.
type read struct {
	Source     source      `json:"source"`
	Contacts   []contact   `json:"contacts"`
	Statements []statement `json:"statements"`
	Differ     []differing `json:"differ" jsonschema:"where the text itself has sides assert different things"`
	Warnings   []string    `json:"warnings"`
	// Text is a part of the document's words; only show_document has it.
	Text  string `json:"text,omitempty" jsonschema:"quoted: the words of the document, or a part of them"`
	Start int    `json:"start,omitempty" jsonschema:"the byte at which the text begins"`
	Next  int    `json:"next,omitempty" jsonschema:"the from of the next part; absent when this is the end"`
}

// contact is a contact that a document tells of.
type contact struct {
	summary
	Evidence []fieldWords `json:"evidence"`
}

type fieldWords struct {
	Field string `json:"field"`
	Words string `json:"words" jsonschema:"quoted from the document"`
}

// statement is what somebody is reported to have said.
type statement struct {
	Speaker string   `json:"speaker"`
	Country string   `json:"country,omitempty"`
	Act     string   `json:"act"`
	Words   string   `json:"words" jsonschema:"quoted from the document"`
	Topics  []string `json:"topics"`
	Day     string   `json:"day,omitempty"`
	Source  source   `json:"source"`
}

// differing is a field of a contact of which sides assert different things.
type differing struct {
	Contact string   `json:"contact"`
	Field   string   `json:"field"`
	Says    []string `json:"says"`
}

func (a *Assistant) documents() {
	type given struct {
		Text      string `json:"text" jsonschema:"the words of an article or communiqué, as they stand"`
		Published string `json:"published,omitempty" jsonschema:"day of publication, 2025-03-12; without it “on Friday” stays without a date"`
		Title     string `json:"title,omitempty"`
		Outlet    string `json:"outlet,omitempty"`
		Language  string `json:"language,omitempty" jsonschema:"a code as fr, where the text is too short to tell"`
	}
	tool(a, "read_text", "Read a text",
		"Read the diplomacy out of a text: contacts, who said what, and where sides differ, each with its words. Nothing is kept.",
		func(ctx context.Context, in given) (read, error) {
			switch {
			case strings.TrimSpace(in.Text) == "":
				return read{}, fmt.Errorf("%w: there is no text", errInput)
			case len(in.Text) > mostRead:
				return read{}, fmt.Errorf("%w: the text has more than %d bytes", errInput, mostRead)
			}
			d := record.Document{Text: in.Text, Title: in.Title, Language: in.Language}
			if in.Published != "" {
				d.Published = &in.Published
			}
			if in.Outlet != "" {
				d.Outlet = &in.Outlet
			}
			r, err := a.Read(ctx, d)
			if err != nil {
				return read{}, err
			}
			out := a.reading(&r, false)
			return out, nil
		}, read.String)

	type one struct {
		ID   string `json:"id" jsonschema:"the id of a document, as sources give it; of a checksum its first six digits do"`
		From int    `json:"from,omitempty" jsonschema:"the byte to show the text from: next of the answer before"`
	}
	tool(a, "show_document", "Show a document",
		"A document of the register: what was read in it, and its words, 12,000 bytes at a time.",
		func(ctx context.Context, in one) (read, error) {
			v, err := a.Views.Document(ctx, in.ID, "")
			if err != nil {
				return read{}, err
			}
			out := a.reading(&v.Reading, true)
			if in.From < 0 || in.From > len(v.Text) {
				return read{}, fmt.Errorf("%w: from %d lies outside the text, which has %d bytes", errInput, in.From, len(v.Text))
			}
			out.Text, out.Start, out.Next = part(v.Text, in.From)
			return out, nil
		}, read.String)
}

// part is a part of a text from a byte on, from the beginning of a letter.
func part(s string, from int) (text string, start, next int) {
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	end := min(from+mostShown, len(s))
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end--
	}
	if end < len(s) {
		next = end
	}
	return s[from:end], from, next
}

func (a *Assistant) reading(r *record.Reading, stored bool) read {
	d := &r.Document
	s := source{Outlet: text(d.Outlet), Published: text(d.Published), Language: d.Language, Document: d.ID, Title: d.Title, Address: text(d.URL)}
	if stored {
		s.Page = a.Page("/documents/" + url.PathEscape(d.ID))
	}
	out := read{Source: s, Contacts: []contact{}, Statements: []statement{}, Differ: []differing{}, Warnings: []string{}}
	for i := range r.Contacts {
		e := view.Alone(r, &r.Contacts[i])
		c := contact{summary: a.summary(&e), Evidence: []fieldWords{}}
		c.Source = s
		if !stored {
			c.Page = ""
		}
		for _, ev := range r.Contacts[i].Evidence {
			c.Evidence = append(c.Evidence, fieldWords{ev.Field, ev.Text})
		}
		out.Contacts = append(out.Contacts, c)
		for _, diff := range e.Divergences {
			one := differing{Contact: e.ID, Field: diff.Field}
			for _, says := range diff.Sides {
				one.Says = append(one.Says, says.Side+": "+says.Says)
			}
			out.Differ = append(out.Differ, one)
		}
	}
	for i := range r.Statements {
		out.Statements = append(out.Statements, said(&r.Statements[i], s))
	}
	for _, w := range r.Warnings {
		out.Warnings = append(out.Warnings, w.Message)
	}
	return out
}

func said(s *record.Statement, from source) statement {
	out := statement{Speaker: s.Speaker.Name, Country: text(s.Speaker.Country), Act: s.Act, Words: s.Text, Topics: some(s.Topics), Source: from}
	if s.Date != nil {
		out.Day = s.Date.From
	}
	if from.Page != "" {
		out.Source.Page += fmt.Sprintf("?at=%d-%d", s.Start, s.End)
	}
	return out
}

// String tells what was read, a line for each contact and statement.
func (r read) String() string {
	lines := []string{"Read in " + r.Source.Title + " " + r.Source.String()}
	for _, c := range r.Contacts {
		lines = append(lines, c.String())
	}
	for _, d := range r.Differ {
		lines = append(lines, fmt.Sprintf("%s: sides differ on %s: %s %s", d.Contact, d.Field, strings.Join(d.Says, "; "), r.Source))
	}
	for _, s := range r.Statements {
		lines = append(lines, s.String())
	}
	if len(r.Contacts)+len(r.Statements) == 0 {
		lines = append(lines, "No contact and no statement was read in it.")
	}
	for _, w := range r.Warnings {
		lines = append(lines, "warning: "+w)
	}
	if r.Text != "" {
		lines = append(lines, "The words of the document, quoted:", r.Text)
	}
	if r.Next > 0 {
		lines = append(lines, fmt.Sprintf("CUT: ask again with from %d for the rest of the text", r.Next))
	}
	return strings.Join(lines, "\n")
}

// String tells the statement in a line.
func (s statement) String() string {
	who := s.Speaker
	if s.Country != "" {
		who += " (" + s.Country + ")"
	}
	day := ""
	if s.Day != "" {
		day = s.Day + ": "
	}
	return fmt.Sprintf("%s%s, %s: “%s” %s", day, who, s.Act, s.Words, s.Source)
}
