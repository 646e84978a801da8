package language

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/parley-news/parley/internal/table"
	"github.com/parley-news/parley/internal/text"
)

// maybe is words of a form that may be missing.
var maybe = regexp.MustCompile(`\([^()]*\) ?`)

// Names are what the packs call things of the world, folded, with their ids.
type Names struct {
	// Parties are states and organisations.
	Parties, Places map[string]string
}

// ReadNames reads what the packs call states, organisations and places, as far as a name
// has one form. It reads those tables only.
func ReadNames(fsys fs.FS) (Names, error) {
	n := Names{map[string]string{}, map[string]string{}}
	err := errors.Join(
		readNames(fsys, n.Parties, "organisations.tsv", "id", "forms", "adjectives"),
		readNames(fsys, n.Parties, "states.tsv", "id", "names", "adjectives", "people", "prefixes", "seats"),
		readNames(fsys, n.Places, "places.tsv", "place", "forms"),
	)
	if err != nil {
		return n, fmt.Errorf("language: reading names: %w", err)
	}
	return n, nil
}

// readNames reads the first two columns of a table of every pack: id and forms.
func readNames(fsys fs.FS, names map[string]string, name string, columns ...string) error {
	files, err := fs.Glob(fsys, path.Join("*", name))
	if err != nil {
		return err
	}
	for _, file := range files {
		rows, err := readTable(fsys, file, columns...)
		if err != nil {
			return err
		}
		for _, r := range rows {
			for _, form := range r.List(1) {
				form = strings.TrimSpace(maybe.ReplaceAllString(form, ""))
				if !strings.ContainsAny(form, "|*~") {
					names[text.Fold(form)] = r.Cells[0]
				}
			}
		}
	}
	return nil
}

func readTable(fsys fs.FS, file string, columns ...string) ([]table.Row, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	return table.Read(file, data, columns...)
}
