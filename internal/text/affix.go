package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Affixes are the words that a language writes together with their neighbour, and
// what a word may wear in text without being another. The vocabulary decides where a
// word is parted: "وزير" is one word, "وقال" two.
type Affixes struct {
	// Before are letters that are words of their own in front of another: at most one
	// of each list, in the order of the lists.
	Before [][]string `yaml:"before"`
	// After are words behind another: pronouns.
	After []string `yaml:"after"`
	// Article and Ending are what a form is also found with, in front and behind.
	// Merging is the letter of Before behind which the article loses its first.
	Article string `yaml:"article"`
	Ending  string `yaml:"ending"`
	Merging string `yaml:"merging"`
	// Seats are letters at the end of a word and those that stand for them in front of
	// what is joined to it.
	Seats map[string]string `yaml:"seats"`
	// Safe are letters of Before that are parted from words that nobody knows, too.
	Safe []string `yaml:"safe"`
	// Known are the words of the language, folded.
	Known map[string]bool `yaml:"-"`
}

// Bare returns a folded word without the article that it wears.
func (a *Affixes) Bare(form string) string {
	if bare, ok := strings.CutPrefix(form, a.Article); ok && a.Article != "" && letters(bare) > 1 {
		return bare
	}
	return form
}

// Unended returns a folded word without the ending that it may wear.
func (a *Affixes) Unended(form string) string {
	if bare, ok := strings.CutSuffix(form, a.Ending); ok && a.Ending != "" && letters(bare) > 2 {
		return bare
	}
	return form
}

func letters(s string) int { return utf8.RuneCountInString(s) }

// Wears reports whether a folded word wears the article.
func (a *Affixes) Wears(form string) bool { return a.Bare(form) != form }

// Knows reports whether a folded word is one of the language, whatever it wears.
func (a *Affixes) Knows(form string) bool { return a.knows(form) }

// knows reports whether a folded word is one of the language, whatever it wears.
func (a *Affixes) knows(form string) bool {
	return a.Known[form] || a.Known[a.Bare(form)] || a.Known[a.Unended(form)]
}

// Learn adds a word of a form to the vocabulary, without words in front of its article,
// and not at all where it is known without the words at its end.
func (a *Affixes) Learn(form string) {
	if _, ok := a.tailed(form, 0); ok {
		return
	}
	const least = 3
	for _, n := range a.heads(form) {
		rest := form[n:]
		if with := a.merged(form[:n], rest); with != "" {
			rest = with
		}
		if bare := a.Bare(rest); bare != rest && letters(bare) >= least {
			form = rest
			break
		}
	}
	a.Known[form] = true
}

// Parts reports whether a folded word is parted by what is in the vocabulary.
func (a *Affixes) Parts(form string) bool {
	const least = 3
	for _, n := range a.heads(form) {
		if letters(form[n:]) >= least && a.stem(form[:n], form[n:]) != "" {
			return true
		}
	}
	return false
}

// parts is how a folded word is parted: bytes in front of the stem and behind it.
type parts struct {
	before, after int
	stem          string // as it stands in forms
}

// split cuts one written word into its words.
func (a *Affixes) split(toks []Token, s string, start, end int, whole map[string]bool) []Token {
	form := Fold(s[start:end])
	if bare, ok := strings.CutPrefix(form, a.Article); ok && figure(bare) { // "the 13th"
		t := token(s, start, end)
		t.Form, t.Number, t.Word = bare, true, false
		return append(toks, t)
	}
	if whole[form] && !seamed(s[start:end]) {
		return append(toks, token(s, start, end))
	}
	p := a.part(form)
	at := start
	for range p.before / utf8.RuneLen('ا') {
		next := letterEnd(s, at, 1)
		toks = append(toks, token(s, at, next))
		at = next
	}
	stop := end
	if p.after > 0 {
		stop = letterEnd(s, at, letters(form[p.before:len(form)-p.after]))
	}
	toks = append(toks, token(s, at, stop))
	toks[len(toks)-1].Form = p.stem
	if p.after > 0 {
		toks = append(toks, token(s, stop, end))
	}
	return toks
}

