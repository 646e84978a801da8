package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// accounts returns what each side, and each chain of sources without one, asserts in all
// parts together: those of sides first.
func accounts(parts []Part) []record.EntryAccount {
	b := accountBook{sides: sides(parts), at: map[string]int{}}
	for i := range parts {
		p := &parts[i]
		for _, a := range p.Contact.Accounts {
			b.account(p, &a)
		}
		for _, s := range p.Statements {
			b.statement(p, &s)
		}
		b.report(p)
	}
	slices.SortFunc(b.all, func(x, y record.EntryAccount) int {
		if (x.Side == nil) != (y.Side == nil) {
			return cmp.Compare(or(y.Side), or(x.Side))
		}
		return cmp.Or(cmp.Compare(or(x.Side), or(y.Side)), cmp.Compare(chainKey(x.Chain), chainKey(y.Chain)))
	})
	for i := range b.all {
		slices.SortStableFunc(b.all[i].Asserts, func(x, y record.EntryAssertion) int {
			return cmp.Compare(slices.Index(record.Fields, x.Field), slices.Index(record.Fields, y.Field))
		})
	}
	return b.all
}

// accountBook holds the accounts while they are gathered, found again by side and chain.
type accountBook struct {
	sides map[string]string
	all   []record.EntryAccount
	at    map[string]int
}

// open returns the account of a side through a chain. A source that is of a side in one
// document is of it in all.
func (b *accountBook) open(side *string, chain []record.Source) *record.EntryAccount {
	if side == nil {
		if s := b.sides[chain[len(chain)-1].Name]; s != "" {
			side = &s
		}
	}
	key := or(side) + "\n" + chainKey(chain)
	at, ok := b.at[key]
	if !ok {
		at = len(b.all)
		b.at[key] = at
		b.all = append(b.all, record.EntryAccount{Side: side, Chain: chain, Asserts: []record.EntryAssertion{}})
	}
	return &b.all[at]
}

func assert(a *record.EntryAccount, field, value string, words record.Words) {
	as := record.EntryAssertion{Field: field, Value: value, Words: words}
	if !slices.Contains(a.Asserts, as) {
		a.Asserts = append(a.Asserts, as)
	}
}

// account notes what a reading gives as an account.
func (b *accountBook) account(p *Part, a *record.Account) {
	if len(a.Chain) == 0 {
		return
	}
	to := b.open(a.Side, a.Chain)
	for _, as := range a.Asserts {
		for _, at := range as.Evidence {
			assert(to, as.Field, as.Value, p.words(at))
		}
	}
}

// statement notes what somebody says of the contact as a claim of the side spoken for,
// and its topics.
func (b *accountBook) statement(p *Part, s *record.Statement) {
	to := b.open(s.Speaker.Country, append(slices.Clone(s.Via), speakerSource(&s.Speaker)))
	words := record.Words{Document: p.Document.ID, Start: s.Start, End: s.End, Text: s.Text}
	assert(to, "claim", s.Text, words)
	for _, topic := range s.Topics {
		assert(to, "topics", topic, words)
	}
}

func speakerSource(s *record.Speaker) record.Source {
	if s.ID != nil {
		return record.Source{Name: s.Name, Type: "person"}
	}
	return record.Source{Name: s.Name, Type: "institution"}
}

// report notes what a document says in its own name: what none of its sources asserts.
func (b *accountBook) report(p *Part) {
	c := &p.Contact
	var to *record.EntryAccount
	note := func(field, value string) {
		if attributed(c, field) {
			return
		}
		if to == nil {
			to = b.open(p.issuer(), outletChain(&p.Document))
		}
		assert(to, field, value, p.wordsOf(field))
	}
	note("status", c.Status)
	if c.Initiator != nil {
		note("initiator", c.Initiator.ID)
	}
	if days, ok := spanOf(c.Date); ok {
		note("date", days.String())
	}
	if c.Place != nil {
		note("place", c.Place.Name)
	}
	if c.Duration != nil {
		note("duration", durationValue(c.Duration))
	}
	for _, topic := range c.Topics {
		note("topics", topic)
	}
	if c.Outcome != nil {
		note("outcome", *c.Outcome)
	}
}

// attributed reports whether a source of the document asserts the field.
func attributed(c *record.Contact, field string) bool {
	for _, a := range c.Accounts {
		if slices.ContainsFunc(a.Asserts, func(as record.Assertion) bool { return as.Field == field }) {
			return true
		}
	}
	return false
}

// outletChain is the document as a source: its outlet, else its id.
func outletChain(d *record.Document) []record.Source {
	if d.Issuer != nil {
		return []record.Source{{Name: *d.Issuer, Type: "institution"}}
	}
	name := or(d.Outlet)
	if name == "" {
		name = d.ID
	}
	return []record.Source{{Name: name, Type: "outlet"}}
}

// issuer is the side whose text the document is, nil for one of no side.
func (p *Part) issuer() *string {
	if p.Document.Issuer == nil {
		return nil
	}
	return nil
}

// sides maps the names of sources to the side they are said to be of, where all
// documents that say so agree.
func sides(parts []Part) map[string]string {
	out := map[string]string{}
	note := func(name string, side *string) {
		if side == nil {
			return
		}
		if was, ok := out[name]; ok && was != *side {
			out[name] = ""
			return
		}
		out[name] = *side
	}
	for i := range parts {
		for _, a := range parts[i].Contact.Accounts {
			if len(a.Chain) > 0 {
				note(a.Chain[len(a.Chain)-1].Name, a.Side)
			}
		}
		for _, s := range parts[i].Statements {
			note(s.Speaker.Name, s.Speaker.Country)
		}
	}
	return out
}

func chainKey(chain []record.Source) string {
	names := make([]string, len(chain))
	for i, s := range chain {
		names[i] = s.Name
	}
	return strings.Join(names, "\n")
}
