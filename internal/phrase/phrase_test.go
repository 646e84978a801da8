package phrase

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/text"
)

var rules = &text.Rules{Apostrophe: text.Elision}

func TestFind(t *testing.T) {
	words := &Vocabulary{}
	m := New(rules, words)
	forms := []string{"rencontr*", "ministre ~ des affaires étrangères", "à l'issue|terme (même) de", "entretien téléphonique", "rencontre", "chambre (des députés)"}
	for i, f := range forms {
		if err := m.Add(f, int32(i)); err != nil {
			t.Fatal(err)
		}
	}
	for in, want := range map[string][]string{
		"Rencontrée hier": {"rencontr*"},
		"la rencontre":    {"rencontre", "rencontr*"},
		"le ministre turc des Affaires étrangères":          {"ministre ~ des affaires étrangères"},
		"les ministre turc et grec des Affaires étrangères": {"ministre ~ des affaires étrangères"},
		"le ministre des AFFAIRES ETRANGERES":               {"ministre ~ des affaires étrangères"},
		"à l’issue même de":                                 {"à l'issue|terme (même) de"},
		"à l'issue de":                                      {"à l'issue|terme (même) de"},
		"la Chambre":                                        {"chambre (des députés)"},
		"la Chambre des députés":                            {"chambre (des députés)", "chambre (des députés)"},
		"entretien au téléphone":                            nil,
		"un entretien “téléphonique” bref":                  {"entretien téléphonique"},
	} {
		toks := text.Tokenize(in, 0, len(in), rules)
		words.Number(toks)
		for i := range toks {
			toks[i].Aside = strings.Contains("“”", toks[i].Form)
		}
		turc := func(i int) (one, list int) {
			switch toks[i].Form {
			case "turc":
				one = 1
				if i+2 < len(toks) && toks[i+2].Form == "grec" {
					list = 3
				}
			case "grec":
				one = 1
			}
			return one, list
		}
		var got []string
		for i := range toks {
			for _, f := range m.Find(nil, toks, i, len(toks), turc) {
				got = append(got, forms[f.ID])
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, f := range []string{"", "(a)", "ab*", "a*b", "~", "(a b", "a) b", "((a b) c)", "~|a (b)", "~ ~", strings.Repeat("a|b ", 9)} {
		if _, err := Parse(f, rules); !errors.Is(err, ErrForm) {
			t.Errorf("Parse(%q) = %v, want ErrForm", f, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a|b (c) d* ~")
	f.Fuzz(func(t *testing.T, s string) {
		form, err := Parse(s, rules)
		if (err == nil) != (len(form) > 0) {
			t.Fatalf("Parse(%q): %d words, error %v", s, len(form), err)
		}
		m := New(rules, &Vocabulary{})
		m.AddForm(form, 1)
		if got := m.Find(nil, nil, 0, 0, nil); err == nil && len(got) > 0 {
			t.Fatalf("the form %q is found where no words are", s)
		}
	})
}
