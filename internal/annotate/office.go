package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// ofInstitution sets the state of an office that belongs to an institution or
// to another office ("spokesman of the Kremlin", "adviser to the president").
func (c *composer) ofInstitution(a *Actor, u *unit) {
	if u.kind == language.Institution {
		a.Institution = u.id
		if i := c.lx.World.Institutions[u.id]; i != nil {
			a.Of = i.Of
		}
	}
}

// refined maps a general office and the kind of institution it belongs to, to
// the office that the gazetteer knows.
var refined = map[[2]string]string{
	{"minister", "foreign-ministry"}:     "foreign-minister",
	{"minister", "defence-ministry"}:     "defence-minister",
	{"spokesperson", "presidency"}:       "presidential-spokesperson",
	{"spokesperson", "government"}:       "government-spokesperson",
	{"spokesperson", "foreign-ministry"}: "foreign-ministry-spokesperson",
	{"spokesperson", "defence-ministry"}: "defence-ministry-spokesperson",
}

// office sets the office of an actor: that of its head, made exact by the institution
// and the state it is of, and the state that alone has such an office.
func (c *composer) office(a *Actor, h *unit, p *phraseParts) {
	var person *gazetteer.Person
	if len(p.names) == 1 {
		person = c.us[p.names[0]].person
	}
	of := a.Of
	if of == "" && person != nil { // "Secretary of State Marco Rubio"
		of = person.Country
	}
	a.Office = c.readOffice(h, of)
	if a.Office == "minister" && person != nil {
		a.Office = c.ministryOf(person)
	}
	kind, _ := strings.CutPrefix(a.Institution, "@")
	if i := c.lx.World.Institutions[a.Institution]; i != nil {
		kind = i.Kind
	}
	if r := refined[[2]string{a.Office, kind}]; r != "" {
		a.Office = r
	}
	if p.institution >= 0 && c.us[p.institution].kind == language.Office {
		inner := c.readOffice(&c.us[p.institution], a.Of)
		if e := c.only(&c.us[p.institution]); a.Of == "" && e != nil && len(e.Only) == 1 { // "the envoy of the UN chief"
			a.Of = e.Only[0]
		}
		switch {
		case a.Office == "spokesperson" && (inner == "president" || inner == "monarch"):
			a.Office = "presidential-spokesperson"
		case a.Office == "spokesperson" && inner == "foreign-minister":
			a.Office = "foreign-ministry-spokesperson"
		case a.Office == "spokesperson" && inner == "prime-minister":
			a.Institution = "@premiership"
		}
	}
	if a.Of == "" {
		a.Of = c.lx.World.SoleState(a.Office)
	}
	if a.Of == "" {
		if e := c.only(h); e != nil && len(e.Only) == 1 && c.canHold(p, e) {
			a.Of = e.Only[0]
		}
	}
}

// ministryOf returns the office of a minister whose portfolio is not told, by the one held
// at the time: "Secretary Rubio".
func (c *composer) ministryOf(p *gazetteer.Person) string {
	if h, ok := c.lx.World.OfficeOn(p, c.d.Published); ok && strings.HasPrefix(c.lx.World.Offices[h.Office].Name, "Minister of ") {
		return h.Office
	}
	return "minister"
}

// canHold reports whether the one whom a phrase names, if it names any, has held an
// office where alone it is called so: "EU President Donald Tusk".
func (c *composer) canHold(p *phraseParts, e *language.Entry) bool {
	if len(p.names) == 0 {
		return true
	}
	person := c.us[p.names[0]].person
	return person != nil && slices.ContainsFunc(person.Holdings, func(h gazetteer.Holding) bool {
		return h.Office == e.ID && h.Of == e.Only[0]
	})
}

// readOffice picks the reading of an office form that holds for a state.
func (c *composer) readOffice(h *unit, of string) string {
	general := ""
	for _, e := range h.offices {
		if len(e.Only) == 0 && general == "" {
			general = e.ID
		}
		for _, o := range e.Only {
			if o == of {
				return e.ID
			}
		}
	}
	if general == "" && len(h.offices) > 0 {
		return h.offices[0].ID
	}
	return general
}

// only returns the one reading of a form that holds for some states alone.
func (c *composer) only(h *unit) *language.Entry {
	if len(h.offices) == 1 && len(h.offices[0].Only) > 0 {
		return h.offices[0]
	}
	return nil
}

// formerIn reports whether a phrase is of somebody who left office: such a word
// stands in it or right before it.
func (c *composer) formerIn(first, last int) bool {
	for i := first - 1; i >= c.st.First && i >= first-3; i-- {
		n := i - c.st.First
		if c.former[n] {
			return true
		}
		if c.st.Words[n].Tag != syntax.Adj && c.st.Words[n].Tag != syntax.Det {
			break
		}
	}
	for i := first; i < last; i++ {
		if c.former[i-c.st.First] {
			return true
		}
	}
	return false
}

// cabinets gives an office the state of the government it is in: "the economy
// minister in the Lebanese government".
func (c *composer) cabinets() {
	kept := c.st.Actors[:0]
	for _, g := range c.st.Actors {
		if n := len(kept) - 1; n >= 0 && inCabinet(&kept[n], &g) {
			kept[n].Of, kept[n].Last = g.Of, g.Last
			continue
		}
		kept = append(kept, g)
	}
	c.st.Actors = kept
}

// inCabinet reports whether a government is named right behind an office in it.
func inCabinet(office, g *Actor) bool {
	in := g.Rels.Has(language.From) || g.Rels.Has(language.In) || g.Rels.Has(language.Of)
	return office.Kind == OfficeHolder && office.Of == "" && g.Institution == "@government" && g.Of != "" && in && g.RelAt == office.Last
}
