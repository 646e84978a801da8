package annotate

import (
	"slices"
	"strings"
	"time"

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
	f := &finder{lx: lx, d: d}
	if f.buffers, _ = lx.buffers.Get().(*buffers); f.buffers == nil {
		f.buffers = newBuffers()
	}
	d.buffers = f.buffers
	d.Toks = f.toks[:0]
	spans := f.spans[:0]
	for _, p := range passages {
		base := len(d.Toks)
		d.Toks = text.AppendTokens(d.Toks, s, p.Start, p.End, &lx.Pack.Text, &f.folds)
		d.Toks = append(d.Toks[:base], lx.partEndings(s, d.Toks[base:])...)
		for _, sent := range text.Sentences(s, d.Toks[base:], &lx.Pack.Text) {
			sent.First, sent.Last = sent.First+base, sent.Last+base
			lx.dress(d.Toks[sent.First:sent.Last])
			lx.allUpper(d.Text, d.Toks[sent.First:sent.Last])
			spans = append(spans, span{sent, p.Title})
		}
	}
	lx.vocabulary.Number(d.Toks)
	f.toks = d.Toks
	f.arrange(spans)
	d.Quotes = findQuotes(lx, d)
	if lx.Pack.Order == language.VerbLast {
		f.reorder(spans)
	}
	f.toks, f.spans = d.Toks, spans
	f.skeletons = zeroed(f.skeletons, len(d.Toks))
	// Full names first: a family name in the headline is explained below it.
	f.full = zeroed(f.full, len(spans))
	for i, sp := range spans {
		f.full[i] = f.persons(sp.First, sp.Last)
	}
	f.tellTwins()
	f.tellShorts()
	f.room.zero(len(d.Toks))
	f.sentences = zeroed(f.sentences, len(spans))
	d.Sentences = f.sentences[:0]
	paragraph := 0
	for i, sp := range spans {
		if d.Toks[sp.First].Line {
			paragraph++
		}
		d.Sentences = append(d.Sentences, f.sentence(sp.Sentence, f.full[i], sp.title, paragraph))
	}
	d.partQuotes()
	return d
}

// span is a sentence that has not been read yet.
type span struct {
	text.Sentence
	title bool
}

// Done gives the memory of a document back for the next one: nothing of the document
// may be used afterwards but its text. A document that is never done is just left.
func (d *Document) Done() {
	d.buffers.forget()
	d.Lexicon.buffers.Put(d.buffers)
	*d = Document{}
}

// dress gives the first word of a sentence the diacritic that it has lost as a capital:
// "A l'issue de". A word that a hyphen joins to the next is another ("A-t-il").
func (lx *Lexicon) dress(toks []text.Token) {
	i := slices.IndexFunc(toks, func(t text.Token) bool { return t.Word })
	if i < 0 || i+1 == len(toks) || !toks[i].Upper || toks[i+1].Hyphen {
		return
	}
	if form := lx.Pack.Bare[toks[i].Form]; form != "" {
		toks[i].Form = form
	}
}

func (f *finder) sentence(sp text.Sentence, named []unit, title bool, paragraph int) Sentence {
	n := sp.Last - sp.First
	st := Sentence{
		First: sp.First, Last: sp.Last, Title: title, Paragraph: paragraph,
	}
	f.room.take(&st)
	f.sentenceStart, f.words = sp.First, st.Words
	names, cues, functions := f.match(sp.First, sp.Last)
	f.tagged(sp, st.Words)
	f.conjugate(&st)
	f.strangers(&st, named)
	if f.ordered == nil { // else the order was read off the endings, and says which words are verbs
		f.adjectives(&st, names)
		f.correct(&st, cues)
	}
	f.functions(&st, functions, cues)
	f.dates(&st)
	f.markPassing(cues, n)
	us := f.units(names, named)
	f.proper(&st, us)
	f.membership(&st, us)
	us = f.leftovers(us, sp.First, sp.Last)
	us = f.withCues(&st, us, cues, functions)
	f.compose(&st, us)
	st.Cues = f.cues(&st, f.parted(&st, cues))
	st.Verbs = f.verbs(&st)
	f.number(&st)
	f.bodies(&st)
	return st
}

