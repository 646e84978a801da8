package house

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// link is a link or picture of a page in Markdown.
var link = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// headings lists the anchors that GitHub gives the headings of a page.
func headings(page string) []string {
	var out []string
	code := false
	for line := range strings.Lines(page) {
		if strings.HasPrefix(line, "```") {
			code = !code
		}
		if code || !strings.HasPrefix(line, "#") {
			continue
		}
		title := strings.ToLower(strings.TrimSpace(strings.TrimLeft(line, "#")))
		out = append(out, strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_':
				return r
			}
			return -1
		}, title))
	}
	return out
}

func TestHeadings(t *testing.T) {
	got := headings("# A tour\n```\n# not this\n```\n### 1. The grammar: `pack.yaml`\n")
	if want := []string{"a-tour", "1-the-grammar-packyaml"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLinksLeadSomewhere(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	top, err := filepath.Glob(filepath.Join(root, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, page := range append(pages, top...) {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(data), -1) {
			seen++
			if wrong := deadLink(page, m[1]); wrong != "" {
				t.Errorf("%s: the link %s leads nowhere: %s", strings.TrimPrefix(page, root+"/"), m[1], wrong)
			}
		}
	}
	if seen == 0 {
		t.Error("no link found; has their form changed?")
	}
}

// deadLink says what is wrong with a link of a page, or "". Links to other
// sites are not followed.
func deadLink(page, to string) string {
	if strings.Contains(to, "://") {
		return ""
	}
	file, anchor, _ := strings.Cut(to, "#")
	target := page
	if file != "" {
		target = filepath.Join(filepath.Dir(page), filepath.FromSlash(file))
	}
	data, err := os.ReadFile(target)
	if err != nil {
		if info, err := os.Stat(target); err == nil && info.IsDir() && anchor == "" {
			return ""
		}
		return err.Error()
	}
	if anchor != "" && !slices.Contains(headings(string(data)), anchor) {
		return "no heading #" + anchor
	}
	return ""
}
