package dates

import (
	"math"
	"time"
)

// day counts days from 1970-01-01.
type day int32

const noDay day = math.MinInt32

func dayOf(t time.Time) day {
	if t.IsZero() {
		return noDay
	}
	y, m, d := t.Date()
	return civil(y, int(m), d)
}

// civil takes months and days beyond their range as time.Date does.
func civil(y, m, d int) day {
	u := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix()
	return day(math.Floor(float64(u) / 86400))
}

func (d day) time() time.Time {
	if d == noDay {
		return time.Time{}
	}
	return time.Unix(int64(d)*86400, 0).UTC()
}

func (d day) split() (y, m, dd int) {
	yy, mm, n := d.time().Date()
	return yy, int(mm), n
}

// weekday is 1 for Monday to 7 for Sunday.
func (d day) weekday() int { return int(((d+3)%7+7)%7) + 1 }

func (d day) monday() day { return d - day(d.weekday()-1) }

// span is an interval of days, both included; either may be noDay.
type span struct {
	from, to day
	approx   bool
}

var nothing = span{from: noDay, to: noDay}

func (s span) known() bool { return s.from != noDay && s.to != noDay }

func one(d day) span { return span{from: d, to: d} }

func validDay(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 {
		return false
	}
	_, mm, dd := civil(y, m, d).split()
	return mm == m && dd == d
}

// months is the span of n calendar months.
func months(y, m, n int) span { return span{from: civil(y, m, 1), to: civil(y, m+n, 1) - 1} }

func week(d day) span { return span{from: d.monday(), to: d.monday() + 6} }

// season is 1 spring to 4 winter; a winter starts in its year.
func season(y, k int) span { return months(y, 3*k, 3) }

// distance is 0 inside the span.
func (s span) distance(d day) day { return max(0, s.from-d, d-s.to) }

// part narrows a span to its early, middle or late third. A month is cut after
// the 10th and the 20th.
func (s span) part(p part, u Unit) span {
	n := s.to - s.from + 1
	a, b := n/3, 2*n/3
	approx := true
	switch u {
	case Months:
		a, b, approx = 10, 20, false
	case Weeks:
		a, b = 2, 4
	case Years:
		y, _, _ := s.from.split()
		a, b = civil(y, 5, 1)-s.from, civil(y, 9, 1)-s.from
	}
	switch p {
	case early:
		return span{s.from, s.from + a - 1, approx}
	case mid:
		return span{s.from + a, s.from + b - 1, approx}
	case late:
		return span{s.from + b, s.to, approx}
	case firstHalf:
		return span{s.from, s.from + halfOf(n, u) - 1, false}
	case secondHalf:
		return span{s.from + halfOf(n, u), s.to, false}
	}
	return s
}

func halfOf(n day, u Unit) day {
	switch u {
	case Months:
		return 15
	case Years:
		return n - 184 // July to December
	}
	return n / 2
}
