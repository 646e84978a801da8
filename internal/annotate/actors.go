package annotate

import (
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// finish turns the parts of a phrase into actors and returns the next unit.
func (c *composer) finish(p *phraseParts, at, next int) int {
	last := c.us[at].last
	if p.head < 0 {
		c.person(p, last)
		return next
	}
	h := &c.us[p.head]
	base := Actor{First: p.first, Last: last, Former: p.former, Plural: c.plural(p.head), OfBoth: p.both}
	base.Owned = c.owned(p.first)
	if p.honorific >= 0 {
		base.Gender = c.us[p.honorific].gender
	}
	switch h.kind {
	case counterpartKind:
		base.Kind, base.IsCounterpart = Counterpart, true
		if p.institution >= 0 && c.us[p.institution].kind == language.Office {
			base.Office = c.us[p.institution].offices[0].ID
		}
	case language.Institution:
		base.Kind, base.Institution = Institution, h.id
	default:
		base.Kind = OfficeHolder
	}
	for _, of := range c.spread(p, base.Plural) {
		a := base
		a.Of = of.id
		if p.institution >= 0 {
			c.ofInstitution(&a, &c.us[p.institution])
		}
		if h.kind == language.Office {
			c.office(&a, h, p)
		}
		if of.name >= 0 {
			c.name(&a, &c.us[of.name])
		}
		c.emit(a)
	}
	return next
}

// owned reports whether a possessive ("his", "leur") stands before a phrase.
func (c *composer) owned(first int) bool {
	for i := first - 1; i >= c.st.First && i >= first-2; i-- {
		if c.lx.owners[c.d.Toks[i].Form] {
			return true
		}
	}
	return false
}

// spread pairs the states of a phrase with its names: one actor each. A phrase
// in the singular has one state, the first that names one.
func (c *composer) spread(p *phraseParts, plural bool) []stateRef {
	if len(p.names) <= 1 && (!plural || len(p.states) <= 1) {
		ref := stateRef{name: -1}
		if len(p.states) > 0 {
			ref.id = p.states[0].id
		}
		if len(p.names) == 1 {
			ref.name = p.names[0]
		}
		return []stateRef{ref}
	}
	refs := append([]stateRef(nil), p.states...)
	taken := map[int]bool{}
	for i := range refs {
		for _, n := range p.names {
			// A known person belongs to their own state, wherever they stand.
			if person := c.us[n].person; person != nil && person.Country == refs[i].id && !taken[n] {
				refs[i].name, taken[n] = n, true
				break
			}
		}
	}
	for i := range refs {
		if n := refs[i].name; n >= 0 && !taken[n] {
			taken[n] = true
		} else if n >= 0 && c.us[n].person != nil && c.us[n].person.Country != refs[i].id {
			refs[i].name = -1
		}
	}
	for _, n := range p.names {
		if taken[n] {
			continue
		}
		placed := false
		for i := range refs {
			if refs[i].name < 0 && c.us[n].person == nil {
				refs[i].name, placed = n, true
				break
			}
		}
		if !placed {
			refs = append(refs, stateRef{name: n})
		}
	}
	return refs
}

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

func (c *composer) office(a *Actor, h *unit, p *phraseParts) {
	a.Office = c.readOffice(h, a.Of)
	kind, _ := strings.CutPrefix(a.Institution, "@")
	if i := c.lx.World.Institutions[a.Institution]; i != nil {
		kind = i.Kind
	}
	if r := refined[[2]string{a.Office, kind}]; r != "" {
		a.Office = r
	}
	if p.institution >= 0 && c.us[p.institution].kind == language.Office {
		switch inner := c.readOffice(&c.us[p.institution], a.Of); {
		case a.Office == "spokesperson" && (inner == "president" || inner == "monarch"):
			a.Office = "presidential-spokesperson"
		case a.Office == "spokesperson" && inner == "foreign-minister":
			a.Office = "foreign-ministry-spokesperson"
		}
	}
	if a.Of == "" {
		if e := c.only(h); e != nil && len(e.Only) == 1 {
			a.Of = e.Only[0]
		}
	}
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

// name puts a person into an office. The gazetteer's person stands when the
// state agrees; else the name is a person of its own.
func (c *composer) name(a *Actor, u *unit) {
	a.Kind = Person
	a.Name, a.Given = u.name, u.words > 1
	person := u.person
	if person != nil && a.Of != "" && !c.belongs(person, a.Of) {
		person = nil
		if !u.full {
			person = c.shortOf(u.first, u.last, a.Of)
		}
	}
	if a.Gender == "" {
		a.Gender = u.gender
	}
	a.Person = person
	if person != nil {
		a.Gender = person.Gender
		if a.Of == "" {
			a.Of = person.Country
		}
		c.people.known[person] = true
		return
	}
	c.meet(a, u)
}

func (c *composer) belongs(p *gazetteer.Person, of string) bool {
	if p.Country == of {
		return true
	}
	for _, h := range p.Holdings {
		if h.Of == of {
			return true
		}
	}
	// Officials of an organisation are often called by their own state.
	return c.lx.World.States[p.Country] == nil
}

// shortOf returns the person of a state that a family name stands for.
func (f *finder) shortOf(first, last int, of string) *gazetteer.Person {
	for _, m := range f.lx.World.LookupKeys(f.keys(first, last)) {
		if m.Person.Country == of {
			return m.Person
		}
	}
	return nil
}

// meet remembers a person that the gazetteer does not know.
func (c *composer) meet(a *Actor, u *unit) {
	key := c.skeleton(u.last - 1)
	s := c.people.unknown[key]
	if s == nil {
		s = &stranger{name: u.name}
		c.people.unknown[key] = s
	}
	if len(u.name) > len(s.name) && u.words > 1 {
		s.name = u.name
	}
	if a.Of != "" && s.of == "" {
		s.of = a.Of
	}
	if a.Office != "" && s.office == "" {
		s.office = a.Office
	}
	if a.Gender != "" {
		s.gender = a.Gender
	}
	a.Name = s.name
	if a.Of == "" {
		a.Of = s.of
	}
	if a.Office == "" {
		a.Office = s.office
	}
}

// person emits a name without an office: known, or met before, or vouched for
// by a title or a state in front, or of two words and more.
func (c *composer) person(p *phraseParts, last int) {
	u := &c.us[p.names[0]]
	a := Actor{First: p.first, Last: last, Kind: Person}
	if p.honorific >= 0 {
		a.Gender = c.us[p.honorific].gender
	}
	if len(p.states) > 0 {
		a.Of = p.states[0].id
	}
	supported := u.full || p.honorific >= 0 || len(p.states) > 0
	if u.person != nil && !u.full && !supported && !c.people.known[u.person] && !c.prominent(u) {
		return
	}
	if u.person == nil && !supported && (u.words < 2 || !c.allProper(u)) {
		return
	}
	c.name(&a, u)
	c.emit(a)
}

// prominent reports whether a bare family name that the document never gives
// in full may still be taken for a person of the gazetteer.
func (c *composer) prominent(u *unit) bool {
	h, ok := c.lx.World.OfficeOn(u.person, zeroDay)
	if !ok || c.lx.World.Offices[h.Office].Rank > 5 || len(u.name) < 3 && c.lx.World.Offices[h.Office].Rank > 1 {
		return false
	}
	tag := c.wordAt(u.first).Tag
	return tag == syntax.ProperNoun || u.first > c.st.First && (tag == syntax.Noun || tag == syntax.Other || tag == syntax.Adj)
}

func (c *composer) allProper(u *unit) bool {
	for i := u.first; i < u.last; i++ {
		if t := c.wordAt(i).Tag; t != syntax.ProperNoun && c.d.Toks[i].Upper && t != syntax.Noun && t != syntax.Other {
			return false
		}
	}
	return true
}

// plain emits a unit that is a phrase by itself.
func (c *composer) plain(i int) {
	u := &c.us[i]
	a := Actor{First: u.first, Last: u.last, Of: u.id, Place: u.place}
	switch u.kind {
	case language.StateName, language.StatePeople:
		a.Kind, a.Plural = State, u.kind == language.StatePeople
	case language.Seat:
		a.Kind = State
	case language.OrgName:
		a.Kind = Organisation
	case language.Institution:
		a.Kind, a.Institution, a.Of = Institution, u.id, u.state
		if inst := c.lx.World.Institutions[u.id]; inst != nil {
			a.Of = inst.Of
		}
	case language.Group:
		a.Kind, a.Group, a.Of = Group, u.id, ""
	case language.Outlet:
		a.Kind, a.Name, a.Of = Outlet, u.id, ""
	case pronounKind:
		a.Kind, a.Of, a.Plural = Pronoun, "", u.id == fnPronounN
	case bothKind:
		a.Kind, a.Of, a.Plural, a.Rank = Both, "", true, u.entry.Cue.Args["rank"]
	case language.Place:
		rels, _ := c.governor(c.st, u.first)
		country := ""
		if p := c.lx.World.Places[u.id]; p != nil {
			country = p.Country
		}
		c.st.Places = append(c.st.Places, PlaceMention{u.first, u.last, u.id, country, rels})
		return
	default:
		return
	}
	c.emit(a)
}

// modifiers notes adjectives and possessive names of states that modify no
// actor: "Russian-Ukrainian talks", "France's offer".
func (c *composer) modifiers(states []stateRef) {
	for _, s := range states {
		u := &c.us[s.at]
		if u.isAdjective() {
			c.st.States = append(c.st.States, StateMention{u.first, u.last, u.id, true, u.org})
			continue
		}
		c.plain(s.at)
	}
}

func (c *composer) emit(a Actor) {
	if c.mute {
		return
	}
	a.Rels, a.RelAt = c.governor(c.st, a.First)
	if a.Rels == 0 && c.genitiveToken(a.First) {
		for name, rel := range c.lx.Pack.Cases {
			if f := caseFeature[name]; c.st.Words[a.First-c.st.First].Feats.Any(f) {
				a.Rels |= relBit(rel)
			}
		}
		a.RelAt = a.First
	}
	if a.Rels.Has(language.Marked) && (a.Kind == Person || a.Kind == OfficeHolder || a.Kind == Counterpart) {
		a.Rels, a.Object = 0, true
	}
	a.Possessive = a.Last < c.st.Last && c.lx.possessive[c.d.Toks[a.Last].Form]
	c.st.Actors = append(c.st.Actors, a)
}

func (c *composer) genitiveToken(i int) bool { return len(c.lx.Pack.Cases) > 0 && i >= c.st.First }

var caseFeature = map[string]syntax.Feats{
	"Genitive": syntax.Genitive, "Dative": syntax.Dative, "Accusative": syntax.Accusative,
	"Instrumental": syntax.Instrumental, "Locative": syntax.Locative, "Ablative": syntax.Ablative,
}

// relate gives places their seats: a capital in "in Moscow" is a place.
func (c *composer) relate() {
	for i := range c.st.Actors {
		a := &c.st.Actors[i]
		if a.Kind != State && a.Kind != Institution && !(a.Kind == Organisation && a.Place != "") {
			continue
		}
		name, country := a.Place, a.Of
		if name == "" && (a.Kind == Institution || !a.Rels.Has(language.In)) {
			continue
		}
		if p := c.lx.World.Places[name]; p != nil {
			country = p.Country
		}
		if a.Rels.Has(language.In) || a.Rels.Has(language.To) || a.Rels == 0 {
			c.st.Places = append(c.st.Places, PlaceMention{a.First, a.Last, name, country, a.Rels})
		}
	}
}

// lists numbers the coordinations: actors that only commas and conjunctions
// part, with one conjunction at least, or the several actors of one phrase.
// Later members take the preposition of the first.
func (c *composer) lists() {
	as := c.st.Actors
	for i := 0; i < len(as); {
		j, and := i, false
		for j+1 < len(as) {
			if as[j+1].First == as[j].First { // one phrase, several states
				j++
				continue
			}
			g := c.between(c.st, as[j].Last, as[j+1].First)
			if g.comma && !g.and && as[j+1].Rels != 0 && as[i].Rels&as[j+1].Rels == 0 { // "between A and B, in C"
				break
			}
			if !g.listed() && !(g.and && g.words == 0 && g.adjectives == 0) || c.framed(&as[i], &as[j+1], g) ||
				g.and && !as[i].Rels.Has(language.Between) && c.newClause(as[j+1].Last, as[i].First) {
				break
			}
			and = and || g.and
			j++
		}
		if j == i+1 && !and && as[i].First == c.st.First && as[j].Last < c.st.Last && (c.st.Title || !c.hasVerb(c.st)) {
			and = true // headlines: "Scholz, Stocker to meet"
		}
		for !and && j > i && as[j].First != as[i].First {
			j--
		}
		if j > i {
			c.list(as[i : j+1])
		}
		i = j + 1
	}
}

// list makes actors one coordination.
func (c *composer) list(as []Actor) {
	c.finder.lists++
	for k := range as {
		as[k].List = c.finder.lists
		if k > 0 && (as[k].Rels == 0 || as[k].Rels == relBit(language.Of) && as[0].Rels != 0) {
			as[k].Rels, as[k].RelAt = as[0].Rels, as[0].RelAt
		}
		as[k].Object = as[k].Object || as[0].Object
	}
}

// framed reports whether the comma after a place or an occasion parts it from
// the subject: "In Stockholm, the prime minister".
func (c *composer) framed(first, next *Actor, g gap) bool {
	return g.comma && !g.and && first.Rels != 0 && next.Rels == 0 && first.Kind != Person && first.Kind != OfficeHolder &&
		(next.Kind == Person || next.Kind == OfficeHolder || next.Kind == Counterpart)
}

// newClause reports whether the conjunction before an actor joins clauses: a
// finite verb follows the actor at once, and one stands before the list too.
func (c *composer) newClause(after, list int) bool {
	if after >= c.st.Last || !c.finiteAt(after) {
		return false
	}
	for i := list - 1; i >= c.st.First; i-- {
		if c.finiteAt(i) {
			return true
		}
	}
	return false
}

func (c *composer) finiteAt(i int) bool {
	w := c.st.Words[i-c.st.First]
	return (w.Tag == syntax.Verb || w.Tag == syntax.Aux) && (w.Feats.Has(syntax.Finite) || w.Tag == syntax.Aux && w.Feats.Any(syntax.Persons))
}
