package export

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

const entrySchemaFile = "../../docs/entry.schema.json"

func TestEntrySchemaTakesTheSamples(t *testing.T) {
	s := compiled(t, entrySchemaFile)
	for line := range strings.Lines(string(exported(t, "jsonl", EntryOptions{Rejected: true}, sampleEntries()...))) {
		if err := validate(t, s, line); err != nil {
			t.Error(err)
		}
	}
}

func TestEntrySchemaRefuses(t *testing.T) {
	s := compiled(t, entrySchemaFile)
	for name, change := range map[string]func(e *record.Entry){
		"an unknown kind":       func(e *record.Entry) { e.Kind = "chat" },
		"an unknown step":       func(e *record.Entry) { e.Life[0].Step = "dreamt" },
		"a month for a day":     func(e *record.Entry) { e.Life[0].For.From = "2022-02" },
		"no document":           func(e *record.Entry) { e.Members = nil },
		"a divergence of one":   func(e *record.Entry) { e.Divergences[0].Sides = e.Divergences[0].Sides[:1] },
		"an unknown action":     func(e *record.Entry) { e.Corrections[0].Action = "improve" },
		"a field not to be set": func(e *record.Entry) { e.Corrections[0].Field = "id" },
		"a time that is none":   func(e *record.Entry) { e.Corrections[0].At = "yesterday" },
	} {
		e := sampleCall()
		change(&e)
		if validate(t, s, string(exported(t, "jsonl", EntryOptions{}, e))) == nil {
			t.Errorf("%s passes", name)
		}
	}
}

func TestEntrySchemaHasTheKeysOfTheRecord(t *testing.T) {
	s := parsed(t, entrySchemaFile)
	seen := map[reflect.Type]bool{}
	compareKeys(t, "entry", reflect.TypeFor[record.Entry](), s, s.root, seen)
	if len(seen) < 18 {
		t.Errorf("only %d objects were compared", len(seen))
	}
	props := s.root["$defs"].(map[string]any)["correction"].(map[string]any)["properties"].(map[string]any)
	if d := cmp.Diff(record.Actions, words(props["action"].(map[string]any)["enum"])); d != "" {
		t.Errorf("actions: %s", d)
	}
	if d := cmp.Diff(append([]string{""}, record.Settable...), words(props["field"].(map[string]any)["enum"])); d != "" {
		t.Errorf("fields that may be set: %s", d)
	}
}
