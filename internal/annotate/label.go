package annotate

import (
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// label takes the state or organisation at the head of a title for what it is about, where
// a comma parts it from who acts: "Libia, Tajani incontra Lavrov". States in a list have a
// conjunction.
func (c *composer) label() {
	st := c.st
	if !c.lx.Pack.TitleLabels || !st.Title || len(st.Actors) < 2 {
		return
	}
	a, b := &st.Actors[0], &st.Actors[1]
	if a.First != st.First || !a.collective() || a.Last >= st.Last || c.d.Words(a.Last, a.Last+1) != "," || c.lx.and.Has(c.d.Toks[b.First-1].Form) {
		return
	}
	if b.collective() && len(st.Actors) > 2 && a.List > 0 && st.Actors[2].List == a.List {
		return
	}
	st.Actors = st.Actors[1:]
	if b = &st.Actors[0]; b.List > 0 && (len(st.Actors) < 2 || st.Actors[1].List != b.List) {
		b.List = 0
	}
}

func (a *Actor) collective() bool { return a.Kind == State || a.Kind == Organisation }

// appended makes adjectives of the short names that stand right behind a noun: "il vertice
// Nato", "le sanzioni Usa".
func (c *composer) appended() {
	const short = 3
	if !c.lx.Pack.Appended {
		return
	}
	for i := range c.st.Actors {
		a := &c.st.Actors[i]
		before := a.First - 1
		if a.Rels != 0 || !a.collective() || a.Kind == State && len(c.d.Toks[a.First].Form) > short || a.Last-a.First > 1 || before < c.st.First || c.joinedBehind(a) {
			continue
		}
		if w := c.wordAt(before); w.Tag == syntax.Noun && !c.d.Toks[before].Upper {
			a.Rels, a.RelAt = RelSet(language.Of), a.First
		}
	}
}

// joinedBehind reports whether a hyphen joins another name to that of an actor.
func (c *composer) joinedBehind(a *Actor) bool {
	return a.Last < c.st.Last && c.d.Toks[a.Last].Hyphen
}
