package annotate

import (
	"cmp"
	"slices"

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

// titledBy gives a person nobody knows the one state that the words name which say whom
// they head: "the head of Kyrgyzstan's border guards, X,", "X, directeur des douanes
// togolaises,". What stands in front of a name is one phrase with it.
func (c *composer) titledBy() {
	kept := c.st.Actors[:0]
	for _, a := range c.st.Actors {
		first, last := 0, 0
		if titled := a.Kind == Person || a.Kind == OfficeHolder; titled && a.Group == "" && !a.OfBoth && !a.Owned && !a.Plural && a.To == "" && !a.IsCounterpart {
			first, last = c.titleBefore(&a)
		}
		if from := c.bareBefore(kept, first); a.Office == "" && (a.Person == nil || last < a.First) && first < a.First && first < last && from >= 0 {
			kept = kept[:from]
			a.First = first
			a.Rels, a.RelAt = c.governor(c.st, first)
		}
		if first == last && a.Kind == Person && a.Office == "" {
			first, last = c.titleBehind(&a)
		}
		if of := c.soleState(first, last); of != "" && a.Of == "" && a.Person == nil && a.Group == "" {
			a.Of, a.Office = of, cmp.Or(a.Office, "official")
		}
		kept = append(kept, a)
	}
	c.st.Actors = kept
}

// bareBefore returns how many of the actors stand before a token, -1 where one behind it
// is more than a state or an institution that a title names.
func (c *composer) bareBefore(as []Actor, first int) int {
	n := len(as)
	for ; n > 0 && as[n-1].First >= first; n-- {
		switch as[n-1].Kind {
		case State, Organisation, Institution:
		default:
			return -1
		}
	}
	return n
}

// titleBefore returns the words in front of a name, or those that an actor begins with,
// from the noun for who heads something on; where names of states stand in front of
// nouns, with those.
func (c *composer) titleBefore(a *Actor) (first, last int) {
	last = a.First
	headed := a.Office != "" && a.Office != "president"
	switch {
	case headed:
		last = a.Last
	case last > c.st.First+1 && c.raw(last-1) == ",":
		if !c.closed(a.Last) {
			return 0, 0
		}
		last--
	}
	first = last
	if headed {
		first = a.First
	}
	end := first
	for i := end - 1; i >= c.st.First && i >= end-longestTitle; i-- {
		w, rels := c.wordAt(i), c.st.Rels[i-c.st.First]
		bare := w.Tag == syntax.Noun || w.Tag == syntax.ProperNoun || w.Tag == syntax.Adj || w.Tag == syntax.Part
		switch {
		case !c.nominal(i, i+1), rels != 0 && !rels.Has(language.Of), headed && c.st.And[i-c.st.First]:
			return c.ifHeaded(headed, first, last)
		case c.lx.heads.Has(c.d.Toks[i].Form):
			headed, first = true, i
		case headed && c.lx.Pack.Attributive && bare && first == i+1:
			first = i
		case headed && a.Office != "":
			return first, last
		}
	}
	return c.ifHeaded(headed, first, last)
}

func (c *composer) ifHeaded(headed bool, first, last int) (int, int) {
	if !headed {
		return 0, 0
	}
	return first, last
}

// titleBehind returns the words in apposition behind a name, if they say whom somebody
// heads.
func (c *composer) titleBehind(a *Actor) (first, last int) {
	first = a.Last + 1
	if first >= c.st.Last || c.raw(a.Last) != "," {
		return 0, 0
	}
	headed := false
	for i := first; i < c.st.Last && i < first+longestTitle; i++ {
		rels := c.st.Rels[i-c.st.First]
		headed = headed || rels == 0 && c.lx.heads.Has(c.d.Toks[i].Form)
		switch {
		case c.closed(i):
			return c.ifHeaded(headed, first, i)
		case !c.nominal(i, i+1), rels != 0 && !(headed && rels.Has(language.Of)):
			return 0, 0
		}
	}
	return 0, 0
}

// soleState returns the one state or organisation that a stretch names.
func (c *composer) soleState(first, last int) string {
	of := ""
	i, _ := slices.BinarySearchFunc(c.us, first, func(u unit, first int) int { return u.first - first })
	for ; i < len(c.us) && c.us[i].last <= last; i++ {
		u := &c.us[i]
		if !u.isState() {
			continue
		}
		if of != "" && of != u.id {
			return ""
		}
		of = u.id
	}
	return of
}
