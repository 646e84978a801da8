package store

import (
	"errors"
	"strings"
	"testing"
)

func TestUpcomingAndOverdue(t *testing.T) {
	s := small(t)
	early := paper("early", "2025-03-13", "-", "en", "A proposal\nChina and Italy may talk.")
	tells(early, "z-early", "talks", "called-for", "CHN ITA", "")
	late := paper("late", "2025-03-12", "-", "en", "A date\nChina and Egypt will talk in April.")
	tells(late, "y-late", "talks", "scheduled", "CHN EGY", "2025-04-01/2025-04-30", topics("climate"))
	add(t, s, *early, *late)
	l := func(v ...string) []string { return v }
	tests := []struct {
		name, today       string
		f                 Filter
		upcoming, overdue string
	}{
		{"in the middle", "2025-03-16", Filter{}, "i-month f-long c-talks y-late z-early d-visit", "g-past"},
		{"its last day is not over", "2025-03-18", Filter{}, "i-month f-long c-talks y-late z-early d-visit", "g-past"},
		{"later", "2025-04-15", Filter{}, "y-late z-early d-visit", "i-month g-past c-talks"},
		{"newest first", "2025-04-15", Filter{Newest: true}, "y-late z-early d-visit", "c-talks g-past i-month"},
		{"party", "2025-03-16", Filter{Parties: l("CHN", "TUR")}, "c-talks y-late z-early d-visit", ""},
		{"party and topic", "2025-03-16", Filter{Parties: l("CHN"), Topics: l("climate")}, "y-late d-visit", ""},
		{"status", "2025-04-15", Filter{Statuses: l("proposed", "held")}, "z-early d-visit", ""},
		{"a status of what is over", "2025-03-16", Filter{Statuses: l("held")}, "", ""},
		{"a period", "2025-03-16", Filter{From: "2025-03-19", To: "2025-03-31"}, "i-month c-talks", ""},
		{"a period that is over", "2025-04-15", Filter{From: "2025-03-10"}, "y-late", "i-month c-talks"},
		{"the first", "2025-03-16", Filter{Limit: 2}, "i-month f-long", "g-past"},
	}
	for _, tt := range tests {
		if got := ids(all(t, s.Upcoming(t.Context(), tt.today, tt.f))); got != tt.upcoming {
			t.Errorf("%s: upcoming %q, want %q", tt.name, got, tt.upcoming)
		}
		if got := ids(all(t, s.Overdue(t.Context(), tt.today, tt.f))); got != tt.overdue {
			t.Errorf("%s: overdue %q, want %q", tt.name, got, tt.overdue)
		}
	}
	got, f := "", Filter{Limit: 1}
	for page := all(t, s.Upcoming(t.Context(), "2025-03-16", f)); len(page) > 0; page = all(t, s.Upcoming(t.Context(), "2025-03-16", f)) {
		got += " " + page[0].ID
		f.After = Cursor(&page[0])
	}
	if strings.TrimSpace(got) != tests[0].upcoming {
		t.Errorf("pages of one give %q, want %q", got, tests[0].upcoming)
	}
	if got := ids(all(t, s.Undated(t.Context(), "2025-03-16", Filter{}))); got != "z-early d-visit" {
		t.Errorf("without a day are %q", got)
	}
	if got := ids(all(t, s.Undated(t.Context(), "2025-03-16", Filter{Statuses: l("scheduled"), From: "2025-03-01"}))); got != "" {
		t.Errorf("without a day, in a period, are %q", got)
	}
	for _, err := range s.Upcoming(t.Context(), "", Filter{}) {
		if !errors.Is(err, ErrFilter) {
			t.Errorf("error %v, want ErrFilter", err)
		}
	}
}
