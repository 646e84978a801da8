package resolve

import (
	"slices"
	"sort"
	"strings"

	"github.com/parley-news/parley/internal/codes"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/record"
)

// contactRecord writes a contact down, field by field, with the evidence of each,
// and the divergences between its accounts.
func (r *reader) contactRecord(c *contact, used map[string]bool) (record.Contact, []record.Divergence) {
	head := c.head()
	code := r.lx.Pack.Code
	ev := &evidenceList{d: r.d}
	ev.add(evidence{"kind", head.Cue.First, head.Cue.Last, head.Cue.Entry.Rule(code)})
	start, end := r.d.Bytes(head.Cue.First, head.Cue.Last)
	out := record.Contact{
		ID: r.uniqueID(start, end, used), Kind: c.kind, Mode: "direct", Step: c.step, Status: record.Steps[c.step],
		Parties: []record.Party{}, Groups: []string{}, People: []record.Person{}, Topics: []string{}, About: []record.Actor{},
		ReportedBy: [][]record.Source{}, Disputed: []string{}, Main: r.isMain(c),
	}
	r.stepRecord(c, &out, ev)
	r.partyRecords(c, &out, ev)
	out.Summit = c.summit || r.heads(c)
	r.sceneRecord(c, &out, ev)
	r.matterRecord(c, &out, ev)
	accounts := r.accounts(c, ev)
	out.Accounts = accountRecords(accounts)
	r.reportedBy(c, accounts, &out)
	r.outcomeRecord(c, &out, ev)
	div := r.disputes(c, &out, ev)
	r.initiatorRecord(c, &out, ev, out.Disputed)
	out.Codes = codes.Contact(out.Kind, out.Status)
	out.Evidence = ev.list
	return out, div
}

// stepRecord notes the words that tell how far a contact has got, and who carries
// it between the sides.
func (r *reader) stepRecord(c *contact, out *record.Contact, ev *evidenceList) {
	for _, m := range c.mentions {
		if m.StepCue != nil && m.Step == c.step {
			ev.add(evidence{"status", m.StepCue.First, m.StepCue.Last, m.StepCue.Entry.Rule(r.lx.Pack.Code)})
		}
		if len(m.Mediators)+len(m.MediatingStates) == 0 {
			continue
		}
		out.Mode = "indirect"
		for _, e := range r.refs(m.Mediators) {
			c.mediate(e.country())
		}
		for _, s := range m.MediatingStates {
			c.mediate(s.ID)
		}
	}
	if slices.ContainsFunc(c.order, func(id string) bool { return c.roles.of(id) == "mediator" }) {
		out.Mode = "indirect"
	}
}

// mediate adds who carries a contact between its sides, one of whom they may be.
func (c *contact) mediate(id string) {
	if id != "" && c.roles.of(id) == "" {
		c.roles.set(id, "mediator")
		c.order = append(c.order, id)
	}
}

// partyRecords notes the sides of a contact and who took part for them.
func (r *reader) partyRecords(c *contact, out *record.Contact, ev *evidenceList) {
	sides := c.sortedParties()
	out.Parties = slices.Grow(out.Parties, len(sides))
	for _, id := range sides {
		kind := "state"
		if r.world.Organisations[id] != nil && r.world.States[id] == nil {
			kind = "organisation"
		}
		out.Parties = append(out.Parties, record.Party{ID: id, Name: r.world.ActorName(id), Type: kind, Role: c.roles.of(id)})
	}
	for i := range c.entities {
		e := &c.entities[i]
		if e.group != "" {
			out.Groups = append(out.Groups, e.group)
			continue
		}
		if !e.isPerson() || !r.vouched(e) {
			continue
		}
		p := record.Person{Name: r.display(e), Role: "principal", As: e.as, Inferred: e.inferred && !r.namedHere(e)}
		if id := r.identity(e); id != "" {
			p.ID = r.strings.New(id)
		}
		if e.person != nil && e.person.Native != "" {
			p.Native = r.strings.New(e.person.Native)
		}
		if id := e.country(); id != "" {
			p.Country = r.strings.New(id)
		}
		if e.office != "" {
			p.Office = r.strings.New(e.office)
		}
		out.People = append(out.People, p)
	}
	sort.Strings(out.Groups)
}

