package dates

import (
	"strings"

	"github.com/parley-news/parley/internal/text"
)

// match is one reading of a run of tokens.
type match struct {
	captures
	inner [2]captures
	dates int8
	end   int
}

// matcher holds the state of one document, so that nothing is allocated per
// token.
type matcher struct {
	g    *Grammar
	toks []text.Token
	tree *tree // of the forms that may start
	// cur is the path being tried, best the longest so far.
	cur, best match
	start     int
	inside    bool
}

// longest returns the longest match that starts at token i.
func (m *matcher) longest(i int) bool {
	m.start, m.inside, m.tree = i, false, &m.g.outer
	m.cur.n, m.cur.dates = 0, 0
	m.best.rule, m.best.end = nil, 0
	t := &m.toks[i]
	w := m.g.find(t.Form)
	if w == nil && !t.Number {
		return false
	}
	if w != nil && w.id >= 0 {
		if to := m.tree.byWord(root, w.id); to != 0 {
			m.walk(to, i+1)
		}
	}
	m.walkSlots(root, i, w)
	return m.best.rule != nil
}

func (m *matcher) walk(at int32, i int) {
	n := &m.tree.nodes[at]
	if n.rule != 0 {
		m.accept(m.g.rules[n.rule-1], i)
	}
	if i >= len(m.toks) || m.toks[i].Line && i > m.start || n.words == 0 && n.slots == 0 && at != root {
		return
	}
	w := m.g.find(m.toks[i].Form)
	if w != nil && w.id >= 0 {
		if to := m.tree.byWord(at, w.id); to != 0 {
			m.walk(to, i+1)
		}
	}
	m.walkSlots(at, i, w)
}

func (m *matcher) walkSlots(at int32, i int, w *word) {
	figures := m.toks[i].Number
	if w == nil && !figures {
		return
	}
	for to := m.tree.nodes[at].slots; to != 0; to = m.tree.nodes[to].next {
		s := m.tree.nodes[to].slot
		if s == slotDate {
			m.date(to, i)
			continue
		}
		if !figures && w.fills>>s&1 == 0 {
			continue
		}
		v, next, ok := m.read(s, i, w)
		if !ok || m.cur.n >= maxSlots {
			continue
		}
		m.cur.push(s, v)
		m.walk(to, next)
		m.cur.n--
	}
}

func (m *matcher) accept(r *rule, end int) {
	if m.best.rule != nil && (end < m.best.end || end == m.best.end && r.order >= m.best.rule.order) {
		return
	}
	m.best, m.best.rule, m.best.end = m.cur, r, end
}

// date fills {date} with the longest inner match.
func (m *matcher) date(to int32, i int) {
	if m.inside || m.cur.dates >= 2 || m.cur.n >= maxSlots {
		return
	}
	sub := matcher{g: m.g, toks: m.toks, tree: &m.g.inner, start: i, inside: true}
	sub.walk(root, i)
	if sub.best.rule == nil {
		return
	}
	m.cur.inner[m.cur.dates] = sub.best.captures
	m.cur.push(slotDate, int(m.cur.dates))
	m.cur.dates++
	m.walk(to, sub.best.end)
	m.cur.dates--
	m.cur.n--
}

// read fills a slot at token i and returns the token after it.
func (m *matcher) read(s slot, i int, w *word) (v, next int, ok bool) {
	t := &m.toks[i]
	if !t.Number {
		if w == nil {
			return 0, 0, false
		}
		return m.readWord(s, i, w)
	}
	switch s {
	case slotDay:
		v, ok = m.g.dayNumber(t.Form)
	case slotMonthNumber:
		v, ok = figures(t.Form)
		ok = ok && v >= 1 && v <= 12 && len(t.Form) <= 2
	case slotYear:
		v, ok = yearNumber(t.Form)
		ok = ok && !m.percent(i+1)
	case slotHijriYear:
		var rest string
		v, rest, ok = leading(t.Form)
		ok = ok && firstHijri <= v && v <= lastHijri && (rest == "" || m.g.suffixes[rest])
	case slotOrdinal:
		v, ok = m.g.dayNumber(t.Form)
		ok = ok && t.Form[len(t.Form)-1] > '9'
	case slotNumeric:
		return m.numeric(i)
	case slotN:
		n, next, ok := m.number(i, w)
		return int(n), next, ok
	case slotClock:
		return m.clock(i)
	case slotDotClock:
		h, rest, _ := leading(t.Form)
		if len(rest) == 3 && rest[0] == '.' {
			mm, fig := figures(rest[1:])
			v, ok = clockOf(h, mm, fig)
		}
	case slotHour:
		v, ok = figures(t.Form)
		ok = ok && v <= 24 && len(t.Form) <= 2
	case slotMinute:
		v, ok = figures(t.Form)
		ok = ok && v < 60 && len(t.Form) == 2
	case slotHHMM:
		if v, ok = figures(t.Form); ok && len(t.Form) == 4 {
			v, ok = clockOf(v/100, v%100, true)
		} else {
			ok = false
		}
	}
	return v, i + 1, ok
}

