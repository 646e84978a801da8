package store

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// State is what became of a commitment.
type State string

// The states of commitments.
const (
	// Kept: the contact that was promised is reported as held, Broken: as called off or
	// denied.
	Kept   State = "kept"
	Broken State = "broken"
	// Due: its last day lies ahead, Overdue: it has passed, and no later report shows it
	// kept or broken. NoLaterReport: it has no day.
	Due           State = "due"
	Overdue       State = "overdue"
	NoLaterReport State = "no-later-report"
)

// CommitmentFilter says which commitments are wanted.
type CommitmentFilter struct {
	// Who are parties, given as in Filter.
	Who []string
	// States are those of the commitments on the day that is asked for.
	States []State
	// From and To are days of publication, both included.
	From, To string
	Newest   bool
	// After is a Commitment.Cursor.
	After string
	Limit int
}

// Commitment is something an actor undertook to do, and what became of it.
type Commitment struct {
	record.Commitment
	// Day is that of publication, "" when it is not known.
	Day string `json:"day"`
	// Document is the head of the document: no text, no passages.
	Document record.Document `json:"document"`
	State    State           `json:"state"`
	// Entry is the entry of the contact that was promised, null when it is none.
	Entry *string `json:"entry"`
	// Shown is the step in the life of the entry by which the commitment is kept or
	// broken, ShownBy the head of the document that tells of it.
	Shown   *record.LifeStep `json:"shown"`
	ShownBy *record.Document `json:"shown_by"`

	cursor cursor
}

// Cursor is the place of a commitment in their order, for CommitmentFilter.After.
func (c *Commitment) Cursor() string { return c.cursor.String() }

// Commitments walks over the commitments that a filter asks for, with their states on a
// day: by the day of publication, the document, and as they stand in it.
func (s *Store) Commitments(ctx context.Context, today string, f CommitmentFilter) iter.Seq2[Commitment, error] {
	return stream(ctx, s, func(q *session, yield func(Commitment) error) error {
		on := merge.ParseDay(today)
		if on == merge.Unknown {
			return fmt.Errorf("%w: %q is no day; write it as 2025-03-12", ErrFilter, today)
		}
		r := resolver{ctx: ctx, session: q, of: ofDocuments}
		r.add(f.Who, facetParty)
		w, err := r.wanted(f.From, f.To, f.After, f.Newest)
		if err != nil || w == nil {
			return err
		}
		if len(f.States) > 0 {
			w.where = append(w.where, inState(f.States, on))
		}
		n := 0
		return q.walk(ctx, &commitmentsGround, w, func(found *found) error {
			c, err := q.commitmentAt(ctx, found, on)
			if err != nil || len(f.States) > 0 && !slices.Contains(f.States, c.State) {
				return err
			}
			if err := yield(c); err != nil {
				return err
			}
			if n++; n == f.Limit {
				return errStop
			}
			return nil
		})
	})
}

// inState is the condition for what may have one of some states on a day, seen by its own
// date and by whether it promises a contact.
func inState(states []State, today merge.Day) condition {
	var c condition
	var each []string
	for _, s := range states {
		switch s {
		case Kept, Broken:
			each = append(each, "m.contact IS NOT NULL")
		case Due:
			each = append(each, "m.due >= ?", "m.due IS NULL AND m.contact IS NOT NULL")
			c.args = append(c.args, today)
		case Overdue:
			each = append(each, "m.due < ?", "m.due IS NULL AND m.contact IS NOT NULL")
			c.args = append(c.args, today)
		case NoLaterReport:
			each = append(each, "m.due IS NULL")
		}
	}
	c.text = "(" + strings.Join(append(each, "false"), " OR ") + ")"
	return c
}

// commitmentAt reads a commitment, the head of its document and what became of it.
func (q *session) commitmentAt(ctx context.Context, f *found, today merge.Day) (c Commitment, err error) {
	var packed []byte
	var document int64
	var contact *string
	_, err = q.row(ctx, "SELECT record, document, contact FROM commitments WHERE id = ?", []any{f.row}, &packed, &document, &contact)
	if err != nil {
		return c, err
	}
	if err := unpack(packed, &c.Commitment); err != nil {
		return c, err
	}
	c.cursor = cursor{f.day, f.key}
	if f.day != merge.Unknown {
		c.Day = f.day.String()
	}
	if c.Document, err = q.head(ctx, document); err != nil {
		return c, err
	}
	var entry *record.Entry
	if contact != nil {
		found, err := find(ctx, q, *contact)
		if err != nil {
			return c, err
		}
		entry = found.Entry
	}
	c.settle(entry, today)
	if c.Shown != nil {
		c.ShownBy, err = q.headOf(ctx, c.Shown.Document)
	}
	return c, err
}

// settle says what became of a commitment by what the register holds of the contact that
// was promised, nil for none.
func (c *Commitment) settle(e *record.Entry, today merge.Day) {
	due := merge.Unknown
	if c.Date != nil {
		due = merge.ParseDay(c.Date.To)
	}
	if e != nil {
		c.Entry = &e.ID
		if c.Shown = c.later(e); c.Shown != nil {
			c.State = Broken
			if e.Status == "held" {
				c.State = Kept
			}
			return
		}
		if due == merge.Unknown && e.Date != nil {
			due = merge.ParseDay(e.Date.To)
		}
	}
	switch {
	case due == merge.Unknown:
		c.State = NoLaterReport
	case today <= due:
		c.State = Due
	default:
		c.State = Overdue
	}
}

// later returns the last step by which an entry has come to its end, if words other than
// the promise itself tell of it.
func (c *Commitment) later(e *record.Entry) *record.LifeStep {
	if e.Rejected || e.Status != "held" && e.Status != "cancelled" && e.Status != "denied" {
		return nil
	}
	for i := range slices.Backward(e.Life) {
		step := &e.Life[i]
		own := step.Document == c.Document.ID && within(&c.Commitment, step.Start, step.End)
		if step.Status == e.Status && !own {
			return step
		}
	}
	return nil
}
