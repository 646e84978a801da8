package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// arranger puts the words of sentences of a verb-second language into the order that the
// steps behind read: subject, verb, what completes it. Only verbs, what parts from them and
// their negation change places, and each word keeps its place in the text.
//
//	main clause:   [front] finite subject ... rest  ->  [front] subject finite rest ...
//	other clause:  word subject ... rest finite     ->  word subject finite rest ...
//	infinitive:    ... to rest                      ->  to rest ...
type arranger struct {
	*finder
	first, last int
	words       []Word // of the sentence
	pieces      []piece
	// dateEnd has, by token of the sentence, where a date ends that starts there.
	dateEnd []int
	// owner marks names in the genitive.
	owner []bool
	// quoted marks the words and marks of quotations that are a part of a clause.
	quoted []bool
	// moved marks the words that change places, behind what stands behind each word, at
	// the start of the sentence for the first element.
	moved  []bool
	behind [][]int
	// attribute marks the words in front of a noun that are read behind it, fronted the ends of
	// phrases that tell of a contact in front of a verb and its subject: a comma is read there.
	attribute, fronted []bool
	// dropped marks the commas that only close a date: "am Freitag, dem 7. März, in Lima".
	dropped []bool
}

// arrange orders the words of all sentences, which it tags before.
func (f *finder) arrange(spans []span) {
	if f.lx.Pack.Order != language.VerbSecond || f.lx.Model == nil {
		return
	}
	f.arranged = zeroed(f.arranged, len(f.d.Toks))
	f.reported = zeroed(f.reported, len(f.d.Toks))
	var out arrangement
	for i := range spans {
		sp := &spans[i]
		a := arranger{finder: f, first: sp.First, last: sp.Last, words: f.arranged[sp.First:sp.Last:sp.Last]}
		f.tag.tag(f.lx, f.d, sp.First, sp.Last, a.words)
		a.owner = make([]bool, len(a.words))
		a.parts()
		a.compounds()
		a.genitives()
		a.attributives()
		a.verbMoods()
		a.nounCases()
		a.arrangeWords()
		sp.First = len(out.toks)
		a.apply(&out)
		sp.Last = len(out.toks)
	}
	f.d.Toks, f.arranged, f.reported = out.toks, out.words, out.reported
	f.lx.vocabulary.Number(f.d.Toks)
}

func (a *arranger) arrangeWords() {
	n := a.last - a.first
	a.moved, a.quoted, a.attribute, a.fronted, a.dropped = make([]bool, n), make([]bool, n), make([]bool, n), make([]bool, n), make([]bool, n)
	a.behind, a.dateEnd = make([][]int, n+1), make([]int, n)
	for _, m := range a.lx.Dates.Find(a.d.Text, a.d.Toks[a.first:a.last], a.d.Published) {
		a.dateEnd[m.First] = m.Last
		if m.Last < n && a.raw(m.Last) == "," {
			a.dropped[m.Last] = a.commaIn(m.First, m.Last)
		}
	}
	a.attributes()
	a.purposes()
	a.split()
	for i := range a.pieces {
		a.classify(i)
	}
	a.promote()
	a.postpositions()
	a.plurals()
	for i := range a.pieces {
		switch a.pieces[i].kind {
		case mainPiece:
			a.mainClause(i)
		case subPiece:
			a.subClause(i)
		case infPiece:
			a.infinitive(i)
		}
	}
}

// postpositions moves those in front of what they govern: "Merz zufolge".
func (a *arranger) postpositions() {
	for i := 1; i < len(a.words); i++ {
		if !a.lx.postpositions.Has(a.form(i)) {
			continue
		}
		from := i
		for from > 0 && a.inPhrase(from-1) {
			from--
		}
		if from < i {
			a.words[i].Tag = syntax.Adp
			a.put(from-1, i)
		}
	}
}

func (a *arranger) inPhrase(i int) bool {
	switch a.tagOf(i) {
	case syntax.Det, syntax.Adj, syntax.Noun, syntax.ProperNoun, syntax.Num:
		return true
	}
	return a.d.Toks[a.first+i].Hyphen
}

