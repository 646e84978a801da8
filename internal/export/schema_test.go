package export

import (
	"encoding/json"
	"os"
	"path/filepath"
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

func compiled(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(file)
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
	if err := validate(t, compiled(t, schemaFile), lines(t, sample())); err != nil {
		t.Error(err)
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := compiled(t, schemaFile)
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

// schema is a file of docs, parsed; references lead to others beside it.
type schema struct {
	file string
	root map[string]any
}

func parsed(t *testing.T, file string) schema {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := schema{file: file}
	if err := json.Unmarshal(data, &s.root); err != nil {
		t.Fatal(err)
	}
	return s
}

// at follows a reference, and takes the branch of an alternative that is not null.
func (s schema) at(t *testing.T, v map[string]any) (schema, map[string]any) {
	t.Helper()
	if either, ok := v["anyOf"].([]any); ok {
		v = either[0].(map[string]any)
	}
	name, ok := v["$ref"].(string)
	if !ok {
		return s, v
	}
	file, path, _ := strings.Cut(name, "#/")
	if file != "" {
		s = parsed(t, filepath.Join(filepath.Dir(s.file), file))
	}
	v = s.root
	for part := range strings.SplitSeq(path, "/") {
		v = v[part].(map[string]any)
	}
	return s, v
}

// compareKeys walks a type and a schema side by side: every object must list exactly
// the keys of its struct, in the same order.
func compareKeys(t *testing.T, path string, typ reflect.Type, s schema, v map[string]any, seen map[reflect.Type]bool) {
	t.Helper()
	s, v = s.at(t, v)
	switch typ.Kind() {
	case reflect.Pointer:
		compareKeys(t, path, typ.Elem(), s, v, seen)
	case reflect.Slice:
		items, ok := v["items"].(map[string]any)
		if !ok {
			t.Fatalf("%s: a list without items", path)
		}
		compareKeys(t, path+"[]", typ.Elem(), s, items, seen)
	case reflect.Struct:
		if seen[typ] {
			return
		}
		seen[typ] = true
		props, _ := v["properties"].(map[string]any)
		var want, required []string
		for _, f := range reflect.VisibleFields(typ) {
			key, rest, _ := strings.Cut(f.Tag.Get("json"), ",")
			if f.Anonymous || key == "-" {
				continue
			}
			want = append(want, key)
			if !strings.Contains(rest, "omitempty") {
				required = append(required, key)
			}
			if p, ok := props[key].(map[string]any); ok {
				compareKeys(t, path+"."+key, f.Type, s, p, seen)
			}
		}
		if d := cmp.Diff(sorted(want), keys(props)); d != "" {
			t.Errorf("%s: keys of the record and of the schema: %s", path, d)
		}
		if d := cmp.Diff(required, words(v["required"])); d != "" {
			t.Errorf("%s: keys required: %s", path, d)
		}
		if v["additionalProperties"] != false {
			t.Errorf("%s: other keys are let in", path)
		}
	}
}

func TestSchemaHasTheKeysOfTheRecord(t *testing.T) {
	s := parsed(t, schemaFile)
	root := s.root
	seen := map[reflect.Type]bool{}
	compareKeys(t, "reading", reflect.TypeFor[record.Reading](), s, root, seen)
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
