package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/text/unicode/norm"
)

// Token is a word, a number or a mark of punctuation.
type Token struct {
	// Start and End are byte offsets into the document.
	Start, End int
	// Form is the folded word; see Fold.
	Form string
	// ID is the number of the folded word in a vocabulary, once it was looked up.
	ID int32
	// Bare is the number of the word without what it only wears: an article.
	Bare int32
	// Worn is how many bytes of Form are that article.
	Worn uint8
	// Begins says, once it was looked up, which sets of forms may have one that
	// begins with the word: a bit for each set.
	Begins uint8
	// Upper: the first letter is a capital. Caps: every letter is, and there
	// are two or more.
	Upper, Caps bool
	// Word: it has a letter. Number: it starts with a digit.
	Word, Number bool
	// Space: white space stands before it. Hyphen: it is joined to the word
	// before by a hyphen, which is no token of its own.
	Space, Hyphen bool
	// Line: a line break stands before it.
	Line bool
	// Ending: it is no word of its own but the case ending of the word before it.
	Ending bool
	// Aside: it is a mark that sets a word or a few apart and leaves the sentence as it
	// is: forms of several words go on behind it.
	Aside bool
}

// Raw returns the token as it stands in its text, a mark of another script as the Latin one.
func (t *Token) Raw(s string) string {
	if t.Form == "," || t.Form == ";" || t.Form == "?" || t.Start == t.End {
		return t.Form
	}
	return s[t.Start:t.End]
}

// Apostrophe says what an apostrophe inside a word does in a language.
type Apostrophe string

// The closed kinds of apostrophe.
const (
	// Elision: it ends the first word (l'accord).
	Elision Apostrophe = "elision"
	// Possessive: it starts the second (Putin's, doesn't).
	Possessive Apostrophe = "possessive"
	// Suffix: it parts a name from its case ending (Erdoğan'ın).
	Suffix Apostrophe = "suffix"
	// Letter: it is a letter of the word (п'ять).
	Letter Apostrophe = "letter"
)

// Rules are what a language has to say of words and sentences.
type Rules struct {
	Apostrophe Apostrophe
	// Whole are folded words that an apostrophe does not part (aujourd'hui). Elided are, where
	// they are given, the only ones that end with one in front of another: l'accordo, not Sa'ar.
	Whole, Elided map[string]bool
	// Abbreviations are folded words, without their full stop, that do not
	// end a sentence.
	Abbreviations map[string]bool
	Enclitics     Enclitics
	Prefixes      Prefixes
	// Endings are the case endings, as FoldEnding writes them, that a suffix apostrophe
	// parts from a name.
	Endings map[string]bool
	// Affixes are what the language writes together, nil for nothing.
	Affixes *Affixes
	// Marked are words, in small letters, that keep their diacritics when they are compared.
	Marked map[string]bool
}

// Fold returns the form under which a word of the language is compared.
func (r *Rules) Fold(word string) string {
	if form, ok := r.marked(word); ok {
		return form
	}
	return Fold(word)
}

func (r *Rules) marked(word string) (string, bool) {
	if len(r.Marked) == 0 || isASCII(word) {
		return "", false
	}
	form := strings.ToLower(norm.NFC.String(word))
	return form, r.Marked[form]
}

// Tokenize returns the tokens of text[from:to].
func Tokenize(s string, from, to int, rules *Rules) []Token {
	return AppendTokens(make([]Token, 0, (to-from)/5+4), s, from, to, rules, &Folds{})
}

// AppendTokens appends the tokens of text[from:to] to others, which it leaves as they
// are; folds is room for their forms.
func AppendTokens(before []Token, s string, from, to int, rules *Rules, folds *Folds) []Token {
	toks := before[len(before):]
	width := Width(s[from:to])
	at, space, line, hyphen := from, true, true, false
	broken := -1 // where the last line ended, if just one break follows it
	for at < to {
		start, end := at, at+segment(s[at:to])
		w := s[start:end]
		at = end
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			space, hyphen = true, false
			if strings.ContainsAny(w, "\n\r\u2028\u2029") {
				broken = start
				if line {
					broken = -1
				}
				line = true
			}
			continue
		}
		number := len(toks) > 0 && !space && toks[len(toks)-1].Number
		if (r == '\'' && space || (r == '\'' || r == '’') && number) && len(rules.Endings) > 0 { // by itself, as forms write it, or behind figures
			if n := segment(s[at:to]); n > 0 && rules.Endings[FoldEnding(s[start:at+n])] {
				at += n
				ending := token(s, start, at)
				ending.Ending, ending.Space, ending.Line = true, space, line
				toks = append(toks, ending)
				space, line, hyphen = false, false, false
				continue
			}
		}
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		if !letter {
			if isHyphen(r) && !space && len(toks) > 0 && toks[len(toks)-1].Word && joins(s, end, to) {
				hyphen = true
				continue
			}
			if r == '.' && !space && len(toks) > 0 && dotted(s[toks[len(toks)-1].Start:toks[len(toks)-1].End]) {
				toks[len(toks)-1].End = end
				continue
			}
		}
		if line && broken > from && Continues(around(s[from:to], broken-from, width)) {
			line = false
		}
		broken = -1
		n := len(toks)
		toks = rules.Enclitics.split(rules.Prefixes.split(split(toks, s, start, end, rules), s), s)
		toks[n].Space, toks[n].Line, toks[n].Hyphen = space, line, hyphen
		space, line, hyphen = false, false, false
	}
	foldAll(s, toks, rules, folds)
	return append(before, toks...) // onto themselves, if there was room for them
}

