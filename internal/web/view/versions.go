package view

import (
	"context"
	"fmt"
	"strings"

	"github.com/parley-news/parley/record"
)

// Version is an earlier reading of a document, and what it said that the one after it does
// not, and the other way round.
type Version struct {
	// Replaced is when another one took its place, RFC 3339.
	Replaced string `json:"replaced"`
	// Rewritten is true where the text itself changed.
	Rewritten bool     `json:"rewritten"`
	Gone      Tellings `json:"gone"`
	Come      Tellings `json:"come"`
}

// Tellings are contacts and statements of a reading.
type Tellings struct {
	Contacts   []record.Contact   `json:"contacts"`
	Statements []record.Statement `json:"statements"`
}

// versions are the earlier readings of a document, the newest first.
func (m *Maker) versions(ctx context.Context, now *record.Reading) ([]Version, error) {
	out := []Version{}
	older, err := m.register.History(ctx, now.Document.ID)
	if err != nil {
		return nil, err
	}
	after := now
	for i := len(older) - 1; i >= 0; i-- {
		before := &older[i].Reading
		out = append(out, Version{older[i].Replaced, before.Document.SHA256 != after.Document.SHA256, without(before, after), without(after, before)})
		after = before
	}
	return out, nil
}

// without is what a reading tells and another one does not.
func without(r, other *record.Reading) Tellings {
	out := Tellings{[]record.Contact{}, []record.Statement{}}
	have := map[string]bool{}
	for i := range other.Contacts {
		have[contactKey(&other.Contacts[i])] = true
	}
	for i := range other.Statements {
		have[statementKey(&other.Statements[i])] = true
	}
	for i := range r.Contacts {
		if !have[contactKey(&r.Contacts[i])] {
			out.Contacts = append(out.Contacts, r.Contacts[i])
		}
	}
	for i := range r.Statements {
		if !have[statementKey(&r.Statements[i])] {
			out.Statements = append(out.Statements, r.Statements[i])
		}
	}
	return out
}

// contactKey and statementKey are what a contact or a statement says, without where.
func contactKey(c *record.Contact) string {
	key := []string{c.Kind, c.Mode, c.Step, strings.Join(c.Groups, ","), strings.Join(c.Topics, ",")}
	for _, p := range c.Parties {
		key = append(key, p.ID, p.Role)
	}
	for _, p := range c.People {
		key = append(key, p.Name)
	}
	if c.Date != nil {
		key = append(key, c.Date.From, c.Date.To)
	}
	if c.Place != nil {
		key = append(key, c.Place.Name)
	}
	if c.Initiator != nil {
		key = append(key, "by "+c.Initiator.ID)
	}
	return fmt.Sprintf("%q", key)
}

func statementKey(s *record.Statement) string {
	return fmt.Sprintf("%q", []string{s.Speaker.Name, s.Act, s.Text})
}
