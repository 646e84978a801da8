package dates

// date evaluates names of days, months, seasons and years.
func (c *calculation) date(x *captures) span {
	if m, ok := x.get(slotHijriMonth, 0); ok {
		return c.hijri(x, m)
	}
	w, hasW := x.get(slotWeekday, 0)
	d, hasD := x.get(slotDay, 0)
	m, hasM := x.get(slotMonth, 0)
	y, hasY := x.get(slotYear, 0)
	if o, ok := x.get(slotOrdinal, 0); ok && hasM && !hasD && x.rule.part == whole {
		d, hasD = o, true
	}
	c.basis, c.hasYear = Explicit, hasY
	if p, ok := x.get(slotNumeric, 0); ok {
		c.kind, c.hasYear = Day, true
		return c.unpack(p)
	}
	switch {
	case hasD && hasM && hasY:
		c.kind = Day
		if !validDay(y, m, d) {
			return nothing
		}
		return one(civil(y, m, d))
	case hasD && hasM:
		c.kind, c.flexible = Day, true
		return c.dayMonth(w, m, d)
	case hasD:
		c.kind, c.flexible = Day, true
		return c.dayOnly(w, d)
	case hasM:
		c.kind = Month
		return c.periods(hasY, y, func(y int) span { return months(y, m, 1) }, x.rule.part, Months)
	case x.has(slotSeason):
		k, _ := x.get(slotSeason, 0)
		c.kind = Range
		return c.periods(hasY, y, func(y int) span { return season(y, k) }, x.rule.part, Seasons)
	case x.has(slotOrdinal):
		return c.portion(x, hasY, y)
	case hasY:
		c.kind = Year
		return narrow(span{from: civil(y, 1, 1), to: civil(y, 12, 31)}, x.rule.part, Years)
	case hasW:
		c.kind, c.basis, c.flexible = Day, Relative, true
		return c.weekday(w)
	}
	return nothing
}

func narrow(s span, p part, u Unit) span {
	if p == whole || !s.known() {
		return s
	}
	return s.part(p, u)
}

// unpack reads a packed date. One whose day and month may change places counts
// only if publication speaks for one of the two readings alone.
func (c *calculation) unpack(p int) span {
	if p > 0 {
		return one(civil(p/10000, p/100%100, p%100))
	}
	p = -p
	a, b := one(civil(p/10000, p/100%100, p%100)), one(civil(p/10000, p%100, p/100%100))
	if c.pub == noDay {
		return nothing
	}
	nearA, nearB := a.distance(c.pub) <= 15, b.distance(c.pub) <= 15
	switch {
	case nearA && !nearB:
		return a
	case nearB && !nearA:
		return b
	}
	return nothing
}

// dayMonth finds the year. A weekday beside it decides between years that are
// close enough; a wrong weekday is passed over.
func (c *calculation) dayMonth(w, m, d int) span {
	if c.pub == noDay {
		return nothing
	}
	py, _, _ := c.pub.split()
	var all, fit [9]span
	nAll, nFit := 0, 0
	for y := py - 4; y <= py+4; y++ {
		if !validDay(y, m, d) {
			continue
		}
		s := one(civil(y, m, d))
		all[nAll] = s
		nAll++
		if w != 0 && s.from.weekday() == w && y >= py-1 && y <= py+1 {
			fit[nFit] = s
			nFit++
		}
	}
	if nFit > 0 {
		if s := c.pick(fit[:nFit]); s.known() {
			return s
		}
	}
	return c.pick(all[:nAll])
}

// dayOnly finds the month of a day of the month.
func (c *calculation) dayOnly(w, d int) span {
	if c.pub == noDay {
		return nothing
	}
	py, pm, _ := c.pub.split()
	var cands [13]span
	n := 0
	for k := -6; k <= 6; k++ {
		first, _, _ := civil(py, pm+k, 1).split()
		_, mm, _ := civil(py, pm+k, 1).split()
		if !validDay(first, mm, d) {
			continue
		}
		if s := one(civil(first, mm, d)); w == 0 || s.from.weekday() == w {
			cands[n] = s
			n++
		}
	}
	return c.pick(cands[:n])
}

// periods evaluates a month or season of a year, or of the year that
// publication supports.
func (c *calculation) periods(hasY bool, y int, of func(y int) span, p part, u Unit) span {
	if hasY {
		return narrow(of(y), p, u)
	}
	c.flexible = true
	if c.pub == noDay {
		return nothing
	}
	py, _, _ := c.pub.split()
	var cands [5]span
	for i := range cands {
		cands[i] = of(py - 2 + i)
	}
	return narrow(c.pick(cands[:]), p, u)
}

// portion evaluates a quarter or half of a year, the kind of which the rule
// gives.
func (c *calculation) portion(x *captures, hasY bool, y int) span {
	k, _ := x.get(slotOrdinal, 0)
	n := 3
	if x.rule.unit == Halves {
		n = 6
	}
	c.kind = Range
	if k < 1 || k > 12/n {
		return nothing
	}
	return c.periods(hasY, y, func(y int) span { return months(y, (k-1)*n+1, n) }, whole, NoUnit)
}

// weekday finds a day of the week: the latest one, unless the lean is ahead.
func (c *calculation) weekday(w int) span {
	if c.pub == noDay {
		return nothing
	}
	if c.lean == Future {
		d := c.pub.monday() + day(w-1)
		if d < c.pub || c.strict && d == c.pub {
			d += 7
		}
		return one(d)
	}
	d := c.pub.monday() + day(w-1)
	if d > c.pub || c.strict && d == c.pub {
		d -= 7
	}
	return one(d)
}
