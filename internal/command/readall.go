package command

import (
	"context"
	"fmt"
	"iter"

	"github.com/parley-news/parley/record"
)

type outcome struct {
	reading record.Reading
	err     error
}

// readAll reads the documents of a sequence, as many at a time as jobs says,
// and hands on what came of each in the order of the sequence. An error of one
// document does not end the work; one that each returns does.
func readAll(ctx context.Context, docs iter.Seq2[record.Document, error], jobs int, r reader, each func(record.Reading, error) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
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
	for {
		// Whoever waits for an input that never ends must be able to leave.
		select {
		case slot, ok := <-waiting:
			if !ok {
				return ctx.Err()
			}
			if err := hand(ctx, slot, each); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// hand waits for one outcome and hands it on.
func hand(ctx context.Context, slot chan outcome, each func(record.Reading, error) error) error {
	select {
	case o := <-slot:
		if ctx.Err() == nil {
			return each(o.reading, o.err)
		}
	case <-ctx.Done():
	}
	return ctx.Err()
}

// readOne reads one document. A panic is a defect of Parley; it must not cost
// the user the thousand documents beside this one.
func readOne(ctx context.Context, r reader, d record.Document) (o outcome) {
	defer func() {
		if p := recover(); p != nil {
			o = outcome{err: fmt.Errorf("%s: a defect in parley stopped the reading (%v); please report it with the document", d.ID, p)}
		}
	}()
	o.reading, o.err = r.Read(ctx, d)
	return o
}
