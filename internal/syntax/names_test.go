package syntax

import "testing"

func TestNamesRoundTrip(t *testing.T) {
	for i := range Tag(tagCount) {
		if got, ok := ParseTag(i.String()); !ok || got != i {
			t.Errorf("tag %v came back as %v", i, got)
		}
	}
	for i := range Rel(relCount) {
		if got := ParseRel(i.String()); got != i {
			t.Errorf("relation %v came back as %v", i, got)
		}
	}
	for i := range featNames {
		f := Feats(1) << i
		if got := ParseFeats(f.String()); got != f {
			t.Errorf("feature %v came back as %v", f, got)
		}
	}
}

func TestParseRel(t *testing.T) {
	for in, want := range map[string]Rel{
		"obl:mod": Obl, "obl:agent": OblAgent, "nsubj:outer": Nsubj, "nsubj:pass": NsubjPass,
		"aux:tense": AuxRel, "acl": Dep, "acl:relcl": AclRelcl, "det": Dep, "punct": Dep, "root": Root,
	} {
		if got := ParseRel(in); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
}

func TestParseFeats(t *testing.T) {
	for in, want := range map[string]Feats{
		"_":                              0,
		"Mood=Cnd|Tense=Pres|Gender=Fem": Conditional | Present,
		"Case=Acc,Nom|Number=Plur":       Accusative | Nominative | Plural,
		"PronType=Int,Rel":               Relative,
		"Polarity=Pos":                   0,
	} {
		if got := ParseFeats(in); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
	if f := Past | Participle; !f.Has(Past) || f.Has(Past|Passive) || !f.Any(VerbForms) || f.Any(Moods) {
		t.Error("Has wants all, Any wants one")
	}
}
