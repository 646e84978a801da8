package parley

import "time"

// Days returns the first and the last day of a day, a month or a year, written as
// "2025-09-18", "2025-09" or "2025"; ok is false for anything else.
func Days(s string) (first, last string, ok bool) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(form.layout, s); err == nil {
			return t.Format(time.DateOnly), t.AddDate(form.years, form.months, form.days).AddDate(0, 0, -1).Format(time.DateOnly), true
		}
	}
	return "", "", false
}
