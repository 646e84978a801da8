package view

import (
	"slices"
	"strings"
	"time"

	"github.com/parley-news/parley/record"
)

// gapDays is from how many days on nothing known between two contacts is worth a word.
const gapDays = 60

// Gap is a time in which no contact is known to have taken place.
type Gap struct {
	// From is the last day of the contact before it, To the first day of the one that ended
	// it, or the day of the page where none did.
	From string `json:"from"`
	To   string `json:"to"`
	Days int    `json:"days"`
	// Months are full months of the calendar.
	Months int `json:"months"`
	// Entry is the id of the contact that ended it, "" where none did.
	Entry string `json:"entry"`
}

// Gap is the gap that an entry ended, nil where it ended none.
func (v Pair) Gap(entry string) *Gap {
	for i := range v.Gaps {
		if v.Gaps[i].Entry == entry {
			return &v.Gaps[i]
		}
	}
	return nil
}

// Longest are the longest gaps, the longest first, at most so many.
func (v Pair) Longest(most int) []Gap {
	out := slices.Clone(v.Gaps)
	slices.SortStableFunc(out, func(x, y Gap) int { return y.Days - x.Days })
	return out[:min(most, len(out))]
}

// gaps finds the times of which nothing is known, the earliest first. What was only planned,
// denied or called off ends none. The last one goes on until today.
func gaps(entries []record.Entry, today string) []Gap {
	out := []Gap{}
	took := slices.DeleteFunc(slices.Clone(entries), func(e record.Entry) bool {
		return e.Date == nil || e.Status != "held" && e.Status != "ongoing"
	})
	if len(took) == 0 {
		return out
	}
	slices.SortStableFunc(took, func(x, y record.Entry) int { return strings.Compare(x.Date.From, y.Date.From) })
	last := took[0].Date.To
	add := func(to, entry string) {
		from, err1 := time.Parse(time.DateOnly, last)
		until, err2 := time.Parse(time.DateOnly, to)
		if days := int(until.Sub(from).Hours() / 24); err1 == nil && err2 == nil && days >= gapDays {
			out = append(out, Gap{last, to, days, months(from, until), entry})
		}
	}
	for _, e := range took[1:] {
		add(e.Date.From, e.ID)
		last = max(last, e.Date.To) // a day that is not known well may reach over others
	}
	add(today, "")
	return out
}

// months counts the full months between two days.
func months(from, to time.Time) int {
	n := 12*(to.Year()-from.Year()) + int(to.Month()) - int(from.Month())
	if to.Day() < from.Day() {
		n--
	}
	return n
}
