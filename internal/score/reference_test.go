package score

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/parley-news/parley/record"
)

// shared is where the project keeps its gold and the reference scorer, beside
// the repository.
const shared = "../../../shared/gold"

// TestAgreesWithReference measures the same readings here and with the
// reference scorer: every figure, overall and by language, must be the same.
func TestAgreesWithReference(t *testing.T) {
	for _, name := range []string{"seeds", "dev"} {
		t.Run(name, func(t *testing.T) { agrees(t, filepath.Join(shared, name)) })
	}
}

func skipUnlessCI(t *testing.T, why error) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(why)
	}
	t.Skip(why)
}

// reference runs the reference scorer and reads the JSON it prints into out.
func reference(t *testing.T, out any, args ...string) {
	t.Helper()
	python, err := exec.LookPath("python3")
	if _, missing := os.Stat(filepath.Join(shared, "score")); missing != nil || err != nil {
		skipUnlessCI(t, errors.New("the reference scorer or python3 is not there"))
	}
	printed, err := exec.Command(python, append([]string{filepath.Join(shared, "score")}, args...)...).Output()
	if err != nil {
		t.Fatalf("the reference scorer: %v", err)
	}
	if err := json.Unmarshal(printed, out); err != nil {
		t.Fatal(err)
	}
}

func agrees(t *testing.T, folder string) {
	set, err := Load(folder)
	if err != nil {
		skipUnlessCI(t, err)
	}
	readings := perturb(set)
	output := filepath.Join(t.TempDir(), "output.jsonl")
	writeLines(t, output, set, readings)
	var want map[string]map[string]float64
	reference(t, &want, folder, output, "--by-language", "--json")
	sheet := Measure(set, readings)
	got := map[string]Figures{"all": sheet.All}
	for lang, f := range sheet.Languages {
		got[lang] = f
	}
	if len(got) != len(want) {
		t.Errorf("%d groups of figures, the reference has %d", len(got), len(want))
	}
	for group, figures := range want {
		if len(got[group]) != len(figures) {
			t.Errorf("%s: %d figures, the reference has %d", group, len(got[group]), len(figures))
		}
		for name, w := range figures {
			g, ok := got[group].Get(name)
			if !ok || math.Abs(g-w) > 1e-12 {
				t.Errorf("%s %s = %v, the reference has %v", group, name, g, w)
			}
		}
	}
	for _, f := range sheet.All { // a comparison of perfect figures would prove little
		if f.Name == "contact.f1" && (f.Value < 0.3 || f.Value > 0.95) {
			t.Errorf("the readings are too good or too bad to compare: contact.f1 %v", f.Value)
		}
	}
}

// TestEntriesAgreeWithReference measures the same register here and with the
// reference scorer: every figure must be the same to the last digit.
func TestEntriesAgreeWithReference(t *testing.T) {
	for name, folder := range map[string]string{"story": "testdata/story", "merge": filepath.Join(shared, "merge")} {
		t.Run(name, func(t *testing.T) { entriesAgree(t, folder) })
	}
}

func entriesAgree(t *testing.T, folder string) {
	set, err := Load(folder)
	if err != nil {
		skipUnlessCI(t, err)
	}
	same, err := LoadSame(folder, set)
	if err != nil {
		t.Fatal(err)
	}
	readings, entries := perturb(set), perturbEntries(same)
	output, export := filepath.Join(t.TempDir(), "output.jsonl"), filepath.Join(t.TempDir(), "export.jsonl")
	writeLines(t, output, set, readings)
	writeEntries(t, export, entries)
	var want map[string]float64
	reference(t, &want, "entries", folder, output, export, "--json")
	got, _ := MeasureEntries(set, same, readings, entries)
	if len(got) != len(want) {
		t.Errorf("%d figures, the reference has %d", len(got), len(want))
	}
	for name, w := range want {
		if g, ok := got.Get("entries." + name); !ok || g != w {
			t.Errorf("%s = %v, the reference has %v", name, g, w)
		}
	}
}

func writeEntries(t *testing.T, name string, entries []record.Entry) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	enc := json.NewEncoder(f)
	for _, e := range entries {
		if err := enc.Encode(e); err != nil {
			t.Fatal(err)
		}
	}
}

// writeLines writes readings as the program prints them; a document that was
// not read has no line.
func writeLines(t *testing.T, name string, set []Gold, readings map[string]record.Reading) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	enc := json.NewEncoder(f)
	for _, g := range set {
		if r, ok := readings[g.ID]; ok {
			if err := enc.Encode(r); err != nil {
				t.Fatal(err)
			}
		}
	}
}
