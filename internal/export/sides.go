package export

import (
	"slices"

	"github.com/parley-news/parley/record"
)

// part is a state, an organisation or a group that takes part in an entry, with the
// persons who act for it.
type part struct {
	id, name, role string
	// sort is state, organisation or group.
	sort string
	// people are its principals.
	people []record.Person
}

// partsOf lists who takes part in an entry: the parties, then the groups.
func partsOf(e *record.Entry) []part {
	var out []part
	for _, p := range e.Parties {
		q := part{id: p.ID, name: partyName(p), role: p.Role, sort: p.Type}
		for _, person := range e.People {
			if person.Role == "principal" && value(person.Country) == p.ID {
				q.people = append(q.people, person)
			}
		}
		out = append(out, q)
	}
	for _, g := range e.Groups {
		out = append(out, part{id: g, name: g, role: "party", sort: "group"})
	}
	return out
}

// hostOf returns which of the parts the contact takes place with, -1 for none, and
// whether it takes place with a third. A place on which the accounts differ tells nothing.
func hostOf(e *record.Entry, parts []part) (host int, third bool) {
	if at := slices.IndexFunc(parts, func(p part) bool { return p.role == "host" }); at >= 0 {
		return at, false
	}
	if e.Place == nil || e.Place.Country == nil || slices.Contains(e.Disputed, "place") {
		return -1, false
	}
	at := slices.IndexFunc(parts, func(p part) bool { return p.sort == "state" && p.id == *e.Place.Country })
	return at, at < 0
}

// doerOf returns which side has proposed, refused or called off a contact that has come no
// further, nil where no account says so or it is disputed.
func doerOf(e *record.Entry) *record.Actor {
	if slices.Contains(e.Disputed, "status") {
		return nil
	}
	if e.Status == "proposed" && e.Initiator != nil {
		return e.Initiator
	}
	for _, s := range slices.Backward(e.Life) {
		if s.Status == e.Status && s.By != nil {
			return &record.Actor{ID: *s.By}
		}
	}
	return nil
}

// oneWay reports whether a contact of this status is one side's doing, and not that of all.
func oneWay(status string) bool {
	return status == "proposed" || status == "denied" || status == "cancelled"
}

// indexOf finds a side among the parts, -1 where it takes no part.
func indexOf(parts []part, id string) int {
	return slices.IndexFunc(parts, func(p part) bool { return p.id == id })
}
