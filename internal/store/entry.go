package store

import (
	"context"
	"fmt"
	"regexp"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// Found is what an id leads to.
type Found struct {
	// Entry is nil when the id is that of an entry that is none any more and whose
	// contacts went to several.
	Entry *record.Entry
	// RedirectedFrom is the id that was asked for, when the entry has another one.
	RedirectedFrom string
	// Successors are the entries that the contacts went to.
	Successors []string
}

// shortID is how a beginning of an id is written.
var shortID = regexp.MustCompile(`^[0-9a-f]{6,}$`)

// Entry returns the entry with an id, or the one that its contact went to. The first six
// digits do when no other id begins so. The error is ErrNotFound, or ErrAmbiguous with
// the ids that begin so.
func (s *Store) Entry(ctx context.Context, id string) (f Found, err error) {
	err = s.read(ctx, func(q *session) error {
		full, err := complete(ctx, q, id)
		if err != nil {
			return err
		}
		f, err = find(ctx, q, full)
		return err
	})
	return f, s.plain("reading", err)
}

// complete returns the id that begins so: of a contact, or of an entry that was.
func complete(ctx context.Context, q *session, id string) (string, error) {
	ids, err := column[string](ctx, q, `SELECT contact FROM mentions WHERE contact = ?1 UNION SELECT entry FROM retired WHERE entry = ?1`, id)
	if err != nil || len(ids) == 1 {
		return id, err
	}
	if !shortID.MatchString(id) {
		return "", fmt.Errorf("entry %q: %w", id, ErrNotFound)
	}
	ids, err = column[string](ctx, q, `SELECT contact FROM mentions WHERE contact > ?1 AND contact < ?1 || 'g'
		UNION SELECT entry FROM retired WHERE entry > ?1 AND entry < ?1 || 'g' ORDER BY 1 LIMIT 6`, id)
	switch {
	case err != nil:
		return "", err
	case len(ids) == 0:
		return "", fmt.Errorf("entry %q: %w", id, ErrNotFound)
	case len(ids) > 1:
		return "", &Ambiguous{"entry", id, ids}
	}
	return ids[0], nil
}

func find(ctx context.Context, q *session, id string) (Found, error) {
	var packed []byte
	found, err := q.row(ctx, "SELECT e.record FROM mentions m JOIN entries e ON e.id = m.entry WHERE m.contact = ?", []any{id}, &packed)
	if err != nil {
		return Found{}, err
	}
	if !found {
		return successors(ctx, q, id)
	}
	e := &record.Entry{}
	f := Found{Entry: e}
	err = unpack(packed, e)
	if e.ID != id {
		f.RedirectedFrom = id
	}
	return f, err
}

// successors follows an entry that is none any more.
func successors(ctx context.Context, q *session, id string) (Found, error) {
	next, err := column[string](ctx, q, `WITH RECURSIVE went (contact) AS (SELECT successor FROM retired WHERE entry = ?1
			UNION SELECT r.successor FROM went JOIN retired r ON r.entry = went.contact)
		SELECT DISTINCT e.entry FROM went JOIN mentions m ON m.contact = went.contact JOIN entries e ON e.id = m.entry ORDER BY e.entry`, id)
	if err != nil || len(next) != 1 {
		return Found{RedirectedFrom: id, Successors: next}, err
	}
	f, err := find(ctx, q, next[0])
	f.RedirectedFrom = id
	return f, err
}

// group returns the contacts of an entry, sorted.
func group(ctx context.Context, q *session, entry string) ([]record.Ref, error) {
	var out []record.Ref
	err := q.rows(ctx, `SELECT d.document, m.contact FROM entries e JOIN mentions m ON m.entry = e.id
		JOIN documents d ON d.id = m.document WHERE e.entry = ? ORDER BY m.contact`, []any{entry}, func(scan scanner) error {
		var r record.Ref
		err := scan(&r.Document, &r.Contact)
		out = append(out, r)
		return err
	})
	if err == nil && len(out) == 0 {
		err = fmt.Errorf("entry %q: %w", entry, ErrNotFound)
	}
	return out, err
}

// Why says of each member of an entry with which other one it was joined, and by what.
func (s *Store) Why(ctx context.Context, entry string) (reasons []merge.Reason, err error) {
	err = s.read(ctx, func(q *session) error {
		refs, err := group(ctx, q, entry)
		if err != nil {
			return err
		}
		rules, err := readRules(ctx, q)
		if err != nil {
			return err
		}
		fresh := newMemory()
		reasons, err = merge.Explain(newIndex(ctx, q, &fresh), refs, rules.rules)
		return err
	})
	return reasons, s.plain("reading", err)
}
