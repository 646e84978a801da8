package export

import (
	"fmt"
	"strings"

	"github.com/parley-news/parley/record"
)

// stepWords say what the days of a step are to it.
var stepWords = map[string]string{
	"called-for": "called for, on %s", "proposed": "proposed for %s", "agreed": "agreed for %s", "scheduled": "scheduled for %s",
	"moved": "moved to %s", "postponed": "postponed (%s)", "cancelled": "cancelled, was to be %s", "refused": "refused, was to be %s",
	"no-plans": "no plans for %s", "said-not-to-have-happened": "said not to have happened %s", "held": "held %s", "ongoing": "going on %s",
}

// life prints the steps of an entry as a time line.
func (p *page) life(e *record.Entry, n names) {
	if len(e.Life) == 0 {
		return
	}
	p.line("")
	p.text(2, bold, "Life")
	for _, s := range e.Life {
		step := spaced(s.Step)
		if s.For != nil {
			step = fmt.Sprintf(stepWords[s.Step], interval(s.For.From, s.For.To))
		}
		parts := []string{p.look.paintWords(statusStyles[s.Status], step)}
		if s.By != nil {
			parts = append(parts, "told by "+n.of(*s.By))
		}
		p.row(day(s.Announced), unmarked, strings.Join(append(parts, sourceOf(e, s.Document)), " · "))
		if p.look.Explain {
			p.text(labelWidth, faint, fmt.Sprintf("“%s” %d–%d", s.Text, s.Start, s.End))
		}
	}
}

// day writes a day, or that there is none.
func day(s *string) string {
	if s == nil {
		return "no date"
	}
	return interval(*s, *s)
}
