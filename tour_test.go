package parley_test

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/command"
)

// shown is a block of the README that shows a command line and its output.
var shown = regexp.MustCompile("(?s)```\n\\$ ([^\n]+)\n(.*?)```\n")

// TestTour runs the command lines of the README and compares what they print
// with what stands there.
func TestTour(t *testing.T) {
	const file = "README.md"
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PARLEY_REGISTER", "")
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	blocks := 0
	now := shown.ReplaceAllFunc(page, func(block []byte) []byte {
		blocks++
		line := string(shown.FindSubmatch(block)[1])
		return fmt.Appendf(nil, "```\n$ %s\n%s```\n", line, pipeline(t, line))
	})
	if blocks < 5 {
		t.Errorf("%s shows the output of %d commands; a tour has more", file, blocks)
	}
	if *update {
		if err := os.WriteFile(file, now, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(now), string(page)); diff != "" {
		t.Errorf("%s shows what the program no longer prints; make pages writes it anew (-program +page):\n%s", file, diff)
	}
}

// pipeline runs a command line of the tour: bin/parley, perhaps after grep,
// perhaps before head, tail or grep -o, so that no shell is needed.
func pipeline(t *testing.T, line string) string {
	t.Helper()
	var data string
	for stage := range strings.SplitSeq(line, " | ") {
		words := strings.Fields(strings.ReplaceAll(stage, "'", ""))
		switch {
		case words[0] == "bin/parley":
			var out, errs bytes.Buffer
			if code := command.Main(words[1:], strings.NewReader(data), &out, &errs); code != 0 {
				t.Fatalf("%s: exit code %d: %s", stage, code, &errs)
			}
			data = strings.ReplaceAll(out.String(), "\r\n", "\n") // CSV ends its lines so
			data = strings.ReplaceAll(data, os.Getenv("XDG_DATA_HOME"), "~/.local/share")
		case words[0] == "grep" && words[1] == "-o":
			data = strings.Join(regexp.MustCompile(words[2]).FindAllString(data, -1), "\n") + "\n"
		case words[0] == "grep" && len(words) == 3:
			text, err := os.ReadFile(words[2])
			if err != nil {
				t.Fatal(err)
			}
			data = filter(string(text), words[1])
		case words[0] == "head" || words[0] == "tail":
			n, err := strconv.Atoi(strings.TrimPrefix(words[1], "-"))
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.SplitAfter(strings.TrimSuffix(data, "\n"), "\n")
			n = min(n, len(lines))
			if words[0] == "head" {
				lines = lines[:n]
			} else {
				lines = lines[len(lines)-n:]
			}
			data = strings.TrimSuffix(strings.Join(lines, ""), "\n") + "\n"
		default:
			t.Fatalf("the tour cannot run %q", stage)
		}
	}
	return data
}

// filter keeps the lines that hold a word.
func filter(text, word string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if strings.Contains(line, word) {
			b.WriteString(line)
		}
	}
	return b.String()
}
