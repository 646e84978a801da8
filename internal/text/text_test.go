package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"États": "etats", "à": "à", "OÙ": "où", "Președintele": "presedintele", "preşedintele": "presedintele",
		"L’": "l'", "Œuvre": "oeuvre", "Путин": "путин", "Зеленський": "зеленський", "Größe": "grosse", "Erdoğan": "erdogan",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTokenize(t *testing.T) {
	fr := &Rules{Apostrophe: Elision, Whole: map[string]bool{"aujourd'hui": true}}
	en := &Rules{Apostrophe: Possessive}
	tr := &Rules{Apostrophe: Suffix}
	es := &Rules{Apostrophe: Letter, Enclitics: Enclitics{
		Words: []string{"se", "lo", "la", "los"}, After: []string{"ar", "er", "ir", "ár", "iéndo"}, Whole: map[string]bool{"charla": true},
	}, Prefixes: Prefixes{Words: []string{"ex"}, Before: map[string]bool{"ministra": true}}}
	for _, c := range []struct {
		in    string
		rules *Rules
		want  string
	}{
		{"l’entretien d'aujourd’hui", fr, "l' entretien d' aujourd'hui"},
		{"Putin's call doesn't end.", en, "putin 's call does n't end ."},
		{"the U.S. and S.U.A.", en, "the u.s. and s.u.a."},
		{"russo-ukrainien — vice-président", fr, "russo -ukrainien — vice -president"},
		{"Erdoğan'ın evi", tr, "erdogan 'ın evi"},
		{"Para reunirse y verlo, dárselos o recibiéndola: charla de Carlos, pilar de la", es, "para reunir -se y ver -lo , dár -se -los o recibiendo -la : charla de carlos , pilar de la"},
		{"La exministra y la Exministra de Exteriores", es, "la ex -ministra y la ex -ministra de exteriores"},
		{"le 13.04.2021 à 15h30", fr, "le 13.04.2021 à 15h30"},
	} {
		var got []string
		for _, tok := range Tokenize(c.in, 0, len(c.in), c.rules) {
			w := tok.Form
			if tok.Hyphen {
				w = "-" + w
			}
			got = append(got, w)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q: %s", c.in, diff)
		}
	}
}

func TestSentences(t *testing.T) {
	rules := &Rules{Apostrophe: Elision, Abbreviations: map[string]bool{"m": true, "dr": true}}
	in := "M. Macron a parlé. « Nous irons. Oui ! » a dit J. Biden.\nTitre\nFin de l'appel\nThe U.S. President left the U.S. He won. He said so on X. Francis X. Smith left. Il a dit : « Nous irons. » Le roi partit."
	toks := Tokenize(in, 0, len(in), rules)
	var got []string
	for _, s := range Sentences(in, toks, rules) {
		got = append(got, in[toks[s.First].Start:toks[s.Last-1].End])
	}
	want := []string{"M. Macron a parlé.", "« Nous irons.", "Oui ! » a dit J. Biden.", "Titre", "Fin de l'appel",
		"The U.S. President left the U.S.", "He won.", "He said so on X.", "Francis X. Smith left.",
		"Il a dit : « Nous irons. »", "Le roi partit."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzTokenize(f *testing.F) {
	f.Add("L'appel de M. Poutine — 15:30, U.S. 'n't")
	f.Add("\xff\xfe'' -- ’")
	rules := &Rules{Apostrophe: Possessive}
	f.Fuzz(func(t *testing.T, s string) {
		toks := Tokenize(s, 0, len(s), rules)
		at := 0
		for _, tok := range toks {
			if tok.Start < at || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("token %+v out of order in %q", tok, s)
			}
			at = tok.End
		}
		n := 0
		for _, sent := range Sentences(s, toks, rules) {
			if sent.First != n || sent.Last <= sent.First {
				t.Fatalf("sentence %+v leaves a gap at %d", sent, n)
			}
			n = sent.Last
		}
		if n != len(toks) {
			t.Fatalf("%d of %d tokens in sentences", n, len(toks))
		}
	})
}

func TestSegment(t *testing.T) {
	for _, s := range []string{
		"The two met on 3 May, he said, at 10.30 a.m.", "l'accord, d’août 1,500 x_y _ a", "a \u0301b, c\u0301 d,\u0301 e", "U.S. 3,5 3, 5 a:b a: b", "  two  spaces\n line\r\nend ",
		"Întâlnirea de joi, cu președintele", "ко стал, да", "中文 a字 b", "🇫🇷🇩🇪 a👩\u200d🚀 b",
	} {
		seg := words.FromString(s)
		for at := 0; at < len(s); {
			seg.Next()
			n := segment(s[at:])
			if s[at:at+n] != seg.Value() {
				t.Fatalf("%q: %q, want %q", s, s[at:at+n], seg.Value())
			}
			at += n
		}
	}
}

// What goes the short way must come out as what goes the long one.
func TestBareLetters(t *testing.T) {
	for r := rune(1); r < 0x700; r++ {
		for _, word := range []string{string(r), "a" + string(r), string(r) + "\u0306"} {
			if got, want := string(appendBare(nil, []byte(word))), stripMarks(word); got != want && utf8.ValidString(word) {
				t.Errorf("%+q becomes %+q, want %+q", word, got, want)
			}
		}
	}
}
