package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Enclitics are pronouns that a language writes onto the end of a verb, without a
// mark (reunirse, dárselo, incontrarlo).
type Enclitics struct {
	// Words are those pronouns, After the endings that a verb has in front of one.
	Words, After []string
	// Whole are folded words that look like a verb with a pronoun and are none.
	Whole map[string]bool
}

// Enough letters for a verb: "ver" of "verlo".
const shortestVerb = 3

// Prefixes are words that a language writes onto the front of a noun, without a mark
// (expresidente).
type Prefixes struct {
	Words []string
	// Before are the folded nouns that they are parted from.
	Before map[string]bool
}

// split cuts a prefix off a word at the end of a list of tokens, which then is joined to
// it as if by a hyphen.
func (p *Prefixes) split(toks []Token, s string) []Token {
	last := toks[len(toks)-1]
	w := s[last.Start:last.End]
	for _, prefix := range p.Words {
		if len(w) <= len(prefix) || !strings.EqualFold(w[:len(prefix)], prefix) || !p.Before[Fold(w[len(prefix):])] {
			continue
		}
		toks[len(toks)-1] = token(s, last.Start, last.Start+len(prefix))
		rest := token(s, last.Start+len(prefix), last.End)
		rest.Hyphen = true
		return append(toks, rest)
	}
	return toks
}

// split cuts the pronouns off a word at the end of a list of tokens, each one as if
// a hyphen joined it to what stands before it. What has a capital is a name.
func (e *Enclitics) split(toks []Token, s string) []Token {
	last := toks[len(toks)-1]
	w := s[last.Start:last.End]
	if len(e.Words) == 0 || !last.Word || last.Upper || e.Whole[Fold(w)] {
		return toks
	}
	cut := e.cut(w)
	if cut == 0 {
		return toks
	}
	toks[len(toks)-1] = token(s, last.Start, last.Start+cut)
	for at := last.Start + cut; at < last.End; {
		n := e.first(s[at:last.End])
		t := token(s, at, at+n)
		t.Hyphen = true
		toks = append(toks, t)
		at += n
	}
	return toks
}

// cut returns where the pronouns of a word begin, of which there are two at most, or 0.
func (e *Enclitics) cut(w string) int {
	for _, p := range e.Words {
		verb, ok := strings.CutSuffix(w, p)
		if !ok {
			continue
		}
		if e.verb(verb) {
			return len(verb)
		}
		for _, q := range e.Words {
			if inner, ok := strings.CutSuffix(verb, q); ok && e.verb(inner) {
				return len(inner)
			}
		}
	}
	return 0
}

// first returns the length of the pronoun that the end of a word begins with.
func (e *Enclitics) first(w string) int {
	for _, p := range e.Words {
		if rest, ok := strings.CutPrefix(w, p); ok && (rest == "" || e.first(rest) > 0) {
			return len(p)
		}
	}
	return 0
}

func (e *Enclitics) verb(w string) bool {
	if utf8.RuneCountInString(w) < shortestVerb {
		return false
	}
	if r, _ := utf8.DecodeLastRuneInString(w); !unicode.IsLetter(r) {
		return false
	}
	for _, end := range e.After {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
