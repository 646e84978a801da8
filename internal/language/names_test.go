package language

import (
	"testing"

	"github.com/parley-news/parley/internal/text"
	"github.com/parley-news/parley/packs"
)

func TestNames(t *testing.T) {
	names, err := ReadNames(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Allemagne": "DEU", "Германия": "DEU", "ألمانيا": "DEU", "Almanya": "DEU", "États-Unis": "USA", "ОБСЕ": "OSCE", "Atlantis": "",
	} {
		if got := names.Parties[text.Fold(name)]; got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if got := names.Places[text.Fold("Moskau")]; got != "Moscow" {
		t.Errorf("Moskau is %q", got)
	}
}
