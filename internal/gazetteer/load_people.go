package gazetteer

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"time"

	"github.com/parley-news/parley/internal/table"
)

func (l *loader) persons() {
	for _, r := range l.Rows("persons.tsv", "name", "country", "gender", "native", "short", "aliases") {
		p := &Person{
			Name: r.Cells[0], Country: l.actor(r, 1), Gender: l.oneOf(r, 2, "m", "f", ""),
			Native: r.Cells[3], Short: r.List(4), Aliases: r.List(5),
		}
		if p.Native != "" && !IsLatin(p.Native) {
			p.Spellings = append(p.Spellings, p.Native)
		}
		put(l, l.w.Persons, r, p)
	}
}

// spellings reads how languages of other scripts write names, several where usage
// differs.
func (l *loader) spellings() {
	languages := []string{"ru", "uk", "ar"}
	for _, r := range l.Rows("spellings.tsv", slices.Concat([]string{"person"}, languages)...) {
		p := l.w.Persons[r.Cells[0]]
		if p == nil {
			l.Wrong(r, 0, fmt.Errorf("%w: %q is not in persons.tsv", ErrDangling, r.Cells[0]))
			continue
		}
		p.Press = map[string]string{}
		for cell := 1; cell < len(r.Cells); cell++ {
			for i, s := range r.List(cell) {
				if IsLatin(s) {
					l.Wrong(r, cell, fmt.Errorf("%w: %q is in no other script", table.ErrFormat, s))
				}
				if i == 0 {
					p.Press[languages[cell-1]] = s
				}
				p.Spellings = append(p.Spellings, s)
			}
		}
	}
}

func (l *loader) holders() {
	for _, r := range l.Rows("holders.tsv", "person", "office", "of", "from", "to") {
		p := l.w.Persons[r.Cells[0]]
		if p == nil {
			l.Wrong(r, 0, fmt.Errorf("%w: %q is not in persons.tsv", ErrDangling, r.Cells[0]))
			continue
		}
		of := r.Cells[2]
		if l.w.Groups[of] == nil && l.w.Institutions[of] == nil {
			of = l.actor(r, 2)
		}
		h := Holding{Person: p, Office: l.office(r, 1), Of: of, Line: r.Line}
		h.From, h.surelyFrom = l.day(r, 3)
		if r.Cells[4] != "" {
			h.surelyTo, h.To = l.day(r, 4)
		}
		if !h.To.IsZero() && h.To.Before(h.From) {
			l.Wrong(r, 4, fmt.Errorf("%w: the term ends before it begins", table.ErrFormat))
		}
		p.Holdings = append(p.Holdings, h)
		l.w.holdings[post{of, h.Office}] = append(l.w.holdings[post{of, h.Office}], h)
	}
	for _, hs := range l.w.holdings {
		sort.SliceStable(hs, func(i, j int) bool { return hs[i].From.Before(hs[j].From) })
	}
}

func (l *loader) notes() {
	for _, r := range l.Rows("notes.tsv", "of", "office", "from", "to", "note") {
		n := Note{Of: l.actor(r, 0), Office: l.office(r, 1), Text: r.Cells[4]}
		n.From, _ = l.day(r, 2)
		if r.Cells[3] != "" {
			_, n.To = l.day(r, 3)
		}
		if n.Text == "" {
			l.Wrong(r, 4, fmt.Errorf("%w: the note is empty", table.ErrFormat))
		}
		l.w.Notes = append(l.w.Notes, n)
	}
}

func (l *loader) complete() {
	for _, r := range l.Rows("complete.tsv", "of", "office", "since") {
		since, _ := l.day(r, 2)
		l.w.Complete = append(l.w.Complete, Must{l.actor(r, 0), l.office(r, 1), since})
	}
}

// day reads a day, a month or a year and returns its first and its last day.
func (l *loader) day(r table.Row, cell int) (first, last time.Time) {
	s := r.Cells[cell]
	if first, ok := l.days[s]; ok { // most terms begin on the day another ends
		return first, first
	}
	if t, err := time.Parse("2006-01-02", s); err == nil {
		l.days[s] = t
		return t, t
	}
	if t, err := time.Parse("2006-01", s); err == nil {
		return t, t.AddDate(0, 1, -1)
	}
	t, err := time.Parse("2006", s)
	if err != nil {
		l.Wrong(r, cell, fmt.Errorf("%w: %q is no day (2006-01-02), month or year", table.ErrFormat, s))
	}
	return t, t.AddDate(1, 0, -1)
}

func sortedKeys[T any](m map[string]T) []string {
	return slices.Sorted(maps.Keys(m))
}
