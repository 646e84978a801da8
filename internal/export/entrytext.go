package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// EntryText prints an entry for a person: what is known of the contact, the
// accounts side by side, its life, its documents and what persons have mended.
// With why each document says by what it joined; nil leaves that out.
func EntryText(out io.Writer, e record.Entry, why []merge.Reason, look Look) error {
	e = cleaned(e)
	p := &page{look: look}
	for _, c := range e.Corrections {
		if c.Action == "set" {
			p.set = append(p.set, c.Field)
		}
	}
	r := asReading(&e, look.Explain)
	c := &r.Contacts[0]
	n := namesIn(&r, look.Name)
	all := gathered(compared(versions(c, n)))
	if len(all) > 0 {
		c.ReportedBy = nil // the heads of the accounts name them
	}
	p.card(&r, c, all, n)
	if e.Rejected {
		p.hang(2, 4, p.look.paintWords(red, "rejected: a person has said that this is no contact"))
	}
	p.line("")
	p.row("entry", unmarked, e.ID)
	p.life(&e, n)
	p.members(&e, why)
	p.corrections(e.Corrections)
	_, err := out.Write(p.Bytes())
	return err
}

// asReading shows an entry as the reading of one document that says all of it.
func asReading(e *record.Entry, explain bool) record.Reading {
	c := record.Contact{
		ID: e.ID, Kind: e.Kind, Mode: e.Mode, Summit: e.Summit, Status: e.Status, Step: e.Step, Main: true,
		Parties: e.Parties, Groups: e.Groups, People: e.People, Date: e.Date, Place: e.Place, Duration: e.Duration,
		Initiator: e.Initiator, Topics: e.Topics, About: e.About, Outcome: e.Outcome, Disputed: e.Disputed,
	}
	for _, a := range e.Accounts {
		account := record.Account{Side: a.Side, Chain: sourcesIn(e, a.Chain)}
		for _, s := range a.Asserts {
			account.Asserts = append(account.Asserts, record.Assertion{Field: s.Field, Value: s.Value})
			words := record.Evidence{Field: s.Field, Start: s.Start, End: s.End, Text: s.Text, Rule: sourceOf(e, s.Document)}
			if explain && !slices.Contains(c.Evidence, words) {
				c.Evidence = append(c.Evidence, words)
			}
		}
		c.Accounts = append(c.Accounts, account)
		if !slices.ContainsFunc(c.ReportedBy, func(chain []record.Source) bool { return slices.Equal(chain, account.Chain) }) {
			c.ReportedBy = append(c.ReportedBy, account.Chain)
		}
	}
	r := record.Reading{Contacts: []record.Contact{c}}
	for _, d := range e.Divergences {
		sides := make([]record.Says, len(d.Sides))
		for i, s := range d.Sides {
			sides[i] = record.Says{Side: s.Side, Says: s.Says}
		}
		r.Divergences = append(r.Divergences, record.Divergence{Contact: e.ID, Field: d.Field, Sides: sides})
	}
	for _, o := range e.OnlyOneSide {
		r.OnlyOneSide = append(r.OnlyOneSide, record.OneSided{Contact: e.ID, Field: o.Field, Value: o.Value, Side: o.Side, Silent: o.Silent})
	}
	return r
}

// gathered puts the sides first, and makes one column of sources without a side that
// say the same: thirty outlets that repeat each other are one account.
func gathered(all []*version) []*version {
	const most = 3 // that are named; the documents below name all
	var sides, sources []*version
	same := map[*version][]string{}
	for _, v := range all {
		if strings.HasPrefix(v.key, "side ") {
			sides = append(sides, v)
			continue
		}
		at := slices.IndexFunc(sources, func(s *version) bool { return sameSays(s, v) })
		if at < 0 {
			at = len(sources)
			sources = append(sources, v)
		}
		same[sources[at]] = append(same[sources[at]], v.title)
	}
	for _, v := range sources {
		titles := same[v]
		v.title = strings.Join(titles[:min(most, len(titles))], ", ")
		if len(titles) > most {
			v.title += fmt.Sprintf(" and %d more", len(titles)-most)
		}
	}
	return append(sides, sources...)
}

func sameSays(a, b *version) bool {
	return !slices.ContainsFunc(record.Fields, func(field string) bool { return !slices.Equal(a.says[field], b.says[field]) })
}
