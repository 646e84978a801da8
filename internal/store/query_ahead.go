package store

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

var (
	// ahead are the statuses of what may still come, announced of what was said to come.
	ahead     = []string{"ongoing", "proposed", "scheduled"}
	announced = []string{"proposed", "scheduled"}
)

// Upcoming walks over the entries of a filter that on a day are still to come: those that
// lie ahead or go on, the soonest first, whatever the filter's order; then those for which
// no days are given, the last told of first, unless the filter asks for a period.
func (s *Store) Upcoming(ctx context.Context, today string, f Filter) iter.Seq2[record.Entry, error] {
	return stream(ctx, s, func(q *session, yield func(record.Entry) error) error {
		f.Newest = false
		t, err := q.timed(ctx, today, &f, ahead)
		if err != nil || t == nil {
			return err
		}
		hand := q.handEntries(ctx, f.Limit, yield)
		if !t.behind {
			w := t.wanted
			w.without = append(w.without, t.undated.terms...)
			w.days.from = max(w.days.from, t.today)
			if err := q.walkEntries(ctx, &w, f.Rejected, hand); err != nil {
				return err
			}
		}
		if !t.behind {
			t.after = nil
		}
		return q.walkUndated(ctx, &f, t, hand)
	})
}

// Undated walks over those entries of Upcoming for which no days are given, without a walk
// over the others.
func (s *Store) Undated(ctx context.Context, today string, f Filter) iter.Seq2[record.Entry, error] {
	return stream(ctx, s, func(q *session, yield func(record.Entry) error) error {
		t, err := q.timed(ctx, today, &f, ahead)
		if err != nil || t == nil {
			return err
		}
		return q.walkUndated(ctx, &f, t, q.handEntries(ctx, f.Limit, yield))
	})
}

// walkUndated walks over what a filter asks for and has no days, the last told of first; a
// period has nothing of that.
func (q *session) walkUndated(ctx context.Context, f *Filter, t *timed, hand func(*found) error) error {
	if f.From != "" || f.To != "" || len(t.undated.terms) == 0 {
		return nil
	}
	w := t.wanted
	w.fields, w.newest = append(w.fields, t.undated), true
	return q.walk(ctx, &entriesGround, &w, hand)
}

// Overdue walks over the entries of a filter that were announced for days that lie before
// a day, and that nobody has reported as held, called off or denied.
func (s *Store) Overdue(ctx context.Context, today string, f Filter) iter.Seq2[record.Entry, error] {
	return stream(ctx, s, func(q *session, yield func(record.Entry) error) error {
		t, err := q.timed(ctx, today, &f, announced)
		if err != nil || t == nil {
			return err
		}
		w := t.wanted
		w.without = append(w.without, t.undated.terms...)
		w.days.to = min(w.days.to, t.today-1)
		w.where = append(w.where, condition{"m.last < ?", []any{t.today}})
		return q.walkEntries(ctx, &w, f.Rejected, q.handEntries(ctx, f.Limit, yield))
	})
}

// timed is what is asked for of a day.
type timed struct {
	wanted
	today   merge.Day
	undated field
	// behind: the cursor is at an entry without days.
	behind bool
}

// timed reads a filter of entries with some statuses; nil means that nothing can meet it.
func (q *session) timed(ctx context.Context, today string, f *Filter, statuses []string) (*timed, error) {
	t := timed{today: merge.ParseDay(today)}
	if t.today == merge.Unknown {
		return nil, fmt.Errorf("%w: %q is no day; write it as 2025-03-12", ErrFilter, today)
	}
	with := *f
	with.Statuses = slices.DeleteFunc(slices.Clone(statuses), func(s string) bool {
		return len(f.Statuses) > 0 && !slices.Contains(f.Statuses, s)
	})
	if len(with.Statuses) == 0 {
		return nil, nil
	}
	w, err := q.wantedEntries(ctx, &with)
	if err != nil || w == nil {
		return nil, err
	}
	t.wanted = *w
	r := resolver{ctx: ctx, session: q, of: ofEntries, hidden: f.Rejected}
	r.add([]string{markUndated}, facetMark)
	t.undated = r.fields[0]
	if r.err == nil && w.after != nil {
		t.behind, r.err = q.has(ctx, w.after.id, t.undated)
	}
	return &t, r.err
}

// has reports whether an entry has one of the terms of a field.
func (q *session) has(ctx context.Context, entry string, of field) (bool, error) {
	var terms []byte
	_, err := q.row(ctx, "SELECT terms FROM entries WHERE entry = ?", []any{entry}, &terms)
	return of.in(unpackNumbers(terms)), err
}

// in reports whether one of the terms is in a list.
func (f field) in(has []int64) bool {
	return slices.ContainsFunc(has, func(t int64) bool {
		_, ok := slices.BinarySearch(f.terms, t)
		return ok
	})
}
