package gazetteer

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// What the name engine must reach on testdata/spellings.txt, and how many of
// the world's full names may be taken for somebody else's.
const (
	leastRecall = 0.98
	mostMerged  = 12
)

// TestSpellings looks up what English, French and Romanian usage make of names,
// and every full name of the gazetteer for whom else it might be taken.
func TestSpellings(t *testing.T) {
	w, err := Load(os.DirFS("../../world"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/spellings.txt")
	if err != nil {
		t.Fatal(err)
	}
	persons, spellings, found := 0, 0, 0
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		name, list, _ := strings.Cut(line, "\t")
		if w.Persons[name] == nil {
			t.Errorf("%q is not in the gazetteer", name)
			continue
		}
		persons++
		for _, s := range append(strings.Split(list, ";"), name) {
			spellings++
			ms := w.Lookup(nameWords(s))
			if len(ms) > 0 && ms[0].Person.Name == name {
				found++
				continue
			}
			got := "nobody"
			if len(ms) > 0 {
				got = ms[0].Person.Name
			}
			t.Logf("%s: %q is %s; skeletons %v, %v", name, s, got, Keys(nameWords(name)), Keys(nameWords(s)))
		}
	}
	recall := float64(found) / float64(spellings)
	t.Logf("%d persons, %d spellings, %d found: recall %.3f", persons, spellings, found, recall)
	if persons < 150 {
		t.Errorf("%d persons, want 150 at least", persons)
	}
	if recall < leastRecall {
		t.Errorf("recall %.3f, want %.2f at least", recall, leastRecall)
	}

	merged := 0
	for _, name := range sortedKeys(w.Persons) {
		ms := w.Lookup(nameWords(name))
		if len(ms) == 0 {
			t.Errorf("%q does not find itself", name)
			continue
		}
		if ms[0].Person.Name != name {
			merged++
			t.Logf("%q is taken for %q", name, ms[0].Person.Name)
		}
		if !slices.ContainsFunc(ms, func(m NameMatch) bool { return m.Person.Name == name }) {
			t.Errorf("%q does not find itself", name)
		}
	}
	t.Logf("%d of %d full names are taken for somebody else's", merged, len(w.Persons))
	if merged > mostMerged {
		t.Errorf("%d full names are taken for somebody else's, want %d at most", merged, mostMerged)
	}
}
