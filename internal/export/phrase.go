package export

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/parley-news/parley/record"
)

var kindNames = map[string]string{
	"call": "Call", "video": "Video call", "meeting": "Meeting", "talks": "Talks", "visit": "Visit",
	"letter": "Letter", "other": "Contact",
}

func kindName(kind string) string { return named(kindNames[kind], kind) }

var statusStyles = map[string]style{
	"held": green, "ongoing": green, "scheduled": cyan, "proposed": yellow, "denied": red, "cancelled": red,
}

// fieldNames are the fields of accounts as a reader calls them.
var fieldNames = map[string]string{"initiator": "asked for by"}

func fieldName(field string) string {
	if n := fieldNames[field]; n != "" {
		return n
	}
	return spaced(field)
}

// spaced writes "peace-settlement" as two words.
func spaced(id string) string { return strings.ReplaceAll(id, "-", " ") }

// topicsNamed are the topics that their code does not name well.
var topicsNamed = map[string]string{
	"trade-economy": "trade and economy", "humanitarian": "humanitarian aid", "nato": "NATO", "european-union": "European Union",
	"united-nations": "United Nations", "multilateral-bodies": "international bodies", "science-technology": "science and technology",
	"culture-education": "culture and education", "consular": "consular matters", "meeting-preparation": "preparing a meeting",
	"territory": "territory and borders", "cyber": "cyber security",
}

func topicName(id string) string {
	if name := topicsNamed[id]; name != "" {
		return name
	}
	return spaced(id)
}

func topicNames(ids []string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = topicName(id)
	}
	return strings.Join(out, ", ")
}

// third writes an act as what somebody does: says, denies.
func third(act string) string {
	if strings.HasSuffix(act, "ny") {
		return strings.TrimSuffix(act, "y") + "ies"
	}
	return act + "s"
}

// does writes what the speaker of a statement does by it: "says", of several "say".
func does(s *record.Statement) string {
	if len(s.Speaker.Joint) > 0 {
		return s.Act
	}
	return third(s.Act)
}

// when writes an interval of days as shortly as it can be said.
func when(d *record.Date) string {
	if d == nil {
		return "no date"
	}
	s := interval(d.From, d.To)
	if d.Approximate {
		s = "about " + s
	}
	if d.Time != nil {
		s += " " + *d.Time
	}
	if d.Zone != nil {
		s += " (" + *d.Zone + ")"
	}
	return s
}

func interval(from, to string) string {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	const day, dayMonth, full = "2", "2 Jan", "2 Jan 2006"
	switch {
	case errA != nil || errB != nil:
		return strings.Trim(from+" – "+to, " –")
	case a.Equal(b):
		return a.Format(full)
	case a.Day() == 1 && b.Equal(a.AddDate(0, 1, -1)):
		return a.Format("Jan 2006")
	case a.YearDay() == 1 && b.Equal(a.AddDate(1, 0, -1)):
		return a.Format("2006")
	case a.Year() != b.Year():
		return a.Format(full) + " – " + b.Format(full)
	case a.Month() != b.Month():
		return a.Format(dayMonth) + " – " + b.Format(full)
	}
	return a.Format(day) + "–" + b.Format(full)
}

// Day writes a day as people read it, "18 Sep 2025"; nothing for none.
func Day(s string) string { return interval(s, s) }

var isoDuration = regexp.MustCompile(`^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$`)

// howLong writes an ISO 8601 duration as "1 h 30 min".
func howLong(iso string) string {
	m := isoDuration.FindStringSubmatch(iso)
	if m == nil {
		return iso
	}
	var out []string
	for i, unit := range []string{"d", "h", "min", "s"} {
		if n := strings.TrimLeft(m[i+1], "0"); n != "" {
			out = append(out, n+" "+unit)
		}
	}
	return strings.Join(out, " ")
}

func lasting(d *record.Duration) string {
	if d == nil {
		return ""
	}
	least, most := "", ""
	if d.Min != nil {
		least = howLong(*d.Min)
	}
	if d.Max != nil {
		most = howLong(*d.Max)
	}
	switch {
	case least == "" && most == "":
		return d.Text
	case least == most:
		return least
	case least == "":
		return "up to " + most
	case most == "":
		return "at least " + least
	}
	return least + " – " + most
}

// names are the states and organisations of a reading by their code.
type names struct {
	noted map[string]string
	other func(id string) string
}

func namesIn(r *record.Reading, other func(id string) string) names {
	n := names{noted: map[string]string{}, other: other}
	note := func(id, name string) {
		if id != "" && name != "" && n.noted[id] == "" {
			n.noted[id] = name
		}
	}
	for _, c := range r.Contacts {
		for _, p := range c.Parties {
			note(p.ID, p.Name)
		}
		for _, a := range c.About {
			note(a.ID, a.Name)
		}
		if c.Initiator != nil {
			note(c.Initiator.ID, c.Initiator.Name)
		}
	}
	for _, s := range r.Statements {
		for _, a := range append(append([]record.Actor{}, s.About...), s.Addressees...) {
			note(a.ID, a.Name)
		}
	}
	for _, c := range r.Commitments {
		note(c.Who.ID, c.Who.Name)
	}
	return n
}

// of returns the name of a state or organisation, its code when the reading
// does not name it.
func (n names) of(id string) string {
	if name := n.noted[id]; name != "" {
		return name
	}
	if n.other != nil {
		return n.other(id)
	}
	return id
}

func (n names) actor(a record.Actor) string {
	if a.Name != "" {
		return a.Name
	}
	return n.of(a.ID)
}

func (n names) actors(list []record.Actor) string {
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = n.actor(a)
	}
	return strings.Join(out, ", ")
}

// quoted shows evidence: the words, where they stand, and the rule.
func quoted(e record.Evidence) string {
	return fmt.Sprintf("“%s” %d–%d · %s", e.Text, e.Start, e.End, e.Rule)
}
