package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// leftovers makes units of the capitalised runs that nothing else claims.
func (f *finder) leftovers(us []unit, first, last int) []unit {
	out := f.whole[:0]
	at := first
	for i := 0; i <= len(us); i++ {
		end := last
		if i < len(us) {
			end = us[i].first
		}
		n := len(out)
		out = f.goOn(f.names(out, at, end), n)
		if i < len(us) {
			u := us[i]
			// "Mohammad Ishaq Dar": a further given name before a known person.
			if n := len(out) - 1; n >= 0 && u.kind == personKind && out[n].kind == personKind && !out[n].full && u.person != nil && out[n].last == u.first && f.sameRun(u.first) && !f.ordinary(out[n].first) {
				u.first, u.words = out[n].first, u.words+out[n].words
				out = out[:n]
			}
			out = append(out, u)
			at = u.last
		}
	}
	f.whole = out
	return out
}

// goOn gives a known person the word behind the name that only the text has, the
// nth unit and on: "Abshir Omar Jama", known without the last.
func (f *finder) goOn(out []unit, n int) []unit {
	if n == 0 || n >= len(out) {
		return out
	}
	u, more := &out[n-1], &out[n]
	if u.kind != personKind || u.person == nil || u.last != more.first || more.kind != personKind || more.words > 1 || more.full || !f.sameRun(more.first) || f.ordinary(more.first) {
		return out
	}
	u.last, u.words = more.last, u.words+more.words
	u.name = f.base(u.first, u.last)
	return append(out[:n], out[n+1:]...)
}

// sameRun reports whether nothing but a space parts a token from the one before.
func (f *finder) sameRun(i int) bool {
	return i > 0 && !f.d.Toks[i].Line && joined(f.d.Text, f.d.Toks[i-1].End, f.d.Toks[i].Start)
}

// names finds runs of names among the tokens of a stretch.
func (f *finder) names(out []unit, first, last int) []unit {
	for i := first; i < last; {
		if !f.looksLikeName(i) {
			i++
			continue
		}
		end := f.runEnd(i, last)
		if f.ordinalOf(i, end, last) {
			i++
			continue
		}
		for j := i + 1; j < end; j++ {
			if t := &f.d.Toks[j]; t.Upper && !t.Hyphen && !f.lx.particle(f.d.Toks[j-1].Form) && !f.looksLikeName(j) && !roman(t.Form) {
				end = trimRun(f, i, j)
			} else if !t.Upper && f.lx.and.Has(t.Form) && !f.twoSurnames(i, j, end) {
				end = trimRun(f, i, j)
			}
		}
		if end-i == 1 && f.lx.common.Has(f.d.Toks[i].Form) && f.lx.Pack.Attributive { // "Party", "Summit": no name by itself
			if _, known := f.short(i, end); !known {
				i = end
				continue
			}
		}
		if end <= i || end-i > maxName || end-i == 1 && i > first && f.wordAlone(i) {
			i = max(i+1, end)
			continue
		}
		start, stop := f.nameStart(i, end), end
		for stop > start+1 && (f.lx.common.Has(f.d.Toks[stop-1].Form) || f.wordAt(stop-1).Tag == syntax.Verb) && !f.d.Toks[stop-1].Hyphen { // "Sikua Holds Talks"
			stop--
		}
		if stop = trimRun(f, start, stop); stop < end && stop-start > 1 && !f.lx.World.IsGiven(f.skeleton(start)) {
			stop = end // "South Africa Trilateral Commission" is no person at all
		}
		if start < stop {
			out = f.couple(out, start, stop)
		}
		i = end
	}
	return out
}

// ordinalOf reports whether a word that a run begins with is a Roman number and no name: "XI фестиваль", "VII Cumbre".
func (f *finder) ordinalOf(i, end, last int) bool {
	t := &f.d.Toks[i]
	if !t.Caps || !roman(t.Form) || !gazetteer.IsLatin(t.Form) {
		return false
	}
	if f.lx.Pack.Script != "Latin" {
		return end-i == 1
	}
	return i+1 < last && !f.d.Toks[i+1].Caps && (f.wordAt(i+1).Tag == syntax.Noun || f.lx.common.Has(f.d.Toks[i+1].Form))
}

// twoSurnames reports whether a word that joins lists joins two family names of one person:
// "João Costa e Silva", not "Macron e Scholz".
func (f *finder) twoSurnames(first, and, end int) bool {
	if and-first < 2 || end != and+2 {
		return false
	}
	left, right := f.named(first, and), f.named(and+1, end)
	return left.person == nil && right.person == nil
}

// nameStart skips the ordinary words in front of the two words of a name at
// least: "Assistant Secretary Raul Hernandez".
func (f *finder) nameStart(first, end int) int {
	for first < end && !f.d.Toks[first].Upper || first+2 < end && f.ordinary(first) && !f.d.Toks[first+1].Hyphen {
		first++
	}
	for first > f.sentenceStart && first < end && f.lx.particle(f.d.Toks[first-1].Form) && !f.lx.articles.Has(f.d.Toks[first-1].Form) && f.wordAt(first-1).Tag != syntax.Adp && f.wordAt(first-1).Tag != syntax.CConj && !f.d.Toks[first-1].Upper { // "Mme von der Leyen"
		first--
	}
	return first
}

