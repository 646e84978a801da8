package export

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// card prints one contact: a heading, a row per field, then the accounts, of which
// all are those to set side by side.
func (p *page) card(r *record.Reading, c *record.Contact, all []*version, n names) {
	p.hang(0, 2, p.heading(c))
	why := newReasons(c.Evidence)
	row := func(field, label, value string) {
		m := p.markOf(c, field)
		switch {
		case value == "" && m == differs:
			value = "disputed"
		case value == "" && m == mended:
			value = "none"
		}
		p.row(label, m, value)
		p.explain(labelWidth, why.take(field))
	}
	// The heading has these, and no room for marks.
	for _, head := range []struct{ field, value string }{
		{"kind", c.Kind}, {"mode", c.Mode}, {"summit", ""}, {"status", c.Status}, {"step", spaced(c.Step)}, {"parties", partyNames(c)}, {"date", when(c.Date)},
	} {
		if p.markOf(c, head.field) == mended || head.field == "date" && c.Date != nil && disputed(c, "date") == differs {
			row(head.field, fieldName(head.field), head.value)
		} else {
			p.because(why.take(head.field))
		}
	}
	for i, person := range c.People {
		label, m := "", unmarked
		if i == 0 {
			label, m = "people", p.markOf(c, "people")
		}
		p.row(label, m, personLine(person, n))
	}
	p.explain(labelWidth, why.take("people"))
	row("groups", "groups", strings.Join(c.Groups, ", "))
	row("place", "place", placeLine(c.Place, n))
	row("initiator", "asked for by", initiatorLine(c.Initiator, n))
	row("topics", "topics", topicNames(c.Topics))
	row("about", "about", n.actors(c.About))
	row("outcome", "outcome", value(c.Outcome))
	row("duration", "duration", lasting(c.Duration))
	if len(all) == 0 || !credits(all, c.ReportedBy) {
		row("reported_by", "reported by", chains(c.ReportedBy))
	}
	p.accounts(c, all)
	p.divergences(r, c, all, n)
	p.because(why.rest())
}

// disputed marks a field on which accounts differ.
func disputed(c *record.Contact, field string) mark {
	if slices.Contains(c.Disputed, field) {
		return differs
	}
	return unmarked
}

// markOf marks a field that a person has set, or on which accounts differ.
func (p *page) markOf(c *record.Contact, field string) mark {
	if slices.Contains(p.set, field) {
		return mended
	}
	return disputed(c, field)
}

// because prints the evidence of values that stand in the heading, each with
// the name of its field.
func (p *page) because(list []record.Evidence) {
	if !p.look.Explain {
		return
	}
	for _, e := range list {
		p.row(fieldName(e.Field), unmarked, p.look.paintWords(faint, quoted(e)))
	}
}

// reasons hands out the evidence of a contact, each piece once.
type reasons struct {
	list []record.Evidence
	told []bool
}

func newReasons(list []record.Evidence) *reasons {
	return &reasons{list, make([]bool, len(list))}
}

// take returns what is left of one field.
func (w *reasons) take(field string) []record.Evidence {
	return w.filter(func(e record.Evidence) bool { return e.Field == field })
}

// rest returns all that is left.
func (w *reasons) rest() []record.Evidence {
	return w.filter(func(record.Evidence) bool { return true })
}

func (w *reasons) filter(wanted func(record.Evidence) bool) []record.Evidence {
	var out []record.Evidence
	for i, e := range w.list {
		if !w.told[i] && wanted(e) {
			w.told[i] = true
			out = append(out, e)
		}
	}
	return out
}

// heading writes "● Call · held · 18 Sep 2025 · Romania – Ukraine". The circle
// is hollow for a contact mentioned in passing.
func (p *page) heading(c *record.Contact) string {
	sign := "●"
	if !c.Main {
		sign = "○"
	}
	kind := kindName(c.Kind)
	if c.Summit {
		kind += " (summit)"
	}
	status := c.Status
	if c.Step != "" && c.Step != c.Status {
		status += " (" + spaced(c.Step) + ")"
	}
	st := statusStyles[c.Status]
	parts := []string{
		p.look.paint(st, sign) + " " + p.look.paintWords(bold, kind), p.look.paintWords(st, status), when(c.Date),
		p.look.paintWords(bold, partyNames(c)),
	}
	if c.Mode == "indirect" {
		parts = append(parts, "through a go-between")
	}
	if !c.Main {
		parts = append(parts, p.look.paintWords(faint, "in passing"))
	}
	return strings.Join(parts, " · ")
}

// partyNames writes "Romania (host) – Ukraine (guest)".
func partyNames(c *record.Contact) string {
	return strings.Join(each(c.Parties, func(q record.Party) string {
		if q.Role != "" && q.Role != "party" {
			return partyName(q) + " (" + q.Role + ")"
		}
		return partyName(q)
	}), " – ")
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
