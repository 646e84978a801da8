package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
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
		comma := at < c.st.Last && (c.d.Words(at, at+1) == "," || c.d.Words(at, at+1) == ";")
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
		if of, last := c.oneOf(at + 1); of != "" && of != a.Of {
			c.standIn(i, at, last, of, 0)
		}
	}
	c.alone()
	c.shared()
}

// shared makes actors of the adjectives of states that share the office or the institution
// behind another: "der chilenische und der kolumbianische Präsident".
func (c *composer) shared() {
	for n := len(c.st.States) - 1; n >= 0; n-- {
		m := c.st.States[n]
		if !m.Adjective || m.Last >= c.st.Last || !c.st.And[m.Last-c.st.First] {
			continue
		}
		at := m.Last + 1
		if at < c.st.Last && c.wordAt(at).Tag == syntax.Det {
			at++
		}
		i := slices.IndexFunc(c.st.Actors, func(a Actor) bool { return a.First <= at && at < a.Last })
		if i < 0 || c.st.Actors[i].First < m.Last || !c.adjectiveAt(at) {
			continue
		}
		a := &c.st.Actors[i]
		one := Actor{First: m.First, Last: m.Last, Kind: a.Kind, Office: a.Office, Institution: a.Institution, Of: m.ID, Rels: a.Rels, RelAt: m.First, Case: a.Case, Object: a.Object, Dative: a.Dative}
		if a.Kind == Person {
			one.Kind = OfficeHolder
		}
		if a.Of == m.ID || a.Plural || a.Office == "" && a.Institution == "" {
			continue
		}
		c.st.States = slices.Delete(c.st.States, n, n+1)
		c.st.Actors = slices.Insert(c.st.Actors, i, one)
	}
}

// adjectiveAt reports whether the adjective of a state stands at a token.
func (c *composer) adjectiveAt(tok int) bool {
	return slices.ContainsFunc(c.us, func(u unit) bool { return u.first == tok && u.isAdjective() })
}

// alone makes actors of such words where a preposition parts them from the office: "le
// président kényan a parlé avec celui du Ghana", "recibió al de Chile".
func (c *composer) alone() {
	persons := RelSet(language.With, language.To, language.By)
	for at := c.st.First; at+1 < c.st.Last; at++ {
		if !c.lx.ones.Has(c.d.Toks[at].Form) {
			continue
		}
		rels := c.st.Rels[at-c.st.First]
		if rels == 0 && at > c.st.First {
			rels = c.st.Rels[at-1-c.st.First]
		}
		if rels&persons == 0 {
			continue
		}
		office := -1
		for i := range c.st.Actors {
			if a := &c.st.Actors[i]; a.Last <= at && a.Office != "" && a.Of != "" && !a.Plural && (a.Kind == OfficeHolder || a.Kind == Person) {
				office = i
			}
		}
		if office < 0 {
			continue
		}
		if of, last := c.oneOf(at + 1); of != "" && of != c.st.Actors[office].Of {
			c.standIn(office, at, last, of, rels)
		}
	}
}

// standIn puts an actor, with the office of another one and a state of its own, in place
// of that state's name.
func (c *composer) standIn(office, at, last int, of string, rels Rels) {
	next := office + 1
	for next < len(c.st.Actors) && c.st.Actors[next].First < at {
		next++
	}
	if next < len(c.st.Actors) && c.st.Actors[next].First < last {
		c.st.Actors = slices.Delete(c.st.Actors, next, next+1)
	}
	c.st.States = slices.DeleteFunc(c.st.States, func(m StateMention) bool { return m.First >= at && m.Last <= last })
	one := Actor{First: at, Last: last, Kind: OfficeHolder, Office: c.st.Actors[office].Office, Of: of, Rels: rels}
	c.st.Actors = slices.Insert(c.st.Actors, next, one)
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
