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
		if len(as.Evidence) == 0 {
			b.assert(at, as.Field, as.Value, p.wordsFor(as.Field))
		}
		for _, e := range as.Evidence {
			b.assert(at, as.Field, as.Value, p.words(e))
		}
	}
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
			for _, who := range s.Speaker.Each() {
				note(who.Name, who.Country)
			}
		}
	}
	return out
}
