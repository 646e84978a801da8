package resolve

import (
	"time"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/record"
)

// precision orders kinds of date mention, the most exact first.
var precision = map[dates.Kind]int{dates.Day: 5, dates.Range: 4, dates.Week: 3, dates.Month: 2, dates.Year: 1}

// bestDate returns the date a mention gives itself: the most exact of its
// clause, of equals the nearest to its cue.
func (r *reader) bestDate(k *extract.Candidate) (dates.Mention, bool) {
	var best dates.Mention
	found, score := false, 0
	for _, d := range k.Dates {
		p := precision[d.Kind]
		if p == 0 {
			continue
		}
		d = r.lx.Dates.Resolve(d, r.d.Published, k.Future && d.Direction != dates.Past)
		if !d.Resolved || d.From.IsZero() || d.To.IsZero() {
			continue
		}
		dist := d.First - k.Cue.Last
		if d.First < k.Cue.First {
			dist = k.Cue.First - d.Last
		}
		if s := p*1000 - dist; !found || s > score {
			best, found, score = d, true, s
		}
	}
	return best, found
}

// date settles the date of a contact over its mentions.
func (r *reader) date(c *contact) (*record.Date, *mention, dates.Mention) {
	var best dates.Mention
	var from *mention
	for _, m := range c.mentions {
		if phase(m.Step) != phase(c.step) && m.StepSure {
			continue
		}
		if d, ok := r.bestDate(m.Candidate); ok && (from == nil || precision[d.Kind] > precision[best.Kind]) {
			best, from = d, m
		}
	}
	if from == nil {
		return nil, nil, best
	}
	out := &record.Date{
		From: best.From.Format(time.DateOnly), To: best.To.Format(time.DateOnly), Basis: string(best.Basis),
		Approximate: best.Approximate, Text: r.d.Words(best.First, best.Last),
	}
	if best.Clock != "" {
		out.Time = &best.Clock
		if best.Zone != "" {
			out.Zone = &best.Zone
		}
	}
	return out, from, best
}