// segment returns the length of the word of UAX #29 that a text begins with. Letters
// and figures of ASCII in front of a space are one by themselves, and so is a space
// in front of them: that is most of a text.
func segment(s string) int {
	n := 0
	for n < len(s) && plainByte(s[n]) {
		n++
	}
	switch {
	case n > 0 && (strings.HasPrefix(s[n:], " ") || strings.HasPrefix(s[n:], ", ")):
		return n
	case n == 0 && len(s) > 1 && s[0] == ' ' && plainByte(s[1]):
		return 1
	}
	seg := words.FromString(s)
	seg.Next()
	return len(seg.Value())
}

func plainByte(c byte) bool { return asciiLetter(c) || '0' <= c && c <= '9' }

// foldAll sets the forms of tokens.
func foldAll(s string, toks []Token, rules *Rules, changed *Folds) {
	for i := range toks {
		t := &toks[i]
		if t.Form != "" {
			continue
		}
		t.Form = s[t.Start:t.End]
		if t.Ending {
			t.Form = FoldEnding(t.Form)
			continue
		}
		if form, ok := rules.marked(t.Form); ok {
			t.Form = form
			continue
		}
		word := strings.TrimRight(t.Form, ".") // the last stop of "U.S." is no letter
		changed.Add(&t.Form, word, t.Form[len(word):])
	}
	changed.Done()
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '–' || r == '־' }

// joins reports whether a letter or digit follows at once.
func joins(s string, at, to int) bool {
	if at >= to {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[at:to])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// dotted reports whether a word is made of single letters with stops between
// ("U.S", "E.U", "S.U.A"), so that the next stop belongs to it.
func dotted(w string) bool {
	letters, stops := 0, 0
	for _, r := range w {
		switch {
		case r == '.':
			stops++
			letters = 0
		case unicode.IsLetter(r) && letters == 0:
			letters++
		default:
			return false
		}
	}
	return stops > 0
}

// split cuts one UAX #29 word at a stop that no space follows and at its
// apostrophe as the language wants it.
func split(toks []Token, s string, start, end int, rules *Rules) []Token {
	w := s[start:end]
	if i := glued(w); i > 0 {
		if dotted(w[:i]) {
			return split(append(toks, token(s, start, start+i+1)), s, start+i+1, end, rules)
		}
		toks = append(split(toks, s, start, start+i, rules), token(s, start+i, start+i+1))
		return split(toks, s, start+i+1, end, rules)
	}
	cut := -1
	if i, n := apostrophe(w); i > 0 && i+n < len(w) && !rules.Whole[Fold(w)] {
		switch rules.Apostrophe {
		case Elision:
			if len(rules.Elided) == 0 || rules.Elided[Fold(w[:i])] {
				cut = i + n
			}
			if strings.EqualFold(w[i+n:], "s") { // an English name in the text: Moody's
				cut = i
			}
		case Possessive:
			cut = possessive(w)
		case Suffix:
			if len(rules.Endings) > 0 {
				return splitEnding(toks, s, start, end, i, rules)
			}
			cut = i
		case Letter, "":
		}
	}
	if cut <= 0 && rules.Affixes != nil {
		return rules.Affixes.split(toks, s, start, end, rules.Whole)
	}
	if cut <= 0 {
		return append(toks, token(s, start, end))
	}
	return append(toks, token(s, start, start+cut), token(s, start+cut, end))
}

// glued returns where in a word a stop has a capitalised word right behind it, or a word of
// a script without capitals, as where a space was lost ("Mr.Smith", "it ended.The"), or 0.
func glued(w string) int {
	start := 0 // of the word before the stop
	for i := 1; i < len(w); i++ {
		if w[i] != '.' {
			continue
		}
		first, n := utf8.DecodeRuneInString(w[i+1:])
		second, _ := utf8.DecodeRuneInString(w[i+1+n:])
		if unicode.IsUpper(first) && unicode.IsLower(second) || caseless(first) && caseless(second) && utf8.RuneCountInString(w[start:i]) != 2 { // "ltd" in two letters each
			return i
		}
		start = i + 1
	}
	return 0
}

// caseless reports whether a rune is a letter of a script without capitals.
func caseless(r rune) bool {
	return r > unicode.MaxLatin1 && unicode.Is(unicode.Lo, r)
}

// possessive returns where the second word of an English one begins, or -1 where
// its apostrophe is a letter of a name (O'Brien, Sana'a).
func possessive(w string) int {
	i := strings.LastIndexAny(w, "'’ʼ")
	_, n := utf8.DecodeRuneInString(w[i:])
	switch tail := strings.ToLower(w[i+n:]); {
	case tail == "t" && i > 1 && strings.EqualFold(w[i-1:i], "n"): // does + n't
		return i - 1
	case slices.Contains([]string{"s", "t", "d", "m", "ll", "re", "ve"}, tail):
		return i
	}
	return -1
}

func apostrophe(w string) (at, size int) {
	for i, r := range w {
		if r == '\'' || r == '’' || r == 'ʼ' {
			return i, utf8.RuneLen(r)
		}
	}
	return -1, 0
}

func token(s string, start, end int) Token {
	w := s[start:end]
	t := Token{Start: start, End: end}
	letters, caps := 0, 0
	for i, r := range w {
		letter, upper := r < utf8.RuneSelf && asciiLetter(byte(r)), r <= 'Z'
		if r >= utf8.RuneSelf {
			letter, upper = unicode.IsLetter(r), unicode.IsUpper(r)
		}
		if letter {
			letters++
			if upper {
				caps++
				if i == 0 {
					t.Upper = true
				}
			}
		}
		if i == 0 && unicode.IsDigit(r) {
			t.Number = true
		}
	}
	t.Word = letters > 0
	t.Caps = letters > 1 && caps == letters
	return t
}
