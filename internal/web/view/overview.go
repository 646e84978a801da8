package view

import (
	"context"
	"fmt"
	"time"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// How much the overview shows of each.
const (
	mostOfDay    = 12
	mostAhead    = 8
	mostDisputed = 5
	mostChanges  = 6
	mostMet      = 8
	aheadDays    = 30
	metDays      = 30
	metEntries   = 500
)

// Overview is the first page: what there was in a week, what is coming, what is disputed,
// and what is new.
type Overview struct {
	Today  string        `json:"today"`
	Totals parley.Totals `json:"totals"`
	// From and To are the Monday and the Sunday of the week that is shown.
	From string `json:"from"`
	To   string `json:"to"`
	// Latest is true where the week is not that of today but the latest one with contacts.
	Latest bool `json:"latest"`
	// Before and After are the Mondays of the weeks before and after.
	Before string `json:"before"`
	After  string `json:"after"`
	Days   []Day  `json:"days"`
	// Timeline is the contacts of the week for the time line.
	Timeline []Mark          `json:"timeline"`
	Upcoming []record.Entry  `json:"upcoming"`
	Overdue  []record.Entry  `json:"overdue"`
	Disputed []record.Entry  `json:"disputed"`
	Changes  []parley.Change `json:"changes"`
	// Met are the parties met most in the month before the end of the week.
	Met []parley.FacetCount `json:"met"`
}

// Day is the contacts that begin on a day.
type Day struct {
	Day string `json:"day"`
	// Contacts is how many there are, Entries the first of them.
	Contacts int            `json:"contacts"`
	Entries  []record.Entry `json:"entries"`
}

// More is how many contacts of the day are not among its entries.
func (d Day) More() int { return d.Contacts - len(d.Entries) }

// Overview shows the week of a day, "2006-01-02"; "" is the week of today, or the latest
// with contacts where that one has none. The error is parley.ErrFilter for what is no day.
func (m *Maker) Overview(ctx context.Context, week string) (v Overview, err error) {
	v = Overview{Today: m.Today(), Days: []Day{}, Timeline: []Mark{}, Met: []parley.FacetCount{}}
	l, err := m.latest(ctx)
	if err != nil {
		return v, err
	}
	v.Totals, v.Upcoming, v.Overdue, v.Disputed, v.Changes = l.totals, l.upcoming, l.overdue, l.disputed, l.changes
	day := m.now()
	if week != "" {
		if day, err = time.Parse(time.DateOnly, week); err != nil {
			return v, fmt.Errorf("%w: week=%s is no day; write it as 2025-09-18", parley.ErrFilter, week)
		}
	}
	if err := m.week(ctx, &v, day); err != nil {
		return v, err
	}
	if week == "" && len(v.Timeline) == 0 {
		if last, err := m.lastDay(ctx); err != nil {
			return v, err
		} else if !last.IsZero() {
			v.Latest = true
			if err := m.week(ctx, &v, last); err != nil {
				return v, err
			}
		}
	}
	return v, m.metMost(ctx, &v)
}

// week fills in the week of a day.
func (m *Maker) week(ctx context.Context, v *Overview, day time.Time) error {
	monday := day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
	on := func(n int) string { return monday.AddDate(0, 0, n).Format(time.DateOnly) }
	v.From, v.To, v.Before, v.After = on(0), on(6), on(-7), on(7)
	v.Days, v.Timeline = []Day{}, []Mark{}
	counts, err := m.register.Days(ctx, parley.Filter{From: v.From, To: v.To})
	if err != nil {
		return err
	}
	for _, c := range counts {
		d := Day{Day: c.Day, Contacts: c.Contacts}
		if d.Entries, err = m.ofDay(ctx, parley.Filter{}, c.Day, mostOfDay); err != nil {
			return err
		}
		v.Days = append(v.Days, d)
		v.Timeline = append(v.Timeline, marks(d.Entries)...)
	}
	return nil
}

// ofDay are entries that begin on a day, at most so many of them.
func (m *Maker) ofDay(ctx context.Context, f parley.Filter, day string, most int) ([]record.Entry, error) {
	f.From, f.To = day, day
	out := []record.Entry{}
	for e, err := range m.register.Entries(ctx, f) {
		switch {
		case err != nil:
			return nil, err
		case e.Date == nil || e.Date.From != day: // it is only sorted under the day, or reaches into it
			continue
		}
		if out = append(out, e); len(out) == most {
			break
		}
	}
	return out, nil
}

// lastDay is the day of the latest contact that has one and is not ahead, zero where none.
func (m *Maker) lastDay(ctx context.Context) (time.Time, error) {
	for e, err := range m.register.Entries(ctx, parley.Filter{To: m.Today(), Newest: true, Limit: 200}) {
		if err != nil {
			return time.Time{}, err
		}
		if e.Date != nil && e.Date.From <= m.Today() {
			return time.Parse(time.DateOnly, e.Date.From)
		}
	}
	return time.Time{}, nil
}

// lately is what an overview shows beside its week: the same for every week of a register
// that has not changed.
type lately struct {
	revision int64
	today    string

	totals                      parley.Totals
	upcoming, overdue, disputed []record.Entry
	changes                     []parley.Change
}

// latest is lately for the register as it is now. Who asks for another week gets it as it
// was made for the first.
func (m *Maker) latest(ctx context.Context) (*lately, error) {
	revision, err := m.register.Revision(ctx)
	if err != nil {
		return nil, err
	}
	today := m.Today()
	if l := m.lately.Load(); l != nil && l.revision == revision && l.today == today {
		return l, nil
	}
	l := &lately{revision: revision, today: today}
	if l.totals, err = m.register.Totals(ctx); err != nil {
		return nil, err
	}
	end := m.now().AddDate(0, 0, aheadDays).Format(time.DateOnly)
	if l.upcoming, _, err = gather(m.register.Upcoming(ctx, today, parley.Filter{To: end}), mostAhead); err != nil {
		return nil, err
	}
	if l.overdue, _, err = gather(m.register.Overdue(ctx, today, parley.Filter{Newest: true}), mostAhead/2); err != nil {
		return nil, err
	}
	if l.disputed, _, err = gather(m.register.Entries(ctx, parley.Filter{Disputed: true, Newest: true}), mostDisputed); err != nil {
		return nil, err
	}
	if l.changes, _, err = gather(m.register.Changes(ctx, mostChanges+1), mostChanges); err != nil {
		return nil, err
	}
	if now, err := m.register.Revision(ctx); err == nil && now == revision {
		m.lately.Store(l)
	}
	return l, nil
}

// metMost fills in who was met most in the month before the end of the week.
func (m *Maker) metMost(ctx context.Context, v *Overview) error {
	to, err := time.Parse(time.DateOnly, v.To)
	if err != nil {
		return err
	}
	facets, err := m.register.Facets(ctx, parley.Filter{From: to.AddDate(0, 0, -metDays).Format(time.DateOnly), To: v.To}, metEntries)
	if err == nil {
		v.Met = facets.Parties[:min(mostMet, len(facets.Parties))]
	}
	return err
}
