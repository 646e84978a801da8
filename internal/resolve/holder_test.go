package resolve_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNamedHolders checks that a person the text names in an office stands before
// the holder that the gazetteer knows, and makes no second contact.
func TestNamedHolders(t *testing.T) {
	reader := newReader(t)
	type person struct {
		Name, Office string
		Inferred     bool
	}
	bourita := person{"Nasser Bourita", "foreign-minister", false}
	for name, c := range map[string]struct {
		text string
		want [][]person
	}{
		"named later": {
			"The Moroccan foreign minister received his Senegalese counterpart.\n\n" +
				"Foreign Minister Nasser Bourita met on Tuesday in Rabat with his Senegalese counterpart, Awa Diatta.",
			[][]person{{bourita, {"Awa Diatta", "foreign-minister", false}}},
		},
		"never named": {
			"Foreign Minister Nasser Bourita met on Tuesday in Rabat with his Senegalese counterpart.",
			[][]person{{bourita, {"Yassine Fall", "foreign-minister", true}}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var got [][]person
			contacts := read(t, reader, "2025-03-12", c.text).Contacts
			for i := range contacts {
				var people []person
				for _, p := range contacts[i].People {
					office := ""
					if p.Office != nil {
						office = *p.Office
					}
					people = append(people, person{p.Name, office, p.Inferred})
				}
				got = append(got, people)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("people (-want +got):\n%s", diff)
			}
		})
	}
}
