package passage

import (
	"strconv"
	"strings"

	"github.com/parley-news/parley/record"
)

// head is what the line that opens a comment shows.
type head struct {
	listed  bool // it has a number in a list
	scored  bool // it has a sum of votes
	score   int
	deleted bool
	stamp   *stamp
}

// comments finds the thread under the report, if there is one: behind a line
// that announces it, or where scores and dates repeat.
func (d *document) comments() {
	from, heads := d.threadStart()
	if from < 0 {
		return
	}
	var depths []int
	open := -1
	for i := from; i < len(d.lines); i++ {
		l := &d.lines[i]
		h, ok := heads[i]
		if !ok {
			if l.kind != commentTool && l.kind != commentsHeader && l.role == record.RoleFurniture && open < 0 {
				continue
			}
			if l.role == "" || open >= 0 && l.kind != copyright && l.kind != cookie {
				l.role = record.RoleComment
			}
			if open >= 0 && l.role == record.RoleComment && l.kind != commentTool && l.kind != commentsHeader {
				d.thread[open].End = l.end
			}
			continue
		}
		l.role = record.RoleComment
		for len(depths) > 0 && depths[len(depths)-1] >= l.indent {
			depths = depths[:len(depths)-1]
		}
		c := record.Comment{Start: l.start, End: l.end, Depth: len(depths), Deleted: h.deleted}
		depths = append(depths, l.indent)
		if h.scored {
			c.Score = &h.score
		}
		if h.stamp != nil {
			c.Posted = h.stamp.posted()
		}
		open = len(d.thread)
		d.thread = append(d.thread, c)
	}
}

// threadStart returns the line at which a thread starts, -1 without one, and
// the heads of comments behind it.
func (d *document) threadStart() (int, map[int]head) {
	heads := map[int]head{}
	header, firstHead := -1, -1
	strong, prose, before, between := 0, 0, 0, 0
	for i := 0; i < len(d.lines); i++ {
		l := &d.lines[i]
		if l.kind == commentsHeader && prose > 0 && len(heads) == 0 {
			header, before = i, prose
			continue
		}
		d.steps++
		h, used := d.headAt(i, header >= 0)
		if used == 0 {
			if l.role == "" && l.prose() {
				prose++
			}
			continue
		}
		if firstHead < 0 {
			firstHead, between = i, prose-before
		}
		if h.listed && (h.scored || h.deleted) || h.scored && h.stamp != nil {
			strong++
		}
		heads[i] = h
		i += used - 1
	}
	switch {
	case header >= 0 && len(heads) > 0 && between == 0:
		return header, heads
	case header >= 0 && len(heads) == 0 && d.unmarked(header, before, prose-before):
		return header, heads
	case strong >= 2 || len(heads) >= 2 && header >= 0:
		// A button that counts comments stood in the middle of the report.
		return firstHead, heads
	}
	return -1, nil
}

// unmarked reports whether a thread without scores or moments follows the head
// at line i: names, or the tools of a thread, and less text than before it.
func (d *document) unmarked(i, before, after int) bool {
	if i+1 >= len(d.lines) || after == 0 {
		return true
	}
	if after >= before {
		return false
	}
	next := &d.lines[i+1]
	if next.words <= 4 && !next.stop && next.role == "" {
		return true
	}
	for k := i + 1; k < len(d.lines); k++ {
		if d.lines[k].kind == commentTool {
			return true
		}
	}
	return false
}

// headAt reads the head of a comment at line i, and how many lines it takes: a
// number or a score with the moment on the next line, or a name with a moment.
func (d *document) headAt(i int, announced bool) (head, int) {
	l := &d.lines[i]
	var h head
	rest, listed := ordinal(l.s)
	h.listed = listed
	if score, ok := votes(rest); ok && (listed || signedNumber(rest)) {
		h.scored, h.score = true, score
		if i+1 < len(d.lines) {
			if st, ok := d.moment(&d.lines[i+1]); ok && st.rest <= 5 && d.lines[i+1].words <= 14 {
				h.stamp = &st
				return h, 2
			}
		}
		if listed || announced {
			return h, 1
		}
		return h, 0
	}
	if listed && d.gone(rest) {
		h.deleted = true
		return h, 1
	}
	if l.kind == commentDeleted && announced {
		h.deleted = true
		return h, 1
	}
	if !announced || l.kind == commentTool || l.kind == commentsHeader {
		return h, 0
	}
	st, ok := d.moment(l)
	if !ok || st.first > 8 {
		return h, 0
	}
	h.stamp = &st
	before := 0
	for _, t := range l.toks[:st.first] {
		if t.form != separator {
			before++
		}
	}
	// A sentence can start with a day; a comment sets its words off.
	set := st.next >= len(l.toks) || l.toks[st.next].form == separator
	if before > 5 || before == 0 && st.rest > 3 || !set && l.words > 14 || !st.clock && !st.ago && l.words > 8 {
		return h, 0
	}
	return h, 1
}

// moment reads the stamp of a line that carries a day and a clock, or one that
// counts back.
func (d *document) moment(l *line) (stamp, bool) {
	st, ok := d.calendar.stampOf(l.s, l.toks)
	return st, ok && (st.clock || st.ago || st.year > 0 && st.day > 0)
}

// gone reports whether the words stand for a deleted comment.
func (d *document) gone(s string) bool {
	found := false
	d.phrases.find(tokenize(s, tokenLimit), func(h hit) bool {
		found = found || h.kind == commentDeleted
		return !found
	})
	return found
}

// ordinal cuts a list number ("12.", "12)", "#12") from the front of a line.
func ordinal(s string) (rest string, ok bool) {
	t := strings.TrimPrefix(s, "#")
	i := 0
	for i < len(t) && i < 5 && '0' <= t[i] && t[i] <= '9' {
		i++
	}
	if i == 0 {
		return s, false
	}
	if len(t) < len(s) {
		return strings.TrimSpace(t[i:]), true
	}
	if i < len(t) && (t[i] == '.' || t[i] == ')') && (i+1 == len(t) || t[i+1] == ' ') {
		return strings.TrimSpace(t[i+1:]), true
	}
	return s, false
}

// scoreMarks writes a score as Go reads it.
var scoreMarks = strings.NewReplacer(" ", "", "\u00a0", "", "−", "-", "–", "-")

// votes reads a sum of votes that is all of s: "+5", "- 11", "0".
func votes(s string) (int, bool) {
	if s == "" || len(s) > 12 {
		return 0, false
	}
	n, err := strconv.Atoi(scoreMarks.Replace(s))
	return n, err == nil && -1e6 < n && n < 1e6
}

func signedNumber(s string) bool {
	return strings.HasPrefix(s, "+") || strings.HasPrefix(s, "-") || strings.HasPrefix(s, "−")
}
