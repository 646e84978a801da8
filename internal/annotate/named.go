package annotate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// name puts a person into an office. The gazetteer's person stands when the
// state agrees; else the name is a person of its own.
func (c *composer) name(a *Actor, u *unit) {
	a.Kind = Person
	a.Name, a.Given = u.name, u.words > 1
	person := u.person
	if person != nil && a.Of != "" && !c.belongs(person, a.Of) {
		person = c.shortOf(u.first, u.last, a.Of) // "King Abdullah of Jordan"
	}
	if a.Office != "" && !u.full && (person == nil || !person.Held(a.Office)) {
		if p := c.inOffice(u, a); p != nil {
			person = p
		}
	}
	if person == nil {
		person = c.familyInOffice(u, a)
	}
	if a.Gender == "" {
		a.Gender = u.gender
	}
	a.Person = person
	if person != nil {
		a.Gender = person.Gender
		if a.Of == "" {
			a.Of = cmp.Or(c.heldOf(person, a.Office), c.serving(person))
		}
		c.people.known[person] = true
		return
	}
	c.meet(a, u)
}

// familyInOffice returns who holds the office in front of a full name that nobody is known by,
// where the family name sounds like theirs and the given one begins as theirs does: usages
// spell names in their own way.
func (c *composer) familyInOffice(u *unit, a *Actor) *gazetteer.Person {
	given := c.skeleton(u.first)
	if u.words < 2 || a.Office == "" || a.Of == "" || given == "" {
		return nil
	}
	for _, h := range c.lx.World.Holders(a.Of, a.Office, c.d.Published) {
		own := strings.Fields(h.Person.Name)
		family := c.lx.World.Skeleton(own[len(own)-1])
		if first := c.lx.World.Skeleton(own[0]); first == "" || first[0] != given[0] {
			continue
		}
		if slices.ContainsFunc(c.stems(u.last-1), func(s string) bool { return gazetteer.SoundAlike(s, family) }) {
			return h.Person
		}
	}
	return nil
}

// heldOf returns the one state of which a person held an office: a prime minister may preside
// over a council of states now.
func (c *composer) heldOf(p *gazetteer.Person, office string) string {
	of := ""
	for _, h := range p.Holdings {
		if h.Office != office {
			continue
		}
		if of != "" && of != h.Of || c.lx.World.States[h.Of] == nil {
			return ""
		}
		of = h.Of
	}
	return of
}

