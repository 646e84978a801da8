package generate

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// template is a sentence with slots: {A} and {B} are the sides of a contact, X and Y one
// of them each.
type template []piece

// piece is words as they stand, or a slot: who it is about, 0 for nobody, and what of it.
type piece struct {
	words string
	who   byte
	what  string
}

var slotForm = regexp.MustCompile(`\{[^{}]*\}`)

// The slots. Of a side: the whole (""), where it is no subject ("with"), forms of its
// state ("one", "two"), an ending for a woman ("f"). "he" and "she" stand for nothing: the
// sentence is one of a man, of a woman.
var (
	ofSides    = []string{"", "with", "one", "two", "f", "he", "she"}
	ofNobody   = []string{"day", "full", "city", "topics", "minutes"}
	conditions = []string{"he", "she"}
)

func parseTemplate(s string) (template, error) {
	var t template
	at := 0
	for _, m := range slotForm.FindAllStringIndex(s, -1) {
		if m[0] > at {
			t = append(t, piece{words: s[at:m[0]]})
		}
		at = m[1]
		name := s[m[0]+1 : m[1]-1]
		who, what, _ := strings.Cut(name, ".")
		switch {
		case slices.Contains([]string{"A", "B", "X", "Y"}, who) && slices.Contains(ofSides, what):
			t = append(t, piece{who: who[0], what: what})
		case slices.Contains(ofNobody, name):
			t = append(t, piece{what: name})
		default:
			return nil, fmt.Errorf("%q: no slot {%s}", s, name)
		}
	}
	if at < len(s) {
		t = append(t, piece{words: s[at:]})
	}
	return t, nil
}

// has reports whether the sentence tells something of nobody's, as its day.
func (t template) has(what string) bool {
	return slices.ContainsFunc(t, func(p piece) bool { return p.who == 0 && p.what == what })
}

// suits reports whether the sentence may be said of a scene.
func (t template) suits(sc *scene) bool {
	for _, p := range t {
		if p.who != 0 && slices.Contains(conditions, p.what) && (p.what == "she") != sc.sides[p.who].woman() {
			return false
		}
	}
	return !sc.dated || t.has("day")
}
