package annotate

import (
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
