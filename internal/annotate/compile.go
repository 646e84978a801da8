package annotate

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// fill compiles the parts of a lexicon side by side: none needs another.
func (lx *Lexicon) fill() error {
	var dateErr, modelErr error
	var wait sync.WaitGroup
	wait.Go(func() { lx.Dates, dateErr = dates.Load(lx.Pack.Code+"/dates.yaml", lx.Pack.Dates) })
	if lx.Pack.Syntax != nil {
		wait.Go(func() { lx.Model, modelErr = syntax.Decode(lx.Pack.Syntax) })
	}
	err := lx.forms()
	wait.Wait()
	if dateErr != nil {
		return dateErr
	}
	if modelErr != nil {
		return modelErr
	}
	return err
}

// forms enters all forms of the pack and the world in an order of their own, so
// that the same data give the same reading.
func (lx *Lexicon) forms() error {
	for i := range lx.Pack.Entries {
		if err := lx.add(&lx.Pack.Entries[i]); err != nil {
			return err
		}
	}
	for _, rel := range slices.Sorted(maps.Keys(lx.Pack.Relations)) {
		if err := lx.functions(fnRelation+string(rel), lx.Pack.Relations[rel]); err != nil {
			return err
		}
	}
	for _, f := range []struct {
		id    string
		forms []string
	}{
		{fnAdjunct, lx.Pack.Adjuncts}, {fnAdverb, lx.Pack.Adverbs}, {fnEach, lx.Pack.Each}, {fnIncluding, lx.Pack.Including}, {fnNext, lx.Pack.Next}, {fnNamely, lx.Pack.Namely}, {fnSince, lx.Pack.Since}, {fnPrecondition, lx.Pack.Preconditions}, {fnAhead, lx.Pack.Ahead}, {fnFuture, lx.Pack.Future}, {fnAnd, lx.Pack.And},
		{fnExpletive, lx.Pack.Pronouns.Expletives}, {fnCleft, lx.Pack.Clefts}, {fnThereof, lx.Pack.Thereof}, {fnPronoun1, lx.Pack.Pronouns.Singular}, {fnPronounN, lx.Pack.Pronouns.Plural},
	} {
		if err := lx.functions(f.id, f.forms); err != nil {
			return err
		}
	}
	lx.fixedForms()
	if err := lx.shortForms(); err != nil {
		return err
	}
	if err := lx.namesakes(); err != nil {
		return err
	}
	return lx.fillWorld()
}

// learnCue notes the words of a cue by which words are put into another order.
func (lx *Lexicon) learnCue(e *language.Entry, form phrase.Form) {
	switch {
	case e.Cue.POS == "VERB":
		lx.learnVerb(form)
	case e.Cue.POS == "NOUN" && e.Cue.Sense == language.Contact && !strings.Contains(e.Form, " "):
		for _, word := range form.Firsts() {
			lx.contactNouns.Add(word)
		}
	}
}

// learnVerb notes the words that a form of a verb may begin with.
func (lx *Lexicon) learnVerb(form phrase.Form) {
	for _, word := range form.Firsts() {
		lx.verbWords.Add(word)
		for _, particle := range lx.Pack.Particles {
			if rest, ok := strings.CutPrefix(word, text.Fold(particle)); ok && len(rest) > 2 {
				lx.verbWords.Add(rest)
			}
		}
	}
}

// namesOne reports whether a form is one word that names a state, an organisation, a group
// or a place.
func namesOne(e *language.Entry) bool {
	switch e.Kind {
	case language.StateName, language.Seat, language.OrgName, language.Group, language.Place:
		return text.Plain(e.Form)
	}
	return false
}

func (lx *Lexicon) functions(id string, forms []string) error {
	for _, f := range forms {
		if err := lx.add(&language.Entry{Kind: language.Function, ID: id, Form: f}); err != nil {
			return err
		}
	}
	return nil
}

// formMarks are the marks that mean something in a form and nothing in a name.
const formMarks = "()|*"

// fillWorld adds the names that are the same in every language of a script.
func (lx *Lexicon) fillWorld() error {
	var err error
	var room []language.Entry // for many entries, so that they are few pieces of memory
	add := func(kind language.Kind, id string, names ...string) {
		if len(names) > len(room) {
			room = make([]language.Entry, max(len(names), 512))
		}
		entries := room[:len(names)]
		room = room[len(names):]
		for i, name := range names {
			if strings.ContainsAny(name, formMarks) {
				name = strings.Map(func(r rune) rune {
					if strings.ContainsRune(formMarks, r) {
						return -1
					}
					return r
				}, name)
			}
			entries[i] = language.Entry{Kind: kind, ID: id, Form: name, File: "world"}
			if err == nil {
				err = lx.add(&entries[i])
			}
		}
	}
	w := lx.World
	for _, id := range slices.Sorted(maps.Keys(w.Organisations)) {
		o := w.Organisations[id]
		add(language.OrgName, id, append([]string{id, o.Name}, o.Aliases...)...)
	}
	for _, name := range slices.Sorted(maps.Keys(w.Institutions)) {
		add(language.Institution, name, append([]string{name}, w.Institutions[name].Aliases...)...)
	}
	for _, name := range slices.Sorted(maps.Keys(w.Places)) {
		add(language.Place, name, append([]string{name}, w.Places[name].Aliases...)...)
	}
	for _, name := range slices.Sorted(maps.Keys(w.Outlets)) {
		add(language.Outlet, name, append([]string{name}, w.Outlets[name].Aliases...)...)
	}
	for _, name := range slices.Sorted(maps.Keys(w.Groups)) {
		add(language.Group, name, append([]string{name}, w.Groups[name].Aliases...)...)
	}
	return err
}

