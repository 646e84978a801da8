package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// namedAfter drops the persons whose names are those of buildings and other things:
// "l'aéroport international Ahmed Sékou Touré", "Jomo Kenyatta International Airport".
func (c *composer) namedAfter() {
	c.st.Actors = slices.DeleteFunc(c.st.Actors, func(a Actor) bool {
		return a.Kind == Person && a.Office == "" && (c.buildingBefore(&a) || c.lx.Pack.Attributive && c.buildingBehind(a.Last))
	})
}

// buildingBefore reports whether a noun for a building stands in front of a name, but for
// adjectives, and the two are one name: not in "at the airport Putin was met by".
func (c *composer) buildingBefore(a *Actor) bool {
	at := c.nounBefore(c.st, &c.lx.buildings, a.First)
	if at < 0 || c.lx.Pack.Attributive && !c.d.Toks[at].Upper {
		return false
	}
	rels, _ := c.governor(c.st, at)
	return rels == 0 || rels.Has(language.Of) || !c.clauseFrom(a.Last)
}

// buildingBehind reports whether the name that ends at a token goes on to a noun for a
// building, in capitals as a name is: no verb of a headline stands between.
func (c *composer) buildingBehind(tok int) bool {
	const reach = 3
	for i := tok; i < min(c.st.Last, tok+reach) && c.d.Toks[i].Upper; i++ {
		if c.lx.buildings.Has(c.d.Toks[i].Form) {
			return true
		}
		if c.wordAt(i).Tag == syntax.Verb {
			return false
		}
	}
	return false
}
