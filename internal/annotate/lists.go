package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// lists numbers the coordinations: actors that only commas and conjunctions
// part, with one conjunction at least, or the several actors of one phrase.
// Later members take the preposition of the first.
func (c *composer) lists() {
	as := c.st.Actors
	for i := 0; i < len(as); {
		j, and := c.lastListed(i)
		and = and || j == i+1 && c.headlinePair(i) || j > i && (c.othersFollow(as[j].Last) || c.hangs(as[i].First, as[j].Last))
		for !and && j > i && as[j].First != as[i].First {
			j--
		}
		if c.spelledOut(as[i : j+1]) {
			as[i].Of = ""
			i++
		}
		if j > i {
			c.list(as[i : j+1])
		}
		i = j + 1
	}
}

// spelledOut reports whether a list opens with a word for several persons of an
// organisation, whom the rest of it names: "three European leaders, A, B and C".
func (c *composer) spelledOut(as []Actor) bool {
	if len(as) < 3 || as[0].Kind != OfficeHolder || !as[0].Plural || c.lx.World.Organisations[as[0].Of] == nil || !c.between(c.st, as[0].Last, as[1].First).apposed() {
		return false
	}
	return !slices.ContainsFunc(as[1:], func(a Actor) bool { return a.Kind != Person })
}

// othersFollow reports whether a list goes on, behind a token, with those it does
// not name: "with A, B and a few more leaders".
func (c *composer) othersFollow(tok int) bool {
	if tok < c.st.Last && c.d.Words(tok, tok+1) == "," {
		tok++
	}
	if tok >= c.st.Last || !c.st.And[tok-c.st.First] {
		return false
	}
	const reach = 4 // "and a few other European leaders"
	for i := tok + 1; i < c.st.Last && i <= tok+reach; i++ {
		switch c.wordAt(i).Tag {
		case syntax.Det, syntax.Adj, syntax.Adv, syntax.Num, syntax.Pron:
		case syntax.Noun, syntax.ProperNoun:
			return true
		default:
			return false
		}
	}
	return false
}

// hangs reports whether a list stands in front of its sentence, parted by a colon: "A, B, C:
// the president spent the night on the phone".
func (c *composer) hangs(first, last int) bool {
	return first == c.st.First && last < c.st.Last && c.d.Words(last, last+1) == ":"
}

// lastListed returns the last actor that a list from an actor on may hold, and
// whether a conjunction stands between two of them.
func (c *composer) lastListed(first int) (last int, and bool) {
	as := c.st.Actors
	for last = first; last+1 < len(as); last++ {
		next := &as[last+1]
		if next.First == as[last].First { // one phrase, several states
			continue
		}
		g := c.between(c.st, c.describedEnd(&as[last], next.First), next.First)
		if g.and && g.words == 1 && c.ofFirst(as[last].Last, next.First) {
			g.words = 0
		}
		if !g.lists() || c.endsList(first, last+1, g, and) {
			break
		}
		if and && g.comma && !g.and && (next.Kind == OfficeHolder && c.introduced(next) || c.clauseFrom(next.Last)) {
			break // "A, B and C, a senior official said"; "dialogue between A and B, C said"
		}
		and = and || g.and
	}
	return last, and
}

// endsList reports whether an actor behind a comma or a conjunction is no member of
// the list that starts with another: it opens a phrase or a clause of its own.
func (c *composer) endsList(first, next int, g gap, and bool) bool {
	head, a := &c.st.Actors[first], &c.st.Actors[next]
	other := a.Rels != 0 && head.Rels&a.Rels == 0 && !c.goesOn(head, a) && !a.agrees(head) // "between A and B, in C", "in A and with B"
	if other && !(g.and && head.Rels.Has(language.Between)) {
		return true
	}
	if head.Place != "" && head.Rels.Has(language.In) && a.Rels == 0 && a.named() { // "met A in Lima and B in Quito"
		return true
	}
	if g.comma && !g.and {
		return c.framed(head, a) || (and || !head.Rels.Has(language.Between)) && c.fronted(first, next)
	}
	return (g.and || g.semicolon) && !head.Rels.Has(language.Between) && !c.opensClause(head) && c.newClause(a, head.First)
}

// headlinePair reports whether a comma joins an actor and the next, as it does in
// headlines: at their start ("Scholz, Stocker to meet") and where no verb follows that
// the second would be the subject of ("Trump receives Scholz, Stocker").
func (c *composer) headlinePair(first int) bool {
	a, b := &c.st.Actors[first], &c.st.Actors[first+1]
	if a.First == c.st.First {
		return b.Last < c.st.Last && (c.st.Title || !c.hasVerb(c.st))
	}
	if !c.st.Title || a.Kind != b.Kind || b.Rels != 0 {
		return false
	}
	tag := syntax.Punct
	if b.Last < c.st.Last {
		tag = c.wordAt(b.Last).Tag
	}
	return tag != syntax.Verb && tag != syntax.Aux
}

// goesOn reports whether the "of" before an actor says again the end of the
// preposition before the list: "avec la participation du ministre A, du ministre B".
func (c *composer) goesOn(first, next *Actor) bool {
	return next.Rels == relBit(language.Of) && first.Rels != 0 && first.named() && next.named()
}

