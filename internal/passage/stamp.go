package passage

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// stamp is a moment as pages print it beside comments and articles.
type stamp struct {
	year, month, day int
	hour, minute     int
	clock            bool // a time of day was given
	ago              bool // counted back from now
	// first and next bound its tokens; rest counts the tokens of the line
	// that are neither in it nor words of a date line.
	first, next, rest int
}

func (s *stamp) full() bool { return s.month > 0 && s.day > 0 || s.ago }

// posted returns "2006-01-02T15:04" or as much of it as is known.
func (s *stamp) posted() string {
	if s.year == 0 || s.month == 0 || s.day == 0 {
		return ""
	}
	day := fmt.Sprintf("%04d-%02d-%02d", s.year, s.month, s.day)
	if !s.clock {
		return day
	}
	return fmt.Sprintf("%sT%02d:%02d", day, s.hour, s.minute)
}

// calendar is the words of dates, of all packs.
type calendar struct {
	months map[string]int
	words  map[string]bool
	ago    [][]string
}

func (c *calendar) add(n *noise) {
	for i, names := range n.months {
		for _, name := range names {
			c.months[form(name)] = i + 1
		}
	}
	for _, w := range n.dateWords {
		for _, f := range forms(w) {
			c.words[f] = true
		}
	}
	for _, w := range n.ago {
		if f := forms(w); len(f) > 0 {
			c.ago = append(c.ago, f)
		}
	}
}

func forms(s string) []string {
	var out []string
	for _, t := range tokenize(s, len(s)) {
		out = append(out, t.form)
	}
	return out
}

// back returns the length of the words at token i that count back from now,
// with a number not far: "3 hours ago", "il y a 2 h".
func (c *calendar) back(toks []token, i int) int {
	for _, f := range c.ago {
		if n := len(f); i+n <= len(toks) && slices.EqualFunc(f, toks[i:i+n], func(w string, t token) bool { return w == t.form }) {
			for k := max(0, i-3); k < min(len(toks), i+n+2); k++ {
				if c := toks[k].form[0]; c == '#' || '0' <= c && c <= '9' {
					return n
				}
			}
		}
	}
	return 0
}

// stampOf reads the first moment in the first tokens of a line.
func (c *calendar) stampOf(s string, toks []token) (st stamp, ok bool) {
	const reach = 24
	st.first = -1
	toks = toks[:min(len(toks), reach)]
	use := func(i, n int) {
		if st.first < 0 {
			st.first = i
		}
		st.next = i + n
	}
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		switch {
		case c.back(toks, i) > 0:
			n := c.back(toks, i)
			st.ago = true
			use(i, n)
			i += n - 1
		case c.months[t.form] > 0 && st.month == 0 && (near(toks, i)):
			st.month = c.months[t.form]
			use(i, 1)
		case t.form == number:
			n := c.number(&st, s, toks, i)
			if n > 0 {
				use(i, n)
				i += n - 1
			} else if st.first < 0 || st.next != i {
				st.rest++
			}
		case t.form == separator || c.words[t.form] || clockMark(t.form):
		default:
			st.rest++
		}
	}
	return st, st.first >= 0 && st.full()
}

// near reports whether a number stands beside a token.
func near(toks []token, i int) bool {
	return i > 0 && toks[i-1].form == number || i+1 < len(toks) && toks[i+1].form == number
}

// numbers is a line whose tokens are read as numbers.
type numbers struct {
	s    string
	toks []token
}

// at returns the number at a token, 0 when there is none.
func (l numbers) at(i int) int {
	n, _ := strconv.Atoi(strings.TrimRight(l.s[l.toks[i].start:l.toks[i].end], "stndrh"))
	return n
}

// is reports whether a token is of a form.
func (l numbers) is(i int, form string) bool { return i < len(l.toks) && l.toks[i].form == form }

// gap returns what stands between a token and the next.
func (l numbers) gap(i int) string { return l.s[l.toks[i].end:l.toks[i+1].start] }

// number reads the numbers at token i and says how many tokens they take.
func (c *calendar) number(st *stamp, s string, toks []token, i int) int {
	l := numbers{s, toks}
	if st.month == 0 && l.day(st, i) {
		return 3
	}
	if used := l.clock(st, i); used > 0 {
		return used
	}
	switch n := l.at(i); {
	case n > 1900 && n < 2100 && st.year == 0:
		st.year = n
	case n >= 1 && n <= 31 && st.day == 0:
		st.day = n
	default:
		return 0
	}
	return 1
}

// day reads a day of three numbers, whichever of them comes first.
func (l numbers) day(st *stamp, i int) bool {
	if !l.is(i+1, number) || !l.is(i+2, number) || l.gap(i) != l.gap(i+1) {
		return false
	}
	if g := l.gap(i); g != "." && g != "/" && g != "-" {
		return false
	}
	d, m, y := l.at(i), l.at(i+1), l.at(i+2)
	if d > 1900 {
		d, y = y, d
	}
	if m > 12 && d <= 12 {
		d, m = m, d
	}
	if y < 100 {
		y += 2000
	}
	if d < 1 || d > 31 || m < 1 || m > 12 || y >= 2100 {
		return false
	}
	st.day, st.month, st.year = d, m, y
	return true
}

// clock reads 22:22, and 22: 22 as some pages print it, and says how many tokens
// it takes.
func (l numbers) clock(st *stamp, i int) int {
	if st.clock || !l.is(i+1, separator) || !l.is(i+2, number) || l.s[l.toks[i+1].start] != ':' || l.toks[i].end != l.toks[i+1].start {
		return 0
	}
	hour, minute := l.at(i), l.at(i+2)
	if hour >= 24 || minute >= 60 {
		return 0
	}
	st.hour, st.minute, st.clock = hour, minute, true
	used := 3
	if l.is(i+3, separator) && l.is(i+4, number) && l.toks[i+3].start == l.toks[i+2].end { // seconds
		used = 5
	}
	if hour < 12 && (l.is(i+used, "pm") || l.is(i+used, "p")) {
		st.hour += 12
	}
	return used
}

// clockMark reports whether a word is a time written with a letter (7h42).
func clockMark(w string) bool {
	digits, letters := 0, 0
	for i := 0; i < len(w); i++ {
		switch {
		case '0' <= w[i] && w[i] <= '9':
			digits++
		case w[i] == 'h':
			letters++
		default:
			return w == "am" || w == "pm" || w == "1er"
		}
	}
	return digits > 0 && digits <= 4 && letters == 1
}
