package annotate

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// Lexicon is a pack compiled with the world: what the steps look words up in.
// It is read-only and safe for concurrent use.
type Lexicon struct {
	Pack  *language.Pack
	World *gazetteer.World
	Dates *dates.Grammar
	Model *syntax.Model

	entries []*language.Entry
	caps    []capital
	states  *phrase.Matcher
	all     *phrase.Matcher

	that, relative, subordinate, and, negations map[string]bool
	future, conditional, passive, possessive    map[string]bool
	articles, indefinite                        map[string]bool
	before, after                               map[string]bool
	openers                                     map[string][]string
	gender                                      map[string]string
	owners                                      map[string]bool
	things, utterances, ifs                     map[string]bool
}

// capital says what capitals a form needs in text to be the name it is.
type capital uint8

const (
	anyCase capital = iota
	upperCase
	allCaps
)

// functions of the grammar that are found as forms, because they may be more
// than one word.
const (
	fnRelation = "rel:"
	fnAdjunct  = "adjunct"
	fnFuture   = "future"
	fnPronoun1 = "pronoun"
	fnPronounN = "pronouns"
	fnAnd      = "and"
)

// NewLexicon compiles a pack with the world.
func NewLexicon(p *language.Pack, w *gazetteer.World) (*Lexicon, error) {
	lx := &Lexicon{
		Pack: p, World: w,
		states: phrase.New(&p.Text), all: phrase.New(&p.Text),
		that: set(p.That), relative: set(p.Relative), subordinate: set(p.Subordinate), and: set(p.And),
		negations: set(p.Negations), future: set(p.Future), conditional: set(p.Conditional), passive: set(p.Passive),
		possessive: set(p.Possessive), articles: set(p.Articles), indefinite: set(p.Indefinite), owners: set(p.Owners), things: set(p.Pronouns.Things), utterances: set(p.Utterances), ifs: set(p.If),
		before: set(p.Clitics.Before), after: set(p.Clitics.After), openers: map[string][]string{}, gender: map[string]string{},
	}
	for g, forms := range p.Genders {
		for _, f := range forms {
			lx.gender[text.Fold(f)] = g
		}
	}
	for _, q := range p.Quotes {
		lx.openers[q[0]] = append(lx.openers[q[0]], q[1])
	}
	if err := lx.fill(); err != nil {
		return nil, fmt.Errorf("annotate: compiling the pack %s: %w", p.Code, err)
	}
	return lx, nil
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[text.Fold(w)] = true
	}
	return m
}

func (lx *Lexicon) fill() error {
	var err error
	if lx.Dates, err = dates.Load(lx.Pack.Code+"/dates.yaml", lx.Pack.Dates); err != nil {
		return err
	}
	if lx.Pack.Syntax != nil {
		if lx.Model, err = syntax.Load(bytes.NewReader(lx.Pack.Syntax)); err != nil {
			return err
		}
	}
	for i := range lx.Pack.Entries {
		if err := lx.add(&lx.Pack.Entries[i]); err != nil {
			return err
		}
	}
	for rel, forms := range lx.Pack.Relations {
		for _, f := range forms {
			if err := lx.add(&language.Entry{Kind: language.Function, ID: fnRelation + string(rel), Form: f}); err != nil {
				return err
			}
		}
	}
	for id, forms := range map[string][]string{
		fnAdjunct: lx.Pack.Adjuncts, fnFuture: lx.Pack.Future, fnAnd: lx.Pack.And,
		fnPronoun1: lx.Pack.Pronouns.Singular, fnPronounN: lx.Pack.Pronouns.Plural,
	} {
		for _, f := range forms {
			if err := lx.add(&language.Entry{Kind: language.Function, ID: id, Form: f}); err != nil {
				return err
			}
		}
	}
	return lx.fillWorld()
}

// fillWorld adds the names that are the same in every language of a script.
func (lx *Lexicon) fillWorld() error {
	add := func(kind language.Kind, id string, forms ...string) error {
		for _, f := range forms {
			if err := lx.add(&language.Entry{Kind: kind, ID: id, Form: strings.NewReplacer("(", "", ")", "", "|", "", "*", "").Replace(f), File: "world"}); err != nil {
				return err
			}
		}
		return nil
	}
	w := lx.World
	for id, o := range w.Organisations {
		if err := add(language.OrgName, id, append([]string{id, o.Name}, o.Aliases...)...); err != nil {
			return err
		}
	}
	for name, i := range w.Institutions {
		if err := add(language.Institution, name, append([]string{name}, i.Aliases...)...); err != nil {
			return err
		}
	}
	for name, p := range w.Places {
		if err := add(language.Place, name, append([]string{name}, p.Aliases...)...); err != nil {
			return err
		}
	}
	for name, o := range w.Outlets {
		if err := add(language.Outlet, name, append([]string{name}, o.Aliases...)...); err != nil {
			return err
		}
	}
	for name, g := range w.Groups {
		if err := add(language.Group, name, append([]string{name}, g.Aliases...)...); err != nil {
			return err
		}
	}
	return nil
}

