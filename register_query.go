package parley

import (
	"context"
	"iter"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/internal/store"
	"github.com/parley-news/parley/record"
)

// What a register is asked with, and what it answers. Filters of the same field are
// alternatives, different fields all count.
type (
	// Ambiguous is the ErrAmbiguous of an id that is the beginning of several.
	Ambiguous = store.Ambiguous
	// Filter says which entries are wanted.
	Filter = store.Filter
	// StatementFilter says which statements are wanted.
	StatementFilter = store.StatementFilter
	// CommitmentFilter says which commitments are wanted.
	CommitmentFilter = store.CommitmentFilter
	// ActorFilter says which actors are wanted.
	ActorFilter = store.ActorFilter

	// Found is what the id of an entry leads to.
	Found = store.Found
	// Reason says why a document belongs to its entry.
	Reason = merge.Reason
	// Version is a reading of a document that another one took the place of.
	Version = store.Version
	// Statement is a statement with the document that reports it.
	Statement = store.Statement
	// Position is a statement as part of what an actor says of a topic.
	Position = store.Position
	// Commitment is something an actor undertook to do, and what became of it.
	Commitment = store.Commitment
	// CommitmentState is what became of a commitment.
	CommitmentState = store.State
	// Actor is somebody who takes part in contacts or makes statements.
	Actor = store.Actor
	// Counterpart is a party that an actor met.
	Counterpart = store.Counterpart
	// Hit is a document in which words were found.
	Hit = store.Hit
	// Snippet is a stretch of a document's text, in the original wording.
	Snippet = store.Snippet
	// Span is a run of bytes, half open.
	Span = store.Span
	// Problem is something in a register that is not as it should be.
	Problem = store.Problem
)

// What became of commitments.
const (
	// Kept: the contact that was promised is reported as held. Broken: as called off or
	// denied.
	Kept   = store.Kept
	Broken = store.Broken
	// Due: its last day lies ahead. Overdue: it has passed, and no later report shows it
	// kept or broken. NoLaterReport: it has no day.
	Due           = store.Due
	Overdue       = store.Overdue
	NoLaterReport = store.NoLaterReport
)

// The types of actors: states and organisations, persons that are known, and names of
// which no more is known.
const (
	TypeParty  = store.TypeParty
	TypePerson = store.TypePerson
	TypeNamed  = store.TypeNamed
)

// What can be wrong; ask with errors.Is.
var (
	ErrNotFound   = store.ErrNotFound
	ErrAmbiguous  = store.ErrAmbiguous
	ErrNoRegister = store.ErrNoRegister
	ErrReadOnly   = store.ErrReadOnly
	ErrFull       = store.ErrFull
	ErrBusy       = store.ErrBusy
	// ErrFilter is that of a filter that cannot be understood, ErrWords of a search for no
	// word, or too many, ErrCorrection of a correction that makes no sense.
	ErrFilter     = store.ErrFilter
	ErrWords      = store.ErrWords
	ErrCorrection = merge.ErrCorrection
)

// Cursor is the place of an entry in the order of entries, for Filter.After. Statements,
// commitments and hits have a method for it.
func Cursor(e *record.Entry) string { return store.Cursor(e) }

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

// Document returns the reading of a document, with its text. Of an id that is a checksum
// the first six digits do when no other id begins so. The error is ErrNotFound, or
// ErrAmbiguous with the ids that begin so.
func (r *Register) Document(ctx context.Context, id string) (record.Reading, error) {
	return r.store.Document(ctx, id)
}

// History returns the earlier readings of a document, the oldest first.
func (r *Register) History(ctx context.Context, id string) ([]Version, error) {
	return r.store.History(ctx, id)
}

// Entries walks over entries, by day, then id.
func (r *Register) Entries(ctx context.Context, f Filter) iter.Seq2[record.Entry, error] {
	return r.store.Entries(ctx, f)
}

// Upcoming walks over the entries that on a day, "2006-01-02", still lie ahead or go on.
func (r *Register) Upcoming(ctx context.Context, today string, f Filter) iter.Seq2[record.Entry, error] {
	return r.store.Upcoming(ctx, today, f)
}

// Undated walks over those entries of Upcoming for which no days are given, the last told
// of first; there are none in a period.
func (r *Register) Undated(ctx context.Context, today string, f Filter) iter.Seq2[record.Entry, error] {
	return r.store.Undated(ctx, today, f)
}

// Overdue walks over the entries that were announced for days before today, and that
// nobody has reported as held, called off or denied.
func (r *Register) Overdue(ctx context.Context, today string, f Filter) iter.Seq2[record.Entry, error] {
	return r.store.Overdue(ctx, today, f)
}

// Statements walks over statements, by day, then id.
func (r *Register) Statements(ctx context.Context, f StatementFilter) iter.Seq2[Statement, error] {
	return r.store.Statements(ctx, f)
}

// Positions walks over what a person, or all who speak for a party, have said of each
// topic over time.
func (r *Register) Positions(ctx context.Context, who string, f StatementFilter) iter.Seq2[Position, error] {
	return r.store.Positions(ctx, who, f)
}

// Commitments walks over commitments, with what had become of them on a day.
func (r *Register) Commitments(ctx context.Context, today string, f CommitmentFilter) iter.Seq2[Commitment, error] {
	return r.store.Commitments(ctx, today, f)
}

// Actors walks over persons and parties, those with the most contacts first.
func (r *Register) Actors(ctx context.Context, f ActorFilter) iter.Seq2[Actor, error] {
	return r.store.Actors(ctx, f)
}

// Search walks over the documents in which all words are found; "phrases" and beginnings
// of words with a star behind are possible.
func (r *Register) Search(ctx context.Context, words string, f Filter) iter.Seq2[Hit, error] {
	return r.store.Search(ctx, words, f)
}

// Correct appends a correction to the log, with its number and time, and makes the
// entries that it touches anew.
func (r *Register) Correct(ctx context.Context, c record.Correction) (record.Correction, error) {
	return r.store.Correct(ctx, c)
}

// Backup writes the register as it is now to a new file, while it may be in use.
func (r *Register) Backup(ctx context.Context, path string) error { return r.store.Backup(ctx, path) }

// Check looks whether the register is sound, and returns what is not.
func (r *Register) Check(ctx context.Context) ([]Problem, error) { return r.store.Check(ctx) }

// Corrections returns the log of what persons have mended.
func (r *Register) Corrections(ctx context.Context) ([]record.Correction, error) {
	return r.store.Corrections(ctx)
}
