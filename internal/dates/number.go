package dates

import (
	"strings"

	"github.com/parley-news/parley/internal/text"
)

// maxCount bounds a count, so that arithmetic on days stays in range.
const maxCount = 10000

// figures reads a token of figures only. ok is false for more than four.
func figures(form string) (v int, ok bool) {
	if form == "" || len(form) > 4 {
		return 0, false
	}
	for i := 0; i < len(form); i++ {
		c := form[i]
		if c < '0' || c > '9' {
			return 0, false
		}
		v = v*10 + int(c-'0')
	}
	return v, true
}

// leading reads the figures at the start of a form, at most four, and returns
// the rest.
func leading(form string) (v int, rest string, ok bool) {
	i := 0
	for i < len(form) && form[i] >= '0' && form[i] <= '9' {
		v = v*10 + int(form[i]-'0')
		if i++; i > 4 {
			return 0, "", false
		}
	}
	return v, form[i:], i > 0
}

// decimal reads 2, 2.5, 2,5, 1,000 and 1.000 in sixtieths.
func decimal(form string) (int32, bool) {
	if v, ok := figures(form); ok {
		return int32(v) * 60, v > 0
	}
	whole, rest, ok := leading(form)
	if !ok || len(rest) < 2 || (rest[0] != '.' && rest[0] != ',') {
		return 0, false
	}
	frac, tail, ok := leading(rest[1:])
	if !ok || tail != "" {
		return 0, false
	}
	switch len(rest) - 1 {
	case 1:
		return int32(whole*60 + frac*6), true
	case 2:
		return int32(whole*60 + frac*60/100), true
	case 3:
		if v := whole*1000 + frac; v <= maxCount {
			return int32(v) * 60, true
		}
	}
	return 0, false
}

// number reads a count at token i: figures, or words that add and multiply
// ("twenty-five", "quatre-vingt-dix", "two hundred").
func (m *matcher) number(i int, w *word) (v int32, next int, ok bool) {
	if m.toks[i].Number {
		v, ok = decimal(m.toks[i].Form)
		return v, i + 1, ok
	}
	if w == nil || w.n == 0 {
		return 0, 0, false
	}
	total, last := w.n, w.n
	i++
	for range 4 {
		if i >= len(m.toks) || m.toks[i].Line {
			break
		}
		j := i
		x := m.g.find(m.toks[j].Form)
		if x != nil && x.joiner && last >= 20*60 && j+1 < len(m.toks) {
			j++
			x = m.g.find(m.toks[j].Form)
		}
		if x == nil || x.n == 0 {
			break
		}
		tens := last >= 20*60 && last < 100*60 && last%600 == 0 && x.n >= 60 && x.n < 20*60 && x.n%60 == 0
		score := m.toks[j].Hyphen && j == i && last < 10*60 && x.n == 20*60
		teen := m.toks[j].Hyphen && j == i && last == 10*60 && x.n >= 7*60 && x.n < 10*60 // dix-sept
		hundred := j == i && x.n >= 100*60 && last < 100*60
		switch {
		case tens, teen:
			total += x.n
			last = x.n
		case score:
			total = last / 60 * x.n
			last = x.n
		case hundred && total/60*x.n <= maxCount*60:
			total = total / 60 * x.n
			last = x.n
		default:
			return total, i, true
		}
		i = j + 1
	}
	return total, i, true
}

// dayNumber reads 5, 05, 5th, 1er.
func (l *lexicon) dayNumber(form string) (int, bool) {
	v, rest, ok := leading(form)
	if !ok || v < 1 || v > 31 || len(form)-len(rest) > 2 {
		return 0, false
	}
	return v, rest == "" || l.suffixes[rest]
}

func yearNumber(form string) (int, bool) {
	v, ok := figures(form)
	return v, ok && len(form) == 4 && v >= 1800 && v <= 2199
}

// numeric reads a date in figures: 13.04.2021, 13/04/2021, 2021-04-13.
func (m *matcher) numeric(i int) (packed, next int, ok bool) {
	var p [3]string
	form := m.toks[i].Form
	if a, rest, found := strings.Cut(form, "."); found {
		b, c, found := strings.Cut(rest, ".")
		if !found {
			return 0, 0, false
		}
		p, next = [3]string{a, b, c}, i+1
	} else {
		if i+4 >= len(m.toks) || !glued(m.toks[i:i+5]) {
			return 0, 0, false
		}
		sep := m.toks[i+1].Form
		if (sep != "-" && sep != "/" && sep != "–") || m.toks[i+3].Form != sep {
			return 0, 0, false
		}
		p, next = [3]string{form, m.toks[i+2].Form, m.toks[i+4].Form}, i+5
		if c, _, found := strings.Cut(p[2], "t"); found && len(p[0]) == 4 {
			p[2] = c
			for next < len(m.toks) && glued(m.toks[next-1:next+1]) { // the hour of a time stamp
				next++
			}
		}
	}
	a, okA := figures(p[0])
	b, okB := figures(p[1])
	c, okC := figures(p[2])
	if !okA || !okB || !okC || len(p[1]) > 2 {
		return 0, 0, false
	}
	packed, ok = m.g.arrange(a, b, c, len(p[0]), len(p[2]))
	return packed, next, ok
}

func glued(toks []text.Token) bool {
	for _, t := range toks[1:] {
		if t.Space || t.Line {
			return false
		}
	}
	return true
}

// arrange puts figures into year, month and day. A packed date has 10000 for
// the year, 100 for the month; it is negative when day and month might change
// places.
func (l *lexicon) arrange(a, b, c, lenA, lenC int) (int, bool) {
	y, m, d := a, b, c
	switch {
	case lenA == 4 && lenC <= 2:
	case lenC == 4 && lenA <= 2:
		y, m, d = c, b, a
		if l.order == monthFirst && validDay(c, a, b) || !validDay(y, m, d) {
			m, d = d, m
		} else if l.order == eitherFirst && m != d && validDay(c, a, b) {
			return -(y*10000 + m*100 + d), y >= 1800 && y < 2200
		}
	default:
		return 0, false
	}
	return y*10000 + m*100 + d, y >= 1800 && y < 2200 && validDay(y, m, d)
}

// parseClock reads 15:30 as minutes since midnight.
func parseClock(s string) (int, bool) {
	h, rest, ok := leading(s)
	if !ok || len(rest) != 3 || rest[0] != ':' {
		return 0, false
	}
	m, ok := figures(rest[1:])
	return clockOf(h, m, ok)
}

func clockOf(h, m int, ok bool) (int, bool) {
	if !ok || h > 24 || m > 59 || h == 24 && m > 0 {
		return 0, false
	}
	return h%24*60 + m, true
}
