package gazetteer

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Identity returns what tells a person of whom the gazetteer does not know from others, in
// every document and script: what all spellings of the name leave, the country and the
// office. It is "" where one of the three is missing, or where the name is not in full:
// then nothing shows that two are one.
func (w *World) Identity(name, country, office string) string {
	if key := nameKey(name); key != "" && country != "" && office != "" {
		return "~" + key + "/" + country + "/" + office
	}
	return ""
}

// nameKey reduces the first and the last name of somebody to what usages and scripts agree
// on, in alphabetical order, since some put the family name first. A name of which that
// leaves too little to tell it from others keeps its vowels: "Li Wei" is not "Lu Wei".
// It is "" for a name of one word.
func nameKey(name string) string {
	words := spokenWords(name)
	if len(words) < 2 {
		return ""
	}
	ends := []string{words[0], words[len(words)-1]}
	bare := []string{anyScript.word(ends[0]), anyScript.word(ends[1])}
	if bare[0] != "" && bare[1] != "" && len(bare[0])+len(bare[1]) >= anyScript.least {
		ends = bare
	}
	slices.Sort(ends)
	return ends[0] + " " + ends[1]
}

// anyScript compares names across all scripts: what the Arabic one cannot tell apart is one.
var anyScript = script{drops: arabic.drops, classes: arabic.classes, least: 3}

// SoundAlike reports whether the skeletons of two words are one in what scripts and usages agree on.
func SoundAlike(a, b string) bool {
	const least = 2
	left := cyrillic.word(a)
	return len(left) >= least && left == cyrillic.word(b)
}

func (sc *script) word(skeleton string) string { return string(sc.appendWord(nil, skeleton)) }

// spokenWords returns the skeletons of the words of a name without particles, initials and
// the numbers of rulers. A servant and what follows are one word, as usages differ.
func spokenWords(name string) []string {
	var out []string
	servant := false
	for _, word := range nameWords(name) {
		s := Skeleton(word)
		switch {
		case IsServant(s):
			servant = true
		case s == "" || IsParticle(s) || len(strings.TrimLeft(s, "ivx")) == 0 || utf8.RuneCountInString(word) == 1:
		case servant:
			out, servant = append(out, servantOf(s)), false
		default:
			out = append(out, unserved(s))
		}
	}
	return out
}

// unserved writes a servant's name that is one word as servantOf does.
func unserved(s string) string {
	if rest, ok := strings.CutPrefix(s, "abd"); ok && len(rest) > 2 && vowel(rest[0]) {
		return servantOf(strings.TrimPrefix(rest[1:], "l"))
	}
	return s
}

func servantOf(s string) string { return "abd" + strings.TrimPrefix(s, "al") }
