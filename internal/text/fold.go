package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldMarksFrom is the number of letters from which diacritics are dropped.
// Short words differ by them alone ("a" and "à", "ou" and "où"), long ones are
// often written without ("Etats-Unis", "presedintele").
const foldMarksFrom = 4

// Fold returns the form under which a word is compared: lower case, straight
// apostrophes, and without diacritics when it is a Latin word of four letters
// or more.
func Fold(word string) string {
	ascii, lower := true, true
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			ascii = false
			break
		}
		if 'A' <= c && c <= 'Z' {
			lower = false
		}
	}
	if ascii {
		if lower {
			return word
		}
		return strings.ToLower(word)
	}
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range word {
		writeLower(&b, r)
	}
	low := b.String()
	if utf8.RuneCountInString(low) < foldMarksFrom {
		return norm.NFC.String(low)
	}
	return StripMarks(low)
}

func writeLower(b *strings.Builder, r rune) {
	switch r {
	case '’', 'ʼ', '‘', '`', '´':
		b.WriteByte('\'')
	case 'ş', 'Ş':
		b.WriteRune('ș')
	case 'ţ', 'Ţ':
		b.WriteRune('ț')
	case 'İ':
		b.WriteByte('i')
	case '\u00ad', '\u200b', '\u200c', '\u200e', '\u200f', '\ufeff':
		// Invisible characters inside words: soft hyphen, joiners, direction marks.
	default:
		b.WriteRune(unicode.ToLower(r))
	}
}

// StripMarks drops the diacritics of Latin letters and writes ligatures out.
// Marks of other scripts stay: й is not и.
func StripMarks(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	latin := false
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) {
			if !latin {
				b.WriteRune(r)
			}
			continue
		}
		latin = r < 0x250 || unicode.Is(unicode.Latin, r)
		switch r {
		case 'œ':
			b.WriteString("oe")
		case 'æ':
			b.WriteString("ae")
		case 'ß':
			b.WriteString("ss")
		case 'ø':
			b.WriteByte('o')
		case 'ł':
			b.WriteByte('l')
		case 'đ', 'ð':
			b.WriteByte('d')
		case 'ı':
			b.WriteByte('i')
		case 'þ':
			b.WriteString("th")
		default:
			b.WriteRune(r)
		}
	}
	if latin || isASCII(b.String()) {
		return b.String()
	}
	return norm.NFC.String(b.String())
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
