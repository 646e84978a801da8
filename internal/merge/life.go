package merge

import (
	"github.com/parley-news/parley/record"
)

// live goes through the parts and notes each step in the life of the contact when it
// became known.
func (s *story) live() {
	for i := range s.parts {
		p := &s.parts[i]
		next := s.step(p)
		if len(s.life) > 0 {
			last := &s.life[len(s.life)-1]
			if !follows(last, &next, p) {
				continue
			}
			if otherDays(last, &next) {
				s.plan = i
				if next.Status == "scheduled" {
					next.Step = "moved"
				}
			}
		}
		s.life = append(s.life, next)
	}
}

// step is the step that a part tells of.
func (s *story) step(p *Part) record.LifeStep {
	c := &p.Contact
	out := record.LifeStep{Status: c.Status, Step: c.Step, Announced: p.Document.Published, Words: p.wordsFor("status")}
	out.By, _ = p.issuer()
	if days, ok := spanOf(c.Date); ok {
		out.For = &record.Interval{From: days.from.String(), To: days.to.String()}
	}
	for _, a := range c.Accounts {
		for _, as := range a.Asserts {
			if a.Side != nil && as.Field == "status" && as.Value == c.Status {
				out.By, out.Words = a.Side, p.words(first(as.Evidence))
				return out
			}
		}
	}
	return out
}

// follows reports whether a part takes the life of the contact a step further than the
// last one, and does not only come back to it.
func follows(last, next *record.LifeStep, p *Part) bool {
	published := p.published()
	if published == Unknown && next.Status != "held" {
		return false
	}
	switch last.Status {
	case "held":
		return false // what took place can be disputed; it cannot be undone
	case "ongoing":
		return next.Status == "held" || next.Status == "cancelled"
	case "cancelled", "denied":
		switch next.Status {
		case "scheduled", "proposed": // a plan that lies ahead is a new one
			days, ok := spanOfInterval(next.For)
			return ok && days.to >= published && (last.For == nil || otherDays(last, next))
		case "denied":
			return false
		}
		return next.Status != last.Status
	case "scheduled":
		switch next.Status {
		case "scheduled":
			return fixes(last, next) || otherDays(last, next)
		case "proposed": // most that say so look back at how it came about
			return p.Contact.Main
		}
		return true
	}
	return next.Status != last.Status
}

// A plan for more days than openDays is open; it is fixed by one for no more than
// fixedDays.
const (
	openDays  = 7
	fixedDays = 3
)

// fixes reports whether a plan that was open gets its days.
func fixes(last, next *record.LifeStep) bool {
	old, planned := spanOfInterval(last.For)
	days, ok := spanOfInterval(next.For)
	return ok && days.width() <= fixedDays && (!planned || old.width() > openDays)
}

// otherDays reports whether a step is for other days than the one before.
func otherDays(last, next *record.LifeStep) bool {
	old, planned := spanOfInterval(last.For)
	days, ok := spanOfInterval(next.For)
	return planned && ok && !old.meets(days)
}

// status is that of the last step.
func (s *story) status() string { return s.life[len(s.life)-1].Status }
