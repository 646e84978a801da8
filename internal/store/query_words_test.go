package store

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseWords(t *testing.T) {
	tests := []struct{ query, want string }{
		{"grain", `"grain"`},
		{"  Grain   DEAL ", `"grain" AND "deal"`},
		{`"Grain Deal" Odesa`, `"grain deal" AND "odesa"`},
		{"négoci*", `"negoci" *`},
		{`"prisoner exch"*`, `"prisoner exch" *`},
		{`"prisoner exch*"`, `"prisoner exch" *`},
		{"États-Unis", `"etats unis"`},
		{"l’Élysée", `"l elysee"`},
		{"«sommet» „Gipfel“ “summit”", `"sommet" AND "gipfel" AND "summit"`},
		{`"left open`, `"left open"`},
		{`mid"dle"end`, `"mid" AND "dle" AND "end"`},
		{"OR AND NOT NEAR(a b)", `"or" AND "and" AND "not" AND "near a" AND "b"`},
		{"title:war ^first {a} -b +c", `"title war" AND "first" AND "a" AND "b" AND "c"`},
		{"Королёв ЙОД", `"королев" AND "йод"`},
		{"الرَّئيس أحمد", `"الرءيس" AND "احمد"`},
		{"İstanbul ısı", `"istanbul" AND "isi"`},
		{"co\u00adoperation", `"cooperation"`},
		{"п’ять пʼять", `"п ять" AND "п ять"`},
		{`* "" "*" - grain`, `"grain"`},
	}
	for _, tt := range tests {
		phrases, err := parseWords(tt.query)
		if err != nil {
			t.Errorf("%q: %v", tt.query, err)
		}
		if diff := cmp.Diff(tt.want, match(phrases)); diff != "" {
			t.Errorf("%q:\n%s", tt.query, diff)
		}
	}
	for _, query := range []string{"", " ", `"" * ?!`, strings.Repeat("word ", mostPhrases+1)} {
		if _, err := parseWords(query); !errors.Is(err, ErrWords) {
			t.Errorf("%q: error %v, want ErrWords", query, err)
		}
	}
}

// Whatever is searched for, or given as a name, is no error of the database, and what is marked was searched for.
func FuzzSearchWords(f *testing.F) {
	for _, seed := range []string{"truce", `"spoke by phone`, `pré* "a b"*`, "NEAR(a, 3) OR title:b", "'; DROP TABLE words; --", "п’ять\x00\xff", "\u0301\u200b", "^{x}*", "ﷺ ǅ ß"} {
		f.Add(seed)
	}
	s := small(f)
	f.Fuzz(func(t *testing.T, query string) {
		f := Filter{People: []string{query}, Places: []string{query}, Outlets: []string{query}, Topics: []string{query}}
		if err := drain(s.Entries(t.Context(), f)); err != nil {
			t.Fatal(err)
		}
		hits := 0
		for h, err := range s.Search(t.Context(), query, Filter{}) {
			if errors.Is(err, ErrWords) {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if hits++; len(h.Title) == 0 && len(h.Snippet.Marks) == 0 {
				t.Errorf("%q was found in %s, and nothing is marked", query, h.Document.ID)
			}
		}
		// What a document says is found in it.
		if _, err := parseWords(query); err != nil || strings.Contains(query, "*") {
			return
		}
		r := paper("fuzz", "2025-03-12", "-", "en", "Title\n"+query)
		if n := len(markWords(r.Document.Text, 6, len(r.Document.Text), mustParse(t, query))); n == 0 {
			t.Errorf("%q has no words in its own text", query)
		}
	})
}

func mustParse(t *testing.T, query string) []phrase {
	t.Helper()
	p, err := parseWords(query)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