// serving returns the state or organisation whose high office a person held when the
// text was published: the state the person is of, where there is one of its own or
// none of another.
func (c *composer) serving(p *gazetteer.Person) string {
	w, of := c.lx.World, p.Country
	for _, h := range p.Holdings {
		if c.d.Published.IsZero() || !h.In(c.d.Published) || w.Offices[h.Office].Rank >= servant {
			continue
		}
		if h.Of == p.Country {
			return h.Of
		}
		if w.States[h.Of] != nil || w.Organisations[h.Of] != nil {
			of = h.Of
		}
	}
	return of
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

// shortOf returns the person of a state that a name stands for, with or without the
// title in front: "King Abdullah" is of several states.
func (f *finder) shortOf(first, last int, of string) *gazetteer.Person {
	for ; first < last; first++ {
		for _, m := range f.lookup(first, last) {
			if m.Person.Country == of {
				return m.Person
			}
		}
		if !f.titled(first) {
			break
		}
	}
	return nil
}

// inOffice returns whom of those who share a short name the office before it
// means: "President Aoun", "King Salman". Who holds it on the day goes first.
func (c *composer) inOffice(u *unit, a *Actor) (found *gazetteer.Person) {
	for _, m := range c.lookup(u.first, u.last) {
		for _, h := range m.Person.Holdings {
			if h.Office != a.Office || a.Of != "" && h.Of != a.Of {
				continue
			}
			if found == nil || h.In(c.d.Published) {
				found = m.Person
			}
		}
	}
	return found
}

// meet remembers a person that the gazetteer does not know.
func (c *composer) meet(a *Actor, u *unit) {
	given, family := c.d.Toks[u.first].Form, c.d.Toks[u.last-1].Form
	s := recall(c.finder, c.people.unknown, u.last-1)
	if s != nil && u.words > 1 && s.family != family && s.given != given { // "Ana Soto" is no Javier Soto Laya
		s = nil
	}
	if s == nil {
		s = &stranger{name: u.name, given: given, family: family}
		remember(c.finder, c.people.unknown, u.last-1, s)
		if u.words > 2 && !c.d.Toks[u.last-2].Hyphen && c.d.Toks[u.last-2].Upper && c.lx.World.IsGiven(c.skeleton(u.first)) && !c.lx.World.IsGiven(c.skeleton(u.last-2)) && recall(c.finder, c.people.unknown, u.last-2) == nil { // the first of two family names
			remember(c.finder, c.people.unknown, u.last-2, s)
		}
	}
	if u.words > 2 && (c.d.Toks[u.last-1].Hyphen || gazetteer.IsPatronymic(c.d.Toks[u.first+1].Form)) { // "Hsiao Kuang-wei": the family name comes first; "Prince Khalid"
		remember(c.finder, c.people.unknown, u.first, s)
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
	if u.person == nil && !u.full && p.honorific < 0 && (u.words < 2 || !c.allProper(u) || !c.vouched(u)) {
		return
	}
	c.name(&a, u)
	c.emit(a)
}

// Ranks of the gazetteer's offices: down to lastEminent a family name is enough to say
// who is meant, down to lastNamed where nobody else has it ("Peskov").
const (
	lastEminent = 5
	lastNamed   = 7
)

// prominent reports whether a bare family name that the document never gives
// in full may still be taken for a person of the gazetteer: not one with an initial.
func (c *composer) prominent(u *unit) bool {
	h, ok := c.lx.World.OfficeOn(u.person, zeroDay)
	if !ok || strings.Contains(u.name, ".") || c.lx.conditional.Has(c.d.Toks[u.first].Form) || c.lx.future.Has(c.d.Toks[u.first].Form) {
		return false
	}
	rank := c.lx.World.Offices[h.Office].Rank
	if rank > lastEminent && (rank > lastNamed || len(c.lookup(u.first, u.last)) > 1) || len(u.name) < 3 && rank > 1 {
		return false
	}
	if n := u.last; c.lx.Pack.Attributive && n < c.st.Last && !c.d.Toks[n].Upper && c.wordAt(n).Tag == syntax.Noun && !c.dated[n-c.st.First] && !c.tellsOfContact(n) {
		return false // "Houthi officials": a name in front of a noun names a side, not in front of "summit"
	}
	if c.lx.Pack.CapitalNouns && u.first > c.st.First && c.lx.articles.Has(c.d.Toks[u.first-1].Form) && !c.inCompound(u) { // "der Mann"
		return false
	}
	switch c.wordAt(u.first).Tag {
	case syntax.ProperNoun:
		return true
	case syntax.Noun, syntax.Other, syntax.Sym:
		return u.first > c.st.First || !c.ordinary(u.first)
	case syntax.Adj: // "Зеленский": names that are inflected as adjectives are
		return u.first > c.st.First || len(c.lx.Pack.NameEndings) > 0 && !c.ordinary(u.first)
	case syntax.Verb:
		return len(c.lx.Pack.NameEndings) > 0 && !c.ordinary(u.first)
	}
	return false
}

// tellsOfContact reports whether words that tell of a contact may start at a
// token, whatever the tagger makes of it: "Macron phones", "Putin-Trump summit".
func (c *composer) tellsOfContact(tok int) bool {
	var buf [8]phrase.Match
	for _, m := range c.lx.all.Find(buf[:0], c.d.Toks, tok, c.st.Last, nil) {
		if e := c.lx.entries[m.ID]; e.Kind == language.Cue && (e.Cue.Sense == language.Contact || e.Cue.POS == "VERB" && e.Cue.Sense == language.Light) {
			return true
		}
	}
	return false
}

// vouched reports whether an unknown run of capitals may be a person's name:
// it begins with a name that persons bear, or none of its words is an ordinary
// word of the language or of this document.
func (c *composer) vouched(u *unit) bool {
	if c.lx.World.IsGiven(c.skeleton(u.first)) && !c.ordinary(u.last-1) {
		return true
	}
	shouted := true // "EXIT POLL"
	for i := u.first; i < u.last; i++ {
		if c.ordinary(i) {
			return false
		}
		shouted = shouted && c.d.Toks[i].Caps
	}
	return !shouted
}

// ordinary reports whether a word is written without a capital too: in the
// pack, or elsewhere in the document.
func (f *finder) ordinary(tok int) bool {
	form := f.d.Toks[tok].Form
	if f.lx.common.Has(form) {
		return true
	}
	if len(f.lower) == 0 {
		for i := range f.d.Toks {
			if t := &f.d.Toks[i]; t.Word && !t.Upper {
				f.lower[t.Form] = true
			}
		}
	}
	return f.lower[form] && !gazetteer.IsParticle(form)
}

func (c *composer) allProper(u *unit) bool {
	for i := u.first; i < u.last; i++ {
		if t := c.wordAt(i).Tag; t != syntax.ProperNoun && c.d.Toks[i].Upper && t != syntax.Noun && t != syntax.Other {
			return false
		}
	}
	return true
}

// opensFamily reports whether a capitalised word that may be a preposition opens the family name
// of a known person: "Di Maio ha detto".
func (f *finder) opensFamily(tok, last int) bool {
	if tok+1 >= last || !f.d.Toks[tok].Upper || !f.d.Toks[tok+1].Upper || !gazetteer.IsParticle(f.d.Toks[tok].Form) {
		return false
	}
	p := f.named(tok, tok+2).person
	return p != nil && strings.Contains(text.Fold(p.Name), " "+f.d.Toks[tok].Form+" "+f.d.Toks[tok+1].Form)
}

// inCompound reports whether the noun of a contact is joined to a name: "das Putin-Treffen".
func (c *composer) inCompound(u *unit) bool {
	last := u.last
	for last < c.st.Last && c.d.Toks[last].Hyphen {
		if c.lx.contactNouns.Has(c.d.Toks[last].Form) {
			return true
		}
		last++
	}
	return false
}
