package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func entryGrid(t *testing.T, look Look, all ...record.Entry) string {
	t.Helper()
	g := NewGrid(look, EntryColumns...)
	for i := range all {
		g.Row(EntryCells(&all[i])...)
	}
	var out bytes.Buffer
	if err := g.Print(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func gridEntries() []record.Entry {
	arabic := shownEntry()
	arabic.People = []record.Person{{Name: "عبد الفتاح السيسي", Role: "principal"}, {Name: "left out", Role: "attendee"}}
	arabic.Date, arabic.Disputed, arabic.Summit, arabic.ID = nil, nil, true, "ff"
	arabic.Parties = []record.Party{{ID: "CHN", Name: "中华人民共和国"}, {ID: "EGY"}}
	arabic.Rejected = true
	return []record.Entry{shownEntry(), arabic}
}

func TestGridFitsTheTerminal(t *testing.T) {
	want := `date         contact  status        sides                 people             topics             docs  entry
12 Feb 2022  call     held      ≠✎  France – Russia       Emmanuel Macron    ceasefire, energy     3  00aa11bb22
no date      summit   rejected  ✎   中华人民共和国 – EGY  ` + "\u2068عبد الفتاح السيسي\u2069" + `  ceasefire, energy     3  ff
`
	if d := cmp.Diff(want, entryGrid(t, Look{Width: 140}, gridEntries()...)); d != "" {
		t.Error(d)
	}
	for width := 20; width < 140; width++ {
		for line := range strings.Lines(entryGrid(t, Look{Width: width}, gridEntries()...)) {
			if w := cells.String(strings.TrimSpace(line)); w > max(width, 60) { // what cannot be narrowed stays whole
				t.Errorf("%d columns for %d: %q", w, width, line)
			}
		}
	}
}

// What a narrow terminal has no room for goes on in the next line.
func TestGridOfANarrowTerminal(t *testing.T) {
	want := `date         contact  status        sides         entry
12 Feb 2022  call     held      ≠✎  France –      00aa11bb22
                                    Russia
no date      summit   rejected  ✎   中华人民共和  ff
                                    国 – EGY
`
	if d := cmp.Diff(want, entryGrid(t, Look{Width: 50}, gridEntries()...)); d != "" {
		t.Error(d)
	}
}

// The columns lie one under the other, whatever the script and the colours.
func TestGridIsAligned(t *testing.T) {
	for _, look := range []Look{{Width: 90}, {Width: 90, Color: true}} {
		at := map[int]bool{}
		for line := range strings.Lines(entryGrid(t, look, gridEntries()...)) {
			for _, id := range []string{"entry", "00aa11bb22", "ff"} {
				if before, _, ok := strings.Cut(sequence.ReplaceAllString(line, ""), "  "+id); ok {
					at[cells.String(before)] = true
				}
			}
		}
		if len(at) != 1 {
			t.Errorf("ids in the columns %v:\n%s", at, entryGrid(t, look, gridEntries()...))
		}
	}
}

func TestGridOfStatements(t *testing.T) {
	r := sample()
	g := NewGrid(Look{Width: 58}, StatementColumns...)
	for i := range r.Statements {
		g.Row(StatementCells(&r.Statements[i], &r.Document)...)
	}
	g.Row(Cell{Text: "a\x1b[2Jb"})
	var out bytes.Buffer
	if err := g.Print(&out); err != nil {
		t.Fatal(err)
	}
	want := `date         speaker       act     what
13 Feb 2022  Dmitry        denies  "There is no such plan"
             Peskov (RUS)
13 Feb 2022  France (FRA)  warns   that talks cannot wait
a[2Jb
`
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Error(d)
	}
}
