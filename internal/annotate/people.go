package annotate

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// people remembers the persons a document has named in full, so that a bare
// family name later on is the same person.
type people struct {
	known map[*gazetteer.Person]bool
	// spelt holds the family names as the document spells them, by skeleton.
	spelt map[string]*gazetteer.Person
	// called holds persons of long names by the first of them ("Sheikh Mohamed").
	called  map[string]*gazetteer.Person
	unknown map[string]*stranger // by skeleton of the family name
}

// stranger is a person that the gazetteer does not know.
type stranger struct {
	name   string // as first written in full
	given  string // and its first and last word, folded
	family string
	office string
	of     string
	gender string
}

func (f *finder) skeleton(tok int) string {
	s := &f.skeletons[tok]
	if t := &f.d.Toks[tok]; *s == "" {
		word := f.d.Text[t.Start:t.End]
		if t.Worn > 0 && text.Fold(word) != t.Form { // "للسيسي": what the article lost is only in the form
			word = t.Form
		}
		*s = f.lx.World.Skeleton(word)
	}
	return *s
}

// keys is gazetteer.Keys for a run of tokens. They stand until the next call.
func (f *finder) keys(first, last int) []string {
	keys := f.keyed[:0]
	for i := first; i < last; i++ {
		if k := f.skeleton(i); k != "" && !((gazetteer.IsParticle(k) || f.lx.nameParticles.Has(f.d.Toks[i].Form)) && last-first > 1) {
			keys = append(keys, k)
		}
	}
	f.keyed = keys
	return keys
}

// runEnd returns where a run of capitals ends: tokens that can be words of one name.
func (f *finder) runEnd(first, last int) int {
	toks := f.d.Toks
	i := first
	for i < last {
		f.d.Steps++
		t := &toks[i]
		if i > first && (t.Line || !joined(f.d.Text, toks[i-1].End, t.Start)) {
			break
		}
		switch {
		case i > first && t.Hyphen && f.lx.contactNouns.Has(t.Form): // "der Macron-Besuch"
			return trimRun(f, first, i)
		case t.Upper && t.Word && !t.Number:
		case t.Hyphen && i > first && t.Word: // Kim Jong-un
		case !t.Space && i > first && f.d.Text[t.Start] == '\'' && t.Word && !f.lx.possessive.Has(t.Form),
			!t.Space && i > first && strings.HasPrefix(f.d.Text[t.Start:], "’") && t.Word && !f.lx.possessive.Has(t.Form): // Al-Ra'i
		case f.lx.particle(t.Form) && i > first && i+1 < last && (toks[i+1].Upper || f.lx.particle(toks[i+1].Form)):
		case t.Form == "." && i > first && initial(f.d.Text, toks[i-1].Start, toks[i-1].End):
		default:
			return trimRun(f, first, i)
		}
		i++
	}
	return trimRun(f, first, i)
}

func trimRun(f *finder, first, i int) int {
	for i > first && (!f.d.Toks[i-1].Upper && !f.d.Toks[i-1].Hyphen && f.d.Toks[i-1].Space || f.d.Toks[i-1].Form == ".") {
		i--
	}
	return i
}

// roman reports whether a folded word is the number of a monarch: "Abdullah II".
func roman(form string) bool { return len(form) <= 5 && strings.Trim(form, "ivx") == "" }

func initial(s string, start, end int) bool {
	return utf8.RuneCountInString(s[start:end]) == 1
}

// joined reports whether only spaces, a hyphen or a full stop part two words.
func joined(s string, from, to int) bool {
	return from <= to && strings.Trim(s[from:to], " \u00a0\u202f-‐‑.\t") == ""
}

