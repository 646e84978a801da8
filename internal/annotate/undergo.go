package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/syntax"

	"github.com/parley-news/parley/internal/language"
)

// undergone joins to an infinitive the reflexive verb right before it that says that it is
// done to the subject: "s'est vu refuser", "se fera remettre". The verb in front tells of
// no contact then.
func (f *finder) undergone(st *Sentence, groups []VerbGroup) []VerbGroup {
	out := groups[:0]
	for _, g := range groups {
		if n := len(out); n > 0 && f.undergoes(st, &out[n-1], &g) {
			over := out[n-1]
			st.Cues = slices.DeleteFunc(st.Cues, func(c Cue) bool {
				return c.Sense() == language.Contact && over.First <= c.At && c.At < over.Last
			})
			over.Last, over.Main, over.Passive = g.Last, g.Main, true
			out[n-1] = over
			continue
		}
		out = append(out, g)
	}
	return out
}

func (f *finder) undergoes(st *Sentence, over, g *VerbGroup) bool {
	return f.undergoing(st, over) && g.Tense == Infinitive && g.First == over.Last
}

// undergoing reports whether the main verb of a group, which the tagger may take for an
// auxiliary, says that something is done to its subject.
func (f *finder) undergoing(st *Sentence, g *VerbGroup) bool {
	return f.lx.undergo.Has(f.d.Toks[g.Main].Form) && f.reflexive(st, g)
}

// enclitics returns where a verb ends whose pronouns a hyphen joins to it: "reuniram-se",
// "recebê-lo".
func (f *finder) enclitics(end, last int) int {
	for end < last && f.d.Toks[end].Hyphen && f.lx.after.Has(f.d.Toks[end].Form) && (f.lx.reflexives.Has(f.d.Toks[end].Form) || f.lx.objects.Has(f.d.Toks[end].Form)) {
		end++
	}
	return end
}

// turned makes pronouns of the words that the tagger takes for conjunctions though they
// stand between a verb, or a preposition, and what it governs: "deve se encontrar", "havia
// se reunido"; and auxiliaries of the verbs in front of such a participle.
func (f *finder) turned(st *Sentence) {
	for i := st.First + 1; i+1 < st.Last; i++ {
		before, w, next := &st.Words[i-1-st.First], &st.Words[i-st.First], st.Words[i+1-st.First]
		noun := next.Tag == syntax.Det || next.Tag == syntax.Noun || next.Tag == syntax.ProperNoun
		if w.Tag == syntax.Pron && noun && !f.d.Toks[i].Hyphen && f.lx.ifs.Has(f.d.Toks[i].Form) { // "perguntou se A aceitaria"
			*w = Word{Tag: syntax.SConj}
		}
		if !f.lx.reflexives.Has(f.d.Toks[i].Form) || next.Tag != syntax.Verb || !next.Feats.Any(syntax.Infinitive|syntax.Participle|syntax.Gerund) {
			continue
		}
		verb := before.Tag == syntax.Verb || before.Tag == syntax.Aux
		if w.Tag == syntax.SConj && (verb || before.Tag == syntax.Adp) {
			*w = Word{Tag: syntax.Pron}
		}
		if w.Tag == syntax.Pron && before.Tag == syntax.Verb && next.Feats.Has(syntax.Participle) && f.lx.active.Has(f.d.Toks[i-1].Form) {
			before.Tag = syntax.Aux
		}
	}
}
