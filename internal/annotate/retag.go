package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
)

// helping makes auxiliaries of words that the tagger takes for articles though a
// participle follows: "Casa Albă a confirmat"; and articles of those that it takes
// for auxiliaries though a noun does: "vizita la Paris a premierului".
func (f *finder) helping(st *Sentence) {
	for i := st.First; i+1 < st.Last; i++ {
		if w := &st.Words[i-st.First]; (w.Tag == syntax.CConj || w.Tag == syntax.Pron && f.lx.Pack.ProDrop) && f.d.Toks[i].Upper && !f.lx.and.Has(f.d.Toks[i].Form) && i > st.First && (st.Words[i-1-st.First].Tag != syntax.Punct || f.d.Words(i-1, i) == ",") {
			w.Tag = syntax.ProperNoun // "Xi"
		}
		w, next := &st.Words[i-st.First], st.Words[i+1-st.First]
		verb := i + 1
		if next.Tag == syntax.Adv && verb+1 < st.Last { // "a mai spus"
			verb++
		}
		if w.Tag == syntax.Det && f.lx.auxiliaries.Has(f.d.Toks[i].Form) && f.participle(st, verb) {
			*w = Word{syntax.Aux, syntax.Finite | syntax.Third}
		}
		if w.Tag == syntax.Verb && f.lx.Pack.ProDrop && f.lx.passive.Has(f.d.Toks[i].Form) && f.participle(st, verb) { // "verrà ricevuto"
			w.Tag = syntax.Aux
		}
		if w.Tag == syntax.Aux && f.lx.auxiliaries.Has(f.d.Toks[i].Form) && (next.Tag == syntax.Noun || next.Tag == syntax.ProperNoun) {
			*w = Word{syntax.Det, 0}
		}
	}
}

// noVerb makes prepositions of the words of a longer one that the tagger takes for verbs:
// "rumbo a".
func (f *finder) noVerb(st *Sentence, m phrase.Match) {
	for i := m.First; i < m.Last-1; i++ {
		if w := &st.Words[i-st.First]; w.Tag == syntax.Verb && w.Feats.Has(syntax.Finite) {
			*w = Word{Tag: syntax.Adp}
		}
	}
}

// participle reports whether a word is a participle in the singular. One that the tagger
// takes for another word, in a form that none has behind an article, becomes one: "“Da”, a
// transmis X".
func (f *finder) participle(st *Sentence, tok int) bool {
	w := &st.Words[tok-st.First]
	if (w.Tag == syntax.Noun || w.Tag == syntax.Adv) && !f.d.Toks[tok].Upper && endsIn(f.d.Words(tok, tok+1), f.lx.Pack.OnlyParticiple) {
		*w = Word{syntax.Verb, syntax.Participle}
	}
	return w.Tag == syntax.Verb && w.Feats.Has(syntax.Participle) && !w.Feats.Has(syntax.Plural)
}

// verbal makes verbs of the words that the pack says are none else: "are to resume", "the
// talks resume on Monday".
func (f *finder) verbal(st *Sentence) {
	for i := st.First; i < st.Last; i++ {
		w := &st.Words[i-st.First]
		if w.Tag != syntax.Noun && w.Tag != syntax.Adj && (w.Tag != syntax.ProperNoun || f.d.Toks[i].Upper) || !f.lx.verbal.Has(f.d.Toks[i].Form) {
			continue
		}
		*w = Word{syntax.Verb, syntax.Finite | syntax.Indicative | syntax.Present}
		if next := i + 1 - st.First; i+1 < st.Last && st.Words[next].Tag == syntax.Verb && !st.Words[next].Feats.Has(syntax.Participle) {
			st.Words[next] = Word{syntax.Noun, 0} // "amână vizita": the object, not another verb
		}
		if i == st.First {
			continue
		}
		switch before := &st.Words[i-1-st.First]; before.Tag {
		case syntax.Part, syntax.Adp:
			before.Tag, w.Feats = syntax.Part, syntax.Infinitive
		case syntax.Aux:
			w.Feats = syntax.Infinitive
		}
	}
}

// compounded makes names of capitalised words that the tagger takes for verbs in front
// of a participle that a hyphen joins to them: "held US-brokered talks".
func (f *finder) compounded(st *Sentence) {
	for i := st.First + 1; i+1 < st.Last; i++ {
		w, next := &st.Words[i-st.First], st.Words[i+1-st.First]
		if w.Tag == syntax.Verb && f.d.Toks[i].Upper && f.d.Toks[i+1].Hyphen && next.Feats.Has(syntax.Participle) {
			*w = Word{syntax.ProperNoun, 0}
		}
	}
}

