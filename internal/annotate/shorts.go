package annotate

import "github.com/parley-news/parley/internal/phrase"

// short is a form that stands for a state only where a document names that state by
// another form, and a second one: "the North", of North Korea beside South Korea.
type short struct{ state, beside string }

// shortForms finds the entries of the forms that the pack says are short.
func (lx *Lexicon) shortForms() error {
	lx.shorts = map[int32]short{}
	for _, s := range lx.Pack.Shorts {
		for _, form := range s.Forms {
			id, word, err := lx.sharedForm("shorts", s.State, s.Beside, form)
			if err != nil {
				return err
			}
			lx.shortWords = append(lx.shortWords, word)
			lx.shorts[id] = short{s.State, s.Beside}
		}
	}
	return nil
}

// tellShorts drops the short forms of states that the document does not name otherwise.
func (f *finder) tellShorts() {
	if !f.holds(f.lx.shortWords) {
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