// plurals tells the number of masculine nouns that are the same in the plural by their
// article: "die Außenminister".
func (a *arranger) plurals() {
	for i := 1; i < len(a.words); i++ {
		if a.tagOf(i) != syntax.Noun || !a.plural(i) {
			continue
		}
		k := i - 1
		for k > 0 && (a.tagOf(k) == syntax.Adj || a.d.Toks[a.first+k+1].Hyphen) {
			k--
		}
		if a.tagOf(k) == syntax.Det && a.lx.pluralArticles.Has(a.form(k)) {
			a.words[i].Feats = a.words[i].Feats&^syntax.Singular | syntax.Plural
		}
	}
}

// plural reports whether a noun that is no feminine ends as one in the plural may.
func (a *arranger) plural(i int) bool {
	form := a.form(i)
	return endsIn(form, a.lx.Pack.Numberless.Endings) && a.lx.officeWords.Has(form)
}

// genitives takes the ending of the genitive off the names that have one: "Putins". The
// name alone is the word then.
func (a *arranger) genitives() {
	for i := range a.words {
		t, w := &a.d.Toks[a.first+i], &a.words[i]
		if !t.Upper || !t.Word || t.Caps && t.End-t.Start < 4 || w.Tag == syntax.Verb && i > 0 {
			continue
		}
		for _, end := range a.lx.Pack.Genitive {
			bare, ok := strings.CutSuffix(a.d.Text[t.Start:t.End], end)
			if !ok || len(bare) < 4 || t.Hyphen && i == 0 || !a.genitiveOf(i, bare, end) {
				continue
			}
			t.End -= len(end)
			t.Form = text.Fold(bare)
			*w = Word{syntax.ProperNoun, w.Feats&^syntax.Cases | syntax.Genitive}
			a.owner[i] = true
			for k := i - 1; k >= 0 && a.words[k].Tag == syntax.ProperNoun && a.d.Toks[a.first+k].Upper && !a.lx.nameWords.Has(a.form(k)); k-- { // "William Rutos"
				a.words[k].Feats = a.words[k].Feats&^syntax.Cases | syntax.Genitive
				a.owner[k] = true
			}
		}
	}
}

// genitiveOf reports whether a word is a name with the ending of the genitive. What names a
// state without it is none of somebody: "Chinas".
func (a *arranger) genitiveOf(i int, bare, end string) bool {
	switch form := text.Fold(bare); {
	case a.lx.nameWords.Has(a.form(i)):
		return false
	case a.lx.nameWords.Has(form):
		return true
	case a.known(a.form(i), bare+end) && (a.spelled(a.form(i), bare+end) || !a.spelled(form, bare)):
		return false
	default:
		w, next := a.words[i], a.tagOf(i+1)
		owns := next == syntax.Noun || next == syntax.Adj || i > 0 && a.lx.contactNouns.Has(a.form(i-1))
		return a.known(form, bare) || w.Tag == syntax.ProperNoun && w.Feats.Has(syntax.Genitive) && owns
	}
}

// spelled reports whether the name of somebody known has a word just as it is written.
func (a *arranger) spelled(form, word string) bool {
	return slices.ContainsFunc(a.lx.World.LookupKeys([]string{a.lx.World.Skeleton(word)}), func(m gazetteer.NameMatch) bool {
		return hasWord(m.Person.Name, form)
	})
}

// known reports whether a word alone is the name of a state, a place or a person.
func (a *arranger) known(form, word string) bool {
	return a.lx.nameWords.Has(form) || len(a.lx.World.LookupKeys([]string{a.lx.World.Skeleton(word)})) > 0
}

