package parley

import (
	"context"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/internal/store"
	"github.com/parley-news/parley/record"
)

// What a register is asked with and what it answers.
type (
	// Found is what the id of an entry leads to.
	Found = store.Found
	// Reason says why a document belongs to its entry.
	Reason = merge.Reason
	// Version is a reading of a document that another one took the place of.
	Version = store.Version
)

// What can be wrong; ask with errors.Is.
var (
	ErrNotFound   = store.ErrNotFound
	ErrAmbiguous  = store.ErrAmbiguous
	ErrNoRegister = store.ErrNoRegister
	ErrReadOnly   = store.ErrReadOnly
	ErrFull       = store.ErrFull
	ErrBusy       = store.ErrBusy
)

// Entry returns the entry with an id, or the one that the contact of that id went to.
// The first six digits do when no other id begins so. The error is ErrNotFound, or
// ErrAmbiguous with the ids that begin so.
func (r *Register) Entry(ctx context.Context, id string) (Found, error) {
	return r.store.Entry(ctx, id)
}

// Why says of each member of an entry with which other one it goes, and by what.
func (r *Register) Why(ctx context.Context, entry string) ([]Reason, error) {
	return r.store.Why(ctx, entry)
}

// Document returns the reading of a document, with its text, or ErrNotFound.
func (r *Register) Document(ctx context.Context, id string) (record.Reading, error) {
	return r.store.Document(ctx, id)
}

// History returns the earlier readings of a document, the oldest first.
func (r *Register) History(ctx context.Context, id string) ([]Version, error) {
	return r.store.History(ctx, id)
}

// Corrections returns the log of what persons have mended.
func (r *Register) Corrections(ctx context.Context) ([]record.Correction, error) {
	return r.store.Corrections(ctx)
}
