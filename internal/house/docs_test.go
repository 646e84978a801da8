package house

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
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

// flagVar is a flag of a command, as pflag and flag take it.
var flagVar = regexp.MustCompile(`\.(?:String|Bool|Int|Int64|StringArray)Var\([^"\n]+"([a-z-]+)"`)

// flags lists the flags of the programs, sorted.
func flags(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, f := range sources(t) {
		if strings.HasPrefix(f.name, "internal/command/") || strings.HasPrefix(f.name, "cmd/") {
			for _, m := range flagVar.FindAllSubmatch(f.data, -1) {
				names = append(names, string(m[1]))
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

func TestFlagsAreDocumented(t *testing.T) {
	names := flags(t)
	if !slices.Contains(names, "published") || !slices.Contains(names, "min") {
		t.Fatalf("found the flags %q, and not published and min: has their form changed?", names)
	}
	text := documentation(t)
	for _, name := range names {
		if !regexp.MustCompile(`--` + name + `\b`).MatchString(text) {
			t.Errorf("neither README.md nor docs/ mentions the flag --%s", name)
		}
	}
}

// target is a call of make in code: at the start of a line or in backquotes.
var target = regexp.MustCompile("(?m)(?:^ *|`)make ([a-z]+)")

func TestTargetsAreThere(t *testing.T) {
	makefile, err := os.ReadFile(filepath.Join(root, "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	named := target.FindAllStringSubmatch(documentation(t), -1)
	if len(named) < 3 {
		t.Errorf("the documentation names %d targets of make; demo, test and bench at least are expected", len(named))
	}
	for _, m := range named {
		if !strings.Contains(string(makefile), "\n"+m[1]+":") {
			t.Errorf("the documentation names make %s, and the Makefile has no such target", m[1])
		}
	}
}

func TestArchitectureNamesPackages(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "architecture.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^\| ([0-9]+) \| ([^|]+) \|`).FindAllStringSubmatch(string(page), -1) {
		floor, err := strconv.Atoi(m[1])
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(m[2], -1) {
			rows[name[1]] = floor
		}
	}
	there := map[string]bool{}
	for _, f := range sources(t) {
		pkg := path.Dir(f.name)
		floor, _ := floorOf(pkg)
		if pkg == "." {
			pkg = "parley"
		}
		there[pkg] = true
		if got, ok := rows[pkg]; !ok || got != floor {
			t.Errorf("docs/architecture.md has %s on floor %d (there at all: %v), want %d", pkg, got, ok, floor)
		}
	}
	for pkg := range rows {
		if !there[pkg] && pkg != "internal/house" { // which has tests only
			t.Errorf("docs/architecture.md lists %s, which is no package", pkg)
		}
	}
}
