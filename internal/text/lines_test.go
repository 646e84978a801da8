package text_test

import (
	"testing"

	"github.com/parley-news/parley/internal/text"
)

const folded = "The ministers of Peru and Ghana met in Accra on Monday to speak of the\nharbour, a spokesman said. They agreed that a delegation would visit\nLima in May and that the\nharbour should be ready by then.\n"

func TestWidth(t *testing.T) {
	for in, want := range map[string]int{
		"":     0,
		folded: 70,
		"Peru and Ghana meet in Accra\nGhana says no to a harbour\nA minister leaves\n":                                                               0,
		"The Foreign Minister of Peru came to Accra. He\nMet President Akufo-Addo there on Monday. They\nSpoke of a harbour.\n":                       46,
		folded + "A line that is this long shows that nobody has folded the text, for who folds a text folds all of it, and this line is too long.\n": 0,
	} {
		if got := text.Width(in); got != want {
			t.Errorf("Width(%.40q) = %d, want %d", in, got, want)
		}
	}
}

func TestContinues(t *testing.T) {
	for _, c := range []struct {
		line, next string
		width      int
		want       bool
	}{
		{"The minister", "said so.", 0, true},
		{"The minister said so.", "said so.", 0, false},
		{"They spoke of:", "trade", 0, false},
		{"said President", "Akufo-Addo in Accra", 20, true},
		{"Accra", "Ghana met Peru", 60, false},
		{"The ministers of Peru and Ghana met in Accra", "- trade", 44, false},
		{"The ministers of Peru and Ghana met in Accra", "  They left.", 44, false},
		{"", "said", 0, false},
	} {
		if got := text.Continues(c.line, c.next, c.width); got != c.want {
			t.Errorf("Continues(%q, %q, %d) = %t", c.line, c.next, c.width, got)
		}
	}
}

// A folded paragraph is read as if it were one line.
func TestSentencesOfFoldedText(t *testing.T) {
	toks := text.Tokenize(folded, 0, len(folded), &text.Rules{})
	if got := len(text.Sentences(folded, toks, &text.Rules{})); got != 2 {
		t.Errorf("%d sentences, want 2", got)
	}
}
