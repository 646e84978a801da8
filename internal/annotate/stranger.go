package annotate

import (
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// longestTitle is in how many words a text says what somebody is whose office has no name.
const longestTitle = 8

// unknownTitles gives a name in apposition to words for no known office their preposition:
// "met with the head of the legislature, X,", "reçu par le guide de la confrérie, Y,".
func (c *composer) unknownTitles() {
	for i := range c.st.Actors {
		a := &c.st.Actors[i]
		if a.Kind != Person || a.Rels != 0 || a.Object || a.First < c.st.First+2 || c.raw(a.First-1) != "," || !c.closed(a.Last) {
			continue
		}
		if at := c.titleGovernor(i); at >= 0 {
			a.Rels, a.RelAt = c.st.Rels[at-c.st.First], c.st.RelFirst[at-c.st.First]
		}
	}
}

// titleGovernor returns the last token of "with" or "by" before the noun phrase that
// ends at the comma in front of an actor, -1 for none. Whom it names may only be of whom
// the title is.
func (c *composer) titleGovernor(actor int) int {
	comma := c.st.Actors[actor].First - 1
	noun := false
	for i := comma - 1; i >= c.st.First && i >= comma-longestTitle; i-- {
		rels := c.st.Rels[i-c.st.First]
		if rels.Has(language.With) || rels.Has(language.By) {
			if noun && !c.titleNames(actor, i) {
				return i
			}
			return -1
		}
		w := c.wordAt(i)
		noun = noun || w.Tag == syntax.Noun
		if !c.nominal(i, i+1) || rels != 0 && !rels.Has(language.Of) {
			return -1
		}
	}
	return -1
}

// titleNames reports whether a title between a token and an actor names somebody
// whom no "of" governs.
func (c *composer) titleNames(actor, from int) bool {
	for k := actor - 1; k >= 0 && c.st.Actors[k].First > from; k-- {
		if !c.st.Actors[k].Rels.Has(language.Of) {
			return true
		}
	}
	return false
}
