package annotate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// finish turns the parts of a phrase into actors and returns the next unit.
func (c *composer) finish(p *phraseParts, at, next int) int {
	last := c.us[at].last
	if at > 0 && c.us[at].isState() && c.bracketed(at) {
		last++
	}
	if p.head < 0 {
		c.person(p, last)
		return next
	}
	h := &c.us[p.head]
	base := Actor{First: p.first, Last: last, Former: c.formerIn(p.first, h.last), Plural: c.plural(p.head), OfBoth: p.both, To: p.to}
	p.names = append(p.owners, p.names...)
	c.served(p)
	base.Owned = c.owned(p.first) || h.last < c.st.Last && c.home[h.last-c.st.First] || p.first > c.st.First && c.home[p.first-1-c.st.First]
	if p.honorific >= 0 {
		base.Gender = c.us[p.honorific].gender
	}
	switch h.kind {
	case counterpartKind:
		base.Kind, base.IsCounterpart = Counterpart, true
		if p.institution >= 0 && c.us[p.institution].kind == language.Office {
			base.Office = c.us[p.institution].offices[0].ID
		}
	case language.Institution:
		base.Kind, base.Institution = Institution, h.id
	default:
		base.Kind = OfficeHolder
	}
	for _, of := range c.spread(p, base.Plural || h.isGeneral()) { // "the Thai and Cambodian leadership" is two
		a := base
		a.Of = of.id
		if c.lx.World.Groups[of.id] != nil {
			a.Of, a.Group = "", of.id
		}
		if p.institution >= 0 {
			c.ofInstitution(&a, &c.us[p.institution])
		}
		if h.kind == language.Office {
			c.office(&a, h, p)
		}
		if a.Institution == "@side" && a.Kind == Institution && a.Of == "" && !a.OfBoth && !a.Owned {
			continue // "the other side" of a road
		}
		if of.name >= 0 {
			c.name(&a, &c.us[of.name])
		}
		c.emit(a)
	}
	return next
}

