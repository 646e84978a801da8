package annotate

import (
	"strings"

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
	first       int // token
	head        int // unit of the office, institution or counterpart; -1
	names       []int
	states      []stateRef
	institution int // unit of the institution an office belongs to; -1
	honorific   int
	// owners are the names that an office in apposition belongs to.
	owners []int
	// to is where an envoy is sent or accredited.
	to string
	// both: the phrase belongs to "the two countries".
	both bool
}

// compose reads the units from the left, each into the longest phrase.
func (f *finder) compose(st *Sentence, us []unit) {
	c := &composer{finder: f, st: st, us: us}
	us = c.glossed()
	c.pluralise()
	for i := 0; i < len(us); {
		next := c.phrase(i)
		if next <= i {
			next = i + 1
		}
		i = next
	}
	c.define()
	c.relate()
	c.lists()
}

// pluralise corrects the tagger where the ending of an office tells its number:
// "miniștrii" is no genitive.
func (c *composer) pluralise() {
	for i := range c.us {
		u := &c.us[i]
		if u.kind != language.Office && u.kind != counterpartKind {
			continue
		}
		for _, end := range c.lx.Pack.Plurals {
			if w := &c.st.Words[u.first-c.st.First]; w.Tag == syntax.Noun && strings.HasSuffix(c.d.Toks[u.first].Form, end) {
				w.Feats = w.Feats&^(syntax.Numbers|syntax.Cases) | syntax.Plural | syntax.Nominative | syntax.Accusative
			}
		}
	}
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

// afterHead reads what follows an office, an institution or a counterpart:
// states, the thing it is the office of, names.
func (c *composer) afterHead(p *phraseParts, j int) int {
	u := &c.us[j]
	p.states = append(p.states, u.states...)
	plural := c.plural(j)
	at := j // the last unit taken
	j++
	for j < len(c.us) {
		n := &c.us[j]
		g := c.gap(at, j)
		switch {
		case n.isAdjective() && n.kind != language.StatePrefix && len(p.names) == 0 && (g.tight() && (g.articles == g.owners || u.kind == counterpartKind) || plural && g.listed()):
			if len(p.states) > 0 && !plural && !g.tight() {
				return c.finish(p, at, j)
			}
			p.states = append(p.states, stateRef{n.id, n.org, j, -1})
		case n.isAdjective() && plural && len(p.states) > 0 && len(p.names) > 0 && g.listed():
			p.states = append(p.states, stateRef{n.id, n.org, j, -1}) // "péruvien, Ollanta Humala, colombien"
		case (n.kind == language.StateName || n.kind == language.OrgName || n.kind == language.Seat || n.kind == language.StatePeople) && len(p.names) == 0 &&
			(g.ofGap() || g.rels.Has(language.From) && g.mission() && (u.kind == counterpartKind || u.kind == language.Institution || plural) || c.genitive(n) && g.bare() || g.bare() && u.kind == counterpartKind && !c.owns(j) || plural && c.listOf(p) && g.listed()):
			if len(p.states) > 0 && !plural && !c.sameActor(p.states[0].id, n.id) && !n.org {
				return c.finish(p, at, j)
			}
			p.states = append(p.states, stateRef{n.id, n.org, j, -1})
		case plural && n.isState() && !n.isAdjective() && len(p.states) > 0 && len(p.names) == len(p.states) && g.listed() && !g.relation && c.namesOwn(j):
			// "the presidents of Chad X, Niger Y and (of) Mali, Z"
			p.states = append(p.states, stateRef{n.id, n.org, j, -1})
		case n.isState() && !n.isAdjective() && len(p.names) == 0 && g.mission() && c.sent(p, n, g):
			if len(p.states) == 0 && g.rels.Has(language.From) {
				p.states = append(p.states, stateRef{n.id, n.org, j, -1})
			} else {
				p.to = n.id
			}
		case n.kind == language.Institution && len(p.names) == 0 && p.institution < 0 && c.us[p.head].kind == language.Office && (g.ofGap() || g.bare()):
			p.institution = j
			p.states = append(p.states, n.states...)
		case n.kind == language.Office && len(p.names) == 0 && g.and && !g.comma && g.words == 0 && g.articles == 0 && !g.of && !g.relation && g.adjectives == 0 &&
			c.us[p.head].kind == language.Office && !plural && (c.namedNext(j) || len(p.owners) > 0):
			// "Deputy Prime Minister and Foreign Minister X": two offices of one person.
			p.states = append(p.states, n.states...)
		case (n.kind == language.StateName || n.kind == language.OrgName) && len(p.names) > 0 && len(p.states) == 0 && g.ofGap() && c.us[at].kind == personKind:
			// "President Emomali Rahmon of Tajikistan"
			p.states = append(p.states, stateRef{n.id, n.org, j, p.names[0]})
		case n.kind == bothKind && len(p.names) == 0 && (g.ofGap() || plural && (g.bare() || g.rels.Has(language.From) && g.mission())) && len(p.states) == 0:
			p.both = true
		case n.kind == language.Institution && len(n.id) > 0 && n.id[0] == '@' && len(p.names) == 0 && len(p.states) == 0 && c.us[p.head].kind == language.Institution && g.ofGap():
			plural = plural || c.plural(j) // "the delegations of the two governments"
			p.states = append(p.states, n.states...)
		case n.kind == language.Office && len(p.names) == 0 && p.institution < 0 && c.us[p.head].kind == language.Office && (g.ofGap() || c.genitive(n) && g.bare()):
			// "porte-parole du président": an office of an office.
			p.institution = j
			p.states = append(p.states, n.states...)
		case n.kind == language.Office && len(p.names) == 0 && g.bare() && c.us[p.head].kind == counterpartKind:
			p.institution = j
		case n.kind == language.Honorific && (g.bare() || g.apposed()) && j+1 < len(c.us) && c.us[j+1].kind == personKind && c.leads(j, j+1):
			p.honorific = j
		case n.kind == personKind && len(p.owners) == 0 && c.takesName(p, at, j, g, plural):
			p.names = append(p.names, j)
			if k := len(p.states) - 1; k >= 0 && p.states[k].name < 0 {
				p.states[k].name = j
			}
		default:
			return c.finishNamed(p, at)
		}
		at = j
		j++
	}
	return c.finishNamed(p, at)
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

// sent reports whether a state after a preposition is where the holder of an
// office comes from ("officials from Qatar") or was sent ("ambassador to").
func (c *composer) sent(p *phraseParts, n *unit, g gap) bool {
	h := &c.us[p.head]
	if len(p.states) == 0 && p.institution < 0 && g.rels.Has(language.From) && n.kind != language.Seat && h.kind != counterpartKind {
		return true
	}
	if h.kind != language.Office || p.to != "" || n.kind == language.Seat {
		return false
	}
	switch h.offices[0].ID {
	case "ambassador", "un-ambassador":
		return g.rels.Has(language.To) || g.rels.Has(language.In)
	case "envoy":
		return !g.rels.Has(language.With) && !g.rels.Has(language.By)
	}
	return false
}

// takesName reports whether a name belongs to the head before it.
func (c *composer) takesName(p *phraseParts, at, j int, g gap, plural bool) bool {
	if n := &c.us[j]; n.person == nil && !n.full && n.words == 1 && c.us[at].kind != language.Honorific {
		if t := &c.d.Toks[n.first]; c.ordinary(n.first) || t.Caps && t.End-t.Start <= 4 || c.us[at].kind == language.StateName {
			return false
		}
	}
	if len(p.names) == 0 {
		if c.us[at].kind == language.Honorific {
			return true
		}
		return g.bare() || g.tight() && g.articles == 0 && g.adjectives <= 1 || g.apposed() && g.articles == 0 && c.worthName(j)
	}
	return plural && (g.listed() && !g.relation || c.us[at].isState() && (g.bare() || g.apposed()))
}

// worthName reports whether a name after a comma is a person's: known, or of
// more than one word.
func (c *composer) worthName(j int) bool {
	return c.us[j].person != nil || c.us[j].words > 1 || c.us[j].full
}

func (c *composer) listOf(p *phraseParts) bool {
	k := len(p.states) - 1
	return k >= 0 && p.states[k].at >= 0 && !c.us[p.states[k].at].isAdjective()
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

// plural reports whether the main noun of a unit is in the plural: where
// nouns stand in front of nouns the last before any preposition, else the first.
func (c *composer) plural(j int) bool {
	u := &c.us[j]
	head := -1
	for i := u.first; i < u.last; i++ {
		n := i - c.st.First
		if i > u.first && (c.st.Rels[n] != 0 || c.lx.articles[c.d.Toks[i].Form]) {
			break
		}
		t := c.st.Words[n].Tag
		noun := t == syntax.Noun || t == syntax.ProperNoun
		if noun || head < 0 {
			head = i
		}
		if noun && !c.lx.Pack.Attributive {
			break // "ministerul afacerilor": the first noun is the main one
		}
	}
	return c.st.Words[head-c.st.First].Feats.Has(syntax.Plural)
}
