package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/syntax"
)

// identify makes one actor of an office and of the person whom an apposition names
// as who holds it, by where they come from or what they were: "the UN envoy, former
// minister X,", "le chef de l'OTAN, le Néerlandais Y,".
func (c *composer) identify() {
	kept := c.st.Actors[:0]
	for _, a := range c.st.Actors {
		if n := len(kept); n > 0 && c.identifies(&kept[n-1], &a) {
			kept[n-1] = c.merged(&kept[n-1], a)
			continue
		}
		kept = append(kept, a)
	}
	c.st.Actors = kept
}

// merged makes one actor of an office and of the person who holds it.
func (c *composer) merged(office *Actor, a Actor) Actor {
	a.First, a.Rels, a.RelAt, a.Object, a.Dative = office.First, office.Rels, office.RelAt, office.Object, office.Dative
	a.Office, a.Of, a.Institution, a.To, a.Former = office.Office, office.Of, office.Institution, office.To, false
	return a
}

// identifies reports whether a person behind an office is its holder: between
// commas, and without an office that goes with the name today.
func (c *composer) identifies(office, a *Actor) bool {
	if office.Kind != OfficeHolder || office.Plural || office.Former || office.Of == "" || a.Kind != Person || a.Possessive {
		return false
	}
	if a.First == office.Last && strings.HasSuffix(office.Office, "spokesperson") && a.Office == "ambassador" && a.Of == office.Of {
		return true // a title: "the Foreign Ministry spokesperson Ambassador X"
	}
	foreign := c.lx.World.States[office.Of] == nil || a.Of == "" || a.Of == office.Of
	return foreign && c.closed(a.Last) && (a.Former || c.ofOrigin(a)) && c.between(c.st, c.remitEnd(office.Last), a.First).apposed()
}

// remitEnd returns where the words end that say what an office is for, of which the
// phrase ends before a token: at the next comma, else at that token.
func (c *composer) remitEnd(from int) int {
	for i := from; i < c.st.Last && i < from+longestRemit; i++ {
		if c.raw(i) == "," {
			if i > from && c.charged(from) && c.nominal(from, i) {
				return i
			}
			break
		}
	}
	return from
}

// describedEnd returns where the words end that say, behind a named person's office and
// before a token, what else they are or are in charge of: "the minister X, dean of the
// diplomatic corps, and".
func (c *composer) describedEnd(a *Actor, before int) int {
	if a.Office == "" || a.Kind != Person {
		return a.Last
	}
	if end := c.remitEnd(a.Last); end > a.Last && end < before {
		return end
	}
	from := a.Last + 1
	if from >= before || c.raw(a.Last) != "," || c.dated[from-c.st.First] {
		return a.Last
	}
	if w := c.wordAt(from); w.Tag != syntax.Noun && w.Tag != syntax.Adj && !w.Feats.Has(syntax.Participle) {
		return a.Last
	}
	for i := from; i < before && i < from+longestRemit; i++ {
		if c.raw(i) == "," && c.nominal(from, i) {
			return i
		}
	}
	return a.Last
}

// titles leaves to a named person the further offices that stand behind theirs: "the
// minister X, envoy of the president, chair of the union,".
func (c *composer) titles() {
	kept := c.st.Actors[:0]
	for i, a := range c.st.Actors {
		if n := len(kept) - 1; n >= 0 && c.furtherTitle(&kept[n], i) {
			kept[n].Last = a.Last
			continue
		}
		kept = append(kept, a)
	}
	c.st.Actors = kept
}

// furtherTitle reports whether the actor at an index is only one more office of the person
// before it: nobody's name follows, and no verb whose subject it would be.
func (c *composer) furtherTitle(person *Actor, i int) bool {
	a := &c.st.Actors[i]
	if person.Kind != Person || person.Office == "" || a.Kind != OfficeHolder || a.Plural || a.Owned || a.Rels != 0 || !c.closed(a.Last) {
		return false
	}
	g := c.between(c.st, c.describedEnd(person, a.First), a.First)
	if !g.apposed() || g.articles > 0 {
		return false
	}
	next := i + 1
	return next == len(c.st.Actors) || c.st.Actors[next].Kind != Person || !c.between(c.st, a.Last, c.st.Actors[next].First).apposed()
}

// closed reports whether a phrase that ends before a token is followed by a comma or by
// the end of its sentence.
func (c *composer) closed(tok int) bool {
	if tok >= c.st.Last {
		return true
	}
	switch c.d.Words(tok, tok+1) {
	case ",", ".", ";", ")":
		return true
	}
	return false
}

// ofOrigin reports whether only a country, or that and a word for anybody who serves
// it, stands before a name, or a mere rank: "the Dutchman X", "Norwegian diplomat Y",
// "Ambassador Z".
func (c *composer) ofOrigin(a *Actor) bool {
	if a.Office == "ambassador" && a.Of == "" && a.To == "" {
		return true
	}
	if a.Office != "" && a.Office != "diplomat" && a.Office != "official" {
		return false
	}
	i, _ := slices.BinarySearchFunc(c.us, a.First, func(u unit, first int) int { return u.first - first })
	for ; i < len(c.us) && c.us[i].last <= a.Last; i++ {
		if c.us[i].isAdjective() {
			return true
		}
	}
	return false
}

// namedLikeMonths drops the months that are the names of persons: "Marco Rubio", where March
// is written like that, too.
func (c *composer) namedLikeMonths() {
	c.st.Dates = slices.DeleteFunc(c.st.Dates, func(m dates.Mention) bool {
		return m.Kind == dates.Month && m.Last-m.First == 1 && slices.ContainsFunc(c.st.Actors, func(a Actor) bool {
			return a.First <= m.First && m.Last <= a.Last && slices.Contains(strings.Fields(a.Name), c.d.Words(m.First, m.Last))
		})
	})
}
