package merge

import (
	"encoding/json"
	"slices"
)

// Aspect is one thing that two mentions are compared by.
type Aspect int

// The aspects, in the order in which they are told.
const (
	Parties Aspect = iota
	Time
	People
	Kind
	Place
	Life
	Subject
	aspects
)

// String names an aspect.
func (a Aspect) String() string {
	return [...]string{"parties", "time", "people", "kind", "place", "life", "subject"}[a]
}

// Points says how well two mentions go together, by aspect.
type Points [aspects]int

// MarshalJSON writes the points that are not 0 by the names of their aspects.
func (p Points) MarshalJSON() ([]byte, error) {
	named := map[string]int{}
	for a, n := range p {
		if n != 0 {
			named[Aspect(a).String()] = n
		}
	}
	return json.Marshal(named)
}

// Sum is the whole fit.
func (p *Points) Sum() int {
	n := 0
	for _, v := range p {
		n += v
	}
	return n
}

// Enough is the fit from which on two mentions can be the same contact.
const Enough = 50

var comparisons = []struct {
	aspect  Aspect
	compare func(a, b *Mention) (int, bool)
}{
	{Parties, fitParties}, {Kind, fitKind}, {Time, fitTime}, {People, fitPeople},
	{Place, fitPlace}, {Life, fitLife}, {Subject, fitSubject},
}

// Fit compares two mentions. ok is false when they cannot be the same contact. It is the
// same either way round.
func Fit(a, b *Mention) (p Points, ok bool) {
	if a.Document == b.Document {
		return p, false
	}
	for _, by := range comparisons {
		n, ok := by.compare(a, b)
		if !ok {
			return p, false
		}
		p[by.aspect] = n
	}
	return p, p.Sum() >= Enough
}

// fitParties asks for the same parties, or those of one among those of the other: who
// mediates or receives is often left out.
func fitParties(a, b *Mention) (int, bool) {
	shared := 0
	for _, p := range a.Parties {
		if slices.ContainsFunc(b.Parties, func(q Side) bool { return q.ID == p.ID }) {
			shared++
		}
	}
	n, m := len(a.Parties), len(b.Parties)
	switch {
	case shared == n && shared == m:
		return 30, true
	case shared < 2:
		return 0, false
	case shared == min(n, m):
		switch {
		case extrasStandBy(a, b) && extrasStandBy(b, a):
			return 25, true
		case shared == 2 && (extraSpeaks(a, b) || extraSpeaks(b, a)):
			return -20, true
		}
		return 15, true
	}
	return 20 * shared / (n + m - shared), true
}

// extras are the parties of a that b does not have.
func extras(a, b *Mention) []Side {
	return slices.DeleteFunc(slices.Clone(a.Parties), func(p Side) bool {
		return slices.ContainsFunc(b.Parties, func(q Side) bool { return q.ID == p.ID })
	})
}

// extrasStandBy reports whether the extras of a only mediate, watch or receive.
func extrasStandBy(a, b *Mention) bool {
	return !slices.ContainsFunc(extras(a, b), func(p Side) bool {
		return p.Role != "mediator" && p.Role != "observer" && p.Role != "host" && p.ID != a.Country && p.ID != b.Country
	})
}

// extraSpeaks reports whether somebody takes part for one of the extras of a: three are at
// one table, and the third is not only named beside two.
func extraSpeaks(a, b *Mention) bool {
	return slices.ContainsFunc(extras(a, b), func(p Side) bool { return len(speakers(a, p.ID)) > 0 })
}

// The groups of kinds: what is said over a distance and what is said face to face.
var media = map[string]string{
	"call": "remote", "video": "remote", "meeting": "in person", "visit": "in person",
	"talks": "in person", "other": "", "letter": "letter",
}

func fitKind(a, b *Mention) (int, bool) {
	ma, mb := media[a.Kind], media[b.Kind]
	switch {
	case a.Kind == b.Kind:
		return 10, true
	case ma == "letter", mb == "letter":
		return 0, false
	case ma == "", mb == "":
		return 3, true
	case ma == mb:
		return 7, true
	case a.Kind == "talks", b.Kind == "talks": // "held talks by telephone"
		return 0, true
	case a.Kind == "video" || b.Kind == "video": // "a virtual meeting"
		return -10, a.Kind == "meeting" || b.Kind == "meeting"
	}
	return 0, false
}

