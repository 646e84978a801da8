package parley

import (
	"context"
	"errors"
	"hash/maphash"
	"iter"
	"time"

	"github.com/parley-news/parley/internal/store"
	"github.com/parley-news/parley/record"
)

// Adding says how documents are added; the zero value will do.
type Adding struct {
	// Jobs is how many documents are read at a time, 0 for as many as there are
	// processors.
	Jobs int
	// Progress is told how far it has come, each time that more is safe on the disk.
	Progress func(Added)
	// Unread is told of each document that cannot be read; the others go on. Without it
	// the first one ends the work.
	Unread func(error)
}

// Added counts what became of documents. What counts as added or changed is on the
// disk, and stays there whatever happens next.
type Added struct {
	Added, Changed, Unchanged, Unread int
	// NewEntries are those that were made, ChangedEntries those that were there before
	// and are now another; each counts once however often it was changed.
	NewEntries, ChangedEntries int
}

// What is read is put on the disk in batches: the larger, the faster; the longer one
// waits, the more is lost when the power goes.
const (
	batchSize = 256
	batchTime = 250 * time.Millisecond
)

// Add reads documents and keeps what they say. A document that is in the register as
// it is, by its id and its text, is not read again; of one that has changed the old
// reading is kept as history. When the context ends, what has been read is kept, and
// adding the same documents again goes on from there.
func (r *Register) Add(ctx context.Context, docs iter.Seq2[record.Document, error], how Adding) (Added, error) {
	reader, err := r.reader()
	if err != nil {
		return Added{}, err
	}
	return r.add(ctx, docs, newOnly{reader, r.store}, how)
}

// ReadAgain reads all documents of the register anew, as the packs are now. Of those
// that now say something else the old reading is kept as history.
func (r *Register) ReadAgain(ctx context.Context, how Adding) (Added, error) {
	reader, err := r.reader()
	if err != nil {
		return Added{}, err
	}
	return r.add(ctx, r.store.Documents(ctx), reader, how)
}

func (r *Register) add(ctx context.Context, docs iter.Seq2[record.Document, error], reader DocumentReader, how Adding) (Added, error) {
	b := &batch{store: r.store, entries: map[uint64]bool{}, seed: maphash.MakeSeed(), progress: how.Progress}
	err := b.fill(ctx, docs, reader, how)
	if err == nil || ctx.Err() != nil {
		// What has been read need not be read again.
		err = errors.Join(err, b.commit(context.WithoutCancel(ctx)))
	}
	return b.done, err
}

// batch gathers readings until they are worth a write to the disk.
type batch struct {
	store    *store.Store
	readings []record.Reading
	done     Added
	// entries are those that count already, by a hash: there can be millions.
	entries  map[uint64]bool
	seed     maphash.Seed
	progress func(Added)
}

// fill reads documents, and commits whenever there is enough or it has been long enough.
func (b *batch) fill(ctx context.Context, docs iter.Seq2[record.Document, error], reader DocumentReader, how Adding) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	came := make(chan outcome)
	go func() {
		defer close(came)
		for reading, err := range ReadAll(ctx, docs, reader, how.Jobs) {
			select {
			case came <- outcome{reading, err}:
			case <-ctx.Done():
				return
			}
		}
	}()
	var due <-chan time.Time
	for {
		select {
		case o, ok := <-came:
			if !ok || ctx.Err() != nil {
				return ctx.Err()
			}
			if err := b.take(o, how.Unread); err != nil {
				return err
			}
			if due == nil {
				due = time.After(batchTime)
			}
			if len(b.readings) < batchSize {
				continue
			}
		case <-due:
		}
		due = nil
		if err := b.commit(ctx); err != nil {
			return err
		}
	}
}

// take puts what came of a document into the batch.
func (b *batch) take(o outcome, unread func(error)) error {
	switch {
	case o.err == nil:
		b.readings = append(b.readings, o.reading)
	case errors.Is(o.err, unchangedError{}):
		b.done.Unchanged++
	case unread == nil:
		return o.err
	default:
		b.done.Unread++
		unread(o.err)
	}
	return nil
}

// commit puts the batch on the disk.
func (b *batch) commit(ctx context.Context) error {
	if len(b.readings) > 0 {
		result, err := b.store.Add(ctx, b.readings)
		if err != nil {
			return err
		}
		b.count(result)
		b.readings = b.readings[:0]
	}
	if b.progress != nil {
		b.progress(b.done)
	}
	return nil
}

func (b *batch) count(r store.Result) {
	for _, o := range r.Documents {
		switch o {
		case store.Added:
			b.done.Added++
		case store.Changed:
			b.done.Changed++
		case store.Unchanged:
			b.done.Unchanged++
		}
	}
	for id, o := range r.Entries {
		key := maphash.String(b.seed, id)
		switch {
		case b.entries[key]:
			continue
		case o == store.Added:
			b.done.NewEntries++
		default:
			b.done.ChangedEntries++
		}
		b.entries[key] = true
	}
}
