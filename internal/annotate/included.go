package annotate

import (
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
)

// longestIncluding is in how many words the forms for "including" are: "au premier
// rang desquels".
const longestIncluding = 4

// included makes those who are named as some of others one list with them: "with several
// presidents, including A and B", "plusieurs ministres, dont A". The words that
// bring them in open no clause then.
func (c *composer) included() {
	as := c.st.Actors
	for i := 1; i < len(as); i++ {
		from, to := c.includingBefore(as[i].First)
		if from < 0 || c.opensVerb(c.lastOfList(i)) {
			continue
		}
		whole := c.severalBefore(i, from)
		if whole < 0 || as[whole].List != 0 && as[whole].List == as[i].List {
			continue
		}
		c.standsForNamed(&as[whole], as[i])
		all := []*Actor{&as[whole]}
		for k := i; k < len(as) && (k == i || as[k].List != 0 && as[k].List == as[i].List); k++ {
			all = append(all, &as[k])
		}
		c.finder.lists++
		for _, a := range all {
			a.Rels, a.RelAt, a.Object, a.Dative, a.List = as[whole].Rels, as[whole].RelAt, as[whole].Object, as[whole].Dative, c.finder.lists
		}
		for t := from; t < to; t++ {
			if w := &c.st.Words[t-c.st.First]; w.Tag != syntax.Punct {
				w.Tag, w.Feats = syntax.Adp, 0
			}
		}
	}
}

// standsForNamed takes the organisation from a phrase for several that goes on with those
// of a state: "European leaders, including the Austrian chancellor".
func (c *composer) standsForNamed(whole *Actor, named Actor) {
	if c.lx.World.Organisations[whole.Of] != nil && named.Of != "" && c.lx.World.Organisations[named.Of] == nil {
		whole.Of = ""
	}
}

// severalBefore returns the phrase for several that ends at a token, or is parted from it
// by places, days and of how many states they are, -1 when there is none: "met several
// presidents in Rome, among them A and B".
func (c *composer) severalBefore(actor, end int) int {
	as := c.st.Actors
	for k := actor - 1; k >= 0; k-- {
		if as[k].First >= end { // the "them" of "among them"
			continue
		}
		for t := as[k].Last; t < end; t++ {
			if !c.inDate(t) && !c.inDate(t+1) && !c.sets(t) {
				return -1
			}
		}
		if as[k].Plural {
			return k
		}
		if !as[k].Rels.Has(language.In) {
			return -1
		}
		end = as[k].First
	}
	return -1
}

// sets reports whether a word tells where some are, or of how many states: "in The Hague",
// "from more than 20 countries".
func (c *composer) sets(tok int) bool {
	switch c.wordAt(tok).Tag {
	case syntax.Noun:
		form := c.d.Toks[tok].Form
		return c.lx.members.Has(form) || c.lx.quantities.Has(form)
	case syntax.Verb, syntax.Aux, syntax.Pron, syntax.CConj, syntax.Punct:
		return false
	}
	return true
}

// includingBefore returns the stretch of a comma and of words such as "including" that
// ends where a phrase or the article and the adjectives before it start, -1 for none.
func (c *composer) includingBefore(first int) (from, to int) {
	to = first
	for to > c.st.First && (c.lx.articles.Has(c.d.Toks[to-1].Form) || c.wordAt(to-1).Tag == syntax.Adj || c.wordAt(to-1).Tag == syntax.Det) {
		to--
	}
	var buf [8]phrase.Match
	for from = first - 1; from > c.st.First && from >= to-longestIncluding; from-- {
		for _, m := range c.lx.grammar.Find(buf[:0], c.d.Toks, from, first, nil) {
			if c.lx.entries[m.ID].ID != fnIncluding || m.Last < to {
				continue
			}
			if c.raw(from-1) == "," {
				from--
			}
			return from, m.Last
		}
	}
	return -1, -1
}

// lastOfList returns the end of the last actor that is listed with another.
func (c *composer) lastOfList(i int) int {
	end := c.st.Actors[i].Last
	for k := i + 1; k < len(c.st.Actors) && c.st.Actors[i].List != 0 && c.st.Actors[k].List == c.st.Actors[i].List; k++ {
		end = c.st.Actors[k].Last
	}
	return end
}

// opensVerb reports whether a verb follows at once, as that of a clause.
func (c *composer) opensVerb(tok int) bool {
	if tok >= c.st.Last {
		return false
	}
	switch c.wordAt(tok).Tag {
	case syntax.Verb, syntax.Aux, syntax.Pron, syntax.Adv:
		return true
	}
	return false
}