// surnames makes names of the capitalised words behind names that the tagger takes for verbs,
// in languages whose titles have small letters: "Петар Дановскі".
func (f *finder) surnames(st *Sentence) {
	if len(f.lx.Pack.NameEndings) == 0 {
		return
	}
	for i := st.First + 1; i < st.Last; i++ {
		w, before, t := &st.Words[i-st.First], &st.Words[i-1-st.First], &f.d.Toks[i]
		if w.Tag == syntax.Verb && before.Tag == syntax.ProperNoun && t.Upper && !t.Caps && f.d.Toks[i-1].Upper {
			*w = Word{syntax.ProperNoun, 0}
		}
	}
}

// proper makes names of the capitalised names of states, of places and of persons that the tagger
// takes for adverbs: "Moscow will not".
func (f *finder) proper(st *Sentence, us []unit) {
	for i := range us {
		u := &us[i]
		if u.kind != personKind && u.kind != language.Place && (!u.isState() || u.isAdjective()) {
			continue
		}
		for tok := u.first; tok < u.last; tok++ {
			if w := &st.Words[tok-st.First]; f.d.Toks[tok].Upper && (w.Tag == syntax.Adv || w.Tag == syntax.Verb && (tok > st.First && f.d.Toks[tok-1].Word || u.kind == personKind && len(f.lx.Pack.NameEndings) > 0)) {
				*w = Word{syntax.ProperNoun, 0}
			}
		}
	}
}

// moods tells imperfects from conditionals by their endings: "souhaitaient" is no
// conditional, "rencontrerait" nothing else. So it does participles from what the tagger
// takes for the present of a single third person: "premierul, primit luni de".
func (f *finder) moods(st *Sentence) {
	endings, only := f.lx.Pack.ConditionalEndings, f.lx.Pack.OnlyConditional
	for i := range st.Words {
		w, tok := &st.Words[i], st.First+i
		switch {
		case len(endings) > 0 && w.Feats.Has(syntax.Conditional) && !endsIn(f.d.Toks[tok].Form, endings):
			w.Feats = w.Feats&^syntax.Conditional | syntax.Indicative | syntax.Imperfect
		case len(only) > 0 && (w.Tag == syntax.Verb || w.Tag == syntax.Aux) && !w.Feats.Has(syntax.Conditional) && endsIn(f.d.Words(tok, tok+1), only):
			w.Feats = w.Feats&^(syntax.Indicative|syntax.Subjunctive|syntax.Imperfect|syntax.Present|syntax.Past) | syntax.Conditional | syntax.Finite
		case f.tense(w, tok, f.lx.Pack.OnlyFuture, syntax.Future), f.tense(w, tok, f.lx.Pack.OnlyPast, syntax.Past):
		case len(f.lx.Pack.PastEndings) > 0 && w.Tag == syntax.Verb && w.Feats.Any(syntax.Past|syntax.Imperfect) && !w.Feats.Has(syntax.Participle) && !endsIn(f.d.Words(tok, tok+1), f.lx.Pack.PastEndings):
			w.Feats = w.Feats&^(syntax.Past|syntax.Imperfect) | syntax.Finite | syntax.Indicative | syntax.Present
		case w.Tag == syntax.ProperNoun && !f.d.Toks[tok].Upper && endsIn(f.d.Words(tok, tok+1), f.lx.Pack.OnlyInfinitive):
			*w = Word{syntax.Verb, syntax.Infinitive}
		case w.Tag == syntax.Verb && w.Feats.Any(syntax.Finite|syntax.Indicative) && !w.Feats.Any(syntax.Participle|syntax.Plural|syntax.First) && endsIn(f.d.Words(tok, tok+1), f.lx.Pack.OnlyParticiple):
			w.Feats = syntax.Participle | syntax.Passive | syntax.Past
		}
	}
	f.inFront(st)
}

// tenseFeatures are the features of the forms of verbs that a pack lists by tense.
var tenseFeatures = map[string]syntax.Feats{
	"Future": syntax.Finite | syntax.Indicative | syntax.Future, "Past": syntax.Finite | syntax.Indicative | syntax.Past,
	"Present": syntax.Finite | syntax.Indicative | syntax.Present,
	"Passive": syntax.Participle | syntax.Passive | syntax.Past, "Gerund": syntax.Gerund,
}

