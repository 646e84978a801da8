package store

import (
	"context"
	"iter"

	"github.com/parley-news/parley/record"
)

// Filter says which entries are wanted.
type Filter struct{}

// Entries walks over the entries, by day, then id.
func (s *Store) Entries(ctx context.Context, f Filter) iter.Seq2[record.Entry, error] {
	return stream(ctx, s, func(q *session, yield func(record.Entry) error) error {
		return q.rows(ctx, "SELECT record FROM entries ORDER BY first, entry", nil, func(scan scanner) error {
			var packed []byte
			if err := scan(&packed); err != nil {
				return err
			}
			var e record.Entry
			if err := unpack(packed, &e); err != nil {
				return err
			}
			return yield(e)
		})
	})
}