// persons finds the known persons of a sentence: full names anywhere, short
// names where nothing else claims the words.
func (f *finder) persons(first, last int) []unit {
	var out []unit
	toks := f.d.Toks
	for i := first; i < last; {
		if !toks[i].Upper || i > first && f.sameRun(i) && (gazetteer.IsPatronymic(toks[i-1].Form) || gazetteer.IsPatronymic(toks[i].Form)) { // a father's name
			i++
			continue
		}
		if address := f.addressEnd(i, last); address > i+2 { // "S. E. Joseph Boakai": no initials
			i = address
			continue
		}
		end := f.runEnd(i, f.nameRun(i, last))
		if end <= i {
			i++
			continue
		}
		u, ok := f.longestFull(i, end)
		if i+1 < end && f.titled(i) { // "King Hamad" is some of "King Hamad bin Isa Al Khalifa"
			if v, more := f.longestFull(i+1, end); more && (!ok || v.last >= u.last) {
				u, ok = v, true
			}
		}
		if !ok || !f.nameIndeed(&u, f.opensNoName(i)) {
			i++
			continue
		}
		fathers := f.patronymic(u.first, u.last)
		if !fathers {
			remember(f, f.people.spelt, u.last-1, u.person)
		}
		if fathers || len(f.keys(u.first, u.last)) > 2 {
			remember(f, f.people.called, u.first, u.person)
		}
		f.people.known[u.person] = true
		u.last = f.houseEnd(f.fathersEnd(u.last, end), end)
		out = append(out, u)
		i = u.last
	}
	return out
}

// maxName bounds a person's name in tokens.
const maxName = 9

func (f *finder) longestFull(i, end int) (unit, bool) {
	if len(f.skeleton(i)) == 1 && f.honorific(i) { // "M. Trump" is no Melania
		return unit{}, false
	}
	for j := min(end, i+maxName); j >= i+2; j-- {
		if !f.d.Toks[j-1].Upper && !f.d.Toks[j-1].Hyphen || j < end && f.d.Toks[j].Hyphen && !f.d.Toks[j].Upper { // "Kim Chong-in" is no Kim Chong
			continue
		}
		keys := f.keys(i, j)
		if len(keys) < 2 || f.lx.particle(f.d.Toks[j-1].Form) {
			continue
		}
		ms := f.lookup(i, j) // what is short ends the run: "Jean-Pierre Fabre" is no Karine Jean-Pierre
		if len(ms) > 0 && !f.goesOn(ms[0].Person, i, j, end) && (ms[0].Full || j == end && len(keys) == len(gazetteer.Keys(strings.Fields(ms[0].Person.Name)))) {
			return unit{first: i, last: j, kind: personKind, person: ms[0].Person, name: f.d.Words(i, j), words: j - i, full: true, gender: ms[0].Person.Gender}, true
		}
	}
	return unit{}, false
}

// honorific reports whether a word that stands before names starts at a token.
func (f *finder) honorific(i int) bool { return f.addressEnd(i, i+2) > i }

// addressEnd is where a word of address ends that starts at a token and is no longer than up
// to another, or the token where there is none.
func (f *finder) addressEnd(i, last int) int {
	end := i
	var buf [8]phrase.Match
	for _, m := range f.lx.all.Find(buf[:0], f.d.Toks, i, min(last, len(f.d.Toks)), nil) {
		if f.lx.entries[m.ID].Kind == language.Honorific {
			end = max(end, m.Last)
		}
	}
	return end
}

// titled reports whether a word of address or an office stands at a token.
func (f *finder) titled(i int) bool {
	var buf [8]phrase.Match
	for _, m := range f.lx.all.Find(buf[:0], f.d.Toks, i, min(i+1, len(f.d.Toks)), nil) {
		if k := f.lx.entries[m.ID].Kind; k == language.Honorific || k == language.Office {
			return true
		}
	}
	return false
}

// short finds who a bare family name is: a person the document named in full,
// else whom the gazetteer knows by it, best by office on the day.
func (f *finder) short(first, last int) (*gazetteer.Person, bool) {
	ms := f.lookup(first, last)
	var spelt, called *gazetteer.Person
	if last-first == 2 && gazetteer.IsServant(f.d.Toks[first].Form) {
		spelt = recall(f, f.people.spelt, last-1)
	}
	if last-first == 1 {
		spelt, called = recall(f, f.people.spelt, first), recall(f, f.people.called, first)
	}
	if len(ms) == 0 && spelt != nil {
		return spelt, true
	}
	if called != nil && first > f.sentenceStart && f.titled(first-1) {
		return called, true // "Sheikh Sabah"
	}
	var best *gazetteer.Person
	score := -1
	for _, m := range ms {
		s := 0
		if f.people.known[m.Person] {
			s += 100
		}
		if h, ok := f.lx.World.OfficeOn(m.Person, f.d.Published); ok {
			s += 20 - f.lx.World.Offices[h.Office].Rank
			if !f.d.Published.IsZero() {
				s += 20
			}
		} else if h, ok := f.lx.World.OfficeOn(m.Person, zeroDay); ok {
			s += 10 - f.lx.World.Offices[h.Office].Rank
			if h.To.IsZero() {
				s += 5
			}
		}
		if s > score {
			best, score = m.Person, s
		}
	}
	if p := cmp.Or(called, spelt); p != nil && score < 100 {
		return p, true
	}
	return best, best != nil
}

