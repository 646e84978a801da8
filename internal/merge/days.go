package merge

import (
	"strings"

	"github.com/parley-news/parley/record"
)

// span is from one day to another, both included.
type span struct{ from, to Day }

// spanOf is the days of a date; ok is false where it gives none.
func spanOf(d *record.Date) (days span, ok bool) {
	if d == nil {
		return span{}, false
	}
	days = span{ParseDay(d.From), ParseDay(d.To)}
	return days, days.from != Unknown && days.to != Unknown && days.from <= days.to
}

func spanOfInterval(i *record.Interval) (days span, ok bool) {
	if i == nil {
		return span{}, false
	}
	return spanOf(&record.Date{From: i.From, To: i.To})
}

// parseSpan reads "2006-01-02" or "2006-01-02/2006-01-31", as dates are asserted.
func parseSpan(value string) (days span, ok bool) {
	from, to, two := strings.Cut(value, "/")
	if !two {
		to = from
	}
	return spanOf(&record.Date{From: from, To: to})
}

// String is the span as dates are asserted.
func (s span) String() string {
	if s.from == s.to {
		return s.from.String()
	}
	return s.from.String() + "/" + s.to.String()
}

// width is how many days lie between the first and the last.
func (s span) width() Day { return s.to - s.from }

// overlaps reports whether two spans have a day in common.
func (s span) overlaps(o span) bool { return s.from <= o.to && o.from <= s.to }

// meets reports whether two spans have a day in common, or days on either side of one
// midnight: what is Monday evening here is Tuesday morning there.
func (s span) meets(o span) bool { return s.from <= o.to+1 && o.from <= s.to+1 }

// common is the days that two overlapping spans share.
func (s span) common(o span) span { return span{max(s.from, o.from), min(s.to, o.to)} }

// cover is the days from the first to the last of two spans.
func (s span) cover(o span) span { return span{min(s.from, o.from), max(s.to, o.to)} }
