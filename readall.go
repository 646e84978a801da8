package parley

import (
	"context"
	"fmt"
	"iter"
	"runtime"

	"github.com/parley-news/parley/record"
)

// DocumentReader is what reads one document: a Reader. Several goroutines call it at
// once.
type DocumentReader interface {
	Read(ctx context.Context, d record.Document) (record.Reading, error)
}

type outcome struct {
	reading record.Reading
	err     error
}

// ReadAll reads the documents of a sequence, as many at a time as jobs says (0: as
// there are processors), and yields what came of each in the order of the sequence: a
// reading, or the error that the sequence or the reader has in its place. Such an
// error does not end the work. When the context ends, its error comes last.
func ReadAll(ctx context.Context, docs iter.Seq2[record.Document, error], r DocumentReader, jobs int) iter.Seq2[record.Reading, error] {
	if jobs <= 0 {
		jobs = runtime.NumCPU()
	}
	return func(yield func(record.Reading, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		waiting := start(ctx, docs, r, jobs)
		for {
			o, ok := next(ctx, waiting)
			if ctx.Err() != nil {
				yield(record.Reading{}, ctx.Err())
				return
			}
			if !ok || !yield(o.reading, o.err) {
				return
			}
		}
	}
}

// start reads ahead, and returns what will come of each document, in their order.
func start(ctx context.Context, docs iter.Seq2[record.Document, error], r DocumentReader, jobs int) <-chan chan outcome {
	// What is read early waits here for its turn; the limit keeps one slow
	// document from filling the memory with its successors.
	waiting := make(chan chan outcome, 4*jobs)
	go func() {
		defer close(waiting)
		busy := make(chan struct{}, jobs)
		for d, err := range docs {
			slot := make(chan outcome, 1)
			select {
			case waiting <- slot:
			case <-ctx.Done():
				return
			}
			if err != nil {
				slot <- outcome{err: err}
				continue
			}
			busy <- struct{}{}
			go func() {
				slot <- readOne(ctx, r, d)
				<-busy
			}()
		}
	}()
	return waiting
}

// next waits for what came of the next document; not ok when there is none, or the
// context ends: whoever waits for an input that never ends must be able to leave.
func next(ctx context.Context, waiting <-chan chan outcome) (outcome, bool) {
	select {
	case slot, ok := <-waiting:
		if !ok {
			return outcome{}, false
		}
		select {
		case o := <-slot:
			return o, true
		case <-ctx.Done():
		}
	case <-ctx.Done():
	}
	return outcome{}, false
}

// readOne reads one document. A panic is a defect of Parley; it must not cost
// the user the thousand documents beside this one.
func readOne(ctx context.Context, r DocumentReader, d record.Document) (o outcome) {
	defer func() {
		if p := recover(); p != nil {
			o = outcome{err: fmt.Errorf("%s: a defect in parley stopped the reading (%v); please report it with the document", d.ID, p)}
		}
	}()
	o.reading, o.err = r.Read(ctx, d)
	return o
}