// governing makes prepositions of the words that the pack says are none else, "fra", parts of
// names of those that a hyphen joins to one, "al-Sharaa", and articles of pronouns in front of
// a noun.
func (f *finder) governing(st *Sentence) {
	for i := range st.Words {
		w, tok := &st.Words[i], st.First+i
		switch joined := tok+1 < st.Last && f.d.Toks[tok+1].Hyphen && f.d.Toks[tok+1].Upper; {
		case joined && w.Tag == syntax.Adp:
			*w = Word{Tag: syntax.ProperNoun}
		case !joined && !f.d.Toks[tok].Upper && w.Tag != syntax.Adp && f.lx.prepositions.Has(f.d.Toks[tok].Form):
			*w = Word{Tag: syntax.Adp}
		case w.Tag == syntax.Pron && f.lx.Pack.ProDrop && tok+1 < st.Last && st.Words[i+1].Tag == syntax.Noun && f.lx.articles.Has(f.d.Toks[tok].Form) && f.nounCue(tok+1):
			*w = Word{Tag: syntax.Det} // "gli incontri"
		}
	}
}

// tenses makes verbs of the forms that the pack says are none else, and gives them the tense
// they show: "состоится".
func (f *finder) tenses(st *Sentence) {
	if len(f.lx.tenses) == 0 {
		return
	}
	for i := range st.Words {
		t := &f.d.Toks[st.First+i]
		feats, ok := f.lx.tenses[t.Form]
		if !ok || t.Upper && i > 0 {
			continue
		}
		w := &st.Words[i]
		w.Tag, w.Feats = syntax.Verb, w.Feats&(syntax.Numbers|syntax.Persons)|feats
	}
}

// finite is what a word is that only a finite verb can be: "met", "receives".
func (f *finder) finite(tok int) Word {
	if endsIn(f.d.Words(tok, tok+1), f.lx.Pack.OnlyPresent) {
		return Word{syntax.Verb, syntax.Finite | syntax.Indicative | syntax.Present}
	}
	return Word{syntax.Verb, syntax.Finite | syntax.Indicative | syntax.Past}
}

