package annotate

import (
	"sort"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
)

// correct mends the tags of verbs that the tagger takes for something else,
// where what stands beside them leaves no doubt.
func (f *finder) correct(st *Sentence, cues []phrase.Match) {
	f.governing(st)
	f.turned(st)
	f.helping(st)
	f.verbal(st)
	f.moods(st)
	f.tenses(st)
	f.joining(st)
	f.subordinating(st)
	f.governed(st)
	f.onlyNouns(st, cues)
	f.compounded(st)
	f.surnames(st)
	f.participles(st, cues)
	for _, m := range cues {
		e := f.lx.entries[m.ID]
		w := &st.Words[m.First-st.First]
		if e.Kind != language.Cue || e.Cue.POS != "VERB" && e.Cue.Args.Get("frame") != "meet" || m.First == st.First || f.d.Toks[m.First].Upper || w.Tag == syntax.Verb || w.Tag == syntax.Aux || f.levelled(m) && f.nounCue(m.First) {
			continue
		}
		if w.Tag == syntax.ProperNoun && m.Last-m.First == 1 && !st.Title && m.Last < st.Last && f.d.Toks[m.Last].Upper { // no name has a small letter: "arrived in Beirut and met Aoun"
			*w = f.finite(m.First)
			continue
		}
		conjunction := w.Tag == syntax.CConj && m.Last-m.First == 1 && !f.lx.and.Has(f.d.Toks[m.First].Form) // the tagger makes one of an English "met"
		if conjunction || (w.Tag == syntax.Adj || w.Tag == syntax.ProperNoun) && f.afterName(st, m) {
			*w = f.finite(m.First)
		} else if w.Tag == syntax.Noun && (f.opens(st, m) || f.betweenNames(st, m) || f.afterPaper(m)) {
			*w = Word{syntax.Verb, syntax.Finite | syntax.Indicative | syntax.Present}
		} else if feats, ok := f.afterAux(st, m.First); ok {
			*w = Word{syntax.Verb, feats}
		} else if m.Last-m.First == 2 && f.marked(st, m.Last-1) { // "că vrea să"
			*w = Word{syntax.Verb, syntax.Finite | syntax.Indicative | syntax.Present}
		} else if (e.Cue.Sense == language.Speech || e.Cue.Sense == language.Reports) && f.inverted(st, m) {
			*w = Word{syntax.Verb, syntax.Finite | syntax.Indicative | syntax.Present}
		}
	}
	f.owned(st)
	f.nameAsSubject(st, cues)
	f.verbless(st, cues)
}

// afterName reports whether a word stands right behind a name and before no noun, where
// adjectives stand in front: `"We are ready," Saar stressed.`
func (f *finder) afterName(st *Sentence, m phrase.Match) bool {
	if !f.lx.Pack.Attributive || !f.d.Toks[m.First-1].Upper || st.Words[m.First-1-st.First].Tag != syntax.ProperNoun {
		return false
	}
	if m.Last == st.Last {
		return true
	}
	switch st.Words[m.Last-st.First].Tag {
	case syntax.Noun, syntax.ProperNoun, syntax.Adj:
		return false
	}
	return true
}

// betweenNames reports whether a word of the report stands between two names that the tagger
// takes for such: "before Putin meets Trump".
func (f *finder) betweenNames(st *Sentence, m phrase.Match) bool {
	name := func(tok int) bool { return st.Words[tok-st.First].Tag == syntax.ProperNoun }
	return !st.Title && m.Last < st.Last && f.amidNames(m) && name(m.First-1) && name(m.Last)
}

// afterPaper reports whether a word that may report speech stands right behind the noun of a
// paper: "the communique urges Tokyo to".
func (f *finder) afterPaper(m phrase.Match) bool {
	return f.lx.Pack.Attributive && f.lx.entries[m.ID].Cue.Sense == language.Speech && f.lx.IsUtterance(f.d.Toks[m.First-1].Form)
}

// nameAsSubject mends a noun that the tagger takes for the verb of a name in
// front of it, where a determiner stands before that and the sentence has a verb
// of its own: "the Geneva talks between A and B ended".
func (f *finder) nameAsSubject(st *Sentence, cues []phrase.Match) {
	if !f.lx.Pack.Attributive {
		return
	}
	for _, m := range cues {
		e, at := f.lx.entries[m.ID], m.First-st.First
		if e.Kind != language.Cue || m.Last-m.First != 1 || at < 2 || e.Cue.Args.Get("frame") != "noun" {
			continue
		}
		if st.Words[at].Tag == syntax.Verb && st.Words[at-1].Tag == syntax.ProperNoun && st.Words[at-2].Tag == syntax.Det && f.finiteBehind(st, m.Last) {
			st.Words[at] = Word{syntax.Noun, 0}
		}
	}
}

func (f *finder) finiteBehind(st *Sentence, tok int) bool {
	for _, w := range st.Words[tok-st.First:] {
		if (w.Tag == syntax.Verb || w.Tag == syntax.Aux) && w.Feats.Has(syntax.Finite) {
			return true
		}
	}
	return false
}

