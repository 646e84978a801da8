package store

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/parley-news/parley/record"
)

// Standing is what the register has of a document before it is read.
type Standing int

// The standings of documents.
const (
	Unseen  Standing = iota // nothing, or never with this text and all that is given of it
	Current                 // it is there so, and need not be read
	Earlier                 // it was there so, until another reading took its place
)

// Standing looks for a document with its text and all that is given of it. What is not
// given may differ: it can have been read from the text.
func (s *Store) Standing(ctx context.Context, d record.Document) (is Standing, err error) {
	err = s.read(ctx, func(q *session) error {
		var have record.Document
		found, err := q.row(ctx, "SELECT sha256, url, outlet, genre, issuer, language, title, published FROM documents WHERE document = ?",
			[]any{d.ID}, &have.SHA256, &have.URL, &have.Outlet, &have.Genre, &have.Issuer, &have.Language, &have.Title, &have.Published)
		switch {
		case err != nil || !found:
			return err
		case gives(&have, &d):
			is = Current
			return nil
		}
		return q.rows(ctx, "SELECT reading FROM history WHERE document = ? AND sha256 = ?", []any{d.ID, d.SHA256}, func(scan scanner) error {
			var packed []byte
			if err := scan(&packed); err != nil {
				return err
			}
			r, err := unpackReading(packed)
			if err == nil && gives(&r.Document, &d) {
				is = Earlier
			}
			return err
		})
	})
	return is, s.plain("reading", err)
}

// gives reports whether a document of the register has the text and all that is given of
// another one.
func gives(have, d *record.Document) bool {
	same := have.SHA256 == d.SHA256
	for _, of := range [][2]string{
		{have.Genre, d.Genre}, {have.Language, d.Language}, {have.Title, d.Title}, {or(have.URL, ""), or(d.URL, "")},
		{or(have.Outlet, ""), or(d.Outlet, "")}, {or(have.Issuer, ""), or(d.Issuer, "")}, {or(have.Published, ""), or(d.Published, "")},
	} {
		same = same && (of[1] == "" || of[0] == of[1])
	}
	return same
}

// Document returns the reading of a document, with its text. Of an id that is a checksum
// the first six digits do when no other id begins so. The error is ErrNotFound, or
// ErrAmbiguous with the ids that begin so.
func (s *Store) Document(ctx context.Context, id string) (r record.Reading, err error) {
	err = s.read(ctx, func(q *session) error {
		full, err := completeDocument(ctx, q, id)
		if err != nil {
			return err
		}
		var packed []byte
		found, err := q.row(ctx, "SELECT reading FROM documents WHERE document = ?", []any{full}, &packed)
		if err != nil {
			return err
		}
		if !found {
			return fmt.Errorf("document %q: %w", id, ErrNotFound)
		}
		r, err = unpackReading(packed)
		return err
	})
	return r, s.plain("reading", err)
}

// completeDocument returns the id of a document that begins so, the same where none does.
func completeDocument(ctx context.Context, q *session, id string) (string, error) {
	if !shortID.MatchString(id) {
		return id, nil
	}
	ids, err := column[string](ctx, q, "SELECT document FROM documents WHERE document >= ?1 AND document < ?1 || 'g' ORDER BY document LIMIT 6", id)
	switch {
	case err != nil || len(ids) == 0 || ids[0] == id:
		return id, err
	case len(ids) > 1:
		return "", &Ambiguous{"document", id, ids}
	}
	return ids[0], nil
}

// Documents walks over all documents with their texts, as they were before they were
// read, in the order of their ids: what it takes to read them again.
func (s *Store) Documents(ctx context.Context) iter.Seq2[record.Document, error] {
	return func(yield func(record.Document, error) bool) {
		for after := ""; ; {
			some, err := s.documentsAfter(ctx, after)
			if err != nil {
				yield(record.Document{}, s.plain("reading", err))
				return
			}
			for _, d := range some {
				if !yield(d, nil) {
					return
				}
				after = d.ID
			}
			if len(some) == 0 {
				return
			}
		}
	}
}

// documentsAfter returns the next documents. Between two portions others can write the log
// of SQLite into the file, which would grow without end beside a reader who takes hours.
func (s *Store) documentsAfter(ctx context.Context, after string) (out []record.Document, err error) {
	const portion = 64
	err = s.read(ctx, func(q *session) error {
		return q.rows(ctx, "SELECT reading, given FROM documents WHERE document > ? ORDER BY document LIMIT ?", []any{after, portion}, func(scan scanner) error {
			var packed, given []byte
			if err := scan(&packed, &given); err != nil {
				return err
			}
			r, err := unpackReading(packed)
			if err != nil {
				return err
			}
			if err := json.Unmarshal(given, &r.Document.Given); err != nil {
				return err
			}
			out = append(out, r.Document.AsGiven())
			return nil
		})
	})
	return out, err
}

// Version is a reading of a document that another one took the place of.
type Version struct {
	// Replaced is when, RFC 3339 in UTC.
	Replaced string
	Reading  record.Reading
}

// History returns the earlier readings of a document with their texts, the oldest first.
func (s *Store) History(ctx context.Context, id string) (versions []Version, err error) {
	err = s.read(ctx, func(q *session) error {
		return q.rows(ctx, "SELECT replaced, reading FROM history WHERE document = ? ORDER BY id", []any{id}, func(scan scanner) error {
			var v Version
			var packed []byte
			err := scan(&v.Replaced, &packed)
			if err == nil {
				v.Reading, err = unpackReading(packed)
			}
			versions = append(versions, v)
			return err
		})
	})
	return versions, s.plain("reading", err)
}

// stream makes an iterator of a walk over rows. What walk hands to yield goes to the
// caller; yield returns errStop when no more is wanted. An error comes last.
func stream[T any](ctx context.Context, s *Store, walk func(q *session, yield func(T) error) error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		err := s.read(ctx, func(q *session) error {
			return walk(q, func(v T) error {
				if !yield(v, nil) {
					return errStop
				}
				return nil
			})
		})
		if err != nil {
			var none T
			yield(none, s.plain("reading", err))
		}
	}
}
