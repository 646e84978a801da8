package dates

import (
	"time"

	"github.com/parley-news/parley/internal/text"
)

// Find returns the mentions in toks, in order and without overlap: leftmost
// first, then longest. published is the day of publication, zero when unknown.
// Bare weekdays look back, as news does; see Resolve.
func (g *Grammar) Find(s string, toks []text.Token, published time.Time) []Mention {
	var out []Mention
	m := matcher{g: g, toks: toks}
	pub := dayOf(published)
	for i := 0; i < len(toks); {
		if !m.longest(i) || m.amount(i) || m.owns() {
			i++
			continue
		}
		if m.best.rule.kind != notRule {
			found := m.best
			out = g.emit(out, toks, g.mention(&found, i, pub, Unknown))
		}
		i = m.best.end
	}
	return out
}

// owns reports whether a match that bounds a time is followed by what it owns, so that
// the preposition before it is of that: "after last month's talks".
func (m *matcher) owns() bool {
	end := m.best.end
	if m.best.rule.side == "" || end == len(m.toks) || m.toks[end].Space {
		return false
	}
	w := m.g.find(m.toks[end].Form)
	return w != nil && w.owning
}

// amount reports whether a match that starts with figures is money, or goes on
// from a number before it.
func (m *matcher) amount(i int) bool {
	if !m.toks[i].Number || i == 0 || m.toks[i].Space {
		return false
	}
	switch m.toks[i-1].Form {
	case "$", "€", "£", "#", "№":
		return true
	}
	return false
}

// emit appends a mention, joining a time of day to the day beside it.
func (g *Grammar) emit(out []Mention, toks []text.Token, m Mention) []Mention {
	if len(out) == 0 {
		return append(out, m)
	}
	prev := &out[len(out)-1]
	gap := m.First - prev.Last
	if gap < 0 || gap > 1 || toks[m.First].Line || gap == 1 && (toks[prev.Last].Line || !g.bridges(toks[prev.Last].Form)) {
		return append(out, m)
	}
	switch {
	case m.Kind == TimeOfDay && prev.Kind == Day && prev.Clock == "":
		prev.Last, prev.Clock, prev.Zone = m.Last, m.Clock, m.Zone
	case m.Kind == Day && prev.Kind == TimeOfDay && m.Clock == "":
		m.First, m.Clock, m.Zone = prev.First, prev.Clock, prev.Zone
		*prev = m
	default:
		return append(out, m)
	}
	return out
}

// bridges reports whether a word may stand between a day and its hour: a comma
// or a word that the pack lists.
func (g *Grammar) bridges(form string) bool {
	if form == "," {
		return true
	}
	w := g.find(form)
	return w != nil && w.bridge
}

// mention interprets a match against the publication day.
func (g *Grammar) mention(x *match, first int, pub day, lean Direction) Mention {
	m := Mention{First: first, Last: x.end, match: x, Basis: Explicit, Direction: x.rule.direction, Approximate: x.rule.approx}
	r := x.rule
	switch r.kind {
	case durationRule:
		m.Kind = Duration
		m.MinISO, m.MaxISO = x.duration()
		m.Approximate = m.Approximate || r.limit == about
		return m
	case ageRule:
		m.Kind = Age
		n, _ := x.get(slotN, 0)
		m.Years = n / 60
		return m
	case clockRule:
		m.Kind = TimeOfDay
		m.Clock, m.Zone = g.clockText(&x.captures)
		return m
	}
	if d, ok := x.get(slotDaypart, 0); ok {
		m.Daypart = daypartNames[d]
	} else {
		m.Daypart = daypartNames[r.daypart]
	}
	c := calculation{pub: pub, lean: lean, order: g.order}
	if r.direction != Unknown && r.kind != windowRule && r.kind != vagueRule {
		c.lean = r.direction
		c.strict = true
	}
	at := c.evaluate(x)
	m.Kind, m.Basis, m.Bound, m.Flexible, m.HasYear = c.kind, c.basis, r.side, c.flexible && r.direction == Unknown, c.hasYear
	m.Approximate = m.Approximate || at.approx
	m.From, m.To = at.from.time(), at.to.time()
	m.Resolved = at.known()
	return m
}

// Resolve interprets a mention again for another publication day, looking
// ahead when future, else back: the next such day on or after publication, or
// the latest on or before it. What the wording fixes stays as it is.
func (g *Grammar) Resolve(m Mention, published time.Time, future bool) Mention {
	lean := Past
	if future {
		lean = Future
	}
	return g.again(m, dayOf(published), lean)
}

func (g *Grammar) again(m Mention, pub day, lean Direction) Mention {
	if m.match == nil {
		return m
	}
	out := g.mention(m.match, m.First, pub, lean)
	out.Last = m.Last
	if m.Clock != "" {
		out.Clock, out.Zone = m.Clock, m.Zone
	}
	return out
}

// Point returns the day or period ahead at which a bound stands, the April of "until
// April". Other mentions come back unchanged.
func (g *Grammar) Point(m Mention, published time.Time) Mention {
	if m.Bound == "" || m.match == nil {
		return m
	}
	c := calculation{pub: dayOf(published), lean: Future, order: g.order}
	at := c.point(&m.match.inner[0])
	m.Kind, m.Basis, m.Bound, m.Flexible, m.HasYear = c.kind, c.basis, "", false, c.hasYear
	m.From, m.To, m.Resolved, m.match = at.from.time(), at.to.time(), at.known(), nil
	return m
}

// Anchor resolves an Anchored mention ("the day before", "two days later")
// against the day it counts from. Other mentions come back unchanged.
func (g *Grammar) Anchor(m Mention, from time.Time) Mention {
	if m.Kind != Anchored || from.IsZero() {
		return m
	}
	x := m.match
	c := calculation{pub: dayOf(from), lean: x.rule.direction, strict: true, order: g.order}
	at := c.shift(&x.captures)
	m.Kind, m.From, m.To, m.Resolved = c.kind, at.from.time(), at.to.time(), at.known()
	m.Approximate = m.Approximate || at.approx
	return m
}
