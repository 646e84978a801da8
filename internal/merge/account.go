package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// accounts returns what each side, and each chain of sources of no side, asserts in all
// parts together: sides first, each assertion in the order of record.Fields and then of
// the parts.
func accounts(parts []Part) []record.EntryAccount {
	b := book{sides: sides(parts), at: map[string]int{}, seen: map[entered]bool{}}
	for i := range parts {
		p := &parts[i]
		for j := range p.Contact.Accounts {
			b.account(p, &p.Contact.Accounts[j])
		}
		for j := range p.Statements {
			b.statement(p, &p.Statements[j])
		}
		for j := range p.Divergences {
			b.divergence(p, &p.Divergences[j])
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
		slices.SortStableFunc(b.all[i].Asserts, func(x, y record.EntryAssertion) int { return byField(x.Field, y.Field) })
	}
	return b.all
}

func byField(a, b string) int {
	return cmp.Compare(slices.Index(record.Fields, a), slices.Index(record.Fields, b))
}

// book is the accounts while they are gathered.
type book struct {
	sides map[string]string
	all   []record.EntryAccount
	at    map[string]int // where the account of a side and chain is
	seen  map[entered]bool
}

// entered is an assertion of the account at a place.
type entered struct {
	at int
	record.EntryAssertion
}

// open returns where the account of a side through a chain is. The side is that of the
// first source of the chain that has one: who tells what the other side said gives an
// account of its own. A source that is of a side in one document is so in all.
func (b *book) open(side *string, chain []record.Source) int {
	for i := range chain {
		if known := b.sides[chain[i].Name]; known != "" {
			side = &known
			break
		}
	}
	key := or(side) + "\n" + chainKey(chain)
	at, ok := b.at[key]
	if !ok {
		at = len(b.all)
		b.at[key] = at
		b.all = append(b.all, record.EntryAccount{Side: side, Chain: chain, Asserts: []record.EntryAssertion{}})
	}
	return at
}

func (b *book) assert(at int, field, value string, words record.Words) {
	e := entered{at, record.EntryAssertion{Field: field, Value: value, Words: words}}
	if !b.seen[e] {
		b.seen[e] = true
		b.all[at].Asserts = append(b.all[at].Asserts, e.EntryAssertion)
	}
}

// account notes what a document gives as the account of a source.
func (b *book) account(p *Part, a *record.Account) {
	if len(a.Chain) == 0 {
		return
	}
	at := b.open(a.Side, a.Chain)
	for _, as := range a.Asserts {
		for _, e := range as.Evidence {
			b.assert(at, as.Field, as.Value, p.words(e))
		}
	}
}

// statement notes what somebody says of the contact as a claim of the side spoken for,
// and its topics, unless the words are in an account already.
func (b *book) statement(p *Part, s *record.Statement) {
	if p.accounted(s) {
		return
	}
	at := b.open(s.Speaker.Country, statementChain(s))
	words := record.Words{Document: p.Document.ID, Start: s.Start, End: s.End, Text: s.Text}
	b.assert(at, "claim", s.Text, words)
	for _, topic := range s.Topics {
		b.assert(at, "topics", topic, words)
	}
}

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
func (b *book) divergence(p *Part, d *record.Divergence) {
	for i := range d.Sides {
		says := &d.Sides[i]
		at := b.accountOf(p, says.Side)
		if !slices.ContainsFunc(b.all[at].Asserts, func(as record.EntryAssertion) bool {
			return as.Field == d.Field && as.Document == p.Document.ID
		}) {
			b.assert(at, d.Field, says.Says, p.words(says.Evidence))
		}
	}
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
		if s := &p.Statements[i]; or(s.Speaker.Country) == side {
			return b.open(&side, statementChain(s))
		}
	}
	return b.open(&side, p.ownChain())
}

// statementChain is the sources of a statement, its speaker last.
func statementChain(s *record.Statement) []record.Source {
	speaker := record.Source{Name: s.Speaker.Name, Type: "institution"}
	if s.Speaker.ID != nil {
		speaker.Type = "person"
	}
	return append(slices.Clone(s.Via), speaker)
}

func chainKey(chain []record.Source) string {
	names := make([]string, len(chain))
	for i := range chain {
		names[i] = chain[i].Name
	}
	return strings.Join(names, "\n")
}

// sides maps the name of a source to the side it is of, where all documents that tell
// agree.
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
			if n := len(a.Chain); n > 0 {
				note(a.Chain[n-1].Name, a.Side)
			}
		}
		for _, s := range parts[i].Statements {
			note(s.Speaker.Name, s.Speaker.Country)
		}
	}
	return out
}
