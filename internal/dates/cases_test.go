package dates

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/text"
)

// wednesday is the day of publication in every case.
var wednesday = time.Date(2025, 3, 12, 0, 0, 0, 0, time.UTC)

var apostrophes = map[string]*text.Rules{
	"en": {Apostrophe: text.Possessive},
	"fr": {Apostrophe: text.Elision, Whole: map[string]bool{"aujourd'hui": true}},
	"pt": {Apostrophe: text.Letter},
	"ro": {Apostrophe: text.Elision},
	"tr": {Apostrophe: text.Suffix, Endings: map[string]bool{"'da": true, "'dan": true, "'de": true, "'den": true, "'in": true, "'ta": true, "'tan": true, "'te": true, "'ten": true, "'a": true, "'e": true}},
	"es": {Apostrophe: text.Letter},
	"it": {Apostrophe: text.Elision},
	"de": {Apostrophe: text.Possessive},
	"ru": {Apostrophe: text.Letter},
	"uk": {Apostrophe: text.Letter},
	"ar": {Apostrophe: text.Letter, Affixes: &text.Affixes{Before: [][]string{{"و"}, {"ل", "ب"}}, Article: "ال", Merging: "ل", Safe: []string{"و"}, Known: map[string]bool{"نصف": true, "شهر": true}}},
}

func grammar(tb testing.TB, lang string) *Grammar {
	tb.Helper()
	file := filepath.Join("..", "..", "packs", lang, "dates.yaml")
	data, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	g, err := Load(file, data)
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

func (g *Grammar) read(s, lang string, published time.Time) ([]Mention, []text.Token) {
	toks := text.Tokenize(s, 0, len(s), apostrophes[lang])
	return g.Find(s, toks, published), toks
}

// TestCases reads testdata/<lang>.txt: a phrase, two spaces or more, and what
// is found in it; see describe. In Romanian every case holds without
// diacritics and with cedillas too.
func TestCases(t *testing.T) {
	for lang := range apostrophes {
		g := grammar(t, lang)
		cases := readCases(t, lang)
		if len(cases) < 120 {
			t.Errorf("%s: %d cases, want 120", lang, len(cases))
		}
		for _, c := range cases {
			spellings := []string{c[0]}
			if lang == "ro" {
				spellings = append(spellings, text.StripMarks(c[0]), strings.NewReplacer("ș", "ş", "ț", "ţ", "Ș", "Ş", "Ț", "Ţ").Replace(c[0]))
			}
			for _, s := range spellings {
				found, _ := g.read(s, lang, wednesday)
				if diff := cmp.Diff(c[1], describeAll(found)); diff != "" {
					t.Errorf("%s: %q: %s", lang, s, diff)
				}
			}
		}
	}
}

func readCases(t *testing.T, lang string) [][2]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", lang+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out [][2]string
	for in := bufio.NewScanner(f); in.Scan(); {
		line := in.Text()
		if line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		phrase, want, ok := strings.Cut(line, "  ")
		if !ok {
			t.Fatalf("%s: %q has no result", lang, line)
		}
		out = append(out, [2]string{phrase, strings.TrimSpace(want)})
	}
	return out
}

func describeAll(ms []Mention) string {
	if len(ms) == 0 {
		return "nothing"
	}
	var out []string
	for _, m := range ms {
		out = append(out, describe(m))
	}
	return strings.Join(out, "; ")
}

// describe writes a mention as kind, interval, hour, bound, direction; ~ is
// approximate, - is an end that is not known.
func describe(m Mention) string {
	out := []string{string(m.Kind)}
	add := func(s string) {
		if s != "" {
			out = append(out, s)
		}
	}
	switch m.Kind {
	case Duration:
		add(m.MinISO + ".." + m.MaxISO)
	case Age, TimeOfDay:
	default:
		from, to := "-", "-"
		if !m.From.IsZero() {
			from = m.From.Format(time.DateOnly)
		}
		if !m.To.IsZero() {
			to = m.To.Format(time.DateOnly)
		}
		if from == to {
			add(from)
		} else {
			add(from + ".." + to)
		}
	}
	add(m.Clock)
	add(m.Zone)
	add(m.Daypart)
	add(string(m.Bound))
	add(map[Direction]string{Past: "past", Future: "future"}[m.Direction])
	if m.Approximate {
		add("~")
	}
	return strings.Join(out, " ")
}
