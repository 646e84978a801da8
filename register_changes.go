package parley

import (
	"context"
	"iter"

	"github.com/parley-news/parley/internal/store"
)

// Change is what last became of an entry: when, and whether it came in or changed.
type Change = store.Change

// Revision counts the changes of the register: as long as it is the same, every question
// has the same answer.
func (r *Register) Revision(ctx context.Context) (int64, error) { return r.store.Revision(ctx) }

// Changes walks over the entries that came in or changed last, the newest change first. A
// limit of 0 is none. Entries that have been the same since before changes were counted are
// not among them.
func (r *Register) Changes(ctx context.Context, limit int) iter.Seq2[Change, error] {
	return r.store.Changes(ctx, limit)
}
