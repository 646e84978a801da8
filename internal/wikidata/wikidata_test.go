package wikidata

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/gazetteer"
)

func load(t testing.TB) *gazetteer.World {
	t.Helper()
	w, err := gazetteer.Load(os.DirFS("../../world"))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestRead(t *testing.T) {
	w := load(t)
	table, err := os.Open("testdata/posts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	posts, err := ReadPosts(table, "posts.tsv", w)
	if err != nil {
		t.Fatal(err)
	}
	want := Additions{
		Persons:   [][]string{{"Ingrid Testad", "NOR", "f", "", "Testad", "Ingrida Testadowa"}},
		Spellings: [][]string{{"Ingrid Testad", "Ингрид Тестад", "Інгрід Тестад", "إنغريد تستاد"}},
		Holders:   [][]string{{"Ingrid Testad", "foreign-minister", "NOR", "2031-05", "2032-06-15"}},
		Known:     1,
		Skipped: []string{
			"Q900003 (Ingrid Testad): Q900004 is no office of a state that is known; name it in a table of posts",
			"Q900003 (Ingrid Testad): foreign-minister of NOR has no start",
			"Q900007 (): it has no English label",
		},
	}
	data, err := os.ReadFile("testdata/entities.json")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.TrimSuffix(strings.TrimPrefix(string(data), "["), "]\n")
	var parts []string
	for _, l := range strings.Split(strings.TrimSpace(lines), "\n") {
		id, _, _ := strings.Cut(l[len(`{"id":"`):], `"`)
		parts = append(parts, `"`+id+`":`+strings.TrimSuffix(l, ","))
	}
	for form, text := range map[string]string{
		"array": string(data), "lines": strings.ReplaceAll(lines, "},\n", "}\n"), "entities": `{"entities":{` + strings.Join(parts, ",") + `}}`,
	} {
		got, err := Read(strings.NewReader(text), form, posts, w)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", form, diff)
		}
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	w := load(t)
	for text, want := range map[string]string{
		"":              "the file is empty",
		"hello":         `it begins with 'h'`,
		`[{"id":"Q1"},`: "entity 2",
		`{"id":5}`:      "entity 1",
	} {
		_, err := Read(strings.NewReader(text), "f.json", classes, w)
		if !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "f.json") {
			t.Errorf("Read(%q): %v, want %q", text, err, want)
		}
	}
	for text, want := range map[string]string{
		"item\toffice\tof\nQ1\tking\tNOR\n":    "posts.tsv:2:4",
		"item\toffice\tof\nQ1\tmonarch\tXYZ\n": "posts.tsv:2:12",
		"item\toffice\n":                       "posts.tsv:1:1",
	} {
		if _, err := ReadPosts(strings.NewReader(text), "posts.tsv", w); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ReadPosts(%q): %v, want %q", text, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	w := load(f)
	data, err := os.ReadFile("testdata/entities.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add(`{"entities":{"Q1":null}}`)
	f.Fuzz(func(t *testing.T, text string) {
		add, err := Read(strings.NewReader(text), "f.json", classes, w)
		if err == nil && len(add.Persons) > len(add.Holders) {
			t.Errorf("%d persons with %d terms", len(add.Persons), len(add.Holders))
		}
	})
}
