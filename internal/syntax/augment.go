package syntax

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shares of the training sentences that are learned a second time in another
// spelling, so that headlines and careless texts are read too.
const (
	titledShare = 0.15
	shoutShare  = 0.10
	lowerShare  = 0.05
	bareShare   = 0.05
)

// respell returns copies of some of the sentences as headlines have them, in
// capitals, without capitals and without diacritics.
func respell(sentences []Sentence, seed uint64) []Sentence {
	rng := rand.New(rand.NewPCG(seed, 1))
	var out []Sentence
	for _, way := range []struct {
		share  float64
		change func(string) string
	}{
		{titledShare, titled},
		{shoutShare, strings.ToUpper},
		{shoutShare / 2, func(s string) string { return strings.ToUpper(bare(s)) }},
		{lowerShare, strings.ToLower},
		{bareShare, bare},
	} {
		for _, s := range sentences {
			if rng.Float64() < way.share {
				out = append(out, respelled(s, way.change))
			}
		}
	}
	return out
}

func respelled(s Sentence, change func(string) string) Sentence {
	s.Words = slices.Clone(s.Words)
	for i := range s.Words {
		s.Words[i].Form = change(s.Words[i].Form)
	}
	return s
}

func titled(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	if utf8.RuneCountInString(word) <= 3 {
		return word
	}
	return string(unicode.ToUpper(r)) + word[size:]
}

// bareLetters lists letters with diacritics, each group after its bare letter.
var bareLetters = map[rune]string{
	'a': "àáâãäåăāą", 'c': "çćčĉ", 'd': "ď", 'e': "èéêëēęě", 'g': "ğĝ", 'i': "ìíîïīı",
	'l': "ł", 'n': "ñńň", 'o': "òóôõöōő", 'r': "ř", 's': "śšşșŝ", 't': "ťţț",
	'u': "ùúûüūůű", 'y': "ýÿ", 'z': "źżž",
}

// bare strips the diacritics of Latin letters.
func bare(word string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 {
			return r
		}
		lower := unicode.ToLower(r)
		for plain, group := range bareLetters {
			if strings.ContainsRune(group, lower) {
				if lower != r {
					return unicode.ToUpper(plain)
				}
				return plain
			}
		}
		return r
	}, word)
}
