package phrase

import (
	"errors"
	"fmt"
	"strings"

	"github.com/parley-news/parley/internal/text"
)

// Word is one place of a form.
type Word struct {
	// Form is the folded word, or the start of it when Prefix is true.
	Form   string
	Prefix bool
	// Gap is the place of an optional name or adjective of a state.
	Gap bool
}

// maxWays bounds how many ways one form may be written out.
const maxWays = 256

// ErrForm is the error of a form that cannot be read.
var ErrForm = errors.New("phrase: bad form")

// Parse reads a form and returns every way to write it.
//
//	rencontr*      a word that starts so (three letters at least)
//	aux|au chefs   one of several words
//	(un) appel     words that may be missing; more than one inside one pair
//	ministre ~ de  an adjective or name of a state may stand at ~
func Parse(form string, rules *text.Rules) ([][]Word, error) {
	ways := [][]Word{nil}
	var skipped [][]Word // the ways without the optional words being read
	for _, part := range strings.Fields(form) {
		if rest, ok := strings.CutPrefix(part, "("); ok {
			if skipped != nil {
				return nil, fmt.Errorf("%w %q: a bracket inside a bracket", ErrForm, form)
			}
			part, skipped = rest, ways
		}
		part, closes := strings.CutSuffix(part, ")")
		var next [][]Word
		for _, alt := range strings.Split(part, "|") {
			ws, err := parseWord(alt, rules)
			if err != nil {
				return nil, fmt.Errorf("%w %q: %w", ErrForm, form, err)
			}
			for _, w := range ways {
				next = append(next, append(append([]Word(nil), w...), ws...))
			}
		}
		ways = next
		if closes {
			if skipped == nil {
				return nil, fmt.Errorf("%w %q: a bracket closes that none opened", ErrForm, form)
			}
			ways, skipped = append(ways, skipped...), nil
		}
		if len(ways) > maxWays {
			return nil, fmt.Errorf("%w %q: more than %d ways to write it", ErrForm, form, maxWays)
		}
	}
	if skipped != nil {
		return nil, fmt.Errorf("%w %q: a bracket that nothing closes", ErrForm, form)
	}
	for _, w := range ways {
		if len(w) == 0 || (len(w) == 1 && w[0].Gap) {
			return nil, fmt.Errorf("%w %q: no word is required", ErrForm, form)
		}
	}
	return ways, nil
}

func parseWord(s string, rules *text.Rules) ([]Word, error) {
	if s == "~" {
		return []Word{{Gap: true}}, nil
	}
	stem, star := strings.CutSuffix(s, "*")
	if strings.ContainsAny(stem, "*~()") || stem == "" {
		return nil, fmt.Errorf("%q is no word", s)
	}
	if strings.HasSuffix(stem, "'") || strings.HasSuffix(stem, "’") { // an elided word is one only before another
		return []Word{{Form: text.Fold(stem)}}, nil
	}
	toks := text.Tokenize(stem, 0, len(stem), rules)
	var ws []Word
	for _, t := range toks {
		ws = append(ws, Word{Form: t.Form})
	}
	if len(ws) == 0 {
		return nil, fmt.Errorf("%q is no word", s)
	}
	if star {
		last := &ws[len(ws)-1]
		last.Prefix = true
		last.Form = text.StripMarks(last.Form)
		if len([]rune(last.Form)) < 3 {
			return nil, fmt.Errorf("%q: three letters must stand before *", s)
		}
	}
	return ws, nil
}