// afterMedia reports whether a name is that of a medium: "agence italienne
// Nova".
func (f *finder) afterMedia(first int) bool {
	for i := first - 1; i >= f.sentenceStart && i >= first-2; i-- {
		t := &f.d.Toks[i]
		if f.lx.media.Has(t.Form) && !t.Upper {
			return true
		}
		if f.wordAt(i).Tag != syntax.Adj {
			break
		}
	}
	return false
}

// headline adds the known persons among the capitals of a title, where every
// word has one: "Macron Meets Scholz".
func (f *finder) headline(out []unit, first, last int) []unit {
	piece, ordinary := first, false
	for i := first; i <= last; i++ {
		if i < last && (!f.lx.common.Has(f.d.Toks[i].Form) || i > first && gazetteer.IsPatronymic(f.d.Toks[i-1].Form)) {
			continue
		}
		ordinary = ordinary || i < last
		if i > piece && ordinary {
			if u := f.named(piece, i); u.person != nil {
				out = append(out, u)
			}
		}
		piece = i + 1
	}
	return out
}

// couple adds a run of names: one person, or two that a hyphen joins
// ("Pashinyan-Aliyev").
func (f *finder) couple(out []unit, first, last int) []unit {
	whole := f.named(first, last)
	if whole.person == nil && !whole.full && whole.words > 1 {
		if n, with := len(out), f.headline(out, first, last); len(with) > n {
			return with
		}
	}
	if a, b := f.side(&whole); b.person != nil {
		return append(out, a, b)
	}
	if whole.person == nil && !whole.full && f.afterMedia(first) {
		return append(out, unit{first: first, last: last, kind: language.Outlet, id: whole.name})
	}
	if whole.person == nil && whole.words > 1 && !whole.full {
		for i := first + 1; i < last; i++ {
			end := i
			if i+1 < last && f.twoNames(first, last) {
				i++
			}
			if !f.d.Toks[i].Upper || i == end && !f.d.Toks[i].Hyphen { // "Cho Hyun-dong" is no Cho Hyun
				continue
			}
			a, b := f.named(first, end), f.named(i, last)
			if (a.person != nil || a.full) && (b.person != nil || b.full) {
				return append(out, a, b)
			}
			if whole.words == 2 && (a.person != nil || b.person != nil) { // one of the two is misspelt
				if b.person != nil {
					a = b
				}
				return append(out, a)
			}
		}
	}
	if whole.person == nil && !whole.full && (whole.words > 2 || whole.words > 1 && f.d.Toks[first].Caps && !f.d.Toks[last-1].Caps) && !f.lx.World.IsGiven(f.skeleton(first)) {
		if f.lx.World.IsGiven(f.skeleton(last - 2)) { // a name of its own: "la Confédération Viktor Rossi", "Faruk Miguel Castillo"
			if tag := f.wordAt(first - 1).Tag; tag == syntax.Det || tag == syntax.Adp {
				whole = f.named(last-2, last)
			}
			return append(out, whole)
		}
		if family := f.named(last-1, last); family.person != nil && bears(family.person, family.name) && !f.d.Toks[last-1].Hyphen && !f.lx.particle(f.d.Toks[last-2].Form) { // "Turkish President Erdogan" in a text of another language
			return append(out, family)
		}
	}
	return append(out, whole)
}

// side parts a run into two persons whose family names stand side by side, in cases of
// their own or where no capital tells names: "звонок Макрона Путину".
func (f *finder) side(whole *unit) (a, b unit) {
	if whole.person != nil || whole.full || whole.words < 2 || len(f.lx.Pack.NameEndings) == 0 && !f.lx.Pack.NoCapitals {
		return a, b
	}
	for i := whole.first + 1; i < whole.last; i++ {
		if !f.d.Toks[i].Upper || f.d.Toks[i].Hyphen || roman(f.d.Toks[i].Form) {
			continue
		}
		a, b = f.named(whole.first, i), f.named(i, whole.last)
		if a.person != nil && b.person != nil && a.person != b.person {
			return a, b
		}
	}
	return a, unit{}
}

// bears reports whether a word is one of a person's own name, but for diacritics.
func bears(p *gazetteer.Person, word string) bool {
	return slices.ContainsFunc(strings.Fields(text.StripMarks(p.Name)), func(w string) bool { return strings.EqualFold(w, text.StripMarks(word)) })
}

func (f *finder) named(first, last int) unit {
	u := unit{first: first, last: last, kind: personKind, name: f.base(first, last), words: last - first}
	s := recall(f, f.people.unknown, last-1)
	if p, ok := f.short(first, last); ok && f.sameArticle(p, first, last) && (s == nil || f.people.known[p] || last-first > 1) { // else a namesake the document named in full
		u.person, u.gender = p, p.Gender
		return u
	}
	if s != nil && (last-first == 1 || strings.EqualFold(text.StripMarks(s.name), text.StripMarks(u.name))) {
		u.name, u.gender = s.name, s.gender
		u.full = true
	}
	return u
}
