package merge

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

// partOf is what a document of a day says of a call between France and Chad.
func partOf(doc, published, step string, with ...func(*Part)) Part {
	p := Part{
		Document: record.Document{ID: doc, Genre: "article", Language: "en", Title: "Title of " + doc},
		Contact: record.Contact{
			ID: "c-" + doc, Kind: "call", Mode: "direct", Status: record.Steps[step], Step: step, Main: true,
			Parties: []record.Party{
				{ID: "FRA", Name: "France", Type: "state", Role: "party"}, {ID: "TCD", Name: "Chad", Type: "state", Role: "party"},
			},
			Evidence: []record.Evidence{{Field: "kind", Start: 1, End: 5, Text: "call", Rule: "en: contact call"}},
		},
	}
	if published != "" {
		p.Document.Published = &published
	}
	for _, change := range with {
		change(&p)
	}
	return p
}

// passing makes the contact one that the document only mentions.
func passing(p *Part) { p.Contact.Main = false }

// on gives the contact its days, "2025-03-12" or "2025-03-01/2025-03-31".
func on(days string) func(*Part) {
	return func(p *Part) {
		s, ok := parseSpan(days)
		if !ok {
			panic(days)
		}
		p.Contact.Date = &record.Date{From: s.from.String(), To: s.to.String(), Basis: "explicit", Text: days}
	}
}

// says gives a source of a side an assertion, in the words "<field> <value>".
func says(side, source, field, value string) func(*Part) {
	return func(p *Part) {
		c := &p.Contact
		c.Evidence = append(c.Evidence, record.Evidence{Field: field, Start: 10 * len(c.Evidence), End: 10*len(c.Evidence) + 9, Text: field + " " + value, Rule: "en: x"})
		a := record.Account{Chain: []record.Source{{Name: source, Type: "institution"}}}
		if side != "" {
			a.Side = &side
		}
		at := len(c.Accounts)
		for i := range c.Accounts {
			if c.Accounts[i].Chain[0].Name == source {
				at = i
			}
		}
		if at == len(c.Accounts) {
			c.Accounts = append(c.Accounts, a)
		}
		if field != "" {
			c.Accounts[at].Asserts = append(c.Accounts[at].Asserts, record.Assertion{Field: field, Value: value, Evidence: []int{len(c.Evidence) - 1}})
		}
	}
}

// tells has somebody of a side say something of the contact.
func tells(side, speaker, text string, topics ...string) func(*Part) {
	return func(p *Part) {
		st := record.Statement{Speaker: record.Speaker{ID: &speaker, Name: speaker, Type: "person"}, Kind: "indirect", Act: "say", Start: 100, End: 100 + len(text), Text: text, Topics: topics}
		if side != "" {
			st.Speaker.Country = &side
		}
		p.Statements = append(p.Statements, st)
	}
}

func topics(list ...string) func(*Part) { return func(p *Part) { p.Contact.Topics = list } }

func asked(id, name string) func(*Part) {
	return func(p *Part) { p.Contact.Initiator = &record.Actor{ID: id, Name: name} }
}

func at(name, country string) func(*Part) {
	return func(p *Part) { p.Contact.Place = &record.Place{Name: name, Country: &country} }
}

func with(people ...record.Person) func(*Part) { return func(p *Part) { p.Contact.People = people } }

func TestBuildOfOnePart(t *testing.T) {
	day := "2025-03-12"
	got := Build([]Part{partOf("a", day, "held", on(day))}, nil)
	words := record.Words{Document: "a", Start: 1, End: 5, Text: "call"}
	want := record.Entry{
		Schema: 1, ID: "c-a", Kind: "call", Mode: "direct", Status: "held", Step: "held",
		Parties: []record.Party{
			{ID: "FRA", Name: "France", Type: "state", Role: "party"}, {ID: "TCD", Name: "Chad", Type: "state", Role: "party"},
		},
		Groups: []string{}, People: []record.Person{}, Topics: []string{}, About: []record.Actor{}, Disputed: []string{},
		Date:    &record.Date{From: day, To: day, Basis: "explicit", Text: day},
		Codes:   record.Codes{CAMEO: "041", PLOVER: "CONSULT"},
		Members: []record.Member{{Ref: record.Ref{Document: "a", Contact: "c-a"}, Language: "en", Published: &day, Title: "Title of a", Main: true}},
		Accounts: []record.EntryAccount{{
			Chain:   []record.Source{{Name: "a", Type: "outlet"}},
			Asserts: []record.EntryAssertion{{Field: "date", Value: day, Words: words}, {Field: "status", Value: "held", Words: words}},
		}},
		Life:        []record.LifeStep{{Status: "held", Step: "held", Announced: &day, For: &record.Interval{From: day, To: day}, Words: words}},
		Divergences: []record.EntryDivergence{}, OnlyOneSide: []record.EntryOneSided{}, Corrections: []record.Correction{},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestBuildKeepsTheSmallestID(t *testing.T) {
	got := Build([]Part{partOf("b", "2025-03-01", "held"), partOf("a", "2025-03-09", "held")}, nil)
	if got.ID != "c-a" || got.Members[0].Document != "b" {
		t.Errorf("got the id %s and the first member %s; want the smallest id and the first published", got.ID, got.Members[0].Document)
	}
}
