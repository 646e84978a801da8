package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// verdict says what becomes of a unit behind a phrase.
type verdict uint8

const (
	// ends: the phrase ends before the unit.
	ends verdict = iota
	// taken: the unit is part of the phrase.
	taken
	// cuts: the phrase ends before the unit, and takes no name from behind it.
	cuts
)

// longestAcronym is up to how many bytes a word in capitals is taken for an
// acronym rather than a name.
const longestAcronym = 4

// afterHead reads what follows an office, an institution or a counterpart:
// states, the thing it is the office of, names.
func (c *composer) afterHead(p *phraseParts, head int) int {
	p.states = append(p.states, c.us[head].states...)
	p.plural = c.plural(head)
	at := head // the last unit taken
	for j := head + 1; j < len(c.us); j++ {
		switch c.follow(p, at, j) {
		case cuts:
			return c.finish(p, at, j)
		case ends:
			if k := c.portfolio(p, at); k > 0 {
				c.ownState(p, k)
				j, at = k, k
				continue
			}
			if k := c.remit(p, at); k > 0 {
				p.names, at = append(p.names, k), k
			}
			return c.finishNamed(p, at)
		}
		at = j
	}
	return c.finishNamed(p, at)
}

// follow takes unit j into a phrase whose last unit is at, if it belongs to it.
func (c *composer) follow(p *phraseParts, at, j int) verdict {
	n, g := &c.us[j], c.gap(at, j)
	switch {
	case n.isAdjective():
		return c.followAdjective(p, j, g)
	case n.isState():
		return c.followState(p, at, j, g)
	case n.kind == language.Group:
		if p.bare() && c.us[p.head].kind != counterpartKind && (c.ofGap(g, n) || c.us[p.head].kind == language.Institution && g.rels.Has(language.From) && g.mission()) { // "les dirigeants du Hamas", "a delegation from"
			return c.addState(p, j, -1)
		}
	case n.kind == language.Institution:
		return c.followInstitution(p, j, g)
	case n.kind == language.Office:
		return c.followOffice(p, j, g)
	case n.kind == counterpartKind: // "the envoy of his Chadian counterpart"
		if c.us[p.head].kind == language.Office && p.bare() && p.institution < 0 && g.ofGap() && !c.plural(j) {
			return taken
		}
	case n.kind == bothKind:
		from := g.rels.Has(language.From) && g.mission()
		if p.bare() && (g.ofGap() || p.plural && (g.bare() || from)) {
			p.both = true
			return taken
		}
	case n.kind == language.Honorific:
		if c.addresses(j) && (g.bare() || g.apposed()) && (len(p.names) == 0 || p.plural) {
			p.honorific = j
			return taken
		}
	case n.kind == personKind && c.officeOfName(p, g):
		return taken
	case n.kind == personKind && (c.holdsInner(p, at, j, g) || c.worksFor(p, at, g)):
		if len(p.states) == 0 && n.person != nil {
			p.states = append(p.states, stateRef{n.person.Country, false, j, -1})
		}
		return taken
	case n.kind == personKind:
		if len(p.owners) > 0 || !c.takesName(p, at, j, g) || c.us[p.head].kind == language.Institution && g.comma {
			return ends // "According to the presidency, X met": a body has no name of a person
		}
		p.names = append(p.names, j)
		if k := len(p.states) - 1; k >= 0 && p.states[k].name < 0 {
			p.states[k].name = j
		}
		return taken
	}
	return ends
}

// addresses reports whether a word of address, and others behind it, lead to a name:
// "H.E. Mr X".
func (c *composer) addresses(j int) bool {
	k := j + 1
	for k < len(c.us) && c.us[k].kind == language.Honorific && c.leads(k-1, k) {
		k++
	}
	return k < len(c.us) && c.us[k].kind == personKind && c.leads(k-1, k)
}

