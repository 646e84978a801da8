package codes

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"

	"github.com/parley-news/parley/internal/table"
)

//go:embed *.tsv
var files embed.FS

// Schemes are the codes of actors, roles, topics and events in the schemes that
// exports write.
type Schemes struct {
	// States has the codes of states by their id.
	States map[string]State
	// Actors has those of organisations by their id and of groups by their name.
	Actors map[string]Actor
	// Offices has the roles of offices by their id.
	Offices map[string]Office
	// Topics has the contexts of PLOVER by topic.
	Topics map[string][]string
	// Categories has the categories of PLOVER by name.
	Categories map[string]Category
	// Goldstein has the value of root and base codes of CAMEO on Goldstein's scale, as
	// it is published: "-4.0".
	Goldstein map[string]string
}

// State is what schemes call a state.
type State struct{ CAMEO, FIPS string }

// Actor is what CAMEO calls an organisation or a group, whole and in its parts.
type Actor struct {
	Code, Country, Group, Religion string
	// Types are at most three.
	Types []string
}

// Office is what CAMEO and PLOVER call the part of a government that an office is of.
type Office struct {
	// Roles are the types of CAMEO, Sector is the primary sector of PLOVER.
	Roles  []string
	Sector string
}

// Category is a category of events of PLOVER.
type Category struct {
	// Quad is from 1 (verbal cooperation) to 4 (material conflict).
	Quad int
	// Scale is from -10 (conflict) to 10 (cooperation).
	Scale float64
}

var (
	letters = regexp.MustCompile(`^([A-Z]{3})+$`)
	triple  = regexp.MustCompile(`^[A-Z]{3}$`)
	pair    = regexp.MustCompile(`^[A-Z]{2}$`)
	event   = regexp.MustCompile(`^[0-2][0-9]{1,2}$`)
	context = regexp.MustCompile(`^[a-z_]+$`)
)

// LoadSchemes reads the tables of the package. The error joins all that is wrong with
// them, each with file, line and column.
func LoadSchemes() (*Schemes, error) { return load(files) }

func load(fsys fs.FS) (*Schemes, error) {
	l := &loader{table.Folder{Files: fsys}}
	s := &Schemes{
		States: map[string]State{}, Actors: map[string]Actor{}, Offices: map[string]Office{}, Topics: map[string][]string{},
		Categories: map[string]Category{}, Goldstein: map[string]string{},
	}
	for _, r := range l.Rows("states.tsv", "id", "cameo", "fips") {
		put(l, s.States, r, State{CAMEO: l.cell(r, 1, triple), FIPS: l.cell(r, 2, pair)})
	}
	for _, r := range l.Rows("actors.tsv", "id", "code", "country", "group", "religion", "types") {
		put(l, s.Actors, r, Actor{
			Code: l.cell(r, 1, letters), Country: l.optional(r, 2), Group: l.optional(r, 3), Religion: l.optional(r, 4), Types: l.list(r, 5, triple),
		})
	}
	for _, r := range l.Rows("offices.tsv", "office", "roles", "sector") {
		put(l, s.Offices, r, Office{Roles: l.list(r, 1, triple), Sector: l.cell(r, 2, triple)})
	}
	for _, r := range l.Rows("topics.tsv", "topic", "contexts") {
		put(l, s.Topics, r, l.list(r, 1, context))
	}
	for _, r := range l.Rows("goldstein.tsv", "code", "value") {
		l.cell(r, 0, event)
		l.scale(r, 1)
		put(l, s.Goldstein, r, r.Cells[1])
	}
	for _, r := range l.Rows("plover.tsv", "category", "quad", "scale") {
		quad, err := strconv.Atoi(r.Cells[1])
		if err != nil || quad < 1 || quad > 4 {
			l.Wrong(r, 1, fmt.Errorf("%w: %q is no number from 1 to 4", table.ErrFormat, r.Cells[1]))
		}
		put(l, s.Categories, r, Category{Quad: quad, Scale: l.scale(r, 2)})
	}
	if err := l.Err(); err != nil {
		return nil, fmt.Errorf("codes: loading the schemes: %w", err)
	}
	return s, nil
}

type loader struct{ table.Folder }

func put[T any](l *loader, m map[string]T, r table.Row, v T) {
	if _, ok := m[r.Cells[0]]; ok {
		l.Wrong(r, 0, fmt.Errorf("%w: %q stands here twice", table.ErrFormat, r.Cells[0]))
	}
	m[r.Cells[0]] = v
}

// cell returns a cell that has to have a form.
func (l *loader) cell(r table.Row, cell int, form *regexp.Regexp) string {
	l.check(r, cell, r.Cells[cell], form)
	return r.Cells[cell]
}

func (l *loader) check(r table.Row, cell int, s string, form *regexp.Regexp) {
	if !form.MatchString(s) {
		l.Wrong(r, cell, fmt.Errorf("%w: %q is no code of the form %s", table.ErrFormat, s, form))
	}
}

// scale returns a value from -10 to 10.
func (l *loader) scale(r table.Row, cell int) float64 {
	v, err := strconv.ParseFloat(r.Cells[cell], 64)
	if err != nil || v < -10 || v > 10 {
		l.Wrong(r, cell, fmt.Errorf("%w: %q is no value from -10 to 10", table.ErrFormat, r.Cells[cell]))
	}
	return v
}

// optional returns three letters, or nothing.
func (l *loader) optional(r table.Row, cell int) string {
	if r.Cells[cell] == "" {
		return ""
	}
	return l.cell(r, cell, triple)
}

func (l *loader) list(r table.Row, cell int, form *regexp.Regexp) []string {
	parts := r.List(cell)
	if len(parts) == 0 || len(parts) > 3 {
		l.Wrong(r, cell, fmt.Errorf("%w: one to three codes are expected", table.ErrFormat))
	}
	for _, p := range parts {
		l.check(r, cell, p, form)
	}
	return parts
}
