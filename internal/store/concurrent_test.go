package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/parley-news/parley/record"
)

// watched is the register that a process started by TestOtherProcessReads reads.
const watched = "PARLEY_TEST_WATCHED"

// twin returns two documents that tell of one contact. They are always added together, so
// that a register which holds one of them alone was seen half done.
func twin(n int) []record.Reading {
	day := fmt.Sprintf("2025-%02d-%02d", 1+n/28%12, 1+n%28)
	return readings(reading(fmt.Sprintf("a%d", n), "FRA", "TUR", day), reading(fmt.Sprintf("b%d", n), "FRA", "TUR", day))
}

// look walks over all entries and returns how many members they have. The error says
// when a document is there without its twin, or twice.
func look(ctx context.Context, s *Store) (int, error) {
	seen := map[string]int{}
	n := 0
	for e, err := range s.Entries(ctx, Filter{}) {
		if err != nil {
			return 0, err
		}
		for _, m := range e.Members {
			seen[m.Document[1:]]++
			n++
		}
	}
	for d, times := range seen {
		if times != 2 {
			return 0, fmt.Errorf("of the documents a%s and b%s %d are there", d, d, times)
		}
	}
	return n, nil
}

// TestReadersWhileAdding reads from several goroutines while others add: who reads sees
// what was there at one moment, and all that had been added before.
func TestReadersWhileAdding(t *testing.T) {
	const writers, readers, each = 3, 3, 8
	s, _ := open(t)
	var added atomic.Int64
	var adding, reading sync.WaitGroup
	done := make(chan struct{})
	for w := range writers {
		adding.Go(func() {
			for i := range each {
				if _, err := s.Add(t.Context(), twin(w*each+i)); err != nil {
					t.Error(err)
					return
				}
				added.Add(2)
			}
		})
	}
	for range readers {
		reading.Go(func() {
			for stop := false; !stop; {
				select {
				case <-done:
					stop = true
				default:
				}
				before := int(added.Load())
				if n, err := look(t.Context(), s); err != nil || n < before {
					t.Errorf("%d documents after %d were added, error %v", n, before, err)
					return
				}
			}
		})
	}
	adding.Wait()
	close(done)
	reading.Wait()
	if n, err := look(t.Context(), s); n != 2*writers*each || err != nil {
		t.Errorf("%d documents in the end, want %d, error %v", n, 2*writers*each, err)
	}
}

// TestWatchingProcess is the process that TestOtherProcessReads starts: it reads until it
// is killed, and fails when it sees something half done.
func TestWatchingProcess(t *testing.T) {
	path := os.Getenv(watched)
	if path == "" {
		t.Skip("started by TestOtherProcessReads alone")
	}
	s := reopen(t, path, Options{ReadOnly: true})
	fmt.Fprintln(os.Stdout, "watching")
	for {
		if _, err := look(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
}

// TestOtherProcessReads adds while another process reads the same file.
func TestOtherProcessReads(t *testing.T) {
	s, path := open(t)
	add(t, s, twin(0)...)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	c := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestWatchingProcess$")
	c.Env = append(os.Environ(), watched+"="+path)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	said := make([]byte, len("watching"))
	if _, err := out.Read(said); err != nil || string(said) != "watching" {
		t.Fatalf("the other process says %q, error %v", said, err)
	}
	for n := 1; n < 20; n++ {
		add(t, s, twin(n)...)
	}
	cancel()
	var exit *exec.ExitError
	if err := c.Wait(); !errors.As(err, &exit) || exit.Exited() {
		t.Errorf("the other process ended by itself: %v", err)
	}
}

// TestTwoProcessesAdd opens a register twice, as two processes do: both add in turn, and
// what one keeps in mind is never that of before the other wrote.
func TestTwoProcessesAdd(t *testing.T) {
	s, path := open(t)
	other := reopen(t, path, Options{})
	var adding sync.WaitGroup
	for n, in := range []*Store{s, other} {
		adding.Go(func() {
			for i := range 8 {
				id := fmt.Sprintf("d%d-%d", n, i)
				if _, err := in.Add(t.Context(), readings(reading(id, "FRA", "TUR", "2025-03-11"))); err != nil {
					t.Error(err)
				}
			}
		})
	}
	adding.Wait()
	if got := entries(t, s); len(got) != 1 || len(got[0]) != 16 {
		t.Errorf("entries %v, want one of sixteen documents", got)
	}
}

// TestCancelled cancels adding at one point after the other: all of a batch is in the
// register or nothing, and adding goes on.
func TestCancelled(t *testing.T) {
	s, _ := open(t)
	batches := 0
	for n := range 40 {
		var batch []record.Reading
		for i := range 5 {
			batch = append(batch, twin(5*n+i)...)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(n)*200*time.Microsecond)
		_, err := s.Add(ctx, batch)
		cancel()
		if _, err := look(ctx, s); err == nil {
			t.Fatal("who has cancelled goes on reading")
		}
		if err == nil {
			batches++
		} else if !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("error %v, want %v", err, context.DeadlineExceeded)
		}
		if n, err := look(t.Context(), s); n != batches*len(batch) || err != nil {
			t.Fatalf("%d documents after %d batches, error %v", n, batches, err)
		}
	}
	add(t, s, reading("last", "FRA", "TUR", "2025-03-11"))
}

// TestInterrupted cancels while another process holds the register: who waits is let go.
func TestInterrupted(t *testing.T) {
	s, path := open(t)
	other := reopen(t, path, Options{Wait: time.Hour})
	if err := s.writer.exec(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := other.Add(ctx, twin(0)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	if err := s.writer.exec(t.Context(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
}
