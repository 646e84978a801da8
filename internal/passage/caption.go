package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How long a caption may be, in words.
const captionWords = 60

// caption reports whether line i describes a picture: it ends in the mark of
// who took it, or says where in it somebody stands.
func (d *document) caption(i int) bool {
	l := &d.lines[i]
	if l.words > captionWords || len(l.s) > 3*tokenLimit {
		return false
	}
	s := strings.TrimRight(l.s, " |")
	if marked(s, "©") || marked(s, "(c)") || d.placed(s) || tweeted(s) {
		return true
	}
	// A title may end in its source; the line above it does not.
	first := i == 0 && (len(d.lines) == 1 || d.lines[1].stop || d.lines[1].words >= longWords)
	return !first && (d.bracketed(s) || !l.quoted && d.slashed(s) || d.named(l))
}

// marked reports whether a sign of rights stands near the end.
func marked(s, sign string) bool {
	const near = 50
	return strings.Contains(s[max(0, len(s)-near):], sign)
}

// tweeted reports whether a line signs a message from a network: "— Jane Roe
// (@jane) March 13, 2024".
func tweeted(s string) bool {
	return (strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–")) && strings.Contains(s, "(@")
}

// slashed reports whether a line ends in "Jane Roe/REUTERS".
func (d *document) slashed(s string) bool {
	i := strings.LastIndexByte(s, '/')
	if i < 1 {
		return false
	}
	last := strings.Trim(s[i+1:], " )")
	// "AFP / JANE ROE" behind the words of the caption.
	if by := strings.Fields(s[:i]); len(by) > 0 && strings.Count(last, " ") <= 2 && shouted(last) && d.signs(strings.Trim(by[len(by)-1], "(")) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	if before != ' ' && !unicode.IsLower(before) || strings.HasSuffix(s, ".") {
		return false
	}
	return d.signs(last) || len(last) >= 2 && len(last) <= 12 && strings.IndexFunc(last, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// bracketed reports whether a line that is no sentence ends in brackets with
// the credit of a picture: "(Reuters)", "(Photo: ministry)", "[AFP]".
func (d *document) bracketed(s string) bool {
	s = strings.TrimSuffix(s, ".")
	if !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "]") {
		return false
	}
	at := strings.LastIndexAny(s, "([")
	if at < 0 || strings.Count(s[at:], " ") > 8 {
		return false
	}
	if stop, _ := ending(strings.TrimSpace(s[:at])); stop {
		return false
	}
	return d.signs(strings.Trim(s[at:], "()[] "))
}

// signs reports whether some words are the credit of a picture.
func (d *document) signs(s string) bool {
	toks := tokenize(s, len(s))
	found := strings.ContainsRune(s, '.') && !strings.ContainsAny(s, " 0123456789") // a domain
	for i := range toks {
		d.phrases.find(toks[i:], func(h hit) bool {
			found = found || h.kind == agency || h.kind == credit && h.next < len(toks)-i
			return !found
		})
		// "Photo IGAD" as well as "Photo: IGAD".
		found = found || i == 0 && len(toks) > 1 && d.labels(toks[0].form)
	}
	return found
}

// labels reports whether a word is the label of a credit.
func (d *document) labels(form string) bool {
	for _, p := range d.phrases.first[form] {
		if p.kind == credit && len(p.words) == 2 && p.words[1] == separator {
			return true
		}
	}
	return false
}

// named reports whether a line is a name with an agency behind it, alone or
// after a dash: "David Salazar Agence France-Presse".
func (d *document) named(l *line) bool {
	const most = 12
	toks := l.toks
	if len(toks) > most {
		return false
	}
	caps := 0
	for i, t := range toks {
		for _, p := range d.phrases.first[t.form] {
			if next, ok := p.fits(toks, i); ok && p.kind == agency && next == len(toks) && (caps > 0 || i == 0) {
				return true
			}
		}
		switch {
		case t.upper:
			caps++
		case t.form != separator && len(t.form) > 3:
			return false
		}
	}
	return false
}

// placed reports whether brackets say where in a picture somebody stands.
func (d *document) placed(s string) bool {
	for {
		at := strings.IndexByte(s, '(')
		if at < 0 {
			return false
		}
		s = s[at+1:]
		end := strings.IndexByte(s, ')')
		if end < 0 {
			return false
		}
		toks := tokenize(s[:end], end)
		for _, t := range toks[:min(1, len(toks))] {
			for _, p := range d.phrases.first[t.form] {
				if next, ok := p.fits(toks, 0); ok && p.kind == position && next == len(toks) {
					return true
				}
			}
		}
	}
}
