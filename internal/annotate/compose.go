package annotate

import (
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// composer builds the noun phrases of one sentence from its units.
type composer struct {
	*finder
	st *Sentence
	us []unit
	// mute: phrases are read, but no actor is kept.
	mute bool
}

// stateRef is a state or an organisation named inside a phrase.
type stateRef struct {
	id  string
	org bool
	at  int // unit
	// name is the person named beside it in a list: "péruvien, Ollanta Humala".
	name int
}

// phraseParts are the parts of one noun phrase while it is read.
type phraseParts struct {
	first, last int // tokens
	head        int // unit of the office, institution or counterpart; -1
	names       []int
	states      []stateRef
	institution int // unit of the institution an office belongs to; -1
	honorific   int
	former      bool
	// both: the phrase belongs to "the two countries".
	both bool
	// apposed: the names stand in front, and the office says more of them.
	apposed bool
}

// open reports whether states and institutions may still join the head.
func (p *phraseParts) open() bool { return len(p.names) == 0 || p.apposed }

// compose reads the units from the left, each into the longest phrase.
func (f *finder) compose(st *Sentence, us []unit) {
	c := &composer{finder: f, st: st, us: us}
	for i := 0; i < len(us); {
		next := c.phrase(i)
		if next <= i {
			next = i + 1
		}
		i = next
	}
	c.relate()
	c.lists()
}

func (c *composer) gap(i, j int) gap { return c.between(c.st, c.us[i].last, c.us[j].first) }

func (u *unit) isState() bool {
	switch u.kind {
	case language.StateName, language.StateAdjective, language.OrgAdjective, language.StatePeople, language.StatePrefix, language.OrgName, language.Seat:
		return true
	}
	return false
}

func (u *unit) isAdjective() bool {
	return u.kind == language.StateAdjective || u.kind == language.OrgAdjective || u.kind == language.StatePeople || u.kind == language.StatePrefix
}

func (u *unit) isHead() bool {
	return u.kind == language.Office || u.kind == language.Institution && len(u.id) > 0 && u.id[0] == '@' || u.kind == counterpartKind
}

// phrase reads one phrase from unit i and returns the unit after it.
func (c *composer) phrase(i int) int {
	p := phraseParts{first: c.us[i].first, head: -1, institution: -1, honorific: -1}
	if u := &c.us[i]; u.kind == bothKind && len(u.offices) > 0 && i+1 < len(c.us) && c.us[i+1].isState() && (c.gap(i, i+1).ofGap() || c.genitive(&c.us[i+1]) && c.gap(i, i+1).bare()) {
		u.kind = language.Office
	}
	j := i
	// What stands in front of a head: states, honorifics.
	listed := false
	for j < len(c.us) {
		u := &c.us[j]
		if j > i && !c.leads(j-1, j) {
			if g := c.gap(j-1, j); !(u.isAdjective() && c.us[j-1].isAdjective() && g.listed() && g.articles == 0 && !g.relation && !g.of) {
				break
			}
			listed = true // "Lao, Cambodian leaders"
		}
		if u.isState() && (u.isAdjective() || c.owns(j)) {
			p.states = append(p.states, stateRef{u.id, u.org, j, -1})
			j++
			continue
		}
		if u.kind == language.Honorific {
			p.honorific = j
			j++
			continue
		}
		break
	}
	if j < len(c.us) && (j == i || c.leads(j-1, j)) {
		u := &c.us[j]
		switch {
		case u.isHead():
			if listed && !c.plural(j) { // only the last adjective is the office's
				c.modifiers(p.states[:len(p.states)-1])
				p.states = p.states[len(p.states)-1:]
				p.first = c.us[p.states[0].at].first
			}
			p.head = j
			return c.afterHead(&p, j)
		case u.kind == personKind:
			p.names = append(p.names, j)
			return c.afterName(&p, j)
		case j > i && u.kind == language.Institution, j > i && u.kind == language.OrgName && c.us[j-1].kind == language.Honorific:
			c.plain(j)
			c.modifiers(p.states)
			return j + 1
		}
	}
	if j > i { // modifiers without a head
		c.modifiers(p.states)
		return j
	}
	c.plain(i)
	return i + 1
}

// leads reports whether unit i can stand in front of j in one phrase.
func (c *composer) leads(i, j int) bool {
	g := c.gap(i, j)
	if c.us[i].kind == language.Honorific {
		return g.bare() || g.tight() && g.articles == 0
	}
	if c.us[i].isAdjective() && c.us[j].isAdjective() {
		return g.bare()
	}
	return g.tight() && (g.articles == 0 || g.possessive) && g.adjectives <= 2
}

// owns reports whether a possessive mark follows the unit.
func (c *composer) owns(i int) bool {
	n := c.us[i].last
	return n < c.st.Last && c.lx.possessive[c.d.Toks[n].Form]
}

// afterHead reads what follows an office, an institution or a counterpart:
// states, the thing it is the office of, names.
func (c *composer) afterHead(p *phraseParts, j int) int {
	u := &c.us[j]
	if u.state != "" {
		p.states = append(p.states, stateRef{u.state, u.org, j, -1})
	}
	plural := c.plural(j)
	at := j // the last unit taken
	j++
	for j < len(c.us) {
		n := &c.us[j]
		g := c.gap(at, j)
		switch {
		case n.isAdjective() && n.kind != language.StatePrefix && p.open() && (g.tight() && (g.articles == 0 || u.kind == counterpartKind) || plural && g.listed()):
			if len(p.states) > 0 && !plural && !g.tight() {
				return c.finish(p, at, j)
			}
			p.states = append(p.states, stateRef{n.id, n.org, j, -1})
		case n.isAdjective() && plural && len(p.states) > 0 && len(p.names) > 0 && g.listed():
			p.states = append(p.states, stateRef{n.id, n.org, j, -1}) // "péruvien, Ollanta Humala, colombien"
		case (n.kind == language.StateName || n.kind == language.OrgName || n.kind == language.Seat || n.kind == language.StatePeople) && p.open() &&
			(g.ofGap() || g.from && g.words == 0 && !g.comma && (u.kind == counterpartKind || plural) || c.genitive(n) && g.bare() || g.bare() && u.kind == counterpartKind && !c.owns(j) || plural && c.listOf(p) && g.listed()):
			if len(p.states) > 0 && !plural && !c.sameActor(p.states[0].id, n.id) && !n.org {
				return c.finish(p, at, j)
			}
			p.states = append(p.states, stateRef{n.id, n.org, j, -1})
		case n.kind == language.Institution && p.open() && p.institution < 0 && c.us[p.head].kind == language.Office && (g.ofGap() || g.bare()):
			p.institution = j
			if n.state != "" {
				p.states = append(p.states, stateRef{n.state, n.org, j, -1})
			}
		case n.kind == language.Office && len(p.names) == 0 && g.and && !g.comma && g.words == 0 && g.articles == 0 && !g.of && !g.relation && g.adjectives == 0 &&
			c.us[p.head].kind == language.Office && !plural && c.namedNext(j):
			// "Deputy Prime Minister and Foreign Minister X": two offices of one person.
			if n.state != "" {
				p.states = append(p.states, stateRef{n.state, n.org, j, -1})
			}
		case (n.kind == language.StateName || n.kind == language.OrgName) && len(p.names) > 0 && !p.apposed && len(p.states) == 0 && g.ofGap() && c.us[at].kind == personKind:
			// "President Emomali Rahmon of Tajikistan"
			p.states = append(p.states, stateRef{n.id, n.org, j, p.names[0]})
		case n.kind == bothKind && p.open() && (g.ofGap() || g.bare() && plural) && len(p.states) == 0:
			p.both = true
		case n.kind == language.Institution && len(n.id) > 0 && n.id[0] == '@' && p.open() && len(p.states) == 0 && c.us[p.head].kind == language.Institution && g.ofGap():
			plural = plural || c.plural(j) // "the delegations of the two governments"
			if n.state != "" {
				p.states = append(p.states, stateRef{n.state, n.org, j, -1})
			}
		case n.kind == language.Office && p.open() && p.institution < 0 && c.us[p.head].kind == language.Office && (g.ofGap() || c.genitive(n) && g.bare()):
			// "porte-parole du président": an office of an office.
			p.institution = j
			if n.state != "" {
				p.states = append(p.states, stateRef{n.state, n.org, j, -1})
			}
		case n.kind == language.Office && p.open() && g.bare() && c.us[p.head].kind == counterpartKind:
			p.institution = j
		case n.kind == language.Honorific && (g.bare() || g.apposed()) && j+1 < len(c.us) && c.us[j+1].kind == personKind && c.leads(j, j+1):
			p.honorific = j
		case n.kind == personKind && !p.apposed && c.takesName(p, at, j, g, plural):
			p.names = append(p.names, j)
			if k := len(p.states) - 1; k >= 0 && p.states[k].name < 0 {
				p.states[k].name = j
			}
		default:
			return c.finish(p, at, j)
		}
		at = j
		j++
	}
	return c.finish(p, at, j)
}

// takesName reports whether a name belongs to the head before it.
func (c *composer) takesName(p *phraseParts, at, j int, g gap, plural bool) bool {
	if len(p.names) == 0 {
		if c.us[at].kind == language.Honorific {
			return true
		}
		return g.bare() || g.tight() && g.articles == 0 && g.adjectives <= 1 || g.apposed() && g.articles == 0 && c.worthName(j)
	}
	return plural && (g.listed() && !g.relation || c.us[at].isAdjective() && (g.bare() || g.apposed()))
}

// worthName reports whether a name after a comma is a person's: known, or of
// more than one word.
func (c *composer) worthName(j int) bool {
	return c.us[j].person != nil || c.us[j].words > 1 || c.us[j].full
}

func (c *composer) listOf(p *phraseParts) bool {
	k := len(p.states) - 1
	return k >= 0 && !c.us[p.states[k].at].isAdjective()
}

func (c *composer) sameActor(a, b string) bool { return a == b }

// genitive reports whether a name stands in a case that means "of": the tagger
// says so, or it is a state's name right behind an office, which in a language
// with cases can be nothing else ("președintele SUA").
func (c *composer) genitive(u *unit) bool {
	if len(c.lx.Pack.Cases) == 0 {
		return false
	}
	return u.isState() && !u.isAdjective() || c.st.Words[u.first-c.st.First].Feats.Any(syntax.Genitive|syntax.Dative)
}

// plural reports whether the main noun of a unit is in the plural: the last
// noun before any preposition.
func (c *composer) plural(j int) bool {
	u := &c.us[j]
	head := -1
	for i := u.first; i < u.last; i++ {
		n := i - c.st.First
		if i > u.first && (c.st.Rels[n] != 0 || c.lx.articles[c.d.Toks[i].Form]) {
			break
		}
		if t := c.st.Words[n].Tag; t == syntax.Noun || t == syntax.ProperNoun || head < 0 {
			head = i
		}
	}
	return c.st.Words[head-c.st.First].Feats.Has(syntax.Plural)
}

// afterName reads what follows a name: other names of its phrase do not, but an
// office in apposition does ("Sergueï Lavrov, chef de la diplomatie russe").
func (c *composer) afterName(p *phraseParts, j int) int {
	if j+1 < len(c.us) {
		g := c.gap(j, j+1)
		n := &c.us[j+1]
		if (g.apposed() || g.paren && g.words == 0) && c.apposable(j, j+1) {
			q := phraseParts{first: n.first, head: -1, institution: -1, honorific: -1, names: p.names, states: p.states, apposed: true}
			k := j + 1
			if n.isState() && k+1 < len(c.us) && c.us[k+1].isHead() && c.leads(k, k+1) {
				q.states = append(q.states, stateRef{n.id, n.org, k, -1})
				k++
			}
			if c.us[k].isHead() && c.us[k].kind != counterpartKind && !c.namedNext(k) && !c.plural(k) && c.fitsPerson(j, k, q.states) {
				q.first, q.head, q.honorific = p.first, k, p.honorific
				q.names = append([]int(nil), p.names...)
				return c.afterHead(&q, k)
			}
			if c.us[k].isHead() && c.us[k].kind != counterpartKind && !c.namedNext(k) && !c.plural(k) && g.apposed() {
				// An office beside the person's own ("..., the current chair of the EAC,"): it ends with a comma.
				c.mute = true
				next := c.afterHead(&q, k)
				c.mute = false
				if end := c.us[next-1].last; end < c.st.Last && c.d.Text[c.d.Toks[end].Start:c.d.Toks[end].End] == "," {
					c.finish(p, j, next)
					c.st.Actors[len(c.st.Actors)-1].Last = end
					return next
				}
			}
		}
	}
	return c.finish(p, j, j+1)
}

// apposable: a list of two persons is no apposition.
func (c *composer) apposable(j, k int) bool {
	n := &c.us[k]
	return n.isHead() || n.isState() && k+1 < len(c.us) && c.us[k+1].isHead()
}

// namedNext reports whether an office has a name of its own after it: then it
// starts the next member of a list.
func (c *composer) namedNext(k int) bool {
	for m := k + 1; m < len(c.us) && m <= k+2; m++ {
		g := c.gap(m-1, m)
		if c.us[m].kind == personKind && g.tight() {
			return true
		}
		if !c.us[m].isAdjective() || !g.tight() {
			return false
		}
	}
	return false
}

// fitsPerson reports whether an office may be the known person's: not when it
// names another state than theirs.
func (c *composer) fitsPerson(j, k int, states []stateRef) bool {
	person := c.us[j].person
	if person == nil {
		return true
	}
	of := c.us[k].state
	if of == "" && len(states) > 0 {
		of = states[len(states)-1].id
	}
	if of == "" && k+1 < len(c.us) && c.us[k+1].isState() && (c.gap(k, k+1).tight() || c.gap(k, k+1).ofGap()) {
		of = c.us[k+1].id
	}
	if of == "" || of == person.Country {
		return true
	}
	for _, h := range person.Holdings {
		if h.Of == of {
			return true
		}
	}
	return false
}
