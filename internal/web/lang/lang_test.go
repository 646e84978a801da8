package lang

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

func TestParity(t *testing.T) {
	en := Of("en")
	for _, code := range Codes() {
		l := Of(code)
		for key, text := range en.texts {
			other, ok := l.texts[key]
			if !ok {
				t.Errorf("%s has no text for %s: %q", code, key, text)
				continue
			}
			of := func(s string) []string {
				return slices.Compact(slices.Sorted(slices.Values(placeholder.FindAllString(s, -1))))
			}
			if diff := cmp.Diff(of(text), of(other)); diff != "" {
				t.Errorf("%s: %s has other places for values than English (-en +%s):\n%s", code, key, code, diff)
			}
			if other != strings.TrimSpace(other) && !strings.HasPrefix(key, "words.") || other == "" {
				t.Errorf("%s: %s is empty or has space around it: %q", code, key, other)
			}
		}
		for key := range l.texts {
			if !en.Has(key) {
				t.Errorf("%s has a text that English has not: %s", code, key)
			}
		}
	}
}

// TestWords checks that every word of the closed lists of the records can be said.
func TestWords(t *testing.T) {
	lists := map[string][]string{
		"kind": record.Kinds, "status": record.Statuses, "topic": record.Topics, "act": record.Acts,
		"role": record.Roles, "field": record.Fields, "genre": record.Genres, "mode": record.Modes, "action": record.Actions,
	}
	for step := range record.Steps {
		lists["step"] = append(lists["step"], step)
	}
	for list, words := range lists {
		for _, w := range words {
			if key := "words." + list + "." + w; !Of("en").Has(key) {
				t.Errorf("no text %s", key)
			}
		}
	}
}

func TestCount(t *testing.T) {
	tests := []struct {
		code string
		n    int
		want string
	}{
		{"en", 0, "0 documents"}, {"en", 1, "1 document"}, {"en", 1234567, "1,234,567 documents"},
		{"fr", 0, "0 document"}, {"fr", 1, "1 document"}, {"fr", 2000, "2\u202f000 documents"},
	}
	for _, tt := range tests {
		if got := Of(tt.code).Count("count.documents", tt.n); got != tt.want {
			t.Errorf("%s: Count(%d) = %q, want %q", tt.code, tt.n, got, tt.want)
		}
	}
}

func TestChosen(t *testing.T) {
	for header, want := range map[string]string{
		"": "en", "fr-CH, fr;q=0.9, en;q=0.8": "fr", "de, ru": "en", "de;q=0.9, fr;q=0.5": "fr", "\x00": "en", "en-GB": "en",
	} {
		if got := Chosen(header).Code; got != want {
			t.Errorf("Chosen(%q) = %s, want %s", header, got, want)
		}
	}
}

func TestStrict(t *testing.T) {
	_, err := load(fstest.MapFS{"en/page.yaml": {Data: []byte("a: x\na: y\n")}})
	if err == nil || !strings.Contains(err.Error(), "en/page.yaml: [2:1]") {
		t.Errorf("a key written twice: %v, want an error that names file, line and column", err)
	}
}
