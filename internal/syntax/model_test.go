package syntax

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func tiny(t testing.TB) []Sentence {
	t.Helper()
	f, err := os.Open("testdata/tiny.conllu")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := ReadConllu(f, "tiny.conllu")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// file trains on the tiny treebank and returns the model as it is saved.
func file(t testing.TB, o Options) []byte {
	t.Helper()
	// repeated, so that each sentence has a copy in most parts of the training
	m, err := Train(slices.Repeat(tiny(t), 4), o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := m.Save(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tinyModel(t testing.TB) *Model {
	t.Helper()
	m, err := Load(bytes.NewReader(file(t, Options{Rounds: 20})))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestTrainLoadAnalyse(t *testing.T) {
	m := tinyModel(t)
	if f := Measure(m, tiny(t)); f.Tag != 100 || f.FeatsF1 != 100 || f.Lemma != 100 || f.UAS != 100 || f.SubjectF1 != 100 {
		t.Errorf("on its own treebank: %+v", f)
	}
	type row struct {
		Tag   Tag
		Feats string
		Lemma string
		Head  int
		Rel   Rel
	}
	var a Analysis
	m.Analyse(strings.Fields("L’ homologue a appelé le ministre ."), &a)
	var tree Tree
	m.Parse(a.AppendTagged(nil), &tree)
	var got []row
	for i := range a.Len() {
		got = append(got, row{a.Tag[i], a.Feats[i].String(), a.Lemma(i), tree.Head[i], tree.Rel(i)})
	}
	want := []row{
		{Det, "Number=Sing", "le", 1, Dep},
		{Noun, "Number=Sing", "homologue", 3, Nsubj},
		{Aux, "Tense=Pres|Mood=Ind|VerbForm=Fin|Number=Sing|Person=3", "avoir", 3, AuxRel},
		{Verb, "Tense=Past|VerbForm=Part|Number=Sing", "appeler", -1, Root},
		{Det, "Number=Sing", "le", 5, Dep},
		{Noun, "Number=Sing", "ministre", 3, Obj},
		{Punct, "_", ".", 3, Dep},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("words (-want +got):\n%s", diff)
	}
}

func TestTrainIsDeterministic(t *testing.T) {
	first, second := file(t, Options{Rounds: 4}), file(t, Options{Rounds: 4})
	if !bytes.Equal(first, second) {
		t.Error("two trainings on the same treebank differ")
	}
	if bytes.Equal(first, file(t, Options{Rounds: 4, Seed: 2})) {
		t.Error("the seed makes no difference")
	}
}

func TestTrainNothing(t *testing.T) {
	if _, err := Train(nil, Options{}); err == nil {
		t.Error("no error for no sentences")
	}
}

func TestLoadDamaged(t *testing.T) {
	whole := file(t, Options{Rounds: 1})
	flipped := slices.Clone(whole)
	flipped[len(flipped)/2] ^= 1
	for _, tc := range []struct {
		name string
		file []byte
		want string
	}{
		{"empty", nil, "no model of this version"},
		{"text", []byte("something else entirely"), `it begins with "something else e"`},
		{"cut", whole[:len(whole)-1], "checksum"},
		{"flipped bit", flipped, "checksum"},
		{"header only", whole[:len(magic)], "ends too early"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := Load(bytes.NewReader(tc.file))
			if err == nil || !strings.Contains(err.Error(), tc.want) || !strings.HasPrefix(err.Error(), "syntax: reading model: ") {
				t.Errorf("error %v, want one with %q", err, tc.want)
			}
		})
	}
}

func TestAnalysisIsReusedWithoutAllocation(t *testing.T) {
	m := tinyModel(t)
	words := strings.Fields("Le ministre a rencontré son homologue au palais .")
	var a Analysis
	var tree Tree
	var tagged []Tagged
	run := func() {
		m.Analyse(words, &a)
		tagged = a.AppendTagged(tagged[:0])
		m.Parse(tagged, &tree)
		for i := range words {
			tree.Rel(i)
		}
	}
	run()
	if n := testing.AllocsPerRun(20, run); n > 0 {
		t.Errorf("%v allocations for a sentence", n)
	}
}

func TestAnalyseOddities(t *testing.T) {
	m := tinyModel(t)
	var a Analysis
	var tree Tree
	for _, words := range [][]string{nil, {""}, {"\xff\xfe"}, {"—"}, {"日本", "", "a"}, slices.Repeat([]string{"ministre"}, 300)} {
		m.Analyse(words, &a)
		m.Parse(a.AppendTagged(nil), &tree)
		if len(a.Tag) != len(words) || len(tree.Head) != len(words) {
			t.Errorf("%d words, %d tags, %d heads", len(words), len(a.Tag), len(tree.Head))
		}
		roots := 0
		for i := range words {
			_ = a.Lemma(i)
			_ = tree.Rel(i)
			if tree.Head[i] < 0 {
				roots++
			}
		}
		if want := min(1, len(words)); roots != want {
			t.Errorf("%.40q: %d roots", words, roots)
		}
	}
}