// parts corrects parts of speech by what the spelling says: nouns have a capital, verbs none
// inside a sentence.
func (a *arranger) parts() {
	for i := range a.words {
		t, w := &a.d.Toks[a.first+i], &a.words[i]
		if !t.Word || t.Hyphen {
			continue
		}
		if !t.Upper && a.joinedInfinitive(t.Form) {
			*w = Word{syntax.Verb, syntax.Infinitive}
		}
		switch {
		case !t.Upper:
		case a.lx.contactNouns.Has(t.Form):
			*w = Word{syntax.Noun, w.Feats & (syntax.Numbers | syntax.Cases)}
		case w.Tag == syntax.Noun && i > 0 && a.tagOf(i-1) != syntax.Det && a.tagOf(i-1) != syntax.Adj && !a.lx.vocabulary.Knows(t.Form) && a.personAlone(i) && (len(t.Form) > shortName || a.spelled(t.Form, a.raw(i))):
			w.Tag = syntax.ProperNoun
		}
		switch w.Tag {
		case syntax.Noun, syntax.ProperNoun, syntax.Adv:
			if w.Tag == syntax.Adv && !a.separated(i) || t.Upper || !a.lx.verbWords.Has(t.Form) || i+1 < len(a.words) && a.d.Toks[a.first+i+1].Hyphen {
				continue
			}
			*w = a.finder.finite(a.first + i)
		case syntax.Verb:
			if t.Upper && i > 0 && a.d.Toks[a.first+i-1].Word {
				*w = Word{syntax.Noun, 0}
			}
		case syntax.Adp, syntax.CConj, syntax.SConj:
			if t.Upper && i > 0 && a.d.Toks[a.first+i-1].Word && a.personAlone(i) {
				*w = Word{syntax.ProperNoun, 0}
			}
		case syntax.Adj:
			a.predicative(i)
		}
	}
}

// joinedInfinitive reports whether a word is an infinitive with its mark between particle and
// verb: "aufzunehmen".
func (a *arranger) joinedInfinitive(form string) bool {
	j := &a.lx.Pack.JoinedInfinitive
	particle, verb, ok := strings.Cut(form, j.Mark)
	return ok && len(verb) > 2 && strings.HasSuffix(verb, j.Ending) && a.lx.particles.Has(particle)
}

// separated reports whether a word and the last of its piece make a verb: "schlug ... vor".
func (a *arranger) separated(i int) bool {
	end := i + 1
	for end < len(a.words) && a.d.Toks[a.first+end].Word {
		end++
	}
	return end > i+1 && a.lx.particles.Has(a.form(end-1)) && a.lx.vocabulary.Knows(a.form(end-1)+a.form(i))
}

// predicative makes a participle of an adjective that is one and ends a piece behind an
// auxiliary: "ist ... geplant".
func (a *arranger) predicative(i int) {
	if a.d.Toks[a.first+i].Upper || !a.lx.verbWords.Has(a.form(i)) || i+1 < len(a.words) && a.d.Toks[a.first+i+1].Word && a.tagOf(i+1) != syntax.Aux && a.tagOf(i+1) != syntax.Verb && a.tagOf(i+1) != syntax.CConj {
		return
	}
	for k := i - 1; k >= 0 && (a.d.Toks[a.first+k].Word || a.raw(k) == "(" || a.raw(k) == ")"); k-- {
		if a.tagOf(k) == syntax.Aux {
			a.words[i] = Word{syntax.Verb, syntax.Participle | syntax.Passive}
			return
		}
	}
	if a.tagOf(i+1) == syntax.Aux {
		a.words[i] = Word{syntax.Verb, syntax.Participle | syntax.Passive}
	}
}

// verbMoods notes the verbs of reported speech by their mood, which says nothing else of them.
func (a *arranger) verbMoods() {
	for i := range a.words {
		w := &a.words[i]
		if w.Tag != syntax.Verb && w.Tag != syntax.Aux {
			continue
		}
		if endsIn(a.raw(i), a.lx.Pack.OnlyConditional) {
			w.Feats = w.Feats&^(syntax.Moods|syntax.Tenses) | syntax.Finite | syntax.Conditional
			continue
		}
		if form := a.form(i); a.lx.preterites.Has(form) && !w.Feats.Has(syntax.Participle) {
			w.Feats = w.Feats&^(syntax.Tenses|syntax.Infinitive) | syntax.Finite | syntax.Indicative | syntax.Past
			if endsIn(form, a.lx.Pack.PluralVerbs) {
				w.Feats = w.Feats&^syntax.Singular | syntax.Plural
			}
		}
		if a.lx.presents.Has(a.form(i)) && w.Feats.Any(syntax.Finite|syntax.Indicative) {
			w.Feats = w.Feats&^syntax.Tenses | syntax.Finite | syntax.Present
		}
		if a.lx.quoting.Has(a.d.Toks[a.first+i].Form) {
			w.Feats = w.Feats&^(syntax.First|syntax.Infinitive|syntax.Imperative) | syntax.Finite | syntax.Third | syntax.Subjunctive | syntax.Present
		}
		if w.Feats.Has(syntax.Subjunctive) && w.Feats.Has(syntax.Finite) {
			a.reported[a.first+i] = true
			w.Feats = w.Feats&^syntax.Subjunctive | syntax.Indicative
		}
	}
}

