package page

import (
	"fmt"
	"slices"
	"time"

	"github.com/parley-news/parley/internal/web/view"
)

// strip is a time line drawn without scripts: where marks and years stand on a line of
// stripWide units.
type strip struct {
	Marks []stripMark
	Years []stripYear
}

type stripMark struct {
	view.Mark
	X string
	Y int
}

type stripYear struct {
	X     string
	Label string
}

const (
	stripWide  = 1000
	stripEdge  = 12
	stripLanes = 5 // marks closer than they are wide stand above one another
	markWide   = 14
)

// stripOf places contacts on a line from the first to the last, nil when there are none.
func stripOf(all []view.Mark) *strip {
	type placed struct {
		view.Mark
		day time.Time
	}
	var marks []placed
	for _, m := range all {
		if day, err := time.Parse(time.DateOnly, m.From); err == nil {
			marks = append(marks, placed{m, day})
		}
	}
	if len(marks) == 0 {
		return nil
	}
	slices.SortStableFunc(marks, func(a, b placed) int { return a.day.Compare(b.day) })
	first, last := marks[0].day, marks[len(marks)-1].day
	length := max(last.Sub(first).Hours(), 24*60)
	at := func(t time.Time) float64 {
		return stripEdge + t.Sub(first).Hours()/length*(stripWide-2*stripEdge)
	}
	s := &strip{}
	free := make([]float64, stripLanes)
	for _, m := range marks {
		x, lane := at(m.day), 0
		for lane < stripLanes-1 && free[lane] > x {
			lane++
		}
		free[lane] = x + markWide
		s.Marks = append(s.Marks, stripMark{m.Mark, fmt.Sprintf("%.1f", x), 84 - lane*16})
	}
	step := 1 + (last.Year()-first.Year())/12
	for y := first.Year() + 1; y <= last.Year(); y += step {
		s.Years = append(s.Years, stripYear{fmt.Sprintf("%.1f", at(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC))), itoa(y)})
	}
	return s
}