// tagged fills in what the syntax model says of the words of a sentence, which it has read
// already where they were put into another order.
func (f *finder) tagged(sp text.Sentence, out []Word) {
	if f.ordered != nil {
		copy(out, f.ordered[sp.First:sp.Last])
		return
	}
	if len(f.arranged) > 0 {
		copy(out, f.arranged[sp.First:sp.Last])
		return
	}
	f.tag.tag(f.lx, f.d, sp.First, sp.Last, out)
}

// dates finds the dates of a sentence, in which no word is a verb: "merge sâmbătă la".
func (f *finder) dates(st *Sentence) {
	if f.ordered != nil {
		st.Dates = f.orderedDates[st.First]
	} else {
		st.Dates = f.lx.Dates.Find(f.d.Text, f.d.Toks[st.First:st.Last], f.d.Published)
	}
	f.dated = zeroed(f.dated, st.Last-st.First)
	for i := range st.Dates {
		m := &st.Dates[i]
		m.First, m.Last = m.First+st.First, m.Last+st.First
		for k := m.First; k < m.Last; k++ {
			f.dated[k-st.First] = true
			if w := &st.Words[k-st.First]; w.Tag == syntax.Verb {
				*w = Word{syntax.Noun, 0}
			}
		}
	}
}

// article reports whether a word that may be a preposition is an article, or a pronoun: French
// "des", Portuguese "a", but where a form of several words ends in it ("irá a").
func (f *finder) article(st *Sentence, at int, cues []phrase.Match) bool {
	form := f.d.Toks[at].Form
	if f.lx.doubles.Has(form) {
		return !slices.ContainsFunc(cues, func(m phrase.Match) bool {
			return m.Last == at+1 && m.Last-m.First > 1 && f.lx.entries[m.ID].Kind == language.Cue
		})
	}
	return st.Words[at-st.First].Tag == syntax.Det && f.lx.articles.Has(form) && f.lx.indefinite.Has(form)
}

