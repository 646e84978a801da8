package syntax

import (
	"strings"
	"testing"
)

func TestPassives(t *testing.T) {
	const (
		was    = "1 was be AUX _ Tense=Past|VerbForm=Fin 2 aux:pass _ _/2 met meet VERB _ VerbForm=Part 0 root _ _"
		had    = "1 had have AUX _ Tense=Past|VerbForm=Fin 2 aux _ _/2 met meet VERB _ VerbForm=Part 0 root _ _"
		signed = "1 text text NOUN _ _ 0 root _ _/2 signed sign VERB _ VerbForm=Part 1 acl _ _"
		having = "1 text text NOUN _ _ 0 root _ _/2 signed sign VERB _ VerbForm=Part 1 acl _ _/3 been be AUX _ VerbForm=Part 2 aux _ _"
		saying = "1 text text NOUN _ _ 0 root _ _/2 saying say VERB _ Tense=Pres|VerbForm=Part 1 acl _ _"
		marked = "1 asked ask VERB _ VerbForm=Part|Voice=Pass 0 root _ _"
		sea    = "1 was be AUX _ _ 2 aux:pass _ _/2 sea sea NOUN _ _ 0 root _ _"
	)
	for _, tc := range []struct {
		name string
		in   []string
		want bool // of the second word of the first sentence
	}{
		{"auxiliary", []string{was}, true},
		{"other auxiliary", []string{had}, false},
		{"on a noun", []string{signed}, true},
		{"on a noun, with auxiliary", []string{having}, false},
		{"present", []string{saying}, false},
		{"no verb", []string{sea}, false},
		{"auxiliary in a treebank with voice", []string{was, marked}, true},
		{"on a noun in a treebank with voice", []string{signed, marked}, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var in string
			for _, s := range tc.in {
				in += rows(s) + "\n"
			}
			s, err := ReadConllu(strings.NewReader(in), "f")
			if err != nil {
				t.Fatal(err)
			}
			if got := s[0].Words[1].Feats.Has(Passive); got != tc.want {
				t.Errorf("passive %v, want %v", got, tc.want)
			}
		})
	}
}
