package store

import (
	"context"
	"fmt"
)

// making counts up when the same readings and corrections make other entries, statements or
// indexes than before, here or in merge. It is kept in the register (user_version), which
// is made anew when it is opened for writing and has an earlier number.
const making = 2

// renewBatch is how many documents are merged together.
const renewBatch = 500

// renewed reports whether what follows from the readings was made as today.
func renewed(ctx context.Context, q *session) (bool, error) {
	var have int
	_, err := q.row(ctx, "PRAGMA user_version", nil, &have)
	if err == nil && have > making {
		err = errNewer
	}
	return have == making, err
}

// renew makes all that follows from the readings anew, in one transaction: who reads
// meanwhile, and who opens it after an interruption, finds the register as it was. What is
// made lies in the log of SQLite until the end, about half as large as the register. tell is
// told how many documents are done, of how many.
func (s *Store) renew(ctx context.Context, tell func(done, of int)) error {
	return s.write(ctx, func(q *session) error {
		if done, err := renewed(ctx, q); err != nil || done { // another process did it
			return err
		}
		q.revision = 0 // the entries are what they were
		b, err := s.newBatch(ctx, q)
		if err != nil {
			return err
		}
		for _, text := range []string{
			"DELETE FROM mention_keys", "DELETE FROM links", "DELETE FROM mentions", "DELETE FROM entries", "DELETE FROM facets",
			"DELETE FROM statements", "DELETE FROM remarks", "DELETE FROM commitments", "DELETE FROM terms", "DELETE FROM names",
			"INSERT INTO words (words) VALUES ('delete-all')",
		} {
			if err := q.exec(ctx, text); err != nil {
				return err
			}
		}
		if err := b.readAgain(tell); err != nil {
			return err
		}
		return q.exec(ctx, fmt.Sprintf("PRAGMA user_version = %d", making))
	})
}

// readAgain puts in what all documents say.
func (b *batch) readAgain(tell func(done, of int)) error {
	ids, err := column[int64](b.ctx, b.session, "SELECT id FROM documents ORDER BY place")
	if err != nil {
		return err
	}
	for i, id := range ids {
		if err := b.putReading(id); err != nil {
			return err
		}
		if i%renewBatch == renewBatch-1 {
			if err := b.finish(); err != nil {
				return err
			}
			clear(b.entries) // nobody asks, and they can be millions
			tell(i+1, len(ids))
		}
	}
	if err := b.finish(); err != nil {
		return err
	}
	if len(ids) > 0 {
		tell(len(ids), len(ids))
	}
	return nil
}

func (b *batch) putReading(id int64) error {
	var place int64
	var packed []byte
	if _, err := b.row(b.ctx, "SELECT place, reading FROM documents WHERE id = ?", []any{id}, &place, &packed); err != nil {
		return err
	}
	r, err := unpackReading(packed)
	if err != nil {
		return err
	}
	return b.put(id, place, &r)
}
