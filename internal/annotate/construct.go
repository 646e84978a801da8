package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
)

// inConstruct reports whether a phrase belongs to the noun right in front of it, where a
// language says so by putting the two side by side: the noun has no article.
func (c *composer) inConstruct(first int) bool {
	if !c.lx.Pack.Construct || first == c.st.First || c.inDate(first-1) {
		return false
	}
	if !c.noArticle(first-1) || c.st.Words[first-1-c.st.First].Tag != syntax.Noun {
		return false
	}
	n := len(c.st.Actors) - 1
	return n < 0 || c.st.Actors[n].Last < first
}

// noArticle reports whether a word wears no article, nor is one: only such a noun can belong
// to what stands right behind it.
func (c *composer) noArticle(tok int) bool {
	t := &c.d.Toks[tok]
	return t.Word && t.Worn == 0 && !c.lx.articles.Has(t.Form)
}

// alsoAdjective reports whether the name of a state is its adjective as well, which may
// stand behind a noun with an article: "al-wazir al-su'udi", "al-kharijiyya al-su'udiyya".
func (c *composer) alsoAdjective(u *unit) bool {
	var buf [8]phrase.Match
	for _, m := range c.lx.states.Find(buf[:0], c.d.Toks, u.first, u.last, nil) {
		if e := c.lx.entries[m.ID]; m.Last == u.last && e.Kind == language.StateAdjective && e.ID == u.id {
			return true
		}
	}
	return false
}

// ofGap reports whether what stands in front of a unit makes the phrase before it the unit's:
// a preposition, or nothing at all behind a noun without an article.
func (c *composer) ofGap(g gap, u *unit) bool {
	return g.ofGap() || c.lx.Pack.Construct && g.bare() && c.noArticle(u.first-1)
}

// officeOfName reports whether a name behind the office of a president or a premier is theirs:
// "maktab ra'is al-wuzara' X".
func (c *composer) officeOfName(p *phraseParts, g gap) bool {
	h := &c.us[p.head]
	return c.lx.Pack.Construct && h.kind == language.Institution && (h.id == "@premiership" || h.id == "@presidency") && g.bare()
}

// servesIn reports whether "in" in front of a state makes an office that state's: it is called in
// full there, or the name of the officer follows. "wazir al-kharijiyya fi jumhuriyyat Misr".
func (c *composer) servesIn(p *phraseParts, j int, g gap) bool {
	if !c.lx.Pack.Construct || !p.bare() || p.plural || c.us[p.head].kind != language.Office || !g.rels.Has(language.In) || g.rels.Has(language.To) || !g.mission() {
		return false
	}
	u := &c.us[j]
	return u.kind == language.StateName && (c.inFull(u) || c.namesOwn(j))
}

// inFull reports whether a state's name ends in a shorter one of it: "dawlat Qatar".
func (c *composer) inFull(u *unit) bool {
	var buf [8]phrase.Match
	for i := u.first + 1; i < u.last; i++ {
		for _, m := range c.lx.states.Find(buf[:0], c.d.Toks, i, u.last, nil) {
			if m.Last == u.last && c.lx.entries[m.ID].ID == u.id {
				return true
			}
		}
	}
	return false
}

// chargedToo reports whether a further noun tells what else the minister of a phrase is in charge
// of: "wazir al-kharijiyya wa-l-ta'awun".
func (c *composer) chargedToo(p *phraseParts, at int) bool {
	tok := c.us[at].last
	if !c.lx.Pack.Construct || tok+1 >= c.st.Last || !c.lx.and.Has(c.d.Toks[tok].Form) || at+1 < len(c.us) && c.us[at+1].first == tok+1 {
		return false
	}
	h := &c.us[p.head]
	return strings.HasSuffix(c.readOffice(h, ""), "minister") && c.wordAt(tok+1).Tag == syntax.Noun
}

// titledBehind reports whether an office right behind the name of a phrase, with no comma, is its
// bearer's and no other person: somebody known has held it, of somebody unknown nothing else is told.
func (c *composer) titledBehind(p *phraseParts, j int, g gap) bool {
	if !c.lx.Pack.Construct || !g.bare() || c.us[j+1].kind != language.Office || c.plural(j+1) || c.bearerBehind(j+1) {
		return false
	}
	if c.us[j].person == nil {
		return p.head < 0 && (p.honorific >= 0 || c.us[j].words > 1)
	}
	return c.held(c.us[j].person, j+1) && c.fitsPerson(j, j+1, nil)
}

// oneMore reports whether an office right behind another is one more of somebody named before
// both: "X, na'ib ra'is al-wuzara' wazir al-kharijiyya".
func (c *composer) oneMore(p *phraseParts, j int, g gap) bool {
	if !c.lx.Pack.Construct || !g.bare() || p.plural || len(p.owners) != 1 || c.genitive(&c.us[j]) || c.plural(j) || c.bearerBehind(j) {
		return false
	}
	person := c.us[p.owners[0]].person
	return person == nil || c.held(person, j)
}

// held reports whether a person has held an office that a unit names.
func (c *composer) held(person *gazetteer.Person, k int) bool {
	return slices.ContainsFunc(c.us[k].offices, func(e *language.Entry) bool { return person.Held(e.ID) })
}

// worksFor reports whether a name behind a word of address, right behind an office without an
// article, is that of whom the officer works for: "mab'uth sahib as-sumuww X", the envoy of X.
func (c *composer) worksFor(p *phraseParts, at int, g gap) bool {
	h := &c.us[p.head]
	if !c.lx.Pack.Construct || at != p.honorific || at <= p.head || h.kind != language.Office || !p.bare() || !g.bare() || !c.noArticle(h.last-1) || c.us[p.head+1].first != h.last {
		return false
	}
	switch h.offices[0].ID {
	case "spokesperson", "presidential-aide", "representative", "envoy", "ambassador":
		return true
	}
	return false
}

// heldInner reports whether a person has held the office that another office belongs to, so that
// the name is that of whom the officer works for: "mab'uth ar-ra'is al-amriki X", who may be either.
func (c *composer) heldInner(person *gazetteer.Person, p *phraseParts) bool {
	h := &c.us[p.head]
	if h.kind != language.Office {
		return false
	}
	if p.institution > p.head && c.us[p.institution].kind == language.Office {
		return c.held(person, p.institution)
	}
	var buf [8]phrase.Match
	for i := h.first + 1; i < h.last; i++ {
		for _, m := range c.lx.all.Find(buf[:0], c.d.Toks, i, h.last, nil) {
			if e := c.lx.entries[m.ID]; e.Kind == language.Office && person.Held(e.ID) {
				return !person.Held(h.offices[0].ID)
			}
		}
	}
	return false
}

// rankOf reports whether an ambassador right behind the office of somebody who serves is the rank of
// its holder, whose name follows at once: "al-mutahaddith bi-ism al-kharijiyya as-safir X".
func (c *composer) rankOf(p *phraseParts, j int, g gap) bool {
	if !c.lx.Pack.Construct || !g.bare() || p.plural || c.us[j].offices[0].ID != "ambassador" || c.us[j].last-c.us[j].first > 1 || c.noArticle(c.us[j].first) {
		return false
	}
	next := j+1 < len(c.us) && c.us[j+1].kind == personKind && c.gap(j, j+1).bare()
	switch id := c.readOffice(&c.us[p.head], ""); id {
	case "representative", "un-ambassador", "presidential-aide", "official", "secretary-general", "envoy":
		return next
	default:
		return next && (strings.HasSuffix(id, "spokesperson") || strings.HasPrefix(id, "deputy-"))
	}
}