// functions notes the relations and conjunctions of a sentence.
func (f *finder) functions(st *Sentence, ms, cues []phrase.Match) {
	for _, m := range ms {
		id := f.lx.entries[m.ID].ID
		at := m.Last - 1 - st.First
		switch {
		case id == fnAnd:
			for i := m.First - st.First; i <= at; i++ {
				st.And[i] = true
			}
		case strings.HasPrefix(id, fnRelation):
			if m.Last-m.First == 1 && st.Words[at].Tag == syntax.SConj && f.lx.that.Has(f.d.Toks[m.First].Form) {
				continue // "a cerut ca A să plece"
			}
			if m.Last-m.First == 1 && st.Words[at].Tag != syntax.Adp && f.article(st, m.First, cues) {
				continue
			}
			if m.Last-m.First == 1 && m.Last < st.Last && f.d.Toks[m.Last].Hyphen && (f.d.Toks[m.First].Upper || f.d.Toks[m.Last].Upper) {
				continue // "Al-Sharaa", "al-Sharaa"
			}
			if m.Last-m.First == 1 && f.opensFamily(m.First, st.Last) {
				st.Words[at] = Word{Tag: syntax.ProperNoun}
				continue // "Di Maio"
			}
			if m.Last-m.First == 1 && st.Words[at].Tag == syntax.Verb && f.lx.conjugation.either.Has(f.d.Toks[m.First].Form) {
				continue // "qabila", he accepted, not "qabla", before
			}
			rel := relBit(language.Relation(id[len(fnRelation):]))
			if st.Rels[at] == 0 || m.First < st.RelFirst[at] { // the longest wins: "au sujet de" over "de"
				st.Rels[at], st.RelFirst[at] = rel, m.First
				f.noVerb(st, m)
			} else if m.First == st.RelFirst[at] {
				st.Rels[at] |= rel
			}
		}
	}
	for _, m := range ms {
		if f.lx.entries[m.ID].ID == fnAdverb {
			for i := m.First - st.First; i < m.Last-st.First; i++ {
				st.Words[i], st.Rels[i] = Word{Tag: syntax.Adv}, 0
			}
		}
	}
	f.ofArticles(st)
	for i := range st.Words { // a case ending in front of its phrase governs it
		if t := &f.d.Toks[st.First+i]; t.Ending {
			st.Rels[i], st.RelFirst[i] = f.lx.caseEndings[t.Form], st.First+i
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

// ofArticles makes prepositions of articles in the genitive behind a noun: "die Minister der
// Türkei", but not "sagte der Minister der Zeitung".
func (f *finder) ofArticles(st *Sentence) {
	if f.lx.ofArticles.Len() == 0 {
		return
	}
	for i := 1; i+1 < len(st.Words); i++ {
		if at := st.First + i; st.Words[i].Tag == syntax.Det && st.Words[i-1].Tag == syntax.Noun && st.Rels[i] == 0 && f.lx.ofArticles.Has(f.d.Toks[at].Form) && !f.lx.media.Has(f.d.Toks[at+1].Form) && !f.d.Apart(at) {
			st.Rels[i], st.RelFirst[i] = relBit(language.Of), at
		}
	}
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
			if e.Cue.Args.Get("owned") != "" && !f.ownedNoun(m.First) {
				continue
			}
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
			if f.inOtherPlace(st, m) {
				continue
			}
			if w := f.wordAt(m.Last - 1); m.Last-m.First > 1 && !f.describesNext(m) || w.Tag == syntax.Pron || w.Tag == syntax.Det && f.wordAt(m.Last).Tag != syntax.Noun && f.wordAt(m.First-1).Tag != syntax.Noun {
				more = append(more, unit{first: m.First, last: m.Last, kind: pronounKind, id: f.lx.entries[m.ID].ID})
			}
		}
	}
	if len(more) == 0 {
		return us
	}
	return mergeUnits(us, more)
}

// ownedNoun reports whether a possessive stands before a noun, but for what describes it:
// "his distinguished Lao host".
func (f *finder) ownedNoun(at int) bool {
	const most = 3
	for i := at - 1; i >= f.sentenceStart && i >= at-most; i-- {
		if f.lx.owners.Has(f.d.Toks[i].Form) {
			return true
		}
		if t := f.wordAt(i).Tag; t != syntax.Adj && t != syntax.ProperNoun && t != syntax.Noun {
			return false
		}
	}
	return false
}

// inOtherPlace reports whether a word that is a pronoun of persons behind a preposition
// alone stands elsewhere, for an object or an owner: "lui a écrit", "pour lui parler",
// "with her talks".
func (f *finder) inOtherPlace(st *Sentence, m phrase.Match) bool {
	form := f.d.Toks[m.First].Form
	if m.Last-m.First > 1 || f.lx.entries[m.ID].ID != fnPronoun1 || !f.lx.objects.Has(form) && !f.lx.IsOwner(form) {
		return false
	}
	if m.First == st.First || st.Rels[m.First-1-st.First]&^relBit(language.Other) == 0 { // "selon lui" is who speaks
		return true
	}
	if m.Last == st.Last {
		return false
	}
	switch f.wordAt(m.Last).Tag {
	case syntax.Noun, syntax.ProperNoun, syntax.Adj, syntax.Num, syntax.Verb, syntax.Aux:
		return !f.inDate(m.Last)
	}
	return false
}

// describesNext reports whether words that may be a pronoun stand in front of what they
// describe: "the former prime minister".
func (f *finder) describesNext(m phrase.Match) bool {
	switch t := f.wordAt(m.Last).Tag; t {
	case syntax.Noun, syntax.ProperNoun, syntax.Adj:
		return f.wordAt(m.Last-1).Tag == syntax.Adj
	}
	return false
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
		return inside && u.isState() && (g.ofGap() || g.bare() && (u.isAdjective() || f.lx.Pack.Construct || len(f.lx.Pack.Cases) > 0))
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
