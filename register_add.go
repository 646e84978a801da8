package parley

import (
	"context"
	"errors"
	"hash/maphash"
	"iter"
	"maps"
	"slices"
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
	// NewEntries is how many more entries there are than before, less than 0 when contacts
	// turned out to be one. ChangedEntries are those that were there before and are not as
	// they were; each counts once however often it was changed.
	NewEntries, ChangedEntries int
}

// What is read is put on the disk in batches: the larger, the faster; the longer one
// waits, the more is lost when the power goes.
const (
	batchSize = 256
	batchTime = 250 * time.Millisecond
)

// Add reads documents and keeps what they say. A document that is in the register as it
// is, by its id, its text and what is given of it, is not read again; of one that has
// changed the old reading is kept as history. Of two with one id the later one stays, and
// adding both once more changes nothing.
// When the context ends, what has been read is kept, and adding the same documents again
// goes on from there.
func (r *Register) Add(ctx context.Context, docs iter.Seq2[record.Document, error], how Adding) (Added, error) {
	return r.add(ctx, docs, how, func(reader DocumentReader) DocumentReader { return newOnly{reader, r.store} })
}

// ReadAgain reads all documents of the register anew, as the packs are now. Of those
// that now say something else the old reading is kept as history.
func (r *Register) ReadAgain(ctx context.Context, how Adding) (Added, error) {
	return r.add(ctx, r.store.Documents(ctx), how, func(reader DocumentReader) DocumentReader { return reader })
}

// add adds documents; by says how they are read with the reader of the register.
func (r *Register) add(ctx context.Context, docs iter.Seq2[record.Document, error], how Adding, by func(DocumentReader) DocumentReader) (Added, error) {
	reader, err := r.reader()
	if err != nil {
		return Added{}, err
	}
	b := &batch{
		store: r.store, reader: reader, progress: how.Progress,
		seed: maphash.MakeSeed(), took: map[uint64]bool{}, entries: map[uint64]bool{}, late: map[string]record.Document{},
	}
	err = b.fill(ctx, docs, by(reader), how)
	if err == nil && len(b.late) > 0 {
		err = b.fill(ctx, b.waiting(), reader, how)
	}
	if err == nil || ctx.Err() != nil {
		// What has been read need not be read again.
		err = errors.Join(err, b.commit(context.WithoutCancel(ctx)))
	}
	return b.done, err
}

// batch gathers readings until they are worth a write to the disk.
type batch struct {
	store    *store.Store
	reader   DocumentReader
	readings []record.Reading
	done     Added
	seed     maphash.Seed // of the hashes below: there can be millions of ids
	// took are the documents that were read.
	took map[uint64]bool
	// late are documents with a text that they had before. They wait for the end of the
	// input: should another text of theirs come, that one counts, as it did before.
	late      map[string]record.Document // by id
	lateBytes int
	// entries are those that something became of, and whether they were there before.
	entries  map[uint64]bool
	progress func(Added)
}

// fill reads documents, and commits whenever there is enough or it has been long enough.
func (b *batch) fill(ctx context.Context, docs iter.Seq2[record.Document, error], reader DocumentReader, how Adding) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	came := make(chan outcome, batchSize) // the next batch is read while one is put on the disk
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
			if err := b.take(ctx, o, how.Unread); err != nil {
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
func (b *batch) take(ctx context.Context, o outcome, unread func(error)) error {
	var known knownError
	isKnown := errors.As(o.err, &known)
	switch {
	case isKnown && known.standing == store.Earlier:
		return b.wait(ctx, known.document, unread)
	case isKnown && b.took[b.hash(known.document.ID)]:
		// It was perhaps compared with what another one of this id has replaced since.
		isKnown, o = false, readOne(ctx, b.reader, known.document)
	}
	switch {
	case isKnown:
		b.done.Unchanged++
		b.passOver(known.document.ID)
	case o.err == nil:
		b.took[b.hash(o.reading.Document.ID)] = true
		b.readings = append(b.readings, o.reading)
		b.passOver(o.reading.Document.ID)
	case unread == nil:
		return o.err
	default:
		b.done.Unread++
		unread(o.err)
	}
	return nil
}

// mostLate is how many bytes of texts wait; what more there is does not.
const mostLate = 64 << 20

// wait puts a document off to the end of the input.
func (b *batch) wait(ctx context.Context, d record.Document, unread func(error)) error {
	b.passOver(d.ID)
	if b.lateBytes+len(d.Text) > mostLate {
		return b.take(ctx, readOne(ctx, b.reader, d), unread)
	}
	b.late[d.ID] = d
	b.lateBytes += len(d.Text)
	return nil
}

// passOver forgets the document of this id that waits: a later one has come.
func (b *batch) passOver(id string) {
	if d, waits := b.late[id]; waits {
		b.done.Unchanged++
		b.lateBytes -= len(d.Text)
		delete(b.late, id)
	}
}

// waiting hands out the documents that have waited, in the order of their ids.
func (b *batch) waiting() iter.Seq2[record.Document, error] {
	late := b.late
	b.late, b.lateBytes = map[string]record.Document{}, 0
	return func(yield func(record.Document, error) bool) {
		for _, id := range slices.Sorted(maps.Keys(late)) {
			if !yield(late[id], nil) {
				return
			}
		}
	}
}

func (b *batch) hash(id string) uint64 { return maphash.String(b.seed, id) }

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
		switch o {
		case store.Added:
			b.done.NewEntries++
		case store.Removed:
			b.done.NewEntries--
		}
		key := b.hash(id)
		if _, known := b.entries[key]; !known {
			b.entries[key] = o != store.Added
			if o != store.Added {
				b.done.ChangedEntries++
			}
		}
	}
}
