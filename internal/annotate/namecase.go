package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// inCase is the word of an actor that shows its case, with the case that its own words or its
// place tell, whatever the tagger sees. No preposition governs a first case: "Об этом Токаев
// сказал".
func (c *composer) inCase(a *Actor) Word {
	word := c.wordAt(c.caseWord(a))
	shown := c.shownCase(a)
	if shown == syntax.Nominative {
		a.Rels, a.RelAt = 0, a.First
	}
	if shown != 0 {
		word.Feats = word.Feats&^syntax.Cases | shown
	}
	if a.Rels == 0 && (shown == 0 || shown == syntax.Genitive) {
		word = c.attached(a, word)
	}
	return word
}

// agrees reports whether the case of an actor, and no preposition, is all that governs it, and
// another shares it: "с Путиным и Зеленским".
func (a *Actor) agrees(with *Actor) bool { return a.RelAt == a.First && a.Case&with.Case != 0 }

// shownCase is the case that an actor's own words show, whatever the tagger sees in them:
// the ending of a name ("Путину", "Трамп") or of an office ("президенту"), or where it stands,
// for acronyms and names in one form only ("саммит БРИКС", "Баку обвиняет"). It is no feature where they show none.
func (c *composer) shownCase(a *Actor) syntax.Feats {
	switch {
	case len(c.lx.Pack.NameCases) == 0:
		return 0
	case a.Kind == Person || a.Kind == OfficeHolder:
		if shown := c.nameCase(a); shown != 0 {
			return shown
		}
		return c.officeCase(a)
	case (a.Kind == State || a.Kind == Organisation) && (c.d.Toks[a.First].Caps || c.lx.fixed[c.d.Toks[a.First].Form]):
		if c.behindNoun(a.First) {
			return syntax.Genitive
		}
		if a.Last < c.st.Last && c.finiteAt(a.Last) && (a.Rels == 0 || a.RelAt == a.First) { // "Баку обвиняет", not "в Баку обвиняют"
			return syntax.Nominative
		}
	}
	return 0
}

// nameCase is the case that the ending of a person's name shows: one in a first case that
// the others differ from, or in another ("Захарову" is an accusative, "Лаврову" a dative).
func (c *composer) nameCase(a *Actor) syntax.Feats {
	tok := a.Last - 1
	if a.Name == "" || !c.d.Toks[tok].Upper {
		return 0
	}
	first, known := c.firstCase(a, tok)
	if !known {
		return 0
	}
	gender := a.Gender
	if a.Person != nil {
		gender = a.Person.Gender
	}
	word, tagged := c.d.Words(tok, tok+1), c.wordAt(tok).Feats&syntax.Cases
	shown := c.byEnding(word, gender, first)
	switch {
	case shown != 0:
		return shown
	case first && c.behindNoun(a.First) && (a.Last >= c.st.Last || !c.finiteAt(a.Last)): // of one form only: "визит Петро"
		return syntax.Genitive
	case first:
		return 0
	}
	two := gender == "m" && endsIn(word, c.lx.Pack.Feminine) // "Цзиньпина" is one of two cases
	switch {
	case (tagged == 0 || two) && c.behindNoun(a.First): // "визит Си Цзиньпина"
		if c.hearer(a.First - 1) {
			return 0
		}
		return syntax.Genitive
	case tagged != 0 && !(two && tagged == syntax.Nominative):
		return 0
	}
	return syntax.Accusative
}

// hearer reports whether a noun stands in the dative of those who are told something, so that
// what follows is not theirs: "сообщил журналистам Руто", not "по словам Руто".
func (c *composer) hearer(noun int) bool {
	return c.wordAt(noun).Feats.Has(syntax.Dative) && noun > c.st.First && c.st.Rels[noun-1-c.st.First] == 0 && c.wordAt(noun-1).Tag == syntax.Verb
}

