package gazetteer

import (
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/text"
)

// Skeleton reduces a word of a name, in Latin, Cyrillic or Arabic letters, to what its spellings in
// different usages share: "Poutine" and "Putin", "Zelenski" and "Zelenskyy",
// "Loukachenko" and "Lukaşenko" have one skeleton each. It is built from the
// usual transliteration tables (French, German, English, Romanian, Polish), so
// that names are matched by rule and not by lists of spellings.
func Skeleton(word string) string {
	word = toLatin(inTwo(word))
	s := text.Fold(word)
	if !ascii(word) {
		s = text.StripMarks(strings.ToLower(hardMarks.Replace(word)))
	}
	s = digraphs.Replace(ending(servant(s)))
	var b strings.Builder
	b.Grow(len(s))
	var last byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch c {
		case 'w':
			c = 'v'
		case 'q', 'c':
			c = 'k'
		case 'y':
			c = 'i'
		case '\'', '-', '.', ' ':
			continue
		}
		if c == last && c != 0 { // double letters differ between usages
			continue
		}
		b.WriteByte(c)
		last = c
	}
	return trimEnd(b.String())
}

// skeletons holds the skeletons of words met before. The first words met stay,
// the frequent ones among them.
type skeletons [1 << skeletonBits]atomic.Pointer[skeleton]

const skeletonBits = 14

type skeleton struct{ word, of string }

// Skeleton is the function Skeleton for a word that may come again.
func (w *World) Skeleton(word string) string {
	h := uint32(2166136261) // FNV-1a
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	place := &w.known[h>>(32-skeletonBits)]
	known := place.Load()
	if known != nil && known.word == word {
		return known.of
	}
	s := Skeleton(word)
	if known == nil && len(word) <= longestKept {
		place.CompareAndSwap(nil, &skeleton{strings.Clone(word), s})
	}
	return s
}

// longestKept bounds the words that are kept, in bytes.
const longestKept = 32

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// servant drops the l that Arabic names write and do not speak: Abdulrahman and
// Abderrahmane, Abdulsalam and Abdessalam.
func servant(s string) string {
	if len(s) > 6 && strings.HasPrefix(s, "abd") && vowel(s[3]) && s[4] == 'l' && strings.IndexByte("drstnz", s[5]) >= 0 {
		return s[:4] + s[5:]
	}
	return s
}

// inTwo writes an Arabic name as those write it that part it in two and dot its last letter:
// "عبدالعزيز" as "عبد العزيز" and "شكرى" as "شكري". The space and the article are left out,
// as they are from a name of two words.
func inTwo(word string) string {
	if front, ok := strings.CutSuffix(word, "ى"); ok {
		word = front + "ي"
	}
	const servant = "عبد"
	if rest, ok := strings.CutPrefix(word, servant+article); ok && rest != "" {
		return servant + rest
	}
	return word
}

// ending levels the ends of Slavic names: "-ic", "-ici", "-ich" and "-ej", "-ei".
func ending(s string) string {
	switch {
	case strings.HasSuffix(s, "ici"):
		return s[:len(s)-1] + "h"
	case len(s) > 3 && strings.HasSuffix(s, "ic"):
		return s + "h"
	case strings.HasSuffix(s, "ej"):
		return s[:len(s)-1] + "i"
	}
	return s
}

// hardMarks keeps the letters whose mark is a sound of its own.
var hardMarks = strings.NewReplacer(
	"ș", "sh", "ş", "sh", "Ș", "sh", "Ş", "sh", "š", "sh", "Š", "sh", "ś", "sh",
	"č", "ch", "Č", "ch", "ć", "ch", "Ć", "ch", "ç", "ch", "Ç", "ch", "ž", "zh", "Ž", "zh", "ż", "zh", "Ż", "zh",
	"ț", "ts", "ţ", "ts", "Ț", "ts", "Ţ", "ts", "ñ", "ni", "ü", "u", "ö", "o", "ë", "e", "ё", "e", "’", "'", "ʻ", "'", "ʼ", "'",
)

