package passage

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestPageIsComplete looks for every key of noise.yaml in the page on languages.
func TestPageIsComplete(t *testing.T) {
	page, err := os.ReadFile("../../docs/languages.md")
	if err != nil {
		t.Fatal(err)
	}
	keys := reflect.TypeFor[noise]()
	for i := range keys.NumField() {
		key := keys.Field(i).Tag.Get("yaml")
		if key != "" && !strings.Contains(string(page), "`"+key+"`") {
			t.Errorf("docs/languages.md does not name %s", key)
		}
	}
}
