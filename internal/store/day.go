package store

import (
	"strconv"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// span returns the days an entry is sorted under: its own, else the first on which a
// document told of it; merge.Unknown comes before all days.
func span(e *record.Entry) (first, last merge.Day) {
	if e.Date != nil {
		first, last = merge.ParseDay(e.Date.From), merge.ParseDay(e.Date.To)
		if first != merge.Unknown {
			return first, max(first, last)
		}
	}
	first = merge.Unknown
	for _, m := range e.Members {
		if d := day(m.Published); d != merge.Unknown && (first == merge.Unknown || d < first) {
			first = d
		}
	}
	return first, first
}

func day(s *string) merge.Day {
	if s == nil {
		return merge.Unknown
	}
	return merge.ParseDay(*s)
}

// widthClass is the class of how far apart the first and the last day are: the upper end of
// the class in days, "" for one day and "more" above all ends.
func widthClass(first, last merge.Day) string {
	if first == last {
		return ""
	}
	for _, w := range merge.Widths {
		if last-first <= w {
			return strconv.Itoa(int(w))
		}
	}
	return widthMore
}

const widthMore = "more"
