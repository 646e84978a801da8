package assistant

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

// source is where something is said.
type source struct {
	Outlet    string `json:"outlet,omitempty"`
	Published string `json:"published,omitempty" jsonschema:"day of publication"`
	Language  string `json:"language,omitempty"`
	Document  string `json:"document" jsonschema:"id of the document, for show_document"`
	Title     string `json:"title,omitempty" jsonschema:"quoted from the document"`
	Address   string `json:"address,omitempty" jsonschema:"where the document was published"`
	Page      string `json:"page,omitempty" jsonschema:"page of the web application that shows the words in place"`
}

// String names a source shortly: outlet, day, document.
func (s source) String() string {
	parts := []string{}
	for _, p := range []string{s.Outlet, s.Published, "document " + s.Document, s.Page} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// quotation is words of a document and where they stand.
type quotation struct {
	Words   string `json:"words" jsonschema:"quoted from the document, in its language"`
	Context string `json:"context,omitempty" jsonschema:"quoted: the words with what stands around them"`
	Source  source `json:"source"`
}

// sources finds the sources of the documents of an entry.
func (a *Assistant) sources(e *record.Entry) map[string]source {
	out := map[string]source{}
	for _, m := range e.Members {
		out[m.Document] = source{
			Outlet: text(m.Outlet), Published: text(m.Published), Language: m.Language, Document: m.Document, Title: m.Title, Address: text(m.URL),
			Page: a.Page("/documents/" + url.PathEscape(m.Document)),
		}
	}
	return out
}

func quote(q view.Quoted, from map[string]source) quotation {
	s := from[q.Document]
	if s.Document == "" {
		s.Document = q.Document
	}
	if s.Page != "" {
		s.Page += fmt.Sprintf("?at=%d-%d", q.Start, q.End)
	}
	out := quotation{Words: q.Text, Source: s}
	if q.Before != "" || q.After != "" {
		out.Context = q.Before + q.Text + q.After
	}
	return out
}

// summary is an entry in a list.
type summary struct {
	ID        string   `json:"id" jsonschema:"for show_entry and compare_accounts"`
	Kind      string   `json:"kind"`
	Status    string   `json:"status"`
	Step      string   `json:"step" jsonschema:"the status more finely: agreed, postponed, refused"`
	Sides     []string `json:"sides"`
	People    []string `json:"people"`
	Date      string   `json:"date,omitempty" jsonschema:"a day, or two with a slash between them"`
	Place     string   `json:"place,omitempty"`
	Topics    []string `json:"topics"`
	Disputed  []string `json:"disputed" jsonschema:"fields on which the accounts of sides differ"`
	Documents int      `json:"documents" jsonschema:"how many documents tell of it"`
	Source    source   `json:"source" jsonschema:"the first document that tells of it"`
	Page      string   `json:"page,omitempty"`
}

func (a *Assistant) summary(e *record.Entry) summary {
	s := summary{
		ID: e.ID, Kind: e.Kind, Status: e.Status, Step: e.Step, Sides: []string{}, People: []string{}, Topics: some(e.Topics), Disputed: some(e.Disputed),
		Documents: len(e.Members), Page: a.Page("/contacts/" + url.PathEscape(e.ID)),
	}
	if e.Summit {
		s.Kind = "summit"
	}
	for _, p := range e.Parties {
		s.Sides = append(s.Sides, p.Name)
	}
	s.Sides = append(s.Sides, e.Groups...)
	for _, p := range e.People {
		s.People = append(s.People, p.Name)
	}
	if e.Date != nil {
		s.Date = days(e.Date.From, e.Date.To)
	}
	if e.Place != nil {
		s.Place = e.Place.Name
	}
	if len(e.Members) > 0 {
		s.Source = a.sources(e)[e.Members[0].Document]
	}
	return s
}

// String tells the entry in a line.
func (s summary) String() string {
	line := fmt.Sprintf("%s: %s, %s (%s)", s.ID, s.Kind, strings.Join(s.Sides, " – "), s.Step)
	if s.Date != "" {
		line += ", " + s.Date
	} else {
		line += ", no date"
	}
	if s.Place != "" {
		line += ", " + s.Place
	}
	if len(s.Topics) > 0 {
		line += "; topics: " + strings.Join(s.Topics, ", ")
	}
	if len(s.Disputed) > 0 {
		line += "; DISPUTED: " + strings.Join(s.Disputed, ", ")
	}
	return line + " " + s.Source.String()
}

func days(from, to string) string {
	if from == to {
		return from
	}
	return from + "/" + to
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// some is a list that is empty, and not absent, when there is nothing in it.
func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
