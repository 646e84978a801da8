package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// partedReach is how many words of a phrase may stand before what parts it, and how many
// behind.
const partedReach = 4

// parted adds the verbs whose words a day or adverbs part: "a stat miercuri de vorbă cu",
// "s'est quant à lui rendu".
func (f *finder) parted(st *Sentence, cues []phrase.Match) []phrase.Match {
	n := len(cues)
	for i := range st.Dates {
		if d := &st.Dates[i]; d.Kind != dates.Duration && d.Kind != dates.Age {
			cues = f.across(st, cues, d.First, d.Last)
		}
	}
	for i := st.First; i < st.Last; i++ {
		first := i
		for i < st.Last && st.Words[i-st.First].Tag == syntax.Adv && !f.lx.negations.Has(f.d.Toks[i].Form) {
			i++
		}
		if i > first {
			cues = f.across(st, cues, first, i)
		}
	}
	if f.lx.Pack.VerbFirst {
		cues = f.aroundSubjects(st, cues)
	}
	if len(cues) > n {
		slices.SortStableFunc(cues, func(a, b phrase.Match) int { return a.First - b.First })
	}
	return cues
}

// aroundSubjects adds the verbs whose subject stands inside their words, right behind the
// verb: "wajjaha X da'watan ila", "sent X an invitation to".
func (f *finder) aroundSubjects(st *Sentence, cues []phrase.Match) []phrase.Match {
	for i := range st.Actors {
		a := &st.Actors[i]
		if a.Rels != 0 || a.First == st.First || st.Words[a.First-1-st.First].Tag != syntax.Verb {
			continue
		}
		last := a.Last
		for k := i + 1; k < len(st.Actors) && a.List != 0 && st.Actors[k].List == a.List; k++ {
			last = st.Actors[k].Last
		}
		cues = f.across(st, cues, a.First, last)
		if k := i + 1; k < len(st.Actors) && st.Actors[k].First == last && st.Actors[k].Rels == 0 { // and its object
			cues = f.across(st, cues, a.First, st.Actors[k].Last)
		}
	}
	return cues
}

// across adds the verbs whose words stand on both sides of a stretch, with or without commas
// around it.
func (f *finder) across(st *Sentence, cues []phrase.Match, first, last int) []phrase.Match {
	if first > st.First && last < st.Last && f.d.Words(first-1, first) == "," && f.d.Words(last, last+1) == "," {
		first, last = first-1, last+1
	}
	if first == st.First || last >= st.Last {
		return cues
	}
	from, to := max(st.First, first-partedReach), min(st.Last, last+partedReach)
	rest := append(append([]text.Token(nil), f.d.Toks[from:first]...), f.d.Toks[last:to]...)
	seam := first - from
	for at := range seam {
		var buf [8]phrase.Match
		for _, m := range f.lx.all.Find(buf[:0], rest, at, len(rest), nil) {
			if e := f.lx.entries[m.ID]; m.Last > seam && e.Kind == language.Cue && e.Cue.POS == "VERB" {
				cues = append(cues, phrase.Match{First: from + m.First, Last: last + m.Last - seam, ID: m.ID})
			}
		}
	}
	return cues
}
