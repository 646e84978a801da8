package dates

// shift evaluates what is counted from the publication day, or for an anchored
// mention from another day.
func (c *calculation) shift(x *captures) span {
	c.basis = Relative
	r := x.rule
	u, by := r.unit, r.by
	counted := !r.hasBy
	if counted {
		if w, ok := x.get(slotWeekday, 0); ok && !x.has(slotN) {
			c.kind = Day
			return c.weekday(w)
		}
		n, unit := x.amount()
		by, u = n*int(r.direction)/60, unit
	}
	c.kind = kindOf(u)
	if c.pub == noDay {
		return nothing
	}
	out := c.unit(x, u, by)
	if counted && u != Days {
		out.approx = true
	}
	out = narrow(out, r.part, u)
	switch r.clip {
	case Past:
		out.to = max(out.from, min(out.to, c.pub))
	case Future:
		out.from = min(out.to, max(out.from, c.pub))
	}
	return out
}

func kindOf(u Unit) Kind {
	switch u {
	case Minutes, Hours, Days:
		return Day
	case Weeks:
		return Week
	case Months:
		return Month
	case Years:
		return Year
	}
	return Range
}

// unit is the calendar unit that lies by units from publication, narrowed to
// the weekday, day or month that the form names in it.
func (c *calculation) unit(x *captures, u Unit, by int) span {
	at := add(c.pub, u, by)
	y, m, _ := at.split()
	switch u {
	case Minutes, Hours, Days:
		return one(at)
	case Weeks:
		if w, ok := x.get(slotWeekday, 0); ok {
			c.kind = Day
			return one(at.monday() + day(w-1))
		}
		return week(at)
	case Weekends:
		return c.weekend(by)
	case Months:
		first := civil(y, m, 1)
		if d, ok := x.get(slotDay, 0); ok {
			c.kind = Day
			if !validDay(y, m, d) {
				return nothing
			}
			return one(first + day(d-1))
		}
		return months(y, m, 1)
	case Quarters:
		return nth(x, y, m, 3)
	case Halves:
		return nth(x, y, m, 6)
	case Seasons:
		return c.seasonBy(x, by)
	}
	return c.inYear(x, y)
}

// nth is the part of a year, n months long, that the form numbers, or the one
// with month m in it.
func nth(x *captures, y, m, n int) span {
	k := (m-1)/n + 1
	if o, ok := x.get(slotOrdinal, 0); ok {
		k = o
	}
	if k > 12/n {
		return nothing
	}
	return months(y, (k-1)*n+1, n)
}

// inYear narrows a year to the month, day or season that the form names.
func (c *calculation) inYear(x *captures, y int) span {
	if m, ok := x.get(slotMonth, 0); ok {
		d, ok := x.get(slotDay, 0)
		if !ok {
			c.kind = Month
			return months(y, m, 1)
		}
		c.kind = Day
		if !validDay(y, m, d) {
			return nothing
		}
		return one(civil(y, m, d))
	}
	if k, ok := x.get(slotSeason, 0); ok {
		c.kind = Range
		return season(y, k)
	}
	return months(y, 1, 12)
}

// weekend counts weekends from publication. The one nearest in the lean is 0.
func (c *calculation) weekend(by int) span {
	sat := c.pub.monday() + 5
	switch {
	case by < 0:
		if c.pub < sat+2 {
			sat -= 7
		}
		sat += day(7 * (by + 1))
	case by > 0:
		if c.pub >= sat {
			sat += 7
		}
		sat += day(7 * (by - 1))
	default:
		c.flexible = true
		if c.lean != Future && c.pub < sat {
			sat -= 7
		}
	}
	return span{from: sat, to: sat + 1}
}

// seasonBy finds the season that the form names: this, last or next one.
func (c *calculation) seasonBy(x *captures, by int) span {
	k, ok := x.get(slotSeason, 0)
	if !ok {
		return nothing
	}
	y, _, _ := c.pub.split()
	if by == 0 {
		if k != 4 {
			return season(y, k)
		}
		if before, this := season(y-1, k), season(y, k); before.distance(c.pub) <= this.distance(c.pub) {
			return before
		} else {
			return this
		}
	}
	sub := *c
	sub.lean, sub.strict = Past, true
	if by > 0 {
		sub.lean = Future
	}
	return sub.periods(false, 0, func(y int) span { return season(y, k) }, whole, Seasons)
}

// add moves a day by whole units. Months end on their last day.
func add(d day, u Unit, n int) day {
	y, m, dd := d.split()
	switch u {
	case Minutes:
		return d + day(n/(24*60))
	case Hours:
		return d + day(n/24)
	case Days:
		return d + day(n)
	case Weeks, Weekends:
		return d + day(7*n)
	case Quarters:
		n *= 3
	case Halves:
		n *= 6
	case Years:
		n *= 12
	case Seasons:
		n = 0
	}
	to := months(y, m+n, 1)
	return min(to.from+day(dd-1), to.to)
}

// amount is the count, in sixtieths, and the unit that a form names or its
// rule fixes.
func (c *captures) amount() (int, Unit) {
	r := c.rule
	n, ok := c.get(slotN, 0)
	if r.count > 0 {
		n = int(r.count)
	} else if !ok {
		n = 60
	}
	u := r.unit
	if v, ok := c.get(slotUnit, 0); ok && u == NoUnit {
		u = Unit(v)
	}
	return n + int(r.plus), u
}
