// Package house checks how the code is laid out: which package may import
// which, how long a file may be, and that the commands are documented.
package house

import (
	"bytes"
	"errors"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const (
	module   = "github.com/parley-news/parley"
	root     = "../.."
	maxLines = 400
)

// floors gives each package its floor; one ending in /* stands for all the
// packages below it. A package imports only from floors below its own.
var floors = map[string]int{
	"packs":                  0,
	"samples":                0,
	"world":                  0,
	"record":                 0,
	"internal/text":          0,
	"internal/table":         0,
	"internal/pile":          0,
	"internal/codes":         1,
	"internal/phrase":        1,
	"internal/language":      2,
	"internal/syntax":        2,
	"internal/gazetteer":     2,
	"internal/source":        2,
	"internal/dates":         3,
	"internal/naming":        3,
	"internal/generate":      3,
	"internal/passage":       3,
	"internal/wikidata":      3,
	"internal/annotate":      4,
	"internal/sample":        5,
	"internal/extract":       5,
	"internal/resolve":       6,
	"internal/merge":         7,
	"internal/score":         7,
	"internal/mend":          8,
	"internal/store":         8,
	"internal/export":        8,
	".":                      9,
	"internal/watch":         10,
	"internal/web/access":    10,
	"internal/web/lang":      10,
	"internal/web/problem":   11,
	"internal/web/static":    10,
	"internal/web/view":      10,
	"internal/web/api":       12,
	"internal/web/assistant": 12,
	"internal/web/page":      12,
	"internal/web/browser":   14, // tests only
	"internal/web":           13,
	"internal/command":       14,
	"cmd/*":                  15,
	"docs/*":                 15,
	// This package looks at files only and imports nothing of the house.
	"internal/house": 0,
}

func floorOf(pkg string) (int, bool) {
	if f, ok := floors[pkg]; ok {
		return f, true
	}
	f, ok := floors[path.Dir(pkg)+"/*"]
	return f, ok
}

// goFile is one source file that is no test, with its slash path below root.
type goFile struct {
	name    string
	data    []byte
	pkg     string
	imports []string
}

// sources reads every Go file of the module that is no test.
func sources(t *testing.T) []goFile {
	t.Helper()
	var out []goFile
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return skipFolder(file, d)
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		f, err := parse(file)
		out = append(out, f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) == 0 {
		t.Fatal("no Go file found; the test looks in the wrong folder")
	}
	return out
}

// skipFolder leaves out hidden folders, test data and modules of their own.
func skipFolder(file string, d fs.DirEntry) error {
	if file == root {
		return nil
	}
	if strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" {
		return fs.SkipDir
	}
	_, err := os.Stat(filepath.Join(file, "go.mod"))
	switch {
	case err == nil:
		return fs.SkipDir
	case errors.Is(err, fs.ErrNotExist):
		return nil
	}
	return err
}

func parse(file string) (goFile, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return goFile{}, err
	}
	name, err := filepath.Rel(root, file)
	if err != nil {
		return goFile{}, err
	}
	f := goFile{name: filepath.ToSlash(name), data: data}
	tree, err := parser.ParseFile(token.NewFileSet(), file, data, parser.ImportsOnly)
	if err != nil {
		return f, err
	}
	f.pkg = tree.Name.Name
	for _, i := range tree.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return f, err
		}
		f.imports = append(f.imports, p)
	}
	return f, nil
}

// inHouse gives the folder of a package of this module.
func inHouse(imported string) (string, bool) {
	if imported == module {
		return ".", true
	}
	return strings.CutPrefix(imported, module+"/")
}

// wrongFloor says what is wrong with an import, or "".
func wrongFloor(from, imported string) string {
	to, ok := inHouse(imported)
	if !ok {
		return ""
	}
	above, ok := floorOf(from)
	if !ok {
		return "the package " + from + " stands on no floor; give it one in floors"
	}
	below, ok := floorOf(to)
	switch {
	case !ok:
		return "the package " + to + " stands on no floor; give it one in floors"
	case below >= above:
		return from + " (floor " + strconv.Itoa(above) + ") imports " + to + " (floor " + strconv.Itoa(below) + ")"
	}
	return ""
}

func TestFloors(t *testing.T) {
	for _, f := range sources(t) {
		from := path.Dir(f.name)
		if _, ok := floorOf(from); !ok {
			t.Errorf("%s: the package %s stands on no floor; give it one in floors", f.name, from)
			continue
		}
		for _, i := range f.imports {
			if i == module+"/internal/sample" {
				t.Errorf("%s: only tests import %s", f.name, i)
			}
			if wrong := wrongFloor(from, i); wrong != "" {
				t.Errorf("%s: %s", f.name, wrong)
			}
		}
	}
}

func TestWrongFloor(t *testing.T) {
	tests := []struct {
		from, imported string
		allowed        bool
	}{
		{"internal/resolve", module + "/internal/extract", true},
		{"internal/resolve", "strings", true},
		{"cmd/parley", module + "/internal/command", true},
		{"internal/command", module, true},
		{"internal/extract", module + "/internal/resolve", false},
		{"internal/language", module + "/internal/syntax", false},
		{"record", module, false},
		{"internal/extract", module + "/internal/unheard", false},
		{"internal/unheard", module + "/record", false},
	}
	for _, tt := range tests {
		if wrong := wrongFloor(tt.from, tt.imported); (wrong == "") != tt.allowed {
			t.Errorf("%s imports %s: allowed %v, want %v (%s)", tt.from, tt.imported, wrong == "", tt.allowed, wrong)
		}
	}
}

func TestShortFiles(t *testing.T) {
	for _, f := range sources(t) {
		if n := bytes.Count(f.data, []byte("\n")); n > maxLines {
			t.Errorf("%s has %d lines, more than %d; part it by what it does", f.name, n, maxLines)
		}
	}
}

func TestPackageNames(t *testing.T) {
	for _, f := range sources(t) {
		switch f.pkg {
		case "util", "utils", "common", "core", "helper", "helpers", "misc", "shared":
			t.Errorf("%s: the name %q does not say what the package does", f.name, f.pkg)
		}
	}
}
