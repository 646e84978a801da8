package syntax

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// treebanks is where the treebanks lie that the shipped models were trained
// on; they are too large for the repository.
const treebanks = "../../../shared/syntax"

// shipped lists the models, the treebanks in the order of their training, and
// the least that the sentences held out must reach.
var shipped = []struct {
	lang  string
	files []string
	least Figures
}{
	{"en", []string{"English-EWT/*.conllu", "English-PUD/*.conllu"},
		Figures{Tag: 94.0, FeatsF1: 91, Lemma: 96, UAS: 80, SubjectF1: 79}},
	{"fr", []string{"French-GSD/*.conllu", "French-PUD/*.conllu", "French-Sequoia/*.conllu"},
		Figures{Tag: 95.0, FeatsF1: 95, Lemma: 96.5, UAS: 85, SubjectF1: 82}},
	{"pt", []string{"Portuguese-Bosque/*.conllu", "Portuguese-PUD/*.conllu"},
		Figures{Tag: 93.0, FeatsF1: 91, Lemma: 95, UAS: 79, SubjectF1: 64}},
	{"de", []string{"German-GSD/*.conllu", "German-PUD/*.conllu"},
		Figures{Tag: 92.0, FeatsF1: 86, Lemma: 94, UAS: 76, SubjectF1: 66}},
	{"ro", []string{"Romanian-RRT/*.conllu"},
		Figures{Tag: 94.0, FeatsF1: 93.5, Lemma: 93, UAS: 77, SubjectF1: 59}},
	{"it", []string{"Italian-PUD/*.conllu"},
		Figures{Tag: 93.5, FeatsF1: 94, Lemma: 94, UAS: 80, SubjectF1: 68}},
	{"ru", []string{"Russian-PUD/*.conllu", "Russian-Taiga/*.conllu"},
		Figures{Tag: 92.5, FeatsF1: 90, Lemma: 90, UAS: 76, SubjectF1: 68}},
}

func shippedModel(t testing.TB, lang string) *Model {
	t.Helper()
	f, err := os.Open(filepath.Join("../../packs", lang, "syntax.model"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := Load(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func treebank(t testing.TB, patterns []string) []Sentence {
	t.Helper()
	var all []Sentence
	for _, pattern := range patterns {
		names, err := filepath.Glob(filepath.Join(treebanks, pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("no treebank %s: %v", pattern, err)
		}
		for _, name := range names {
			f, err := os.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			s, err := ReadConllu(f, name)
			if err = errors.Join(err, f.Close()); err != nil {
				t.Fatal(err)
			}
			all = append(all, s...)
		}
	}
	return all
}

func TestShippedFigures(t *testing.T) {
	if _, err := os.Stat(treebanks); err != nil {
		if _, beside := os.Stat(filepath.Dir(treebanks)); beside == nil && os.Getenv("CI") == "true" {
			t.Fatalf("the treebanks must be there: %v", err)
		}
		t.Skip("no treebanks here")
	}
	for _, tc := range shipped {
		t.Run(tc.lang, func(t *testing.T) {
			_, held := HoldOut(treebank(t, tc.files), 10, 0)
			got := Measure(shippedModel(t, tc.lang), held)
			t.Logf("%+v", got)
			for _, f := range []struct {
				name       string
				got, least float64
			}{
				{"tags", got.Tag, tc.least.Tag},
				{"features F1", got.FeatsF1, tc.least.FeatsF1},
				{"lemmas", got.Lemma, tc.least.Lemma},
				{"UAS", got.UAS, tc.least.UAS},
				{"subjects F1", got.SubjectF1, tc.least.SubjectF1},
			} {
				if f.got < f.least {
					t.Errorf("%s: %.2f, below %.2f", f.name, f.got, f.least)
				}
			}
		})
	}
}

func TestShippedSize(t *testing.T) {
	for _, tc := range shipped {
		info, err := os.Stat(filepath.Join("../../packs", tc.lang, "syntax.model"))
		if err != nil {
			t.Fatal(err)
		}
		if info.Size() > 3_000_000 {
			t.Errorf("%s: %d bytes, more than 3 MB", tc.lang, info.Size())
		}
	}
}
