package passage

import "unicode"

// script is a writing system that Parley tells apart.
type script uint8

const (
	noScript script = iota
	latin
	cyrillic
	arabic
	greek
	hebrew
	han
	kana
	hangul
	devanagari
	georgian
	armenian
	thai
	ethiopic
	otherScript
)

// scripts names the tables behind the scripts other than Latin.
var scripts = []struct {
	script script
	table  *unicode.RangeTable
}{
	{cyrillic, unicode.Cyrillic}, {arabic, unicode.Arabic}, {han, unicode.Han},
	{kana, unicode.Hiragana}, {kana, unicode.Katakana}, {hangul, unicode.Hangul},
	{greek, unicode.Greek}, {hebrew, unicode.Hebrew}, {devanagari, unicode.Devanagari},
	{georgian, unicode.Georgian}, {armenian, unicode.Armenian}, {thai, unicode.Thai},
	{ethiopic, unicode.Ethiopic},
}

// spaceless reports whether the script is written without spaces.
func (s script) spaceless() bool { return s == han || s == kana || s == thai }

func scriptOfRune(r rune) script {
	if r < 0x250 {
		return latin
	}
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return s.script
		}
	}
	if unicode.Is(unicode.Latin, r) {
		return latin
	}
	return otherScript
}

// scriptSample bounds the bytes of a line by which its script is told.
const scriptSample = 120

// scriptOf returns the script of most letters at the start of s. Japanese is
// told by its kana, however few.
func scriptOf(s string) script {
	var n [otherScript + 1]int
	for i, r := range s {
		if i >= scriptSample {
			break
		}
		switch {
		case 'a' <= r|0x20 && r|0x20 <= 'z':
			n[latin]++
		case r >= 0x80 && unicode.IsLetter(r):
			n[scriptOfRune(r)]++
		}
	}
	if n[kana] > 0 && n[kana]*4 > n[han] {
		n[kana] += n[han]
	}
	best := noScript
	for i, c := range n {
		if c > n[best] {
			best = script(i)
		}
	}
	return best
}