// officeCase is the case that the ending of an office shows, held against its first form.
func (c *composer) officeCase(a *Actor) syntax.Feats {
	for i := range c.us {
		u := &c.us[i]
		if u.kind != language.Office || u.first < a.First || u.last > a.Last {
			continue
		}
		tok := u.first
		for tok+1 < u.last && c.d.Toks[tok+1].Hyphen {
			tok++
		}
		word := strings.ToLower(c.d.Words(u.first, tok+1))
		place, _, _ := strings.Cut(u.entry.Form, " ")
		first, _, _ := strings.Cut(place, "|")
		if !strings.Contains(place, "|") { // it has no cases
			return 0
		}
		if u.first != a.First || !slices.Contains(strings.Split(place, "|"), word) {
			return 0
		}
		gender := "m"
		if endsIn(first, c.lx.Pack.Feminine) {
			gender = "f"
		}
		switch {
		case word == first:
			return syntax.Nominative
		case gender == "m" && endsIn(word, c.lx.Pack.Feminine):
			return syntax.Genitive
		}
		return c.byEnding(word, gender, false)
	}
	return 0
}

// byEnding is the case that the pack says an ending shows.
func (c *composer) byEnding(word, gender string, first bool) syntax.Feats {
	for _, n := range c.lx.Pack.NameCases {
		if (n.Case == "Nominative") == first && strings.HasSuffix(word, n.Form) && (n.Gender == gender || n.Gender == "m" && gender == "") {
			return caseFeature[n.Case]
		}
	}
	return 0
}

// firstCase reports whether the name of a person that ends at a token stands in its first
// case; known says that the gazetteer tells.
func (c *composer) firstCase(a *Actor, tok int) (first, known bool) {
	if a.Person == nil {
		return false, false
	}
	of := func(ms []gazetteer.NameMatch) bool {
		return slices.ContainsFunc(ms, func(m gazetteer.NameMatch) bool { return m.Person == a.Person })
	}
	start := max(a.First, tok+1-len(strings.Fields(a.Name)))
	if of(c.lx.World.LookupKeys(c.keys(start, tok+1))) || start < tok && of(c.lx.World.LookupKeys(c.keys(tok, tok+1))) {
		return true, true
	}
	word := c.d.Words(tok, tok+1)
	run := make([]gazetteer.Spelling, 0, tok+1-start)
	for i := start; i < tok; i++ {
		run = append(run, gazetteer.Spelling{Word: c.d.Words(i, i+1), Skeletons: c.stems(i)})
	}
	as := func(form string) bool {
		last := gazetteer.Spelling{Word: form, Skeletons: []string{c.lx.World.Skeleton(form)}}
		return of(c.lx.World.LookupSpellings([]gazetteer.Spelling{last})) || of(c.lx.World.LookupSpellings(append(slices.Clone(run), last)))
	}
	if slices.ContainsFunc(c.lx.Pack.NameForms(word), as) {
		return false, true
	}
	return true, as(word)
}

// caseWord is the word of an actor that shows its case: the first, or the last of those that
// a hyphen joins to it ("премьер-министром").
func (c *composer) caseWord(a *Actor) int {
	tok := a.First
	for tok+1 < a.Last && c.d.Toks[tok+1].Hyphen {
		tok++
	}
	return tok
}

// attached is a word with the case that where an actor stands tells, where the tagger mixes
// up genitive and accusative, which persons have one form for: it is the object of a verb
// where no noun stands right before it that it could belong to ("вызвал посла", "Премьера
// принял король"), and belongs to a noun that no preposition governs ("визит премьера").
func (c *composer) attached(a *Actor, w Word) Word {
	if len(c.lx.Pack.NameCases) == 0 || !w.Feats.Any(syntax.Genitive|syntax.Accusative) || a.Kind != Person && a.Kind != OfficeHolder && a.Kind != Counterpart {
		return w
	}
	tok := a.First - 1
	for tok >= c.st.First {
		if n := len(c.st.Actors) - 1; n >= 0 && c.st.Actors[n].Last == tok+1 && c.st.Actors[n].Rels.Has(language.In) { // "принял в Пекине президента"
			tok = c.st.Actors[n].RelAt - 1
			continue
		}
		if c.wordAt(tok).Tag != syntax.Adv && !c.lx.articles.Has(c.d.Toks[tok].Form) && !c.dated[tok-c.st.First] {
			break
		}
		tok--
	}
	switch {
	case tok == a.First-1 && c.hearer(tok):
		w.Feats &^= syntax.Cases
	case tok < c.st.First, c.wordAt(tok).Tag == syntax.Verb && !c.wordAt(tok).Feats.Any(syntax.Participle|syntax.Passive):
		w.Feats = w.Feats&^syntax.Cases | syntax.Accusative
	case tok == a.First-1 && c.behindNoun(a.First) && (tok == c.st.First || c.st.Rels[tok-1-c.st.First] == 0):
		w.Feats = w.Feats&^syntax.Cases | syntax.Genitive
	}
	return w
}

