package store

import (
	"context"
	"iter"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// Hit is a document in which words were found.
type Hit struct {
	// Document is its head: no text, no passages.
	Document record.Document `json:"document"`
	// Title are the words found in Document.Title, as byte offsets into it.
	Title   []Span  `json:"title"`
	Snippet Snippet `json:"snippet"`
	// Entries are those that the document tells of and the filter asks for, sorted.
	Entries []string `json:"entries"`

	day merge.Day
}

// Cursor is the place of a hit in the order of hits, for Filter.After.
func (h *Hit) Cursor() string { return cursor{h.day, h.Document.ID}.String() }

// Search walks over the documents in which all of the words are found, in title or report,
// by the day of publication, then id. words are words, "phrases", and beginnings of words
// with a star behind; case and the marks of Latin letters do not count. Outlets, languages
// and days of the filter are those of the document; of the rest, the document must tell
// of an entry that meets all of it. The error is ErrWords when there is no word to search
// for.
func (s *Store) Search(ctx context.Context, words string, f Filter) iter.Seq2[Hit, error] {
	return stream(ctx, s, func(q *session, yield func(Hit) error) error {
		phrases, err := parseWords(words)
		if err != nil {
			return err
		}
		w, err := q.wantedHits(ctx, &f)
		if err != nil || w == nil {
			return err
		}
		n := 0
		return q.walkHits(ctx, w, match(phrases), func(c *candidate) error {
			h, err := q.hit(ctx, c, phrases)
			if err != nil {
				return err
			}
			if err := yield(h); err != nil {
				return err
			}
			if n++; n == f.Limit {
				return errStop
			}
			return nil
		})
	})
}

// wantedHits is what a search walks over.
type wantedHits struct {
	wanted             // fields are of the entries
	outlets, languages []string
}

// wantedHits reads the filter of a search; nil means that nothing can meet it.
func (q *session) wantedHits(ctx context.Context, f *Filter) (*wantedHits, error) {
	h := wantedHits{languages: f.Languages}
	of := resolver{ctx: ctx, session: q, of: ofDocuments}
	of.add(f.Outlets, facetOutlet)
	if of.err != nil || of.none {
		return nil, of.err
	}
	var err error
	for _, field := range of.fields {
		h.outlets, err = column[string](ctx, q, "SELECT value FROM terms WHERE id IN (SELECT value FROM json_each(?))", list(field.terms))
		if err != nil {
			return nil, err
		}
	}
	entries := *f
	entries.Outlets, entries.Languages = nil, nil
	w, err := q.wantedEntries(ctx, &entries)
	if err != nil || w == nil {
		return nil, err
	}
	h.wanted = *w
	return &h, nil
}

// candidate is a document that has the words.
type candidate struct {
	found
	place   int64
	entries []string
}

// walkHits hands do the documents that have the words and meet the filter.
func (q *session) walkHits(ctx context.Context, w *wantedHits, match string, do func(*candidate) error) error {
	entries, err := q.byEntries(ctx, w, match)
	if err != nil {
		return err
	}
	if entries != nil {
		return q.walkTold(ctx, w, entries, match, do)
	}
	days := byDay[candidate]{newest: w.newest, of: func(c *candidate) *found { return &c.found }, do: do}
	text, args := w.statement(match)
	err = q.candidates(ctx, text, args, func(c *candidate) error {
		if !w.beyond(&c.found) {
			return nil
		}
		meets, err := q.tellsOf(ctx, c, w)
		if err != nil || !meets {
			return err
		}
		return days.put(*c)
	})
	if err != nil {
		return err
	}
	return days.flush()
}

// candidates hands do the documents that a statement finds.
func (q *session) candidates(ctx context.Context, text string, args []any, do func(*candidate) error) error {
	return q.rows(ctx, text, args, func(scan scanner) error {
		var c candidate
		if err := scan(&c.place, &c.key, &c.row); err != nil {
			return err
		}
		c.day = dayOf(c.place)
		return do(&c)
	})
}

// statement is the statement for the documents that have the words, in the order of days.
func (w *wantedHits) statement(match string) (text string, args []any) {
	first, last := w.places()
	p := &plan{}
	p.add("SELECT d.place, d.document, d.id FROM words CROSS JOIN documents d ON d.place = words.rowid WHERE words MATCH ? AND words.rowid BETWEEN ? AND ?",
		match, first, last)
	p.among("d.outlet", w.outlets)
	p.among("d.language", w.languages)
	if f, ok := narrowest(w.fields); ok {
		p.add(" AND EXISTS (SELECT 1 FROM mentions n CROSS JOIN entries c ON c.id = n.entry WHERE n.document = d.id AND ")
		entriesGround.probe(p, "c.id", f.terms)
		p.add(")")
	}
	p.add(" ORDER BY words.rowid" + w.order())
	return p.text.String(), p.args
}

// places are the first and the last place of the days asked for and behind the cursor.
func (w *wantedHits) places() (first, last int64) {
	days := w.remaining()
	first, _ = places(days.from)
	last = int64(1<<63 - 1)
	if days.from != merge.Unknown {
		first = max(first, placesOfDay) // behind those without a day
	}
	if days.to < always.to {
		_, last = places(days.to)
	}
	return first, last
}

// narrowest is the field that the fewest entries meet, of those that can be asked for row
// by row.
func narrowest(fields []field) (best field, ok bool) {
	for _, f := range fields {
		if len(f.terms) <= few && (!ok || f.count < best.count) {
			best, ok = f, true
		}
	}
	return best, ok
}

// among asks that a column has one of some values; none asks for nothing.
func (p *plan) among(column string, values []string) {
	if len(values) > 0 {
		p.add(" AND "+column+" IN (SELECT value FROM json_each(?))", list(values))
	}
}

// hit reads a document and marks the words in it.
func (q *session) hit(ctx context.Context, c *candidate, phrases []phrase) (h Hit, err error) {
	h = Hit{Entries: c.entries, day: c.day}
	if h.Document, err = q.head(ctx, c.row); err != nil {
		return h, err
	}
	h.Title = marks(markWords(h.Document.Title, 0, len(h.Document.Title), phrases), 0)
	var packed []byte
	if _, err := q.row(ctx, "SELECT reading FROM documents WHERE id = ?", []any{c.row}, &packed); err != nil {
		return h, err
	}
	d, err := unpackPassages(packed)
	if err != nil {
		return h, err
	}
	h.Snippet = snippet(&d, phrases)
	return h, nil
}

// unpackPassages reads the text and the passages of a packed reading, and no more of it.
func unpackPassages(packed []byte) (d record.Document, err error) {
	joined, err := unsqueeze(packed)
	if err != nil {
		return d, err
	}
	words, plain, err := partReading(joined)
	if err != nil {
		return d, err
	}
	var r struct {
		Document struct {
			Passages []record.Passage `json:"passages"`
		} `json:"document"`
	}
	err = decode(plain, &r)
	d.Text, d.Passages = words, r.Document.Passages
	return d, err
}
