package generate

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"

	"github.com/parley-news/parley/record"
)

// Truth is what a document tells.
type Truth struct {
	// Contacts are those told, the one the document is about first.
	Contacts []Told
	// Statements are complete but for the contacts they belong to.
	Statements []record.Statement
}

// Told is a contact as one document tells it.
type Told struct {
	// Story numbers the contact itself: the same in all documents that tell of it.
	Story int64
	// Contact has what the text gives and nothing else. Its id is that of Reading.
	Contact record.Contact
}

// Reading is what a reader that misses nothing makes of a document. It has fewer
// evidence than a real one, and no statement belongs to a contact but to the first.
func Reading(doc record.Document, truth Truth) record.Reading {
	r := record.Reading{
		Schema: record.Schema, Document: doc,
		Contacts: []record.Contact{}, Statements: []record.Statement{}, Divergences: []record.Divergence{},
		OnlyOneSide: []record.OneSided{}, Commitments: []record.Commitment{}, Comments: []record.Comment{}, Warnings: []record.Warning{},
	}
	for _, t := range truth.Contacts {
		r.Contacts = append(r.Contacts, t.Contact)
		if slices.Contains(t.Contact.Disputed, "initiator") {
			r.Divergences = append(r.Divergences, divergence(&t.Contact))
		}
	}
	for _, s := range truth.Statements {
		s.Contacts = []string{truth.Contacts[0].Contact.ID}
		r.Statements = append(r.Statements, s)
	}
	return r
}

// divergence is what the sides of a contact say of who asked for it.
func divergence(c *record.Contact) record.Divergence {
	d := record.Divergence{Contact: c.ID, Field: "initiator"}
	for _, a := range c.Accounts {
		for _, x := range a.Asserts {
			d.Sides = append(d.Sides, record.Says{Side: *a.Side, Says: x.Value, Evidence: x.Evidence[0]})
		}
	}
	return d
}

// blank is a contact of which nothing but its id is told.
func blank(doc string, start, end int) record.Contact {
	return record.Contact{
		ID: hashOf(doc, start, end), Mode: "direct",
		Parties: []record.Party{}, Groups: []string{}, People: []record.Person{}, Topics: []string{}, About: []record.Actor{},
		ReportedBy: [][]record.Source{}, Accounts: []record.Account{}, Disputed: []string{}, Evidence: []record.Evidence{},
	}
}

// hashOf is an id of what stands at a span of a document.
func hashOf(doc string, start, end int) string {
	h := sha256.Sum256([]byte(doc + "\x00" + strconv.Itoa(start) + "\x00" + strconv.Itoa(end)))
	return hex.EncodeToString(h[:8])
}

// attend fills in who has a contact: the parties, and the persons as they are written.
func (g *Generator) attend(c *record.Contact, s *story, as func(*side) string) {
	for _, x := range []*side{s.a, s.b} {
		c.Parties = append(c.Parties, g.cast.party(x.id, "party"))
		words := as(x)
		p := record.Person{
			ID: &x.person.Name, Name: x.person.Name, Country: &x.id, Office: &x.office,
			Role: "principal", As: words,
		}
		if x.person.Native != "" {
			p.Native = &x.person.Native
		}
		if words == "" {
			p.Inferred = true
		}
		c.People = append(c.People, p)
	}
	slices.SortFunc(c.Parties, func(a, b record.Party) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(c.People, func(a, b record.Person) int { return cmp.Compare(a.Name, b.Name) })
}

// codes are the event codes of what became of a contact.
func codes(kind, status string) record.Codes {
	switch {
	case status == "held" && kind == "meeting":
		return record.Codes{CAMEO: "040", PLOVER: "CONSULT"}
	case status == "held":
		return record.Codes{CAMEO: "041", PLOVER: "CONSULT"}
	}
	return record.Codes{CAMEO: "030", PLOVER: "COOPERATE"}
}