func endsIn(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// joining makes conjunctions of words that the tagger takes for prepositions though
// the clause they open follows: "urmează ca A și B să se vadă", "a spus ca A va veni"
// where the marks of letters are left out.
func (f *finder) joining(st *Sentence) {
	const reach = 14
	for i := st.First; i+1 < st.Last; i++ {
		if st.Words[i-st.First].Tag != syntax.Adp || !f.lx.that.Has(f.d.Toks[i].Form) {
			continue
		}
		comma := false
		for j := i + 1; j < min(st.Last, i+reach); j++ {
			next := st.Words[j-st.First]
			mark, verb := f.marked(st, j), next.Tag == syntax.Verb || next.Tag == syntax.Aux
			subject := !comma && j > i+1 && st.Words[j-1-st.First].Tag != syntax.CConj // not "numit ca ambasador și va pleca"
			if mark || subject && (next.Tag == syntax.Aux || next.Feats.Has(syntax.Finite)) {
				st.Words[i-st.First].Tag = syntax.SConj
			}
			if mark || verb {
				break
			}
			comma = comma || next.Tag == syntax.Punct
		}
	}
}

// governed makes nouns of words that the tagger takes for finite verbs and that an
// article or a preposition governs: "o vizită", "într-o vizită", "în vizită".
// Prepositions are left without their noun only where verbs show no subject ("the
// man he spoke with said").
func (f *finder) governed(st *Sentence) {
	if !f.lx.Pack.ProDrop {
		return
	}
	if w := &st.Words[0]; w.Tag == syntax.ProperNoun && f.lx.articles.Has(f.d.Toks[st.First].Form) {
		*w = Word{syntax.Det, 0} // "Nessun incontro"
	}
	for i := st.First + 1; i < st.Last; i++ {
		w, at := &st.Words[i-st.First], i-1
		article := f.nameable(i) && f.determined(st, at)
		if article && (w.Tag == syntax.Adv || w.Tag == syntax.Verb && w.Feats.Has(syntax.Participle)) { // "una telefonata"
			*w = Word{syntax.Noun, w.Feats & syntax.Numbers}
		}
		if w.Tag != syntax.Verb || !w.Feats.Any(syntax.Finite|syntax.Indicative) || w.Feats.Any(syntax.Participle|syntax.Infinitive|syntax.Gerund) {
			continue
		}
		if at > st.First && f.lx.indefinite.Has(f.d.Toks[at].Form) {
			at--
		}
		if article || st.Words[at-st.First].Tag == syntax.Adp {
			*w = Word{syntax.Noun, 0}
		}
	}
}

// determined reports whether a token, or the one before an adjective there, is an article
// or a possessive: "la sua ferma condanna".
func (f *finder) determined(st *Sentence, tok int) bool {
	if tok > st.First && st.Words[tok-st.First].Tag == syntax.Adj && !f.lx.owners.Has(f.d.Toks[tok].Form) {
		tok--
	}
	form := f.d.Toks[tok].Form
	return f.lx.owners.Has(form) || f.lx.articles.Has(form) && st.Words[tok-st.First].Tag == syntax.Det
}

// subordinating makes conjunctions of the words that end a form of several which opens
// a clause: "după ce", whose last word alone is a relative pronoun.
func (f *finder) subordinating(st *Sentence) {
	if len(f.lx.joined) == 0 {
		return
	}
	for i := st.First + 1; i < st.Last; i++ {
		for _, words := range f.lx.joined[f.d.Toks[i].Form] {
			if f.endsWith(st, i+1, words) {
				st.Words[i-st.First] = Word{syntax.SConj, 0}
			}
		}
	}
}

// endsWith reports whether words of a sentence end in front of a token.
func (f *finder) endsWith(st *Sentence, tok int, words []string) bool {
	if tok-len(words) < st.First {
		return false
	}
	for k, w := range words {
		if f.d.Toks[tok-len(words)+k].Form != w {
			return false
		}
	}
	return true
}

// adjectives makes adjectives of states of words that the tagger takes for verbs though
// a noun stands right before them: "gazul rusesc".
func (f *finder) adjectives(st *Sentence, names []phrase.Match) {
	for _, m := range names {
		at := m.First - st.First
		if f.lx.entries[m.ID].Kind != language.StateAdjective || m.Last-m.First != 1 || at == 0 {
			continue
		}
		if st.Words[at].Tag == syntax.Verb && st.Words[at-1].Tag == syntax.Noun {
			st.Words[at] = Word{syntax.Adj, 0}
		}
		f.modified(st, m.Last)
	}
}

// modified makes a noun of a word for a contact that the tagger takes for the verb of the
// adjective of a state before it, or of the noun between, where another verb follows: "the
// Sino-Indian border talks ended".
func (f *finder) modified(st *Sentence, tok int) {
	for i := tok; f.lx.Pack.Attributive && i < st.Last && i <= tok+1; i++ {
		w := &st.Words[i-st.First]
		if w.Tag == syntax.Verb && f.nounCue(i) && f.finiteBehind(st, i+1) {
			*w = Word{syntax.Noun, 0}
		}
		if w.Tag != syntax.Noun {
			return
		}
	}
}

// marked reports whether the mark of a subjunctive stands at a token: "să".
func (f *finder) marked(st *Sentence, tok int) bool {
	return st.Words[tok-st.First].Tag == syntax.Part && f.lx.that.Has(f.d.Toks[tok].Form)
}

// nameable reports whether the pack knows a word as a noun: "o vizită", but "o
// cunoaște" has a pronoun.
func (f *finder) nameable(tok int) bool {
	var buf [8]phrase.Match
	for _, m := range f.lx.all.Find(buf[:0], f.d.Toks, tok, tok+1, nil) {
		if e := f.lx.entries[m.ID]; e.Kind == language.Cue && e.Cue.POS == "NOUN" {
			return true
		}
	}
	return false
}

// owned makes a noun of a word that the tagger takes for a verb right behind the mark
// of an owner, or behind an article and a name inside a sentence: "next month's visit",
// "blocked the EU talks", "paid a brief visit".
func (f *finder) owned(st *Sentence) {
	for i := st.First + 1; i < st.Last; i++ {
		if w := &st.Words[i-st.First]; w.Tag == syntax.Verb && (f.lx.possessive.Has(f.d.Toks[i-1].Form) || f.behindName(st, i) || f.brought(st, i)) && f.nounCue(i) {
			*w = Word{syntax.Noun, 0}
		}
	}
}

// brought reports whether an article that brings in one thing stands before a token, with
// what may describe that thing between, so that the token is no verb of it.
func (f *finder) brought(st *Sentence, tok int) bool {
	const most = 2 // "a brief working visit"
	if !f.lx.Pack.Attributive || endsIn(f.d.Words(tok, tok+1), f.lx.Pack.OnlyPresent) {
		return false
	}
	for i := tok - 1; i > st.First && i >= tok-1-most; i-- {
		switch w := st.Words[i-st.First]; w.Tag {
		case syntax.Noun, syntax.Adj:
		case syntax.Det:
			return f.lx.indefinite.Has(f.d.Toks[i].Form)
		default:
			return false
		}
	}
	return false
}

// behindName reports whether an article and a name or a day stand right before a token, and
// neither opens the sentence nor a clause.
func (f *finder) behindName(st *Sentence, tok int) bool {
	if !f.lx.Pack.Attributive {
		return false
	}
	i := tok - 1
	for i > st.First && (f.d.Toks[i].Upper && f.d.Toks[i].Word || f.d.Toks[i].Number) {
		i--
	}
	if i == tok-1 || i <= st.First || !f.lx.articles.Has(f.d.Toks[i].Form) {
		return false
	}
	before := st.Words[i-1-st.First].Tag
	return before == syntax.Verb || before == syntax.Adp
}
