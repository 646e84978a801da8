package merge

import (
	"strings"

	"github.com/parley-news/parley/record"
)

// span is from one day to another, both included.
type span struct{ from, to Day }

// spanOf is the days of a date; ok is false for none.
func spanOf(d *record.Date) (span, bool) {
	if d == nil {
		return span{}, false
	}
	s := span{ParseDay(d.From), ParseDay(d.To)}
	return s, s.from != Unknown && s.to != Unknown && s.from <= s.to
}

// parseSpan reads "2006-01-02" or "2006-01-02/2006-01-31", as dates are asserted.
func parseSpan(value string) (span, bool) {
	from, to, two := strings.Cut(value, "/")
	if !two {
		to = from
	}
	return spanOf(&record.Date{From: from, To: to})
}

// width is how many days lie between the first and the last.
func (s span) width() Day { return s.to - s.from }

// meets reports whether two spans have a day in common, or days on either side of one
// midnight.
func (s span) meets(o span) bool { return s.from <= o.to+1 && o.from <= s.to+1 }

// overlaps reports whether two spans have a day in common.
func (s span) overlaps(o span) bool { return s.from <= o.to && o.from <= s.to }

// common is the days that two overlapping spans share, cover those of either.
func (s span) common(o span) span { return span{max(s.from, o.from), min(s.to, o.to)} }
func (s span) cover(o span) span  { return span{min(s.from, o.from), max(s.to, o.to)} }

func (s span) interval() *record.Interval {
	return &record.Interval{From: s.from.String(), To: s.to.String()}
}

// String is the span as dates are asserted.
func (s span) String() string {
	if s.from == s.to {
		return s.from.String()
	}
	return s.from.String() + "/" + s.to.String()
}
