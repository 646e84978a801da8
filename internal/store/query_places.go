package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/parley-news/parley/internal/merge"
)

// Places is where the entries of a filter take place.
type Places struct {
	Places []PlaceCount `json:"places"`
	// Entries is how many were looked at; Complete is false where there are older ones too.
	Entries  int  `json:"entries"`
	Complete bool `json:"complete"`
}

// PlaceCount is how many contacts take place somewhere.
type PlaceCount struct {
	Name string `json:"name"`
	// Country is its alpha-3 code, "" where it has none.
	Country  string `json:"country"`
	Contacts int    `json:"contacts"`
	// Last is the day of the last one, "" where none is known.
	Last string `json:"last"`
}

// Places walks over the entries that a filter asks for, the newest first and at most so
// many (0: all), and counts where they take place. Rejected entries never count.
func (s *Store) Places(ctx context.Context, f Filter, limit int) (out Places, err error) {
	type place struct{ name, country string }
	counts := map[place]*PlaceCount{}
	err = s.overTerms(ctx, f, limit, &out.Entries, &out.Complete, []string{facetPlace, facetCountry}, func(day merge.Day, has []term) {
		var p place
		for _, t := range has {
			switch t.facet {
			case facetPlace:
				p.name = t.value
			case facetCountry:
				p.country = t.value
			}
		}
		if p.name == "" {
			return
		}
		c := counts[p]
		if c == nil {
			c = &PlaceCount{Name: p.name, Country: p.country}
			counts[p] = c
		}
		c.Contacts++
		if day != merge.Unknown {
			c.Last = max(c.Last, day.String())
		}
	})
	out.Places = []PlaceCount{}
	for _, c := range counts {
		out.Places = append(out.Places, *c)
	}
	slices.SortFunc(out.Places, func(a, b PlaceCount) int {
		return cmp.Or(cmp.Compare(b.Contacts, a.Contacts), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Country, b.Country))
	})
	return out, err
}

// DayCount is how many contacts begin on a day.
type DayCount struct {
	Day      string `json:"day"`
	Contacts int    `json:"contacts"`
}

// mostDays is over how many days Days counts at most.
const mostDays = 400

// Days counts the entries that a filter asks for by the day on which they begin, from
// Filter.From to Filter.To, both of which must be given and at most 400 days apart. Days
// without any are left out. Rejected entries never count.
func (s *Store) Days(ctx context.Context, f Filter) ([]DayCount, error) {
	days, err := parsePeriod(f.From, f.To)
	if err != nil || f.From == "" || f.To == "" || days.to-days.from > mostDays {
		return nil, cmp.Or(err, fmt.Errorf("%w: counting by day needs a first and a last day, at most %d days apart", ErrFilter, mostDays))
	}
	counts := map[merge.Day]int{}
	err = s.read(ctx, func(q *session) error {
		f.After, f.Rejected, f.Newest = "", false, true
		w, err := q.wantedEntries(ctx, &f)
		if err != nil || w == nil {
			return err
		}
		if len(w.fields) == 0 {
			return q.allOfDays(ctx, days, w.without, counts)
		}
		var looked int
		var complete bool
		return q.overTerms(ctx, w, 0, &looked, &complete, nil, func(day merge.Day, _ []term) {
			if day >= days.from && day <= days.to {
				counts[day]++
			}
		})
	})
	out := []DayCount{}
	for day, n := range counts {
		out = append(out, DayCount{day.String(), n})
	}
	slices.SortFunc(out, func(a, b DayCount) int { return cmp.Compare(a.Day, b.Day) })
	return out, s.plain("counting", err)
}

// allOfDays counts all entries by day but those that have a term of without or no day of
// their own: from indexes alone, for a year can have a hundred thousand.
func (q *session) allOfDays(ctx context.Context, days period, without []int64, counts map[merge.Day]int) error {
	undated, err := column[int64](ctx, q, "SELECT id FROM terms WHERE facet = ? AND value = ?", facetMark, markUndated)
	if err != nil {
		return err
	}
	left := list(append(undated, without...))
	return q.rows(ctx, `SELECT first, sum(n) FROM (
		SELECT first, count(*) AS n FROM entries WHERE first BETWEEN ?1 AND ?2 GROUP BY first
		UNION ALL SELECT first, -1 FROM (SELECT DISTINCT first, entry FROM facets
			WHERE term IN (SELECT value FROM json_each(?3)) AND first BETWEEN ?1 AND ?2)
		) GROUP BY first HAVING sum(n) > 0`, []any{days.from, days.to, left}, func(scan scanner) error {
		var day merge.Day
		var n int
		err := scan(&day, &n)
		counts[day] = n
		return err
	})
}
