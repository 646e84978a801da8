package syntax

import (
	"strings"
	"testing"
)

func TestSpellingOf(t *testing.T) {
	for in, want := range map[string]spelling{
		"Le président a rencontré son homologue à Paris .":            ordinary,
		"Putin Meets Xi Jinping in Beijing for Talks":                 headline,
		"MACRON RENCONTRE POUTINE À MOSCOU":                           shouting,
		"le ministre parle avec ses homologues allemands et polonais": uncapital,
		"Yes .": ordinary,
		"":      ordinary,
		"Emmanuel Macron reçoit aujourd'hui le chancelier Olaf Scholz": ordinary,
	} {
		if got := spellingOf(strings.Fields(in)); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}

func TestFormsThatAreOne(t *testing.T) {
	for _, tc := range []struct {
		letters letters
		a, b    string
		same    bool
	}{
		{0, "l’", "l'", true},
		{0, "L'", "l’", true},
		{0, "“", "\"", true},
		{0, "«", "”", true},
		{0, "–", "—", true},
		{0, "1999", "2024", true},
		{0, "ÉLYSÉE", "élysée", true},
		{commaBelow, "şi", "și", true},
		{commaBelow, "Ţara", "țara", true},
		{0, "şi", "și", false},
		{commaBelow, "si", "și", false},
		{0, "ab", "ba", false},
	} {
		if got := tc.letters.hashForm(tc.a) == tc.letters.hashForm(tc.b); got != tc.same {
			t.Errorf("%q and %q: same %v, want %v", tc.a, tc.b, got, tc.same)
		}
		var keys wordKeys
		tc.letters.readWord(tc.a, ordinary, nil, &keys)
		if keys.form != tc.letters.hashForm(tc.a) {
			t.Errorf("%q: readWord and hashForm differ", tc.a)
		}
	}
}

func TestBare(t *testing.T) {
	for in, want := range map[string]string{
		"Președinția": "Presedintia", "ÉTAT": "ETAT", "où": "ou", "plain": "plain", "Москва": "Москва",
	} {
		if got := bare(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestLettersOf(t *testing.T) {
	word := func(form string) []Sentence { return []Sentence{{Words: []Word{{Form: form}}}} }
	if lettersOf(word("și")) != commaBelow || lettersOf(word("şu")) != 0 || lettersOf(word("so")) != 0 {
		t.Error("only a treebank with ș or ț and without ş or ţ writes the comma below")
	}
}
