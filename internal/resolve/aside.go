package resolve

import (
	"slices"
	"time"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/record"
)

// asides binds the asides of a sentence to the contact in focus.
func (r *reader) asides(s int) {
	for i := range r.found.Asides {
		a := &r.found.Asides[i]
		if a.Sentence != s {
			continue
		}
		switch a.Kind {
		case extract.Undertakes:
			r.undertakes(a)
		case extract.Disclaims:
			if id := r.oneSide(a.By); r.focus != nil && r.focus.roles.of(id) != "" && r.disclaimed[r.focus] == nil {
				r.disclaimed[r.focus] = a
			}
		case extract.Silent, extract.Unconfirmed:
			r.silence(a)
		case extract.Disputes:
			r.disputed(a)
		case extract.Accompanies:
			r.accompanies(a)
		}
	}
}

// companyWithin is how many sentences after a contact others are said to take
// part in it.
const companyWithin = 3

// accompanies adds those who take part beside others to the contact that their
// sentence tells of, else to the one in focus: persons of its sides alone.
func (r *reader) accompanies(a *extract.Aside) {
	c := r.focus
	if here := r.joinedIn(a.Sentence); len(here) > 0 {
		c = here[0].c
	}
	if c == nil || a.Sentence-c.last().Sentence > companyWithin || phase(c.step) == "off" {
		return
	}
	joins := r.joins(a, c)
	if joins { // "the two sides", further on, are not the last two of a list
		r.lastList, r.lastPair = 0, nil
	}
	for _, e := range r.refs(a.By) {
		if e.isPerson() && !e.inferred && (r.belongs(c, e.country()) || joins) && !slices.ContainsFunc(c.entities, func(o entity) bool { return o.same(&e) }) {
			c.entities = append(c.entities, e)
			if id := e.country(); (c.summit || joins) && id != "" && c.roles.of(id) == "" { // leaders are there for their states
				c.order = append(c.order, id)
				c.roles.set(id, "party")
			}
		}
	}
}

// joins reports whether a sentence of its own says who took part in the meeting told of
// just before, of whatever side: "Participaron el primer ministro X y el de Y".
func (r *reader) joins(a *extract.Aside, c *contact) bool {
	if a.Cue == nil || !a.Cue.Entry.Cue.Is("attend") || a.Cue.First != r.d.Sentences[a.Sentence].First {
		return false
	}
	return len(r.joinedIn(a.Sentence)) == 0 && a.Sentence-c.last().Sentence <= 2 && (c.kind == "meeting" || c.kind == "talks")
}

// belongs reports whether somebody of a side may sit at the table of a contact:
// the side is none, one of those that meet, or perhaps a member of one of two.
func (r *reader) belongs(c *contact, side string) bool {
	if side == "" || c.roles.of(side) != "" {
		return true
	}
	for _, id := range c.order {
		if o := r.world.Organisations[id]; o != nil && o.Kind == "regional" && r.world.States[side] != nil && len(c.order) <= 2 {
			return true
		}
	}
	return false
}

// oneSide is the side of some actors, "" when they are of none or of several.
func (r *reader) oneSide(refs []extract.Ref) string {
	id := ""
	for _, e := range r.refs(refs) {
		c := e.country()
		if id != "" && c != id {
			return ""
		}
		id = c
	}
	return id
}

// dateRecord makes the record of a date.
func (r *reader) dateRecord(d dates.Mention) *record.Date {
	return &record.Date{
		From: d.From.Format(time.DateOnly), To: d.To.Format(time.DateOnly), Basis: string(d.Basis),
		Approximate: d.Approximate, Text: r.d.Words(d.First, d.Last),
	}
}

// disclaims adds to the divergences of a contact that the side which asked for
// it, by the other's account, says it did not.
func (r *reader) disclaims(c *contact, out *record.Contact, ev *evidenceList) *record.Divergence {
	a := r.disclaimed[c]
	ids, m := r.initiators(c)
	if a == nil || len(ids) != 1 || ids[0] != r.oneSide(a.By) {
		return nil
	}
	side, _ := r.origin(m)
	if side == ids[0] {
		return nil
	}
	if side == "" {
		for _, id := range c.order {
			if id != ids[0] {
				side = id
				break
			}
		}
	}
	claim := ev.add(evidence{"initiator", m.First, m.Last, r.lx.Pack.Code + ": initiator"})
	denial := ev.add(evidence{"initiator", a.First, a.Last, a.Cue.Entry.Rule(r.lx.Pack.Code)})
	return &record.Divergence{Contact: out.ID, Field: "initiator", Sides: sorted(
		record.Says{Side: side, Says: ids[0], Evidence: claim},
		record.Says{Side: ids[0], Says: r.d.Words(a.First, a.Last), Evidence: denial},
	)}
}

func sorted(a, b record.Says) []record.Says {
	if b.Side < a.Side {
		a, b = b, a
	}
	return []record.Says{a, b}
}
