package syntax

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSurface(t *testing.T) {
	for _, tc := range []struct {
		name, in string
		want     []Word
	}{
		{"adposition and determiner are the adposition",
			"1 va aller VERB _ _ 0 root _ _/2-3 au _ _ _ _ _ _ _ _/2 à à ADP _ _ 4 case _ _/3 le le DET _ Number=Sing 4 det _ _/4 lac lac NOUN _ _ 1 obl _ _",
			[]Word{{"va", "aller", Verb, 0, -1, Root}, {"au", "à", Adp, 0, 2, Case}, {"lac", "lac", Noun, 0, 0, Obl}}},
		{"also where it hangs on the determiner",
			"1-2 des _ _ _ _ _ _ _ _/1 de de ADP _ _ 2 case _ _/2 les le DET _ _ 3 det _ _/3 a avoir VERB _ _ 0 root _ _",
			[]Word{{"des", "de", Adp, 0, 1, Case}, {"a", "avoir", Verb, 0, -1, Root}}},
		{"adposition and pronoun are the pronoun",
			"1-2 auquel _ _ _ _ _ _ _ _/1 à à ADP _ _ 2 case _ _/2 lequel lequel PRON _ PronType=Rel 3 obl:arg _ _/3 pense penser VERB _ _ 0 root _ _",
			[]Word{{"auquel", "lequel", Pron, Relative, 1, Obl}, {"pense", "penser", Verb, 0, -1, Root}}},
		{"negation is kept",
			"1-2 cannot _ _ _ _ _ _ _ _/1 can can AUX _ _ 3 aux _ _/2 not not PART _ Polarity=Neg 3 advmod _ _/3 go go VERB _ _ 0 root _ _",
			[]Word{{"cannot", "can", Aux, Negative, 1, AuxRel}, {"go", "go", Verb, 0, -1, Root}}},
		{"what has an apostrophe stays split",
			"1-2 don't _ _ _ _ _ _ _ _/1 do do AUX _ _ 3 aux _ _/2 n't not PART _ _ 3 advmod _ _/3 go go VERB _ _ 0 root _ _",
			[]Word{{"do", "do", Aux, 0, 2, AuxRel}, {"n't", "not", Part, 0, 2, Advmod}, {"go", "go", Verb, 0, -1, Root}}},
		{"a verb and its pronoun are parted at the hyphen",
			"1-2 vê-lo _ _ _ _ _ _ _ _/1 ver ver VERB _ _ 0 root _ _/2 lo ele PRON _ _ 1 obj _ _",
			[]Word{{"vê", "ver", Verb, 0, -1, Root}, {"-lo", "ele", Pron, 0, 0, Obj}}},
		{"children of a part hang on the whole",
			"1 so so ADV _ _ 3 advmod _ _/2-3 gonna _ _ _ _ _ _ _ _/2 gon go VERB _ _ 0 root _ _/3 na to PART _ _ 2 mark _ _",
			[]Word{{"so", "so", Adv, 0, 1, Advmod}, {"gonna", "go", Verb, 0, -1, Root}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s, err := ReadConllu(strings.NewReader(rows(tc.in)), "f")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tc.want, s[0].Surface().Words); diff != "" {
				t.Errorf("words (-want +got):\n%s", diff)
			}
		})
	}
}
