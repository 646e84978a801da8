package annotate

import (
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// composer builds the noun phrases of one sentence from its units.
type composer struct {
	*finder
	st *Sentence
	us []unit
	// mute: phrases are read, but no actor is kept.
	mute bool
}

// stateRef is a state or an organisation named inside a phrase.
type stateRef struct {
	id  string
	org bool
	at  int // unit
	// name is the person named beside it in a list: "péruvien, Ollanta Humala".
	name int
}

// phraseParts are the parts of one noun phrase while it is read.
type phraseParts struct {
	first       int // token
	head        int // unit of the office, institution or counterpart; -1
	names       []int
	states      []stateRef
	institution int // unit of the institution an office belongs to; -1
	honorific   int
	// owners are the names that an office in apposition belongs to.
	owners []int
	// to is where an envoy is sent or accredited.
	to string
	// both: the phrase belongs to "the two countries".
	both bool
	// plural: the head is more than one.
	plural bool
}

// compose reads the units from the left, each into the longest phrase.
func (f *finder) compose(st *Sentence, us []unit) {
	c := &composer{finder: f, st: st, us: us}
	us = c.glossed()
	c.pluralise()
	c.ownBodies()
	st.Actors = f.actors[:0]
	for i := 0; i < len(us); {
		next := c.phrase(i)
		if next <= i {
			next = i + 1
		}
		i = next
	}
	f.actors = st.Actors
	c.define()
	c.namedAfter()
	c.identify()
	c.titles()
	c.unknownTitles()
	c.titledBy()
	c.senders()
	c.cabinets()
	c.capitals()
	c.seated()
	c.elliptic()
	c.appended()
	c.relate()
	c.repeated()
	c.lands()
	c.lists()
	c.label()
	c.included()
	c.namedLikeMonths()
	st.Actors = f.acting.Keep(st.Actors...)
}

// pluralise corrects the tagger where the ending of an office tells its number:
// "miniștrii" is no genitive, "președintele" no plural.
func (c *composer) pluralise() {
	if len(c.lx.Pack.Cases) == 0 && !c.lx.Pack.Construct || len(c.lx.parted) > 0 {
		return
	}
	for i := range c.us {
		u := &c.us[i]
		if u.kind != language.Office && u.kind != counterpartKind {
			continue
		}
		w := &c.st.Words[u.first-c.st.First]
		if w.Tag == syntax.Adp || w.Tag == syntax.Adv { // "посол"
			w.Tag = syntax.Noun
		}
		switch {
		case c.inPlural(u.first):
			w.Tag, w.Feats = syntax.Noun, w.Feats&^(syntax.Numbers|syntax.Cases)|syntax.Plural|syntax.Nominative|syntax.Accusative
		case u.kind == language.Office && (c.lx.Pack.Construct || c.hasEnding(u.first, c.lx.Pack.Singulars)):
			w.Feats = w.Feats&^syntax.Numbers | syntax.Singular
		}
	}
}

// gap looks at what stands between two units. Brackets around a person's name are read as
// commas: "the ministers of Chad (A) and Niger (B)".
func (c *composer) gap(i, j int) gap {
	from, to := c.us[i].last, c.us[j].first
	if c.us[i].kind == personKind && i > 0 && c.bracketed(i) {
		from++
	}
	inside := c.us[j].kind == personKind && j == i+1 && c.bracketed(j)
	if inside {
		to--
	}
	g := c.between(c.st, from, to)
	g.comma = g.comma || inside
	return g
}

func (u *unit) isState() bool {
	switch u.kind {
	case language.StateName, language.StateAdjective, language.OrgAdjective, language.StatePeople, language.StatePrefix, language.OrgName, language.Seat:
		return true
	}
	return false
}

func (u *unit) isAdjective() bool {
	return u.kind == language.StateAdjective || u.kind == language.OrgAdjective || u.kind == language.StatePeople || u.kind == language.StatePrefix
}

func (u *unit) isHead() bool {
	return u.kind == language.Office || u.isGeneral() || u.kind == counterpartKind
}

// isGeneral reports whether a unit is an institution that every state has.
func (u *unit) isGeneral() bool {
	return u.kind == language.Institution && strings.HasPrefix(u.id, "@")
}

// genitive reports whether a name stands in a case that means "of": the tagger
// says so, or it is a state's name right behind an office, which in a language
// with cases can be nothing else ("președintele SUA").
func (c *composer) genitive(u *unit) bool {
	if c.lx.Pack.Construct {
		named := u.isState() && !u.isAdjective()
		return (named || u.kind == language.Office) && c.noArticle(u.first-1) || named && c.alsoAdjective(u)
	}
	if len(c.lx.Pack.Cases) == 0 {
		return false
	}
	return u.isState() && !u.isAdjective() || c.st.Words[u.first-c.st.First].Feats.Any(syntax.Genitive|syntax.Dative)
}

// plural reports whether the main noun of a unit is in the plural: where
// nouns stand in front of nouns the last before any preposition, else the first.
func (c *composer) plural(j int) bool {
	u := &c.us[j]
	if len(c.lx.parted) > 0 { // "dışişleri bakanı" is one
		return c.inPlural(u.last - 1)
	}
	head := -1
	for i := u.first; i < u.last; i++ {
		n := i - c.st.First
		if i > u.first && (c.st.Rels[n] != 0 || c.lx.articles.Has(c.d.Toks[i].Form)) {
			break
		}
		t := c.st.Words[n].Tag
		noun := t == syntax.Noun || t == syntax.ProperNoun
		if noun || head < 0 {
			head = i
		}
		if noun && !c.lx.Pack.Attributive {
			break // "ministerul afacerilor": the first noun is the main one
		}
	}
	return c.st.Words[head-c.st.First].Feats.Has(syntax.Plural)
}
