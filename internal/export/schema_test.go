package export

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/parley-news/parley/record"
)

const schemaFile = "../../docs/reading.schema.json"

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, line string) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

func TestSchemaTakesTheSample(t *testing.T) {
	if err := validate(t, compiled(t), lines(t, sample())); err != nil {
		t.Error(err)
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := compiled(t)
	for name, change := range map[string]func(r *record.Reading){
		"an unknown kind":         func(r *record.Reading) { r.Contacts[0].Kind = "chat" },
		"an unknown topic":        func(r *record.Reading) { r.Statements[0].Topics = []string{"weather"} },
		"a moment for a day":      func(r *record.Reading) { r.Document.Published = of("2022-02-13T10:00") },
		"a negative offset":       func(r *record.Reading) { r.Statements[0].Start = -1 },
		"another version":         func(r *record.Reading) { r.Schema = 2 },
		"a divergence of one":     func(r *record.Reading) { r.Divergences[0].Sides = r.Divergences[0].Sides[:1] },
		"a contact from no words": func(r *record.Reading) { r.Contacts[0].Evidence = nil },
	} {
		r := sample()
		change(&r)
		if validate(t, s, lines(t, r)) == nil {
			t.Errorf("%s passes", name)
		}
	}
	line := lines(t, sample())
	for name, changed := range map[string]string{
		"an unknown key": strings.Replace(line, `"schema":1`, `"schema":1,"extra":null`, 1),
		"a missing key":  strings.Replace(line, `"comments":`, `"remarks":`, 1),
	} {
		if changed == line || validate(t, s, changed) == nil {
			t.Errorf("%s passes", name)
		}
	}
}

// TestSchemaHasTheKeysOfTheRecord walks the types and the schema side by side:
// every object must list exactly the keys of its struct, in the same order.
func TestSchemaHasTheKeysOfTheRecord(t *testing.T) {
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	seen := map[reflect.Type]bool{}
	var walk func(path string, typ reflect.Type, s map[string]any)
	walk = func(path string, typ reflect.Type, s map[string]any) {
		s = resolved(root, s)
		switch typ.Kind() {
		case reflect.Pointer:
			walk(path, typ.Elem(), s)
		case reflect.Slice:
			items, ok := s["items"].(map[string]any)
			if !ok {
				t.Fatalf("%s: a list without items", path)
			}
			walk(path+"[]", typ.Elem(), items)
		case reflect.Struct:
			if seen[typ] {
				return
			}
			seen[typ] = true
			props, _ := s["properties"].(map[string]any)
			var want, required []string
			for i := range typ.NumField() {
				tag := typ.Field(i).Tag.Get("json")
				key, rest, _ := strings.Cut(tag, ",")
				if key == "-" {
					continue
				}
				want = append(want, key)
				if !strings.Contains(rest, "omitempty") {
					required = append(required, key)
				}
				if p, ok := props[key].(map[string]any); ok {
					walk(path+"."+key, typ.Field(i).Type, p)
				}
			}
			if d := cmp.Diff(sorted(want), keys(props)); d != "" {
				t.Errorf("%s: keys of the record and of the schema: %s", path, d)
			}
			if d := cmp.Diff(required, words(s["required"])); d != "" {
				t.Errorf("%s: keys required: %s", path, d)
			}
			if s["additionalProperties"] != false {
				t.Errorf("%s: other keys are let in", path)
			}
		}
	}
	walk("reading", reflect.TypeFor[record.Reading](), root)
	if len(seen) < 20 {
		t.Errorf("only %d objects were compared", len(seen))
	}
	closed := map[string][]string{
		"contact.kind": record.Kinds, "contact.mode": record.Modes, "contact.status": record.Statuses,
		"party.role": record.Roles, "statement.act": record.Acts, "document.genre": record.Genres,
	}
	for where, want := range closed {
		def, key, _ := strings.Cut(where, ".")
		props := root["$defs"].(map[string]any)[def].(map[string]any)["properties"].(map[string]any)
		if d := cmp.Diff(want, words(props[key].(map[string]any)["enum"])); d != "" {
			t.Errorf("%s: %s", where, d)
		}
	}
	defs := root["$defs"].(map[string]any)
	if d := cmp.Diff(record.Topics, words(defs["topic"].(map[string]any)["enum"])); d != "" {
		t.Errorf("topics: %s", d)
	}
	if d := cmp.Diff(record.Fields, words(defs["field"].(map[string]any)["enum"])); d != "" {
		t.Errorf("fields: %s", d)
	}
	steps := words(defs["contact"].(map[string]any)["properties"].(map[string]any)["step"].(map[string]any)["enum"])
	if d := cmp.Diff(keys(record.Steps), sorted(steps)); d != "" {
		t.Errorf("steps: %s", d)
	}
}

// resolved follows a reference, and takes the branch of an alternative that is
// not null.
func resolved(root, s map[string]any) map[string]any {
	if either, ok := s["anyOf"].([]any); ok {
		s = either[0].(map[string]any)
	}
	if name, ok := s["$ref"].(string); ok {
		return root["$defs"].(map[string]any)[strings.TrimPrefix(name, "#/$defs/")].(map[string]any)
	}
	return s
}

func keys[T any](m map[string]T) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func words(v any) []string {
	var out []string
	list, _ := v.([]any)
	for _, w := range list {
		out = append(out, w.(string))
	}
	return out
}

func sorted(list []string) []string {
	out := slices.Clone(list)
	sort.Strings(out)
	return out
}
