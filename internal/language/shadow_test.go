package language_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/text"
	"github.com/parley-news/parley/packs"
)

// TestEveryCueCanBeFound writes out each form of cues.tsv and looks it up among
// all of them: a form that others hide, however it is written, never fires.
func TestEveryCueCanBeFound(t *testing.T) {
	all, err := language.Load(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range slices.Sorted(maps.Keys(all)) {
		p := all[code]
		words := &phrase.Vocabulary{}
		cues := phrase.New(&p.Text, words)
		for i := range p.Entries {
			if e := &p.Entries[i]; e.Cue != nil {
				cues.AddForm(e.Parsed, int32(i))
			}
		}
		for i := range p.Entries {
			e := &p.Entries[i]
			if e.Cue == nil {
				continue
			}
			var first *language.Entry
			found := false
			for _, way := range written(e.Form, p.Text.Apostrophe == text.Elision) {
				toks := text.Tokenize(way, 0, len(way), &p.Text)
				words.Number(toks)
				for _, m := range cues.Find(nil, toks, 0, len(toks), nil) {
					if o := &p.Entries[m.ID]; m.Last == len(toks) && hides(o, e, len(toks)) {
						if first = o; o == e {
							found = true
						}
						break
					}
				}
			}
			switch {
			case found:
			case first == nil:
				t.Errorf("%s:%d:1: %q is not found in its own words", e.File, e.Line, e.Form)
			default:
				t.Errorf("%s:%d:1: %q never fires: %q in line %d stands for the same words", e.File, e.Line, e.Form, first.Form, first.Line)
			}
		}
	}
}

// hides reports whether the words of a cue are taken by another one of its
// sense where that comes first. A form of one word is held against its part of
// speech, and so is a verb; the other forms are cues as they stand.
func hides(other, e *language.Entry, words int) bool {
	o, c := other.Cue, e.Cue
	return o.Sense == c.Sense && (o.POS == c.POS || o.POS == "ANY" || words > 1 && o.POS != "VERB")
}

// written returns all ways to write a form, without names of states at "~".
// Where apostrophes elide, a word with one leans on the next.
func written(form string, elides bool) []string {
	ways, aside := []string{""}, []string(nil)
	for place := range strings.FieldsSeq(form) {
		place, opens := strings.CutPrefix(place, "(")
		place, closes := strings.CutSuffix(place, ")")
		if opens {
			aside = ways
		}
		var next []string
		for _, w := range ways {
			for choice := range strings.SplitSeq(place, "|") {
				choice = strings.Replace(strings.Trim(choice, "~"), "*", "xx", 1) // an ending that no other form has
				if w != "" && choice != "" && !(elides && strings.HasSuffix(w, "'")) {
					choice = " " + choice
				}
				next = append(next, w+choice)
			}
		}
		if ways = next; closes {
			ways = append(ways, aside...)
		}
	}
	return ways
}
