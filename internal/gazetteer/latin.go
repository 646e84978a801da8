package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// latin writes the letters of other scripts as English usage does, in lower case. The
// Cyrillic ones follow BGN/PCGN without its apostrophes, the Arabic ones what is heard
// where short vowels stay unwritten. Letters of Persian and Urdu are among them.
var latin = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'е': "e", 'ё': "e", 'є': "ie", 'ж': "zh", 'з': "z", 'и': "i",
	'і': "i", 'ї': "i", 'й': "y", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t",
	'у': "u", 'ў': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e",
	'ю': "yu", 'я': "ya", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "ch", 'ђ': "dj", 'џ': "dzh",
	'ѓ': "gj", 'ќ': "kj", 'ѕ': "dz", 'ә': "a", 'ғ': "gh", 'қ': "q", 'ң': "ng", 'ө': "o", 'ұ': "u", 'ү': "u", 'һ': "h", 'ҳ': "h", 'ҷ': "j",
	'ӣ': "i", 'ӯ': "u",
	'ا': "a", 'أ': "a", 'إ': "i", 'آ': "a", 'ٱ': "a", 'ب': "b", 'پ': "p", 'ت': "t", 'ث': "th", 'ج': "j", 'چ': "ch", 'ح': "h",
	'خ': "kh", 'د': "d", 'ذ': "dh", 'ر': "r", 'ز': "z", 'ژ': "zh", 'س': "s", 'ش': "sh", 'ص': "s", 'ض': "d", 'ط': "t", 'ظ': "z",
	'ع': "a", 'غ': "gh", 'ف': "f", 'ڤ': "v", 'ق': "q", 'ك': "k", 'ک': "k", 'گ': "g", 'ل': "l", 'م': "m", 'ن': "n", 'ه': "h",
	'ة': "a", 'و': "u", 'ؤ': "u", 'ي': "i", 'ی': "i", 'ئ': "i", 'ى': "i", 'ء': "",
}

// IsLatin reports whether a word begins in no other script that names are matched across.
func IsLatin(word string) bool { return !isArabic(word) && !isCyrillic(word) }

// article is the Arabic one, which names are found with and without.
const article = "ال"

// isArabic and isCyrillic report in what script a word begins.
func isArabic(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return '\u0600' <= r && r <= '\u06ff'
}

func isCyrillic(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return '\u0400' <= r && r <= '\u052f'
}

// toLatin writes a word of another script in Latin letters. A word that is Latin
// already comes back as it is.
func toLatin(word string) string {
	if IsLatin(word) {
		return word
	}
	if bare, ok := strings.CutPrefix(word, article); ok && utf8.RuneCountInString(bare) > 2 {
		word = bare
	}
	var b strings.Builder
	for _, r := range norm.NFC.String(strings.ToLower(word)) {
		switch s, known := latin[r]; {
		case known:
			b.WriteString(s)
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Latin writes a name in Latin letters: each word as the gazetteer writes it for persons
// that bear it, else by the letters. A Latin name comes back as it is.
func (w *World) Latin(name string) string {
	if IsLatin(name) {
		return name
	}
	words := strings.Fields(name)
	for i, word := range words {
		parts := strings.Split(word, "-")
		for k, part := range parts {
			parts[k] = w.latinWord(part)
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

func (w *World) latinWord(word string) string {
	if known := w.latins()[strings.ToLower(word)]; known != "" {
		return known
	}
	s := toLatin(word)
	if isCyrillic(word) && (strings.HasSuffix(s, "iy") || strings.HasSuffix(s, "yy")) {
		s = s[:len(s)-2] + "y"
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// latinWords learns how words of names in other scripts are written in Latin letters from
// the persons who bear them: the spelling that most have, of several the first.
func latinWords(w *World) map[string]string {
	counts := map[string]map[string]int{}
	for _, p := range w.Persons {
		native, own := strings.Fields(p.Native), strings.Fields(p.Name)
		if len(native) != len(own) || IsLatin(p.Native) {
			continue
		}
		for i, n := range native {
			n = strings.ToLower(n)
			if counts[n] == nil {
				counts[n] = map[string]int{}
			}
			counts[n][own[i]]++
		}
	}
	out := make(map[string]string, len(counts))
	for n, spellings := range counts {
		for _, s := range sortedKeys(spellings) {
			if spellings[s] > spellings[out[n]] {
				out[n] = s
			}
		}
	}
	return out
}
