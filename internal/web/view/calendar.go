package view

import (
	"context"
	"fmt"
	"slices"
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
	// Nearest are the months nearest to it, before and behind, with contacts where it has none.
	Nearest []string `json:"nearest"`
	// Weeks are from Monday to Sunday, with the days of other months that belong to them.
	Weeks [][]CalendarDay `json:"weeks"`
	// Loose are contacts of the month whose days are not known to the day, in no week.
	// Undated are announced contacts that no day is known of, Overdue those whose day has
	// passed and that nobody has reported since.
	Loose   []record.Entry `json:"loose"`
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
	// looseDays is how many days an interval has, at least, that says only about when.
	looseDays = 8
	// nearestLimit is among how many entries one with a day is looked for, in either direction.
	nearestLimit = 200
)

// Calendar shows a month, "2006-01"; "" is that of today. The error is parley.ErrFilter for
// what is no month.
func (m *Maker) Calendar(ctx context.Context, month string) (v Calendar, err error) {
	v = Calendar{Today: m.Today(), Weeks: [][]CalendarDay{}, Nearest: []string{}, Loose: []record.Entry{}}
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
	if v.Undated, _, err = gather(m.register.Undated(ctx, v.Today, parley.Filter{Limit: mostUndated}), mostUndated); err != nil {
		return v, err
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
				v.Loose = append(v.Loose, d.takeLoose()...)
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

// takeLoose takes those entries out of a day that are not of that day, but of some time that
// begins with it.
func (d *CalendarDay) takeLoose() []record.Entry {
	loose := []record.Entry{}
	d.Entries = slices.DeleteFunc(d.Entries, func(e record.Entry) bool {
		first, _ := time.Parse(time.DateOnly, e.Date.From)
		last, _ := time.Parse(time.DateOnly, e.Date.To)
		if long := !last.Before(first.AddDate(0, 0, looseDays-1)); !long && (!e.Date.Approximate || first.Equal(last)) {
			return false
		}
		loose = append(loose, e)
		return true
	})
	d.Contacts -= len(loose)
	return loose
}

// nearest are the months nearest to one, before and behind, that have contacts with a day.
func (m *Maker) nearest(ctx context.Context, first time.Time) ([]string, error) {
	months := []string{}
	next := first.AddDate(0, 1, 0).Format(time.DateOnly)
	for _, f := range []parley.Filter{
		{To: first.AddDate(0, 0, -1).Format(time.DateOnly), Newest: true, Limit: nearestLimit}, {From: next, Limit: nearestLimit},
	} {
		for e, err := range m.register.Entries(ctx, f) {
			if err != nil {
				return nil, err
			}
			if e.Date != nil && (f.From == "" || e.Date.From >= f.From) && (f.To == "" || e.Date.From <= f.To) {
				months = append(months, e.Date.From[:len("2006-01")])
				break
			}
		}
	}
	return months, nil
}
