package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// A language whose clauses end with their verb is read in another order of words: the verb
// behind its subject, what governs a phrase in front of it, what describes a noun behind it.
//
//	for each sentence, from left to right:
//	    a noun phrase ends with its case ending or its postposition: a chunk on the stack
//	    a verb form takes from the stack the pieces that hang on it: a clause, again a chunk
//	    a finite verb takes the rest: subject, verb, objects, circumstance, what is said
//
// Each token keeps its bytes, so that what is found still points to its words.

// item is a token in its new place; from is where it stood, -1 for a word that was not there.
type item struct {
	text.Token
	Word
	from int
}

// orderer puts the tokens of one sentence into the order they are read in.
type orderer struct {
	*finder
	first, last int
	tags        []Word
	marks       []tokenMark
	stack       []chunk
	cur         []item
	out         []item
	// said: the verb that is read tells what is said or wanted; lasts: it describes something by
	// what stands in front of it, as how long it lasted.
	said, lasts bool
	// relates: it describes the noun behind it, which is its object: "geldiği Washington".
	relates bool
	// days are the dates of the sentence, as they stand in the text.
	days []dates.Mention
}

// tokenMark says what starts or ends at a token of a sentence.
type tokenMark struct {
	// governs is how many tokens a postposition has that starts here.
	governs int
	rels    Rels
	// verb is where the verb phrase starts that ends here, -1 for none.
	verb int
	// contact: a noun of a contact ends here. name: a name of the pack starts here.
	contact, name bool
	// land: a name of a state or a place starts here. passing: a word that says that an office
	// was left or is held for a time.
	land, passing bool
	// state: the place is a state. serves: an office at home ends here.
	state, serves bool
	// charge: an office ends here. body: a name of an institution starts here.
	charge, body bool
	// within: a name that began earlier goes on. acts: a verb of several words starts here,
	// partOf: one goes on behind the word.
	within, acts, partOf bool
	// honour: one word stands here that is an office or goes with a name.
	honour bool
	// adverb is how many tokens words have that start here and govern nothing.
	adverb int
	// dated is how many tokens a date has that starts here.
	dated int
}

// reorder puts all sentences of the document into the order they are read in.
func (f *finder) reorder(spans []span) {
	f.d.Toks = f.d.Toks[:len(f.d.Toks):len(f.d.Toks)]
	toks, words := make([]text.Token, 0, len(f.d.Toks)*5/4), make([]Word, 0, len(f.d.Toks)*5/4)
	at := make([]int, len(f.d.Toks)+1) // where each token went
	o := orderer{finder: f}
	f.orderedDates = map[int][]dates.Mention{}
	tails := f.quoteTails(spans)
	for i := range spans {
		sp := &spans[i]
		first := len(toks)
		old := f.d.Toks[sp.First:sp.Last]
		for n, it := range o.readOn(spans, i, tails[i]) {
			if it.from >= 0 {
				at[it.from] = first + n
			}
			it.Feats &^= syntax.Cases // it stands in front now
			toks, words = append(toks, it.Token), append(words, it.Word)
		}
		f.orderedDates[first] = o.moveDates(at, first)
		lines(old, toks[first:])
		sp.First, sp.Last = first, len(toks)
	}
	f.lx.vocabulary.Number(toks)
	f.moveQuotes(at, len(toks))
	f.d.Toks, f.ordered = toks, words
}

// moveDates returns the dates of a sentence where their tokens went, counted from its first.
func (o *orderer) moveDates(at []int, first int) []dates.Mention {
	var out []dates.Mention
	for _, m := range o.days {
		from, n := at[o.first+m.First], m.Last-m.First
		if at[o.first+m.Last-1]-from == n-1 {
			m.First, m.Last = from-first, from-first+n
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b dates.Mention) int { return a.First - b.First })
	return out
}

// lines leaves a line break with the token that stands first now.
func lines(old, now []text.Token) {
	line := len(old) > 0 && old[0].Line
	for i := range now {
		now[i].Line = line && i == 0
	}
}

// read returns the tokens of a sentence in their new order, with those behind a quotation
// that ends in a later one.
func (o *orderer) read(st, tail text.Sentence) []item {
	o.first, o.last = st.First, st.Last
	end := max(st.Last, tail.Last)
	o.tags, o.marks = zeroed(o.tags, end-st.First), zeroed(o.marks, end-st.First)
	for i := range o.marks {
		o.marks[i].verb = -1
	}
	o.days = o.days[:0]
	o.mark(st)
	o.mark(tail)
	o.out = o.out[:0]
	o.stretch(st, tail)
	return o.out
}

