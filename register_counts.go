package parley

import (
	"context"
	"iter"

	"github.com/parley-news/parley/internal/store"
)

type (
	// Change is what last became of an entry: when, and whether it came in or changed.
	Change = store.Change
	// Facets is what the entries of a filter are like.
	Facets = store.Facets
	// FacetCount is how many entries have a value.
	FacetCount = store.FacetCount
	// Totals is how large a register is.
	Totals = store.Totals
	// Network is who met whom.
	Network = store.Network
	// NetworkNode is a party of a network.
	NetworkNode = store.NetworkNode
	// NetworkEdge is what was between two parties.
	NetworkEdge = store.NetworkEdge
	// Places is where contacts take place.
	Places = store.Places
	// PlaceCount is how many contacts take place somewhere.
	PlaceCount = store.PlaceCount
	// DayCount is how many contacts begin on a day.
	DayCount = store.DayCount
)

// Revision counts the changes of the register: as long as it is the same, every question
// has the same answer.
func (r *Register) Revision(ctx context.Context) (int64, error) { return r.store.Revision(ctx) }

// Changes walks over the entries that came in or changed last, the newest change first. A
// limit of 0 is none. Entries that have been the same since before changes were counted are
// not among them.
func (r *Register) Changes(ctx context.Context, limit int) iter.Seq2[Change, error] {
	return r.store.Changes(ctx, limit)
}

// Totals tells how large the register is.
func (r *Register) Totals(ctx context.Context) (Totals, error) { return r.store.Totals(ctx) }

// Facets counts the values of the entries that a filter asks for, the newest first and at
// most so many of them, 0 for all. Rejected entries never count, here and below.
func (r *Register) Facets(ctx context.Context, f Filter, atMost int) (Facets, error) {
	return r.store.Facets(ctx, f, atMost)
}

// Network tells which parties met in the entries that a filter asks for, the newest first
// and at most so many of them, 0 for all.
func (r *Register) Network(ctx context.Context, f Filter, atMost int) (Network, error) {
	return r.store.Network(ctx, f, atMost)
}

// Places counts where the entries that a filter asks for take place, the newest first and
// at most so many of them, 0 for all.
func (r *Register) Places(ctx context.Context, f Filter, atMost int) (Places, error) {
	return r.store.Places(ctx, f, atMost)
}

// Days counts the entries that a filter asks for by the day on which they begin, from
// Filter.From to Filter.To, both of which must be given and at most 400 days apart.
func (r *Register) Days(ctx context.Context, f Filter) ([]DayCount, error) {
	return r.store.Days(ctx, f)
}
