package merge

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/parley-news/parley/record"
)

// Day counts days from 1970-01-01. Unknown is no day.
type Day int32

// Unknown stands for a day that nothing gives.
const Unknown Day = -1 << 31

// ParseDay returns the day of "2006-01-02", or Unknown.
func ParseDay(s string) Day {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Unknown
	}
	return Day(t.Unix() / (24 * 60 * 60))
}

// String returns the day as "2006-01-02".
func (d Day) String() string {
	return time.Unix(int64(d)*24*60*60, 0).UTC().Format(time.DateOnly)
}

// Mention is a contact of a reading with what merging looks at.
type Mention struct {
	record.Ref
	Published Day
	// From and To are the days on which it can have taken place, both included: its
	// own date, or what the day of publication and its status leave open. Both are
	// Unknown when nothing is known.
	From, To Day
	// Dated is true when the text gives the days.
	Dated                    bool
	Kind, Mode, Status, Step string
	Summit, Main             bool
	Parties                  []Side // sorted by ID
	People                   []Who  // sorted by ID
	// Place is its name; Country is that of the place.
	Place, Country string
	Topics         []string // sorted
	// Initiator is the id of a party, or "".
	Initiator string
}

// Side is a party of a mention.
type Side struct{ ID, Role string }

// Who is a person of a mention. ID is record.Person.ID, else the name in small letters.
type Who struct {
	ID, Country string
	Inferred    bool
}

// NewMention takes from a contact of a document what merging looks at.
func NewMention(d *record.Document, c *record.Contact) *Mention {
	m := &Mention{
		Ref:       record.Ref{Document: d.ID, Contact: c.ID},
		Published: ParseDay(or(d.Published)),
		Kind:      c.Kind, Mode: c.Mode, Status: c.Status, Step: c.Step,
		Summit: c.Summit, Main: c.Main,
		Topics: slices.Sorted(slices.Values(c.Topics)),
	}
	for _, p := range c.Parties {
		m.Parties = append(m.Parties, Side{ID: p.ID, Role: p.Role})
	}
	slices.SortFunc(m.Parties, func(a, b Side) int { return cmp.Compare(a.ID, b.ID) })
	for _, p := range c.People {
		if p.Role != "principal" {
			continue
		}
		id := or(p.ID)
		if id == "" {
			id = strings.ToLower(p.Name)
		}
		m.People = append(m.People, Who{ID: id, Country: or(p.Country), Inferred: p.Inferred})
	}
	slices.SortFunc(m.People, func(a, b Who) int { return cmp.Compare(a.ID, b.ID) })
	if c.Place != nil {
		m.Place, m.Country = c.Place.Name, or(c.Place.Country)
	}
	if c.Initiator != nil {
		m.Initiator = c.Initiator.ID
	}
	m.From, m.To, m.Dated = days(m, c)
	return m
}

func or(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// How far from the day of publication a contact without a day can lie. News tells of
// what was just held or comes soon; a mention in passing reaches further back.
const (
	newsBack     = 10
	passingBack  = 150
	plannedAhead = 180
	changedBack  = 45
	changedAhead = 60
)

// days returns the days on which a contact can have taken place.
func days(m *Mention, c *record.Contact) (from, to Day, dated bool) {
	if c.Date != nil {
		from, to = ParseDay(c.Date.From), ParseDay(c.Date.To)
		if from != Unknown && to != Unknown && from <= to {
			return from, to, true
		}
	}
	p := m.Published
	switch {
	case p == Unknown:
		return Unknown, Unknown, false
	case m.Status == "held" && m.Main:
		return p - newsBack, p, false
	case m.Status == "held", m.Status == "ongoing" && !m.Main:
		return p - passingBack, p, false
	case m.Status == "ongoing":
		return p - newsBack, p + 1, false
	case m.Status == "scheduled", m.Status == "proposed":
		return p, p + plannedAhead, false
	}
	return p - changedBack, p + changedAhead, false // denied, cancelled
}

// width is how many days lie between the first and the last.
func (m *Mention) width() Day { return m.To - m.From }

// exact reports whether the text gives the day, or a few.
func (m *Mention) exact() bool { return m.Dated && m.width() <= 3 }

// before is the canonical order of mentions: those whose day is known best come first,
// then those of earlier days. A mention is linked to earlier ones only.
func before(a, b *Mention) bool { return compare(a, b) < 0 }

func compare(a, b *Mention) int {
	if c := cmp.Compare(a.vagueness(), b.vagueness()); c != 0 {
		return c
	}
	if c := cmp.Compare(a.From, b.From); c != 0 {
		return c
	}
	return compareRefs(a.Ref, b.Ref)
}

// vagueness is 0 for a mention with its day, 1 with its week or month, 2 without.
func (m *Mention) vagueness() int {
	switch {
	case m.exact():
		return 0
	case m.Dated:
		return 1
	}
	return 2
}

// compareRefs orders by contact first, whose smallest is the id of an entry.
func compareRefs(a, b record.Ref) int {
	return cmp.Or(cmp.Compare(a.Contact, b.Contact), cmp.Compare(a.Document, b.Document))
}
