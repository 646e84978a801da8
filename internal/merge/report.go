package merge

import (
	"strings"

	"github.com/parley-news/parley/record"
)

// report notes what a document says without naming a source. A readout speaks for its
// side. What was discussed only those know who were there: where a document has it
// from one side alone, it is that side's account.
func (b *book) report(p *Part) {
	own, inside := -1, b.inside(p)
	for _, as := range p.asserts() {
		if b.attributed(p, &as) {
			continue
		}
		at := inside
		if at < 0 || as.Field != "topics" && as.Field != "outcome" {
			if own < 0 {
				own = b.open(p.issuer())
			}
			at = own
		}
		b.assert(at, as.Field, as.Value, as.Words)
	}
}

// asserts is all that a document says of the contact, whoever is its source.
func (p *Part) asserts() []record.EntryAssertion {
	c := &p.Contact
	var out []record.EntryAssertion
	add := func(field, value string) {
		out = append(out, record.EntryAssertion{Field: field, Value: value, Words: p.wordsFor(field)})
	}
	if c.Initiator != nil {
		add("initiator", c.Initiator.ID)
	}
	if days, ok := spanOf(c.Date); ok {
		add("date", days.String())
	}
	if c.Place != nil {
		add("place", c.Place.Name)
	}
	if c.Duration != nil {
		add("duration", durationValue(c.Duration))
	}
	for _, topic := range c.Topics {
		out = append(out, record.EntryAssertion{Field: "topics", Value: topic, Words: p.wordsForTopic(topic)})
	}
	add("status", c.Status)
	for i := range c.People {
		add("people", c.People[i].Name)
	}
	if c.Outcome != nil {
		add("outcome", *c.Outcome)
	}
	return out
}

// durationValue is a duration as it is asserted: "PT50M", or the least and the most with
// a stroke between them.
func durationValue(d *record.Duration) string {
	if or(d.Min) == or(d.Max) {
		return or(d.Min)
	}
	return or(d.Min) + "/" + or(d.Max)
}

// attributed reports whether a source that the document names asserts this.
func (b *book) attributed(p *Part, as *record.EntryAssertion) bool {
	for _, a := range p.Contact.Accounts {
		for _, own := range a.Asserts {
			if own.Field == as.Field && own.Value == as.Value {
				return true
			}
		}
	}
	for i := range p.Statements {
		for _, topic := range p.Statements[i].Topics {
			if as.Field == "topics" && topic == as.Value {
				return true
			}
		}
	}
	return false
}

// inside returns where the account of the one side is that a document has its knowledge
// of the contact from, -1 when there are none or several.
func (b *book) inside(p *Part) int {
	at := -1
	side := ""
	one := true
	note := func(of *string, chain []record.Source) {
		if of == nil || !p.hasParty(*of) || len(chain) == 0 {
			return
		}
		one = one && (side == "" || side == *of)
		if at < 0 {
			at, side = b.open(of, chain), *of
		}
	}
	note(p.issuer())
	for _, a := range p.Contact.Accounts {
		note(a.Side, a.Chain)
	}
	for i := range p.Statements {
		s := &p.Statements[i]
		for _, who := range voices(s) {
			note(who.Country, statementChain(s, &who))
		}
	}
	if !one {
		return -1
	}
	return at
}

// issuer is the party whose text a readout is, and the readout as its source: the party
// that its issuer is named after, or the only one with an account in it. side is nil for
// any other text.
func (p *Part) issuer() (side *string, chain []record.Source) {
	if p.Document.Genre != "readout" {
		return nil, p.ownChain()
	}
	for i := range p.Contact.Parties {
		if o := &p.Contact.Parties[i]; o.Name != "" && strings.Contains(or(p.Document.Issuer), o.Name) {
			side = &o.ID
			break
		}
	}
	named := side != nil
	for i := range p.Contact.Accounts {
		a := &p.Contact.Accounts[i]
		switch {
		case a.Side == nil || len(a.Chain) == 0 || !p.hasParty(*a.Side):
		case side == nil || *side == *a.Side:
			if chain == nil {
				side, chain = a.Side, a.Chain
			}
		case !named:
			return nil, p.ownChain()
		}
	}
	if chain == nil {
		chain = p.ownChain()
	}
	return side, chain
}

// ownChain is whose word a document is where it says nothing more of it: that of the one
// source it reports the contact by, if it has no account of any, else its own.
func (p *Part) ownChain() []record.Source {
	d, c := &p.Document, &p.Contact
	switch {
	case len(c.Accounts) == 0 && len(c.ReportedBy) == 1 && len(c.ReportedBy[0]) > 0:
		return c.ReportedBy[0]
	case d.Issuer != nil:
		return []record.Source{{Name: *d.Issuer, Type: "institution"}}
	case d.Outlet != nil && *d.Outlet != "":
		return []record.Source{{Name: *d.Outlet, Type: "outlet"}}
	}
	return []record.Source{{Name: d.ID, Type: "outlet"}}
}
