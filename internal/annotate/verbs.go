package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
)

// verbs finds the verb groups of a sentence: auxiliaries, modals and the main
// verb, with adverbs, pronouns and negations between. An infinitive that a verb
// governs is a group of its own; the extractor chains them.
func (f *finder) verbs(st *Sentence) []VerbGroup {
	out := f.groups[:0]
	var buf [4]phrase.Match
	named := 0
	for i := st.First; i < st.Last; i++ {
		w := st.Words[i-st.First]
		for named < len(st.Actors) && st.Actors[named].Last <= i {
			named++
		}
		if w.Tag != syntax.Verb && w.Tag != syntax.Aux || named < len(st.Actors) && st.Actors[named].First <= i {
			continue // no verb, or a part of a name or a title
		}
		g := VerbGroup{First: i, Main: i}
		end := f.enclitics(f.groupEnd(st, &g, i), st.Last)
		f.features(st, &g)
		end = f.auxiliaryBehind(st, &g, end)
		g.Negated = g.Negated || f.lx.negations.Has(f.d.Toks[i].Form) // "cannot"
		for k := g.First - 1; k >= st.First && k >= g.First-4; k-- {
			t := &f.d.Toks[k]
			if f.lx.negations.Has(t.Form) {
				g.Negated = true
			}
			tag := st.Words[k-st.First].Tag
			g.Subjunctive = g.Subjunctive || f.marked(st, k)
			if tag != syntax.Pron && tag != syntax.Adv && tag != syntax.Part && !f.lx.negations.Has(t.Form) {
				break
			}
			g.First = k
		}
		g.Subjunctive = g.Subjunctive || f.asked(st, &g)
		g.Negated = g.Negated && !f.limits(st, g.First, end) && !f.idle(st, g.First, end)
		for _, m := range f.lx.all.Find(buf[:0], f.d.Toks, i, end, nil) {
			if e := f.lx.entries[m.ID]; e.Kind == language.Function && e.ID == fnFuture {
				g.Tense = Future
			}
		}
		g.Last = end
		g.Reported = g.Finite && len(f.reported) > 0 && slices.Contains(f.reported[g.First:g.Main+1], true)
		out = append(out, g)
		i = end - 1
	}
	f.groups = f.undergone(st, out)
	return f.doing.Keep(f.groups...)
}

// groupEnd extends a group over auxiliaries, adverbs, negations and pronouns
// to its main verb, and returns the token after it.
func (f *finder) groupEnd(st *Sentence, g *VerbGroup, i int) int {
	end := i + 1
	last := st.Words[i-st.First]
	for k, skipped := i+1, 0; k < st.Last && skipped < 6; k++ {
		w := st.Words[k-st.First]
		t := &f.d.Toks[k]
		if !t.Word {
			break
		}
		switch {
		case f.lx.negations.Has(t.Form) && w.Tag != syntax.Adp: // "ended without a statement" did end
			if last.Tag == syntax.Aux { // "met not long ago" negates nothing; French "pas" has its "ne" before
				g.Negated = true
			}
			skipped++
			continue
		case w.Tag == syntax.Aux || w.Tag == syntax.Verb:
			if last.Tag != syntax.Aux || f.undergoing(st, g) {
				return end
			}
			last = w
			g.Main = k
			end = k + 1
			continue
		case w.Tag == syntax.Adv || w.Tag == syntax.Pron || w.Tag == syntax.Part:
			skipped++
			continue
		}
		break
	}
	return end
}

// signs are what the verbs of a group say of its time and voice.
type signs struct {
	conditional, future, past, present bool
	// passiveAux and perfectAux: such an auxiliary stands before the main verb.
	passiveAux, perfectAux bool
	// auxParticiple: an auxiliary is a participle itself ("has been").
	auxParticiple bool
	// auxInfinitive: one in the middle is an infinitive ("can be held").
	auxInfinitive bool
}

