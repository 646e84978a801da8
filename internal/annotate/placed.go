package annotate

import (
	"strings"

	"github.com/parley-news/parley/internal/language"
)

// relate gives places their seats: a capital in "in Moscow" is a place.
func (c *composer) relate() {
	for i := range c.st.Actors {
		a := &c.st.Actors[i]
		if a.Kind != State && a.Kind != Institution && !(a.Kind == Organisation && a.Place != "") {
			continue
		}
		name, country := a.Place, a.Of
		if s := c.lx.World.States[a.Of]; a.Kind == Institution && s != nil && a.Rels.Has(language.In) && c.housed(a.Institution) {
			name = s.Capital // "received at the Élysée"
		}
		if name == "" && (a.Kind == Institution || !a.Rels.Has(language.In) && !a.Rels.Has(language.To)) {
			continue
		}
		if p := c.lx.World.Places[name]; p != nil {
			country = p.Country
		}
		if a.Rels.Has(language.In) || a.Rels.Has(language.To) || a.Rels == 0 {
			c.st.Places = append(c.st.Places, PlaceMention{a.First, a.Last, name, country, a.Rels})
		}
	}
}

// lands gives a state that a comma sets behind a town of its own the relation of the
// town: "back from Lima, Peru, he met". Where the town opens the sentence, the state may
// be the subject: "In Lima, Peru said".
func (c *composer) lands() {
	for i := range c.st.Actors {
		a := &c.st.Actors[i]
		comma := a.First - 1
		if a.Kind != State || a.Place != "" || a.Rels != 0 || a.Possessive || comma <= c.st.First || c.raw(comma) != "," {
			continue
		}
		if at, rels := c.townOf(a.Of, comma); rels != 0 && (at > c.st.First || !c.clauseFrom(a.Last)) {
			a.Rels, a.RelAt = rels, at
		}
	}
}

// townOf returns the preposition in front of a town of a state that ends at a token, and
// what it expresses.
func (c *composer) townOf(state string, last int) (at int, rels Rels) {
	for i := range c.st.Actors {
		if a := &c.st.Actors[i]; a.Last == last && a.Of == state && a.Place != "" {
			return a.RelAt, a.Rels
		}
	}
	for i := range c.st.Places {
		if p := &c.st.Places[i]; p.Last == last && p.Country == state && p.Name != "" {
			return p.First - 1, p.Rels
		}
	}
	return 0, 0
}

// capitals makes one actor of "the Belgian capital" and of the name behind it.
func (c *composer) capitals() {
	kept := c.st.Actors[:0]
	for _, a := range c.st.Actors {
		if n := len(kept) - 1; n >= 0 && a.Place != "" && a.Place == kept[n].Place {
			if g := c.between(c.st, kept[n].Last, a.First); g.bare() || g.apposed() {
				kept[n].Last, kept[n].Possessive = a.Last, a.Possessive
				continue
			}
		}
		kept = append(kept, a)
	}
	c.st.Actors = kept
}

// seated makes one actor of an institution or a spokesperson whose state is not told and of
// the capital right behind: "the foreign ministry in Lima". An institution that is itself a
// place keeps it apart.
func (c *composer) seated() {
	kept := c.st.Actors[:0]
	for _, a := range c.st.Actors {
		if n := len(kept) - 1; n >= 0 && c.speaksFrom(&kept[n], &a) {
			kept[n].Of = a.Of
			if !kept[n].Rels.Has(language.In) {
				kept[n].Last, kept[n].Possessive = a.Last, a.Possessive
				continue
			}
		}
		kept = append(kept, a)
	}
	c.st.Actors = kept
}

// speaksFrom reports whether a capital tells whose an institution or a spokesperson is.
func (c *composer) speaksFrom(who, capital *Actor) bool {
	if who.Of != "" || capital.Kind != State || capital.Place == "" || !capital.Rels.Has(language.In) || capital.RelAt != who.Last || capital.First != who.Last+1 {
		return false
	}
	switch who.Kind {
	case Institution:
		return c.housed(who.Institution) || who.Institution == "@government"
	case OfficeHolder:
		return strings.HasSuffix(who.Office, "spokesperson")
	}
	return false
}

// housed reports whether an institution stands for the building it sits in, as a
// government, an army or a delegation does not.
func (c *composer) housed(id string) bool {
	kind, _ := strings.CutPrefix(id, "@")
	if i := c.lx.World.Institutions[id]; i != nil {
		kind = i.Kind
	}
	switch kind {
	case "presidency", "royal-court", "parliament", "court", "central-bank":
		return true
	}
	return strings.HasSuffix(kind, "ministry") || kind == "government" && !strings.HasPrefix(id, "@")
}
