package parley_test

import (
	"testing"

	"github.com/parley-news/parley"
)

func TestDays(t *testing.T) {
	for s, want := range map[string]string{
		"2025": "2025-01-01 2025-12-31", "2024-02": "2024-02-01 2024-02-29", "2025-03-12": "2025-03-12 2025-03-12",
		"2025-02-30": " ", "March": " ", "": " ",
	} {
		first, last, ok := parley.Days(s)
		if got := first + " " + last; got != want || ok != (want != " ") {
			t.Errorf("%q: %q, %v", s, got, ok)
		}
	}
}