// features reads tense, mood and voice off the words of a group.
func (f *finder) features(st *Sentence, g *VerbGroup) {
	for k := max(g.First-2, st.First); k < g.First; k++ { // "I will meet": English verbs do not say who
		w := st.Words[k-st.First]
		g.FirstPerson = g.FirstPerson || w.Tag == syntax.Pron && w.Feats.Has(syntax.First) && !w.Feats.Any(syntax.Accusative|syntax.Genitive)
	}
	s := f.signsOf(st, g)
	main := st.Words[g.Main-st.First]
	if f.predicative(main) && !g.Finite {
		g.Finite, s.past = true, true
	}
	participle := main.Feats.Has(syntax.Participle)
	g.Subjunctive = main.Feats.Has(syntax.Subjunctive) || st.Words[g.First-st.First].Feats.Has(syntax.Subjunctive)
	g.Passive = f.passive(st, g, s)
	g.Progressive = main.Feats.Has(syntax.Gerund) && (g.Main > g.First || main.Feats.Has(syntax.Finite)) || participle && main.Feats.Has(syntax.Present)
	perfect := participle && g.Main > g.First && !(g.Passive && s.present && !s.past && !s.auxParticiple) && !g.Progressive
	if g.Passive && !s.auxParticiple { // "would be received" is no past
		perfect = perfect && !s.conditional
	}
	if g.Passive && g.Finite && s.auxInfinitive && !s.auxParticiple { // "can be held"
		perfect, s.present = false, true
	}
	switch {
	case s.conditional && perfect:
		g.Tense = PastConditional
	case s.conditional:
		g.Tense = Conditional
	case s.future:
		g.Tense = Future
	case perfect && g.Passive && !g.Finite && !s.auxParticiple && st.Words[g.First-st.First].Feats.Has(syntax.Infinitive): // "to be held"
		g.Tense = Infinitive
	case s.past || perfect:
		g.Tense = Past
	case s.present:
		g.Tense = Present
	case main.Feats.Has(syntax.Infinitive) && f.unmarked(st, g):
		g.Tense, g.Finite = Present, true
	case main.Feats.Has(syntax.Infinitive):
		g.Tense = Infinitive
	case participle || main.Feats.Has(syntax.Gerund):
		g.Tense = Participle
	case g.Finite:
		g.Tense = Present
	}
	if g.Progressive && f.lx.passive.Has(f.d.Toks[g.Main].Form) {
		g.Progressive = false
	}
}

// signsOf gathers the signs of a group, and notes its person and number.
func (f *finder) signsOf(st *Sentence, g *VerbGroup) signs {
	var s signs
	for k := g.First; k <= g.Main; k++ {
		w := st.Words[k-st.First]
		if w.Tag != syntax.Aux && w.Tag != syntax.Verb {
			continue
		}
		if f.lx.Pack.NoPreterite && k == g.First && k == g.Main && w.Feats.Has(syntax.Past) && !w.Feats.Has(syntax.Participle) {
			w.Feats = w.Feats&^syntax.Past | syntax.Present
		}
		// Romanian treebanks mark only the person on "a", "au" of the perfect.
		finite := w.Feats.Has(syntax.Finite) || w.Tag == syntax.Aux && w.Feats.Any(syntax.Persons) || w.Feats.Any(syntax.Indicative|syntax.Conditional|syntax.Subjunctive)
		g.Finite = g.Finite || finite
		g.FirstPerson = g.FirstPerson || w.Feats.Has(syntax.First) && !w.Feats.Any(syntax.Second|syntax.Third)
		g.Plural = g.Plural || finite && w.Feats.Has(syntax.Plural) && !w.Feats.Has(syntax.Singular)
		s.conditional = s.conditional || w.Feats.Has(syntax.Conditional)
		s.future = s.future || w.Feats.Has(syntax.Future)
		s.past = s.past || finite && w.Feats.Any(syntax.Past|syntax.Imperfect|syntax.Pluperfect)
		s.present = s.present || finite && w.Feats.Has(syntax.Present)
		if k < g.Main {
			form := f.d.Toks[k].Form
			s.conditional = s.conditional || f.lx.conditional.Has(form)
			s.future = s.future || f.lx.future.Has(form)
			s.auxInfinitive = s.auxInfinitive || k > g.First && w.Feats.Has(syntax.Infinitive)
			s.auxParticiple = s.auxParticiple || w.Feats.Has(syntax.Participle)
			s.passiveAux = s.passiveAux || f.lx.passive.Has(form)
			s.perfectAux = s.perfectAux || f.lx.perfect.Has(form)
		}
	}
	s.passiveAux = s.passiveAux || s.perfectAux && !s.conditional
	return s
}

