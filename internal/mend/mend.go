// Package mend makes corrections out of what people ask for. People name entries, and
// documents of them; a correction names contacts of readings, so that it means the same
// however the entries fall.
//
//	c := mend.Judge("confirm", entry)
//	c.Author, c.Reason = "Ada", "checked against both readouts"
//	done, err := register.Correct(ctx, c)
package mend

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// refs are the contacts that an entry is made of.
func refs(e *record.Entry) []record.Ref {
	out := make([]record.Ref, len(e.Members))
	for i, m := range e.Members {
		out[i] = m.Ref
	}
	return out
}

// Judge says of all contacts of an entry that they are one ("confirm"), or none ("reject").
func Judge(action string, e *record.Entry) record.Correction {
	return record.Correction{Action: action, Contacts: refs(e)}
}

// Merge says that entries are one contact. names are those that the entries were asked for
// by. The error is merge.ErrCorrection when two of them are one entry already.
func Merge(entries []*record.Entry, names []string) (record.Correction, error) {
	c := record.Correction{Action: "merge"}
	seen := map[string]string{}
	for i, e := range entries {
		if before, ok := seen[e.ID]; ok {
			return record.Correction{}, fmt.Errorf("%w: %s and %s are one entry already", merge.ErrCorrection, before, names[i])
		}
		seen[e.ID] = names[i]
		c.Contacts = append(c.Contacts, refs(e)...)
	}
	return c, nil
}

// Split says that some contacts of an entry are another one than the rest of it. The error
// is merge.ErrCorrection when that are none or all of them.
func Split(e *record.Entry, apart func(record.Member) bool) (record.Correction, error) {
	c := record.Correction{Action: "split"}
	for _, m := range e.Members {
		if apart(m) {
			c.Contacts = append(c.Contacts, m.Ref)
		} else {
			c.From = append(c.From, m.Ref)
		}
	}
	switch {
	case len(c.Contacts) == 0:
		return record.Correction{}, fmt.Errorf("%w: no document was named that tells of another contact", merge.ErrCorrection)
	case len(c.From) == 0:
		return record.Correction{}, fmt.Errorf("%w: entry %s has no other document; name only those that tell of another contact", merge.ErrCorrection, e.ID)
	}
	return c, nil
}

// Set gives a field of an entry a value. Parties may be written as people call them: party
// finds the id of one, name says what the id is called.
func Set(e *record.Entry, field, value string, party func(string) (string, error), name func(string) string) (record.Correction, error) {
	if slices.Contains([]string{"parties", "initiator", "about"}, field) && strings.TrimSpace(value) != "" {
		words := strings.Split(value, ",")
		for i, word := range words {
			id, err := party(strings.TrimSpace(word))
			if err != nil {
				return record.Correction{}, err
			}
			// An entry does not know the name of whom no document of it names.
			words[i] = strings.ReplaceAll(name(id), ",", "") + " (" + id + ")"
		}
		value = strings.Join(words, ", ")
	}
	at := slices.IndexFunc(e.Members, func(m record.Member) bool { return m.Contact == e.ID })
	return record.Correction{Action: "set", Field: field, Value: value, Contacts: []record.Ref{e.Members[at].Ref}}, nil
}

// Told says in one line what a correction asks for, for a log.
func Told(c record.Correction) string {
	out := c.Action
	if c.Action == "undo" {
		out += fmt.Sprintf(" #%d", c.Undoes)
	}
	if c.Action == "set" {
		out += fmt.Sprintf(" %s %q", c.Field, c.Value)
	}
	for _, ref := range c.Contacts {
		out += " " + ref.Contact
	}
	return out + " (" + c.Reason + ")"
}
