package annotate

import (
	"slices"

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
