package merge

import (
	"cmp"
	"slices"

	"github.com/parley-news/parley/internal/codes"
	"github.com/parley-news/parley/record"
)

// Build makes one entry of what documents say of one contact. parts may come in any
// order, and there is at least one; corrections are those in force that touch the entry,
// in the order of the log.
func Build(parts []Part, corrections []record.Correction) record.Entry {
	parts = inOrder(parts)
	t := story{parts: parts, accounts: accounts(parts)}
	t.life, t.plan = life(&t)
	t.divergences = divergences(&t)
	e := record.Entry{
		Schema: record.Schema, ID: entryID(parts), Members: members(parts),
		Accounts: t.accounts, Life: t.life, Divergences: t.divergences, OnlyOneSide: oneSided(&t),
		Corrections: append([]record.Correction{}, corrections...),
	}
	t.fields(&e)
	correct(&e, &t, corrections)
	e.Codes = codes.Contact(e.Kind, e.Status)
	return e
}

// story is all that is told of one contact, and what was made of it so far.
type story struct {
	// parts are in the order in which they were published, those without a day last.
	parts    []Part
	accounts []record.EntryAccount
	life     []record.LifeStep
	// plan is the first of the parts that speak of the contact as it is planned now: the
	// one that last moved it.
	plan        int
	divergences []record.EntryDivergence
}

// inOrder returns the parts in the order in which they were published.
func inOrder(parts []Part) []Part {
	parts = slices.Clone(parts)
	slices.SortFunc(parts, func(a, b Part) int {
		x, y := a.published(), b.published()
		if (x == Unknown) != (y == Unknown) {
			return -cmp.Compare(x, y)
		}
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a.Document.ID, b.Document.ID), cmp.Compare(a.Contact.ID, b.Contact.ID))
	})
	return parts
}

// entryID is the smallest id of the contacts.
func entryID(parts []Part) string {
	return slices.MinFunc(parts, func(a, b Part) int { return cmp.Compare(a.Contact.ID, b.Contact.ID) }).Contact.ID
}

func members(parts []Part) []record.Member {
	out := make([]record.Member, len(parts))
	for i := range parts {
		d := &parts[i].Document
		out[i] = record.Member{
			Ref: parts[i].Ref(), Outlet: d.Outlet, Language: d.Language, Published: d.Published,
			Title: d.Title, URL: d.URL, Main: parts[i].Contact.Main,
		}
	}
	return out
}

// published is the day on which the document came out.
func (p *Part) published() Day { return ParseDay(or(p.Document.Published)) }

// words are those of one piece of evidence of the part's contact.
func (p *Part) words(at int) record.Words {
	w := record.Words{Document: p.Document.ID}
	if at >= 0 && at < len(p.Contact.Evidence) {
		e := &p.Contact.Evidence[at]
		w.Start, w.End, w.Text = e.Start, e.End, e.Text
	}
	return w
}

// wordsOf are the first words that speak for a field of the part's contact, or those
// that speak of the contact at all.
func (p *Part) wordsOf(field string) record.Words {
	at := slices.IndexFunc(p.Contact.Evidence, func(e record.Evidence) bool { return e.Field == field })
	return p.words(max(at, 0))
}