func (m *matcher) readWord(s slot, i int, w *word) (v, next int, ok bool) {
	for _, x := range w.longer {
		if m.follows(i+1, x.rest) {
			return m.readWord(s, i+len(x.rest), &m.g.list[x.at])
		}
	}
	t := &m.toks[i]
	var got int32
	switch s {
	case slotWeekday, slotBareWeekday:
		got = w.weekday
	case slotMonth, slotBareMonth:
		got = w.month
	case slotHijriMonth:
		got = w.hijri
	case slotOrdinal:
		got = w.ordinal
	case slotUnit:
		got = w.unit
	case slotSeason:
		got = w.season
	case slotDaypart:
		got = w.daypart
	case slotZone:
		got = w.zone
	case slotN:
		n, next, ok := m.number(i, w)
		return int(n), next, ok
	}
	if got == 0 {
		return 0, 0, false
	}
	switch s {
	case slotBareWeekday, slotBareMonth:
		if w.careful {
			return 0, 0, false
		}
	case slotWeekday, slotMonth:
		if w.careful && m.g.capital && !t.Upper {
			return 0, 0, false
		}
	}
	next = i + 1
	if w.dot && next < len(m.toks) && m.toks[next].Form == "." && !m.toks[next].Space {
		next++
	}
	if s.as() == slotMonth {
		next = m.again(got, next)
	}
	return int(got), next, true
}

// follows reports whether words stand at token i and on.
func (m *matcher) follows(i int, rest []string) bool {
	if i+len(rest) > len(m.toks) {
		return false
	}
	for k, form := range rest {
		if t := &m.toks[i+k]; t.Form != form || t.Line {
			return false
		}
	}
	return true
}

// again passes over another name of the same month behind a stroke:
// "يناير/كانون الثاني".
func (m *matcher) again(month int32, next int) int {
	if next+1 >= len(m.toks) || m.toks[next].Form != "/" {
		return next
	}
	w := m.g.find(m.toks[next+1].Form)
	if w == nil {
		return next
	}
	for _, x := range w.longer {
		if m.follows(next+2, x.rest) && m.g.list[x.at].month == month {
			return next + 2 + len(x.rest)
		}
	}
	if w.month == month {
		return next + 2
	}
	return next
}

func (m *matcher) percent(i int) bool { return i < len(m.toks) && m.toks[i].Form == "%" }

// clock reads 15:30, 15:30:00, 15h30, 15h and 3pm as minutes since midnight.
func (m *matcher) clock(i int) (v, next int, ok bool) {
	h, rest, ok := leading(m.toks[i].Form)
	if !ok || h > 24 {
		return 0, 0, false
	}
	next = i + 1
	minute := 0
	switch {
	case rest == "":
		if next+1 >= len(m.toks) || m.toks[next].Form != ":" || !glued(m.toks[i:next+2]) {
			return 0, 0, false
		}
		var tail string
		minute, tail, ok = leading(m.toks[next+1].Form)
		if len(m.toks[next+1].Form)-len(tail) != 2 {
			return 0, 0, false
		}
		next += 2
		rest = tail
		if next+1 < len(m.toks) && m.toks[next].Form == ":" && glued(m.toks[i:next+2]) {
			if _, two := figures(m.toks[next+1].Form); two {
				next += 2
			}
		}
		if rest != "" && rest != "z" && !m.g.shiftHalf(rest, &h) {
			return 0, 0, false
		}
	case strings.HasPrefix(rest, "h"):
		if len(rest) > 1 {
			if minute, ok = figures(rest[1:]); !ok || len(rest) != 3 {
				return 0, 0, false
			}
		}
	default:
		if !m.g.shiftHalf(rest, &h) {
			return 0, 0, false
		}
	}
	v, ok = clockOf(h, minute, ok)
	return v, next, ok
}

// shiftHalf applies a written half of the day ("pm") to an hour.
func (l *lexicon) shiftHalf(form string, h *int) bool {
	w := l.find(form)
	if w == nil || w.half == 0 || *h < 1 || *h > 12 {
		return false
	}
	*h = halved(*h, w.half)
	return true
}

func halved(h int, half int32) int {
	if half == 2 {
		return h%12 + 12
	}
	return h % 12
}
