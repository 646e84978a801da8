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

// Plain reports whether a word is made of digits and letters of the Latin
// script alone: such a word is one token for Tokenize.
func Plain(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf {
			return plainFrom(word[i:])
		} else if !asciiLetter(c) && (c < '0' || '9' < c) {
			return false
		}
	}
	return word != ""
}

func plainFrom(word string) bool {
	for _, r := range word {
		switch {
		case r < utf8.RuneSelf:
			if c := byte(r); !asciiLetter(c) && (c < '0' || '9' < c) {
				return false
			}
		case r < 0xC0 || r > 0x24F || r == '×' || r == '÷':
			return false
		}
	}
	return true
}

func asciiLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// Fold returns the form under which a word is compared: lower case, straight
// apostrophes, and without diacritics when it is a Latin word of four letters
// or more.
func Fold(word string) string {
	if folded(word) {
		return word
	}
	var buf [64]byte
	return string(appendFold(buf[:0], word))
}

// folded reports whether a word is ASCII without capitals, so that it is its own
// form.
func folded(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

// appendFold is Fold for a word that goes to the end of a piece of memory.
func appendFold(dst []byte, word string) []byte {
	start := len(dst)
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return appendFoldMarked(dst[:start], word)
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		dst = append(dst, c)
	}
	return dst
}

// firstMark is the first letter that may combine with the one before it.
const firstMark = 0x300

func appendFoldMarked(dst []byte, word string) []byte {
	var buf [64]byte
	low := buf[:0]
	letters, composed := 0, true
	for _, r := range word {
		if r = lower(r); r != 0 {
			low = utf8.AppendRune(low, r)
			letters++
			composed = composed && r < firstMark
		}
	}
	switch {
	case letters >= foldMarksFrom:
		return appendBare(dst, low)
	case composed:
		return append(dst, low...)
	}
	return append(dst, norm.NFC.String(string(low))...)
}

// Folds folds many words into one piece of memory. It can be used again.
type Folds struct {
	letters []byte
	forms   []foldedForm
}

type foldedForm struct {
	form     *string
	from, to int
}

// Add has form set to the form of a word, with what stands behind the word, when
// all are done.
func (f *Folds) Add(form *string, word, behind string) {
	if folded(word) && behind == "" {
		*form = word
		return
	}
	from := len(f.letters)
	f.letters = append(appendFold(f.letters, word), behind...)
	f.forms = append(f.forms, foldedForm{form, from, len(f.letters)})
}

// Done sets the forms.
func (f *Folds) Done() {
	all := string(f.letters)
	for _, p := range f.forms {
		*p.form = all[p.from:p.to]
	}
	clear(f.forms) // of the words that they point to
	f.letters, f.forms = f.letters[:0], f.forms[:0]
}

// lower returns a letter as it is compared but for its marks, 0 for what is
// not seen.
func lower(r rune) rune {
	switch r {
	case '’', 'ʼ', '‘', '`', '´':
		return '\''
	case 'ş', 'Ş':
		return 'ș'
	case 'ţ', 'Ţ':
		return 'ț'
	case 'İ':
		return 'i'
	case '\u00ad', '\u200b', '\u200c', '\u200e', '\u200f', '\ufeff':
		// Invisible characters inside words: soft hyphen, joiners, direction marks.
		return 0
	}
	if '،' <= r && r <= 'ٱ' {
		return lowerArabic(r)
	}
	return unicode.ToLower(r)
}

// lowerArabic levels what Arabic writers leave out or write in two ways: vowel signs,
// the stretching of a word, and the hamza on a letter that carries it.
func lowerArabic(r rune) rune {
	switch {
	case r == 'أ', r == 'إ', r == 'آ', r == 'ٱ':
		return 'ا'
	case r == 'ى':
		return 'ي'
	case r == 'ؤ', r == 'ئ':
		return 'ء'
	case r == '،':
		return ','
	case r == '؛':
		return ';'
	case r == '؟':
		return '?'
	case '٠' <= r && r <= '٩':
		return r - '٠' + '0'
	case r == 'ـ', 'ً' <= r && r <= 'ْ', r == 'ٰ':
		return 0
	}
	return r
}

// bareBelow bounds the letters that bare says the plain form of: the Latin
// alphabet with the marks of European languages.
const bareBelow = 0x250

// bare writes each letter without its marks, and ligatures out.
var bare = func() (table [bareBelow]string) {
	for r := rune(utf8.RuneSelf); r < bareBelow; r++ {
		table[r] = stripMarks(string(r))
	}
	return table
}()

// StripMarks drops the diacritics of Latin letters and writes ligatures out.
// Marks of other scripts stay: й is not и.
func StripMarks(s string) string {
	if isASCII(s) {
		return s
	}
	var buf [64]byte
	if out := appendBare(buf[:0], []byte(s)); string(out) != s {
		return string(out)
	}
	return s
}

// appendBare is StripMarks for a word that goes to the end of a piece of memory.
func appendBare(dst, word []byte) []byte {
	start := len(dst)
	for _, r := range string(word) {
		switch {
		case r < utf8.RuneSelf:
			dst = append(dst, byte(r))
		case r < bareBelow:
			dst = append(dst, bare[r]...)
		case unmarked(r):
			dst = utf8.AppendRune(dst, r)
		default:
			return append(dst[:start], stripMarks(string(word))...)
		}
	}
	return dst
}

// unmarked reports whether a letter is one of Cyrillic or Arabic, whose marks are letters of
// their own. A mark that stands alone is none.
func unmarked(r rune) bool { return 'Ѐ' <= r && r <= 'ҁ' || 'ء' <= r && r <= 'ي' }

func stripMarks(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	latin, marked := false, false
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) {
			if !latin {
				b.WriteRune(r)
				marked = true
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
	if !marked {
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
