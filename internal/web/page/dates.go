package page

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/parley-news/parley/record"
)

func itoa(n int) string { return strconv.Itoa(n) }

// day writes a day, "2006-01-02", as people read it; nothing for none.
func (w *words) day(s string) string { return w.days(s, s) }

// weekday writes which day of the week a day is.
func (w *words) weekday(s string) string {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return ""
	}
	return strings.Fields(w.Text("words.weekdays"))[(d.Weekday()+6)%7]
}

// weekdays are the days of the week from Monday on.
func (w *words) weekdays() []string { return strings.Fields(w.Text("words.weekdays")) }

// dayNumber is the number of a day in its month.
func dayNumber(s string) string { return strings.TrimLeft(s[max(0, len(s)-2):], "0") }

// longMonth writes a month, "2006-01".
func (w *words) longMonth(s string) string {
	m, err := time.Parse("2006-01", s)
	if err != nil {
		return s
	}
	return strings.Fields(w.Text("words.long-months"))[m.Month()-1] + " " + itoa(m.Year())
}

// days writes an interval of days as shortly as it can be said.
func (w *words) days(from, to string) string {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	switch {
	case errA != nil || errB != nil:
		return strings.Trim(from+" – "+to, " –")
	case a.Equal(b):
		return w.date(a)
	case a.Day() == 1 && b.Equal(a.AddDate(0, 1, -1)):
		return w.month(a) + " " + itoa(a.Year())
	case a.YearDay() == 1 && b.Equal(a.AddDate(1, 0, -1)):
		return itoa(a.Year())
	case a.Year() != b.Year():
		return w.date(a) + " – " + w.date(b)
	case a.Month() != b.Month():
		return w.number(a) + " " + w.month(a) + " – " + w.date(b)
	}
	return w.number(a) + "–" + w.date(b)
}

func (w *words) date(d time.Time) string {
	return w.Text("words.date", "day", w.number(d), "month", w.month(d), "year", d.Year())
}

// number writes the day of a month.
func (w *words) number(d time.Time) string {
	if d.Day() == 1 {
		return w.Text("words.first")
	}
	return itoa(d.Day())
}

func (w *words) month(d time.Time) string {
	return strings.Fields(w.Text("words.months"))[d.Month()-1]
}

// when writes the date of a contact.
func (w *words) when(d *record.Date) string {
	if d == nil {
		return w.Text("words.no-date")
	}
	s := w.days(d.From, d.To)
	if d.Approximate {
		s = w.Text("words.about", "date", s)
	}
	if d.Time != nil {
		s += ", " + *d.Time
	}
	if d.Zone != nil {
		s += " (" + *d.Zone + ")"
	}
	return s
}

var isoDuration = regexp.MustCompile(`^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?`)

// howLong writes an ISO 8601 duration.
func (w *words) howLong(iso string) string {
	m := isoDuration.FindStringSubmatch(iso)
	if m == nil {
		return iso
	}
	var out []string
	for i, unit := range []string{"words.days", "words.hours", "words.minutes"} {
		if m[i+1] != "" && m[i+1] != "0" {
			out = append(out, w.Text(unit, "n", m[i+1]))
		}
	}
	if len(out) == 0 {
		return iso
	}
	return strings.Join(out, " ")
}

// duration writes how long a contact took.
func (w *words) duration(d *record.Duration) string {
	switch {
	case d == nil:
		return ""
	case d.Min != nil && d.Max != nil && *d.Min == *d.Max:
		return w.howLong(*d.Min)
	case d.Min != nil && d.Max != nil:
		return w.howLong(*d.Min) + " – " + w.howLong(*d.Max)
	case d.Min != nil:
		return w.Text("words.at-least", "time", w.howLong(*d.Min))
	case d.Max != nil:
		return w.Text("words.at-most", "time", w.howLong(*d.Max))
	}
	return d.Text
}

// at writes a moment, RFC 3339, to the minute.
func (w *words) at(s string) string {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return s
	}
	return w.date(t) + ", " + t.UTC().Format("15:04") + " UTC"
}

// instant writes a moment as at does.
func (w *words) instant(t time.Time) string { return w.at(t.UTC().Format(time.RFC3339)) }

// less takes n away.
func less(n, from int) int { return from - n }
