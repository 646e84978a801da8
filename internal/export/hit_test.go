package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func hitText(t *testing.T, h Hit, look Look) string {
	t.Helper()
	var out bytes.Buffer
	if err := HitText(&out, h, look); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestHitText(t *testing.T) {
	text := "the grain corridor\nand  the grain\x1b[2J fleet"
	h := Hit{
		Document: record.Document{ID: "d1", Outlet: new("The Courier"), Language: "en", Published: new("2022-02-13")},
		Title:    Marked{Text: "Grain", Marks: [][2]int{{0, 5}}},
		Snippet:  Marked{Text: text, Marks: [][2]int{{4, 9}, {28, 33}}},
		Entries:  []string{"00aa11bb22cc33dd"},
	}
	want := `«Grain»
  13 Feb 2022 · The Courier · en · d1 · tells of 00aa11bb22
  … the «grain» corridor and the «grain»[2J fleet …
`
	if d := cmp.Diff(want, hitText(t, h, Look{Width: 80})); d != "" {
		t.Error(d)
	}
	colored := hitText(t, h, Look{Width: 80, Color: true})
	if n := strings.Count(colored, "\x1b[1;33mgrain\x1b[0m"); n != 2 || strings.Contains(colored, "«") {
		t.Errorf("%d marks in colour: %q", n, colored)
	}
	h.Title, h.Document.ID = Marked{}, strings.Repeat("ab", 32)
	h.Snippet = Marked{Text: "الحبوب في الميناء", Marks: [][2]int{{0, 12}}}
	want = "abababababab\n  13 Feb 2022 · The Courier · en · tells of 00aa11bb22\n  \u2068… «الحبوب» في الميناء …\u2069\n"
	if d := cmp.Diff(want, hitText(t, h, Look{Width: 80})); d != "" {
		t.Error(d)
	}
}

func TestTimeline(t *testing.T) {
	var out bytes.Buffer
	line := NewTimeline(&out, Look{Width: 60})
	r := sample()
	for _, err := range []error{
		line.Topic("security-guarantees"), line.Statement(Statement{Statement: r.Statements[0], Document: r.Document}), line.Topic(""),
		line.Statement(Statement{Statement: r.Statements[1], Document: record.Document{ID: "d2"}}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	want := `security guarantees
  13 Feb 2022   "There is no such plan"
                Dmitry Peskov denies · via TASS · to France
                · about Ukraine · The Courier · d1

other matters
  no date       that talks cannot wait
                France warns · d2
`
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Error(d)
	}
}

func TestGridOfCommitments(t *testing.T) {
	r := sample()
	g := NewGrid(Look{Width: 100}, CommitmentColumns...)
	g.Row(CommitmentCells(&r.Commitments[0], &r.Document, "no-later-report", nil)...)
	g.Row(CommitmentCells(&record.Commitment{Who: record.Actor{ID: "NATO"}, Text: "to meet"}, &record.Document{ID: "d2"}, "kept", new("00aa11bb22cc33dd"))...)
	var out bytes.Buffer
	if err := g.Print(&out); err != nil {
		t.Fatal(err)
	}
	want := `said         who     will              by           state            source       entry
13 Feb 2022  France  to send an envoy  20 Feb 2022  no later report  The Courier
no date      NATO    to meet                        kept             d2           00aa11bb22
`
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Error(d)
	}
}
