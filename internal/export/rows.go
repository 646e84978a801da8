package export

import (
	"strconv"
	"strings"

	"github.com/parley-news/parley/record"
)

// tableID is how much of an id a table shows: enough to find one of millions by.
const tableID = 10

// EntryColumns are the columns of a table of entries.
var EntryColumns = []Column{
	{Title: "date", Least: 11}, {Title: "contact"}, {Title: "status"}, {Title: ""}, {Title: "sides", Least: 28},
	{Title: "people", Least: 12, Spare: true}, {Title: "place", Least: 8, Spare: true}, {Title: "topics", Least: 10, Spare: true},
	{Title: "docs", Right: true, Spare: true}, {Title: "entry"},
}

// EntryCells is an entry as a row of a table. What is disputed, or mended, bears a mark.
func EntryCells(e *record.Entry) []Cell {
	date := "no date"
	if e.Date != nil {
		date = interval(e.Date.From, e.Date.To)
	}
	var sides, people []string
	for _, p := range e.Parties {
		sides = append(sides, named(p.Name, p.ID))
	}
	sides = append(sides, e.Groups...)
	for _, p := range e.People {
		if p.Role != "attendee" {
			people = append(people, p.Name)
		}
	}
	kind := strings.ToLower(kindName(e.Kind))
	if e.Summit {
		kind = "summit"
	}
	const short = 12
	status := Cell{spaced(e.Step), statusStyles[e.Status]}
	switch {
	case e.Rejected:
		status = Cell{"rejected", faint}
	case len(e.Step) > short:
		status.Text = e.Status
	}
	marks := Cell{style: yellow}
	if len(e.Disputed) > 0 {
		marks.Text = string(differs)
	}
	if len(e.Corrections) > 0 {
		marks.Text += string(mended)
	}
	return []Cell{
		{Text: date}, {Text: kind}, status, marks, {Text: strings.Join(sides, " – "), style: bold}, {Text: strings.Join(people, ", ")},
		{Text: placeName(e.Place)}, {Text: topicNames(e.Topics)}, {Text: strconv.Itoa(len(e.Members))}, {Text: firstOf(e.ID), style: faint},
	}
}

// StatementColumns are the columns of a table of statements.
var StatementColumns = []Column{
	{Title: "date", Least: 11}, {Title: "speaker", Least: 12, Wrap: true}, {Title: "act"}, {Title: "what", Least: 24, Wrap: true},
	{Title: "topics", Least: 10, Spare: true}, {Title: "source", Least: 10, Spare: true},
}

// StatementCells is a statement of a document as a row of a table.
func StatementCells(s *record.Statement, d *record.Document) []Cell {
	speaker := s.Speaker.Name
	if s.Speaker.Country != nil && *s.Speaker.Country != s.Speaker.Name {
		speaker += " (" + *s.Speaker.Country + ")"
	}
	source := chain(s.Via)
	if source == "" {
		source = documentName(d.Outlet, d.Title, d.ID)
	}
	return []Cell{
		{Text: statementDay(s, d)}, {Text: speaker, style: bold}, {Text: does(s)}, {Text: s.Text},
		{Text: topicNames(s.Topics)}, {Text: source, style: faint},
	}
}

// CommitmentColumns are the columns of a table of commitments.
var CommitmentColumns = []Column{
	{Title: "said", Least: 11}, {Title: "who", Least: 10, Wrap: true}, {Title: "will", Least: 24, Wrap: true},
	{Title: "by"}, {Title: "state"}, {Title: "source", Least: 10, Spare: true}, {Title: "entry"},
}

// stateStyles are the styles of what became of a commitment.
var stateStyles = map[string]style{"kept": green, "broken": red, "due": cyan, "overdue": yellow}

// CommitmentCells is a commitment of a document as a row of a table: with what became
// of it, and the entry of the contact that was promised, if one was.
func CommitmentCells(c *record.Commitment, d *record.Document, state string, entry *string) []Cell {
	by := ""
	if c.Date != nil {
		by = interval(c.Date.To, c.Date.To)
	}
	return []Cell{
		{Text: day(d.Published)}, {Text: named(c.Who.Name, c.Who.ID), style: bold}, {Text: c.Text}, {Text: by},
		{Text: spaced(state), style: stateStyles[state]}, {Text: documentName(d.Outlet, d.Title, d.ID), style: faint},
		{Text: firstOf(value(entry)), style: faint},
	}
}

// statementDay writes when something was said: on the day that the text gives, else on
// that of publication.
func statementDay(s *record.Statement, d *record.Document) string {
	if s.Date != nil {
		return interval(s.Date.From, s.Date.To)
	}
	return day(d.Published)
}

func named(name, id string) string {
	if name == "" {
		return id
	}
	return name
}

func firstOf(id string) string { return id[:min(len(id), tableID)] }