// digraphs maps groups of letters that stand for one sound; the longest first.
var digraphs = strings.NewReplacer(
	"ciov", "Sev", "shchov", "Sev", "tchov", "Sev", "chov", "Sev",
	"schtsch", "S", "chtch", "S", "shch", "S", "tsch", "S", "tch", "S", "sch", "S", "sh", "S", "ch", "S", "cz", "S", "sz", "S",
	"lj", "li", "nj", "ni", "dzh", "J", "dj", "J", "zh", "J", "j", "J",
	"kh", "h", "gh", "g", "ph", "f", "th", "t", "dh", "d", "ck", "k", "qu", "k", "x", "ks", "ts", "S", "tz", "S",
	"oua", "ua", "oue", "ue", "oui", "ui", "ou", "u", "oo", "u", "ee", "i", "gue", "ge", "gui", "gi",
	"iou", "iu", "yai", "iai", "iai", "iai",
	"iye", "e", "iyo", "e", "iya", "ia", "iyu", "iu",
	"iy", "i", "ij", "i", "yi", "i", "iï", "i", "ai", "ei", "ay", "ei", "ey", "ei", "ye", "e", "ie", "e", "yo", "e", "io", "e",
	"yu", "iu", "ya", "ia",
)

// trimEnd drops what usages add or leave out at the end: the mute e of French
// (Poutine, Eltsine), the h of Arabic names (Abdullah).
func trimEnd(s string) string {
	n := len(s)
	if n > 4 && s[n-1] == 'e' && !vowel(s[n-2]) {
		return s[:n-1]
	}
	if n > 4 && s[n-1] == 'h' && vowel(s[n-2]) {
		return s[:n-1]
	}
	return s
}

func vowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

// looseFrom is the least length of a loose key that can identify a person.
const looseFrom = 4

// appendLoose appends a skeleton with those vowels levelled that usages write
// differently: a and e, o and u, which of several in a row, and s with its marks.
func appendLoose(dst []byte, skeleton string) []byte {
	inside := false
	for i := 0; i < len(skeleton); i++ {
		c := skeleton[i]
		if vowel(c) && inside {
			continue
		}
		inside = vowel(c)
		switch c {
		case 'e':
			c = 'a'
		case 'u':
			c = 'o'
		case 'h': // Bohdan, Bogdan
			c = 'g'
		case 'S': // a mark that was left out: Çavusoglu
			c = 's'
		}
		dst = append(dst, c)
	}
	return dst
}

// appendConsonants appends a skeleton without its vowels; see sameConsonants.
func appendConsonants(dst []byte, skeleton string) []byte {
	var last byte
	for i := 0; i < len(skeleton); i++ {
		if c := skeleton[i]; !vowel(c) && c != last {
			dst = append(dst, c)
			last = c
		}
	}
	return dst
}

// IsParticle reports whether a folded word is one of the small words of names that
// usages write, join or leave out.
func IsParticle(form string) bool {
	switch form {
	case "al", "el", "as", "ash", "an", "ar", "ad", "at", "az", "bin", "bn", "ben", "ibn", "bint", "abu", "de", "da", "do", "dos",
		"di", "del", "della", "van", "von", "fon", "der", "den", "la", "le", "ould", "e", "y",
		"фон", "дер", "ван", "аль", "эль", "ель", "бин", "бін", "бен", "ибн", "ібн", "абу",
		"بن", "ابن", "بنت", "ابو", "ال", "ولد":
		return true
	}
	return false
}

// IsPatronymic reports whether a folded word stands before the name of a father.
func IsPatronymic(form string) bool {
	switch form {
	case "bin", "bn", "ben", "ibn", "bint", "بن", "ابن", "بنت":
		return true
	}
	return false
}

// IsServant reports whether a folded word is the first half of an Arabic name
// ("servant of") whose second half is a word of its own.
func IsServant(form string) bool {
	switch form {
	case "abd", "abdel", "abdol", "abdul", "عبد":
		return true
	}
	return false
}
