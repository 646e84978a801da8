package parley

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/store"
	"github.com/parley-news/parley/record"
)

// Register keeps what documents say in one file, and makes one entry of all that they
// say of one contact. It is safe for concurrent use; another process may read the same
// file, and wait its turn to write to it.
type Register struct {
	path   string
	store  *store.Store
	reader func() (DocumentReader, error)
}

// RegisterOption changes how a register is opened.
type RegisterOption func(*registerOptions)

type registerOptions struct {
	store.Options
	reader func() (DocumentReader, error)
}

// ForReading opens a register that is there, and changes nothing in it.
func ForReading() RegisterOption { return func(o *registerOptions) { o.ReadOnly = true } }

// WithReader reads documents by another reader than NewReader makes. It is made when
// the first document is to be read.
func WithReader(open func() (DocumentReader, error)) RegisterOption {
	return func(o *registerOptions) { o.reader = open }
}

// WithClock stamps corrections and what is kept of older readings by another clock
// than the system's.
func WithClock(now func() time.Time) RegisterOption {
	return func(o *registerOptions) { o.Now = now }
}

// WithRenewal is told how many documents are done, of how many, while a register that
// another version of Parley has made is made anew from its readings.
func WithRenewal(tell func(done, of int)) RegisterOption {
	return func(o *registerOptions) { o.Renewing = tell }
}

// OpenRegister opens the register in a file, and makes one where there is none. The
// error says what is wrong with the file, and how to mend it.
func OpenRegister(ctx context.Context, path string, opts ...RegisterOption) (*Register, error) {
	o := registerOptions{reader: func() (DocumentReader, error) { return NewReader() }}
	for _, opt := range opts {
		opt(&o)
	}
	reader := sync.OnceValues(o.reader)
	o.Known = func(name string) ([]string, error) { return known(reader, name) }
	s, err := store.Open(ctx, path, o.Options)
	if err != nil {
		return nil, err
	}
	return &Register{path: path, store: s, reader: reader}, nil
}

// known returns the ids of the persons whom a name may mean in the world of a reader, if
// it has one.
func known(reader func() (DocumentReader, error), name string) ([]string, error) {
	r, err := reader()
	if err != nil {
		return nil, err
	}
	var ids []string
	if r, ok := r.(interface{ World() *gazetteer.World }); ok {
		for _, m := range r.World().Find(name) {
			ids = append(ids, m.Person.Name)
		}
	}
	return ids, nil
}

// Path is the file of the register.
func (r *Register) Path() string { return r.path }

// Close closes the file.
func (r *Register) Close() error { return r.store.Close() }

// knownError is the error of a document that is in the register as it is, or was there so
// before.
type knownError struct {
	document record.Document
	standing store.Standing
}

func (knownError) Error() string { return "the document is in the register" }

// newOnly reads the documents that the register has never had as they are.
type newOnly struct {
	DocumentReader
	store *store.Store
}

func (n newOnly) Read(ctx context.Context, d record.Document) (record.Reading, error) {
	if err := identify(&d); err != nil {
		return record.Reading{}, fmt.Errorf("parley: reading %s: %w", d.ID, err)
	}
	standing, err := n.store.Standing(ctx, d)
	if err != nil {
		return record.Reading{}, err
	}
	if standing != store.Unseen {
		return record.Reading{}, knownError{d, standing}
	}
	return n.DocumentReader.Read(ctx, d)
}
