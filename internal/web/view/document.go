package view

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// Document is the page of a document: its text with all that was read in it in place.
type Document struct {
	Reading record.Reading `json:"reading"`
	Text    string         `json:"text"`
	// Marks say what was read where. Passages are the text, cut where they begin and end.
	Marks    []Noted   `json:"marks"`
	Passages []Passage `json:"-"`
	// Contacts put the accounts of each contact of the reading side by side.
	Contacts []Comparison `json:"comparisons"`
	// Entries are the entries that the contacts of the reading are in, by the ids of the
	// contacts; one that is missing was not looked up.
	Entries map[string]string `json:"entries"`
	// Versions are the earlier readings of the document, the newest first.
	Versions []Version `json:"versions"`
	// Stored is true for a document of the register, false for a text that was only read.
	Stored bool `json:"stored"`

	numbers  map[run]int
	contacts map[string]*record.Contact
	speakers map[string]*record.Statement
}

// mostEntries is for how many contacts of a document their entries are looked up.
const mostEntries = 200

// Document shows the document with an id. at is a run of its bytes to point out, as
// "120-140", or "". The errors are those of Register.Document; parley.ErrFilter for what is
// no run of its text.
func (m *Maker) Document(ctx context.Context, id, at string) (Document, error) {
	r, err := m.register.Document(ctx, id)
	if err != nil {
		return Document{}, err
	}
	asked, err := runOf(r.Document.Text, at)
	if err != nil {
		return Document{}, err
	}
	v := documentOf(&r, asked...)
	v.Stored = true
	for i := range r.Contacts[:min(len(r.Contacts), mostEntries)] {
		found, err := m.register.Entry(ctx, r.Contacts[i].ID)
		if err != nil && !errors.Is(err, parley.ErrNotFound) {
			return Document{}, err
		}
		if err == nil && found.Entry != nil {
			v.Entries[r.Contacts[i].ID] = found.Entry.ID
		}
	}
	v.Versions, err = m.versions(ctx, &r)
	return v, err
}

func documentOf(r *record.Reading, asked ...run) Document {
	v := Document{
		Reading: *r, Text: r.Document.Text, Marks: marksOf(r, asked...), Contacts: []Comparison{}, Entries: map[string]string{}, Versions: []Version{},
		numbers: map[run]int{}, contacts: map[string]*record.Contact{}, speakers: map[string]*record.Statement{},
	}
	v.Passages = cut(v.Text, r.Document.Passages, v.Marks)
	for _, m := range v.Marks {
		if m.Has("value") {
			v.numbers[run{m.Start, m.End}] = len(v.numbers) + 1
		}
	}
	for i := range r.Contacts {
		v.contacts[r.Contacts[i].ID] = &r.Contacts[i]
		e := Alone(r, &r.Contacts[i])
		c := Compare(&e)
		c.within(map[string]*record.Reading{r.Document.ID: r})
		v.Contacts = append(v.Contacts, c)
	}
	for i := range r.Statements {
		v.speakers[r.Statements[i].ID] = &r.Statements[i]
	}
	return v
}

// Number is that of the mark on a run of the text by which a value of a contact is known,
// counted from 1 in the order of the text; 0 for none.
func (d Document) Number(start, end int) int { return d.numbers[run{start, end}] }

// Contact is the contact of the reading with an id, nil for none.
func (d Document) Contact(id string) *record.Contact { return d.contacts[id] }

// Statement is the statement of the reading with an id, nil for none.
func (d Document) Statement(id string) *record.Statement { return d.speakers[id] }

// Titled reports whether the text itself has its title.
func (d Document) Titled() bool {
	return slices.ContainsFunc(d.Passages, func(p Passage) bool { return p.Role == record.RoleTitle })
}

// Compared is how many contacts have accounts of several sides.
func (d Document) Compared() (n int) {
	for _, c := range d.Contacts {
		if len(c.Sides) > 1 {
			n++
		}
	}
	return n
}

// runOf reads a run of bytes of a text.
func runOf(text, at string) ([]run, error) {
	if at == "" {
		return nil, nil
	}
	first, last, ok := strings.Cut(at, "-")
	start, err1 := strconv.Atoi(first)
	end, err2 := strconv.Atoi(last)
	if !ok || err1 != nil || err2 != nil || start < 0 || end <= start || end > len(text) ||
		!utf8.RuneStart(text[start]) || end < len(text) && !utf8.RuneStart(text[end]) {
		return nil, fmt.Errorf("%w: at=%s is no run of the text", parley.ErrFilter, at)
	}
	return []run{{start, end}}, nil
}

// Alone is a contact of a reading as an entry that no other document tells of.
func Alone(r *record.Reading, c *record.Contact) record.Entry {
	e := record.Entry{
		ID: c.ID, Kind: c.Kind, Mode: c.Mode, Summit: c.Summit, Status: c.Status, Step: c.Step, Parties: c.Parties, Groups: c.Groups, People: c.People,
		Date: c.Date, Place: c.Place, Duration: c.Duration, Initiator: c.Initiator, Topics: c.Topics, About: c.About, Outcome: c.Outcome,
		Disputed: c.Disputed, Codes: c.Codes, Members: []record.Member{{
			Ref: record.Ref{Document: r.Document.ID, Contact: c.ID}, Outlet: r.Document.Outlet, Language: r.Document.Language,
			Published: r.Document.Published, Title: r.Document.Title, URL: r.Document.URL, Main: c.Main,
		}},
	}
	words := func(evidence []int) record.Words {
		w := record.Words{Document: r.Document.ID}
		if len(evidence) > 0 && evidence[0] < len(c.Evidence) {
			ev := c.Evidence[evidence[0]]
			w.Start, w.End, w.Text = ev.Start, ev.End, ev.Text
		}
		return w
	}
	for _, a := range c.Accounts {
		account := record.EntryAccount{Side: a.Side, Chain: a.Chain}
		for _, as := range a.Asserts {
			account.Asserts = append(account.Asserts, record.EntryAssertion{Field: as.Field, Value: as.Value, Words: words(as.Evidence)})
		}
		e.Accounts = append(e.Accounts, account)
	}
	for _, d := range r.Divergences {
		if d.Contact != c.ID {
			continue
		}
		divergence := record.EntryDivergence{Field: d.Field}
		for _, s := range d.Sides {
			divergence.Sides = append(divergence.Sides, record.EntrySays{Side: s.Side, Says: s.Says, Words: words([]int{s.Evidence})})
		}
		e.Divergences = append(e.Divergences, divergence)
	}
	for _, o := range r.OnlyOneSide {
		if o.Contact == c.ID {
			e.OnlyOneSide = append(e.OnlyOneSide, record.EntryOneSided{Field: o.Field, Value: o.Value, Side: o.Side, Silent: o.Silent})
		}
	}
	return e
}
