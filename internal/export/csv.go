package export

import (
	"io"
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

// CSV prints one table of the readings, with a header. A cell that holds a list joins
// it with ";"; the links of a chain of sources are joined with " > ", the outlet first.
func CSV(out io.Writer, table Table) Writer {
	if table == Statements {
		return newTable(out, statementRows)
	}
	return newTable(out, contactRows)
}

// contactRow is a contact of a reading as a row of a table.
type contactRow struct {
	Document   string   `parquet:"document"`
	ID         string   `parquet:"id"`
	Kind       string   `parquet:"kind"`
	Status     string   `parquet:"status"`
	Step       string   `parquet:"step"`
	Summit     bool     `parquet:"summit"`
	Main       bool     `parquet:"main"`
	Parties    []string `parquet:"parties"`
	People     []string `parquet:"people"`
	From       string   `parquet:"from"`
	To         string   `parquet:"to"`
	Place      string   `parquet:"place"`
	Initiator  string   `parquet:"initiator"`
	Disputed   []string `parquet:"disputed"`
	Topics     []string `parquet:"topics"`
	About      []string `parquet:"about"`
	ReportedBy string   `parquet:"reported_by"`
	Text       string   `parquet:"text"`
}

// statementRow is a statement of a reading as a row of a table.
type statementRow struct {
	Document   string   `parquet:"document"`
	ID         string   `parquet:"id"`
	Speaker    string   `parquet:"speaker"`
	Country    *string  `parquet:"country"`
	Office     *string  `parquet:"office"`
	Kind       string   `parquet:"kind"`
	Act        string   `parquet:"act"`
	Start      int      `parquet:"start"`
	End        int      `parquet:"end"`
	Text       string   `parquet:"text"`
	Quote      *string  `parquet:"quote"`
	Via        string   `parquet:"via"`
	Addressees []string `parquet:"addressees"`
	Topics     []string `parquet:"topics"`
	About      []string `parquet:"about"`
	Contacts   []string `parquet:"contacts"`
	From       string   `parquet:"from"`
	To         string   `parquet:"to"`
}

func contactRows(r record.Reading) []contactRow {
	out := make([]contactRow, len(r.Contacts))
	for i := range r.Contacts {
		c := &r.Contacts[i]
		from, to := days(c.Date)
		out[i] = contactRow{
			Document: r.Document.ID, ID: c.ID, Kind: c.Kind, Status: c.Status, Step: c.Step, Summit: c.Summit, Main: c.Main,
			Parties: each(c.Parties, partyID), People: each(c.People, personName), From: from, To: to, Place: placeName(c.Place),
			Initiator: actorID(c.Initiator), Disputed: c.Disputed, Topics: c.Topics, About: each(c.About, idOfActor),
			ReportedBy: chains(c.ReportedBy), Text: mainText(c.Evidence),
		}
	}
	return out
}

func statementRows(r record.Reading) []statementRow {
	return each(r.Statements, func(s record.Statement) statementRow { return rowOfStatement(r.Document.ID, &s) })
}

func rowOfStatement(document string, s *record.Statement) statementRow {
	from, to := days(s.Date)
	return statementRow{
		Document: document, ID: s.ID, Speaker: s.Speaker.Name, Country: s.Speaker.Country, Office: s.Speaker.Office, Kind: s.Kind,
		Act: s.Act, Start: s.Start, End: s.End, Text: s.Text, Quote: s.Quote, Via: chain(s.Via), Addressees: each(s.Addressees, idOfActor),
		Topics: s.Topics, About: each(s.About, idOfActor), Contacts: s.Contacts, From: from, To: to,
	}
}

// each makes something of every one of a list.
func each[T, U any](list []T, what func(T) U) []U {
	out := make([]U, len(list))
	for i, v := range list {
		out[i] = what(v)
	}
	return out
}

func partyID(p record.Party) string { return p.ID }

func personName(p record.Person) string { return p.Name }

func idOfActor(a record.Actor) string { return a.ID }

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
	return strings.Join(each(sources, func(s record.Source) string { return s.Name }), " > ")
}

func chains(all [][]record.Source) string { return strings.Join(each(all, chain), "; ") }

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
