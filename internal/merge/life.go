package merge

import (
	"github.com/parley-news/parley/record"
)

// life returns the steps in the life of a contact in the order in which they became
// known, and the first part that speaks of its present plan.
func life(t *story) (steps []record.LifeStep, plan int) {
	for i := range t.parts {
		p := &t.parts[i]
		if len(steps) > 0 && !t.changes(&steps[len(steps)-1], p) {
			continue
		}
		next := t.step(p)
		if len(steps) > 0 && moves(&steps[len(steps)-1], &next) {
			plan = i
			if next.Step == "scheduled" {
				next.Step = "moved"
			}
		}
		steps = append(steps, next)
	}
	return steps, plan
}

// step is the step that a part tells of.
func (t *story) step(p *Part) record.LifeStep {
	s := record.LifeStep{Status: p.Contact.Status, Step: p.Contact.Step, Announced: p.Document.Published, Words: p.wordsOf("status")}
	if days, ok := spanOf(p.Contact.Date); ok {
		s.For = days.interval()
	}
	for _, a := range p.Contact.Accounts {
		for _, as := range a.Asserts {
			if a.Side != nil && as.Field == "status" && as.Value == s.Status {
				s.By, s.Words = a.Side, p.words(first(as.Evidence))
				return s
			}
		}
	}
	return s
}

// changes reports whether a part tells of a step after the last one, and does not only
// come back to the contact.
func (t *story) changes(last *record.LifeStep, p *Part) bool {
	status := p.Contact.Status
	days, dated := spanOf(p.Contact.Date)
	published := p.published()
	switch last.Status {
	case "held":
		return false // what is over stays so: it can only be disputed
	case "ongoing":
		return status == "held"
	case "cancelled", "denied":
		if status == "scheduled" || status == "proposed" {
			// Only what lies ahead is a new plan; the rest tells of the old one.
			return dated && published != Unknown && days.to >= published && newDays(last, days)
		}
		return status != last.Status && !(last.Status == "cancelled" && status == "denied")
	}
	if status == last.Status {
		return status == "scheduled" && dated && fixes(last, days)
	}
	return true
}

// A plan without days, or within more than these, is fixed by one within few.
const (
	openDays  = 7
	fixedDays = 3
)

// fixes reports whether a plan gets its days, or others than it had.
func fixes(last *record.LifeStep, days span) bool {
	old, ok := spanOfInterval(last.For)
	if !ok || old.overlaps(days) {
		return (!ok || old.width() > openDays) && days.width() <= fixedDays
	}
	return !old.meets(days)
}

func newDays(last *record.LifeStep, days span) bool {
	old, ok := spanOfInterval(last.For)
	return !ok || !old.meets(days)
}

// moves reports whether a step has other days than the one before.
func moves(last, next *record.LifeStep) bool {
	old, ok := spanOfInterval(last.For)
	days, dated := spanOfInterval(next.For)
	return ok && dated && !old.meets(days)
}

func spanOfInterval(i *record.Interval) (span, bool) {
	if i == nil {
		return span{}, false
	}
	return spanOf(&record.Date{From: i.From, To: i.To})
}

func first(evidence []int) int {
	if len(evidence) == 0 {
		return -1
	}
	return evidence[0]
}