// fitTime compares the days. Both known to the day count most.
func fitTime(a, b *Mention) (int, bool) {
	if a.From == Unknown || b.From == Unknown {
		return 0, false
	}
	gap := max(a.From, b.From) - min(a.To, b.To)
	if gap > nearDays {
		return fitMoved(gap), otherPlans(a, b)
	}
	if a.Dated && b.Dated {
		return fitDates(a, b, gap), true
	}
	// One of them leaves the day open: the nearer, the likelier.
	away := distance(a, b)
	switch {
	case away <= 3:
		return 12, true
	case away <= 14:
		return 8, true
	case away <= 45:
		return 3, true
	case away <= 90:
		return -5, true
	}
	return -12, true
}

// fitMoved compares a plan with one that was moved by so many days.
func fitMoved(by Day) int {
	switch {
	case by <= 14:
		return 12
	case by <= 31:
		return 8
	}
	return 3
}

func fitDates(a, b *Mention, gap Day) int {
	wide := max(a.width(), b.width())
	switch {
	case gap == 1:
		return -5
	case wide <= 3:
		return 25
	case wide <= 14:
		return 18
	case wide <= 31:
		return 14
	}
	return 6
}

// distance is how many days lie between what is known of when the two were: the day
// itself, or that of the news.
func distance(a, b *Mention) Day {
	at := func(m *Mention) (from, to Day) {
		if m.Dated {
			return m.From, m.To
		}
		return m.Published, m.Published
	}
	af, at1 := at(a)
	bf, bt := at(b)
	return max(0, max(af, bf)-min(at1, bt))
}

// fitPeople compares who speaks for each party that both have somebody for.
func fitPeople(a, b *Mention) (int, bool) {
	same := 0
	for _, p := range a.People {
		if slices.ContainsFunc(b.People, func(q Who) bool { return q.ID == p.ID }) {
			same++
		}
	}
	agree, differ := 0, 0
	for _, side := range a.Parties {
		ours, theirs := speakers(a, side.ID), speakers(b, side.ID)
		if len(ours) == 0 || len(theirs) == 0 {
			continue
		}
		switch {
		case slices.ContainsFunc(ours, func(p Who) bool {
			return slices.ContainsFunc(theirs, func(q Who) bool { return p.ID == q.ID })
		}):
			agree++
		case a.receives(side.ID) || b.receives(side.ID):
		default:
			differ++
		}
	}
	switch {
	case differ > 1 && agree == 0:
		return 0, false
	case differ > 0:
		return -20, true
	}
	return min(10*same, 25), true
}

// receives reports whether a mention is a visit to a party: guests are received by more
// than one of the house.
func (m *Mention) receives(side string) bool {
	return m.Kind == "visit" && slices.Contains(m.Parties, Side{ID: side, Role: "host"})
}

func speakers(m *Mention, side string) []Who {
	var out []Who
	for _, p := range m.People {
		if p.Country == side {
			out = append(out, p)
		}
	}
	return out
}

func fitPlace(a, b *Mention) (int, bool) {
	switch {
	case a.Place == "" || b.Place == "":
		return 0, true
	case a.Place == b.Place:
		return 8, true
	case a.Country != "" && a.Country == b.Country:
		return 4, true
	case a.over() && b.over():
		return -25, true
	}
	return -15, true // what is planned can still move
}

// over reports whether a mention looks back.
func (m *Mention) over() bool { return m.Status == "held" || m.Step == "said-not-to-have-happened" }

// fitLife compares how far the contact has come.
func fitLife(a, b *Mention) (int, bool) {
	if a.Status == b.Status {
		return 4, true
	}
	return 0, true
}

// fitSubject compares what it is about and who asked for it.
func fitSubject(a, b *Mention) (int, bool) {
	n := 0
	for _, t := range a.Topics {
		if slices.Contains(b.Topics, t) {
			n += 2
		}
	}
	n = min(n, 6)
	switch {
	case a.Initiator == "" || b.Initiator == "":
	case a.Initiator == b.Initiator:
		n += 4
	case a.Kind == "letter" || b.Kind == "letter": // it was written by one of them
		return 0, false
	default:
		n -= 4
	}
	return n, true
}
