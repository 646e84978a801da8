package passage

import (
	"os"
	"strings"
	"testing"
)

// TestPageIsComplete looks for every kind of noise.tsv in the page on languages.
func TestPageIsComplete(t *testing.T) {
	page, err := os.ReadFile("../../docs/languages.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(sortedKeys(kindNames), "we", "months", "date_words", "ago") {
		if !strings.Contains(string(page), "`"+name+"`") {
			t.Errorf("docs/languages.md does not name %s", name)
		}
	}
}
