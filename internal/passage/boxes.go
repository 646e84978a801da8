package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/text"
	"github.com/parley-news/parley/record"
)

// How many lines of running text a page must have before short lines without
// a stop count as no part of it, and before that is all but sure.
const (
	enough = 3
	sure   = 5
)

// boxes finds what stands between the paragraphs and is none: menus, rankings,
// tickers, captions, what is printed twice, and the next article.
func (d *document) boxes() {
	d.repeats()
	d.runs(func(l *line) bool { return l.short(4) && l.role != record.RoleComment }, 4)
	d.rankings()
	d.offers()
	if d.sentences >= enough {
		d.tickers()
		d.another()
	}
}

// short reports whether a line has at most so many words and is neither a
// sentence nor the head of something.
func (l *line) short(words int) bool {
	return l.words <= words && !l.stop && !l.opens()
}

// opens reports whether what follows belongs to the line.
func (l *line) opens() bool { return strings.ContainsAny(l.s[len(l.s)-1:], ":;,") }

func (d *document) drop(i int) {
	if l := &d.lines[i]; l.role == "" {
		l.role, l.kind = record.RoleFurniture, listed
	}
}

// repeats drops a line that an earlier one says already, and both where they
// are no sentences and stand in the middle of the report: a link with its
// picture.
func (d *document) repeats() {
	seen := map[string]int{}
	for i := range d.lines {
		l := &d.lines[i]
		if l.words < 4 || l.role != "" && l.role != record.RoleTitle {
			continue
		}
		key := l.s
		if len(key) <= headlineBytes {
			key = letters(key)
		}
		at, again := seen[key]
		if !again {
			seen[key] = i
			continue
		}
		d.drop(i)
		if at > d.first && !l.prose() {
			d.drop(at)
		}
	}
}

// links drops a block of headlines above the report that leads to other pages and to this one:
// one of them stands again below it, as the title.
func (d *document) links() {
	const block = 5
	said := map[string]int{} // the last line that says so
	for i := 0; i < len(d.lines) && i <= d.first; i++ {
		if d.lines[i].headline() {
			said[letters(d.lines[i].s)] = i
		}
	}
	for i := 0; i < d.first; {
		j, again := i, false
		for j < d.first && d.isHeadline(j) && (j == i || !d.lines[j].gap) {
			j++
		}
		for k := i; k < j; k++ {
			again = again || said[letters(d.lines[k].s)] >= j
		}
		for k := i; k < j && again && j-i >= block; k++ {
			d.drop(k)
		}
		i = max(j, i+1)
	}
}

// letters returns the letters and digits of a line.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// runs drops every run of at least so many lines that fit, unless a line
// before it announces them.
func (d *document) runs(fits func(*line) bool, least int) {
	for i := 0; i < len(d.lines); {
		j := i
		for j < len(d.lines) && d.lines[j].role != record.RoleTitle && fits(&d.lines[j]) {
			j++
		}
		if j-i >= least && (i == 0 || !d.lines[i-1].opens()) {
			for k := i; k < j; k++ {
				d.drop(k)
			}
		}
		i = j + 1
	}
}

// offers drops what stands between the head of a newsletter box and its button.
func (d *document) offers() {
	const reach = 4
	for i := range d.lines {
		if d.lines[i].kind != subscribe {
			continue
		}
		for k := i + 1; k < len(d.lines) && k <= i+reach; k++ {
			if d.lines[k].kind == subscribe {
				for n := i + 1; n < k; n++ {
					d.drop(n)
				}
				break
			}
			if d.lines[k].prose() {
				break
			}
		}
	}
}

// rankings drops lists of headlines that are numbered from one.
func (d *document) rankings() {
	for i := 0; i < len(d.lines); i++ {
		var at []int
		for k := i; k < len(d.lines); k++ {
			d.steps++
			l := &d.lines[k]
			if l.role != "" || !l.headline() || l.opens() || rank(l.s) != len(at)+1 {
				break
			}
			at = append(at, k)
		}
		if len(at) < enough {
			continue
		}
		for _, k := range at {
			d.drop(k)
		}
		i += len(at) - 1
	}
}

// rank returns the number at the start of a line, 0 without one.
func rank(s string) int {
	n := 0
	for i := 0; i < len(s) && i < 3; i++ {
		c := s[i]
		switch {
		case '0' <= c && c <= '9':
			n = n*10 + int(c-'0')
		case c == ' ' || c == '.' || c == ')':
			return n
		default:
			return 0
		}
	}
	return 0
}

