package syntax

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rows builds a treebank out of rows written with spaces for tabs and "/" for
// the end of a row.
func rows(short string) string {
	var b strings.Builder
	for row := range strings.SplitSeq(short, "/") {
		b.WriteString(strings.Join(strings.Fields(row), "\t"))
		b.WriteByte('\n')
	}
	return b.String()
}

func TestReadConllu(t *testing.T) {
	in := "# sent_id = a-1\n" + rows("1 He he PRON _ Case=Nom 2 nsubj _ _/1.1 x x VERB _ _ _ _ _ _/2 met meet VERB _ Tense=Past|Foo=Bar 0 root _ _") + "\r\n" +
		rows("1-2 cannot _ _ _ _ _ _ _ _/1 can can AUX _ _ 0 root _ _/2 not not PART _ Polarity=Neg 1 advmod _ _")
	got, err := ReadConllu(strings.NewReader(in), "x.conllu")
	if err != nil {
		t.Fatal(err)
	}
	want := []Sentence{
		{ID: "a-1", Words: []Word{
			{"He", "he", Pron, Nominative, 1, Nsubj},
			{"met", "meet", Verb, Past, -1, Root},
		}},
		{Words: []Word{
			{"can", "can", Aux, 0, -1, Root},
			{"not", "not", Part, Negative, 0, Advmod},
		}, Ranges: []Range{{"cannot", 0, 2}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
}

func TestReadConlluErrors(t *testing.T) {
	const ok = "1 a a NOUN _ _ 0 root _ _"
	for _, tc := range []struct{ name, in, want string }{
		{"columns", "1 a a NOUN _ _ 0 root _", "f:1: 9 columns instead of 10"},
		{"number", "2 a a NOUN _ _ 0 root _ _", `f:1: number "2" where 1 is due`},
		{"not a number", "x a a NOUN _ _ 0 root _ _", `f:1: number "x" where 1 is due`},
		{"tag", ok + "/2 b b THING _ _ 1 dep _ _", `f:2: unknown part of speech "THING"`},
		{"head", "1 a a NOUN _ _ y root _ _", `f:1: head "y" is no number`},
		{"negative head", "1 a a NOUN _ _ -1 root _ _", `f:1: head "-1" is no number`},
		{"own head", "1 a a NOUN _ _ 1 dep _ _", "f:1: word 1 is its own head"},
		{"head outside", ok + "/2 b b NOUN _ _ 7 dep _ _", "word 2 has head 7 in a sentence of 2 words"},
		{"no root", "1 a a NOUN _ _ 2 dep _ _/2 b b NOUN _ _ 1 dep _ _", "0 roots instead of one"},
		{"two roots", ok + "/2 b b NOUN _ _ 0 root _ _", "2 roots instead of one"},
		{"ring", ok + "/2 b b NOUN _ _ 3 dep _ _/3 c c NOUN _ _ 2 dep _ _", "word 2 hangs on itself"},
		{"range order", "1-1 a _ _ _ _ _ _ _ _", `f:1: range "1-1" where one from 1 is due`},
		{"range beyond", "1-3 ab _ _ _ _ _ _ _ _/" + ok, `range "ab" goes beyond the sentence`},
		{"range overlap", "1-3 abc _ _ _ _ _ _ _ _/" + ok + "/2-3 bc _ _ _ _ _ _ _ _", `f:3: range "2-3" overlaps`},
		{"range alone", "1-2 ab _ _ _ _ _ _ _ _", "a range without words"},
		{"empty node", "1.1 a a NOUN _ _ _ _ _ _", `f:1: empty node "1.1" where one after 0 is due`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := ReadConllu(strings.NewReader(rows(tc.in)), "f")
			if err == nil || !strings.Contains(err.Error(), tc.want) || !strings.HasPrefix(err.Error(), "syntax: reading treebank: f:") {
				t.Errorf("error %v, want one with %q", err, tc.want)
			}
		})
	}
	if _, err := ReadConllu(strings.NewReader("1\t\ta\tNOUN\t_\t_\t0\troot\t_\t_\n"), "f"); err == nil || !strings.Contains(err.Error(), "column 2 is empty") {
		t.Errorf("empty column: error %v", err)
	}
}

func FuzzReadConllu(f *testing.F) {
	f.Add("# sent_id = s\n" + rows("1-2 au _ _ _ _ _ _ _ _/1 à à ADP _ _ 3 case _ _/2 le le DET _ _ 3 det _ _/3 roi roi NOUN _ _ 0 root _ _"))
	f.Add("1.1\t\n")
	f.Fuzz(func(t *testing.T, in string) {
		sentences, err := ReadConllu(strings.NewReader(in), "f")
		if err != nil {
			return
		}
		for _, s := range sentences {
			out := s.Surface()
			if len(out.Words) == 0 || len(out.Words) > len(s.Words) {
				t.Fatalf("%d words became %d", len(s.Words), len(out.Words))
			}
			roots := 0
			for i, w := range out.Words {
				if w.Head >= len(out.Words) || w.Head == i {
					t.Fatalf("word %d of %d has head %d", i, len(out.Words), w.Head)
				}
				if onRing(out.Words, i) {
					t.Fatalf("word %d is on a ring", i)
				}
				if w.Head < 0 {
					roots++
				}
			}
			if roots != 1 {
				t.Fatalf("%d roots", roots)
			}
		}
	})
}
