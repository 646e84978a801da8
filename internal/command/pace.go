package command

import (
	"fmt"
	"strings"
	"time"
)

// pace tells how fast documents go and when the last one will be done, by what became of
// those of the last while: documents that are passed over go faster than those that are
// read, and the ones come after the others.
type pace struct{ marks []mark }

// mark is how far the work had come at a time.
type mark struct {
	at        time.Time
	documents int
	bytes     int64
}

// recent is how far back a pace looks.
const recent = 15 * time.Second

func (p *pace) note(m mark) {
	p.marks = append(p.marks, m)
	for len(p.marks) > 2 && m.at.Sub(p.marks[1].at) >= recent {
		p.marks = p.marks[1:]
	}
}

// to says how many documents there are by now, how many a second and, where the total of
// bytes is known (not 0), how long the rest will take.
func (p *pace) to(total int64) string {
	first, last := p.marks[0], p.marks[len(p.marks)-1]
	s := counted(last.documents, "document")
	took := last.at.Sub(first.at).Seconds()
	if last.documents == first.documents || took <= 0 {
		return s
	}
	rate, digits := float64(last.documents-first.documents)/took, 0
	if rate < 10 {
		digits = 1
	}
	s += fmt.Sprintf(", %.*f a second", digits, rate)
	if done := last.bytes - first.bytes; total > 0 && done > 0 {
		rest := took * float64(max(0, total-last.bytes)) / float64(done)
		s += ", " + roughly(time.Duration(rest*float64(time.Second))) + " left"
	}
	return s
}

// roughly writes a time that nobody knows to the second.
func roughly(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()))
	case d < time.Hour:
		return fmt.Sprintf("%d min", int(d.Minutes()))
	}
	return fmt.Sprintf("%d h %d min", int(d.Hours()), int(d.Minutes())%60)
}

// counted writes "1 document", "2 documents", "2 entries".
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if y, ok := strings.CutSuffix(what, "y"); ok {
		what = y + "ie"
	}
	return fmt.Sprintf("%d %ss", n, what)
}
