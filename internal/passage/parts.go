package passage

import (
	"strings"

	"github.com/parley-news/parley/internal/text"
	"github.com/parley-news/parley/record"
)

// How far into a page a title is sought, in lines that hold anything.
const headerLines = 12

// title finds the title: the first line that reads like one and stands before
// the running text.
func (d *document) title(given string) {
	given = text.Fold(strings.Join(strings.Fields(given), " "))
	limit := min(len(d.lines), headerLines)
	for i := range limit {
		l := &d.lines[i]
		if given != "" && text.Fold(strings.Join(strings.Fields(l.s), " ")) == given {
			d.setTitle(i)
			return
		}
	}
	fallback := -1
	var found []int
	for i := 0; i < limit && i <= d.first; i++ {
		l := &d.lines[i]
		if l.role != "" || l.kind == stamped {
			continue
		}
		if strings.HasSuffix(l.s, "|") {
			continue
		}
		if !l.headline() || l.bullet || clockFirst(l) || strings.HasSuffix(l.s, ":") || strings.HasSuffix(l.s, ",") || strings.HasSuffix(l.s, ";") {
			break
		}
		if !d.bodyAfter(i) {
			break
		}
		if l.words >= 4 {
			found = append(found, i)
		} else if fallback < 0 {
			fallback = i
		}
	}
	// The title shares its words with what follows; the motto of a site and
	// the name of a section do not.
	if len(found) > 0 {
		d.titleAmong(found)
		return
	}
	switch {
	case fallback >= 0:
		d.setTitle(fallback)
	case limit > 0 && d.first > 0 && d.first < len(d.lines):
		// "VIDEO: The two leaders meet" on top of a page is its title.
		if l := &d.lines[0]; (l.kind == credit || l.kind == recommended) && l.headline() && l.words >= 5 && d.labelled(l) {
			d.setTitle(0)
		}
	}
}

// titleAmong makes the first line a title that shares enough words with what
// follows, and those before it furniture.
func (d *document) titleAmong(found []int) {
	best := 0.0
	share := make([]float64, len(found))
	if len(found) > 1 {
		topic := d.topic()
		for k, i := range found {
			share[k] = topic.share(d.lines[i].toks)
			best = max(best, share[k])
		}
	}
	for k, i := range found {
		if share[k]*2 >= best {
			d.setTitle(i)
			return
		}
		d.lines[i].role = record.RoleFurniture
	}
}

// labelled reports whether a line starts with a phrase and its mark.
func (d *document) labelled(l *line) bool {
	found := false
	d.phrases.find(l.toks, func(h hit) bool {
		found = found || h.kind == l.kind && h.from <= 1 && h.words[len(h.words)-1] == separator
		return !found
	})
	return found && !d.caption(0)
}

func (d *document) setTitle(i int) {
	d.titleAt = i
	d.lines[i].role = record.RoleTitle
	if d.first == i { // a title that ends as a sentence does
		d.first = len(d.lines)
		for k := i + 1; k < len(d.lines); k++ {
			if l := &d.lines[k]; l.role == "" && l.prose() {
				d.first = k
				break
			}
		}
	}
}

// bodyAfter reports whether a longer text with a sentence in it follows line i.
func (d *document) bodyAfter(i int) bool {
	want, sentence := len(d.lines[i].s), false
	for k := i + 1; k < len(d.lines); k++ {
		d.steps++
		l := &d.lines[k]
		if l.role == "" {
			want -= len(l.s)
			sentence = sentence || l.stop || l.prose()
		}
		if want < 0 && sentence {
			return true
		}
	}
	return false
}

// header judges what stands between the top of the page and the running text:
// days, names of sections, lone words.
func (d *document) header() {
	end := min(d.first, len(d.lines))
	if d.last < 0 {
		end = 0
	}
	for i := range end {
		l := &d.lines[i]
		if l.role != "" {
			continue
		}
		kicker := i < d.titleAt && l.words <= 3
		lone := l.words <= 2 && !l.stop && !l.bullet && !strings.HasSuffix(l.s, ":")
		if l.kind == stamped || kicker || lone {
			l.role = record.RoleFurniture
		}
	}
}

// lists follows every head of a link list as far as its links go.
func (d *document) lists() {
	for i := 0; i < len(d.lines); i++ {
		l := &d.lines[i]
		if l.role != record.RoleFurniture || !d.opensList(l) {
			continue
		}
		i = d.list(i) - 1
	}
}

// opensList reports whether a line is a head with nothing behind it.
func (d *document) opensList(l *line) bool {
	if l.kind != recommended && l.kind != tags {
		return false
	}
	whole := false
	d.phrases.find(l.toks, func(h hit) bool {
		whole = h.kind == l.kind && (!h.open || h.next >= len(l.toks))
		return !whole
	})
	return whole
}

// list marks the links behind the head at line i and returns the line after
// them.
func (d *document) list(i int) int {
	short := d.lines[i].kind == tags
	n, last := 0, -1
	k := i + 1
	for ; k < len(d.lines); k++ {
		d.steps++
		l := &d.lines[k]
		if l.role == record.RoleComment || l.role == record.RoleTitle {
			break
		}
		if l.role != "" {
			continue
		}
		if l.prose() && !d.teaser(l) || short && (l.words > 4 || l.gap && n > 0) {
			break
		}
		l.role, l.kind = record.RoleFurniture, listed
		n, last = n+1, k
	}
	// Where the report goes on, a line set off from the links heads its next
	// part.
	if k < len(d.lines) && d.lines[k].role == "" && n >= 2 && d.lines[last].gap && last == k-1 {
		d.lines[last].role, d.lines[last].kind = "", plain
	}
	return max(k, i+1)
}

// teaser reports whether a line is the start of another article: it breaks
// off.
func (d *document) teaser(l *line) bool {
	return l.ellipsis || strings.HasSuffix(l.s, "[…]") || strings.HasSuffix(l.s, "[...]")
}

// tail judges what stands behind the last line of running text.
func (d *document) tail() {
	if d.last < 0 {
		return
	}
	var run []int
	flush := func() {
		// One such line can be the end of the report, and so can many in a
		// text that does without full stops; else they are links.
		if len(run) >= 3 && d.sentences >= enough || len(run) == 2 && d.sentences >= sure {
			for _, k := range run {
				d.drop(k)
			}
		}
		run = run[:0]
	}
	for i := d.behind(); i < len(d.lines); i++ {
		l := &d.lines[i]
		switch {
		case l.role == record.RoleFurniture:
		case l.role != "":
			flush()
		case l.kind == stamped, l.words <= 3 && !l.stop && !l.bullet:
			l.role = record.RoleFurniture
		case l.headline() && !l.bullet && !l.opens(), !l.stop && len(run) >= enough:
			run = append(run, i)
		default:
			// One line of report among them, and none of them is sure.
			run = run[:0]
		}
	}
	flush()
}

// behind returns the first line behind the report's last line of prose; in a
// report whose sentences end in stops, that one does as well.
func (d *document) behind() int {
	if d.sentences < enough {
		return d.last + 1
	}
	for i := d.last; i > d.first; i-- {
		if l := &d.lines[i]; l.role == "" && l.prose() && l.stop {
			return i + 1
		}
	}
	return d.last + 1
}
