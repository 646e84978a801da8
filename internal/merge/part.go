package merge

import "github.com/parley-news/parley/record"

// Part is what one document says of one contact: what an entry is made of.
type Part struct {
	// Document has no text and no passages.
	Document    record.Document
	Contact     record.Contact
	Statements  []record.Statement
	Divergences []record.Divergence
	OnlyOneSide []record.OneSided
}

// Ref names the part.
func (p *Part) Ref() record.Ref { return record.Ref{Document: p.Document.ID, Contact: p.Contact.ID} }

// Parts takes a reading apart, one part per contact, in the order of the reading.
func Parts(r *record.Reading) []Part {
	out := make([]Part, len(r.Contacts))
	for i := range r.Contacts {
		out[i] = part(r, &r.Contacts[i])
	}
	return out
}

func part(r *record.Reading, c *record.Contact) Part {
	p := Part{Document: r.Document, Contact: *c}
	p.Document.Text, p.Document.Passages = "", nil
	for i := range r.Statements {
		for _, id := range r.Statements[i].Contacts {
			if id == c.ID {
				p.Statements = append(p.Statements, r.Statements[i])
			}
		}
	}
	for _, d := range r.Divergences {
		if d.Contact == c.ID {
			p.Divergences = append(p.Divergences, d)
		}
	}
	for _, o := range r.OnlyOneSide {
		if o.Contact == c.ID {
			p.OnlyOneSide = append(p.OnlyOneSide, o)
		}
	}
	return p
}
