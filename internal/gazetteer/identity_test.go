package gazetteer

import (
	"os"
	"testing"
)

// What nameKey must reach on the names of the gazetteer, of which the press in other scripts
// has full spellings, and how many persons may be taken for somebody else of their country
// and office: kin and namesakes.
const (
	leastSameKey   = 0.72
	mostSameOffice = 9
)

// TestNameKeyAcross compares the keys of names with those of their spellings in Cyrillic and
// Arabic, then those of all who held an office.
func TestNameKeyAcross(t *testing.T) {
	w, err := Load(os.DirFS("../../world"))
	if err != nil {
		t.Fatal(err)
	}
	same, all := 0, 0
	for _, name := range sortedKeys(w.Persons) {
		want := nameKey(name)
		for _, s := range w.Persons[name].Spellings {
			got := nameKey(s)
			if want == "" || got == "" {
				continue
			}
			all++
			if got == want {
				same++
			} else {
				t.Logf("%s is %q, %s is %q", name, want, s, got)
			}
		}
	}
	t.Logf("%d spellings, %d of the same key as the name: %.3f", all, same, float64(same)/float64(all))
	if all < 2000 || float64(same) < leastSameKey*float64(all) {
		t.Errorf("%d of %d spellings have the key of the name", same, all)
	}

	holder, merged := map[string]string{}, 0
	for _, name := range sortedKeys(w.Persons) {
		for _, h := range w.Persons[name].Holdings {
			id := w.Identity(name, h.Of, h.Office)
			if other := holder[id]; id != "" && other != "" && other != name {
				merged++
				t.Logf("%s and %s are both %s", name, other, id)
			}
			holder[id] = name
		}
	}
	t.Logf("%d persons in an office, %d of the id of another", len(holder), merged)
	if len(holder) < 5000 || merged > mostSameOffice {
		t.Errorf("%d of %d persons have the id of another", merged, len(holder))
	}
}

func TestIdentity(t *testing.T) {
	w := &World{}
	for _, tt := range []struct {
		name, country, office, other string
		same                         bool
	}{
		{"Anna Kovalik", "POL", "minister", "Анна Ковалик", true},
		{"Anna Kowalik", "POL", "minister", "آنا كوفاليك", true},
		{"Kovács Péter", "HUN", "minister", "Péter Kovács", true},
		{"Abdul Rahman al-Tikriti", "IRQ", "minister", "عبد الرحمن التكريتي", true},
		{"Abdurrahman at-Tikriti", "IRQ", "minister", "Abdel Rahman Tikriti", true},
		{"John Q. Harding", "AUS", "minister", "John Harding", true},
		{"Li Wei", "CHN", "minister", "Lu Wei", false},
		{"Anna Kovalik", "POL", "minister", "Anna Kovalska", false},
	} {
		a, b := w.Identity(tt.name, tt.country, tt.office), w.Identity(tt.other, tt.country, tt.office)
		if a == "" || b == "" || (a == b) != tt.same {
			t.Errorf("%s is %q, %s is %q: one person %t, want %t", tt.name, a, tt.other, b, a == b, tt.same)
		}
	}
	for _, missing := range [][3]string{{"Kovalik", "POL", "minister"}, {"Anna Kovalik", "", "minister"}, {"Anna Kovalik", "POL", ""}} {
		if id := w.Identity(missing[0], missing[1], missing[2]); id != "" {
			t.Errorf("%v is %q, want nobody for certain", missing, id)
		}
	}
}
