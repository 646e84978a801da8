package naming

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
		if d := cmp.Diff(c.want, Nearest(c.word, commands)); d != "" {
			t.Errorf("%q: %s", c.word, d)
		}
	}
	many := strings.Fields("aa ab ac ad ae af ag")
	if got := Nearest("ax", many); len(got) != 5 {
		t.Errorf("%d guesses: %q", len(got), got)
	}
}
