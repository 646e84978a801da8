package text

import (
	"testing"
	"unicode/utf8"
)

func TestPlain(t *testing.T) {
	for word, want := range map[string]bool{
		"rencontre": true, "Élysée": true, "préşedinte": true, "G7": true, "7": true,
		"": false, "l'accord": false, "vice-président": false, "U.S": false, "a b": false, "×": false, "Москва": false, "é!": false,
	} {
		if got := Plain(word); got != want {
			t.Errorf("Plain(%q) = %v", word, got)
		}
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("été")
	f.Add("x9ø")
	f.Fuzz(func(t *testing.T, s string) {
		if !Plain(s) {
			return
		}
		if toks := Tokenize(s, 0, len(s), &Rules{Apostrophe: Letter}); len(toks) != 1 || toks[0].Form != Fold(s) {
			t.Fatalf("Tokenize(%q) = %+v", s, toks)
		}
	})
}

func FuzzStripMarks(f *testing.F) {
	f.Add("Străină œuvre")
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := StripMarks(s), stripMarks(s); got != want && utf8.ValidString(s) {
			t.Fatalf("StripMarks(%q) = %q, want %q", s, got, want)
		}
	})
}