// behindNoun reports whether a noun stands right before a token, which belongs to it.
func (c *composer) behindNoun(tok int) bool {
	return tok > c.st.First && c.d.Toks[tok-1].Word && c.wordAt(tok-1).Tag == syntax.Noun && !c.inDate(tok-1)
}

// accusative reports whether the name of a state is no subject, for its ending shows the case of
// an object: "призвал Индию".
func (c *composer) accusative(a *Actor) bool {
	return a.Kind == State && a.Rels.Has(language.Marked) && slices.ContainsFunc(c.lx.Pack.NameCases, func(n language.NameCase) bool {
		return n.Case == "Accusative" && strings.HasSuffix(c.d.Words(a.Last-1, a.Last), n.Form)
	})
}

// otherCase reports whether a name stands in its first case and the office in front of it does
// not, so that it says nothing of that: "По словам министра, Путин приедет".
func (c *composer) otherCase(j int) bool {
	if len(c.lx.Pack.NameCases) == 0 {
		return false
	}
	const reach = 6
	other := false
	for i := j - 1; i >= 0 && i >= j-reach; i-- {
		u := &c.us[i]
		if u.kind != language.Office {
			continue
		}
		switch c.officeCase(&Actor{First: u.first, Last: u.last}) {
		case syntax.Nominative: // "пресс-секретарь президента Песков"
			return other && c.punctuated(u.last, c.us[j].first)
		case 0:
			return other
		}
		n := &c.us[j]
		if other || c.nameCase(&Actor{First: n.first, Last: n.last, Person: n.person, Name: n.name, Gender: n.gender}) != syntax.Nominative {
			return other
		}
		other = true
	}
	return other
}

// ofHead reports whether a name behind an office that serves another is that of who serves: it
// stands in the case of the one and not of the other, or is known to have served: "помощник
// президента Иванов".
func (c *composer) ofHead(head, inner, j int) bool {
	if len(c.lx.Pack.NameCases) == 0 {
		return false
	}
	n := &c.us[j]
	name := c.nameCase(&Actor{First: n.first, Last: n.last, Person: n.person, Name: n.name, Gender: n.gender})
	if name == 0 {
		name = c.wordAt(n.last-1).Feats & syntax.Cases
	}
	served := c.officeCase(&Actor{First: c.us[inner].first, Last: c.us[inner].last})
	serves := c.officeCase(&Actor{First: c.us[head].first, Last: c.us[head].last})
	switch {
	case name != 0 && served != 0 && name&served == 0:
		return true
	case serves != 0 && served != 0 && serves != served:
		return false
	}
	return n.person != nil && n.person.Held(c.us[head].offices[0].ID)
}

// punctuated reports whether a mark stands between two tokens.
func (c *composer) punctuated(from, to int) bool {
	for i := from; i < to; i++ {
		if !c.d.Toks[i].Word {
			return true
		}
	}
	return false
}

// overParticiple returns the relations of the preposition that governs somebody over a participle
// in their case and what completes it, and where it starts: "с прибывшим в Баку министром".
func (c *composer) overParticiple(a *Actor) (Rels, int) {
	const reach = 20
	if len(c.lx.Pack.NameCases) == 0 || a.Case == 0 {
		return 0, a.First
	}
	for i := a.First - 1; i > c.st.First && i >= a.First-reach && c.d.Toks[i].Word; i-- {
		w := c.wordAt(i)
		switch {
		case (w.Feats.Has(syntax.Participle) || endsIn(c.d.Words(i, i+1), c.lx.Pack.OnlyParticiple)) && w.Feats&a.Case != 0:
			return c.governor(c.st, i)
		case w.Tag == syntax.Verb && w.Feats.Has(syntax.Finite):
			return 0, a.First
		}
	}
	return 0, a.First
}
