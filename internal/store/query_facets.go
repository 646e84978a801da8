package store

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/parley-news/parley/internal/merge"
)

// Facets is what the entries of a filter are like: how many have each value.
type Facets struct {
	// Total is how many entries there are. Complete is false where only the newest were
	// counted, for there are more.
	Total    int  `json:"total"`
	Complete bool `json:"complete"`

	Kinds     []FacetCount `json:"kinds"`
	Statuses  []FacetCount `json:"statuses"`
	Topics    []FacetCount `json:"topics"`
	Parties   []FacetCount `json:"parties"` // the 30 most frequent
	Countries []FacetCount `json:"countries"`
	Languages []FacetCount `json:"languages"`
	Outlets   []FacetCount `json:"outlets"` // the 30 most frequent
	// Disputed is how many are disputed.
	Disputed int `json:"disputed"`
}

// FacetCount is how many entries have a value.
type FacetCount struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// mostValues is of how many values of parties and outlets there are counts.
const mostValues = 30

// Facets counts the values of the entries that a filter asks for, the newest first and at
// most so many of them (0: all). Of the whole register the counts are kept, and complete.
// Rejected entries never count; order, cursor and limit of the filter have no meaning.
func (s *Store) Facets(ctx context.Context, f Filter, atMost int) (out Facets, err error) {
	err = s.read(ctx, func(q *session) error {
		f.After, f.Rejected, f.Newest = "", false, true
		w, err := q.wantedEntries(ctx, &f)
		if err != nil {
			return err
		}
		out.Complete = true
		if w == nil {
			out.fill(nil)
			return nil
		}
		if len(w.fields) == 0 && w.days == always {
			return q.keptFacets(ctx, &out)
		}
		byTerm := map[term]*tally{}
		err = q.overTerms(ctx, w, atMost, &out.Total, &out.Complete, facetsCounted, func(_ merge.Day, has []term) {
			for _, t := range has {
				if byTerm[t] == nil {
					byTerm[t] = &tally{term: t}
				}
				byTerm[t].counts[ofEntries]++
			}
		})
		if err != nil {
			return err
		}
		out.fill(slices.Collect(maps.Values(byTerm)))
		return nil
	})
	out.fill(nil) // lists are empty, not absent
	return out, s.plain("counting", err)
}

// facetsCounted are those of which there are counts; marks are counted with any.
var facetsCounted = []string{facetKind, facetStatus, facetTopic, facetParty, facetCountry, facetLanguage, facetOutlet}

// keptFacets reads the counts that the register keeps.
func (q *session) keptFacets(ctx context.Context, out *Facets) error {
	var all []*tally
	err := q.rows(ctx, `SELECT facet, value, entries FROM terms WHERE entries > 0
		AND facet IN (SELECT value FROM json_each(?))`, []any{list(append(slices.Clone(facetsCounted), facetMark))}, func(scan scanner) error {
		t := &tally{}
		all = append(all, t)
		return scan(&t.facet, &t.value, &t.counts[ofEntries])
	})
	for _, t := range all {
		if t.facet == facetKind {
			out.Total += t.counts[ofEntries]
		}
	}
	out.fill(all)
	return err
}

// fill sorts tallies into their lists.
func (out *Facets) fill(all []*tally) {
	for _, l := range []struct {
		facet string
		list  *[]FacetCount
		most  int
	}{
		{facetKind, &out.Kinds, 0}, {facetStatus, &out.Statuses, 0}, {facetTopic, &out.Topics, 0}, {facetParty, &out.Parties, mostValues},
		{facetCountry, &out.Countries, mostValues}, {facetLanguage, &out.Languages, 0}, {facetOutlet, &out.Outlets, mostValues},
	} {
		if *l.list == nil {
			*l.list = []FacetCount{}
		}
		for _, t := range all {
			if t.facet == l.facet {
				*l.list = append(*l.list, FacetCount{t.value, t.counts[ofEntries]})
			}
		}
		slices.SortFunc(*l.list, func(a, b FacetCount) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
		if l.most > 0 && len(*l.list) > l.most {
			*l.list = (*l.list)[:l.most]
		}
	}
	for _, t := range all {
		if t.facet == facetMark && t.value == markDisputed {
			out.Disputed = t.counts[ofEntries]
		}
	}
}

// Totals is how large a register is.
type Totals struct {
	Documents  int `json:"documents"`
	Entries    int `json:"entries"` // without rejected ones
	Statements int `json:"statements"`
	// First and Last are the first and the last day of entries, "" where none has a day.
	First string `json:"first"`
	Last  string `json:"last"`
}

// Totals tells how large the register is.
func (s *Store) Totals(ctx context.Context) (t Totals, err error) {
	err = s.read(ctx, func(q *session) error {
		var first, last *merge.Day
		_, err := q.row(ctx, `SELECT (SELECT count(*) FROM documents), (SELECT coalesce(sum(entries), 0) FROM terms WHERE facet = 'kind'),
			(SELECT coalesce(sum(statements), 0) FROM terms WHERE facet = 'act'),
			(SELECT min(first) FROM entries WHERE first > ?1), (SELECT max(first) FROM entries WHERE first > ?1)`, []any{merge.Unknown},
			&t.Documents, &t.Entries, &t.Statements, &first, &last)
		if err == nil && first != nil {
			t.First, t.Last = first.String(), last.String()
		}
		return err
	})
	return t, s.plain("counting", err)
}
