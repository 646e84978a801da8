package annotate

import (
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// gap describes the tokens between two units of a noun phrase.
type gap struct {
	// words counts the tokens that are none of the kinds below.
	words int
	// comma, and, of, possessive, paren: such a token is among them.
	comma, and, of, possessive, paren bool
	// semicolon: one parts members of a list that hold commas themselves.
	semicolon bool
	// relation: a preposition other than "of" is among them.
	relation bool
	// rels are the relations of those prepositions.
	rels Rels
	// adjectives counts adjectives, adverbs and numbers, articles the articles, owners
	// those of them that are possessive ("son").
	adjectives, articles, owners int
}

// plain: no other words, no brackets and no semicolon.
func (g gap) plain() bool { return g.words == 0 && !g.paren && !g.semicolon }

// member: a semicolon, and perhaps a conjunction, as between members of a list
// that hold commas themselves.
func (g gap) member() bool {
	return g.semicolon && g.words == 0 && !g.comma && !g.paren && g.adjectives == 0
}

// tight: nothing but articles and adjectives stands between.
func (g gap) tight() bool {
	return g.plain() && !g.comma && !g.and && !g.of && !g.relation && g.adjectives <= 3
}

// bare: nothing at all stands between, but perhaps a possessive mark.
func (g gap) bare() bool { return g.tight() && g.adjectives == 0 && g.articles == 0 }

// oneWord: one other word, and perhaps adjectives.
func (g gap) oneWord() bool {
	return g == gap{words: 1, adjectives: g.adjectives, semicolon: g.semicolon}
}

// ofGap: a preposition of belonging, and articles.
func (g gap) ofGap() bool {
	return g.plain() && g.of && !g.comma && !g.and && !g.relation && g.adjectives <= 2
}

// mission: a preposition that says where somebody is sent or from where they
// come ("ambassador to", "envoyé pour", "officials from"), and articles.
func (g gap) mission() bool {
	return g.plain() && g.relation && !g.comma && !g.and && g.adjectives == 0
}

// listed: a comma or a conjunction, perhaps with the preposition said again.
func (g gap) listed() bool {
	return g.plain() && (g.comma || g.and) && g.adjectives == 0
}

// lists: what may stand between two members of a list. A conjunction joins them in
// spite of brackets.
func (g gap) lists() bool {
	return g.listed() || g.member() || g.and && g.words == 0 && g.adjectives == 0
}

// joined: a conjunction alone.
func (g gap) joined() bool {
	return g.plain() && g.and && !g.comma && !g.of && !g.relation && g.articles == 0 && g.adjectives == 0
}

// apposed: a comma and perhaps an article.
func (g gap) apposed() bool {
	return g.plain() && g.comma && !g.and && !g.of && !g.relation && g.adjectives <= 2
}

// between looks at the tokens [from, to).
func (f *finder) between(st *Sentence, from, to int) gap {
	const most = 8 // words within a noun phrase
	var g gap
	if to-from > most {
		g.words = to - from
		return g
	}
	for i := to - 1; i >= from; {
		n := i - st.First
		if rels := st.Rels[n]; rels != 0 && st.RelFirst[n] >= from && !f.passing[n] && st.Words[n].Tag != syntax.Aux {
			if rels.Has(language.Of) {
				g.of = true
			} else {
				g.relation = true
				g.rels |= rels
			}
			i = st.RelFirst[n] - 1
			continue
		}
		f.count(st, i, to, &g)
		i--
	}
	return g
}

// count notes in a gap that ends at a token what the word at another does in it.
func (f *finder) count(st *Sentence, i, to int, g *gap) {
	n, t := i-st.First, &f.d.Toks[i]
	tag := st.Words[n].Tag
	switch w := t.Raw(f.d.Text); {
	case f.passing[n]: // "président par intérim du Mali"
		g.adjectives++
	case tag == syntax.Aux: // "președintele a primit o delegație"
		g.words++
	case w == "." && i+1 < to && f.d.Words(i+1, i+2) == ",": // "de EE.UU., X": an abbreviation's
	case w == ",":
		g.comma = true
	case w == ";":
		g.semicolon = true
	case w == "(" || w == "[" || w == "—" || w == "–":
		g.paren = true
	case st.And[n]:
		g.and = true
	case f.lx.possessive.Has(t.Form):
		g.possessive = true
	case f.lx.articles.Has(t.Form):
		g.articles++
		if f.lx.owners.Has(t.Form) {
			g.owners++
		}
	case t.Word && tag == syntax.Adv && i+1 < to && st.Words[n+1].Tag == syntax.Det: // "mai mulți"
		g.articles++
	case t.Word && (tag == syntax.Adj || tag == syntax.Adv || tag == syntax.Num || tag == syntax.Verb && st.Words[n].Feats.Has(syntax.Participle)), t.Number:
		g.adjectives++
	case tag == syntax.Det && t.Word:
		g.articles++
	default:
		g.words++
	}
}

// governor returns the relations of the preposition in front of a phrase, and
// where it starts: articles, adjectives and numbers may stand between, and a noun for a
// place whose name the phrase is ("in the Swiss city of Geneva") or for a building there ("at
// the airport of Conakry").
func (f *finder) governor(st *Sentence, first int) (Rels, int) {
	const most = 6 // words between a preposition and what it governs
	named := false // by a noun for a place, which the name of a state or a sea may modify
	for i, steps := first-1, 0; i >= st.First && steps < most; i, steps = i-1, steps+1 {
		n := i - st.First
		if st.Rels[n] != 0 {
			if n+1 < len(f.dated) && f.dated[n] && f.dated[n+1] { // "Alle 15 Meloni"
				return 0, first
			}
			if site := f.siteBefore(st, st.RelFirst[n]); site >= 0 && st.Rels[n].Has(language.Of) {
				i, named = site, true
				continue
			}
			return st.Rels[n], st.RelFirst[n]
		}
		t := &f.d.Toks[i]
		if !t.Word && !t.Number || st.And[n] {
			return 0, first
		}
		switch st.Words[n].Tag {
		case syntax.Det, syntax.Adj, syntax.Num, syntax.Adv:
			continue
		case syntax.Noun, syntax.ProperNoun:
			named = named || f.lx.sites.Has(t.Form)
			if f.lx.articles.Has(t.Form) || f.lx.sites.Has(t.Form) || named && st.Words[n].Tag == syntax.ProperNoun {
				continue
			}
		}
		if !f.lx.articles.Has(t.Form) {
			return 0, first
		}
	}
	return 0, first
}

// nounBefore returns the noun of a set that ends in front of a token, but for adjectives,
// -1 for none.
func (f *finder) nounBefore(st *Sentence, nouns *text.Set, tok int) int {
	const reach = 3
	for i := tok - 1; i >= max(st.First, tok-reach); i-- {
		if nouns.Has(f.d.Toks[i].Form) {
			return i
		}
		if st.Words[i-st.First].Tag != syntax.Adj {
			return -1
		}
	}
	return -1
}

// siteBefore returns the noun for a place or a building that ends in front of a token, but
// for adjectives and the building's name, -1 for none.
func (f *finder) siteBefore(st *Sentence, tok int) int {
	if site := f.nounBefore(st, &f.lx.sites, tok); site >= 0 {
		return site
	}
	const reach = 8
	for i := tok - 1; i >= max(st.First, tok-reach); i-- {
		if t := &f.d.Toks[i]; f.lx.buildings.Has(t.Form) {
			return i
		} else if !t.Upper && st.Words[i-st.First].Tag != syntax.Adj {
			return -1
		}
	}
	return -1
}
