package access

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestAudit(t *testing.T) {
	k, clock := newKeeper(t)
	var want []Event
	for i := range 7 {
		e := Event{Who: "Ada", Role: Editor, Action: "correct", Outcome: "done", Address: "/corrections", Remote: "192.0.2.1", Detail: fmt.Sprint(i)}
		if err := k.Record(t.Context(), e); err != nil {
			t.Fatal(err)
		}
		e.ID, e.At = int64(i+1), clock.Format(time.RFC3339)
		want = append([]Event{e}, want...)
		clock.pass(time.Hour)
	}
	var got []Event
	for before := int64(0); ; {
		page, err := k.Events(t.Context(), before, 3)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) == 0 {
			break
		}
		got, before = append(got, page...), page[len(page)-1].ID
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the log, page by page (-want +got):\n%s", diff)
	}
}

func TestAuditStays(t *testing.T) {
	k, _ := newKeeper(t)
	if err := k.Record(t.Context(), Event{Action: "add", Outcome: "done"}); err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{"DELETE FROM audit", "UPDATE audit SET outcome = 'refused'", "UPDATE audit SET id = 5", "INSERT OR REPLACE INTO audit SELECT id, at, who, role, action, 'refused', address, remote, detail FROM audit"} {
		if _, err := k.db.Exec(q); err == nil || !strings.Contains(err.Error(), "the audit log is never") {
			t.Errorf("%s: %v, want an error", q, err)
		}
	}
	events, err := k.Events(t.Context(), 0, 10)
	if err != nil || len(events) != 1 || events[0].Outcome != "done" {
		t.Errorf("the log is %v, %v", events, err)
	}
}

// TestAuditBounds checks that strangers cannot fill the log with one line.
func TestAuditBounds(t *testing.T) {
	k, _ := newKeeper(t)
	for n := range 4 { // so that a letter of more than a byte lies across the bound
		long := strings.Repeat("x", n) + strings.Repeat("é€", 500)
		if err := k.Record(t.Context(), Event{Action: "add", Outcome: "done", Address: long, Remote: long, Detail: long}); err != nil {
			t.Fatal(err)
		}
	}
	events, err := k.Events(t.Context(), 0, 10)
	if err != nil || len(events) != 4 {
		t.Fatalf("%d lines, %v", len(events), err)
	}
	for _, e := range events {
		for _, s := range []string{e.Address, e.Remote, e.Detail} {
			if len(s) > 503 || !strings.HasSuffix(s, "…") || !utf8.ValidString(s) {
				t.Errorf("%d bytes, ending in %q; want at most 503, whole letters", len(s), s[len(s)-6:])
			}
		}
	}
}

// TestAuditOfTheGone checks that a line is written for a change whose asker went away.
func TestAuditOfTheGone(t *testing.T) {
	k, _ := newKeeper(t)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if err := k.Record(gone, Event{Action: "add", Outcome: "done"}); err != nil {
		t.Error(err)
	}
}

// TestDo checks that the line of a change is there before the change, and one more when it
// fails.
func TestDo(t *testing.T) {
	k, _ := newKeeper(t)
	outcomes := func() (all []string) {
		events, err := k.Events(t.Context(), 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range events {
			all = append(all, e.Outcome+" "+e.Detail)
		}
		return all
	}
	e := Event{Who: "Ada", Role: Editor, Action: "add", Detail: "a text"}
	err := k.Do(t.Context(), e, func() error {
		if diff := cmp.Diff([]string{"done a text"}, outcomes()); diff != "" {
			t.Errorf("the log when the change is made (-want +got):\n%s", diff)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	broken := errors.New("the disk is full")
	if err := k.Do(t.Context(), e, func() error { return broken }); !errors.Is(err, broken) {
		t.Errorf("Do() = %v, want %v", err, broken)
	}
	if diff := cmp.Diff([]string{"failed a text: the disk is full", "done a text", "done a text"}, outcomes()); diff != "" {
		t.Errorf("the log after a change that failed (-want +got):\n%s", diff)
	}
	if err := k.Close(); err != nil {
		t.Fatal(err)
	}
	if err := k.Do(t.Context(), e, func() error { t.Error("a change was made without a line"); return nil }); err == nil {
		t.Error("no error where no line can be written")
	}
}
