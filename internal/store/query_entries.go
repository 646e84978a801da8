package store

import (
	"context"
	"iter"

	"github.com/parley-news/parley/record"
)

// Entries walks over the entries that a filter asks for, by day, then id.
func (s *Store) Entries(ctx context.Context, f Filter) iter.Seq2[record.Entry, error] {
	return stream(ctx, s, func(q *session, yield func(record.Entry) error) error {
		w, err := q.wantedEntries(ctx, &f)
		if err != nil || w == nil {
			return err
		}
		return q.walkEntries(ctx, w, f.Rejected, q.handEntries(ctx, f.Limit, yield))
	})
}

// wantedEntries reads a filter; nil means that nothing can meet it.
func (q *session) wantedEntries(ctx context.Context, f *Filter) (*wanted, error) {
	r := resolver{ctx: ctx, session: q, of: ofEntries, hidden: f.Rejected}
	r.entries(f)
	return r.wanted(f.From, f.To, f.After, f.Newest)
}

// wanted is what has the fields, in a period and behind a cursor.
func (r *resolver) wanted(from, to, after string, newest bool) (*wanted, error) {
	if r.err != nil {
		return nil, r.err
	}
	w := &wanted{fields: r.fields, newest: newest}
	var err error
	if w.days, err = parsePeriod(from, to); err != nil {
		return nil, err
	}
	if after != "" {
		at, err := parseCursor(after)
		if err != nil {
			return nil, err
		}
		w.after = &at
	}
	if r.none {
		return nil, nil
	}
	if r.of == ofEntries && !r.hidden && len(w.fields) == 0 {
		w.without, err = r.marked(markRejected)
	}
	return w, err
}

// marked returns the term of a mark, none when nothing has it.
func (r *resolver) marked(mark string) ([]int64, error) {
	return column[int64](r.ctx, r.session, "SELECT id FROM terms WHERE facet = ? AND value = ?", facetMark, mark)
}

// handEntries reads the records of entries and hands them on, up to a limit.
func (q *session) handEntries(ctx context.Context, limit int, yield func(record.Entry) error) func(*found) error {
	n := 0
	return func(f *found) error {
		var e record.Entry
		if err := q.unpackRow(ctx, "SELECT record FROM entries WHERE id = ?", f.row, &e); err != nil {
			return err
		}
		if err := yield(e); err != nil {
			return err
		}
		if n++; n == limit {
			return errStop
		}
		return nil
	}
}

// unpackRow reads the packed record of a row.
func (q *session) unpackRow(ctx context.Context, text string, row int64, into any) error {
	var packed []byte
	if _, err := q.row(ctx, text, []any{row}, &packed); err != nil {
		return err
	}
	return unpack(packed, into)
}
