package text

import "strings"

// splitEnding parts a name from its case ending; what is no ending stays with the name
// ("Sana'a").
func splitEnding(toks []Token, s string, start, end, at int, rules *Rules) []Token {
	if len(rules.Endings) == 0 || !rules.Endings[FoldEnding(s[start+at:end])] {
		return append(toks, token(s, start, end))
	}
	ending := token(s, start+at, end)
	ending.Ending, ending.Upper = true, false
	return append(toks, token(s, start, start+at), ending)
}

// FoldEnding returns the form of a case ending: an apostrophe and its bare letters.
func FoldEnding(ending string) string {
	letters := strings.TrimLeft(ending, "'’ʼ")
	return "'" + StripMarks(Fold(letters))
}