// owned reports whether a possessive ("his", "leur") stands before a phrase.
func (c *composer) owned(first int) bool {
	for i := first - 1; i >= c.st.First && i >= first-2; i-- {
		if c.lx.owners.Has(c.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// spread pairs the states of a phrase with its names: one actor each. A phrase
// in the singular has one state, the first that names one.
func (c *composer) spread(p *phraseParts, plural bool) []stateRef {
	if len(p.names) <= 1 && (!plural || len(p.states) <= 1) {
		ref := stateRef{name: -1}
		if len(p.states) > 0 {
			ref.id = p.states[0].id
		}
		if len(p.names) == 1 {
			ref.name = p.names[0]
		}
		return []stateRef{ref}
	}
	refs := append([]stateRef(nil), p.states...)
	taken := map[int]bool{}
	for i := range refs {
		for _, n := range p.names {
			// A known person belongs to their own state, wherever they stand.
			if person := c.us[n].person; person != nil && person.Country == refs[i].id && !taken[n] {
				refs[i].name, taken[n] = n, true
				break
			}
		}
	}
	for i := range refs {
		if n := refs[i].name; n >= 0 && !taken[n] {
			taken[n] = true
		} else if n >= 0 && c.us[n].person != nil && c.us[n].person.Country != refs[i].id {
			refs[i].name = -1
		}
	}
	for _, n := range p.names {
		if taken[n] {
			continue
		}
		placed := false
		for i := range refs {
			if refs[i].name < 0 && c.us[n].person == nil {
				refs[i].name, placed = n, true
				break
			}
		}
		if !placed {
			refs = append(refs, stateRef{name: n})
		}
	}
	return refs
}

// plain emits a unit that is a phrase by itself.
func (c *composer) plain(i int) {
	u := &c.us[i]
	a := Actor{First: u.first, Last: u.last, Of: u.id, Place: u.place}
	switch u.kind {
	case language.StateName, language.StatePeople:
		a.Kind, a.Plural = State, u.kind == language.StatePeople
	case language.Seat:
		a.Kind = State
	case language.OrgName:
		a.Kind = Organisation
	case language.Institution:
		a.Kind, a.Institution, a.Of = Institution, u.id, ""
		if len(u.states) > 0 {
			a.Of = u.states[0].id
		}
		if inst := c.lx.World.Institutions[u.id]; inst != nil {
			a.Of = inst.Of
		}
	case language.Group:
		a.Kind, a.Group, a.Of = Group, u.id, ""
	case language.Outlet:
		a.Kind, a.Name, a.Of = Outlet, u.id, ""
	case definedKind:
		a = *u.own
		a.First, a.Last, a.Rels, a.List = u.first, u.last, 0, 0
	case language.Honorific:
		if !c.lx.owners.Has(c.d.Toks[u.first].Form) && !c.lx.owners.Has(c.d.Toks[u.last-1].Form) {
			return
		}
		a.Kind, a.Of = Pronoun, "" // "His Majesty", "Excelența Sa": whoever was named last
	case pronounKind:
		a.Kind, a.Of, a.Plural = Pronoun, "", u.id == fnPronounN
	case bothKind:
		a.Kind, a.Of, a.Plural, a.Rank = Both, "", true, u.entry.Cue.Args.Get("rank")
	case language.Place:
		rels, _ := c.governor(c.st, u.first)
		country := ""
		if p := c.lx.World.Places[u.id]; p != nil {
			country = p.Country
		}
		c.st.Places = append(c.st.Places, PlaceMention{u.first, u.last, u.id, country, rels})
		return
	default:
		return
	}
	c.emit(a)
}

// modifiers notes adjectives and possessive names of states that modify no
// actor: "Russian-Ukrainian talks", "France's offer".
func (c *composer) modifiers(states []stateRef) {
	for _, s := range states {
		u := &c.us[s.at]
		if c.peopleAt(u) {
			c.emit(Actor{First: u.first, Last: u.last, Kind: State, Of: u.id, Plural: true})
			continue
		}
		if c.nativeAt(u) {
			c.emit(Actor{First: u.first, Last: u.last, Kind: Pronoun, Of: u.id})
			continue
		}
		if u.isAdjective() {
			c.st.States = append(c.st.States, StateMention{u.first, u.last, u.id, true, u.org})
			continue
		}
		c.plain(s.at)
	}
}

func lowerForm(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsLower(r)
}

// peopleAt reports whether an adjective of a state stands for its people: a
// noun in the plural that is no part of a compound ("the Iranians").
func (c *composer) peopleAt(u *unit) bool {
	w := c.wordAt(u.last - 1)
	if t := &c.d.Toks[u.first]; t.Upper && !t.Caps && lowerForm(u.entry.Form) && c.coupled(u) {
		w = Word{syntax.Noun, syntax.Plural} // where adjectives have no capital, its people have
	} else if w.Tag == syntax.Adj && c.substantive(u) {
		w.Tag = syntax.Noun
	}
	if u.kind == language.StatePrefix || w.Tag != syntax.Noun && w.Tag != syntax.ProperNoun || !w.Feats.Has(syntax.Plural) && u.kind != language.StatePeople {
		return false
	}
	if u.last < c.st.Last && c.d.Toks[u.last].Hyphen || c.d.Toks[u.first].Hyphen {
		return false
	}
	for _, tok := range [2]int{u.first - 1, u.last} {
		if tok < c.st.First || tok >= c.st.Last || c.dated[tok-c.st.First] {
			continue
		}
		if t := c.wordAt(tok).Tag; (t == syntax.Noun || t == syntax.ProperNoun) && !c.lx.articles.Has(c.d.Toks[tok].Form) {
			return false
		}
	}
	return true
}

// substantive reports whether an adjective stands for a noun: an article stands before it,
// and behind it nothing that it could belong to ("gli americani hanno").
func (c *composer) substantive(u *unit) bool {
	if u.first == c.st.First || u.last >= c.st.Last || !c.lx.articles.Has(c.d.Toks[u.first-1].Form) {
		return false
	}
	switch c.wordAt(u.last).Tag {
	case syntax.Noun, syntax.ProperNoun, syntax.Adj, syntax.Num:
		return false
	}
	return true
}

// nativeAt reports whether an adjective of a state stands by itself behind a definite
// article, for somebody of it: "dijo el uruguayo".
func (c *composer) nativeAt(u *unit) bool {
	if !c.lx.Pack.Natives || u.kind != language.StateAdjective || u.last-u.first > 1 || u.first == c.st.First || c.d.Toks[u.first].Hyphen || strings.HasSuffix(c.d.Toks[u.first].Form, "s") && c.wordAt(u.first).Feats.Has(syntax.Plural) {
		return false
	}
	if before := c.d.Toks[u.first-1].Form; !c.lx.articles.Has(before) || c.lx.indefinite.Has(before) || c.lx.owners.Has(before) || c.lx.these.Has(before) {
		return false
	}
	if u.last == c.st.Last {
		return true
	}
	switch c.wordAt(u.last).Tag {
	case syntax.Noun, syntax.ProperNoun, syntax.Adj, syntax.Num:
		return c.dated[u.last-c.st.First]
	}
	return !c.d.Toks[u.last].Hyphen
}

// coupled reports whether an article stands before an adjective, or a conjunction before
// or behind it: "Iraniens et Européens".
func (c *composer) coupled(u *unit) bool {
	first, last := u.first-c.st.First, u.last-c.st.First
	return last < len(c.st.And) && c.st.And[last] || first > 0 && (c.st.And[first-1] || c.lx.articles.Has(c.d.Toks[u.first-1].Form))
}

// placeEnding reports whether the name of a place, or of a state or organisation where
// something is, ends right before a token.
func (c *composer) placeEnding(tok int) bool {
	if n := len(c.st.Places) - 1; n >= 0 && c.st.Places[n].Last == tok {
		return true
	}
	n := len(c.st.Actors) - 1
	if n < 0 || c.st.Actors[n].Last != tok {
		return false
	}
	o := &c.st.Actors[n]
	return o.Rels.Has(language.In) && (o.Kind == State || o.Kind == Organisation)
}

// caseless reports whether a phrase opens with the name of a person of a gender whose names
// show no case, whatever the tagger sees in their ending: "Andrei", "Serghei".
func (c *composer) caseless(a *Actor) bool {
	return a.Kind == Person && a.Office == "" && a.Person != nil && slices.Contains(c.lx.Pack.Caseless, a.Person.Gender)
}

// ofPlace reports whether an outlet, whose name shows no case, says whose the noun right before
// it is, which hangs on a preposition: "в интервью Reuters".
func (c *composer) ofPlace(a *Actor) bool {
	n := a.First - 1
	if a.Kind != Outlet || a.Rels != 0 || n <= c.st.First || len(c.lx.Pack.NameCases) == 0 || c.wordAt(n).Tag != syntax.Noun {
		return false
	}
	rels, _ := c.governor(c.st, n)
	return rels != 0
}

// tells reports whether somebody stands in a clause that only says who tells what is beside it,
// its verb last: "Wie die NATO am Montag mitteilte".
func (c *composer) tells(a *Actor) bool {
	if !c.lx.IsAsTold(c.d.Toks[a.RelAt].Form) || a.RelAt > c.st.First && c.raw(a.RelAt-1) != "," {
		return false
	}
	end := a.Last
	for end < c.st.Last && c.raw(end) != "," && c.d.Toks[end].Word {
		end++
	}
	return c.isVerb(c.st, end-1)
}

func (c *composer) emit(a Actor) {
	if c.mute {
		return
	}
	a.Rels, a.RelAt = c.governor(c.st, a.First)
	if n := a.RelAt - 1; a.Rels.Has(language.Of) && n >= c.st.First && c.lx.quantities.Has(c.d.Toks[n].Form) {
		a.Rels, a.RelAt = c.governor(c.st, n)
		a.Plural = true
	}
	if n := len(c.st.Actors) - 1; n >= 0 && c.st.Actors[n].Kind == Outlet && c.st.Actors[n].Last == a.First {
		a.Rels, a.RelAt = 0, 0 // "told the BBC the minister": the preposition is the outlet's
	}
	if n := len(c.st.Actors) - 1; n >= 0 && a.Kind == Organisation && a.Rels == 0 && c.d.Toks[a.First].Hyphen && c.st.Actors[n].Last == a.First {
		a.Rels, a.RelAt = c.st.Actors[n].Rels, c.st.Actors[n].RelAt // "about the EU-Mercosur deal"
	}
	if a.Rels != 0 && a.Last < c.st.Last && c.lx.IsSubordinate(c.d.Toks[a.RelAt].Form) && (c.finiteAt(a.Last) || c.tells(&a)) { // "after he spoke"
		a.Rels, a.RelAt = 0, a.First
	}
	if a.Kind == Person && a.Rels.Has(language.In) && c.placeEnding(a.First) { // "a rencontré à Bruxelles Josep Borrell"
		a.Rels, a.RelAt = 0, a.First
	}
	if s := c.lx.World.States[a.Of]; a.Institution == "@capital" && a.Kind == Institution && s != nil {
		a.Kind, a.Institution, a.Place = State, "", s.Capital
	}
	if n := a.First - 1; a.Kind == Outlet && a.Rels == 0 && n >= c.st.First && c.lx.media.Has(c.d.Toks[n].Form) {
		a.Rels, a.RelAt = c.lx.InCase(c.wordAt(n)), n // "агентству Reuters"
	}
	if c.ofPlace(&a) {
		a.Rels, a.RelAt = relBit(language.Of), a.First
	}
	word := c.inCase(&a)
	a.Case = word.Feats & syntax.Cases
	if a.Rels == 0 && !c.caseless(&a) {
		if a.Rels, a.RelAt = c.overParticiple(&a); a.Rels == 0 {
			a.Rels, a.RelAt = c.lx.InCase(word), a.First
		}
		if bare := a.Kind == State || a.Kind == Person && a.Office == ""; a.Rels == 0 && bare && c.lx.oblique(c.d.Words(a.First, a.First+1)) {
			for _, rel := range c.lx.Pack.Cases {
				a.Rels |= relBit(rel)
			}
		}
	}
	if a.Rels == 0 && c.inConstruct(a.First) {
		a.Rels, a.RelAt = relBit(language.Of), a.First
	}
	if a.Rels.Has(language.Marked) && (a.Kind == Person || a.Kind == OfficeHolder || a.Kind == Counterpart || a.Kind == Both || a.Institution == "@delegation" || c.accusative(&a) || a.RelAt < a.First && c.d.Toks[a.RelAt].Ending) {
		a.Rels, a.Object, a.Dative = 0, true, a.Rels.Has(language.To)
	} else if a.RelAt == a.First { // where names of things have one form for both, the tagger cannot tell
		a.Rels &^= relBit(language.Marked)
	}
	a.Possessive = a.Last < c.st.Last && c.lx.possessive.Has(c.d.Toks[a.Last].Form)
	if len(c.lx.Pack.Genitive) > 0 && a.Rels != 0 && a.RelAt == a.First && !c.st.Words[a.Last-1-c.st.First].Feats.Has(syntax.Genitive) {
		a.Rels = 0 // "Ungarns Ministerpräsident": the case is that of the name in front
	}
	if len(c.lx.Pack.Genitive) > 0 && c.ownsNext(&a) {
		a.Possessive = true
		if a.RelAt == a.First {
			a.Rels = 0
		}
	}
	c.st.Actors = append(c.st.Actors, a)
}

// ownsNext reports whether a name in the genitive stands in front of what it owns: "Putins
// Sprecher", not "der Besuch Putins in Rom".
func (c *composer) ownsNext(a *Actor) bool {
	last := a.Last - 1
	if a.Last >= c.st.Last || !c.st.Words[last-c.st.First].Feats.Has(syntax.Genitive) || c.st.Words[last-c.st.First].Tag != syntax.ProperNoun {
		return false
	}
	if a.First > c.st.First && c.wordAt(a.First-1).Tag == syntax.Noun && c.d.Toks[a.First-1].Upper {
		return false
	}
	switch c.wordAt(a.Last).Tag {
	case syntax.Noun, syntax.Adj, syntax.Num:
		return !c.dated[a.Last-c.st.First]
	}
	return false
}
