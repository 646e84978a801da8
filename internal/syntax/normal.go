package syntax

import (
	"unicode"
	"unicode/utf8"
)

// letters says how a model reads letters that are written in two ways.
type letters uint8

// commaBelow maps the cedilla of ş and ţ to the comma below that Romanian
// asks for. A model of a language that writes the cedilla does not set it.
const commaBelow letters = 1

// plain maps a rune to the one the models know: typewriter quotation marks,
// one dash, one digit.
func (l letters) plain(r rune) rune {
	switch {
	case r < 0x80:
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	case l&commaBelow != 0 && (r == 'ş' || r == 'Ş' || r == 'ţ' || r == 'Ţ'):
		switch r {
		case 'ş':
			return 'ș'
		case 'Ş':
			return 'Ș'
		case 'ţ':
			return 'ț'
		}
		return 'Ț'
	}
	switch r {
	case '’', '‘', 'ʼ', '‛', '´', '′':
		return '\''
	case '،':
		return ','
	case '؛':
		return ';'
	case '؟':
		return '?'
	case '“', '”', '„', '‟', '«', '»', '″':
		return '"'
	case '–', '—', '―', '−', '‑', '‐':
		return '-'
	case '\u00a0', '\u202f', '\u2009':
		return ' '
	}
	if unicode.IsDigit(r) {
		return '0'
	}
	return r
}

// appendPlain appends word as the models know it, in the case it came in.
// Digits stay what they are.
func (l letters) appendPlain(dst []byte, word string) []byte {
	for _, r := range word {
		if unicode.IsDigit(r) {
			dst = utf8.AppendRune(dst, r)
			continue
		}
		dst = utf8.AppendRune(dst, l.plain(r))
	}
	return dst
}

// fold lowers a rune without a trip through the tables for the common ones.
func fold(r rune) rune {
	if r < 0x80 {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}

// spelling is how a sentence uses capitals.
type spelling uint8

const (
	ordinary  spelling = iota
	headline           // Most Words Have a Capital
	shouting           // MOST WORDS ARE CAPITALS
	uncapital          // a longer sentence without a single capital
)

// spellingOf judges a sentence by its words of more than three letters, the
// first one aside.
func spellingOf(words []string) spelling {
	var long, titled, upper, any int
	for i, w := range words {
		first, size := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(first) {
			any++
		}
		if len(w) <= 3 || !unicode.IsLetter(first) {
			continue
		}
		second, _ := utf8.DecodeRuneInString(w[size:])
		if unicode.IsUpper(first) && unicode.IsUpper(second) {
			upper++
			long++
			continue
		}
		if i == 0 {
			continue
		}
		long++
		if unicode.IsUpper(first) {
			titled++
		}
	}
	switch {
	case long >= 3 && upper*10 >= long*7:
		return shouting
	case long >= 3 && (titled+upper)*10 >= long*7:
		return headline
	case any == 0 && long >= 5:
		return uncapital
	}
	return ordinary
}

// shapeOf sums up how a word is written: capitals, digits, hyphens, points, in
// runs, as far as the spelling of its sentence lets that mean something.
func shapeOf(word string, how spelling) uint64 {
	const (
		lower = iota + 1
		upper
		digit
		hyphen
		point
		quote
		other
	)
	h := uint64(how) + 1
	last, run := 0, 0
	for _, r := range word {
		kind := other
		switch {
		case unicode.IsUpper(r):
			kind = upper
		case unicode.IsLetter(r):
			kind = lower
		case unicode.IsDigit(r):
			kind = digit
		case r == '-':
			kind = hyphen
		case r == '.' || r == ',' || r == ':':
			kind = point
		case r == '\'' || r == '’':
			kind = quote
		}
		if how != ordinary && kind == upper {
			kind = lower
		}
		if kind != last {
			run = 0
		}
		if run++; run <= 2 {
			h = h*37 + uint64(kind)
		}
		last = kind
	}
	return h
}
