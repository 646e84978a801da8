package view

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

// drawn writes passages with brackets for marks, named a, b, c …; a mark that goes on is
// written with a stroke behind its name.
func drawn(passages []Passage) []string {
	var out []string
	for _, p := range passages {
		s := string(p.Role) + " "
		for _, seg := range p.Segments {
			for _, o := range seg.Opens {
				s += "[" + string(rune('a'+o.Mark))
				if o.Again {
					s += "'"
				}
				s += ":"
			}
			s += strings.ReplaceAll(seg.Text, "\n", "¶") + strings.Repeat("]", seg.Closes)
		}
		out = append(out, s)
	}
	return out
}

func TestCut(t *testing.T) {
	const text = "Title\nThey met in Rome on Friday.\nComment"
	passages := []record.Passage{
		{Role: record.RoleTitle, Language: "en", Start: 0, End: 5}, {Role: record.RoleReport, Language: "en", Start: 6, End: 33},
		{Role: record.RoleComment, Language: "en", Start: 34, End: 41},
	}
	for name, c := range map[string]struct {
		marks []Noted
		want  []string
	}{
		"none": {nil, []string{"title Title", "furniture ¶", "report They met in Rome on Friday.", "furniture ¶", "comment Comment"}},
		"nested and crossing, over passages": {
			[]Noted{{Start: 6, End: 32}, {Start: 11, End: 14}, {Start: 18, End: 32}, {Start: 26, End: 40}},
			[]string{
				"title Title", "furniture ¶", "report [a:They [b:met] in [c:Rome on [d:Friday]]][d':.]", "furniture [d':¶]", "comment [d':Commen]t",
			},
		},
		"crossing": {
			[]Noted{{Start: 6, End: 14}, {Start: 11, End: 22}},
			[]string{"title Title", "furniture ¶", "report [a:They [b:met]][b': in Rome] on Friday.", "furniture ¶", "comment Comment"},
		},
		"beginning and ending together": {
			[]Noted{{Start: 6, End: 14}, {Start: 6, End: 10}, {Start: 11, End: 14}},
			[]string{"title Title", "furniture ¶", "report [a:[b:They] [c:met]] in Rome on Friday.", "furniture ¶", "comment Comment"},
		},
	} {
		if diff := cmp.Diff(c.want, drawn(cut(text, passages, c.marks))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// FuzzCut cuts texts at any borders: no byte is lost or told twice, marks nest, and each
// byte bears just the marks that cover it.
func FuzzCut(f *testing.F) {
	f.Add("They met in Rome.", 0, 4, 2, 9, 5, 30)
	f.Add("They met in Rome.", 0, 9, 2, 12, 5, 14)
	f.Add("", 0, 0, 0, 0, 0, 0)
	f.Add("قال الوزير", 3, 1, -4, 5, 2, 2)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, e, g int) {
		r := record.Reading{Document: record.Document{Text: text}, Statements: []record.Statement{{Start: a, End: b}, {Start: c, End: d}, {Start: e, End: g}, {Start: a, End: d}}}
		marks := marksOf(&r)
		began := map[int]bool{}
		var again strings.Builder
		for _, p := range cut(text, []record.Passage{{Role: record.RoleReport, Start: c, End: d}, {Role: record.RoleComment, Start: a, End: g}}, marks) {
			var open []int
			for _, s := range p.Segments {
				for _, o := range s.Opens {
					if o.Again != began[o.Mark] {
						t.Errorf("mark %d begins: %v, began before: %v", o.Mark, !o.Again, began[o.Mark])
					}
					began[o.Mark] = true
					open = append(open, o.Mark)
				}
				start := again.Len()
				again.WriteString(s.Text)
				have := map[int]bool{}
				for _, m := range open {
					have[m] = true
				}
				for i, m := range marks {
					if covers := m.Start <= start && m.End >= again.Len(); covers != have[i] || len(have) != len(open) {
						t.Errorf("mark %d [%d,%d) on [%d,%d): open %v", i, m.Start, m.End, start, again.Len(), have[i])
					}
				}
				if s.Text == "" || s.Closes > len(open) {
					t.Fatalf("segment %+v with %v open", s, open)
				}
				open = open[:len(open)-s.Closes]
			}
			if len(open) > 0 {
				t.Errorf("%v are open at the end of a passage", open)
			}
		}
		if again.String() != text || len(began) != len(marks) {
			t.Errorf("%q became %q with %d of %d marks", text, again.String(), len(began), len(marks))
		}
	})
}
