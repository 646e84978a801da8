package store

import (
	"context"
	"iter"
	"time"

	"github.com/parley-news/parley/record"
)

// Change is what last became of an entry.
type Change struct {
	// At is when, RFC 3339 in UTC, by the clock of who wrote.
	At string `json:"at"`
	// What is Added for an entry that came in then, else Changed.
	What  Outcome      `json:"what"`
	Entry record.Entry `json:"entry"`
}

// Revision counts the changes of the register: as long as it is the same, every question
// has the same answer. The error is that of the file.
func (s *Store) Revision(ctx context.Context) (n int64, err error) {
	err = s.read(ctx, func(q *session) error {
		_, err := q.row(ctx, "SELECT coalesce(max(id), 0) FROM revisions", nil, &n)
		return err
	})
	return n, s.plain("asking for the revision", err)
}

// Changes walks over the entries that came in or changed last, the newest change first and
// within one by id. Those that have been the same since before revisions were counted, or
// since the register was made anew, are not among them, nor are rejected ones. A limit of 0
// is none.
func (s *Store) Changes(ctx context.Context, limit int) iter.Seq2[Change, error] {
	return stream(ctx, s, func(q *session, yield func(Change) error) error {
		left := limit
		return q.rows(ctx, `SELECT r.at, e.added = e.changed, e.record FROM entries e JOIN revisions r ON r.id = e.changed
			WHERE e.changed > 0 ORDER BY e.changed DESC, e.entry`, nil, func(scan scanner) error {
			var at int64
			var fresh bool
			var packed []byte
			if err := scan(&at, &fresh, &packed); err != nil {
				return err
			}
			c := Change{At: time.Unix(at, 0).UTC().Format(time.RFC3339), What: Changed}
			if fresh {
				c.What = Added
			}
			if err := unpack(packed, &c.Entry); err != nil || c.Entry.Rejected {
				return err
			}
			if err := yield(c); err != nil {
				return err
			}
			if left--; left == 0 {
				return errStop
			}
			return nil
		})
	})
}
