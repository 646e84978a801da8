package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/merge"
)

// census counts actors.
type census struct {
	ctx context.Context
	*session
	types []string
	who   []int64 // the terms to choose from, nil for all
	// counted is how often each term was met in what was asked for, nil when that is the
	// whole register, whose counts are kept.
	counted map[int64]*tally
}

// tally is how often something has a term.
type tally struct {
	term
	id     int64
	counts [2]int
	days   period // from the first to the last known
}

// take counts in the entries of a filter, and in the statements that go with it.
func (c *census) take(f *Filter) error {
	in := *f
	in.Newest, in.After, in.Rejected = false, "", false
	w, err := c.wantedEntries(c.ctx, &in)
	if err != nil || w != nil && len(w.fields) == 0 && w.days == always {
		return err
	}
	c.counted = map[int64]*tally{}
	if w != nil {
		count := c.count(ofEntries)
		err := c.withReachingIn(c.ctx, w, false, count, func() error { return c.each(c.ctx, &entriesGround, w, count) })
		if err != nil {
			return err
		}
	}
	if len(f.With) > 0 || len(f.Kinds) > 0 || len(f.Statuses) > 0 || len(f.Places) > 0 || f.Disputed {
		return nil // no statement has these
	}
	said, err := c.wantedStatements(c.ctx, &StatementFilter{
		People: f.People, Parties: f.Parties, Topics: f.Topics, About: f.About, Outlets: f.Outlets, Languages: f.Languages, From: f.From, To: f.To,
	}, func(*resolver) {})
	if err != nil || said == nil {
		return err
	}
	return c.each(c.ctx, &statementsGround, said, c.count(ofStatements))
}

// count adds the terms of a thing to their tallies.
func (c *census) count(of int) func(*found) error {
	return func(f *found) error {
		for _, id := range unpackNumbers(f.terms) {
			t := c.counted[id]
			if t == nil {
				t = &tally{id: id, days: period{always.to, merge.Unknown}}
				c.counted[id] = t
			}
			t.counts[of]++
			t.add(f.day)
		}
		return nil
	}
}

func (t *tally) add(d merge.Day) {
	if d != merge.Unknown {
		t.days.from, t.days.to = min(t.days.from, d), max(t.days.to, d)
	}
}

// actors returns those with the most contacts, then statements.
func (c *census) actors(skip, limit int) ([]*tally, error) {
	if limit <= 0 {
		limit = -1
	}
	if c.counted == nil {
		return c.kept(skip, limit)
	}
	var all, out []*tally
	for id, t := range c.counted {
		if _, chosen := slices.BinarySearch(c.who, id); c.who == nil || chosen {
			all = append(all, t)
		}
	}
	slices.SortFunc(all, (*tally).compare)
	for len(all) > 0 && (limit < 0 || len(out) < skip+limit) {
		n := tied(all, chunk)
		if err := c.identify(all[:n]); err != nil {
			return nil, err
		}
		out = append(out, slices.DeleteFunc(all[:n:n], func(t *tally) bool { return !slices.Contains(c.types, t.facet) })...)
		all = all[n:]
	}
	slices.SortFunc(out, func(a, b *tally) int {
		return cmp.Or(a.compare(b), cmp.Compare(a.value, b.value), cmp.Compare(a.facet, b.facet))
	})
	out = out[min(skip, len(out)):]
	if limit >= 0 {
		out = out[:min(limit, len(out))]
	}
	return out, nil
}

// compare puts what was met most before the rest.
func (t *tally) compare(o *tally) int {
	return cmp.Or(-cmp.Compare(t.counts[ofEntries], o.counts[ofEntries]), -cmp.Compare(t.counts[ofStatements], o.counts[ofStatements]))
}

// chunk is how many terms are identified at a time: most are no actors.
const chunk = 500

// tied is how many of some tallies in order to take so that none as frequent is left.
func tied(all []*tally, n int) int {
	n = min(n, len(all))
	for n < len(all) && all[n].compare(all[n-1]) == 0 {
		n++
	}
	return n
}

