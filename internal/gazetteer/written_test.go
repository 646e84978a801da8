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
	bare, err := Load(os.DirFS("../../world"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range bare.Persons { // it is looked up in when all of them have gone
		p.Spellings = nil
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
			if ms := bare.Find(s); len(ms) > 0 && ms[0].Person.Name == name {
				byRule++
			}
		}
	}
	t.Logf("%d persons, %d spellings, %d taken for somebody else's; %d would be found without the list", persons, spellings, wrong, byRule)
	if persons < 600 || wrong > spellings/200 || byRule < spellings*7/10 {
		t.Errorf("%d persons, %d spellings, %d taken for somebody else's, %d found by rule", persons, spellings, wrong, byRule)
	}
}