// mark notes the forms of the pack in tokens of a sentence.
func (o *orderer) mark(st text.Sentence) {
	if st.First == st.Last {
		return
	}
	toks := o.d.Toks
	o.tag.tag(o.lx, o.d, st.First, st.Last, o.tags[st.First-o.first:st.Last-o.first])
	var buf []phrase.Match
	for i := st.First; i < st.Last; i++ {
		o.d.Steps++
		buf = o.lx.all.Find(buf[:0], toks, i, st.Last, nil)
		buf = o.lx.states.Find(buf, toks, i, st.Last, nil)
		for _, m := range buf {
			o.markForm(m)
		}
	}
	for _, m := range o.lx.Dates.Find(o.d.Text, toks[st.First:st.Last], o.d.Published) {
		if m.Last-m.First == 1 && o.named(st.First+m.First) {
			continue
		}
		m.First, m.Last = m.First+st.First-o.first, m.Last+st.First-o.first
		o.days = append(o.days, m)
		if m.Kind != dates.Age {
			o.marks[m.First].dated = m.Last - m.First
		}
	}
}

// named reports whether the name of a month is somebody's: "Kasım Cömert Tokayev".
func (o *orderer) named(i int) bool {
	toks := o.d.Toks
	return toks[i].Upper && i+1 < o.last && toks[i+1].Upper && toks[i+1].ID == 0
}

func (o *orderer) markForm(m phrase.Match) {
	e := o.lx.entries[m.ID]
	start, end := &o.marks[m.First-o.first], &o.marks[m.Last-1-o.first]
	switch {
	case e.Kind == language.Function && len(e.ID) > len(fnRelation) && e.ID[:len(fnRelation)] == fnRelation:
		if n := m.Last - m.First; n > start.governs {
			start.governs, start.rels = n, 0
		}
		if m.Last-m.First == start.governs {
			start.rels |= relBit(language.Relation(e.ID[len(fnRelation):]))
		}
	case e.Kind == language.Function && e.ID == fnAdverb:
		start.adverb = max(start.adverb, m.Last-m.First)
	case e.Cue != nil && e.Cue.POS == "VERB" && m.Last-m.First > 1 && !o.verbInside(m):
		start.acts = true
		for i := m.First; i < m.Last-1; i++ {
			o.at(i).partOf = true
		}
		if end.verb < 0 || m.First < end.verb {
			end.verb = m.First
		}
	case e.Cue != nil && e.Cue.POS == "NOUN" && e.Cue.Sense == language.Contact:
		end.contact = true
	case e.Cue == nil && e.Kind != language.Function && e.Kind != language.Topic && (o.d.Toks[m.First].Upper || e.Kind == language.Office) && o.lx.fits(m.ID, o.d.Toks, m.First, m.Last):
		start.name = true
		start.honour = start.honour || m.Last-m.First == 1 && (e.Kind == language.Office || e.Kind == language.Honorific)
		for i := m.First + 1; i < m.Last; i++ {
			o.at(i).within = true
		}
		start.body = start.body || e.Kind == language.Institution
		switch e.Kind {
		case language.StateName, language.Seat, language.Place:
			start.land, start.state = true, start.state || e.Kind == language.StateName
		case language.Office:
			end.charge = true
			end.serves = end.serves || e.ID != "ambassador" && e.ID != "envoy" && e.ID != "un-ambassador" && e.ID != "diplomat"
		}
	case e.Cue != nil && (e.Cue.Sense == language.Former || e.Cue.Sense == language.Acting):
		start.passing = true
	}
}

// verbInside reports whether a verb form stands before the last word of a form.
func (o *orderer) verbInside(m phrase.Match) bool {
	for i := m.First; i < m.Last-1; i++ {
		switch o.lx.verbForm(bareWord(o.d.Toks[i].Form)) {
		case language.Described, language.Promised:
			return true
		}
	}
	return false
}

func (o *orderer) at(i int) *tokenMark { return &o.marks[i-o.first] }

func (o *orderer) item(i int) item { return item{o.d.Toks[i], o.tags[i-o.first], i} }

func (o *orderer) items(first, last int) []item {
	var out []item
	for i := first; i < last; i++ {
		out = append(out, o.item(i))
	}
	return out
}

// made returns a word that is not in the text, in front of a byte of it.
func (o *orderer) made(form string, tag syntax.Tag, at int) item {
	return item{text.Token{Start: at, End: at, Form: form, Word: true, Space: true}, Word{Tag: tag}, -1}
}

func (o *orderer) comma(at int) item {
	return item{text.Token{Start: at, End: at, Form: ","}, Word{Tag: syntax.Punct}, -1}
}

func (o *orderer) raw(i int) string { return o.d.Text[o.d.Toks[i].Start:o.d.Toks[i].End] }

// stretch reads tokens as clauses of their own, with those of a tail that goes on with them.
func (o *orderer) stretch(st, tail text.Sentence) {
	stack, cur := o.stack, o.cur
	o.stack, o.cur = nil, nil
	for i := st.First; i < st.Last; {
		i = o.step(i, st.Last)
	}
	last := o.last
	o.last = max(last, tail.Last)
	for i := tail.First; i < tail.Last; {
		i = o.step(i, tail.Last)
	}
	o.last = last
	o.flush()
	o.verbless()
	o.stack, o.cur = stack, cur
}

