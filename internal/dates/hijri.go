package dates

import "github.com/hablullah/go-hijri"

// The Hijri years that are converted: those of the Umm al-Qura calendar, by which the Gulf
// states publish.
const (
	firstHijri = 1356
	lastHijri  = 1500
)

// hijri evaluates a day or a month of the Islamic calendar. Without a year it is the one
// that publication is nearest to.
func (c *calculation) hijri(x *captures, m int) span {
	d, hasD := x.get(slotDay, 0)
	y, hasY := x.get(slotHijriYear, 0)
	c.basis, c.hasYear, c.kind = Explicit, hasY, Range
	if hasD {
		c.kind = Day
	}
	if hasY {
		return hijriSpan(y, m, d)
	}
	if c.pub == noDay {
		return nothing
	}
	best := nothing
	year := hijriYear(c.pub)
	for y := year - 1; y <= year+1; y++ {
		if s := hijriSpan(y, m, d); s.known() && (!best.known() || s.distance(c.pub) < best.distance(c.pub)) {
			best = s
		}
	}
	return best
}

// hijriSpan returns a day of the Islamic calendar, or with day 0 the month.
func hijriSpan(y, m, d int) span {
	if d > 0 {
		return one(hijriDay(y, m, d))
	}
	first := hijriDay(y, m, 1)
	next := hijriDay(y+m/12, m%12+1, 1)
	if first == noDay || next == noDay {
		return nothing
	}
	return span{from: first, to: next - 1}
}

// hijriDay returns noDay for days that the calendar does not have.
func hijriDay(y, m, d int) day {
	if y < firstHijri || y > lastHijri || d > 30 {
		return noDay
	}
	at := hijri.UmmAlQuraDate{Day: int64(d), Month: int64(m), Year: int64(y)}.ToGregorian()
	if back, err := hijri.CreateUmmAlQuraDate(at); err != nil || back.Day != int64(d) || back.Month != int64(m) {
		return noDay
	}
	return dayOf(at)
}

func hijriYear(d day) int {
	at, err := hijri.CreateUmmAlQuraDate(d.time())
	if err != nil {
		return 0
	}
	return int(at.Year)
}
