package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Surface returns the sentence as a tokenizer meets it. A treebank splits
// "au" into "à" and "le", "don't" into "do" and "n't"; news text is split at
// apostrophes and hyphens only. So:
//
//   - a multiword token whose parts, put together, give its form, and that
//     holds an apostrophe or a hyphen, or pronouns behind a verb, stays split
//     ("don't", "s'il", "reunirse");
//   - so does one whose hyphens part it into as many pieces as it has parts:
//     each is the form of its part, with the hyphen in front ("vê", "-lo");
//   - any other becomes one word. It takes tag, features, lemma, head and
//     relation of its main part: the adposition if there is one followed by a
//     determiner ("au", "du", "des"), else the first part whose head lies
//     outside ("auquel": the pronoun; "cannot": "can"). Negation of any part
//     is kept, and what depended on a part depends on the word.
func (s Sentence) Surface() Sentence {
	out := Sentence{ID: s.ID}
	place := make([]int, len(s.Words)) // of each word in out
	ranges := s.Ranges
	for i := 0; i < len(s.Words); {
		for len(ranges) > 0 && ranges[0].From < i {
			ranges = ranges[1:]
		}
		if len(ranges) > 0 && ranges[0].From == i && joined(s.Words, ranges[0]) {
			r := ranges[0]
			for k := r.From; k < r.To; k++ {
				place[k] = len(out.Words)
			}
			out.Words = append(out.Words, join(s.Words, r))
			i = r.To
			continue
		}
		if len(ranges) > 0 && ranges[0].From == i {
			for _, form := range pieces(s.Words, ranges[0]) {
				place[i] = len(out.Words)
				w := s.Words[i]
				w.Form = form
				out.Words = append(out.Words, w)
				i++
			}
			if i == ranges[0].To {
				continue
			}
		}
		place[i] = len(out.Words)
		out.Words = append(out.Words, s.Words[i])
		i++
	}
	for i := range out.Words {
		if h := out.Words[i].Head; h >= 0 {
			out.Words[i].Head = place[h]
		}
	}
	return out
}

func joined(words []Word, r Range) bool {
	var parts strings.Builder
	for _, w := range words[r.From:r.To] {
		parts.WriteString(w.Form)
	}
	return pieces(words, r) == nil && (parts.String() != r.Form || !strings.ContainsAny(r.Form, "'’-‑") && !enclitics(words[r.From:r.To]))
}

// enclitics reports whether pronouns stand behind a verb, in a script in which tokenizers
// part them.
func enclitics(parts []Word) bool {
	for i, w := range parts {
		first, _ := utf8.DecodeRuneInString(w.Form)
		if !unicode.Is(unicode.Latin, first) || (i == 0 && w.Tag != Verb && w.Tag != Aux) || (i > 0 && w.Tag != Pron) {
			return false
		}
	}
	return true
}

// pieces returns the forms of the parts of a multiword token that hyphens part, where
// its parts are written without them.
func pieces(words []Word, r Range) []string {
	forms := strings.Split(r.Form, "-")
	if len(forms) == 1 || len(forms) != r.To-r.From {
		return nil
	}
	for i := range forms {
		if forms[i] == "" || strings.Contains(words[r.From+i].Form, "-") {
			return nil
		}
		if i > 0 {
			forms[i] = "-" + forms[i]
		}
	}
	return forms
}

func join(words []Word, r Range) Word {
	parts := words[r.From:r.To]
	main := -1
	if parts[0].Tag == Adp && parts[1].Tag == Det {
		main = 0
	}
	var negative Feats
	for i, w := range parts {
		if main < 0 && (w.Head < r.From || w.Head >= r.To) {
			main = i
		}
		negative |= w.Feats & Negative
	}
	if main < 0 {
		main = 0 // a ring of heads, which a tree does not have
	}
	w := parts[main]
	w.Form = r.Form
	w.Feats |= negative
	w.Head = headAbove(words, r, w.Head)
	return w
}

// headAbove returns the nearest word at or above head whose own way up does
// not lead back into the range: the head of the range as a whole.
func headAbove(words []Word, r Range, head int) int {
	for at := head; at >= 0; at = words[at].Head {
		if at >= r.From && at < r.To {
			head = words[at].Head
		}
	}
	return head
}
