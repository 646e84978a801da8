package export

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// card prints one contact: a heading, a row per field, then the accounts.
func (p *page) card(r *record.Reading, c *record.Contact, n names) {
	p.hang(0, 2, p.heading(c))
	told := make([]bool, len(c.Evidence))
	because := func(fields ...string) {
		var list []record.Evidence
		for i, e := range c.Evidence {
			if told[i] || !slices.Contains(fields, e.Field) {
				continue
			}
			told[i] = true
			if !slices.ContainsFunc(list, func(o record.Evidence) bool { return quoted(o) == quoted(e) }) {
				list = append(list, e)
			}
		}
		p.explain(labelWidth, list)
	}
	row := func(field, label, value string) {
		disputed := slices.Contains(c.Disputed, field)
		if value == "" && disputed {
			value = "disputed"
		}
		p.row(label, disputed, value)
		because(field)
	}
	because("kind", "mode", "summit", "status", "step", "parties")
	row("date", "date", disputedDate(c))
	for i, person := range c.People {
		label := ""
		if i == 0 {
			label = "people"
		}
		p.row(label, i == 0 && slices.Contains(c.Disputed, "people"), personLine(person, n))
	}
	because("people")
	p.row("groups", false, strings.Join(c.Groups, ", "))
	because("groups")
	row("place", "place", placeLine(c.Place, n))
	row("initiator", "asked for by", initiatorLine(c.Initiator, n))
	row("topics", "topics", spacedList(c.Topics))
	row("about", "about", n.actors(c.About))
	row("outcome", "outcome", value(c.Outcome))
	row("duration", "duration", lasting(c.Duration))
	row("reported_by", "reported by", chains(c.ReportedBy))
	p.accounts(c, n)
	p.divergences(r, c, n)
	var rest []string
	for i, e := range c.Evidence {
		if !told[i] {
			rest = append(rest, e.Field)
		}
	}
	because(rest...)
}

// disputedDate repeats the date in a row of its own where it needs a mark: the
// heading has no room for one.
func disputedDate(c *record.Contact) string {
	if c.Date == nil || !slices.Contains(c.Disputed, "date") {
		return ""
	}
	return when(c.Date)
}

// heading writes "● Call · held · 18 Sep 2025 · Romania – Ukraine". The circle
// is hollow for a contact mentioned in passing.
func (p *page) heading(c *record.Contact) string {
	sign := "●"
	if !c.Main {
		sign = "○"
	}
	kind := kindNames[c.Kind]
	if kind == "" {
		kind = c.Kind
	}
	if c.Summit {
		kind += " (summit)"
	}
	status := c.Status
	if c.Step != "" && c.Step != c.Status {
		status += " (" + spaced(c.Step) + ")"
	}
	var parties []string
	for _, q := range c.Parties {
		name := q.Name
		if name == "" {
			name = q.ID
		}
		if q.Role != "" && q.Role != "party" {
			name += " (" + q.Role + ")"
		}
		parties = append(parties, name)
	}
	st := statusStyles[c.Status]
	parts := []string{
		p.look.paint(st, sign) + " " + p.look.paintWords(bold, kind), p.look.paintWords(st, status), when(c.Date),
		p.look.paintWords(bold, strings.Join(parties, " – ")),
	}
	if c.Mode == "indirect" {
		parts = append(parts, "through a go-between")
	}
	if !c.Main {
		parts = append(parts, p.look.paintWords(faint, "mentioned in passing"))
	}
	return strings.Join(parts, " · ")
}

func personLine(q record.Person, n names) string {
	var about []string
	if q.Country != nil {
		about = append(about, n.of(*q.Country))
	}
	if q.Office != nil {
		about = append(about, spaced(*q.Office))
	}
	if q.Role != "" && q.Role != "principal" {
		about = append(about, q.Role)
	}
	if q.Inferred {
		about = append(about, "named by the office only")
	}
	if len(about) == 0 {
		return q.Name
	}
	return q.Name + " (" + strings.Join(about, ", ") + ")"
}

func placeLine(q *record.Place, n names) string {
	if q == nil {
		return ""
	}
	if q.Country == nil || n.of(*q.Country) == q.Name {
		return q.Name
	}
	return q.Name + " (" + n.of(*q.Country) + ")"
}

func initiatorLine(a *record.Actor, n names) string {
	if a == nil {
		return ""
	}
	return n.actor(*a)
}
