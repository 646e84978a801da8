package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/codes"
	"github.com/parley-news/parley/record"
)

// Build makes one entry of what documents say of one contact. parts may come in any
// order, and there is at least one; corrections are those in force that touch the entry,
// in the order of the log.
func Build(parts []Part, corrections []record.Correction) record.Entry {
	s := newStory(parts)
	e := record.Entry{
		Schema: record.Schema, ID: s.id(), Members: s.members(),
		Accounts: s.accounts, Life: s.life, Divergences: s.divergences(), OnlyOneSide: s.oneSided(),
		Corrections: listed(corrections),
	}
	s.fields(&e)
	correct(&e, s, corrections)
	e.Codes = codes.Contact(e.Kind, e.Status)
	return e
}

// story is all that is told of one contact.
type story struct {
	parts    []Part // in the order of inOrder
	accounts []record.EntryAccount
	life     []record.LifeStep
	// plan is the first part that speaks of the contact as it is planned now, or was held.
	plan int
	// at is the place of a document among the parts.
	at map[string]int
}

func newStory(parts []Part) *story {
	s := &story{parts: inOrder(parts), at: map[string]int{}}
	for i := range s.parts {
		s.at[s.parts[i].Document.ID] = i
	}
	s.accounts = accounts(s.parts)
	s.live()
	return s
}

// inOrder returns the parts in the order in which they were published. Of those of one
// day what comes first in the life of a contact comes first; those without a day, which
// may be from any time, come last.
func inOrder(parts []Part) []Part {
	parts = slices.Clone(parts)
	slices.SortFunc(parts, func(a, b Part) int {
		x, y := a.published(), b.published()
		if (x == Unknown) != (y == Unknown) {
			return cmp.Compare(y, x)
		}
		return cmp.Or(
			cmp.Compare(x, y),
			cmp.Compare(slices.Index(course, a.Contact.Status), slices.Index(course, b.Contact.Status)),
			cmp.Compare(a.Document.ID, b.Document.ID), cmp.Compare(a.Contact.ID, b.Contact.ID),
		)
	})
	return parts
}

// course is the order in which a contact goes through its statuses.
var course = []string{"proposed", "scheduled", "denied", "cancelled", "ongoing", "held"}

// id is the smallest of those of the contacts.
func (s *story) id() string {
	least := slices.MinFunc(s.parts, func(a, b Part) int { return cmp.Compare(a.Contact.ID, b.Contact.ID) })
	return least.Contact.ID
}

func (s *story) members() []record.Member {
	out := make([]record.Member, len(s.parts))
	for i := range s.parts {
		p := &s.parts[i]
		d := &p.Document
		out[i] = record.Member{
			Ref: p.Ref(), Outlet: d.Outlet, Language: d.Language, Published: d.Published,
			Title: d.Title, URL: d.URL, Main: p.Contact.Main,
		}
	}
	return out
}

// published is the day on which the document came out.
func (p *Part) published() Day { return ParseDay(or(p.Document.Published)) }

// words are those of a piece of evidence of the contact, by index.
func (p *Part) words(at int) record.Words {
	w := record.Words{Document: p.Document.ID}
	if at >= 0 && at < len(p.Contact.Evidence) {
		e := &p.Contact.Evidence[at]
		w.Start, w.End, w.Text = e.Start, e.End, e.Text
	}
	return w
}

// wordsFor are the first words that speak for a field of the contact, else those that
// tell of it at all.
func (p *Part) wordsFor(field string) record.Words {
	at := slices.IndexFunc(p.Contact.Evidence, func(e record.Evidence) bool { return e.Field == field })
	return p.words(max(at, 0))
}

// wordsForTopic are the first words that speak for one topic; its rule names it.
func (p *Part) wordsForTopic(topic string) record.Words {
	at := slices.IndexFunc(p.Contact.Evidence, func(e record.Evidence) bool {
		return e.Field == "topics" && strings.Contains(e.Rule, ": "+topic+" ")
	})
	if at < 0 {
		return p.wordsFor("topics")
	}
	return p.words(at)
}

// hasParty reports whether somebody takes part in the contact.
func (p *Part) hasParty(id string) bool {
	return slices.ContainsFunc(p.Contact.Parties, func(o record.Party) bool { return o.ID == id })
}
