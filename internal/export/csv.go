package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/parley-news/parley/record"
)

// Table says which records a CSV file lists.
type Table string

// The tables.
const (
	Contacts   Table = "contacts"
	Statements Table = "statements"
)

var (
	contactHeader = []string{
		"document", "id", "kind", "status", "step", "summit", "main", "parties", "people", "from", "to",
		"place", "initiator", "disputed", "topics", "about", "reported_by", "text",
	}
	statementHeader = []string{
		"document", "id", "speaker", "country", "office", "kind", "act", "start", "end", "text", "quote",
		"via", "addressees", "topics", "about", "contacts", "from", "to",
	}
)

type csvWriter struct {
	out    *csv.Writer
	table  Table
	headed bool
}

// CSV prints one table of the readings as RFC 4180 has it, with a header. A
// cell that holds a list joins it with ";"; the links of a chain of sources are
// joined with " > ", the outlet first.
func CSV(out io.Writer, table Table) Writer {
	w := csv.NewWriter(out)
	w.UseCRLF = true
	return &csvWriter{out: w, table: table}
}

func (c *csvWriter) Write(r record.Reading) error {
	if err := c.head(); err != nil {
		return err
	}
	if c.table == Statements {
		for _, s := range r.Statements {
			if err := c.out.Write(statementRow(r.Document.ID, s)); err != nil {
				return err
			}
		}
		return c.flush()
	}
	for _, k := range r.Contacts {
		if err := c.out.Write(contactRow(r.Document.ID, k)); err != nil {
			return err
		}
	}
	return c.flush()
}

// Close prints the header where there was no reading at all.
func (c *csvWriter) Close() error {
	if err := c.head(); err != nil {
		return err
	}
	return c.flush()
}

func (c *csvWriter) flush() error {
	c.out.Flush()
	return c.out.Error()
}

func (c *csvWriter) head() error {
	if c.headed {
		return nil
	}
	c.headed = true
	if c.table == Statements {
		return c.out.Write(statementHeader)
	}
	return c.out.Write(contactHeader)
}

func contactRow(document string, c record.Contact) []string {
	from, to := days(c.Date)
	return []string{
		document, c.ID, c.Kind, c.Status, c.Step, strconv.FormatBool(c.Summit), strconv.FormatBool(c.Main),
		joined(c.Parties, func(p record.Party) string { return p.ID }),
		joined(c.People, func(p record.Person) string { return p.Name }),
		from, to, placeName(c.Place), actorID(c.Initiator), strings.Join(c.Disputed, ";"),
		strings.Join(c.Topics, ";"), joined(c.About, func(a record.Actor) string { return a.ID }),
		chains(c.ReportedBy), mainText(c.Evidence),
	}
}

func statementRow(document string, s record.Statement) []string {
	from, to := days(s.Date)
	return []string{
		document, s.ID, s.Speaker.Name, value(s.Speaker.Country), value(s.Speaker.Office), s.Kind, s.Act,
		strconv.Itoa(s.Start), strconv.Itoa(s.End), s.Text, value(s.Quote), chain(s.Via),
		joined(s.Addressees, func(a record.Actor) string { return a.ID }), strings.Join(s.Topics, ";"),
		joined(s.About, func(a record.Actor) string { return a.ID }), strings.Join(s.Contacts, ";"), from, to,
	}
}

func joined[T any](list []T, name func(T) string) string {
	names := make([]string, len(list))
	for i, v := range list {
		names[i] = name(v)
	}
	return strings.Join(names, ";")
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func days(d *record.Date) (from, to string) {
	if d == nil {
		return "", ""
	}
	return d.From, d.To
}

func placeName(p *record.Place) string {
	if p == nil {
		return ""
	}
	return p.Name
}

func actorID(a *record.Actor) string {
	if a == nil {
		return ""
	}
	return a.ID
}

// chain writes "TASS > Kremlin".
func chain(sources []record.Source) string {
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = s.Name
	}
	return strings.Join(names, " > ")
}

func chains(all [][]record.Source) string {
	out := make([]string, len(all))
	for i, c := range all {
		out[i] = chain(c)
	}
	return strings.Join(out, "; ")
}

// mainText returns the words a contact was found by: those of its kind, else
// the first that were kept.
func mainText(evidence []record.Evidence) string {
	for _, e := range evidence {
		if e.Field == "kind" {
			return e.Text
		}
	}
	if len(evidence) == 0 {
		return ""
	}
	return evidence[0].Text
}
