package annotate

import (
	"strings"
	"time"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

var zeroDay time.Time

// Passage is a run of the text to read: a title or a report.
type Passage struct {
	Start, End int
	Title      bool
}

// Run annotates the passages of a document that are to be read.
func Run(lx *Lexicon, s string, passages []Passage, published time.Time) *Document {
	d := &Document{Text: s, Lexicon: lx, Published: published}
	paragraph := 0
	type span struct {
		text.Sentence
		title bool
	}
	var spans []span
	for _, p := range passages {
		toks := text.Tokenize(s, p.Start, p.End, &lx.Pack.Text)
		base := len(d.Toks)
		if base == 0 {
			d.Toks = toks
		} else {
			d.Toks = append(d.Toks, toks...)
		}
		for _, sent := range text.Sentences(s, toks, &lx.Pack.Text) {
			spans = append(spans, span{text.Sentence{First: sent.First + base, Last: sent.Last + base}, p.Title})
		}
	}
	lx.vocabulary.Number(d.Toks)
	d.Quotes = findQuotes(lx, d)
	f := &finder{lx: lx, d: d}
	if f.buffers, _ = lx.buffers.Get().(*buffers); f.buffers == nil {
		f.buffers = newBuffers()
	}
	f.skeletons = zeroed(f.skeletons, len(d.Toks))
	// Full names first: a family name in the headline is explained below it.
	named := make([][]unit, len(spans))
	for i, sp := range spans {
		named[i] = f.persons(sp.First, sp.Last)
	}
	f.tellTwins()
	n := len(d.Toks)
	f.room = room{make([]Word, n), make([]Rels, n), make([]int, n), make([]bool, n)}
	d.Sentences = make([]Sentence, 0, len(spans))
	for i, sp := range spans {
		if d.Toks[sp.First].Line {
			paragraph++
		}
		d.Sentences = append(d.Sentences, f.sentence(sp.Sentence, named[i], sp.title, paragraph))
	}
	f.forget()
	lx.buffers.Put(f.buffers)
	return d
}

func (f *finder) sentence(sp text.Sentence, named []unit, title bool, paragraph int) Sentence {
	n := sp.Last - sp.First
	st := Sentence{
		First: sp.First, Last: sp.Last, Title: title, Paragraph: paragraph,
	}
	f.room.take(&st)
	f.sentenceStart, f.words = sp.First, st.Words
	names, cues, functions := f.match(sp.First, sp.Last)
	f.tag.tag(f.lx, f.d, sp.First, sp.Last, st.Words)
	f.correct(&st, cues)
	f.functions(&st, functions)
	st.Dates = f.lx.Dates.Find(f.d.Text, f.d.Toks[sp.First:sp.Last], f.d.Published)
	f.dated = zeroed(f.dated, n)
	for i := range st.Dates {
		m := &st.Dates[i]
		m.First, m.Last = m.First+sp.First, m.Last+sp.First
		for k := m.First; k < m.Last; k++ {
			f.dated[k-sp.First] = true
		}
	}
	f.markPassing(cues, n)
	us := f.units(names, named)
	us = f.leftovers(us, sp.First, sp.Last)
	us = f.withCues(&st, us, cues, functions)
	f.compose(&st, us)
	st.Cues = f.cues(&st, cues)
	st.Verbs = f.verbs(&st)
	return st
}

// functions notes the relations and conjunctions of a sentence.
func (f *finder) functions(st *Sentence, ms []phrase.Match) {
	for _, m := range ms {
		id := f.lx.entries[m.ID].ID
		at := m.Last - 1 - st.First
		switch {
		case id == fnAnd:
			for i := m.First - st.First; i <= at; i++ {
				st.And[i] = true
			}
		case strings.HasPrefix(id, fnRelation):
			if m.Last-m.First == 1 && st.Words[at].Tag == syntax.SConj && f.lx.that[f.d.Toks[m.First].Form] {
				continue // "a cerut ca A să plece"
			}
			if m.Last-m.First == 1 && st.Words[at].Tag == syntax.Det && f.lx.articles[f.d.Toks[m.First].Form] && f.lx.indefinite[f.d.Toks[m.First].Form] {
				continue // French "des", the article
			}
			rel := relBit(language.Relation(id[len(fnRelation):]))
			if st.Rels[at] == 0 || m.First < st.RelFirst[at] { // the longest wins: "au sujet de" over "de"
				st.Rels[at], st.RelFirst[at] = rel, m.First
			} else if m.First == st.RelFirst[at] {
				st.Rels[at] |= rel
			}
		}
	}
	for i := range st.Words { // a preposition the pack does not list still governs
		if st.Rels[i] == 0 && st.Words[i].Tag == syntax.Adp {
			st.Rels[i], st.RelFirst[i] = relBit(language.Other), st.First+i
			if i == 0 && f.d.Toks[st.First].Upper && f.d.Toks[st.First].Form == "a" {
				st.Rels[i] = relBit(language.In) | relBit(language.To) // "A Alger" for "À Alger"
			}
		}
	}
}

// leftovers makes units of the capitalised runs that nothing else claims.
func (f *finder) leftovers(us []unit, first, last int) []unit {
	out := f.whole[:0]
	at := first
	for i := 0; i <= len(us); i++ {
		end := last
		if i < len(us) {
			end = us[i].first
		}
		out = f.names(out, at, end)
		if i < len(us) {
			u := us[i]
			// "Mohammad Ishaq Dar": a further given name before a known person.
			if n := len(out) - 1; n >= 0 && u.kind == personKind && out[n].kind == personKind && !out[n].full && u.person != nil && out[n].last == u.first && f.sameRun(u.first) {
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
		for j := i + 1; j < end; j++ {
			if t := &f.d.Toks[j]; t.Upper && !t.Hyphen && !gazetteer.IsParticle(f.d.Toks[j-1].Form) && !f.looksLikeName(j) && !roman(t.Form) {
				end = trimRun(f, i, j)
			}
		}
		if end-i == 1 && f.lx.common[f.d.Toks[i].Form] && f.lx.Pack.Attributive { // "Party", "Summit": no name by itself
			if _, known := f.short(i, end); !known {
				i = end
				continue
			}
		}
		if end <= i || end-i > maxName {
			i = max(i+1, end)
			continue
		}
		start, stop := f.nameStart(i, end), end
		for stop > start+1 && (f.lx.common[f.d.Toks[stop-1].Form] || f.wordAt(stop-1).Tag == syntax.Verb) && !f.d.Toks[stop-1].Hyphen { // "Sikua Holds Talks"
			stop--
		}
		if stop = trimRun(f, start, stop); stop < end && stop-start > 1 && !f.lx.World.IsGiven(f.skeleton(start)) {
			stop = end // "South Africa Trilateral Commission" is no person at all
		}
		out = f.couple(out, start, stop)
		i = end
	}
	return out
}

// nameStart skips the ordinary words in front of the two words of a name at
// least: "Assistant Secretary Raul Hernandez".
func (f *finder) nameStart(first, end int) int {
	for first < end && !f.d.Toks[first].Upper || first+2 < end && f.ordinary(first) && !f.d.Toks[first+1].Hyphen {
		first++
	}
	for first > f.sentenceStart && first < end && gazetteer.IsParticle(f.d.Toks[first-1].Form) && !f.lx.articles[f.d.Toks[first-1].Form] && f.wordAt(first-1).Tag != syntax.Adp && f.wordAt(first-1).Tag != syntax.CConj && !f.d.Toks[first-1].Upper { // "Mme von der Leyen"
		first--
	}
	return first
}

// afterMedia reports whether a name is that of a medium: "agence italienne
// Nova".
func (f *finder) afterMedia(first int) bool {
	for i := first - 1; i >= f.sentenceStart && i >= first-2; i-- {
		t := &f.d.Toks[i]
		if f.lx.media[t.Form] && !t.Upper {
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
		if i < last && !f.lx.common[f.d.Toks[i].Form] {
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
	if whole.person == nil && !whole.full && f.afterMedia(first) {
		return append(out, unit{first: first, last: last, kind: language.Outlet, id: whole.name})
	}
	if whole.person == nil && whole.words > 1 && !whole.full {
		for i := first + 1; i < last; i++ {
			if !f.d.Toks[i].Hyphen {
				continue
			}
			a, b := f.named(first, i), f.named(i, last)
			if (a.person != nil || a.full) && (b.person != nil || b.full) {
				return append(out, a, b)
			}
			if whole.words == 2 && f.d.Toks[i].Upper && (a.person != nil || b.person != nil) { // one of the two is misspelt
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
		if family := f.named(last-1, last); family.person != nil { // "Turkish President Erdogan" in a text of another language
			return append(out, family)
		}
	}
	return append(out, whole)
}

func (f *finder) named(first, last int) unit {
	u := unit{first: first, last: last, kind: personKind, name: f.d.Words(first, last), words: last - first}
	s := f.people.unknown[f.skeleton(last-1)]
	if p, ok := f.short(first, last); ok && (s == nil || f.people.known[p] || last-first > 1) { // else a namesake the document named in full
		u.person, u.gender = p, p.Gender
		return u
	}
	if s != nil && (last-first == 1 || strings.EqualFold(text.StripMarks(s.name), text.StripMarks(u.name))) {
		u.name, u.gender = s.name, s.gender
		u.full = true
	}
	return u
}

// withCues puts counterparts, "the two leaders" and pronouns among the units.
func (f *finder) withCues(st *Sentence, us []unit, cues, functions []phrase.Match) []unit {
	var more []unit
	for _, m := range cues {
		e := f.lx.entries[m.ID]
		if e.Kind != language.Cue {
			continue
		}
		switch e.Cue.Sense {
		case language.Counterpart:
			more = append(more, unit{first: m.First, last: m.Last, kind: counterpartKind, entry: e})
		case language.Both:
			if f.specified(st, us, m) || f.counts(st, m) {
				continue
			}
			more = append(more, unit{first: m.First, last: m.Last, kind: bothKind, entry: e})
		}
	}
	for _, m := range functions {
		switch f.lx.entries[m.ID].ID {
		case fnPronoun1, fnPronounN:
			if w := f.wordAt(m.Last - 1); m.Last-m.First > 1 || w.Tag == syntax.Pron || w.Tag == syntax.Det && f.wordAt(m.Last).Tag != syntax.Noun && f.wordAt(m.First-1).Tag != syntax.Noun {
				more = append(more, unit{first: m.First, last: m.Last, kind: pronounKind, id: f.lx.entries[m.ID].ID})
			}
		}
	}
	if len(more) == 0 {
		return us
	}
	return mergeUnits(us, more)
}

// specified reports whether the states of "the presidents" are named right
// after it: then it refers to nothing earlier.
func (f *finder) specified(st *Sentence, us []unit, m phrase.Match) bool {
	inside := false
	for i := range us {
		u := &us[i]
		inside = inside || u.isHead() && u.first >= m.First && u.last == m.Last
		if u.first < m.Last {
			continue
		}
		g := f.between(st, m.Last, u.first)
		return inside && u.isState() && (g.ofGap() || u.isAdjective() && g.bare() || len(f.lx.Pack.Cases) > 0 && g.bare() && !u.isAdjective())
	}
	return false
}

// markPassing notes the words of a sentence that say that an office was left,
// those that say that it is held for a time, and those that give it to the
// country of whom the sentence tells.
func (f *finder) markPassing(cues []phrase.Match, n int) {
	f.former, f.passing, f.home = zeroed(f.former, n), zeroed(f.passing, n), zeroed(f.home, n)
	for _, m := range cues {
		e := f.lx.entries[m.ID]
		if e.Kind != language.Cue || e.Cue.Sense != language.Former && e.Cue.Sense != language.Acting && e.Cue.Sense != language.Home {
			continue
		}
		if m.Last-m.First == 1 && f.wordAt(m.First).Tag == syntax.Aux {
			continue // Romanian "fost": an auxiliary as well
		}
		for i := m.First; i < m.Last; i++ {
			f.passing[i-f.sentenceStart] = true
			f.home[i-f.sentenceStart] = f.home[i-f.sentenceStart] || e.Cue.Sense == language.Home
			f.former[i-f.sentenceStart] = f.former[i-f.sentenceStart] || e.Cue.Sense == language.Former
		}
	}
}

// mergeUnits puts further units among the first, in order; of two that share
// words the longer stays, "the two presidents" over "presidents".
func mergeUnits(us, more []unit) []unit {
	for _, m := range more {
		at := len(us)
		for at > 0 && us[at-1].first >= m.first {
			at--
		}
		if at > 0 && us[at-1].last > m.first {
			if us[at-1].last-us[at-1].first >= m.last-m.first {
				continue
			}
			at--
		}
		end := at
		skip := false
		for end < len(us) && us[end].first < m.last {
			skip = skip || us[end].last > m.last || us[end].last-us[end].first > m.last-m.first
			end++
		}
		if skip {
			continue
		}
		for k := at; k < end; k++ {
			if us[k].kind == language.Office {
				m.offices = us[k].offices // "the foreign ministers of Laos and Myanmar" are no pair told of before
			}
		}
		us = append(us[:at], append([]unit{m}, us[end:]...)...)
	}
	return us
}
