package merge

import (
	"slices"

	"github.com/parley-news/parley/record"
)

// statement notes what somebody says of the contact as a claim of the side spoken for,
// and its topics, unless the words are in an account already. What several say together is
// a claim of each; what they are told to have agreed is one of whoever tells it.
func (b *book) statement(p *Part, s *record.Statement) {
	if p.accounted(s) {
		return
	}
	words := record.Words{Document: p.Document.ID, Start: s.Start, End: s.End, Text: s.Text}
	say := func(side *string, chain []record.Source) {
		at := b.open(side, chain)
		b.assert(at, "claim", s.Text, words)
		for _, topic := range s.Topics {
			b.assert(at, "topics", topic, words)
		}
	}
	for _, who := range voices(s) {
		say(who.Country, statementChain(s, &who))
	}
	if agreed(s) {
		say(p.issuer())
	}
}

// voices are those who say a statement: nobody where several only are told to have agreed.
func voices(s *record.Statement) []record.Speaker {
	if agreed(s) {
		return nil
	}
	return s.Speaker.Each()
}

func agreed(s *record.Statement) bool { return s.Act == "agree" && len(s.Speaker.Joint) > 0 }

// accounted reports whether an account of the document has a claim in the words of a
// statement.
func (p *Part) accounted(s *record.Statement) bool {
	for _, a := range p.Contact.Accounts {
		for _, as := range a.Asserts {
			if as.Field != "claim" {
				continue
			}
			if w := p.words(first(as.Evidence)); w.Start < s.End && s.Start < w.End {
				return true
			}
		}
	}
	return false
}

// first is the index of the first piece of evidence, -1 for none.
func first(evidence []int) int {
	if len(evidence) == 0 {
		return -1
	}
	return evidence[0]
}

// divergence notes what a document says that sides differ on, where it is in no account.
// What is no value of the field, but words on it, is a claim.
func (b *book) divergence(p *Part, d *record.Divergence) {
	for i := range d.Sides {
		says := &d.Sides[i]
		field := d.Field
		if !p.isValue(field, says.Says) {
			field = "claim"
		}
		at, words := b.accountOf(p, says.Side), p.words(says.Evidence)
		if !slices.ContainsFunc(b.all[at].Asserts, func(as record.EntryAssertion) bool {
			return as.Field == field && as.Document == p.Document.ID && (field != "claim" || as.Start < words.End && words.Start < as.End)
		}) {
			b.assert(at, field, says.Says, words)
		}
	}
}

// isValue reports whether a field of the contact takes a value as it is asserted.
func (p *Part) isValue(field, value string) bool {
	switch field {
	case "topics":
		return slices.Contains(record.Topics, value)
	case "status":
		return slices.Contains(record.Statuses, value)
	case "initiator":
		return p.hasParty(value)
	case "date":
		_, ok := parseSpan(value)
		return ok
	}
	return true
}

// accountOf returns where the account of a side in a document is: that of its first
// source, else of the document, which speaks for the side without naming one.
func (b *book) accountOf(p *Part, side string) int {
	for _, a := range p.Contact.Accounts {
		if len(a.Chain) > 0 && or(a.Side) == side {
			return b.open(a.Side, a.Chain)
		}
	}
	for i := range p.Statements {
		s := &p.Statements[i]
		for _, who := range voices(s) {
			if or(who.Country) == side {
				return b.open(&side, statementChain(s, &who))
			}
		}
	}
	return b.open(&side, p.ownChain())
}

// statementChain is the sources of a statement, one of its speakers last.
func statementChain(s *record.Statement, who *record.Speaker) []record.Source {
	return append(slices.Clone(s.Via), record.Source{Name: who.Name, Type: who.Type})
}