// step reads what stands at a token and returns where it ends.
func (o *orderer) step(i, last int) int {
	t, m := &o.d.Toks[i], o.at(i)
	if q := o.d.InQuote(i); q >= 0 && (i == o.first || o.d.Quotes[q].First == i) {
		if end := min(o.d.Quotes[q].Last, last); end > i+1 && end-i < last-o.first && o.quotation(i, end) {
			if o.d.Quotes[q].First < o.first { // it goes on from the sentence before, and nothing may stand inside
				o.out = append(o.out, flat(o.stack)...)
				o.stack = nil
			}
			return end
		}
	}
	switch {
	case m.dated > 0 && i+m.dated <= last:
		o.date(i, i+m.dated)
		return i + m.dated
	case m.governs > 0 && !m.acts && i+m.governs <= last && (len(o.cur) > 0 || len(o.stack) > 0) && !o.leads(i, i+m.governs):
		o.govern(i, i+m.governs, m.rels)
		return i + m.governs
	case m.adverb > 0 && i+m.adverb <= last && !t.Ending:
		o.flush()
		o.push(chunk{kind: adverbPiece, items: o.items(i, i+m.adverb)})
		return i + m.adverb
	case t.Ending:
		o.ending(i)
	case !t.Word && !t.Number:
		o.punctuation(i)
	case o.isAnd(i):
		o.conjunction(i, last)
	default:
		if kind := o.verbKind(i, last); kind != "" {
			o.verb(i, last, kind)
		} else {
			o.nominal(i)
		}
	}
	return i + 1
}

// leads reports whether words that may govern a phrase are a noun of their own here, owned by
// nobody and with a case behind them.
func (o *orderer) leads(first, last int) bool {
	return len(o.cur) == 0 && (len(o.stack) == 0 || o.stack[len(o.stack)-1].comma)
}

func (o *orderer) isAnd(i int) bool {
	return o.lx.and.Has(o.d.Toks[i].Form) && !o.d.Toks[i].Ending
}

// verbKind tells what kind of verb form a token is, "" for none.
func (o *orderer) verbKind(i, last int) language.VerbForm {
	t, w := &o.d.Toks[i], o.tags[i-o.first]
	if w.Tag == syntax.ProperNoun || t.Upper && i > o.first && !t.Caps || t.Number {
		return ""
	}
	form := bareWord(t.Form)
	if i+1 < last && o.d.Toks[i+1].Ending || t.Hyphen || o.at(i).partOf || o.at(i).land || o.at(i).contact && o.at(i).verb < 0 {
		return ""
	}
	if o.lx.closing.Has(t.Form) && i > o.first && o.lx.endsAs(language.FutureForm, bareWord(o.d.Toks[i-1].Form)) > 0 { // "yapacak olan Aliyev"
		return ""
	}
	if o.lx.verbal.Has(t.Form) && i+1 < last && o.verbKind(i+1, last) != "" { // "mümkün değil"
		return ""
	}
	coming := o.lx.endsAs(language.FutureForm, form) > 0 && i+1 < last && (o.nounLike(i+1) || o.lx.closing.Has(o.d.Toks[i+1].Form)) // "yapılacak görüşme"
	if o.lx.endsAs(language.FiniteForm, form) >= longEnding && !t.Upper && !coming {
		return language.FiniteForm
	}
	kind := o.lx.verbForm(form)
	if kind != language.Described && kind != language.Promised && o.lx.isNoun(form) {
		return ""
	}
	switch kind {
	case language.Described, language.Promised, language.Joined, language.Timed:
		return kind
	case language.Describing:
		switch {
		case w.Tag == syntax.Verb && i+1 == last:
			return language.FiniteForm
		case i+1 == last || !o.d.Toks[i+1].Word || o.d.Toks[i+1].Hyphen || t.Upper && i == o.first && w.Tag != syntax.Verb:
			return ""
		}
		return kind
	case language.Wished, language.Aim, language.Supposed:
		if w.Tag == syntax.Verb || w.Tag == syntax.Aux || o.at(i).verb >= 0 {
			return kind
		}
	}
	switch {
	case coming:
		return language.Describing
	case w.Tag == syntax.Verb, w.Tag == syntax.Aux, o.lx.verbal.Has(t.Form), o.finiteEnding(i, last, form), o.at(i).verb >= 0:
		return language.FiniteForm
	}
	return ""
}

// longEnding is the length from which an ending makes a finite verb wherever it stands.
const longEnding = 4

// finiteEnding reports whether a word has the ending of a finite verb: a short one counts at the
// end of a clause only.
func (o *orderer) finiteEnding(i, last int, form string) bool {
	n := o.lx.endsAs(language.FiniteForm, form)
	return n >= longEnding || n > 0 && len(form) > longEnding && !o.lx.isNoun(form) && (i+1 == last || !o.d.Toks[i+1].Word)
}

func (o *orderer) nounLike(i int) bool {
	switch o.tags[i-o.first].Tag {
	case syntax.Noun, syntax.Adj, syntax.ProperNoun, syntax.Num, syntax.Det:
		return o.d.Toks[i].Word
	}
	return false
}
