package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentence is a run of tokens, half open.
type Sentence struct{ First, Last int }

// maxSentence bounds a sentence in tokens. Text without a full stop (tables,
// lists of tags) is cut there, which keeps every later step linear.
const maxSentence = 250

// Sentences cuts tokens into sentences: at the boundaries of UAX #29, unless
// an abbreviation or an initial stands before it or no capital can follow, and
// at every line break but those inside a folded paragraph.
func Sentences(s string, toks []Token, rules *Rules) []Sentence {
	if len(toks) == 0 {
		return nil
	}
	out := make([]Sentence, 0, len(toks)/16+1)
	first := 0
	from := toks[0].Start
	seg := sentences.FromString(s[from:toks[len(toks)-1].End])
	boundary := from
	advance := func(to int) bool { // reports whether a boundary lies at `to`
		for boundary < to && seg.Next() {
			boundary += len(seg.Value())
		}
		return boundary == to
	}
	closing := false // a stop stands before the marks that close what it ends: "... . » Le"
	for i := 1; i < len(toks); i++ {
		t := &toks[i]
		cut := t.Line || i-first >= maxSentence || closing && t.Word && t.Upper
		// UAX #29 puts the white space after a stop with the sentence before.
		stops := advance(t.Start)
		if (stops || !t.Space && t.Upper && s[toks[i-1].Start:t.Start] == ".") && !cut && !folds(s, toks, i) {
			cut = ends(s, toks, i, rules)
		}
		closing = (closing || stops) && strings.Contains("»”", s[t.Start:t.End])
		if cut {
			out = append(out, Sentence{first, i})
			first = i
		}
	}
	return append(out, Sentence{first, len(toks)})
}

// folds reports whether token i only starts a line of a folded paragraph.
func folds(s string, toks []Token, i int) bool {
	return strings.ContainsAny(s[toks[i-1].End:toks[i].Start], breaks) && !ended(s[toks[max(0, i-3)].Start:toks[i-1].End])
}

// ends reports whether a sentence really ends before token i.
func ends(s string, toks []Token, i int, rules *Rules) bool {
	next, _ := utf8.DecodeRuneInString(s[toks[i].Start:])
	if unicode.IsLower(next) || closes(next) {
		return false
	}
	stop := i - 1
	if toks[stop].End-toks[stop].Start > 1 && dotted(s[toks[stop].Start:toks[stop].End-1]) {
		// "the U.S. President", but "in the U.S. The talks": only a short word
		// with one capital is likely to start a sentence.
		return !toks[i].Word || toks[i].End-toks[i].Start <= 3 && !toks[i].Caps
	}
	if s[toks[stop].Start:toks[stop].End] != "." || stop == 0 || toks[stop].Space {
		return true
	}
	prev := &toks[stop-1]
	if rules.Abbreviations[prev.Form] {
		return false
	}
	// "J. Biden": one capital is an initial, but what somebody "wrote on X." is the
	// network's name.
	if prev.Form == "x" && stop > 1 && toks[stop-2].Word && !toks[stop-2].Upper {
		return true
	}
	return !(prev.Upper && utf8.RuneCountInString(s[prev.Start:prev.End]) == 1)
}

func closes(r rune) bool {
	switch r {
	case '»', '”', ')', ']', ',', ';', ':', '.', '!', '?', '…':
		return true
	}
	return false
}
