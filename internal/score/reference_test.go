package score

import (
	"encoding/json"
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

func agrees(t *testing.T, folder string) {
	python, err := exec.LookPath("python3")
	if _, missing := os.Stat(filepath.Join(shared, "score")); missing != nil || err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("the reference scorer or python3 is not there")
		}
		t.Skip("the reference scorer or python3 is not there")
	}
	set, err := Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	readings := perturb(set)
	output := filepath.Join(t.TempDir(), "output.jsonl")
	writeLines(t, output, set, readings)
	printed, err := exec.Command(python, filepath.Join(shared, "score"), folder, output, "--by-language", "--json").Output()
	if err != nil {
		t.Fatalf("the reference scorer: %v", err)
	}
	var want map[string]map[string]float64
	if err := json.Unmarshal(printed, &want); err != nil {
		t.Fatal(err)
	}
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
