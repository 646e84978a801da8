package dates

import (
	"fmt"
	"strconv"
	"strings"
)

// duration returns the bounds that a duration rule gives, in ISO 8601.
func (x *match) duration() (lo, hi string) {
	r := x.rule
	if v, ok := x.get(slotClock, 0); ok {
		return bounds(r.limit, iso(Minutes, v*60))
	}
	n, u := x.amount()
	if b, small, ok := x.rest(); ok { // one hour and twenty minutes
		if u == Hours && small == Minutes && b > 0 {
			return bounds(r.limit, iso(Minutes, n*60+b))
		}
		return bounds(r.limit, iso(u, n))
	}
	if b, ok := x.get(slotN, 1); ok && x.count(slotN) == 2 { // one to two hours
		if r.limit == fromTo {
			return iso(u, min(n, b)), iso(u, max(n, b))
		}
		if u == Hours { // one hour twenty
			return bounds(r.limit, iso(Minutes, n*60+b))
		}
	}
	return bounds(r.limit, iso(u, n))
}

// rest is the second of two amounts. A rule that counts the first one has slots for the
// second only: "час двадцать минут", an hour and twenty minutes.
func (x *match) rest() (n int, u Unit, ok bool) {
	at := 1
	if x.rule.count > 0 {
		at = 0
	}
	n, counted := x.get(slotN, at)
	v, ok := x.get(slotUnit, at)
	return n, Unit(v), counted && ok
}

func bounds(l limit, v string) (lo, hi string) {
	switch l {
	case moreThan:
		return v, ""
	case lessThan:
		return "", v
	}
	return v, v
}

// iso writes n sixtieths of a unit.
func iso(u Unit, n int) string {
	whole := n%60 == 0
	switch u {
	case Minutes:
		return clockISO(n / 60)
	case Hours:
		if whole {
			return fmt.Sprintf("PT%dH", n/60)
		}
		return clockISO(n)
	case Days, Weekends:
		if whole {
			return fmt.Sprintf("P%dD", n/60)
		}
		return clockISO(n * 24)
	case Weeks:
		if whole {
			return fmt.Sprintf("P%dW", n/60)
		}
		return fmt.Sprintf("P%dD", n*7/60)
	case Months:
		if whole {
			return fmt.Sprintf("P%dM", n/60)
		}
		return fmt.Sprintf("P%dD", n*30/60)
	case Quarters:
		return fmt.Sprintf("P%dM", n*3/60)
	case Halves, Seasons:
		return fmt.Sprintf("P%dM", n*6/60)
	case Years:
		if whole {
			return fmt.Sprintf("P%dY", n/60)
		}
		return fmt.Sprintf("P%dM", n*12/60)
	}
	return ""
}

func clockISO(minutes int) string {
	var b strings.Builder
	b.WriteString("PT")
	if h := minutes / 60; h > 0 {
		b.WriteString(strconv.Itoa(h))
		b.WriteByte('H')
	}
	if m := minutes % 60; m > 0 || minutes == 0 {
		b.WriteString(strconv.Itoa(m))
		b.WriteByte('M')
	}
	return b.String()
}

// clockText writes the time of day and the zone of a clock rule.
func (g *Grammar) clockText(x *captures) (clock, zone string) {
	v, ok := x.get(slotClock, 0)
	if !ok {
		if h, okH := x.get(slotHour, 0); okH {
			minute, _ := x.get(slotMinute, 0)
			v, ok = clockOf(h, minute, true)
		} else if x.rule.clock >= 0 {
			v, ok = x.rule.clock, true
		}
	}
	if z, okZ := x.get(slotZone, 0); okZ {
		zone = g.zones[z]
	}
	if !ok {
		return "", zone
	}
	h, minute := v/60, v%60
	if x.rule.half != 0 && h >= 1 && h <= 12 {
		h = halved(h, x.rule.half)
	}
	return fmt.Sprintf("%02d:%02d", h, minute), zone
}