// passive reports whether something is done to the subject of a group.
func (f *finder) passive(st *Sentence, g *VerbGroup, s signs) bool {
	main := st.Words[g.Main-st.First].Feats
	if f.setOff(st, g) && main.Has(syntax.Participle) && !main.Any(syntax.Present|syntax.Gerund) { // "Niger, invité, n'a envoyé personne"
		return true
	}
	if !main.Has(syntax.Passive) && !(main.Has(syntax.Participle) && s.passiveAux && !main.Has(syntax.Present)) {
		return false
	}
	if g.Main > g.First && !s.passiveAux && (s.perfectAux || f.active(st, g)) { // "ar fi spus", "avait récemment écrit"
		return false
	}
	return !f.reflexive(st, g) // "se sont appelés"
}

// setOff reports whether a verb group is one word between two commas.
func (f *finder) setOff(st *Sentence, g *VerbGroup) bool {
	at := g.Main
	return g.First == at && at > st.First && at+1 < st.Last && f.d.Words(at-1, at) == "," && f.d.Words(at+1, at+2) == ","
}

// active reports whether the last auxiliary before the main verb makes no passive.
func (f *finder) active(st *Sentence, g *VerbGroup) bool {
	for k := g.Main - 1; k >= g.First; k-- {
		if st.Words[k-st.First].Tag == syntax.Aux {
			return f.lx.active.Has(f.d.Toks[k].Form)
		}
	}
	return false
}

// unmarked reports whether a form lacks what an infinitive has in front of it:
// its mark, or the verb that governs it.
func (f *finder) unmarked(st *Sentence, g *VerbGroup) bool {
	if f.lx.infinitive.Len() == 0 || g.First != g.Main {
		return false
	}
	for k := g.Main - 1; k >= st.First; k-- {
		switch st.Words[k-st.First].Tag {
		case syntax.Pron, syntax.Adv:
			if !f.lx.infinitive.Has(f.d.Toks[k].Form) {
				continue
			}
			return false
		case syntax.Verb, syntax.Aux, syntax.Part, syntax.Adp:
			return false
		}
		return !f.lx.infinitive.Has(f.d.Toks[k].Form)
	}
	return true
}

// cues keeps the cues whose part of speech agrees, the longest of each sense.
func (f *finder) cues(st *Sentence, ms []phrase.Match) []Cue {
	out := f.meant[:0]
	var doubtful []phrase.Match
	for _, m := range ms {
		e := f.lx.entries[m.ID]
		if e.Kind != language.Cue {
			continue
		}
		at := f.mainWord(st, m, e.Cue.POS)
		if e.Cue.Sense == language.According && m.First > st.First && f.lx.articles.Has(f.d.Toks[m.First-1].Form) {
			continue // "del secondo anniversario"
		}
		if at < 0 {
			if e.Cue.Sense == language.Contact && e.Cue.POS == "NOUN" && f.misread(st, m) {
				doubtful = append(doubtful, m)
			}
			continue
		}
		c := Cue{m.First, m.Last, at, e, false}
		c.Governs = e.Cue.Args.Get("scope") == "either" && f.overVerb(st, c.Last)
		if f.insideName(st, &c) || e.Cue.Is("present") && !f.inPresent(st, c.Last) {
			continue
		}
		keep := true
		for k := len(out) - 1; k >= 0 && out[k].Last > c.First-8; k-- {
			o := &out[k]
			if o.Entry.Cue.Sense != c.Entry.Cue.Sense || o.Last <= c.First || o.First >= c.Last {
				continue
			}
			if o.Last-o.First >= c.Last-c.First {
				keep = false
				break
			}
			out = append(out[:k], out[k+1:]...)
		}
		if keep {
			out = append(out, c)
		}
	}
	f.meant = f.nouns(out, doubtful)
	return f.meaning.Keep(f.meant...)
}

