package export

import (
	"slices"
	"strings"
	"time"

	"github.com/parley-news/parley/record"
)

// told is an entry in the words of formats that are read by persons: calendars and feeds.
type told struct {
	title string
	// lines are what is known of it, a line each.
	lines []string
	// updated is when the last of it became known, UTC.
	updated time.Time
}

// tell puts an entry in words. Like everything in an export it depends on the entry
// alone, and not on the day on which it is written.
func (t *tables) tell(e *record.Entry) told {
	r := asReading(e, false)
	n := namesIn(&r, t.name)
	w := told{title: titleOf(e), updated: updatedAt(e)}
	w.note(e, "Status", statusWords(e.Status, e.Step), "status")
	if e.Date != nil {
		w.note(e, "When", when(e.Date), "date")
	}
	w.note(e, "Where", placeLine(e.Place, n), "place")
	w.note(e, "People", strings.Join(each(e.People, func(p record.Person) string { return personLine(p, n) }), "; "), "people")
	w.note(e, "Asked for by", initiatorLine(e.Initiator, n), "initiator")
	w.note(e, "Lasted", lasting(e.Duration), "duration")
	w.note(e, "Topics", topicNames(e.Topics), "topics")
	w.note(e, "About", n.actors(e.About), "")
	w.note(e, "Outcome", value(e.Outcome), "outcome")
	for _, d := range e.Divergences {
		sides := each(d.Sides, func(s record.EntrySays) string {
			return n.of(s.Side) + " says " + said(record.Assertion{Field: d.Field, Value: s.Says}, n)
		})
		w.lines = append(w.lines, "Accounts differ, "+fieldName(d.Field)+": "+strings.Join(sides, "; "))
	}
	for _, same := range together(r.OnlyOneSide, e.ID) {
		w.lines = append(w.lines, "O"+onlySays(same, n)[1:])
	}
	for _, s := range e.Life {
		w.lines = append(w.lines, "Step: "+lifeWords(&s, n))
	}
	for _, m := range documentsOf(e) {
		w.lines = append(w.lines, "Source: "+sourceWords(&m))
	}
	for _, c := range e.Corrections {
		w.lines = append(w.lines, "Corrected by hand: "+Corrected(c)+" ("+c.Author+": "+c.Reason+")")
	}
	if e.Rejected {
		w.lines = append(w.lines, "Rejected: a person has said that this is no contact")
	}
	w.lines = each(w.lines, cleanText)
	return w
}

// note adds a line about a field; nothing where nothing is known and nobody differs.
func (w *told) note(e *record.Entry, label, s, field string) {
	if slices.Contains(e.Disputed, field) {
		s = strings.TrimSpace(s + " (disputed)")
	}
	if s != "" {
		w.lines = append(w.lines, label+": "+s)
	}
}

// titleOf writes "Call: France – Russia (disputed: asked for by)".
func titleOf(e *record.Entry) string {
	kind := kindNames[e.Kind]
	if e.Summit {
		kind += " (summit)"
	}
	who := each(partsOf(e), func(p part) string { return p.name })
	if len(who) == 0 {
		who = each(e.People, personName)
	}
	title := kind
	if len(who) > 0 {
		title += ": " + strings.Join(who, " – ")
	}
	var marks []string
	if e.Status != "held" {
		marks = append(marks, statusWords(e.Status, e.Step))
	}
	if len(e.Disputed) > 0 {
		marks = append(marks, "disputed: "+strings.Join(each(e.Disputed, fieldName), ", "))
	}
	if e.Rejected {
		marks = append(marks, "rejected")
	}
	if len(marks) > 0 {
		title += " (" + strings.Join(marks, "; ") + ")"
	}
	return cleanText(title)
}

// statusWords writes "cancelled, postponed", and once what is the same.
func statusWords(status, step string) string {
	if step == "" || step == status {
		return status
	}
	return status + ", " + spaced(step)
}

func lifeWords(s *record.LifeStep, n names) string {
	out := spaced(s.Step)
	if s.For != nil {
		out += ", " + interval(s.For.From, s.For.To)
	}
	if s.Announced != nil {
		out += ", known since " + interval(*s.Announced, *s.Announced)
	}
	if s.By != nil {
		out += ", by " + n.of(*s.By)
	}
	return out
}

func sourceWords(m *record.Member) string {
	var parts []string
	for _, s := range []string{value(m.Outlet), value(m.Published), m.Title, value(m.URL)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return m.Document
	}
	return strings.Join(parts, ", ")
}

// beginning stands for a moment that is not known, in formats that must have one.
var beginning = time.Unix(0, 0).UTC()

// updatedAt is the last moment of which an entry bears a trace: the day on which a
// document came out or a step became known, or when a person mended it. It is beginning for
// an entry without any.
func updatedAt(e *record.Entry) time.Time {
	last := beginning
	note := func(layout, s string) {
		if at, err := time.Parse(layout, s); err == nil && at.After(last) {
			last = at.UTC()
		}
	}
	for i := range e.Members {
		note(time.DateOnly, value(e.Members[i].Published))
	}
	for i := range e.Life {
		note(time.DateOnly, value(e.Life[i].Announced))
	}
	for i := range e.Corrections {
		note(time.RFC3339, e.Corrections[i].At)
	}
	return last.Truncate(time.Second)
}
