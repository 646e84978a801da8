package parley_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// readerFunc is a reader made of a function.
type readerFunc func(context.Context, record.Document) (record.Reading, error)

func (f readerFunc) Read(ctx context.Context, d record.Document) (record.Reading, error) {
	return f(ctx, d)
}

// echo reads nothing of a document but what is known of it.
var echo = readerFunc(func(_ context.Context, d record.Document) (record.Reading, error) {
	return record.Reading{Schema: record.Schema, Document: d}, nil
})

var errSource = errors.New("a.txt:3: broken")

// numbered yields n documents, and an error in place of every one that is
// listed.
func numbered(n int, broken ...int) iter.Seq2[record.Document, error] {
	return func(yield func(record.Document, error) bool) {
		for i := range n {
			d, err := record.Document{ID: fmt.Sprint(i)}, error(nil)
			if slices.Contains(broken, i) {
				d, err = record.Document{}, errSource
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

// told lists what ReadAll yields: ids of readings, or errors.
func told(all iter.Seq2[record.Reading, error]) []string {
	var out []string
	for r, err := range all {
		if err != nil {
			out = append(out, err.Error())
			continue
		}
		out = append(out, r.Document.ID)
	}
	return out
}

func TestReadAllKeepsTheOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 7} {
		var busy, most atomic.Int32
		slow := readerFunc(func(ctx context.Context, d record.Document) (record.Reading, error) {
			n := busy.Add(1)
			defer busy.Add(-1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			if len(d.ID) == 1 { // the first ones take longest
				time.Sleep(time.Millisecond)
			}
			return echo(ctx, d)
		})
		var want []string
		for i := range 50 {
			want = append(want, fmt.Sprint(i))
		}
		want[3] = errSource.Error()
		if d := cmp.Diff(want, told(parley.ReadAll(t.Context(), numbered(50, 3), slow, jobs))); d != "" {
			t.Errorf("%d jobs: %s", jobs, d)
		}
		if int(most.Load()) > jobs {
			t.Errorf("%d documents at a time for %d jobs", most.Load(), jobs)
		}
	}
}

func TestReadAllOutlivesAPanic(t *testing.T) {
	r := readerFunc(func(ctx context.Context, d record.Document) (record.Reading, error) {
		if d.ID == "1" {
			panic("index out of range")
		}
		return echo(ctx, d)
	})
	want := []string{"0", "1: a defect in parley stopped the reading (index out of range); please report it with the document", "2"}
	if d := cmp.Diff(want, told(parley.ReadAll(t.Context(), numbered(3), r, 2))); d != "" {
		t.Error(d)
	}
}

func TestReadAllStops(t *testing.T) {
	read := 0
	for _, err := range parley.ReadAll(t.Context(), numbered(100_000, 0), echo, 2) {
		if !errors.Is(err, errSource) {
			t.Error(err)
		}
		read++
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	var last error
	for _, err := range parley.ReadAll(ctx, numbered(100_000), echo, 0) {
		read++
		last = err
		cancel()
	}
	if !errors.Is(last, context.Canceled) || read != 3 {
		t.Errorf("interrupted after %d documents: %v", read, last)
	}
	ctx, cancel = context.WithCancel(t.Context())
	release := make(chan struct{})
	defer close(release)
	silent := func(func(record.Document, error) bool) { <-release }
	time.AfterFunc(time.Millisecond, cancel)
	if got := told(parley.ReadAll(ctx, silent, echo, 1)); len(got) != 1 || got[0] != context.Canceled.Error() {
		t.Errorf("interrupted while the input is silent: %q", got)
	}
}