// perfect reports whether a word is a participle that an auxiliary shortly before it makes
// a verb of.
func (f *finder) perfect(st *Sentence, tok int) bool {
	w := st.Words[tok-st.First]
	if w.Tag != syntax.Verb || !w.Feats.Has(syntax.Participle) {
		return false
	}
	for i := tok - 1 - st.First; i >= 0 && st.Words[i].Tag != syntax.Verb; i-- {
		if st.Words[i].Tag == syntax.Aux {
			return true
		}
		if st.Words[i].Tag != syntax.Adv && st.Words[i].Tag != syntax.Part {
			break
		}
	}
	return false
}

// mainWord returns the token of a match that has the part of speech the cue
// asks for, or -1.
func (f *finder) mainWord(st *Sentence, m phrase.Match, pos string) int {
	if f.lx.Model == nil || pos == "ANY" {
		return m.First
	}
	if pos == "NOUN" && m.Last-m.First > 1 && f.perfect(st, m.First) { // "se sont rencontrés au sommet" is no "rencontre au sommet"
		return -1
	}
	for i := m.First; i < m.Last; i++ {
		w := st.Words[i-st.First]
		if pos == "NOUN" && w.Tag == syntax.Adp && i > m.First { // the head stands in front: "talk by phone"
			break
		}
		ok := false
		switch pos {
		case "VERB":
			ok = w.Tag == syntax.Verb || w.Tag == syntax.Aux
		case "NOUN":
			ok = w.Tag == syntax.Noun || w.Tag == syntax.ProperNoun
		case "ADJ":
			ok = w.Tag == syntax.Adj || w.Tag == syntax.Verb && w.Feats.Has(syntax.Participle)
		case "ADV":
			ok = w.Tag == syntax.Adv || w.Tag == syntax.Adp || w.Tag == syntax.Adj
		}
		if ok {
			return i
		}
	}
	first := st.Words[m.First-st.First]
	acts := first.Tag == syntax.Verb && !first.Feats.Any(syntax.Participle|syntax.Gerund) && m.Last-m.First > 1 && !f.d.Toks[m.First+1].Hyphen // "are to sit down" is no sit-down
	if m.Last-m.First > 1 && pos != "VERB" && !(pos == "NOUN" && acts) {                                                                       // a phrase is a cue whatever the tagger makes of its words
		return m.First
	}
	if pos == "VERB" && m.First > st.First && !f.hasVerb(st) && st.Words[m.First-1-st.First].Tag != syntax.Verb { // headlines: "Macron phones Pezeshkian", not "held talks with"
		if t := st.Words[m.First-st.First].Tag; t == syntax.Noun || t == syntax.ProperNoun || t == syntax.Adj {
			return m.First
		}
	}
	return -1
}

// hasVerb reports whether the tagger sees a finite verb in a sentence.
func (f *finder) hasVerb(st *Sentence) bool {
	for _, w := range st.Words {
		if (w.Tag == syntax.Verb || w.Tag == syntax.Aux) && w.Feats.Any(syntax.Finite|syntax.Indicative|syntax.Conditional|syntax.Subjunctive|syntax.Persons) {
			return true
		}
	}
	return false
}

// insideName reports whether a cue is a part of a name ("Security Council").
func (f *finder) insideName(st *Sentence, c *Cue) bool {
	switch c.Entry.Cue.Sense {
	case language.Both, language.Counterpart, language.Initiator, language.Occasion:
		return false
	}
	for i := range st.Actors {
		a := &st.Actors[i]
		if a.First <= c.First && c.Last <= a.Last && (a.Kind == Organisation || a.Kind == Outlet || a.Kind == Institution && a.Institution != "" && a.Institution[0] != '@') {
			return true
		}
	}
	return false
}

// reflexive reports whether a reflexive pronoun stands at a verb group: then a
// participle with "to be" is a past, and no passive.
func (f *finder) reflexive(st *Sentence, g *VerbGroup) bool {
	for k := max(g.First-2, st.First); k < g.Main; k++ {
		if f.lx.reflexives.Has(f.d.Toks[k].Form) {
			return true
		}
	}
	return false
}