// looksLikeName reports whether a token can be a word of a person's name: a
// capital, a proper noun for the tagger or a word it does not know otherwise,
// and no word of the grammar.
func (f *finder) looksLikeName(i int) bool {
	t := &f.d.Toks[i]
	if !t.Upper || t.Number || !t.Word || f.lx.articles.Has(t.Form) || f.dated[i-f.sentenceStart] {
		return false
	}
	switch f.wordAt(i).Tag {
	case syntax.Adp, syntax.Det, syntax.Pron, syntax.CConj, syntax.SConj, syntax.Aux, syntax.Adv, syntax.Part, syntax.Num:
		return f.knownName(i)
	case syntax.Intj:
		return f.knownName(i) || recall(f, f.people.unknown, i) != nil || i > f.sentenceStart && f.wordAt(i-1).Tag == syntax.ProperNoun && f.sameRun(i)
	case syntax.Verb:
		return !f.lx.Pack.CapitalNouns && (i > f.sentenceStart || len(f.lx.Pack.NameEndings) > 0 && !f.ordinary(i) && len(f.lookup(i, i+1)) > 0)
	case syntax.Noun:
		if f.lx.Pack.CapitalNouns && !f.unknownName(i) {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(f.d.Text[t.Start:])
	return unicode.IsUpper(r) || f.lx.Pack.NoCapitals
}

// knownName reports whether a word alone is the name of somebody whom the document has
// named in full, though the tagger takes it for a word of the grammar: "Xi".
func (f *finder) knownName(tok int) bool {
	return slices.ContainsFunc(f.lookup(tok, tok+1), func(m gazetteer.NameMatch) bool { return f.people.known[m.Person] })
}

// shortName is up to how many letters a noun is taken for a name only where somebody known is
// spelled just so.
const shortName = 4

// mayName reports whether a noun may be the name of somebody known: "Tod" is no Todd.
func (f *finder) mayName(tok int) bool {
	form := f.d.Toks[tok].Form
	return slices.ContainsFunc(f.lookup(tok, tok+1), func(m gazetteer.NameMatch) bool {
		return len(form) > shortName || hasWord(m.Person.Name, form)
	})
}

// hasWord reports whether a folded word is one of a name.
func hasWord(name, form string) bool { return slices.Contains(strings.Fields(text.Fold(name)), form) }

// longestGiven bounds in bytes what may be a given name rather than a title.
const longestGiven = 9

// unknownName reports whether a noun of a language that writes all of them with a capital may
// be a word of a name: no form has it, and a name stands right before or behind it.
func (f *finder) unknownName(tok int) bool {
	if f.d.Toks[tok].ID != 0 {
		return f.knownName(tok)
	}
	beside := func(i int) bool {
		return i >= f.sentenceStart && (f.wordAt(i).Tag == syntax.ProperNoun && f.d.Toks[i].Upper && !f.inDate(i) && !f.lx.nameWords.Has(f.d.Toks[i].Form) || f.lx.World.IsGiven(f.skeleton(i)))
	}
	if before := f.wordAt(tok - 1).Tag; before != syntax.Det && before != syntax.Adj && before != syntax.Num && f.mayName(tok) {
		return true
	}
	return beside(tok-1) && f.sameRun(tok) || tok+1 < len(f.d.Toks) && (f.lx.World.IsGiven(f.skeleton(tok)) || !f.d.Toks[tok].Hyphen && f.d.Toks[tok].End-f.d.Toks[tok].Start < longestGiven && f.wordAt(tok-1).Tag != syntax.Adj && f.wordAt(tok-1).Tag != syntax.Det) && beside(tok+1) && f.sameRun(tok+1) || f.knownName(tok)
}
