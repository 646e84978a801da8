package annotate

import (
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
)

// suffix reports whether an adjective of a state is the second half of a word
// that means something else: "latino-american", "anti-russe".
func (f *finder) suffix(m phrase.Match) bool {
	t := &f.d.Toks[m.First]
	if k := f.lx.entries[m.ID].Kind; k != language.StateAdjective && k != language.OrgAdjective || !t.Hyphen || m.First == f.sentenceStart {
		return false
	}
	for i := m.First - 1; i >= max(f.sentenceStart, m.First-3); i-- {
		if n := i - f.sentenceStart; n < len(f.stateLen) && i+f.stateLen[n] == m.First {
			return false
		}
	}
	var buf [4]phrase.Match
	for _, o := range f.lx.all.Find(buf[:0], f.d.Toks, m.First-1, m.First, nil) {
		if f.lx.entries[o.ID].Kind == language.StatePrefix {
			return false
		}
	}
	return !f.d.Toks[m.First-1].Upper
}
