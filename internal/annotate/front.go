package annotate

import (
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// phrase reads one phrase from unit i and returns the unit after it.
func (c *composer) phrase(i int) int {
	p := phraseParts{first: c.us[i].first, head: -1, institution: -1, honorific: -1}
	j := c.beforeHead(&p, i)
	if j < len(c.us) && (j == i || c.leads(j-1, j)) {
		c.generalise(j)
		if next, ok := c.headed(&p, i, j); ok {
			return next
		}
	}
	if j > i { // modifiers without a head
		if p.honorific == i {
			c.plain(i)
		}
		c.modifiers(p.states)
		return j
	}
	c.plain(i)
	return i + 1
}

// beforeHead takes what stands in front of a head, states and honorifics, and
// returns the unit behind them.
func (c *composer) beforeHead(p *phraseParts, i int) int {
	j := i
	if k := c.coordinated(i); k > i { // "Turkish and Hungarian foreign ministers"
		for ; j <= k; j++ {
			if u := &c.us[j]; u.isState() {
				p.states = append(p.states, stateRef{u.id, u.org, j, -1})
			}
		}
	}
	for ; j < len(c.us) && (j == i || c.leads(j-1, j)); j++ {
		u := &c.us[j]
		switch {
		case (u.isState() || u.kind == language.Group) && (u.isAdjective() || c.owns(j) || c.attributive(j)):
			p.states = append(p.states, stateRef{u.id, u.org, j, -1})
		case u.kind == language.Honorific:
			p.honorific = j
		default:
			return j
		}
	}
	return j
}

// headed reads the phrase that starts at unit i if unit j is its head: an office, a
// body or a person. It returns the unit after the phrase.
func (c *composer) headed(p *phraseParts, i, j int) (next int, ok bool) {
	u := &c.us[j]
	switch {
	case u.isHead() || u.kind == language.Institution && c.compound(j):
		for c.compound(j) { // "foreign ministry spokesman", "the president's envoy"
			p.institution = j
			p.states = append(p.states, c.us[j].states...)
			j++
		}
		p.head = j
		c.postInFront(p)
		return c.afterHead(p, j), true
	case u.kind == personKind:
		if j == i && c.governs(j) {
			c.emit(Actor{First: u.first, Last: c.us[j+1].last, Kind: Institution, Institution: c.us[j+1].id, Of: u.person.Country})
			return j + 2, true
		}
		if state := c.ownerState(j); state != "" && len(p.names) == 0 { // "Putin's spokesman"
			p.states, p.head = append(p.states[:0], stateRef{state, false, j, -1}), j+1
			return c.afterHead(p, j+1), true
		}
		p.names = append(p.names, j)
		return c.finishNamed(p, j), true
	case j > i && (u.kind == language.Institution || u.kind == language.OrgName && c.us[j-1].kind == language.Honorific):
		c.plain(j)
		c.modifiers(p.states)
		return j + 1, true
	}
	return j, false
}

// generalise turns the institution of one state, whose name is followed by
// another state's, into one of its kind: the same words name both.
func (c *composer) generalise(j int) {
	if c.us[j].kind != language.Institution || j+1 >= len(c.us) {
		return
	}
	inst := c.lx.World.Institutions[c.us[j].id]
	if inst == nil {
		return
	}
	n := &c.us[j+1]
	if n.kind != language.StateName && n.kind != language.StateAdjective && n.kind != language.Seat || n.id == inst.Of || c.lx.World.States[n.id] == nil {
		return
	}
	g := c.gap(j, j+1)
	if n.kind == language.Seat { // "the Foreign Ministry in Chișinău"
		if g.rels.Has(language.From) && g.mission() {
			c.us[j].id = "@" + inst.Kind
		}
		return
	}
	if g.ofGap() || g.bare() && (n.isAdjective() && !c.lx.Pack.Attributive || c.genitive(n)) {
		c.us[j].id = "@" + inst.Kind
	}
}

// coordinated returns the last of several states in front of a plural head that
// they share ("US, British and French officials"), or -1.
func (c *composer) coordinated(i int) int {
	and, names := false, false
	k := i
	for ; k+1 < len(c.us) && c.us[k].isState() && c.us[k+1].isState(); k++ {
		g := c.gap(k, k+1)
		names = names || !c.us[k].isAdjective()
		if !g.listed() || g.relation || g.of || names && (!c.lx.Pack.Attributive || g.articles > 0) {
			return -1
		}
		and = and || g.and
	}
	if !and && names || k == i || k+1 >= len(c.us) || !c.us[k].isState() {
		return -1
	}
	if !c.us[k].isAdjective() && !c.owns(k) && !c.lx.Pack.Attributive {
		return -1
	}
	if h := k + 1; !c.us[h].isHead() || !c.leads(k, h) || !c.plural(h) {
		return -1
	}
	if names {
		if rels, _ := c.governor(c.st, c.us[i].first); rels.Has(language.Between) {
			return -1 // "between Iran and US officials"
		}
	}
	return k
}

// attributive reports whether the name of a state is the adjective of what
// follows at once: "US officials", "Hamas leader".
func (c *composer) attributive(j int) bool {
	if !c.lx.Pack.Attributive || j+1 >= len(c.us) || c.d.Toks[c.us[j+1].first].Hyphen && !c.hyphened(j) {
		return false
	}
	if g := c.gap(j, j+1); !g.bare() && (c.us[j].kind != language.Group || !g.tight() || g.articles > 0) { // "Taliban interim minister"
		return false
	}
	n := &c.us[j+1]
	switch {
	case n.isHead():
		// "in Turkey President Macron": the name after the office tells whose it is.
		if n.kind == language.Office && j+2 < len(c.us) && c.us[j+2].person != nil && c.gap(j+1, j+2).bare() {
			sent := c.us[j].kind == language.OrgName && n.isSent() // "ECOWAS mediator Goodluck Jonathan"
			owned := len(c.lx.parted) > 0 && !c.d.Apart(n.first)   // where places have an ending, what has none is whose the office is
			return owned || sent || c.us[j].kind == language.Group || c.belongs(c.us[j+2].person, c.us[j].id)
		}
		return true
	case n.kind == language.Institution:
		return c.compound(j + 1)
	}
	return n.isAdjective() && j+2 < len(c.us) && c.us[j+2].isHead() && c.leads(j+1, j+2)
}

// hyphened reports whether the first part of a compound says whose office the second is:
// "EU-Außenminister", but not "Ukraine-Gesandter".
func (c *composer) hyphened(j int) bool {
	u, n := &c.us[j], &c.us[j+1]
	return c.lx.Pack.CapitalNouns && n.kind == language.Office && c.gap(j, j+1).bare() && (u.kind == language.OrgName || u.kind == language.StateName && !n.isSent())
}

// compound reports whether an institution or office in front of an office says
// whose it is.
func (c *composer) compound(j int) bool {
	if j+1 >= len(c.us) || c.us[j+1].kind != language.Office || c.us[j].kind != language.Institution && c.us[j].kind != language.Office {
		return false
	}
	g := c.gap(j, j+1)
	if !g.tight() || g.articles > 0 {
		return false
	}
	return g.possessive || c.us[j].kind == language.Institution && c.lx.Pack.Attributive && g.adjectives <= 1
}

// ownerState returns the state of a known person who owns the office that
// follows ("Putin's spokesman"), "" when none does.
func (c *composer) ownerState(j int) string {
	if c.us[j].person == nil || !c.owns(j) || j+1 >= len(c.us) || c.us[j+1].kind != language.Office || !c.leads(j, j+1) {
		return ""
	}
	return c.us[j].person.Country
}

// governs reports whether a known person's name says whose government follows:
// "the Biden administration", "Maduro's cabinet".
func (c *composer) governs(j int) bool {
	if c.us[j].person == nil || j+1 >= len(c.us) || c.us[j+1].id != "@government" || len(c.us[j+1].states) > 0 {
		return false
	}
	if c.owns(j) {
		return c.leads(j, j+1)
	}
	return c.lx.Pack.Attributive && c.gap(j, j+1).bare()
}

// leads reports whether unit i can stand in front of j in one phrase.
func (c *composer) leads(i, j int) bool {
	g := c.gap(i, j)
	if c.us[i].kind == language.Honorific {
		u := &c.us[i] // "Son Excellence le Président"
		return g.bare() || g.tight() && (g.articles == 0 || g.adjectives == 0 && c.lx.owners.Has(c.d.Toks[u.first].Form))
	}
	if c.us[i].isAdjective() && c.us[j].isAdjective() {
		return g.bare()
	}
	if c.lx.Pack.Attributive && g.oneWord() && c.us[j].kind == language.Office {
		tok := c.us[j].first - 1 // "Lao Party General Secretary"
		return c.us[i].last == tok && c.ordinary(tok) && (c.wordAt(tok).Tag == syntax.Noun || c.wordAt(tok).Tag == syntax.ProperNoun)
	}
	return g.tight() && (g.articles == 0 || g.possessive) && g.adjectives <= 2
}

// owns reports whether a possessive mark follows the unit.
func (c *composer) owns(i int) bool {
	n := c.us[i].last
	return n < c.st.Last && c.lx.possessive.Has(c.d.Toks[n].Form)
}

// postInFront takes the capital right in front of an ambassador for the post: "Sweden's
// Ankara ambassador".
func (c *composer) postInFront(p *phraseParts) {
	n := len(p.states) - 1
	if n < 1 || c.us[p.head].kind != language.Office || !c.us[p.head].isSent() || p.states[n].at+1 != p.head || c.us[p.states[n].at].kind != language.Seat || c.plural(p.head) {
		return
	}
	p.to, p.states = p.states[n].id, p.states[:n]
}