// seamed reports whether the second letter of a word is an alif with its hamza, which stands where
// a word begins: "بأن" is two words, "بان" may be a name.
func seamed(w string) bool {
	_, n := utf8.DecodeRuneInString(w)
	r, _ := utf8.DecodeRuneInString(w[n:])
	return r == 'أ' || r == 'إ'
}

// part finds the words in a written one: the fewest that the vocabulary knows.
func (a *Affixes) part(form string) parts {
	if a.knows(form) {
		return parts{stem: form}
	}
	heads := a.heads(form)
	for _, n := range heads {
		if stem := a.stem(form[:n], form[n:]); stem != "" {
			return parts{before: n, stem: stem}
		}
	}
	for _, n := range append([]int{0}, heads...) {
		if p, ok := a.tailed(form, n); ok {
			return p
		}
	}
	for _, n := range slices.Backward(heads) {
		if stem, ok := a.unknown(form[:n], form[n:]); ok {
			return parts{before: n, stem: stem}
		}
	}
	return parts{stem: form}
}

// heads returns the lengths of the runs of letters in front of a word that may be
// words of their own.
func (a *Affixes) heads(form string) []int {
	var out []int
	at, list := 0, 0
	for _, r := range form {
		for list < len(a.Before) && !slices.Contains(a.Before[list], string(r)) {
			list++
		}
		if at += utf8.RuneLen(r); list == len(a.Before) || letters(form[at:]) < 2 && !figure(form[at:]) {
			break
		}
		out = append(out, at)
		list++
	}
	return out
}

// figure reports whether a word begins with one: "و5".
func figure(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// stem returns what stands behind some letters as the vocabulary has it, "" where it
// does not.
func (a *Affixes) stem(before, rest string) string {
	if a.knows(rest) {
		return rest
	}
	if with := a.merged(before, rest); with != "" && a.knows(with) {
		return with
	}
	return ""
}

// merged returns a word with the letter that its article lost behind another word.
func (a *Affixes) merged(before, rest string) string {
	_, n := utf8.DecodeRuneInString(a.Article)
	if a.Merging == "" || !strings.HasSuffix(before, a.Merging) || !strings.HasPrefix(rest, a.Article[n:]) {
		return ""
	}
	return a.Article[:n] + rest
}

// tailed parts what is joined to the end of a word from it, which begins with n bytes
// of other words.
func (a *Affixes) tailed(form string, n int) (parts, bool) {
	for _, tail := range a.After {
		stem, ok := strings.CutSuffix(form[n:], tail)
		if !ok || stem == "" || a.Bare(stem) != stem && !a.Known[stem] {
			continue
		}
		last, size := utf8.DecodeLastRuneInString(stem)
		seat := stem[:len(stem)-size] + a.Seats[string(last)]
		switch {
		case a.Known[stem]:
		case a.Seats[string(last)] != "" && a.Known[seat]:
			stem = seat
		default:
			continue
		}
		return parts{n, len(tail), stem}, true
	}
	return parts{}, false
}

// unknown parts a word that the vocabulary does not have: where it wears the article,
// or behind a letter that is safe to be a word.
func (a *Affixes) unknown(before, rest string) (string, bool) {
	const least = 3
	if figure(rest) {
		return rest, true
	}
	if with := a.merged(before, rest); with != "" && letters(a.Bare(with)) >= least {
		return with, true
	}
	if bare := a.Bare(rest); bare != rest && letters(bare) >= least {
		return rest, true
	}
	_, n := utf8.DecodeLastRuneInString(before)
	return rest, n == len(before) && slices.Contains(a.Safe, before) && letters(rest) > least
}

// letterEnd returns where n letters end that start at a byte, the marks on the last
// included.
func letterEnd(s string, at, n int) int {
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if lower(r) != 0 && !unicode.Is(unicode.Mn, r) {
			if n == 0 {
				return at
			}
			n--
		}
		at += size
	}
	return at
}
