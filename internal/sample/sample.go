// Package sample hands the data of the repository to tests; nothing else
// imports it.
//
//	lexicon := the pack of a language, compiled with the world    // once
//	phrases := the texts of the pack's corpus.yaml
//	read    := a text, annotated as one report
package sample

import (
	"io/fs"
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/packs"
	"github.com/parley-news/parley/world"
)

// Day is the day on which the corpora are read.
var Day = time.Date(2025, 3, 12, 0, 0, 0, 0, time.UTC)

var load = sync.OnceValues(func() (map[string]*annotate.Lexicon, error) {
	w, err := gazetteer.Load(world.FS)
	if err != nil {
		return nil, err
	}
	all, err := language.Load(packs.FS)
	if err != nil {
		return nil, err
	}
	lexicons := map[string]*annotate.Lexicon{}
	for code, p := range all {
		if lexicons[code], err = annotate.NewLexicon(p, w); err != nil {
			return nil, err
		}
	}
	return lexicons, nil
})

// Languages returns the codes of all packs, sorted.
func Languages(t testing.TB) []string {
	t.Helper()
	return slices.Sorted(maps.Keys(lexicons(t)))
}

// Lexicon returns the lexicon of a language.
func Lexicon(t testing.TB, lang string) *annotate.Lexicon {
	t.Helper()
	lx := lexicons(t)[lang]
	if lx == nil {
		t.Fatalf("no pack %q", lang)
	}
	return lx
}

func lexicons(t testing.TB) map[string]*annotate.Lexicon {
	t.Helper()
	all, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Read annotates a text as one report.
func Read(t testing.TB, lang, text string, published time.Time) *annotate.Document {
	t.Helper()
	return annotate.Run(Lexicon(t, lang), text, []annotate.Passage{{Start: 0, End: len(text)}}, published)
}

// Phrases returns the texts of a pack's corpus, those that must give nothing
// last.
func Phrases(t testing.TB, lang string) []string {
	t.Helper()
	data, err := fs.ReadFile(packs.FS, lang+"/corpus.yaml")
	if err != nil {
		t.Fatal(err)
	}
	type phrase struct {
		Text string `yaml:"text"`
	}
	var corpus struct {
		Phrases []phrase `yaml:"phrases"`
		NoMatch []phrase `yaml:"no_match"`
	}
	if err := yaml.Unmarshal(data, &corpus); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range slices.Concat(corpus.Phrases, corpus.NoMatch) {
		out = append(out, p.Text)
	}
	return out
}