// tickers drops headlines that alternate with moments.
func (d *document) tickers() {
	for i := 0; i < len(d.lines); {
		j, moments := i, 0
		for j < len(d.lines) {
			d.steps++
			isMoment := d.isMoment(j)
			if !isMoment && !d.isHeadline(j) && (j == i || !d.isMoment(j-1) || !d.lines[j].free()) || j > i && isMoment == d.isMoment(j-1) {
				break
			}
			if isMoment {
				moments++
			}
			j++
		}
		if moments >= enough {
			for k := i; k < j; k++ {
				d.drop(k)
			}
		}
		i = max(j, i+1)
	}
}

// free reports whether a line is short enough for a headline and not yet
// anything.
func (l *line) free() bool { return l.role == "" && l.words <= headlineWords }

// isMoment reports whether a line is a day or a time of day alone.
func (d *document) isMoment(i int) bool {
	l := &d.lines[i]
	return l.kind == stamped || l.kind == symbols && strings.ContainsRune(l.s, ':')
}

func (d *document) isHeadline(i int) bool {
	l := &d.lines[i]
	return l.role == "" && l.kind != stamped && l.words >= 4 && l.headline() && !l.opens()
}

// another drops the article that follows the report: a headline, then the
// moment at which it was posted. Where that repeats from the top on, the page
// is made of such pieces.
func (d *document) another() {
	from, prose, pieces := -1, 0, 0
	for i := 1; i < len(d.lines); i++ {
		l := &d.lines[i]
		if l.role == "" && l.prose() && l.stop {
			prose++
		}
		if l.kind != stamped || !d.posted(l) {
			continue
		}
		switch {
		case !d.isHeadline(i - 1):
		case prose < enough:
			pieces++
		case from < 0:
			from = i - 1
		}
	}
	if from < 0 || pieces > 0 {
		return
	}
	for i := from; i < len(d.lines); i++ {
		d.drop(i)
	}
	d.last = min(d.last, from-1)
}

// posted reports whether a line gives a day with a time of day.
func (d *document) posted(l *line) bool {
	st, ok := d.calendar.stampOf(l.s, l.toks)
	return ok && st.clock
}

// fragments drops what is left between paragraphs: moments, names under
// pictures, words that belong to the page.
func (d *document) fragments() {
	if d.sentences < enough {
		return
	}
	often := map[string]int{}
	for i := range d.lines {
		if l := &d.lines[i]; l.role == "" && l.words <= 6 {
			often[l.s]++
		}
	}
	for i := range d.lines {
		l := &d.lines[i]
		switch {
		case l.role != "":
		case l.kind == stamped && d.posted(l), l.initials():
			d.drop(i)
		// Who speaks in turns is named each time.
		case i > d.last || !d.setOff(i) || l.opens() || l.bullet:
		case d.pictured(i), often[l.s] == 1 && (l.short(2) || l.short(6) && l.names()):
			d.drop(i)
		}
	}
}

// setOff reports whether no sentence runs from the line before into line i, or
// from it into the next.
func (d *document) setOff(i int) bool {
	if i > 0 {
		if p := &d.lines[i-1]; p.role == "" && !p.stop {
			return false
		}
	}
	if i+1 == len(d.lines) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(d.lines[i+1].s)
	return !unicode.IsLower(r) && !strings.ContainsRune(",.;)", r)
}

// pictured reports whether a line without a stop stands above the credit of a
// picture, which is a line of its own.
func (d *document) pictured(i int) bool {
	if i+1 >= len(d.lines) {
		return false
	}
	l, next := &d.lines[i], &d.lines[i+1]
	if next.words > 3 || l.words > longWords {
		return false
	}
	if next.kind == credit {
		return !l.stop || next.phrase != "" && next.words == 1
	}
	return next.kind == plain && !l.stop && next.short(3) && shouted(next.s)
}

// names reports whether a line is capitalised words alone, but for the small
// ones between them.
func (l *line) names() bool {
	for _, t := range l.toks {
		if !t.upper && len(t.form) > 3 {
			return false
		}
	}
	return l.caps >= 2
}

// shouted reports whether words are written in capitals.
func shouted(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// initials reports whether a line is the initials of its author: "V.G."
func (l *line) initials() bool {
	for _, t := range l.toks {
		if !t.upper || utf8.RuneCountInString(l.s[t.start:t.end]) > 1 {
			return false
		}
	}
	return l.caps >= 2 && l.caps <= 4
}

// goesOn reports whether a line that no phrase claims goes on in the middle of
// a sentence in the next.
func (d *document) goesOn(a, b *line) bool {
	return a.kind == plain && b.kind == plain && (a.words >= 3 || b.words >= proseWords || b.caps == 0 && len(b.toks) == 0) &&
		text.Continues(a.s, b.s, 0)
}
