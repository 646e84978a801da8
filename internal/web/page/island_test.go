package page

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/web/lang"
	"github.com/parley-news/parley/record"
	"github.com/parley-news/parley/world"
)

// islands are the parts that scripts draw in, with the sources that ask for their texts.
var islands = map[string][]string{
	"timeline": {"timeline.js", "legend.js", "island.js"},
	"network":  {"network.js", "drawing.js", "range.js", "island.js"},
	"map":      {"map.js", "island.js"},
}

func island(t *testing.T, code, name string) string {
	t.Helper()
	w, err := gazetteer.Load(world.FS)
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(w)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	data := dict("Src", "/network.json?from=2025-01-01&to=2025-12-31", "At", "part", "Form", "when", "Today", "2025-06-19")
	if err := p.pages[code]["problem"].ExecuteTemplate(&out, name+"-island", data); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestIslands(t *testing.T) {
	for _, code := range lang.Codes() {
		for name := range islands {
			html := island(t, code, name)
			for _, want := range []string{`data-island="` + name + `"`, `data-src="/network.json?from=2025-01-01&amp;to=2025-12-31"`, `data-at="part"`} {
				if !strings.Contains(html, want) {
					t.Errorf("%s, %s: no %s in\n%s", name, code, want, html)
				}
			}
			for _, never := range []string{"⟦", " style=", `=""`, "ZgotmplZ"} {
				if strings.Contains(html, never) {
					t.Errorf("%s, %s: %s in\n%s", name, code, never, html)
				}
			}
		}
	}
}

// TestTimelineTexts checks that every kind and status can be told.
func TestTimelineTexts(t *testing.T) {
	html := island(t, "en", "timeline")
	for list, words := range map[string][]string{"kind": record.Kinds, "status": record.Statuses} {
		for _, word := range words {
			if !strings.Contains(html, ` data-text-`+list+`-`+word+`="`) {
				t.Errorf("the %s %s has no text", list, word)
			}
		}
	}
}

// TestIslandTexts holds the scripts and the parts together: each text that a script asks
// for is there.
func TestIslandTexts(t *testing.T) {
	asked := regexp.MustCompile(`words\("([a-z-]+)"(, )?`)
	for name, sources := range islands {
		html := island(t, "en", name)
		found := 0
		for _, source := range sources {
			data, err := os.ReadFile(filepath.Join("../../../web/src", source))
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range asked.FindAllStringSubmatch(string(data), -1) {
				found++
				attribute := " data-text-" + m[1]
				if m[2] != "" {
					attribute += "-other"
				}
				// What island.js shows as an example is no text that it asks for.
				if !strings.Contains(html, attribute+`="`) && source != "island.js" {
					t.Errorf("%s asks for a text that the %s has not:%s", source, name, attribute)
				}
			}
		}
		if found < 5 {
			t.Errorf("%s: only %d texts are asked for; the test looks for the wrong thing", name, found)
		}
	}
}
