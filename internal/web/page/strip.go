package page

import (
	"fmt"
	"slices"
	"time"

	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

// strip is a time line drawn without scripts, in units of its viewBox: marks in lanes on a
// line from the first contact to the last, years as ticks, and the gaps.
type strip struct {
	Marks []stripMark
	Years []stripYear
	Gaps  []stripGap
}

// stripMark is a contact: At is where its sign stands, "x,y". Shape and Stroke are paths
// around 0,0, for its kind and its status.
type stripMark struct {
	view.Mark
	At            string
	Shape, Stroke string
}

type stripYear struct{ X, Label string }

// stripGap is a gap from X on, as wide as Wide; Label is true where there is room for a word
// at Middle.
type stripGap struct {
	view.Gap
	X, Wide, Middle string
	Label           bool
}

const (
	stripWide  = 1000
	stripEdge  = 14
	stripFoot  = 92 // where the lowest mark stands
	stripLanes = 5  // marks closer than they are wide stand above one another
	laneTall   = 17
	markWide   = 16
	wordWide   = 150 // the room that the word for a gap takes
)

// shapes are what kinds of contacts are drawn as, as the scripts have it, in 14 by 14 units.
var shapes = map[string]string{
	"call":    "M-6,0a6,6 0 1,0 12,0a6,6 0 1,0 -12,0Z",
	"video":   "M-4,-4.5H4A2,2 0 0 1 6.5,-2.5V2.5A2,2 0 0 1 4,4.5H-4A2,2 0 0 1 -6.5,2.5V-2.5A2,2 0 0 1 -4,-4.5Z",
	"meeting": "M-5.5,-5.5H5.5V5.5H-5.5Z",
	"talks":   "M0,-7L7,0L0,7L-7,0Z",
	"visit":   "M0,-6.5L6.5,5.5H-6.5Z",
	"letter":  "M-6.5,-4.5H6.5V4.5H-6.5ZM-6.5,-4.5L0,1L6.5,-4.5",
	"other":   "M-3.3,-5.8H3.3L6.6,0L3.3,5.8H-3.3L-6.6,0Z",
}

// signs are what is drawn over a shape for a status: a cross, or one stroke.
var signs = map[string]string{"denied": "M-8,-8L8,8M-8,8L8,-8", "cancelled": "M-9,5L9,-5"}

// Kinds are the kinds of contacts on the line, in the order of the records.
func (s *strip) Kinds() []string {
	return slices.DeleteFunc(slices.Clone(record.Kinds), func(kind string) bool {
		return !slices.ContainsFunc(s.Marks, func(m stripMark) bool { return m.Kind == kind })
	})
}

// stripOf places contacts and gaps on a line, nil where no contact has a day.
func stripOf(all []view.Mark, gaps []view.Gap) *strip {
	marks := slices.Clone(all)
	slices.SortStableFunc(marks, func(a, b view.Mark) int { return dayOf(a.From).Compare(dayOf(b.From)) })
	marks = slices.DeleteFunc(marks, func(m view.Mark) bool { return dayOf(m.From).IsZero() })
	if len(marks) == 0 {
		return nil
	}
	first, last := dayOf(marks[0].From), dayOf(marks[len(marks)-1].From)
	for _, g := range gaps { // the one that goes on reaches behind the last contact
		if to := dayOf(g.To); to.After(last) {
			last = to
		}
	}
	length := max(last.Sub(first).Hours(), 24*60)
	at := func(t time.Time) float64 {
		return stripEdge + t.Sub(first).Hours()/length*(stripWide-2*stripEdge)
	}
	s := &strip{}
	free := make([]float64, stripLanes)
	for _, m := range marks {
		x, lane := at(dayOf(m.From)), 0
		for lane < stripLanes-1 && free[lane] > x {
			lane++
		}
		free[lane] = x + markWide
		s.Marks = append(s.Marks, stripMark{m, fmt.Sprintf("%.1f,%d", x, stripFoot-lane*laneTall), shapes[m.Kind], signs[m.Status]})
	}
	for _, g := range gaps {
		from, to := at(dayOf(g.From))+markWide/2, at(dayOf(g.To))-markWide/2
		if g.Entry == "" {
			to += markWide / 2 // nothing stands at its end
		}
		if from >= stripEdge && to > from {
			s.Gaps = append(s.Gaps, stripGap{g, unit(from), unit(to - from), unit((from + to) / 2), to-from >= wordWide})
		}
	}
	step := 1 + (last.Year()-first.Year())/12
	for y := first.Year() + 1; y <= last.Year(); y += step {
		s.Years = append(s.Years, stripYear{unit(at(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC))), itoa(y)})
	}
	return s
}

func unit(x float64) string { return fmt.Sprintf("%.1f", x) }

// dayOf is a day, the zero time for what is none.
func dayOf(s string) time.Time {
	t, _ := time.Parse(time.DateOnly, s)
	return t
}
