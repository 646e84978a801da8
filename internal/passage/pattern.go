package passage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/text"
)

// kind is what a phrase tells of its line.
type kind uint8

const (
	plain kind = iota
	recommended
	share
	cookie
	commentsHeader
	commentTool
	commentDeleted
	byline
	credit
	subscribe
	more
	tags
	copyright
	menu
	platform
	agency
	position
	readout
	jointStatement
	interview
	transcript
	live
	issued
	// The kinds below are told by shape, not by a phrase.
	symbols
	hashtags
	crumbs
	stamped
	listed
	kinds
)

// group parts the kinds between which a line must choose from those that it
// may have beside them.
func (k kind) group() int {
	switch {
	case k >= platform && k <= issued:
		return 1 + int(k)
	}
	return 0
}

// pattern is a phrase of a noise file, compiled. In the file "…" at an end
// leaves that end open, ":" is any mark that parts a label from what follows,
// "#" any number.
type pattern struct {
	kind  kind
	words []string
	// open: more may follow. loose: it may stand anywhere in the line.
	open, loose bool
	lang        string
}

// patterns are all phrases of all packs.
type patterns struct {
	// first has them by their first word, loose the first words of those that may
	// stand anywhere in a line.
	first map[string][]*pattern
	loose text.Set
}

func (ps *patterns) add(k kind, lang, file string, p phrase) error {
	fail := func(why string) error {
		return fmt.Errorf("%s:%d:%d: %w: %s: %q", file, p.line, p.col, language.ErrPack, why, p.text)
	}
	s := strings.TrimSpace(p.text)
	pat := &pattern{kind: k, lang: lang}
	if rest, ok := strings.CutPrefix(s, "…"); ok {
		pat.loose, s = true, rest
	}
	if rest, ok := strings.CutSuffix(s, "…"); ok {
		pat.open, s = true, rest
	}
	if strings.Contains(s, "…") {
		return fail("… stands at an end only")
	}
	s = strings.ReplaceAll(s, number, "0")
	for _, t := range tokenize(s, len(s)) {
		pat.words = append(pat.words, t.form)
	}
	if len(pat.words) == 0 || pat.words[0] == separator {
		return fail("no words")
	}
	for _, old := range ps.first[pat.words[0]] {
		if old.lang == lang && old.open == pat.open && old.loose == pat.loose && slices.Equal(old.words, pat.words) &&
			old.kind.group() == k.group() {
			return fail("the phrase stands twice")
		}
	}
	ps.first[pat.words[0]] = append(ps.first[pat.words[0]], pat)
	if pat.loose {
		ps.loose.Add(pat.words[0])
	}
	return nil
}

// hit is a pattern found in a line, with the token after it.
type hit struct {
	*pattern
	from, next int
}

// find calls yield with every pattern that fits the tokens of a line.
func (ps *patterns) find(toks []token, yield func(hit) bool) {
	first := 0
	if len(toks) > 0 && toks[0].form == separator { // a bullet, an arrow
		first = 1
	}
	for i := first; i < len(toks); i++ {
		if i > first && !ps.loose.Has(toks[i].form) {
			continue
		}
		for _, p := range ps.first[toks[i].form] {
			if i > first && !p.loose {
				continue
			}
			if next, ok := p.fits(toks, i); ok && !yield(hit{p, i, next}) {
				return
			}
		}
	}
}

func (p *pattern) fits(toks []token, at int) (next int, ok bool) {
	if at+len(p.words) > len(toks) {
		return 0, false
	}
	for i, w := range p.words {
		if toks[at+i].form != w {
			return 0, false
		}
	}
	next = at + len(p.words)
	if p.open {
		return next, true
	}
	for next < len(toks) && toks[next].form == separator {
		next++
	}
	return next, next == len(toks)
}
