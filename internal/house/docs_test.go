package house

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// use is the first line of a command's usage, as cobra takes it.
var use = regexp.MustCompile(`(?m)^\s*Use:\s*"([a-z]+)`)

// commands lists the commands of the program by name, sorted.
func commands(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, f := range sources(t) {
		if !strings.HasPrefix(f.name, "internal/command/") {
			continue
		}
		for _, m := range use.FindAllSubmatch(f.data, -1) {
			if name := string(m[1]); name != "parley" && name != "help" {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// documentation is the README and everything in docs, as one text.
func documentation(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, file := range append(files, filepath.Join(root, "README.md")) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text.Write(data)
	}
	return text.String()
}

func TestCommandsAreDocumented(t *testing.T) {
	names := commands(t)
	if !slices.Contains(names, "read") {
		t.Fatalf("found the commands %q, and not read: has their form changed?", names)
	}
	text := documentation(t)
	for _, name := range names {
		// A command is documented by an example or in the list of commands; a
		// subcommand under its parent's name.
		if !regexp.MustCompile(`\bparley ([a-z]+ )?` + name + `\b`).MatchString(text) {
			t.Errorf("neither README.md nor docs/ mentions the command %q", name)
		}
	}
}