// identify says of which terms the tallies are.
func (c *census) identify(all []*tally) error {
	ids := make([]int64, len(all))
	for i, t := range all {
		ids[i] = t.id
	}
	return c.rows(c.ctx, "SELECT id, facet, value FROM terms WHERE id IN (SELECT value FROM json_each(?))", []any{list(ids)}, func(scan scanner) error {
		var id int64
		var k term
		err := scan(&id, &k.facet, &k.value)
		c.counted[id].term = k
		return err
	})
}

// kept returns actors by the counts that the register keeps.
func (c *census) kept(skip, limit int) ([]*tally, error) {
	const order = " ORDER BY 4 DESC, 5 DESC, 3, 2 LIMIT ? OFFSET ?"
	if c.who != nil {
		return c.tallies("SELECT id, facet, value, entries, statements FROM terms WHERE id IN (SELECT value FROM json_each(?)) AND entries + statements > 0"+order,
			list(c.who), limit, skip)
	}
	// SQLite takes an index of some rows only where the question repeats which.
	const indexed = " AND facet IN ('party', 'person', 'named')"
	var each []string
	for _, t := range c.types {
		each = append(each, "SELECT id, facet, value, entries, statements FROM terms WHERE facet = '"+t+"'"+indexed+" AND entries + statements > 0")
	}
	return c.tallies(strings.Join(each, " UNION ALL ")+order, limit, skip)
}

func (c *census) tallies(text string, args ...any) ([]*tally, error) {
	var out []*tally
	err := c.rows(c.ctx, text, args, func(scan scanner) error {
		t := &tally{days: period{always.to, merge.Unknown}}
		out = append(out, t)
		return scan(&t.id, &t.facet, &t.value, &t.counts[ofEntries], &t.counts[ofStatements])
	})
	return out, err
}

// days returns the first and the last day of what has a term, "" for none.
func (c *census) days(t *tally) (first, last string, err error) {
	if c.counted == nil {
		for _, text := range []string{
			"SELECT (SELECT min(first) FROM facets WHERE term = ?1 AND first > ?2), (SELECT max(first) FROM facets WHERE term = ?1 AND first > ?2)",
			"SELECT (SELECT min(day) FROM remarks WHERE term = ?1 AND day > ?2), (SELECT max(day) FROM remarks WHERE term = ?1 AND day > ?2)",
		} {
			var from, to *merge.Day
			if _, err := c.row(c.ctx, text, []any{t.id, merge.Unknown}, &from, &to); err != nil {
				return "", "", err
			}
			if from != nil {
				t.add(*from)
				t.add(*to)
			}
		}
	}
	if t.days.to == merge.Unknown {
		return "", "", nil
	}
	return t.days.from.String(), t.days.to.String(), nil
}

// counterparts returns the parties that an actor met most.
func (c *census) counterparts(k term, limit int) ([]Counterpart, error) {
	out := []Counterpart{}
	if limit <= 0 {
		return out, nil
	}
	const met = "SELECT id, facet, value, entries, statements FROM terms WHERE facet = ?"
	if c.counted == nil {
		most, err := c.tallies(met+" AND entries > 0 ORDER BY entries DESC, value LIMIT ?", k.with(), limit)
		for _, t := range most {
			out = append(out, Counterpart{t.value, t.counts[ofEntries]})
		}
		return out, err
	}
	all, err := c.tallies(met, k.with())
	for _, t := range all {
		if in := c.counted[t.id]; in != nil {
			out = append(out, Counterpart{t.value, in.counts[ofEntries]})
		}
	}
	slices.SortFunc(out, func(a, b Counterpart) int {
		return cmp.Or(-cmp.Compare(a.Contacts, b.Contacts), cmp.Compare(a.ID, b.ID))
	})
	return out[:min(limit, len(out))], err
}