// named reports whether an actor is a person or an office holder.
func (a *Actor) named() bool { return a.Kind == Person || a.Kind == OfficeHolder }

// ofFirst reports whether the words before a second name say whose it is of the
// first: "A and his deputy, B".
func (c *composer) ofFirst(from, to int) bool {
	for i := from; i < to-1; i++ {
		if c.lx.owners.Has(c.d.Toks[i].Form) && c.wordAt(i+1).Tag == syntax.Noun || c.lx.owners.Has(c.d.Toks[i+1].Form) && c.wordAt(i).Tag == syntax.Noun {
			return true
		}
	}
	return false
}

// list makes actors one coordination.
func (c *composer) list(as []Actor) {
	c.finder.lists++
	for k := range as {
		as[k].List = c.finder.lists
		if k > 0 && (as[k].Rels == 0 || as[k].Rels == relBit(language.Of) && as[0].Rels != 0 || as[k].agrees(&as[0])) {
			as[k].Rels, as[k].RelAt = as[0].Rels, as[0].RelAt
		}
		as[k].Object, as[k].Dative = as[k].Object || as[0].Object, as[k].Dative || as[0].Dative
	}
}

// introduced reports whether an indefinite article stands before an actor.
func (c *composer) introduced(a *Actor) bool {
	return a.First > c.st.First && c.lx.indefinite.Has(c.d.Toks[a.First-1].Form)
}

// framed reports whether the comma after a place or an occasion parts it from
// the subject: "In Stockholm, the prime minister".
func (c *composer) framed(first, next *Actor) bool {
	return first.Rels != 0 && next.Rels == 0 && !first.named() && (next.named() || next.Kind == Counterpart)
}

// fronted reports whether the comma between two actors parts a phrase that opens
// the sentence from the subject: "With A's help, B and C resumed". A finite verb
// follows B and what is listed with it, and none stands before A.
func (c *composer) fronted(first, next int) bool {
	as := c.st.Actors
	if as[first].Rels == 0 || as[next].Rels != 0 || c.ofSubject(&as[first]) {
		return false
	}
	last := next
	for last+1 < len(as) && c.between(c.st, as[last].Last, as[last+1].First).listed() {
		last++
	}
	return c.clauseFrom(as[last].Last) && !c.finiteBefore(as[first].First)
}

// clauseFrom reports whether a finite verb starts at a token, but for a reflexive pronoun
// and a negation: "A et B se sont vus".
func (c *composer) clauseFrom(at int) bool {
	for at+1 < c.st.Last && (c.lx.reflexives.Has(c.d.Toks[at].Form) || c.lx.IsNegation(c.d.Toks[at].Form)) {
		at++
	}
	return at < c.st.Last && c.finiteAt(at)
}

// ofSubject reports whether the preposition of an actor hangs on the noun that its clause
// opens with, which is the subject then: "The summit of A, B and C will be held".
func (c *composer) ofSubject(a *Actor) bool {
	noun := false
	for i := a.RelAt - 1; i >= c.st.First && c.d.Toks[i].Word; i-- {
		w, n := c.wordAt(i), i-c.st.First
		if w.Tag == syntax.SConj && c.lx.IsThat(c.d.Toks[i].Form) {
			break
		}
		if c.st.Rels[n] != 0 || w.Tag == syntax.SConj || w.Tag == syntax.Verb {
			return false
		}
		noun = noun || w.Tag == syntax.Noun
	}
	return noun
}

// opensClause reports whether the word in front of an actor may open a clause:
// "before A, B and C joined".
func (c *composer) opensClause(a *Actor) bool {
	return a.Rels != 0 && c.lx.IsSubordinate(c.d.Toks[a.RelAt].Form)
}

// newClause reports whether the conjunction before an actor joins clauses: a finite verb
// follows the actor at once, and one stands before the list too.
func (c *composer) newClause(a *Actor, list int) bool {
	return a.Last < c.st.Last && c.finiteAt(a.Last) && c.finiteBefore(list)
}

// finiteBefore reports whether a finite verb of its clause stands before a token.
func (c *composer) finiteBefore(tok int) bool {
	for i := tok - 1; i >= c.st.First; i-- {
		if c.finiteAt(i) {
			return true
		}
		form, tag := c.d.Toks[i].Form, c.wordAt(i).Tag
		if tag == syntax.SConj && (c.lx.IsThat(form) || c.lx.IsSubordinate(form)) {
			return false // "said that A and B met"
		}
		if tag == syntax.Pron && c.lx.IsRelative(form) || c.lx.IsWhere(form) {
			return false // "a meeting, which A and B attended"
		}
		if tag == syntax.CConj && !c.lx.and.Has(form) && i > c.st.First && c.d.Words(i-1, i) == "," {
			return false // "C agreed, but A and B refused"
		}
	}
	return false
}

func (c *composer) finiteAt(i int) bool {
	w := c.st.Words[i-c.st.First]
	return (w.Tag == syntax.Verb || w.Tag == syntax.Aux) && (w.Feats.Has(syntax.Finite) || w.Tag == syntax.Aux && w.Feats.Any(syntax.Persons))
}
