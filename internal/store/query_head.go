package store

import (
	"context"

	"github.com/parley-news/parley/record"
)

// head reads what is known of a document, without its text and passages.
func (q *session) head(ctx context.Context, row int64) (record.Document, error) {
	d := record.Document{Passages: []record.Passage{}}
	_, err := q.row(ctx, `SELECT document, url, outlet, genre, issuer, language, title, published, retrieved, sha256
		FROM documents WHERE id = ?`, []any{row},
		&d.ID, &d.URL, &d.Outlet, &d.Genre, &d.Issuer, &d.Language, &d.Title, &d.Published, &d.Retrieved, &d.SHA256)
	return d, err
}

// headOf is head of a document by its id, nil when there is none.
func (q *session) headOf(ctx context.Context, id string) (*record.Document, error) {
	var row int64
	found, err := q.row(ctx, "SELECT id FROM documents WHERE document = ?", []any{id}, &row)
	if err != nil || !found {
		return nil, err
	}
	d, err := q.head(ctx, row)
	return &d, err
}
