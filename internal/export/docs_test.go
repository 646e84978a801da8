package export

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestDocsNameFormatsAndColumns holds docs/export.md to what is written.
func TestDocsNameFormatsAndColumns(t *testing.T) {
	page, err := os.ReadFile("../../docs/export.md")
	if err != nil {
		t.Fatal(err)
	}
	names := columns(reflect.TypeFor[entryRow](), nil)
	for _, f := range EntryFormats() {
		names = append(names, f.Name)
	}
	for _, list := range [][]attribute{nodeAttributes, tallied} {
		names = append(names, each(list, func(a attribute) string { return a.name })...)
	}
	event := reflect.TypeFor[ploverEvent]()
	for i := range event.NumField() {
		names = append(names, event.Field(i).Tag.Get("json"))
	}
	for _, v := range ftmLines(t, sampleEntries()...) {
		names = append(names, v.Schema)
		for property := range v.Properties {
			names = append(names, property)
		}
	}
	for _, name := range names {
		if !strings.Contains(string(page), "`"+name+"`") {
			t.Errorf("docs/export.md does not name %s", name)
		}
	}
}
