package view

import (
	"context"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// Contacts is the page of the register: the entries that a query asks for.
type Contacts struct {
	Query   Query          `json:"-"`
	Entries []record.Entry `json:"entries"`
	// Next is the cursor behind the last of them, "" when there are no more.
	Next string `json:"next"`
}

// Contacts lists the entries that a query asks for, a page of them.
func (m *Maker) Contacts(ctx context.Context, q Query) (Contacts, error) {
	out := Contacts{Query: q}
	f := q.Filter
	f.Limit = q.Limit + 1
	var more bool
	var err error
	if out.Entries, more, err = gather(m.register.Entries(ctx, f), q.Limit); err != nil {
		return Contacts{}, err
	}
	if more {
		out.Next = parley.Cursor(&out.Entries[len(out.Entries)-1])
	}
	return out, nil
}