// holdsInner reports whether a name right behind the last unit is that of whom
// the head works for: "the special envoy of President X".
func (c *composer) holdsInner(p *phraseParts, at, j int, g gap) bool {
	if c.lx.Pack.Construct && c.us[j].person != nil {
		return g.bare() && c.heldInner(c.us[j].person, p)
	}
	return at == p.institution && at > p.head && c.us[at].kind == language.Office && c.us[p.head].kind == language.Office && g.bare() && !c.ofHead(p.head, at, j)
}

// bare reports whether a phrase has neither states nor names yet.
func (p *phraseParts) bare() bool { return len(p.names) == 0 && len(p.states) == 0 }

// addState adds the state that a unit names, and the unit of its holder's name.
func (c *composer) addState(p *phraseParts, j, name int) verdict {
	p.states = append(p.states, stateRef{c.us[j].id, c.us[j].org, j, name})
	return taken
}

// followAdjective takes the adjective of a state: "le ministre turc".
func (c *composer) followAdjective(p *phraseParts, j int, g gap) verdict {
	n := &c.us[j]
	listed := p.plural && g.listed()
	owned := g.articles == g.owners || c.us[p.head].kind == counterpartKind // "son homologue, le turc"
	switch {
	case n.kind != language.StatePrefix && len(p.names) == 0 && (g.tight() && owned || listed):
		if len(p.states) > 0 && !p.plural && !g.tight() {
			return cuts
		}
		return c.addState(p, j, -1)
	case listed && len(p.states) > 0 && len(p.names) > 0:
		return c.addState(p, j, -1) // "péruvien, Ollanta Humala, colombien"
	case p.bare() && c.serves(p, g) && j+1 < len(c.us) && c.us[j+1].kind == language.Office && c.leads(j, j+1):
		return c.addState(p, j, -1) // "a spokesman for the Turkish president"
	case n.kind == language.StatePeople && len(p.names) == 0 && c.belongsTo(p, j, g):
		return c.ownState(p, j)
	}
	return ends
}

// followState takes the name of a state or an organisation.
func (c *composer) followState(p *phraseParts, at, j int, g gap) verdict {
	n := &c.us[j]
	nameless := len(p.names) == 0
	switch {
	case nameless && c.belongsTo(p, j, g):
		if n.kind == language.Seat && g.rels.Has(language.In) {
			c.there(n, g)
		}
		return c.ownState(p, j)
	case p.plural && len(p.states) > 0 && len(p.names) == len(p.states) && (g.listed() || g.member()) && !g.relation && c.namesOwn(j):
		return c.addState(p, j, -1) // "the presidents of Chad X, Niger Y and (of) Mali, Z"
	case nameless && g.mission() && c.sent(p, n, g):
		if len(p.states) == 0 && g.rels.Has(language.From) {
			return c.addState(p, j, -1)
		}
		p.to = n.id
		c.there(n, g)
		return taken
	case n.kind != language.Seat && !nameless && g.ofGap() && c.us[at].kind == personKind && p.lacksState(at):
		return c.addState(p, j, at) // "President Emomali Rahmon of Tajikistan"
	}
	return ends
}

// there notes the place of a seat at which somebody is who serves there.
func (c *composer) there(n *unit, g gap) {
	if n.place != "" && !c.mute {
		c.st.Places = append(c.st.Places, PlaceMention{n.first, n.last, n.place, n.id, g.rels})
	}
}

// lacksState reports whether a name, the last of a phrase, has no state yet: where
// several are named, each brings its own ("Presidents A of Chad and B of Niger").
func (p *phraseParts) lacksState(name int) bool {
	if !p.plural {
		return len(p.states) == 0
	}
	return len(p.states) == len(p.names)-1 && !slices.ContainsFunc(p.states, func(s stateRef) bool { return s.name == name || s.name < 0 })
}

