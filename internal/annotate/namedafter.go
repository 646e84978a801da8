package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// namedAfter drops the persons whose names are those of buildings and other things:
// "l'aéroport international Ahmed Sékou Touré", "Jomo Kenyatta International Airport".
func (c *composer) namedAfter() {
	for i := range c.st.Actors {
		c.housedIn(&c.st.Actors[i])
	}
	c.st.Actors = slices.DeleteFunc(c.st.Actors, func(a Actor) bool {
		return a.Kind == Person && a.Office == "" && (c.buildingBefore(a.First) || c.lx.Pack.Attributive && c.buildingBehind(a.Last))
	})
}

// housedIn gives a town the preposition of the building that it says the place of: "at
// the airport of Conakry".
func (c *composer) housedIn(a *Actor) {
	const reach = 8
	if a.Place == "" || !a.Rels.Has(language.Of) || a.List != 0 {
		return
	}
	for i := a.RelAt - 1; i >= max(c.st.First, a.RelAt-reach); i-- {
		if t := &c.d.Toks[i]; c.lx.buildings[t.Form] {
			if rels, at := c.governor(c.st, i); rels.Has(language.In) {
				a.Rels, a.RelAt = rels, at
			}
			return
		} else if !t.Upper && c.wordAt(i).Tag != syntax.Adj {
			return
		}
	}
}

// buildingBefore reports whether a noun for a building stands in front of a token, but for
// adjectives.
func (c *composer) buildingBefore(tok int) bool {
	const reach = 3
	for i := tok - 1; i >= max(c.st.First, tok-reach); i-- {
		if c.lx.buildings[c.d.Toks[i].Form] {
			return true
		}
		if c.wordAt(i).Tag != syntax.Adj {
			return false
		}
	}
	return false
}

// buildingBehind reports whether the name that ends at a token goes on to a noun for a
// building, in capitals as a name is.
func (c *composer) buildingBehind(tok int) bool {
	const reach = 3
	for i := tok; i < min(c.st.Last, tok+reach) && c.d.Toks[i].Upper; i++ {
		if c.lx.buildings[c.d.Toks[i].Form] {
			return true
		}
	}
	return false
}
