package parley_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

func openRegister(t *testing.T, opts ...parley.RegisterOption) *parley.Register {
	t.Helper()
	opts = append(opts, parley.WithClock(func() time.Time { return time.Date(2025, 3, 14, 12, 0, 0, 0, time.UTC) }))
	r, err := parley.OpenRegister(t.Context(), filepath.Join(t.TempDir(), "my.parley"), opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

func sequence(docs ...record.Document) iter.Seq2[record.Document, error] {
	return func(yield func(record.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func addTo(t *testing.T, r *parley.Register, docs ...record.Document) parley.Added {
	t.Helper()
	n, err := r.Add(t.Context(), sequence(docs...), parley.Adding{})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func call(id, text string) record.Document {
	return record.Document{ID: id, Outlet: new("The Courier"), Published: new("2025-03-12"), Text: text}
}

const (
	macronCalls = "French President Emmanuel Macron spoke by phone with his Turkish counterpart Recep Tayyip Erdogan on Tuesday."
	macronAgain = "The French and Turkish presidents, Emmanuel Macron and Recep Tayyip Erdogan, held a telephone call on Tuesday."
)

func TestRegisterAdds(t *testing.T) {
	r := openRegister(t)
	other := call("b", macronCalls)
	other.Published = new("2025-03-19")
	for i, step := range []struct {
		document record.Document
		want     parley.Added
	}{
		{call("a", macronCalls), parley.Added{Added: 1, NewEntries: 1}},
		{call("a", macronCalls), parley.Added{Unchanged: 1}},
		{call("b", macronAgain), parley.Added{Added: 1, ChangedEntries: 1}},
		{call("b", macronAgain+" They spoke about energy."), parley.Added{Changed: 1, ChangedEntries: 1}},
		{record.Document{ID: "a", Text: macronCalls}, parley.Added{Unchanged: 1}}, // less is known of it now
		{other, parley.Added{Changed: 1, NewEntries: 1, ChangedEntries: 1}},       // another day, another call
	} {
		if d := cmp.Diff(step.want, addTo(t, r, step.document)); d != "" {
			t.Errorf("step %d: %s", i, d)
		}
	}
	history, err := r.History(t.Context(), "b")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, v := range history {
		texts = append(texts, v.Replaced+" "+v.Reading.Document.Text)
	}
	const at = "2025-03-14T12:00:00Z "
	if d := cmp.Diff([]string{at + macronAgain, at + macronAgain + " They spoke about energy."}, texts); d != "" {
		t.Error(d)
	}
}

// What is read again as it was says the same, also where the text itself gave its day,
// its title and its language.
func TestRegisterReadsAgain(t *testing.T) {
	r := openRegister(t)
	text := "Macron and Erdogan speak\n\nPARIS, March 12, 2025 — " + macronCalls
	addTo(t, r, call("a", macronCalls), record.Document{Text: text})
	n, err := r.ReadAgain(t.Context(), parley.Adding{Jobs: 1})
	if d := cmp.Diff(parley.Added{Unchanged: 2}, n); d != "" || err != nil {
		t.Error(d, err)
	}
}

// Of two texts with one id the later one stays; the same two once more change nothing. An
// older text that comes without the later one is what the document says again.
func TestRegisterTakesTheLaterOfTwoTexts(t *testing.T) {
	r := openRegister(t)
	a, b := call("a", macronCalls), call("a", macronAgain)
	c := call("a", macronCalls+" They spoke about energy.")
	for i, step := range []struct {
		docs    []record.Document
		want    parley.Added
		history int
	}{
		{[]record.Document{a, b}, parley.Added{Added: 1, Changed: 1, NewEntries: 1}, 1},
		{[]record.Document{a, b}, parley.Added{Unchanged: 2}, 1},
		{[]record.Document{a, a, b}, parley.Added{Unchanged: 3}, 1},
		{[]record.Document{b}, parley.Added{Unchanged: 1}, 1},
		{[]record.Document{a, b, c}, parley.Added{Changed: 1, Unchanged: 2, ChangedEntries: 1}, 2},
		{[]record.Document{a, b, c}, parley.Added{Unchanged: 3}, 2},
		{[]record.Document{c, a}, parley.Added{Changed: 1, Unchanged: 1, ChangedEntries: 1}, 3},
		{[]record.Document{c, a}, parley.Added{Unchanged: 2}, 3},
	} {
		before := fileOf(t, r)
		if d := cmp.Diff(step.want, addTo(t, r, step.docs...)); d != "" {
			t.Errorf("step %d: %s", i, d)
		}
		if same := bytes.Equal(before, fileOf(t, r)); same != (step.want.Added+step.want.Changed == 0) {
			t.Errorf("step %d: that the file is as it was is %v", i, same)
		}
		last := step.docs[len(step.docs)-1].Text
		if reading, err := r.Document(t.Context(), "a"); err != nil || reading.Document.Text != last {
			t.Errorf("step %d: the text is %q, error %v", i, reading.Document.Text, err)
		}
		if history, err := r.History(t.Context(), "a"); err != nil || len(history) != step.history {
			t.Errorf("step %d: %d earlier readings, error %v; want %d", i, len(history), err, step.history)
		}
	}
}

// fileOf is all that a register holds, as a backup of it.
func fileOf(t *testing.T, r *parley.Register) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy.parley")
	if err := r.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestRegisterGoesOnAfterAnError(t *testing.T) {
	r := openRegister(t)
	docs := func(yield func(record.Document, error) bool) {
		_ = yield(call("a", macronCalls), nil) && yield(record.Document{}, errSource) && yield(call("c", "no \xff text"), nil) && yield(call("b", macronAgain), nil)
	}
	var unread []string
	n, err := r.Add(t.Context(), docs, parley.Adding{Unread: func(err error) { unread = append(unread, err.Error()) }})
	if d := cmp.Diff(parley.Added{Added: 2, Unread: 2, NewEntries: 1}, n); d != "" || err != nil {
		t.Error(d, err)
	}
	if len(unread) != 2 || unread[0] != errSource.Error() || !strings.Contains(unread[1], parley.ErrText.Error()) {
		t.Errorf("unread: %q", unread)
	}
	if _, err := r.Add(t.Context(), docs, parley.Adding{}); !errors.Is(err, errSource) {
		t.Errorf("without anybody to tell: %v", err)
	}
}

// What was reported as added is there after an interruption, and the rest is added when
// the same is added again.
func TestRegisterGoesOnAfterAnInterruption(t *testing.T) {
	r := openRegister(t, parley.WithReader(func() (parley.DocumentReader, error) { return echo, nil }))
	ctx, cancel := context.WithCancel(t.Context())
	const many = 2000
	docs := func(yield func(record.Document, error) bool) {
		for i := range many {
			if !yield(call(fmt.Sprint(i), fmt.Sprint("text ", i)), nil) {
				return
			}
		}
	}
	told := 0
	n, err := r.Add(ctx, docs, parley.Adding{Progress: func(n parley.Added) {
		told = n.Added
		if told > 0 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || n.Added == 0 || n.Added == many || told != n.Added {
		t.Fatalf("%+v, told %d: %v", n, told, err)
	}
	rest, err := r.Add(t.Context(), docs, parley.Adding{})
	if d := cmp.Diff(parley.Added{Added: many - n.Added, Unchanged: n.Added}, rest); d != "" || err != nil {
		t.Error(d, err)
	}
}

// Batches grow to their size and no further.
func TestRegisterTellsOfProgress(t *testing.T) {
	r := openRegister(t, parley.WithReader(func() (parley.DocumentReader, error) { return echo, nil }))
	docs := make([]record.Document, 600)
	for i := range docs {
		docs[i] = call(fmt.Sprint(i), "text")
	}
	var told []int
	_, err := r.Add(t.Context(), sequence(docs...), parley.Adding{Progress: func(n parley.Added) { told = append(told, n.Added) }})
	if err != nil || len(told) < 3 || told[len(told)-1] != len(docs) || !slices.IsSorted(told) {
		t.Errorf("%v: %v", told, err)
	}
	for i := 1; i < len(told); i++ {
		if told[i]-told[i-1] > 256 {
			t.Errorf("%d documents in a batch", told[i]-told[i-1])
		}
	}
}

func TestRegisterForReading(t *testing.T) {
	path := filepath.Join(t.TempDir(), "my.parley")
	if _, err := parley.OpenRegister(t.Context(), path, parley.ForReading()); !errors.Is(err, parley.ErrNoRegister) {
		t.Errorf("no file: %v", err)
	}
	r, err := parley.OpenRegister(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if r, err = parley.OpenRegister(t.Context(), path, parley.ForReading()); err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := r.Add(t.Context(), sequence(call("a", macronCalls)), parley.Adding{}); !errors.Is(err, parley.ErrReadOnly) {
		t.Errorf("added to: %v", err)
	}
	if _, err := r.Document(t.Context(), "a"); !errors.Is(err, parley.ErrNotFound) {
		t.Errorf("a document: %v", err)
	}
}
