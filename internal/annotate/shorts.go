package annotate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/text"
)

// short is a form that stands for a state only where a document names that state by
// another form, and a second one: "the North", of North Korea beside South Korea.
type short struct{ state, beside string }

// shortForms finds the entries of the forms that the pack says are short.
func (lx *Lexicon) shortForms() error {
	lx.shorts = map[int32]short{}
	for _, s := range lx.Pack.Shorts {
		if lx.World.States[s.Beside] == nil {
			return fmt.Errorf("%s/pack.yaml: shorts: no state %q in the world", lx.Pack.Code, s.Beside)
		}
		for _, form := range s.Forms {
			id := slices.IndexFunc(lx.entries, func(e *language.Entry) bool { return e.ID == s.State && e.Form == form })
			if id < 0 {
				return fmt.Errorf("%s/pack.yaml: shorts: %q is no form of %s in states.tsv", lx.Pack.Code, form, s.State)
			}
			last := []text.Token{{Form: text.Fold(form[strings.LastIndex(form, " ")+1:])}}
			lx.vocabulary.Number(last)
			lx.shortWords = append(lx.shortWords, last[0].ID)
			lx.shorts[int32(id)] = short{s.State, s.Beside}
		}
	}
	return nil
}

// tellShorts drops the short forms of states that the document does not name otherwise.
func (f *finder) tellShorts() {
	if !slices.ContainsFunc(f.d.Toks, func(t text.Token) bool { return slices.Contains(f.lx.shortWords, t.ID) }) {
		return
	}
	named := map[string]bool{}
	var found []phrase.Match
	for i := range f.d.Toks {
		found = f.lx.states.Find(found[:0], f.d.Toks, i, len(f.d.Toks), nil)
		for _, m := range found {
			if _, ok := f.lx.shorts[m.ID]; !ok && f.lx.fits(m.ID, f.d.Toks, m.First, m.Last) {
				named[f.lx.entries[m.ID].ID] = true
			}
		}
	}
	f.dropped = map[int32]bool{}
	for id, s := range f.lx.shorts {
		f.dropped[id] = !named[s.state] || !named[s.beside]
	}
}
