package view

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func TestCut(t *testing.T) {
	const text = "Title\nThey met in Rome on Friday.\nComment"
	passages := []record.Passage{
		{Role: record.RoleTitle, Language: "en", Start: 0, End: 5}, {Role: record.RoleReport, Language: "en", Start: 6, End: 33},
		{Role: record.RoleComment, Language: "en", Start: 34, End: 41},
	}
	notes := []Note{
		{Start: 6, End: 32, Kind: "statement", ID: "s1"}, {Start: 11, End: 14, Kind: "value", ID: "c1", Field: "kind"},
		{Start: 18, End: 32, Kind: "value", ID: "c1", Field: "place"}, {Start: 26, End: 40, Kind: "asked"},
	}
	var got []string
	for _, p := range cut(text, passages, notes) {
		for _, s := range p.Segments {
			var fields []string
			for _, n := range s.Notes {
				fields = append(fields, notes[n].Kind+notes[n].Field)
			}
			got = append(got, string(p.Role)+" "+strings.TrimSpace(s.Text)+": "+strings.Join(fields, " "))
		}
	}
	want := []string{
		"title Title: ", "furniture : ", "report They: statement", "report met: statement valuekind", "report in: statement",
		"report Rome on: statement valueplace", "report Friday: statement valueplace asked", "report .: asked", "furniture : asked",
		"comment Commen: asked", "comment t: ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("segments (-want +got):\n%s", diff)
	}
}

// FuzzCut cuts texts at any borders: no byte is lost or told twice, and each segment bears
// just the notes that cover it.
func FuzzCut(f *testing.F) {
	f.Add("They met in Rome.", 0, 4, 2, 9, 5, 30)
	f.Add("", 0, 0, 0, 0, 0, 0)
	f.Add("قال الوزير", 3, 1, -4, 5, 2, 2)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, e, g int) {
		notes := []Note{{Start: a, End: b}, {Start: c, End: d}, {Start: e, End: g}}
		sortNotes(notes)
		var again strings.Builder
		for _, p := range cut(text, []record.Passage{{Role: record.RoleReport, Start: c, End: d}, {Role: record.RoleComment, Start: a, End: g}}, notes) {
			for _, s := range p.Segments {
				if s.Start != again.Len() || s.Text == "" {
					t.Fatalf("a segment at %d after %d bytes: %q", s.Start, again.Len(), s.Text)
				}
				again.WriteString(s.Text)
				for i, n := range notes {
					covers := n.Start >= 0 && n.End <= len(text) && n.Start <= s.Start && n.End >= s.Start+len(s.Text)
					bears := false
					for _, have := range s.Notes {
						bears = bears || have == i
					}
					if covers != bears {
						t.Errorf("note %d [%d,%d) on [%d,%d): bears %v", i, n.Start, n.End, s.Start, s.Start+len(s.Text), bears)
					}
				}
			}
		}
		if again.String() != text {
			t.Errorf("%q became %q", text, again.String())
		}
	})
}
