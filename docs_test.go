package parley_test

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/packs"
	"github.com/parley-news/parley/record"
)

var update = flag.Bool("update", false, "write the table of docs/languages.md anew")

// languageTable is the table of docs/languages.md, from what the packs say.
func languageTable(t *testing.T) string {
	t.Helper()
	all, err := language.Summaries(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("| language | forms | of these cues | phrases | MB | documents | contact | exact | people | date | statement |\n")
	b.WriteString("|---|---|---|---|---|---|---|---|---|---|---|\n")
	for _, s := range all {
		// Round numbers, lest every new form make the page wrong.
		fmt.Fprintf(&b, "| %s (`%s`) | %d+ | %d+ | %d+ | %d", s.Name, s.Code, s.Forms/1000*1000, s.Cues/100*100, (s.Phrases+s.NearMisses)/100*100, (s.Bytes+5e5)/1e6)
		if g := s.Gold; g != nil {
			fmt.Fprintf(&b, " | %d | %.2f | %.2f | %.2f | %.2f | %.2f |\n", g.Documents, g.Contact, g.Exact, g.People, g.Date, g.Statement)
		} else {
			b.WriteString(" | – | – | – | – | – | – |\n")
		}
	}
	b.WriteString("\n| syntax model | parts of speech | features | lemmas | heads | subjects | trained on | licence |\n")
	b.WriteString("|---|---|---|---|---|---|---|---|\n")
	for _, s := range all {
		if s.Model == nil {
			continue
		}
		fmt.Fprintf(&b, "| %s", s.Name)
		for _, figure := range []string{"pos", "features", "lemma", "uas", "subjects"} {
			fmt.Fprintf(&b, " | %.1f", s.Model.Figures[figure])
		}
		fmt.Fprintf(&b, " | %s | %s |\n", strings.Join(s.Model.Treebanks, ", "), s.Model.Licence)
	}
	return b.String()
}

func TestLanguageTable(t *testing.T) {
	const file, begin, end = "docs/languages.md", "<!-- table:languages -->\n", "<!-- end -->\n"
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := bytes.Cut(page, []byte(begin))
	got, after, ok2 := bytes.Cut(rest, []byte(end))
	if !ok || !ok2 {
		t.Fatalf("%s has no place for the table of languages, between %q and %q", file, begin, end)
	}
	want := languageTable(t)
	if *update {
		page = slices.Concat(before, []byte(begin), []byte(want), []byte(end), after)
		if err := os.WriteFile(file, page, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("%s is not what the packs say; go test -run LanguageTable . -update writes it anew (-packs +page):\n%s", file, diff)
	}
}

// TestModelsAreDescribed asks for what a user must know of a model that ships.
func TestModelsAreDescribed(t *testing.T) {
	all, err := language.Load(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	notice, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	for code, p := range all {
		if p.Syntax == nil {
			continue
		}
		if len(p.Model.Treebanks) == 0 || p.Model.Licence == "" || p.Model.Figures["pos"] == 0 {
			t.Errorf("packs/%s/pack.yaml: model lacks treebanks, licence or figures", code)
		}
		for _, treebank := range p.Model.Treebanks {
			name, _, _ := strings.Cut(treebank, " (")
			if !bytes.Contains(notice, []byte(name)) {
				t.Errorf("NOTICE does not name %s, on which packs/%s/syntax.model was trained", name, code)
			}
		}
	}
}

// TestGoldPageIsComplete looks for the words of all closed lists in the page
// that explains how to annotate.
func TestGoldPageIsComplete(t *testing.T) {
	page, err := os.ReadFile("docs/gold.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range [][]string{record.Kinds, record.Statuses, record.Acts, record.Topics} {
		for _, w := range words {
			if !bytes.Contains(page, []byte("`"+w+"`")) {
				t.Errorf("docs/gold.md does not name %s", w)
			}
		}
	}
}

// TestLanguagePageIsComplete looks for every key, sense, step and frame in the
// page on languages.
func TestLanguagePageIsComplete(t *testing.T) {
	page, err := os.ReadFile("docs/languages.md")
	if err != nil {
		t.Fatal(err)
	}
	all, err := language.Load(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	words, args := map[string]bool{}, map[string]bool{}
	grammar := reflect.TypeFor[language.Grammar]()
	for _, f := range reflect.VisibleFields(grammar) {
		if key := f.Tag.Get("yaml"); !f.Anonymous && len(f.Index) <= 2 && key != "" {
			words[key] = true
		}
	}
	for step := range record.Steps {
		words[step] = true
	}
	for _, p := range all {
		for frame := range p.Frames {
			words[frame] = true
		}
		for _, e := range p.Entries {
			if e.Cue != nil {
				words[string(e.Cue.Sense)] = true
				for _, arg := range e.Cue.Args {
					args[arg.Name] = true
				}
			}
			if strings.HasPrefix(e.ID, "@") {
				words[e.ID] = true
			}
		}
	}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		if !bytes.Contains(page, []byte("`"+w+"`")) {
			t.Errorf("docs/languages.md does not name %s", w)
		}
	}
	for _, a := range slices.Sorted(maps.Keys(args)) {
		if !bytes.Contains(page, []byte("`"+a+"`")) && !bytes.Contains(page, []byte("`"+a+"=")) {
			t.Errorf("docs/languages.md does not name the argument %s of cues", a)
		}
	}
}
