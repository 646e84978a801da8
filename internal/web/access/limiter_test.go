package access

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestLimiter(t *testing.T) {
	clock := &watch{time.Date(2025, 6, 19, 9, 0, 0, 0, time.UTC)}
	l := NewLimiter(2, 3, clock.now)
	steps := []struct {
		name string
		pass time.Duration
		cost int
		wait time.Duration
		ok   bool
	}{
		{"a", 0, 1, 0, true},
		{"a", 0, 0, 0, true}, // looking takes nothing
		{"a", 0, 2, 0, true},
		{"a", 0, 0, 500 * time.Millisecond, false},
		{"a", 0, 1, 500 * time.Millisecond, false},
		{"a", 0, 2, time.Second, false},
		{"b", 0, 3, 0, true}, // another one has a budget of their own
		{"a", 250 * time.Millisecond, 1, 250 * time.Millisecond, false},
		{"a", 250 * time.Millisecond, 1, 0, true},
		{"a", time.Hour, 3, 0, true}, // no more than so much at once
		{"a", 0, 1, 500 * time.Millisecond, false},
	}
	for i, s := range steps {
		clock.pass(s.pass)
		if wait, ok := l.Allow(s.name, s.cost); wait != s.wait || ok != s.ok {
			t.Errorf("step %d, %+v: %v, %v", i, s, wait, ok)
		}
	}
}

func TestLimiterForgets(t *testing.T) {
	clock := &watch{time.Now()}
	l := NewLimiter(1, 1, clock.now)
	l.Allow("first", 1)
	l.Allow("second", 1)
	for i := range mostClients - 2 {
		l.Allow(fmt.Sprint(i), 1)
	}
	if _, ok := l.Allow("first", 1); ok {
		t.Error("the first one was forgotten when there was room for all")
	}
	l.Allow("one more", 1)
	if len(l.by) != mostClients || l.order.Len() != mostClients {
		t.Errorf("%d and %d clients are known, want %d", len(l.by), l.order.Len(), mostClients)
	}
	if _, ok := l.Allow("first", 1); ok {
		t.Error("the one heard of last but one was forgotten")
	}
	if _, ok := l.Allow("second", 1); !ok {
		t.Error("the one heard of longest ago was not forgotten")
	}
}

func TestLimiterAtOnce(t *testing.T) {
	clock := &watch{time.Now()}
	l := NewLimiter(1, 50, clock.now)
	var allowed atomic.Int64
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			for range 10 {
				if _, ok := l.Allow("a", 1); ok {
					allowed.Add(1)
				}
			}
		})
	}
	all.Wait()
	if n := allowed.Load(); n != 50 {
		t.Errorf("%d of 200 requests were allowed, want 50", n)
	}
}
