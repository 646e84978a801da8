package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/parley-news/parley/internal/merge"
)

// found is a thing that a walk came to.
type found struct {
	day   merge.Day
	key   string // its id
	row   int64
	terms []byte
}

func (f *found) compare(o *found) int {
	return cmp.Or(cmp.Compare(f.day, o.day), cmp.Compare(f.key, o.key))
}

// walk hands do what is wanted, by day, then id. A walk stops when do returns an error.
func (q *session) walk(ctx context.Context, g *ground, w *wanted, do func(*found) error) error {
	days := byDay[found]{newest: w.newest, of: func(f *found) *found { return f }, do: do}
	if err := q.each(ctx, g, w, func(f *found) error { return days.put(*f) }); err != nil {
		return err
	}
	return days.flush()
}

// each hands do what is wanted, by day, and in any order within a day.
func (q *session) each(ctx context.Context, g *ground, w *wanted, do func(*found) error) error {
	p := g.plan(w)
	return q.rows(ctx, p.text.String(), p.args, func(scan scanner) error {
		var f found
		if err := scan(&f.day, &f.key, &f.row, &f.terms); err != nil {
			return err
		}
		if !w.beyond(&f) || !p.holds(&f) {
			return nil
		}
		return do(&f)
	})
}

// byDay puts things that come in the order of days into the order of ids within each day:
// all of a day are looked at before the first is handed on, and no more.
type byDay[T any] struct {
	newest bool
	of     func(*T) *found
	do     func(*T) error
	block  []T
}

func (b *byDay[T]) put(v T) error {
	if len(b.block) > 0 {
		last, now := b.of(&b.block[0]).day, b.of(&v).day
		if last != now {
			if (now < last) != b.newest {
				return fmt.Errorf("out of order: day %d behind %d", now, last)
			}
			if err := b.flush(); err != nil {
				return err
			}
		}
	}
	b.block = append(b.block, v)
	return nil
}

// flush hands on what is left.
func (b *byDay[T]) flush() error {
	slices.SortFunc(b.block, func(x, y T) int { return b.of(&x).compare(b.of(&y)) })
	if b.newest {
		slices.Reverse(b.block)
	}
	for i := range b.block {
		if err := b.do(&b.block[i]); err != nil {
			return err
		}
	}
	b.block = b.block[:0]
	return nil
}

// beyond reports whether something lies behind the cursor.
func (w *wanted) beyond(f *found) bool {
	if w.after == nil {
		return true
	}
	at := f.compare(&found{day: w.after.day, key: w.after.id})
	return at > 0 && !w.newest || at < 0 && w.newest
}

// holds checks the fields that the statement left.
func (p *plan) holds(f *found) bool {
	if len(p.check) == 0 {
		return true
	}
	has := unpackNumbers(f.terms)
	for _, field := range p.check {
		if !field.in(has) {
			return false
		}
	}
	return true
}

// walkEntries is walk for entries, with those that begin before the days asked for and
// reach into them.
func (q *session) walkEntries(ctx context.Context, w *wanted, hidden bool, do func(*found) error) error {
	return q.withReachingIn(ctx, w, hidden, do, func() error { return q.walk(ctx, &entriesGround, w, do) })
}

// withReachingIn hands do the entries that reach in, before or after the rest.
func (q *session) withReachingIn(ctx context.Context, w *wanted, hidden bool, do func(*found) error, rest func() error) error {
	early, err := q.reachingIn(ctx, w, hidden)
	if err != nil {
		return err
	}
	if w.newest {
		if err := rest(); err != nil {
			return err
		}
	}
	for i := range early {
		if err := do(&early[i]); err != nil {
			return err
		}
	}
	if !w.newest {
		return rest()
	}
	return nil
}

// reachingIn returns the entries that begin before the days asked for and reach into
// them, in the order of the walk. Entries of more than one day have a term for how long
// they may last, so that one looks back only as far.
func (q *session) reachingIn(ctx context.Context, w *wanted, hidden bool) ([]found, error) {
	var out []found
	if w.days.from <= merge.Unknown+1 {
		return nil, nil
	}
	for _, c := range append(slices.Clone(merge.Widths), 0) {
		class, from := widthMore, merge.Unknown+1
		if c > 0 {
			class, from = strconv.Itoa(int(c)), w.days.from-c
		}
		r := resolver{ctx: ctx, session: q, of: ofEntries, hidden: hidden}
		r.add([]string{class}, facetWidth)
		if r.err != nil || r.none {
			if r.err != nil {
				return nil, r.err
			}
			continue
		}
		long := *w
		long.fields = append(slices.Clone(w.fields), r.fields...)
		long.days = period{from, w.days.from - 1}
		long.where = append(slices.Clone(w.where), condition{"m.last >= ?", []any{w.days.from}})
		err := q.walk(ctx, &entriesGround, &long, func(f *found) error {
			out = append(out, *f)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out, func(a, b found) int { return a.compare(&b) })
	if w.newest {
		slices.Reverse(out)
	}
	return out, nil
}