// nounCases keeps of the cases that the tagger sees only those that words in front of a name show.
func (a *arranger) nounCases() {
	for i := range a.words {
		w := &a.words[i]
		if w.Tag != syntax.ProperNoun && w.Tag != syntax.Noun || !w.Feats.Has(syntax.Genitive) {
			continue
		}
		if a.owner[i] {
			continue
		}
		k := i - 1
		for k >= 0 && (a.words[k].Tag == syntax.Adj || a.words[k].Tag == syntax.Noun || a.words[k].Tag == syntax.ProperNoun || a.d.Toks[a.first+k+1].Hyphen) {
			k--
		}
		if k < 0 || a.words[k].Tag != syntax.Det {
			w.Feats &^= syntax.Genitive
		}
	}
}

func (a *arranger) form(i int) string { return a.d.Toks[a.first+i].Form }

func (a *arranger) raw(i int) string {
	t := &a.d.Toks[a.first+i]
	return a.d.Text[t.Start:t.End]
}

func (a *arranger) tagOf(i int) syntax.Tag {
	if i < 0 || i >= len(a.words) {
		return syntax.Punct
	}
	return a.words[i].Tag
}

func (a *arranger) verb(i int) bool {
	t := a.tagOf(i)
	return (t == syntax.Verb || t == syntax.Aux) && a.d.Toks[a.first+i].Word && !a.quoted[i] && !a.attribute[i]
}

func (a *arranger) finite(i int) bool {
	return a.verb(i) && a.words[i].Feats.Any(syntax.Finite|syntax.Indicative|syntax.Imperative)
}

// infinitiveMark reports whether "zu" marks the infinitive behind it.
func (a *arranger) infinitiveMark(i int) bool {
	return i >= 0 && a.tagOf(i) == syntax.Part && a.verb(i+1) && !a.finite(i+1) && !a.lx.negations.Has(a.form(i))
}

func (a *arranger) negates(i int) bool {
	t := a.tagOf(i)
	return (t == syntax.Part || t == syntax.Adv) && a.lx.negations.Has(a.form(i))
}

// put moves words behind another, or to the start of the sentence for -1.
func (a *arranger) put(behind int, tokens ...int) {
	for _, t := range tokens {
		if t < 0 || a.moved[t] || a.d.Toks[a.first+t].Hyphen || t+1 < len(a.words) && a.d.Toks[a.first+t+1].Hyphen {
			continue
		}
		a.moved[t] = true
		a.behind[behind+1] = append(a.behind[behind+1], t)
	}
}

// run moves the words of a stretch behind another, as they stand.
func (a *arranger) run(behind, from, to int) {
	if from >= to || a.d.Toks[a.first+from].Hyphen || to < len(a.words) && a.d.Toks[a.first+to].Hyphen {
		return
	}
	for k := from; k < to; k++ {
		if !a.moved[k] {
			a.moved[k] = true
			a.behind[behind+1] = append(a.behind[behind+1], k)
		}
	}
}

// personAlone reports whether one word is the family name of somebody known.
func (a *arranger) personAlone(i int) bool {
	return !a.lx.World.IsGiven(a.lx.World.Skeleton(a.raw(i))) && len(a.lx.World.LookupKeys([]string{a.lx.World.Skeleton(a.raw(i))})) > 0 && !gazetteer.IsParticle(a.form(i))
}
