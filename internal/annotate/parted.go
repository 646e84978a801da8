package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/text"
)

// partedReach is how many words of a phrase may stand before a day that parts it,
// and how many behind.
const partedReach = 4

// parted adds the verbs whose words a day parts: "a stat miercuri de vorbă cu".
func (f *finder) parted(st *Sentence, cues []phrase.Match) []phrase.Match {
	n := len(cues)
	for i := range st.Dates {
		d := &st.Dates[i]
		if d.Kind == dates.Duration || d.Kind == dates.Age || d.First == st.First || d.Last >= st.Last {
			continue
		}
		from, to := max(st.First, d.First-partedReach), min(st.Last, d.Last+partedReach)
		rest := append(append([]text.Token(nil), f.d.Toks[from:d.First]...), f.d.Toks[d.Last:to]...)
		seam := d.First - from
		for at := range seam {
			var buf [8]phrase.Match
			for _, m := range f.lx.all.Find(buf[:0], rest, at, len(rest), nil) {
				if e := f.lx.entries[m.ID]; m.Last > seam && e.Kind == language.Cue && e.Cue.POS == "VERB" {
					cues = append(cues, phrase.Match{First: from + m.First, Last: d.Last + m.Last - seam, ID: m.ID})
				}
			}
		}
	}
	if len(cues) > n {
		slices.SortStableFunc(cues, func(a, b phrase.Match) int { return a.First - b.First })
	}
	return cues
}
