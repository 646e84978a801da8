package annotate

import (
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
)

// modifies reports whether the name of an outlet is but an article and a common
// noun, or the adjective of the noun behind it: "the Australian leader".
func (f *finder) modifies(m phrase.Match) bool {
	if f.lx.entries[m.ID].Kind != language.Outlet || m.Last >= len(f.d.Toks) || !f.lx.articles.Has(f.d.Toks[m.First].Form) || m.Last-m.First != 2 {
		return false
	}
	if !f.d.Toks[m.Last-1].Upper { // "the diplomat said"
		return true
	}
	e, end := f.stateAt(m.First + 1)
	return e != nil && end == m.Last && f.d.Toks[m.Last].Space && f.nounBehind(m.Last)
}

// nounBehind reports whether a noun stands at a token or behind the adjectives there:
// "foreign minister".
func (f *finder) nounBehind(tok int) bool {
	for tok+1 < len(f.d.Toks) && f.wordAt(tok).Tag == syntax.Adj {
		tok++
	}
	return f.wordAt(tok).Tag == syntax.Noun
}

// counts reports whether a form that ends in a number only counts the noun that
// follows: "the two" is a pair, but not in "the two banks".
func (f *finder) counts(st *Sentence, m phrase.Match) bool {
	if m.Last >= st.Last || f.wordAt(m.Last-1).Tag != syntax.Num || !f.d.Toks[m.Last].Word {
		return false
	}
	switch f.wordAt(m.Last).Tag {
	case syntax.Noun, syntax.ProperNoun, syntax.Num:
		return true
	case syntax.Adj:
		return !f.lx.Pack.Attributive || f.wordAt(m.Last+1).Tag != syntax.Verb // "the two last met" has an adverb
	}
	return false
}

// familyName reports whether a word for an outlet is the family name of a person here: the
// last of "Amrit Bahadur Rai", and Rai from then on.
func (f *finder) familyName(m phrase.Match) bool {
	if m.Last-m.First != 1 || f.lx.entries[m.ID].Kind != language.Outlet || f.d.Toks[m.First].Caps {
		return false
	}
	if recall(f, f.people.spelt, m.First) != nil || recall(f, f.people.unknown, m.First) != nil {
		return true
	}
	n := m.First - 2 // two given names, whatever the tagger takes the first for
	return n >= f.sentenceStart && f.d.Toks[n].Upper && f.d.Toks[n+1].Upper && f.d.Toks[n+1].Space && f.d.Toks[n+2].Space && f.wordAt(n+1).Tag == syntax.ProperNoun
}

// afterGiven reports whether the name of a place, a state or an outlet stands right behind a
// given name, so that it is the family name of a person: "Michael Langley", "Pedro Lima".
func (f *finder) afterGiven(m phrase.Match) bool {
	switch f.lx.entries[m.ID].Kind {
	case language.Seat, language.Place, language.StateName, language.Institution, language.Outlet:
	default:
		return false
	}
	n := m.First - 1
	if m.Last-m.First != 1 || n < f.sentenceStart || !f.d.Toks[n].Upper || f.d.Toks[n].Caps || !f.sameRun(m.First) || f.d.Toks[m.First].Hyphen {
		return false
	}
	return f.lx.World.IsGiven(f.skeleton(n)) && !f.ordinary(n)
}

// beforeFamily reports whether the name of a place or a state is the given name of a person,
// whose family name stands right behind it and is no word of the language: "la ministra Sofía
// Valdés". In front of a place there is a preposition, where nothing else tells whose it is.
func (f *finder) beforeFamily(m phrase.Match) bool {
	switch f.lx.entries[m.ID].Kind {
	case language.Seat, language.Place, language.StateName:
	default:
		return false
	}
	if p := f.lx.Pack; p.Attributive || p.Construct || len(p.Cases) > 0 || p.Order != "" { // "the Sofia minister", "министр Израиля X"
		return false
	}
	next := m.Last
	if m.Last-m.First != 1 || next >= len(f.d.Toks) || !f.d.Toks[m.First].Upper || f.d.Toks[m.First].Caps || !f.sameRun(next) || !f.d.Toks[next].Space {
		return false
	}
	family := &f.d.Toks[next]
	if !family.Upper || family.Caps || f.wordAt(next).Tag != syntax.ProperNoun || f.ordinary(next) || m.First == f.sentenceStart {
		return false
	}
	if e, _ := f.stateAt(next); e != nil {
		return false
	}
	before := m.First - 1
	described := f.wordAt(before).Tag == syntax.Adj && !f.d.Toks[before].Upper && before > f.sentenceStart && f.wordAt(before-1).Tag == syntax.Noun && !f.lx.sites.Has(f.d.Toks[before-1].Form)
	return f.titled(before) || described || f.lx.World.IsGiven(f.skeleton(m.First)) && (f.wordAt(before).Tag == syntax.Noun || f.d.Words(before, before+1) == ",")
}

// surname reports whether the name of a state is that of a person whom the
// document names in full: "Hollande", where no article or preposition says that
// a country is meant.
func (f *finder) surname(m phrase.Match) bool {
	if m.Last-m.First != 1 || f.lx.entries[m.ID].Kind != language.StateName || recall(f, f.people.spelt, m.First) == nil {
		return false
	}
	if m.First == f.sentenceStart {
		return true
	}
	tag := f.wordAt(m.First - 1).Tag
	return tag != syntax.Adp && tag != syntax.Det
}

// isDeed reports whether a word that names who holds an office, or who was sent, is a verb
// here: "the president, who chairs the summit", "a envoyé Ahmed Attaf à Bamako".
func (f *finder) isDeed(m phrase.Match) bool {
	if m.Last-m.First != 1 || m.First == f.sentenceStart || f.lx.entries[m.ID].Kind != language.Office || f.wordAt(m.First).Tag != syntax.Verb {
		return false
	}
	before := f.d.Toks[m.First-1].Form
	return f.lx.active.Has(before) || f.lx.IsRelative(before)
}

// describes reports whether a word for whoever holds an office is the adjective of the
// noun behind it: "his official invitation".
func (f *finder) describes(m phrase.Match) bool {
	if !f.lx.Pack.Attributive || m.Last-m.First != 1 || m.Last >= len(f.d.Toks) || f.lx.entries[m.ID].Kind != language.Office {
		return false
	}
	return f.wordAt(m.First).Tag == syntax.Adj && f.wordAt(m.Last).Tag == syntax.Noun
}

// ofName reports whether a single word is the second half of an Arabic name: the
// "Amir" of "Abdul Amir" is no emir.
func (f *finder) ofName(m phrase.Match) bool {
	return m.Last-m.First == 1 && m.First > f.sentenceStart && f.d.Toks[m.First-1].Upper && gazetteer.IsServant(f.d.Toks[m.First-1].Form)
}

// grade reports whether an institution or an office in capitals only says how high
// something is: "an NSA-level meeting".
func (f *finder) grade(m phrase.Match) bool {
	if k := f.lx.entries[m.ID].Kind; k != language.Institution && k != language.Office || m.Last-m.First != 1 || !f.d.Toks[m.First].Caps {
		return false
	}
	n := m.Last
	return n < len(f.d.Toks) && f.d.Toks[n].Hyphen && !f.d.Toks[n].Upper
}
