package annotate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/text"
)

// twin is an entry of a state whose form another state bears too.
type twin struct {
	state string
	// other is the entry for that other state.
	other int32
}

// namesakes gives each form that the pack says two states share an entry for
// the second.
func (lx *Lexicon) namesakes() error {
	lx.twins = map[int32]twin{}
	for _, n := range lx.Pack.Namesakes {
		for _, form := range n.Forms {
			id, word, err := lx.sharedForm("namesakes", n.State, n.Also, form)
			if err != nil {
				return err
			}
			lx.twinWords = append(lx.twinWords, word)
			other := *lx.entries[id]
			other.ID = n.Also
			lx.twins[id] = twin{n.State, int32(len(lx.entries))}
			lx.entries = append(lx.entries, &other)
			lx.caps = append(lx.caps, lx.caps[id])
		}
	}
	return nil
}

// sharedForm returns the entry of a form that a list of the pack gives a state beside
// another, and the number of the word that the form ends with.
func (lx *Lexicon) sharedForm(list, state, other, form string) (id, word int32, err error) {
	if lx.World.States[other] == nil {
		return 0, 0, fmt.Errorf("%s/pack.yaml: %s: no state %q in the world", lx.Pack.Code, list, other)
	}
	at := slices.IndexFunc(lx.entries, func(e *language.Entry) bool { return e.ID == state && e.Form == form })
	if at < 0 {
		return 0, 0, fmt.Errorf("%s/pack.yaml: %s: %q is no form of %s in states.tsv", lx.Pack.Code, list, form, state)
	}
	last := []text.Token{{Form: text.Fold(form[strings.LastIndex(form, " ")+1:])}}
	lx.vocabulary.Number(last)
	return int32(at), last[0].ID, nil
}

// holds reports whether one of some words stands in the document.
func (f *finder) holds(words []int32) bool {
	return slices.ContainsFunc(f.d.Toks, func(t text.Token) bool { return slices.Contains(words, t.ID) })
}

// tellTwins decides for which of two states the document uses the forms that
// they share: for the second where that one is named more often otherwise, by forms
// of its own or by persons.
func (f *finder) tellTwins() {
	if !f.holds(f.lx.twinWords) {
		return
	}
	named := map[string]int{}
	for p := range f.people.known {
		named[p.Country]++
	}
	var found []phrase.Match
	var shared []int32
	for i := range f.d.Toks {
		found = f.lx.states.Find(found[:0], f.d.Toks, i, len(f.d.Toks), nil)
		longest := 0
		for _, m := range found {
			longest = max(longest, m.Last-m.First)
		}
		for _, m := range found {
			if m.Last-m.First < longest || !f.lx.fits(m.ID, f.d.Toks, m.First, m.Last) {
				continue
			}
			if _, ok := f.lx.twins[m.ID]; ok {
				shared = append(shared, m.ID)
			} else {
				named[f.lx.entries[m.ID].ID]++
			}
		}
	}
	if len(shared) == 0 {
		return
	}
	f.countSeats(named)
	for _, id := range shared {
		t := f.lx.twins[id]
		if named[f.lx.entries[t.other].ID] > named[t.state] {
			if f.swapped == nil {
				f.swapped = map[int32]int32{}
			}
			f.swapped[id] = t.other
		}
	}
}

// countSeats adds how often the seat of each state's government is named.
func (f *finder) countSeats(named map[string]int) {
	var found []phrase.Match
	for i := range f.d.Toks {
		found = f.lx.seats.Find(found[:0], f.d.Toks, i, len(f.d.Toks), nil)
		for _, m := range found {
			if f.lx.fits(m.ID, f.d.Toks, m.First, m.Last) {
				named[f.lx.entries[m.ID].ID]++
			}
		}
	}
}
