package view

import (
	"context"
	"fmt"
	"time"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// Calendar is the page of what was announced, a month of it.
type Calendar struct {
	Today string `json:"today"`
	// Month is "2006-01"; Before and After are the months around it.
	Month  string `json:"month"`
	Before string `json:"before"`
	After  string `json:"after"`
	// Nearest is the month nearest to it with contacts where it has none, "" where it has.
	Nearest string `json:"nearest"`
	// Weeks are from Monday to Sunday, with the days of other months that belong to them.
	Weeks [][]CalendarDay `json:"weeks"`
	// Undated are announced contacts that no day is known of, Overdue those whose day has
	// passed and that nobody has reported since.
	Undated []record.Entry `json:"undated"`
	Overdue []record.Entry `json:"overdue"`
}

// CalendarDay is a day of a calendar.
type CalendarDay struct {
	Day
	// Within is true for a day of the month itself.
	Within bool `json:"within"`
	Today  bool `json:"today"`
}

// How much a calendar shows.
const (
	mostOfCell  = 4
	mostUndated = 20
)

// Calendar shows a month, "2006-01"; "" is that of today. The error is parley.ErrFilter for
// what is no month.
func (m *Maker) Calendar(ctx context.Context, month string) (v Calendar, err error) {
	v = Calendar{Today: m.Today(), Weeks: [][]CalendarDay{}, Undated: []record.Entry{}}
	if month == "" {
		month = v.Today[:len("2006-01")]
	}
	first, err := time.Parse("2006-01", month)
	if err != nil {
		return v, fmt.Errorf("%w: month=%s is no month; write it as 2025-09", parley.ErrFilter, month)
	}
	v.Month, v.Before, v.After = month, first.AddDate(0, -1, 0).Format("2006-01"), first.AddDate(0, 1, 0).Format("2006-01")
	if err := m.weeks(ctx, &v, first); err != nil {
		return v, err
	}
	for e, err := range m.register.Upcoming(ctx, v.Today, parley.Filter{}) {
		if err != nil {
			return v, err
		}
		if e.Date == nil {
			v.Undated = append(v.Undated, e)
		}
		if len(v.Undated) == mostUndated {
			break
		}
	}
	v.Overdue, _, err = gather(m.register.Overdue(ctx, v.Today, parley.Filter{Newest: true}), mostUndated)
	return v, err
}

func (m *Maker) weeks(ctx context.Context, v *Calendar, first time.Time) error {
	start := first.AddDate(0, 0, -(int(first.Weekday())+6)%7)
	end := first.AddDate(0, 1, -1)
	end = end.AddDate(0, 0, 6-(int(end.Weekday())+6)%7)
	counts, err := m.register.Days(ctx, parley.Filter{From: start.Format(time.DateOnly), To: end.Format(time.DateOnly)})
	if err != nil {
		return err
	}
	on := map[string]int{}
	for _, c := range counts {
		on[c.Day] = c.Contacts
	}
	within := 0
	for day := start; !day.After(end); day = day.AddDate(0, 0, 1) {
		if day.Weekday() == time.Monday {
			v.Weeks = append(v.Weeks, nil)
		}
		date := day.Format(time.DateOnly)
		d := CalendarDay{Day{date, on[date], []record.Entry{}}, day.Month() == first.Month(), date == v.Today}
		if d.Contacts > 0 {
			if d.Entries, err = m.ofDay(ctx, parley.Filter{}, date, mostOfCell); err != nil {
				return err
			}
			if d.Within {
				within += d.Contacts
			}
		}
		last := &v.Weeks[len(v.Weeks)-1]
		*last = append(*last, d)
	}
	if within == 0 {
		v.Nearest, err = m.nearest(ctx, first)
	}
	return err
}

// nearest is the month nearest to one that has contacts with a day, "" where none has.
func (m *Maker) nearest(ctx context.Context, first time.Time) (string, error) {
	for _, f := range []parley.Filter{
		{To: first.AddDate(0, 0, -1).Format(time.DateOnly), Newest: true, Limit: 200}, {From: first.Format(time.DateOnly), Limit: 200},
	} {
		for e, err := range m.register.Entries(ctx, f) {
			if err != nil {
				return "", err
			}
			if e.Date != nil {
				return e.Date.From[:len("2006-01")], nil
			}
		}
	}
	return "", nil
}
