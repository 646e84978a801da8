package view

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/record"
)

// Spelling is a name in a language, "" where it is written so in several or it is not known
// in which.
type Spelling struct {
	Language string `json:"language"`
	Text     string `json:"text"`
}

// How many spellings met in documents are shown, and how many words a name has, at most.
const (
	mostWords     = 12
	mostNameWords = 5
)

// spell adds names that are not there yet.
func (v *Actor) spell(language string, names ...string) {
	for _, n := range names {
		if v.isNew(n) {
			v.Spellings = append(v.Spellings, Spelling{language, n})
		}
	}
}

// isNew reports whether the actor is not known to be called so.
func (v *Actor) isNew(name string) bool {
	as := func(s Spelling) bool { return s.Text == name }
	return name != "" && name != v.Actor.Name && !slices.ContainsFunc(v.Spellings, as) && !slices.ContainsFunc(v.Met, as)
}

// fromWorld fills in what the gazetteer knows.
func (m *Maker) fromWorld(v *Actor) {
	id := Key(&v.Actor)
	if s := m.world.States[id]; s != nil && v.IsParty() {
		v.spell("en", s.UN)
	}
	if o := m.world.Organisations[id]; o != nil && v.IsParty() {
		v.spell("", o.Aliases...)
	}
	p := m.world.Persons[id]
	if p == nil || v.Actor.Type != parley.TypePerson {
		return
	}
	v.spell("", p.Native)
	for _, language := range slices.Sorted(maps.Keys(p.Press)) {
		v.spell(language, p.Press[language])
	}
	v.spell("", append(slices.Clone(p.Spellings), p.Aliases...)...)
	for _, h := range p.Holdings {
		v.Terms = append(v.Terms, Term{h.Office, h.Of, h.From.Format(time.DateOnly), lastDay(h)})
	}
	slices.SortStableFunc(v.Terms, func(a, b Term) int { return strings.Compare(b.From, a.From) })
}

func lastDay(h gazetteer.Holding) string {
	if h.To.IsZero() {
		return ""
	}
	return h.To.Format(time.DateOnly)
}

// met adds how the name of a person of the gazetteer is written in the contacts and
// statements that are shown.
func (m *Maker) met(v *Actor, key string) {
	if v.IsParty() || m.world.Persons[key] == nil {
		return
	}
	seen := map[string]bool{}
	note := func(language, name, as string) {
		if name != key || seen[as] || len(v.Met) == mostWords {
			return
		}
		seen[as] = true
		if as = m.nameIn(as, key); v.isNew(as) {
			v.Met = append(v.Met, Spelling{language, as})
		}
	}
	for i := range v.Contacts {
		for _, p := range v.Contacts[i].People {
			note(oneLanguage(v.Contacts[i].Members), p.Name, p.As)
		}
	}
	for _, t := range v.Positions {
		for i := range t.Statements {
			for _, who := range t.Statements[i].Speaker.Each() {
				note(t.Statements[i].Document.Language, who.Name, who.As)
			}
		}
	}
}

// nameIn is the longest run of words that names a person, without the office or whatever
// else stands beside it; "" where there is none, as in a pronoun.
func (m *Maker) nameIn(as, person string) string {
	words := strings.Fields(as)
	for n := min(len(words), mostNameWords); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			run := strings.TrimFunc(strings.Join(words[i:i+n], " "), unicode.IsPunct)
			if slices.ContainsFunc(m.world.Find(run), func(f gazetteer.NameMatch) bool { return f.Person.Name == person }) {
				return run
			}
		}
	}
	return ""
}

// oneLanguage is the language of all members, "" where they have several.
func oneLanguage(members []record.Member) string {
	language := ""
	for i, m := range members {
		if i > 0 && m.Language != language {
			return ""
		}
		language = m.Language
	}
	return language
}
