package merge

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/parley-news/parley/record"
)

// TestBuildInAnyOrder: the parts of an entry give the same bytes in any order, in the form
// of the schema, and all that a source asserts is in the accounts.
func TestBuildInAnyOrder(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/entry.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		parts := drawParts(t)
		want := encoded(t, Build(parts, nil))
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(want))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Fatalf("%s\n%v", want, err)
		}
		for range 3 {
			if got := encoded(t, Build(rapid.Permutation(parts).Draw(t, "order"), nil)); got != want {
				t.Fatalf("another order gives\n%s\ninstead of\n%s", got, want)
			}
		}
		e := Build(parts, nil)
		checkEntry(t, &e, parts)
	})
}

func encoded(t *rapid.T, e record.Entry) string {
	data, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// checkEntry looks at what must hold of every entry.
func checkEntry(t *rapid.T, e *record.Entry, parts []Part) {
	last := e.Life[len(e.Life)-1]
	if e.Status != last.Status || record.Steps[e.Step] != e.Status {
		t.Fatalf("the entry is %s/%s, its last step %s/%s", e.Status, e.Step, last.Status, last.Step)
	}
	if len(e.Members) != len(parts) {
		t.Fatalf("%d members of %d", len(e.Members), len(parts))
	}
	for _, d := range e.Divergences {
		if len(d.Sides) < 2 || !slices.Contains(e.Disputed, d.Field) {
			t.Fatalf("a divergence of one side, or one that is not disputed: %+v", d)
		}
		for i := range d.Sides[1:] {
			if d.Sides[i].Side >= d.Sides[i+1].Side {
				t.Fatalf("sides out of order: %+v", d)
			}
		}
	}
	for _, p := range parts {
		for _, a := range p.Contact.Accounts {
			for _, as := range a.Asserts {
				if !asserted(e, p.Document.ID, as) {
					t.Fatalf("%s=%s of %s got lost", as.Field, as.Value, p.Document.ID)
				}
			}
		}
	}
}

func asserted(e *record.Entry, document string, as record.Assertion) bool {
	return slices.ContainsFunc(e.Accounts, func(a record.EntryAccount) bool {
		return slices.ContainsFunc(a.Asserts, func(x record.EntryAssertion) bool {
			return x.Document == document && x.Field == as.Field && x.Value == as.Value
		})
	})
}

func drawParts(t *rapid.T) []Part {
	days := []string{"2025-03-01", "2025-03-02", "2025-03-12", "2025-03-20"}
	var steps []string
	for step := range record.Steps {
		steps = append(steps, step)
	}
	slices.Sort(steps)
	parts := make([]Part, rapid.IntRange(1, 6).Draw(t, "documents"))
	for i := range parts {
		p := partOf(string(rune('a'+i)), rapid.SampledFrom(append(days, "")).Draw(t, "published"), rapid.SampledFrom(steps).Draw(t, "step"))
		p.Contact.Main = rapid.Bool().Draw(t, "main")
		p.Contact.Kind = rapid.SampledFrom(record.Kinds).Draw(t, "kind")
		optional := []func(*Part){
			on(rapid.SampledFrom([]string{"2025-03-02", "2025-03-12", "2025-03-01/2025-03-31", "2025-03-20/2025-03-21"}).Draw(t, "on")),
			at(rapid.SampledFrom([]string{"Nice", "France", "Paris"}).Draw(t, "at"), "FRA"),
			topics(rapid.SliceOfNDistinct(rapid.SampledFrom(record.Topics), 0, 3, rapid.ID).Draw(t, "topics")...),
			asked(rapid.SampledFrom([]string{"FRA", "TCD"}).Draw(t, "asked"), "X"),
			readout(rapid.SampledFrom([]string{"Presidency of Chad", "Service de presse"}).Draw(t, "issuer")),
			with(minister(rapid.SampledFrom([]string{"A", "B"}).Draw(t, "minister"), rapid.Bool().Draw(t, "inferred"))),
			tells(rapid.SampledFrom([]string{"", "FRA", "TCD", "SEN"}).Draw(t, "country"), rapid.SampledFrom([]string{"Barrot", "Saleh"}).Draw(t, "speaker"), "it was late", "energy"),
			differing(rapid.SampledFrom(record.Fields).Draw(t, "field"), "TCD", "one", "FRA", "other"),
		}
		for _, change := range optional {
			if rapid.Bool().Draw(t, "has") {
				change(&p)
			}
		}
		for range rapid.IntRange(0, 4).Draw(t, "assertions") {
			side := rapid.SampledFrom([]string{"FRA", "TCD", ""}).Draw(t, "side")
			field := rapid.SampledFrom([]string{"initiator", "date", "place", "status", "topics", "duration"}).Draw(t, "asserts")
			value := map[string][]string{
				"initiator": {"FRA", "TCD"}, "date": days, "place": {"Nice", "Paris"}, "status": record.Statuses, "topics": record.Topics, "duration": {"PT1H", "PT3H"},
			}[field]
			says(side, "source of "+side, field, rapid.SampledFrom(value).Draw(t, "value"))(&p)
		}
		parts[i] = p
	}
	return parts
}