// heads reports whether heads of state or government meet: one at least of two
// parties, in person or on a screen.
func (r *reader) heads(c *contact) bool {
	if c.kind != "meeting" && c.kind != "talks" && c.kind != "visit" && c.kind != "video" {
		return false
	}
	of := map[string]bool{}
	for i := range c.entities {
		e := &c.entities[i]
		if o := r.world.Offices[e.office]; o != nil && o.Summit && !e.former {
			of[e.country()] = true
		}
	}
	return len(of) >= 2
}

// sceneRecord notes when a contact is, where, and for how long.
func (r *reader) sceneRecord(c *contact, out *record.Contact, ev *evidenceList) {
	code := r.lx.Pack.Code
	if date, _, d := r.date(c); date != nil {
		out.Date = date
		ev.add(evidence{"date", d.First, d.Last, code + ": date"})
	}
	if place, p := r.place(c); place != nil {
		out.Place = place
		ev.add(evidence{"place", p.First, p.Last, code + ": place"})
	}
	r.duration(c, out, ev)
}

// duration notes how long a contact lasted, by the first mention that says it.
func (r *reader) duration(c *contact, out *record.Contact, ev *evidenceList) {
	for _, m := range c.mentions {
		if d := m.lasted(); d != nil {
			out.Duration = &record.Duration{Min: given(d.MinISO), Max: given(d.MaxISO), Text: r.d.Words(d.First, d.Last)}
			ev.add(evidence{"duration", d.First, d.Last, r.lx.Pack.Code + ": duration"})
			return
		}
	}
}

// lasted is how long a mention says that its contact lasted, nil where it does not.
func (m *mention) lasted() *dates.Mention {
	for i := range m.Durations {
		if d := &m.Durations[i]; !long(d.MinISO) && !long(d.MaxISO) {
			return d
		}
	}
	return nil
}

// given is a value that may be missing: nil for "".
func given(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// long reports whether an ISO 8601 duration counts months or years: what lasts
// so long in a text is something else than a contact.
func long(iso string) bool {
	days, _, _ := strings.Cut(iso, "T")
	return strings.ContainsAny(days, "YM")
}

// matterRecord notes what a contact is about: its topics and third countries.
func (r *reader) matterRecord(c *contact, out *record.Contact, ev *evidenceList) {
	topics, found := r.topics(c)
	out.Topics = append(out.Topics, topics...)
	for _, e := range found {
		ev.add(e)
	}
	for _, id := range r.about(c) {
		out.About = append(out.About, record.Actor{ID: id, Name: r.world.ActorName(id)})
	}
}

// outcomeRecord notes what a contact led to, in the words that tell it.
func (r *reader) outcomeRecord(c *contact, out *record.Contact, ev *evidenceList) {
	s := r.outcomes[c]
	if s == nil {
		return
	}
	first, last := r.wording(s)
	last = r.unmarked(first, last)
	text := r.d.Words(first, last)
	out.Outcome = &text
	ev.add(evidence{"outcome", first, last, s.sp.Cue.Entry.Rule(r.lx.Pack.Code)})
}

// unmarked is where a stretch ends without the marks that close it.
func (r *reader) unmarked(first, last int) int {
	for last > first+1 && !r.d.Toks[last-1].Word && !r.d.Toks[last-1].Number && r.d.InQuote(last-1) < 0 {
		last--
	}
	return last
}

// disputes notes the fields on which the accounts of a contact differ, and returns
// how. Words that are set against one another count only where no field differs by its values.
func (r *reader) disputes(c *contact, out *record.Contact, ev *evidenceList) []record.Divergence {
	fields, div := r.differ(out.ID, out.Accounts)
	if d := r.disclaims(c, out, ev); d != nil && !slices.Contains(fields, "initiator") {
		fields, div = append(fields, "initiator"), append(div, *d)
	}
	if d := r.unconfirmedBy(c, out.ID, ev); d != nil && !slices.Contains(fields, "status") {
		fields, div = append(fields, "status"), append(div, *d)
	}
	if d := r.claims(c, out.ID, ev); d != nil && len(fields) == 0 {
		fields, div = append(fields, d.Field), append(div, *d)
	}
	out.Disputed = append(out.Disputed, fields...)
	return div
}