func (lx *Lexicon) add(e *language.Entry) error {
	id := int32(len(lx.entries))
	lx.entries = append(lx.entries, e)
	lx.caps = append(lx.caps, needs(e))
	if lx.Pack.Order != "" && namesOne(e) {
		lx.nameWords.Add(text.Fold(e.Form))
	}
	form := e.Parsed
	if form == nil {
		var err error
		if form, err = phrase.Parse(e.Form, &lx.Pack.Text); err != nil {
			return fmt.Errorf("%s:%d:1: %w", e.File, e.Line, err)
		}
		e.Parsed = form
	}
	if e.File != "world" {
		lx.learn(e)
	}
	e.Parsed = nil // whatever is kept is looked through when memory is collected
	if lx.Pack.Order != "" && e.Kind == language.Office {
		for _, word := range form.Firsts() {
			lx.officeWords.Add(word)
		}
	}
	if lx.Pack.Order != "" && e.Cue != nil {
		lx.learnCue(e, form)
	}
	for _, m := range lx.matchers(e) {
		if m == nil {
			continue
		}
		m.AddForm(form, id)
		if err := lx.respelt(m, e.Form, id); err != nil {
			return err
		}
	}
	return nil
}

// respelt adds a form as other spellings of the language write it.
func (lx *Lexicon) respelt(m *phrase.Matcher, form string, id int32) error {
	for _, from := range slices.Sorted(maps.Keys(lx.Pack.Spellings)) {
		other := strings.ReplaceAll(form, from, lx.Pack.Spellings[from])
		if other == form {
			continue
		}
		if err := m.Add(other, id); err != nil {
			return err
		}
	}
	return nil
}

// asked are the functions that functionAt looks for.
var asked = []string{fnAdjunct, fnEach, fnIncluding, fnNext, fnNamely, fnSince, fnPrecondition, fnAhead, fnExpletive, fnCleft, fnThereof}

// matchers returns the matcher that finds an entry, and a second one where there
// is one.
func (lx *Lexicon) matchers(e *language.Entry) [2]*phrase.Matcher {
	switch e.Kind {
	case language.StateName, language.StateAdjective, language.OrgAdjective, language.StatePeople:
		return [2]*phrase.Matcher{lx.states}
	case language.OrgName:
		if lx.Pack.Attributive { // "the head of the UNDP office"
			return [2]*phrase.Matcher{lx.states}
		}
	case language.Seat:
		return [2]*phrase.Matcher{lx.all, lx.seats}
	case language.Topic:
		return [2]*phrase.Matcher{lx.topics}
	}
	switch {
	case e.Kind == language.Function && slices.Contains(asked, e.ID):
		return [2]*phrase.Matcher{lx.all, lx.grammar}
	case e.Cue != nil && (e.Cue.Sense == language.Acting || e.Cue.Sense == language.Former):
		return [2]*phrase.Matcher{lx.all, lx.passing}
	}
	return [2]*phrase.Matcher{lx.all}
}

// learn notes the ordinary words of a form.
func (lx *Lexicon) learn(e *language.Entry) {
	if e.Kind == language.Honorific {
		return
	}
	if lx.Pack.NoCapitals {
		lx.learnCommon(e)
		return
	}
	for _, w := range strings.FieldsFunc(e.Form, func(r rune) bool { return !unicode.IsLetter(r) && r != '*' }) {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) && !strings.HasSuffix(w, "*") && len(w) > 3 {
			lx.common.Add(text.Fold(w))
		}
	}
}

// needs tells the capitals a form needs: a name keeps its own, an acronym all
// of them ("US" is not "us").
func needs(e *language.Entry) capital {
	acronym := e.Kind == language.Office
	switch e.Kind {
	case language.Office:
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
	form, _, _ := strings.Cut(e.Form, "|") // "PM|PMs" is an acronym
	for _, r := range form {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLetter(r) || r == ' ' {
			if acronym {
				return anyCase
			}
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
		// Acronyms of four letters and more are also written Nato, Unesco; "Las" is an article.
		return t.Caps || !lx.articles.Has(t.Form) && t.Upper && (last-first > 1 || t.End-t.Start >= 4 || strings.HasSuffix(t.Form, "s") || strings.Contains(t.Form, "."))
	case upperCase:
		return toks[first].Upper
	}
	return true
}
