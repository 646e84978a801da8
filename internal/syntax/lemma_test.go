package syntax

import "testing"

func TestLemmasLearned(t *testing.T) {
	verb, noun, name, num := jointTag{tag: Verb}, jointTag{tag: Noun, feats: Plural}, jointTag{tag: ProperNoun}, jointTag{tag: Num}
	ids := map[jointTag]int16{verb: 0, noun: 1, name: 2, num: 3}
	var s Sentence
	add := func(j jointTag, pairs ...string) {
		for i := 0; i < len(pairs); i += 2 {
			s.Words = append(s.Words, Word{Form: pairs[i], Lemma: pairs[i+1], Tag: j.tag, Feats: j.feats})
		}
	}
	add(verb, "called", "call", "talked", "talk", "asked", "ask", "met", "meet")
	add(noun, "calls", "call", "talks", "talk", "envoys", "envoy", "men", "man", "États", "état")
	add(name, "Paris", "Paris", "Anna", "Anna")
	z := trainLemmas([]Sentence{s}, ids, 0)
	for _, tc := range []struct {
		form string
		tag  jointTag
		how  spelling
		want string
	}{
		{"met", verb, ordinary, "meet"},
		{"Met", verb, ordinary, "meet"},
		{"walked", verb, ordinary, "walk"},
		{"meetings", noun, ordinary, "meeting"},
		{"MEN", noun, shouting, "man"},
		{"etats", noun, ordinary, "état"},
		{"Francis", name, ordinary, "Francis"},
		{"PARIS", name, shouting, "Paris"},
		{"ONU", name, ordinary, "ONU"},
		{"3.5", num, ordinary, "3.5"},
		{"", noun, ordinary, ""},
	} {
		got, _ := z.lemma([]byte(tc.form), ids[tc.tag], tc.tag.tag, tc.how, nil)
		if got != tc.want {
			t.Errorf("%s as %v: %q, want %q", tc.form, tc.tag.tag, got, tc.want)
		}
	}
}

func TestEmptyLemmaIsNoRing(t *testing.T) {
	m := tinyModel(t)
	var a Analysis
	m.Analyse([]string{""}, &a)
	if got := a.Lemma(0); got != "" {
		t.Errorf("lemma of nothing: %q", got)
	}
}
