package store

import (
	"context"
	"slices"
)

// fewEntries is up to how many entries the documents of all are gathered, rather than the
// documents with the words looked through for those that tell of one.
const fewEntries = 5000

// byEntries returns the entries that meet the filter where they are few and many more
// documents have the words; else nil.
func (q *session) byEntries(ctx context.Context, w *wantedHits, match string) ([]int64, error) {
	if len(w.fields) == 0 {
		return nil, nil
	}
	met := w.wanted
	met.days, met.after = always, nil // those of documents are others
	p := &plan{}
	p.add("SELECT c.entry FROM ")
	entriesGround.walkTerms(p, &met, "")
	p.add(" LIMIT ?", fewEntries+1)
	entries, err := column[int64](ctx, q, p.text.String(), p.args...)
	switch {
	case err != nil || len(entries) > fewEntries:
		return nil, err
	case len(entries) == 0:
		return []int64{}, nil
	}
	first, last := w.places()
	most, n := 100+3*len(entries), 0
	_, err = q.row(ctx, "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?)",
		[]any{match, first, last, most}, &n)
	if n < most {
		return nil, err
	}
	return entries, err
}

// walkTold is walkHits by way of the entries: of the documents that tell of them, in the
// order of days, each is asked for the words.
func (q *session) walkTold(ctx context.Context, w *wantedHits, entries []int64, match string, do func(*candidate) error) error {
	first, last := w.places()
	p := &plan{}
	p.add(`SELECT DISTINCT d.place, d.document, d.id FROM json_each(?) c CROSS JOIN mentions n ON n.entry = c.value
		CROSS JOIN documents d ON d.id = n.document WHERE d.place BETWEEN ? AND ?`, list(entries), first, last)
	p.among("d.outlet", w.outlets)
	p.among("d.language", w.languages)
	var told []candidate
	err := q.candidates(ctx, p.text.String(), p.args, func(c *candidate) error {
		if w.beyond(&c.found) {
			told = append(told, *c)
		}
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortFunc(told, func(a, b candidate) int { return a.compare(&b.found) })
	if w.newest {
		slices.Reverse(told)
	}
	for i := range told {
		c := &told[i]
		var one int
		has, err := q.row(ctx, "SELECT 1 FROM words WHERE words MATCH ? AND rowid = ?", []any{match, c.place}, &one)
		if err != nil {
			return err
		}
		if !has {
			continue
		}
		meets, err := q.tellsOf(ctx, c, w)
		if err != nil {
			return err
		}
		if !meets {
			continue
		}
		if err := do(c); err != nil {
			return err
		}
	}
	return nil
}

// tellsOf finds the entries of a candidate that meet the fields, and reports whether the
// candidate does.
func (q *session) tellsOf(ctx context.Context, c *candidate, w *wantedHits) (bool, error) {
	c.entries = []string{}
	err := q.rows(ctx, "SELECT DISTINCT e.entry, e.terms FROM mentions n JOIN entries e ON e.id = n.entry WHERE n.document = ?", []any{c.row},
		func(scan scanner) error {
			var id string
			var packed []byte
			if err := scan(&id, &packed); err != nil {
				return err
			}
			has := unpackNumbers(packed)
			for _, f := range w.fields {
				if !f.in(has) {
					return nil
				}
			}
			if !(field{terms: w.without}).in(has) {
				c.entries = append(c.entries, id)
			}
			return nil
		})
	slices.Sort(c.entries)
	return len(c.entries) > 0 || len(w.fields) == 0, err
}
