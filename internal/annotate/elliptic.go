package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
)

// elliptic makes actors of words that stand for an office named before them, in another
// state: "premierul bulgar, cel ceh și cel sloven", "le président turc et celui de la Grèce".
func (c *composer) elliptic() {
	for i := 0; i < len(c.st.Actors); i++ {
		a := &c.st.Actors[i]
		if a.Office == "" || a.Of == "" || a.Plural || a.Kind != OfficeHolder && a.Kind != Person {
			continue
		}
		at := a.Last
		comma := at < c.st.Last && c.d.Words(at, at+1) == ","
		if comma {
			at++
		}
		if at < c.st.Last && c.st.And[at-c.st.First] {
			at++
		} else if !comma {
			continue
		}
		if at < c.st.Last && c.st.Rels[at-c.st.First] != 0 { // "cu premierul bulgar și cu cel sloven"
			at++
		}
		if at+1 >= c.st.Last || !c.lx.ones.Has(c.d.Toks[at].Form) {
			continue
		}
		of, last := c.oneOf(at + 1)
		if of == "" || of == a.Of {
			continue
		}
		next := i + 1
		if next < len(c.st.Actors) && c.st.Actors[next].First < last {
			c.st.Actors = slices.Delete(c.st.Actors, next, next+1)
		}
		c.st.States = slices.DeleteFunc(c.st.States, func(m StateMention) bool { return m.First >= at && m.Last <= last })
		c.st.Actors = slices.Insert(c.st.Actors, next, Actor{First: at, Last: last, Kind: OfficeHolder, Office: c.st.Actors[i].Office, Of: of})
	}
}

// oneOf returns the state whose name stands behind the "of" at a token, or, where
// adjectives follow their nouns, whose adjective starts there, and where its words end.
func (c *composer) oneOf(tok int) (of string, last int) {
	owned := c.st.Rels[tok-c.st.First].Has(language.Of)
	for i := range c.us {
		u := &c.us[i]
		switch {
		case !owned && !c.lx.Pack.Attributive && u.first == tok && u.isAdjective(), owned && u.first > tok && u.first <= tok+2 && u.isState() && !u.isAdjective():
			return u.id, u.last
		case u.first > tok+2:
			return "", 0
		}
	}
	return "", 0
}
