package gazetteer

import (
	"os"
	"strings"
	"testing"
)

// TestWritten looks up every name in another script that the gazetteer has.
func TestWritten(t *testing.T) {
	w, err := Load(os.DirFS("../../world"))
	if err != nil {
		t.Fatal(err)
	}
	persons, spellings, wrong, byRule := 0, 0, 0, 0
	for _, name := range sortedKeys(w.Persons) {
		p := w.Persons[name]
		if len(p.Spellings) > 0 {
			persons++
		}
		for _, s := range p.Spellings {
			if len(strings.Fields(s)) < 2 {
				continue
			}
			spellings++
			if ms := w.Find(s); len(ms) == 0 || ms[0].Person != p {
				wrong++
				t.Logf("%s: %q is %v", name, s, ms)
			}
			var run []Spelling
			for _, word := range nameWords(s) {
				if k := Skeleton(word); k != "" && !IsParticle(k) {
					run = append(run, Spelling{word, []string{k}})
				}
			}
			keys := make([]string, len(run))
			for i := range run {
				keys[i] = run[i].Skeletons[0]
			}
			ms := w.LookupKeys(keys)
			if len(ms) == 0 {
				ms = w.across(run, keys)
			}
			if len(ms) > 0 && ms[0].Person == p {
				byRule++
			}
		}
	}
	t.Logf("%d persons, %d spellings, %d taken for somebody else's; %d would be found without the list", persons, spellings, wrong, byRule)
	if persons < 600 || wrong > spellings/200 || byRule < spellings*7/10 {
		t.Errorf("%d persons, %d spellings, %d taken for somebody else's, %d found by rule", persons, spellings, wrong, byRule)
	}
}
