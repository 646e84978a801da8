package resolve_test

import (
	"strings"
	"testing"
)

// TestWordingWithoutDateline checks that what a side says starts behind the head of
// the report, wherever else its sentence speaks of.
func TestWordingWithoutDateline(t *testing.T) {
	reader := newReader(t)
	for text, want := range map[string]string{
		"Rabat, 12 March 2025 – Nasser Bourita will meet Yassine Fall in New York, the Moroccan foreign ministry said.":                                "Nasser Bourita",
		"Bamako, 12 mars 2025 – Abdoulaye Diop rencontrera Ahmed Attaf à New York, a annoncé le ministère malien des Affaires étrangères.":             "Abdoulaye Diop",
		"CHIȘINĂU, 12 martie 2025 – Maia Sandu se va întâlni cu Nicușor Dan la New York, a anunțat Președinția Republicii Moldova.":                    "Maia Sandu",
		"New York is far from Rabat, and Nasser Bourita will travel there – with Yassine Fall – on 12 March 2025, the Moroccan foreign ministry said.": "New York",
	} {
		said := read(t, reader, "2025-03-12", text).Statements
		if len(said) == 0 || !strings.HasPrefix(said[0].Text, want) {
			t.Errorf("%s: %+v does not start with %q", text, said, want)
		}
	}
}