// belongsTo reports whether the words in front of a state's name make the head
// that state's.
func (c *composer) belongsTo(p *phraseParts, j int, g gap) bool {
	head := c.us[p.head].kind
	counterpart := head == counterpartKind
	switch {
	case c.ofGap(g, &c.us[j]), c.servesIn(p, j, g):
		return true
	case len(p.states) > 0 && g.rels.Has(language.From) && g.relation:
		return false // "liderii NATO de la Londra"
	case g.rels.Has(language.From) && g.mission():
		return counterpart || head == language.Institution || p.plural || c.us[j].kind == language.Seat && !c.posted(p)
	case g.rels.Has(language.From) && g.plain() && g.relation && !g.comma && !g.and && g.adjectives == 1:
		return c.us[j].kind == language.Seat && !c.posted(p) // "the old leader from Minsk"
	case counterpart && p.bare() && g.rels.Has(language.In) && g.mission():
		return p.plural || c.us[j].kind != language.Seat // "spoke with his counterparts in Kigali and Kampala"
	case p.bare() && g.rels.Has(language.In) && g.mission() && c.us[j].kind == language.Seat && c.officials(p):
		return true // "met officials in Maputo"
	case g.bare():
		return c.genitive(&c.us[j]) || counterpart && !c.owns(j)
	}
	return p.plural && c.listOf(p) && g.listed()
}

// officials reports whether the head is several who serve a state, none of them named.
func (c *composer) officials(p *phraseParts) bool {
	h := &c.us[p.head]
	return p.plural && h.kind == language.Office && h.offices[0].ID == "official"
}

// ownState adds a state to which the head belongs; a head in the singular
// belongs to one.
func (c *composer) ownState(p *phraseParts, j int) verdict {
	n := &c.us[j]
	if len(p.states) > 0 && !p.plural && p.states[0].id != n.id && !n.org {
		return cuts
	}
	return c.addState(p, j, -1)
}

// followInstitution takes the institution that an office belongs to, or that
// another institution is part of.
func (c *composer) followInstitution(p *phraseParts, j int, g gap) verdict {
	n := &c.us[j]
	switch c.us[p.head].kind {
	case language.Office:
		if len(p.names) > 0 || p.institution >= 0 || !g.ofGap() && !g.bare() || c.lx.Pack.VerbFirst && g.bare() && !c.noArticle(n.first-1) {
			return ends // of a verb in front of both, the subject and the object
		}
		p.institution = j
	case language.Institution:
		if i := c.lx.World.Institutions[n.id]; i != nil && p.bare() && c.us[p.head].isGeneral() && g.rels.Has(language.From) && g.mission() { // "a delegation from the European Parliament"
			p.states = append(p.states, stateRef{i.Of, c.lx.World.States[i.Of] == nil, j, -1})
			return taken
		}
		if !p.bare() || !n.isGeneral() || !c.ofGap(g, n) {
			return ends
		}
		p.plural = p.plural || c.plural(j) // "the delegations of the two governments"
	default:
		return ends
	}
	p.states = append(p.states, n.states...)
	return taken
}

// followOffice takes a second office.
func (c *composer) followOffice(p *phraseParts, j int, g gap) verdict {
	n := &c.us[j]
	if len(p.names) > 0 {
		return ends
	}
	switch c.us[p.head].kind {
	case language.Office:
		// "Deputy Prime Minister and Foreign Minister X": two offices of one person.
		if second := !p.plural && g.joined() && (c.bearerBehind(j) || c.bearerApposed(j) || len(p.owners) > 0) || c.ofState(p, j, g) || c.oneMore(p, j, g) || c.rankOf(p, j, g); !second {
			if p.institution >= 0 || !c.officeOf(p, j, g) {
				return ends
			}
			p.institution = j
		}
		p.states = append(p.states, n.states...)
		return taken
	case counterpartKind:
		if g.bare() && !(c.lx.Pack.VerbFirst && len(p.states) > 0) { // the subject may stand behind its object
			p.institution = j
			return taken
		}
	case language.Institution:
		if c.us[p.head].id == "@delegation" && p.bare() && c.ofGap(g, n) && c.plural(j) { // "a delegation of officials from"
			p.states = append(p.states, n.states...)
			return taken
		}
	}
	return ends
}

