package readback

import (
	"bytes"
	"io"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
)

func TestICalHasTheEntriesWithADay(t *testing.T) {
	cal, err := ical.NewDecoder(bytes.NewReader(file(t, "ical.ics"))).Decode()
	if err != nil {
		t.Fatal(err)
	}
	// The writer of the library checks what a calendar must have.
	if err := ical.NewEncoder(io.Discard).Encode(cal); err != nil {
		t.Error(err)
	}
	var want, got []string
	days := map[string]entry{}
	for _, e := range entries(t) {
		if e.Date != nil {
			want = append(want, e.ID)
			days[e.ID] = e
		}
	}
	for _, event := range cal.Events() {
		id, err := event.Props.Text(ical.PropUID)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, id)
		compare(t, event, days[id])
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func compare(t *testing.T, event ical.Event, e entry) {
	t.Helper()
	from, err := event.DateTimeStart(time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	end, err := event.DateTimeEnd(time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	if event.Props.Get(ical.PropDuration) == nil {
		end = end.AddDate(0, 0, -1) // the end is the first day that is no part of it
	}
	if from.Format(time.DateOnly) != e.Date.From || end.Format(time.DateOnly) != e.Date.To {
		t.Errorf("%s lasts from %s to %s, not from %s to %s", e.ID, from, end, e.Date.From, e.Date.To)
	}
	status, err := event.Status()
	if err != nil {
		t.Fatal(err)
	}
	off := e.Rejected || e.Status == "cancelled" || e.Status == "denied"
	if off != (status == ical.EventCancelled) {
		t.Errorf("%s is %s in the register and %s in the calendar", e.ID, e.Status, status)
	}
	var categories []string
	for _, p := range event.Props[ical.PropCategories] {
		text, err := p.Text()
		if err != nil {
			t.Fatal(err)
		}
		categories = append(categories, text)
	}
	if d := cmp.Diff(keywords(e), categories); d != "" {
		t.Errorf("%s: %s", e.ID, d)
	}
}

// keywords are what formats with tags mark an entry by.
func keywords(e entry) []string {
	out := append([]string{e.Kind, e.Status}, e.Topics...)
	for _, field := range e.Disputed {
		out = append(out, "disputed:"+field)
	}
	if len(e.Corrections) > 0 {
		out = append(out, "corrected")
	}
	if e.Rejected {
		out = append(out, "rejected")
	}
	return out
}
