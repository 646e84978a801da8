package view

import (
	"context"
	"fmt"
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
	// Passages are the text, cut where notes begin and end; Notes say what was read there.
	Passages []Passage `json:"passages"`
	Notes    []Note    `json:"notes"`
	// Contacts put the accounts of each contact of the reading side by side.
	Contacts []Comparison `json:"comparisons"`
	// Versions are the earlier readings of the document, the newest first.
	Versions []Version `json:"versions"`
	// Stored is true for a document of the register, false for a text that was only read.
	Stored bool `json:"stored"`
}

// Version is an earlier reading of a document, and what it said that the one after it does
// not, and the other way round.
type Version struct {
	// Replaced is when another one took its place, RFC 3339.
	Replaced string `json:"replaced"`
	// Rewritten is true where the text itself changed.
	Rewritten bool     `json:"rewritten"`
	Gone      []string `json:"gone"`
	Come      []string `json:"come"`
}

// Document shows the document with an id. at is a run of its bytes to point out, as
// "120-140", or "". The errors are those of Register.Document; parley.ErrFilter for what is
// no run of its text.
func (m *Maker) Document(ctx context.Context, id, at string) (Document, error) {
	r, err := m.register.Document(ctx, id)
	if err != nil {
		return Document{}, err
	}
	asked, err := run(r.Document.Text, at)
	if err != nil {
		return Document{}, err
	}
	v := documentOf(&r, asked...)
	v.Stored = true
	older, err := m.register.History(ctx, r.Document.ID)
	if err != nil {
		return Document{}, err
	}
	after := &r
	for i := len(older) - 1; i >= 0; i-- {
		before := &older[i].Reading
		v.Versions = append(v.Versions, Version{
			older[i].Replaced, before.Document.SHA256 != after.Document.SHA256, lacks(after, before), lacks(before, after),
		})
		after = before
	}
	return v, nil
}

func documentOf(r *record.Reading, asked ...Note) Document {
	v := Document{Reading: *r, Text: r.Document.Text, Notes: append(asked, notesOf(r)...), Contacts: []Comparison{}, Versions: []Version{}}
	sortNotes(v.Notes)
	v.Passages = cut(v.Text, r.Document.Passages, v.Notes)
	for i := range r.Contacts {
		e := alone(r, &r.Contacts[i])
		c := Compare(&e)
		c.within(map[string]*record.Reading{r.Document.ID: r})
		v.Contacts = append(v.Contacts, c)
	}
	return v
}

// run reads a run of bytes of a text.
func run(text, at string) ([]Note, error) {
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
	return []Note{{Start: start, End: end, Kind: "asked"}}, nil
}

// alone is a contact of a reading as an entry that no other document tells of.
func alone(r *record.Reading, c *record.Contact) record.Entry {
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
