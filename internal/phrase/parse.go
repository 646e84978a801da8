package phrase

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/text"
)

// Word is one place of a form.
type Word struct {
	// Form is the folded word, or the start of it when Prefix is true.
	Form   string
	Prefix bool
	// Gap is the place of an optional name or adjective of a state.
	Gap bool
	// mark says what else starts or ends with the word.
	mark mark
}

// mark says how the words of a form hang together.
type mark uint8

const (
	// place: a new place starts with the word; otherwise it goes on with the
	// word before.
	place mark = 1 << iota
	// other: another way to fill the same place starts.
	other
	// opens and closes: a bracket opens before or closes after the place that
	// starts with the word.
	opens
	closes
)

// Form is a form that has been read: its words, with marks for brackets and
// choices. It is written out only while it is added to a Matcher.
type Form []Word

// Firsts returns the words that the form may begin with.
func (f Form) Firsts() []string {
	var out []string
	for i, w := range f {
		if i > 0 && w.mark&place != 0 {
			break
		}
		if w.mark != 0 && !w.Prefix && !w.Gap {
			out = append(out, w.Form)
		}
	}
	return out
}

// maxWays bounds how many ways one form may be written out.
const maxWays = 256

// ErrForm is the error of a form that cannot be read.
var ErrForm = errors.New("phrase: bad form")

// Parse reads a form.
//
//	rencontr*      a word that starts so (three letters at least)
//	aux|au chefs   one of several words
//	(un) appel     words that may be missing; more than one inside one pair
//	ministre ~ de  an adjective or name of a state may stand at ~
func Parse(form string, rules *text.Rules) (Form, error) {
	out := make(Form, 0, strings.Count(form, " ")+2)
	open, ways, skipped, required := false, 1, 0, 0
	for part := range strings.FieldsSeq(form) {
		first := len(out)
		bracket := mark(0)
		if rest, ok := strings.CutPrefix(part, "("); ok {
			if open {
				return nil, fmt.Errorf("%w %q: a bracket inside a bracket", ErrForm, form)
			}
			part, open, skipped, bracket = rest, true, ways, opens
		}
		inside := open
		if rest, ok := strings.CutSuffix(part, ")"); ok {
			if !open {
				return nil, fmt.Errorf("%w %q: a bracket closes that none opened", ErrForm, form)
			}
			part, open, bracket = rest, false, bracket|closes
		}
		choices, gap := 0, false
		for alt := range strings.SplitSeq(part, "|") {
			at := len(out)
			var err error
			if out, err = appendWord(out, alt, rules); err != nil {
				return nil, fmt.Errorf("%w %q: %w", ErrForm, form, err)
			}
			out[at].mark = other
			gap = gap || out[at].Gap
			choices++
		}
		out[first].mark = place | bracket
		ways *= choices
		if bracket&closes != 0 {
			ways += skipped
		}
		if ways > maxWays {
			return nil, fmt.Errorf("%w %q: more than %d ways to write it", ErrForm, form, maxWays)
		}
		if !inside && !gap {
			required++
		}
	}
	if open {
		return nil, fmt.Errorf("%w %q: a bracket that nothing closes", ErrForm, form)
	}
	if required == 0 {
		return nil, fmt.Errorf("%w %q: no word is required", ErrForm, form)
	}
	return out, nil
}

func appendWord(out Form, s string, rules *text.Rules) (Form, error) {
	if s == "~" {
		return append(out, Word{Gap: true}), nil
	}
	if strings.HasPrefix(s, "'") && rules.Endings[text.FoldEnding(s)] { // a case ending in front of its noun
		return append(out, Word{Form: text.FoldEnding(s)}), nil
	}
	stem, star := strings.CutSuffix(s, "*")
	if strings.ContainsAny(stem, "*~()") || stem == "" {
		return nil, fmt.Errorf("%q is no word", s)
	}
	switch {
	case text.Plain(stem), rules.Apostrophe == text.Elision && (strings.HasSuffix(stem, "'") || strings.HasSuffix(stem, "’")): // an elided word is one only before another
		out = append(out, Word{Form: rules.Fold(stem)})
		if !star {
			return out, nil
		}
	default:
		n := len(out)
		for _, t := range text.Tokenize(stem, 0, len(stem), rules) {
			out = append(out, Word{Form: t.Form})
		}
		if len(out) == n {
			return nil, fmt.Errorf("%q is no word", s)
		}
	}
	if star {
		last := &out[len(out)-1]
		last.Prefix = true
		last.Form = text.StripMarks(last.Form)
		if utf8.RuneCountInString(last.Form) < 3 {
			return nil, fmt.Errorf("%q: three letters must stand before *", s)
		}
	}
	return out, nil
}
