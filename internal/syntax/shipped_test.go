package syntax

import (
	"strings"
	"testing"
)

// What the extractor counts on, word by word: the sentence, the word, and what
// the shipped model must say of it.
var reliedOn = []struct {
	lang, sentence, word string
	tag                  Tag
	feats                Feats
	lemma                string
}{
	{"fr", "Le président a rencontré hier son homologue ukrainien .", "rencontré", Verb, Past | Participle, "rencontrer"},
	{"fr", "Le président a rencontré hier son homologue ukrainien .", "président", Noun, Singular, "président"},
	{"fr", "Il rencontrera lundi le chancelier allemand .", "rencontrera", Verb, Future | Finite, "rencontrer"},
	{"fr", "Le ministre aurait refusé l’ invitation .", "aurait", Aux, Conditional, "avoir"},
	{"fr", "Le président ukrainien rencontrerait Donald Trump .", "rencontrerait", Verb, Conditional, "rencontrer"},
	{"fr", "Les deux ministres n’ ont pas évoqué la guerre .", "pas", Adv, Negative, "pas"},
	{"fr", "Il s’ est rendu au palais .", "au", Adp, 0, "à"},
	{"fr", "LE PRÉSIDENT RENCONTRE SON HOMOLOGUE À MOSCOU", "RENCONTRE", Verb, Present, "rencontrer"},
	{"fr", "LE PRÉSIDENT RENCONTRE SON HOMOLOGUE À MOSCOU", "MOSCOU", ProperNoun, 0, "Moscou"},
	{"en", "The minister did n’t meet his Russian counterpart .", "meet", Verb, Infinitive, "meet"},
	{"en", "The minister did n’t meet his Russian counterpart .", "n’t", Part, Negative, "not"},
	{"en", "The two leaders were received by the king .", "received", Verb, Participle | Passive, "receive"},
	{"en", "The two leaders were received by the king .", "leaders", Noun, Plural, "leader"},
	{"en", "The letter was signed by the two ministers .", "signed", Verb, Participle | Passive, "sign"},
	{"en", "He met the president in Paris on Monday .", "met", Verb, Past | Finite, "meet"},
	{"it", "Il presidente ha incontrato ieri il suo omologo ucraino .", "incontrato", Verb, Past | Participle, "incontrare"},
	{"it", "Il presidente francese incontrerà lunedì il cancelliere tedesco .", "incontrerà", Verb, Future | Finite, "incontrare"},
	{"ro", "Președintele României va discuta cu ministrul .", "României", ProperNoun, Genitive, "România"},
	{"ro", "Preşedintele României va discuta cu ministrul .", "Preşedintele", Noun, Singular, "președinte"},
	{"ro", "Președintele s- a întâlnit marți cu omologul său .", "întâlnit", Verb, Participle, "întâlni"},
}

func TestShippedModelsOnWhatIsReliedOn(t *testing.T) {
	models := map[string]*Model{}
	var a Analysis
	for _, tc := range reliedOn {
		if models[tc.lang] == nil {
			models[tc.lang] = shippedModel(t, tc.lang)
		}
		words := strings.Fields(tc.sentence)
		models[tc.lang].Analyse(words, &a)
		for i, w := range words {
			if w != tc.word {
				continue
			}
			if a.Tag[i] != tc.tag || !a.Feats[i].Has(tc.feats) || a.Lemma(i) != tc.lemma {
				t.Errorf("%s: %q is %v %v %q, want %v with %v %q", tc.sentence, w, a.Tag[i], a.Feats[i], a.Lemma(i), tc.tag, tc.feats, tc.lemma)
			}
		}
	}
}

func TestShippedModelsFindSubjects(t *testing.T) {
	for _, tc := range []struct {
		lang, sentence, subject, verb string
		rel                           Rel
	}{
		{"fr", "Le président a rencontré hier son homologue ukrainien .", "président", "rencontré", Nsubj},
		{"fr", "Le ministre a été reçu par le roi .", "ministre", "reçu", NsubjPass},
		{"en", "The foreign minister met his counterpart in Geneva .", "minister", "met", Nsubj},
		{"en", "The envoy was received by the king .", "envoy", "received", NsubjPass},
		{"ro", "Ministrul a discutat cu omologul său .", "Ministrul", "discutat", Nsubj},
	} {
		m := shippedModel(t, tc.lang)
		words := strings.Fields(tc.sentence)
		var a Analysis
		m.Analyse(words, &a)
		var tree Tree
		m.Parse(a.AppendTagged(nil), &tree)
		for i, w := range words {
			if w != tc.subject {
				continue
			}
			if h := tree.Head[i]; h < 0 || words[h] != tc.verb || tree.Rel(i) != tc.rel {
				t.Errorf("%s: %q is %v of word %d", tc.sentence, w, tree.Rel(i), h)
			}
		}
	}
}
