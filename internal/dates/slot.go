package dates

// slot is a place in a form that a closed kind of value fills.
type slot uint8

const (
	slotNone        slot = iota
	slotWeekday          // ISO number, 1 Monday
	slotBareWeekday      // a weekday word that means nothing else
	slotMonth            // 1 to 12
	slotBareMonth        // a month word that means nothing else
	slotDay              // day of the month in figures
	slotMonthNumber      // 1 to 12 in figures
	slotOrdinal          // an ordinal in letters
	slotYear             // four figures
	slotNumeric          // a date in figures, packed by pack
	slotN                // a count in sixtieths
	slotUnit             // a unit
	slotSeason           // 1 spring to 4 winter
	slotDaypart          // a daypart
	slotClock            // minutes since midnight, 15:30 or 15h30
	slotDotClock         // the same, 15.30
	slotHour             // a bare hour
	slotMinute           // a bare minute
	slotHHMM             // four figures without a separator
	slotZone             // index into the grammar's zones
	slotHijriMonth       // 1 Muharram to 12 Dhu al-Hijja
	slotHijriYear        // a year of the Islamic calendar
	slotDate             // a whole date, read by the date and shift rules
)

var slotNames = map[string]slot{
	"weekday": slotWeekday, "bare-weekday": slotBareWeekday,
	"month": slotMonth, "bare-month": slotBareMonth, "month-number": slotMonthNumber,
	"day": slotDay, "ordinal": slotOrdinal, "year": slotYear, "numeric": slotNumeric,
	"n": slotN, "unit": slotUnit, "season": slotSeason, "daypart": slotDaypart,
	"clock": slotClock, "dot-clock": slotDotClock, "hour": slotHour, "minute": slotMinute,
	"hhmm": slotHHMM, "zone": slotZone, "date": slotDate,
	"hijri-month": slotHijriMonth, "hijri-year": slotHijriYear,
}

// as returns the slot under which a value is kept.
func (s slot) as() slot {
	switch s {
	case slotBareWeekday:
		return slotWeekday
	case slotBareMonth, slotMonthNumber:
		return slotMonth
	case slotDotClock, slotHHMM:
		return slotClock
	}
	return s
}

// maxSlots bounds the slots of one form, dates included.
const maxSlots = 10

// captures are the values that one form took from the text, in order.
type captures struct {
	rule  *rule
	n     int8
	slots [maxSlots]slot
	vals  [maxSlots]int32
}

func (c *captures) push(s slot, v int) {
	c.slots[c.n], c.vals[c.n] = s.as(), int32(v)
	c.n++
}

// get returns the k-th value of a slot.
func (c *captures) get(s slot, k int) (int, bool) {
	for i := range c.n {
		if c.slots[i] == s {
			if k == 0 {
				return int(c.vals[i]), true
			}
			k--
		}
	}
	return 0, false
}

func (c *captures) count(s slot) int {
	n := 0
	for i := range c.n {
		if c.slots[i] == s {
			n++
		}
	}
	return n
}

func (c *captures) has(s slot) bool { return c.count(s) > 0 }

func (c *captures) set(s slot, v int) {
	for i := range c.n {
		if c.slots[i] == s {
			c.vals[i] = int32(v)
			return
		}
	}
	if c.n < maxSlots {
		c.push(s, v)
	}
}