// opens reports whether a word stands as the verb of a clause does that a name opens,
// bare or with an office: "Lula travels to Montevideo, where ...". No finite verb stands between the
// start of the sentence and the next comma.
func (f *finder) opens(st *Sentence, m phrase.Match) bool {
	for i := st.First; i < m.First; i++ {
		if !f.d.Toks[i].Upper || i == m.First-1 && st.Words[i-st.First].Tag != syntax.ProperNoun {
			return false
		}
	}
	for i := m.Last; i < st.Last && f.d.Toks[i].Word; i++ {
		if w := st.Words[i-st.First]; w.Tag == syntax.Verb || w.Tag == syntax.Aux {
			return false
		}
	}
	return m.Last < st.Last && f.d.Toks[m.Last].Word && st.Words[m.Last-st.First].Tag != syntax.Noun
}

// afterAux reports whether an auxiliary governs a word, and the features that
// this gives it. Only where verbs show their subject does no noun stand there.
func (f *finder) afterAux(st *Sentence, at int) (syntax.Feats, bool) {
	if !f.lx.Pack.ProDrop {
		return 0, false
	}
	for k := at - 1; k >= st.First; k-- {
		w, form := st.Words[k-st.First], f.d.Toks[k].Form
		switch {
		case w.Tag == syntax.Adv && k > at-3:
			continue
		case w.Tag != syntax.Aux || f.lx.passive.Has(form):
			return 0, false
		case f.lx.future.Has(form) || f.lx.conditional.Has(form):
			return syntax.Infinitive, true
		}
		return syntax.Participle | syntax.Past, true
	}
	return 0, false
}

// inverted reports whether a word stands as a verb does that reports what
// stands before it: ", scrie Agerpres", ", juge le ministre".
func (f *finder) inverted(st *Sentence, m phrase.Match) bool {
	if m.Last >= st.Last || st.Words[m.First-1-st.First].Tag != syntax.Punct {
		return false
	}
	tag := st.Words[m.First-st.First].Tag // no conjunction or preposition looks like a verb
	next := &f.d.Toks[m.Last]
	return next.Upper && next.Word || f.lx.IsArticle(next.Form) || tag == syntax.CConj || tag == syntax.SConj || tag == syntax.Adp
}

// verbless gives a sentence without a verb the one that a cue is, where the
// tagger takes it for something else: "Ucraina propune Rusiei o întâlnire".
func (f *finder) verbless(st *Sentence, cues []phrase.Match) {
	if f.hasVerb(st) {
		return
	}
	for _, m := range cues {
		e := f.lx.entries[m.ID]
		w := &st.Words[m.First-st.First]
		if e.Kind != language.Cue || e.Cue.POS != "VERB" && e.Cue.Args.Get("frame") != "meet" || m.First == st.First || f.d.Toks[m.First].Upper && !st.Title || f.levelled(m) && f.nounCue(m.First) {
			continue
		}
		if f.lx.Pack.ProDrop && f.nameable(m.First) && (f.determined(st, m.First-1) || f.wordAt(m.First-1).Tag == syntax.Adp) { // "rinviata la visita"
			continue
		}
		noun := w.Tag == syntax.Noun || w.Tag == syntax.ProperNoun // no verb looks like one where verbs show their subject
		if w.Tag == syntax.Adj || noun && (f.lx.Pack.ProDrop || f.amidNames(m)) {
			*w = Word{syntax.Verb, syntax.Finite | syntax.Indicative | syntax.Present}
			return
		}
	}
}

// amidNames reports whether a word stands between two names, as the verb of a
// headline does, "Zelensky meets Starmer", or between a name and an article: "Sweden and
// Finland support the plan".
func (f *finder) amidNames(m phrase.Match) bool {
	if m.Last >= len(f.d.Toks) || !f.d.Toks[m.First-1].Upper {
		return false
	}
	next := &f.d.Toks[m.Last]
	return m.Last-m.First == 1 && (next.Upper || f.lx.IsArticle(next.Form))
}

// misread reports whether the tagger may have taken a noun for an adjective, or
// for a verb that is not finite ("următoarea întâlnire", "a avut întrevederi").
func (f *finder) misread(st *Sentence, m phrase.Match) bool {
	w := st.Words[m.First-st.First]
	if m.Last-m.First != 1 {
		return false
	}
	return w.Tag == syntax.Adj || w.Tag == syntax.Verb && !w.Feats.Any(syntax.Finite|syntax.Indicative|syntax.Subjunctive|syntax.Participle|syntax.Gerund)
}

// nouns adds the nouns the tagger misread where no other cue of a contact holds
// the words.
func (f *finder) nouns(out []Cue, doubtful []phrase.Match) []Cue {
	for _, m := range doubtful {
		free := true
		for i := range out {
			free = free && (out[i].Entry.Cue.Sense != language.Contact || out[i].Last <= m.First || out[i].First >= m.Last)
		}
		if free {
			out = append(out, Cue{m.First, m.Last, m.First, f.lx.entries[m.ID], false})
		}
	}
	if len(doubtful) > 0 {
		sort.SliceStable(out, func(i, j int) bool { return out[i].First < out[j].First })
	}
	return out
}
