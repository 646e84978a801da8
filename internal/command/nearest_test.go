package command

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNearest(t *testing.T) {
	commands := []string{"read", "score", "version", "world"}
	for _, c := range []struct {
		word string
		want []string
	}{
		{"raed", []string{"read"}}, {"wrold", []string{"world"}}, {"versoin", []string{"version"}},
		{"Score", []string{"score"}}, {"ver", []string{"version"}}, {"export", nil}, {"", nil},
	} {
		if d := cmp.Diff(c.want, nearest(c.word, commands)); d != "" {
			t.Errorf("%q: %s", c.word, d)
		}
	}
	many := strings.Fields("aa ab ac ad ae af ag")
	if got := nearest("ax", many); len(got) != 5 {
		t.Errorf("%d guesses: %q", len(got), got)
	}
}

func TestOneLine(t *testing.T) {
	if got, want := oneLine("a\nb\tc\x1b[2Jd\n"), "a b c\ufffd[2Jd"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