// ofState reports whether a second office behind a comma says what a minister of state is in charge
// of: "the minister of State, minister of Foreign Affairs, X".
func (c *composer) ofState(p *phraseParts, j int, g gap) bool {
	return !p.plural && p.bare() && p.institution < 0 && g.apposed() && g.articles == 0 && c.readOffice(&c.us[p.head], "") == "minister" && strings.HasSuffix(c.readOffice(&c.us[j], ""), "minister") && !c.plural(j) && c.nameEnds(j)
}

// nameEnds reports whether a name follows an office, perhaps behind its state or remit.
func (c *composer) nameEnds(j int) bool {
	for k := j + 1; k < len(c.us) && c.us[k].first-c.us[j].last <= longestRemit; k++ {
		if c.us[k].kind == personKind {
			return true
		}
		if c.us[k].isHead() {
			return false
		}
	}
	return false
}

// officeOf reports whether a second office says whose the first is:
// "porte-parole du président".
func (c *composer) officeOf(p *phraseParts, j int, g gap) bool {
	if g.ofGap() || c.serves(p, g) || g.bare() && c.genitive(&c.us[j]) {
		return true
	}
	return g.bare() && j-1 > p.head && c.us[j-1].isAdjective() && c.serves(p, c.gap(p.head, j-1))
}

// namesOwn reports whether a name stands right behind a state, as that of its
// office holder.
func (c *composer) namesOwn(j int) bool {
	if j+1 >= len(c.us) || c.us[j+1].kind != personKind || c.owns(j) {
		return false
	}
	g := c.gap(j, j+1)
	return (g.bare() || g.apposed() && g.articles == 0) && (c.us[j+1].person == nil || c.belongs(c.us[j+1].person, c.us[j].id))
}

// takesName reports whether a name belongs to the head before it.
func (c *composer) takesName(p *phraseParts, at, j int, g gap) bool {
	last := &c.us[at]
	if last.kind != language.Honorific && c.doubtful(&c.us[j], last) {
		return false
	}
	switch {
	case len(p.names) > 0:
		return p.plural && (g.listed() && !g.relation || last.isState() && (g.bare() || g.apposed()))
	case last.kind == language.Honorific || g.bare():
		return true
	case g.articles > g.owners: // "omologul său X" has an owner
		return false
	}
	tells := p.plural && c.verbBehind(j) // "talks between the presidents of A and B, C said"
	return g.tight() && g.adjectives <= 1 || g.apposed() && c.worthName(j) && !c.elsewhere(p, j) && !tells
}

// elsewhere reports whether a known person behind a comma is of another state
// than the phrase before: "after talks with Serbia's president, Macron said".
func (c *composer) elsewhere(p *phraseParts, j int) bool {
	u := &c.us[j]
	if u.person == nil || !u.full && !c.verbBehind(j) || len(p.states) == 0 || u.last < c.st.Last && c.d.Words(u.last, u.last+1) == "," {
		return false
	}
	for _, s := range p.states {
		if c.belongs(u.person, s.id) {
			return false
		}
	}
	return true
}

// verbBehind reports whether a verb follows a unit at once.
func (c *composer) verbBehind(j int) bool {
	at := c.us[j].last
	if at >= c.st.Last {
		return false
	}
	t := c.wordAt(at).Tag
	return t == syntax.Verb || t == syntax.Aux
}

// doubtful reports whether a single word that nothing vouches for may be no name:
// an ordinary word, an acronym, or what goes on from the name of a state.
func (c *composer) doubtful(n, before *unit) bool {
	if n.person != nil || n.full || n.words != 1 {
		return false
	}
	t := &c.d.Toks[n.first]
	return c.ordinary(n.first) || t.Caps && t.End-t.Start <= longestAcronym || before.kind == language.StateName
}

// worthName reports whether a name after a comma is a person's: known, or of
// more than one word.
func (c *composer) worthName(j int) bool {
	return (c.us[j].person != nil || c.us[j].words > 1 || c.us[j].full) && !c.otherCase(j)
}

func (c *composer) listOf(p *phraseParts) bool {
	k := len(p.states) - 1
	return k >= 0 && p.states[k].at >= 0 && !c.us[p.states[k].at].isAdjective()
}