func (lx *Lexicon) add(e *language.Entry) error {
	id := int32(len(lx.entries))
	lx.entries = append(lx.entries, e)
	lx.caps = append(lx.caps, needs(e))
	m := lx.all
	switch e.Kind {
	case language.StateName, language.StateAdjective, language.OrgAdjective, language.StatePeople:
		m = lx.states
	}
	if err := m.Add(e.Form, id); err != nil {
		return err
	}
	for from, to := range lx.Pack.Spellings {
		if other := strings.ReplaceAll(e.Form, from, to); other != e.Form {
			return m.Add(other, id)
		}
	}
	return nil
}

// needs tells the capitals a form needs: a name keeps its own, an acronym all
// of them ("US" is not "us").
func needs(e *language.Entry) capital {
	switch e.Kind {
	case language.StateName, language.StatePeople, language.Seat, language.OrgName, language.Institution,
		language.Place, language.Outlet, language.Group, language.Topic:
	default:
		return anyCase
	}
	first, _ := utf8.DecodeRuneInString(e.Form)
	if !unicode.IsUpper(first) {
		return anyCase
	}
	upper := 0
	for _, r := range e.Form {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLetter(r) || r == ' ' {
			return upperCase
		}
	}
	if upper > 1 {
		return allCaps
	}
	return upperCase
}

// fits holds a form found against its capitals in text.
func (lx *Lexicon) fits(id int32, toks []text.Token, first, last int) bool {
	switch lx.caps[id] {
	case allCaps:
		t := &toks[first]
		// Acronyms of four letters and more are also written Nato, Unesco.
		return t.Caps || (t.Upper && t.End-t.Start >= 4) || (t.Upper && strings.Contains(t.Form, ".")) || last-first > 1 && t.Upper
	case upperCase:
		return toks[first].Upper
	}
	return true
}

// IsThat reports whether a folded word introduces reported speech.
func (lx *Lexicon) IsThat(form string) bool { return lx.that[form] }

// IsRelative reports whether a folded word is a relative pronoun.
func (lx *Lexicon) IsRelative(form string) bool { return lx.relative[form] }

// IsSubordinate reports whether a folded word opens a subordinate clause.
func (lx *Lexicon) IsSubordinate(form string) bool { return lx.subordinate[form] }

// IsArticle reports whether a folded word is an article or a possessive.
func (lx *Lexicon) IsArticle(form string) bool { return lx.articles[form] }

// IsNegation reports whether a folded word negates.
func (lx *Lexicon) IsNegation(form string) bool { return lx.negations[form] }

// IsPossessive reports whether a folded word marks what stands before it as
// the owner of what follows.
func (lx *Lexicon) IsPossessive(form string) bool { return lx.possessive[form] }

// IsDefinite reports whether a folded word makes a noun refer back.
func (lx *Lexicon) IsDefinite(form string) bool { return lx.articles[form] && !lx.indefinite[form] }

// AdjunctAt reports whether a word of circumstance ("during", "lors") starts
// at token i.
func (lx *Lexicon) AdjunctAt(toks []text.Token, i, last int) bool {
	var buf [8]phrase.Match
	for _, m := range lx.all.Find(buf[:0], toks, i, last, nil) {
		if e := lx.entries[m.ID]; e.Kind == language.Function && e.ID == fnAdjunct {
			return true
		}
	}
	return false
}

// Gender returns the gender of a folded pronoun, "" when it has none.
func (lx *Lexicon) Gender(form string) string { return lx.gender[form] }

// TopicHit is a form of a topic found.
type TopicHit struct {
	First, Last int
	Entry       *language.Entry
}

// TopicsIn returns the topic forms among the tokens [first, last); of forms
// that lie in one another the longest: "economic cooperation" is no
// cooperation at large.
func (lx *Lexicon) TopicsIn(toks []text.Token, first, last int) []TopicHit {
	var out []TopicHit
	var buf, names []phrase.Match
	gap := func(i int) int {
		n := 0
		names = lx.states.Find(names[:0], toks, i, last, nil)
		for _, m := range names {
			if lx.fits(m.ID, toks, m.First, m.Last) {
				n = max(n, m.Last-m.First)
			}
		}
		return n
	}
	for i := first; i < last; i++ {
		buf = lx.all.Find(buf[:0], toks, i, last, gap)
		longest := 0
		for _, m := range buf {
			if lx.entries[m.ID].Kind == language.Topic && lx.fits(m.ID, toks, m.First, m.Last) {
				longest = max(longest, m.Last-m.First)
			}
		}
		if n := len(out); longest == 0 || n > 0 && out[n-1].Last >= i+longest && out[n-1].First < i {
			continue
		}
		for _, m := range buf {
			if e := lx.entries[m.ID]; e.Kind == language.Topic && m.Last-m.First == longest && lx.fits(m.ID, toks, m.First, m.Last) {
				out = append(out, TopicHit{m.First, m.Last, e})
			}
		}
	}
	return out
}

// IsOwner reports whether a folded word is a possessive determiner.
func (lx *Lexicon) IsOwner(form string) bool { return lx.owners[form] }

// IsThing reports whether a folded pronoun stands for a state or an
// institution.
func (lx *Lexicon) IsThing(form string) bool { return lx.things[form] }

// IsUtterance reports whether a folded noun stands for what somebody issued.
func (lx *Lexicon) IsUtterance(form string) bool { return lx.utterances[form] }

// IsIf reports whether a folded word opens a clause that asks or supposes.
func (lx *Lexicon) IsIf(form string) bool { return lx.ifs[form] }
