package command

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestReadingsFitTheSchema reads all samples, and dispatches in every language,
// and holds each line against the published schema.
func TestReadingsFitTheSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/reading.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := Main([]string{"read", "--format", "jsonl", "testdata/dispatches.jsonl", "../../samples"}, strings.NewReader(""), &out, &errs); code != exitOK {
		t.Fatalf("code %d: %s", code, errs.String())
	}
	lines := strings.SplitAfter(strings.TrimSpace(out.String()), "\n")
	contacts := 0
	for _, line := range lines {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%v\n%s", err, line)
		}
		contacts += len(v.(map[string]any)["contacts"].([]any))
	}
	if len(lines) < 12 || contacts < 10 {
		t.Errorf("%d lines with %d contacts are too little to prove anything", len(lines), contacts)
	}
}
