package dates

// calculation turns captures into days, for one publication day.
type calculation struct {
	pub day
	// lean is where a date without a year, or a weekday, is sought. Unknown is
	// the habit of news: weekdays back, the rest nearest.
	lean Direction
	// strict: the publication day itself is left out ("last Friday").
	strict bool
	order  order

	kind     Kind
	basis    Basis
	flexible bool
	hasYear  bool
}

func (c *calculation) evaluate(x *match) span {
	c.basis = Explicit
	switch x.rule.kind {
	case dateRule:
		return c.date(&x.captures)
	case shiftRule:
		return c.shift(&x.captures)
	case anchorRule:
		c.kind, c.basis = Anchored, Relative
		return nothing
	case spanRule:
		return c.between(x)
	case boundRule:
		return c.bound(x)
	case windowRule:
		c.kind, c.basis = Range, Relative
		return c.window(&x.captures)
	case vagueRule:
		c.kind, c.basis = Range, Relative
		return span{from: noDay, to: noDay, approx: true}
	}
	return nothing
}

// point evaluates a date inside a longer form.
func (c *calculation) point(x *captures) span {
	sub := *c
	if x.rule.direction != Unknown {
		sub.lean, sub.strict = x.rule.direction, true
	}
	var s span
	if x.rule.kind == shiftRule {
		s = sub.shift(x)
	} else {
		s = sub.date(x)
	}
	c.flexible = c.flexible || sub.flexible
	c.hasYear = c.hasYear || sub.hasYear
	c.basis, c.kind = sub.basis, sub.kind
	if x.rule.approx {
		s.approx = true
	}
	return s
}

// pick chooses among candidates in order of time: the nearest to publication
// on the side that is asked for.
func (c *calculation) pick(cands []span) span {
	best, found := nothing, false
	for _, s := range cands {
		if !s.known() || !c.admits(s) {
			continue
		}
		if !found || s.distance(c.pub) < best.distance(c.pub) {
			best, found = s, true
		}
	}
	return best
}

func (c *calculation) admits(s span) bool {
	switch {
	case c.lean == Past && c.strict:
		return s.to < c.pub
	case c.lean == Past:
		return s.from <= c.pub
	case c.lean == Future && c.strict:
		return s.from > c.pub
	case c.lean == Future:
		return s.to >= c.pub
	}
	return true
}

// between evaluates two points. The one nearer to publication is found first,
// the other from there.
func (c *calculation) between(x *match) span {
	a, b := x.ends()
	c.kind = Range
	// Days of a month may have begun before what lies ahead ends, and the other way round.
	fromFirst := c.lean == Future
	if a.has(slotDay) && b.has(slotMonth) {
		fromFirst = c.lean == Past
	}
	var from, to span
	if fromFirst && !dated(&b) {
		from = c.point(&a)
		to = c.beside(&b, from, Future)
	} else {
		to = c.point(&b)
		from = c.beside(&a, to, Past)
	}
	c.kind = Range
	if !from.known() || !to.known() || from.from > to.to {
		return nothing
	}
	return span{from.from, to.to, from.approx || to.approx}
}

// dated reports whether a date needs no publication day.
func dated(x *captures) bool { return x.has(slotYear) || x.has(slotNumeric) }

// beside evaluates a point before or after another that is known.
func (c *calculation) beside(x *captures, other span, d Direction) span {
	sub := *c
	if x.rule.kind == dateRule && x.rule.direction == Unknown || x.rule.kind == spanRule {
		if !other.known() {
			return nothing
		}
		sub.pub, sub.lean, sub.strict = other.from, d, false
	}
	s := sub.point(x)
	c.flexible = c.flexible || sub.flexible && !dated(x)
	c.hasYear = c.hasYear || sub.hasYear
	return s
}

// ends parts the captures of a span rule into its two points. What the first
// leaves out ("from 3 to 5 May 2021") it takes from the second.
func (x *match) ends() (a, b captures) {
	if x.dates == 2 {
		a, b = x.inner[0], x.inner[1]
	} else {
		a.rule, b.rule = x.rule, x.rule
		for _, s := range [...]slot{slotWeekday, slotDay, slotMonth, slotYear} {
			n := x.count(s)
			if n == 0 || s == slotWeekday && n == 1 {
				continue
			}
			first, _ := x.get(s, 0)
			last, _ := x.get(s, n-1)
			if n > 1 {
				a.push(s, first)
			}
			b.push(s, last)
			if n == 1 && s == slotMonth {
				a.push(s, first)
			}
		}
	}
	if !a.has(slotDay) && !a.has(slotMonth) {
		return a, b
	}
	if m, ok := b.get(slotMonth, 0); ok && !a.has(slotMonth) {
		a.set(slotMonth, m)
	}
	if y, ok := b.get(slotYear, 0); ok && !a.has(slotYear) {
		if am, ok := a.get(slotMonth, 0); ok {
			if bm, ok := b.get(slotMonth, 0); ok && am > bm {
				y--
			}
		}
		a.set(slotYear, y)
	}
	return a, b
}

// bound evaluates one side of a point. Without words to the contrary an
// end lies ahead, a start behind.
func (c *calculation) bound(x *match) span {
	sub := *c
	side := x.rule.side
	if sub.lean == Unknown {
		switch side {
		case Before, By:
			sub.lean = Future
		case Since:
			sub.lean = Past
		}
	}
	p := sub.point(&x.inner[0])
	c.kind, c.basis, c.flexible, c.hasYear = Range, sub.basis, sub.flexible, sub.hasYear
	if !p.known() {
		return nothing
	}
	out := nothing
	out.approx = p.approx
	switch side {
	case Before, By:
		out.to = p.to
		if side == Before {
			out.to = p.from - 1
		}
		if c.pub != noDay && out.to >= c.pub {
			out.from = c.pub
		}
	case Since, From:
		out.from = p.from
		if c.pub != noDay && out.from <= c.pub {
			out.to = c.pub
		}
	case After:
		out.from = p.to + 1
	}
	return out
}

// window evaluates n units up to publication, or from it.
func (c *calculation) window(x *captures) span {
	if c.pub == noDay {
		return nothing
	}
	n, u := x.amount()
	other := add(c.pub, u, n*int(x.rule.direction)/60)
	out := span{min(other, c.pub), max(other, c.pub), true}
	return out
}
