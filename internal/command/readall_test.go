package command

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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
		var got, want []string
		err := readAll(t.Context(), numbered(50, 3), jobs, slow, func(r record.Reading, err error) error {
			if err != nil {
				got = append(got, err.Error())
				return nil
			}
			got = append(got, r.Document.ID)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for i := range 50 {
			want = append(want, fmt.Sprint(i))
		}
		want[3] = errSource.Error()
		if d := cmp.Diff(want, got); d != "" {
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
	var got []string
	err := readAll(t.Context(), numbered(3), 2, r, func(r record.Reading, err error) error {
		if err != nil {
			got = append(got, err.Error())
			return nil
		}
		got = append(got, r.Document.ID)
		return nil
	})
	want := []string{"0", "1: a defect in parley stopped the reading (index out of range); please report it with the document", "2"}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Error(d, err)
	}
}

func TestReadAllStops(t *testing.T) {
	full := errors.New("the disk is full")
	read := 0
	err := readAll(t.Context(), numbered(100_000), 2, echo, func(record.Reading, error) error {
		read++
		return full
	})
	if !errors.Is(err, full) || read != 1 {
		t.Errorf("after %d documents: %v", read, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	read = 0
	err = readAll(ctx, numbered(100_000), 2, echo, func(record.Reading, error) error {
		read++
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) || read != 1 {
		t.Errorf("interrupted after %d documents: %v", read, err)
	}
	ctx, cancel = context.WithCancel(t.Context())
	release := make(chan struct{})
	defer close(release)
	silent := func(func(record.Document, error) bool) { <-release }
	time.AfterFunc(time.Millisecond, cancel)
	if err := readAll(ctx, silent, 1, echo, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted while the input is silent: %v", err)
	}
}

func TestNearest(t *testing.T) {
	commands := []string{"read", "score", "version", "world"}
	for _, c := range []struct {
		word string
		want []string
	}{
		{"raed", []string{"read"}}, {"wrold", []string{"world"}}, {"versoin", []string{"version"}},
		{"Score", []string{"score"}}, {"ver", []string{"version"}}, {"export", nil}, {"", nil},
	} {
		if d := cmp.Diff(c.want, nearest(c.word, commands)); d != "" {
			t.Errorf("%q: %s", c.word, d)
		}
	}
	many := strings.Fields("aa ab ac ad ae af ag")
	if got := nearest("ax", many); len(got) != 5 {
		t.Errorf("%d guesses: %q", len(got), got)
	}
}

func TestOneLine(t *testing.T) {
	if got, want := oneLine("a\nb\tc\x1b[2Jd\n"), "a b c\ufffd[2Jd"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
