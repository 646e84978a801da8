package generate

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/parley-news/parley/internal/table"
)

//go:embed data
var data embed.FS

// language is how documents are written in one language.
type language struct {
	code string
	// Outlets are names of media, made up.
	Outlets []string `yaml:"outlets"`
	// Weight is how many documents are written in the language, beside the others.
	Weight int `yaml:"weight"`
	// Native are the states whose persons are written as they write themselves, in a
	// language that is not written in Latin letters; others as the press writes them.
	Native []string `yaml:"native"`
	// Alike: both sides of a contact are named, or neither.
	Alike bool `yaml:"alike"`
	// Feminine is what {A.f} stands for where A is a woman.
	Feminine string `yaml:"feminine"`
	// Weekdays start on Monday.
	Weekdays  []string `yaml:"weekdays"`
	Months    []string `yaml:"months"`
	Today     string   `yaml:"today"`
	Yesterday string   `yaml:"yesterday"`
	Tomorrow  string   `yaml:"tomorrow"`
	// Day and Full are dates without and with the year, with {d}, {month} and {year}.
	Day  string `yaml:"day"`
	Full string `yaml:"full"`
	// Alone and Named are an office without and with the name of its holder, NamedWith
	// the latter where it is not the subject; {office} and {name}.
	Alone     string `yaml:"alone"`
	Named     string `yaml:"named"`
	NamedWith string `yaml:"named-with"`
	// And stands between two topics.
	And       string              `yaml:"and"`
	Offices   map[string]office   `yaml:"offices"`
	Topics    map[string]string   `yaml:"topics"`
	Sentences map[string][]string `yaml:"sentences"`

	templates map[string][]template
	states    map[string]forms
	order     []string // of the states
}

// office is an office as a subject and elsewhere, of a man and of a woman.
type office struct {
	M     string `yaml:"m"`
	F     string `yaml:"f"`
	WithM string `yaml:"with-m"`
	WithF string `yaml:"with-f"`
}

// forms are the words of a state: what the sentences of the language need of its name or
// adjective, and in its capital.
type forms struct{ one, two, city string }

func languageCodes() ([]string, error) {
	files, err := fs.Glob(data, "data/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("generate: %w", err)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(strings.TrimPrefix(f, "data/"), ".yaml")
	}
	return files, nil
}

func loadLanguage(code string) (*language, error) {
	file := "data/" + code + ".yaml"
	text, err := fs.ReadFile(data, file)
	if err != nil {
		return nil, fmt.Errorf("generate: %w", err)
	}
	l := &language{code: code, templates: map[string][]template{}, states: map[string]forms{}}
	if err := yaml.UnmarshalWithOptions(text, l, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("generate: %s: %w", file, err)
	}
	for _, key := range slices.Sorted(maps.Keys(l.Sentences)) {
		for _, s := range l.Sentences[key] {
			t, err := parseTemplate(s)
			if err != nil {
				return nil, fmt.Errorf("generate: %s: %s: %w", file, key, err)
			}
			l.templates[key] = append(l.templates[key], t)
		}
	}
	return l, l.loadStates()
}

func (l *language) loadStates() error {
	file := "data/" + l.code + ".tsv"
	text, err := fs.ReadFile(data, file)
	if err != nil {
		return fmt.Errorf("generate: %w", err)
	}
	rows, err := table.Read(file, text, "id", "one", "two", "city")
	if err != nil {
		return fmt.Errorf("generate: %w", err)
	}
	for _, r := range rows {
		l.order = append(l.order, r.Cells[0])
		l.states[r.Cells[0]] = forms{r.Cells[1], r.Cells[2], r.Cells[3]}
	}
	return nil
}
