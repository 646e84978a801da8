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
	p.row("entry", false, e.ID)
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
		account := record.Account{Side: a.Side, Chain: a.Chain}
		for _, s := range a.Asserts {
			account.Asserts = append(account.Asserts, record.Assertion{Field: s.Field, Value: s.Value})
			words := record.Evidence{Field: s.Field, Start: s.Start, End: s.End, Text: s.Text, Rule: sourceOf(e, s.Document)}
			if explain && !slices.Contains(c.Evidence, words) {
				c.Evidence = append(c.Evidence, words)
			}
		}
		c.Accounts = append(c.Accounts, account)
		if !slices.ContainsFunc(c.ReportedBy, func(chain []record.Source) bool { return slices.Equal(chain, a.Chain) }) {
			c.ReportedBy = append(c.ReportedBy, a.Chain)
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

// sourceOf names a document of an entry as a reader knows it: by its outlet, and by its
// id where that tells anything more. An address says no more than the only document of
// its outlet does.
func sourceOf(e *record.Entry, document string) string {
	at := slices.IndexFunc(e.Members, func(m record.Member) bool { return m.Document == document })
	if at < 0 || e.Members[at].Outlet == nil {
		return shortID(document)
	}
	outlet := *e.Members[at].Outlet
	others := slices.ContainsFunc(e.Members, func(m record.Member) bool {
		return m.Document != document && value(m.Outlet) == outlet
	})
	if strings.Contains(document, "://") && !others {
		return outlet
	}
	return outlet + " (" + shortID(document) + ")"
}

// shortID is enough of a checksum to find it by.
func shortID(id string) string {
	const checksum, enough = 64, 12
	if len(id) == checksum && strings.Trim(id, "0123456789abcdef") == "" {
		return id[:enough]
	}
	return id
}

// stepWords say what the days of a step are to it.
var stepWords = map[string]string{
	"called-for": "called for, on %s", "proposed": "proposed for %s", "agreed": "agreed for %s", "scheduled": "scheduled for %s",
	"moved": "moved to %s", "postponed": "postponed (%s)", "cancelled": "cancelled, was to be %s", "refused": "refused, was to be %s",
	"no-plans": "no plans for %s", "said-not-to-have-happened": "said not to have happened %s", "held": "held %s", "ongoing": "going on %s",
}

// life prints the steps of an entry as a time line.
func (p *page) life(e *record.Entry, n names) {
	if len(e.Life) == 0 {
		return
	}
	p.line("")
	p.text(2, bold, "Life")
	for _, s := range e.Life {
		step := spaced(s.Step)
		if s.For != nil {
			step = fmt.Sprintf(stepWords[s.Step], interval(s.For.From, s.For.To))
		}
		parts := []string{p.look.paintWords(statusStyles[s.Status], step)}
		if s.By != nil {
			parts = append(parts, "told by "+n.of(*s.By))
		}
		p.row(day(s.Announced), false, strings.Join(append(parts, sourceOf(e, s.Document)), " · "))
		if p.look.Explain {
			p.text(labelWidth, faint, fmt.Sprintf("“%s” %d–%d", s.Text, s.Start, s.End))
		}
	}
}

// day writes a day, or that there is none.
func day(s *string) string {
	if s == nil {
		return "no date"
	}
	return interval(*s, *s)
}

// members prints the documents of an entry.
func (p *page) members(e *record.Entry, why []merge.Reason) {
	p.line("")
	p.text(2, bold, "Documents")
	for _, m := range e.Members {
		var parts []string
		for _, s := range []string{value(m.Outlet), m.Language, m.Title} {
			if s != "" {
				parts = append(parts, s)
			}
		}
		if !m.Main {
			parts = append(parts, "in passing")
		}
		if m.URL == nil || *m.URL != m.Document {
			parts = append(parts, shortID(m.Document))
		}
		p.row(day(m.Published), false, strings.Join(parts, " · "))
		if m.URL != nil {
			p.line(strings.Repeat(" ", labelWidth) + p.look.paint(faint, *m.URL)) // whole, for whoever wants to open it
		}
		for i, r := range why {
			if r.Member == m.Ref {
				p.text(labelWidth, cyan, because(e, r, i == 0))
			}
		}
	}
}

// because says by what a document joined its entry.
func because(e *record.Entry, r merge.Reason, first bool) string {
	with := sourceOf(e, r.With.Document)
	switch {
	case r.ByHand:
		return "joined with " + with + " by a person"
	case r.With == record.Ref{} && first:
		return "the entry begins with it"
	case r.With == record.Ref{}:
		return "joined through the others"
	}
	var points []string
	for aspect, n := range r.Points {
		if n != 0 {
			points = append(points, fmt.Sprintf("%s %d", merge.Aspect(aspect), n))
		}
	}
	return fmt.Sprintf("goes with %s: %s; %d in all, %d are enough", with, strings.Join(points, ", "), r.Points.Sum(), merge.Enough)
}

// corrections prints what persons have mended.
func (p *page) corrections(list []record.Correction) {
	if len(list) == 0 {
		return
	}
	p.line("")
	p.text(2, bold, "Corrected by hand")
	for _, c := range list {
		p.row(fmt.Sprintf("#%d", c.ID), false, Corrected(c)+" · "+c.Author+": "+c.Reason)
	}
}

// Corrected says in a few words what a correction does.
func Corrected(c record.Correction) string {
	switch c.Action {
	case "set":
		if c.Value == "" {
			return "no " + fieldName(c.Field)
		}
		return fieldName(c.Field) + " is " + c.Value
	case "undo":
		return fmt.Sprintf("undo of #%d", c.Undoes)
	case "merge":
		return fmt.Sprintf("%d contacts are one", len(c.Contacts))
	case "split":
		if len(c.Contacts) == 1 {
			return "a contact is parted from the others"
		}
		return fmt.Sprintf("%d contacts are parted from the others", len(c.Contacts))
	}
	return c.Action + "ed"
}
