package view

import (
	"context"
	"fmt"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// How much the page of an actor shows.
const (
	actorContacts     = 25
	actorCounterparts = 12
	actorStatements   = 10 // of each topic
)

// Actor is the page of a state, an organisation or a person.
type Actor struct {
	Actor parley.Actor `json:"actor"`
	// Spellings are the names that the gazetteer knows, Met are how else a person is called
	// in the contacts and statements that are shown here.
	Spellings []Spelling `json:"spellings"`
	Met       []Spelling `json:"met"`
	// Terms are the offices that a person held, the latest first.
	Terms []Term `json:"terms"`
	// Contacts are the latest, Upcoming those ahead.
	Contacts []record.Entry `json:"contacts"`
	Upcoming []record.Entry `json:"upcoming"`
	Facets   parley.Facets  `json:"facets"`
	// Positions are the latest statements on each topic, those of a topic in the order of
	// their days.
	Positions   []Topic             `json:"positions"`
	Commitments []parley.Commitment `json:"commitments"`
}

// Term is a time in an office, of a state, organisation or institution. To is "" while it
// goes on.
type Term struct {
	Office string `json:"office"`
	Of     string `json:"of"`
	From   string `json:"from"`
	To     string `json:"to"`
}

// IsParty is true for a state or organisation.
func (v Actor) IsParty() bool { return v.Actor.Type == parley.TypeParty }

// Key is how the actor is asked for: its id, or its name where it has none.
func Key(a *parley.Actor) string {
	if a.ID != nil {
		return *a.ID
	}
	return a.Name
}

// Actor shows the actor with an id, or of a name where that has none. The error is
// parley.ErrNotFound for one that neither the register nor the gazetteer knows.
func (m *Maker) Actor(ctx context.Context, id string) (v Actor, err error) {
	v = Actor{Spellings: []Spelling{}, Met: []Spelling{}, Terms: []Term{}, Positions: []Topic{}, Commitments: []parley.Commitment{}, Contacts: []record.Entry{}, Upcoming: []record.Entry{}}
	if v.Actor, err = m.actor(ctx, id); err != nil {
		return v, err
	}
	m.fromWorld(&v)
	key := Key(&v.Actor)
	f := parley.Filter{People: []string{key}}
	if v.IsParty() {
		f = parley.Filter{Parties: []string{key}}
	}
	if v.Facets, err = m.register.Facets(ctx, f, countedEntries); err != nil || v.Actor.Contacts+v.Actor.Statements == 0 {
		return v, err
	}
	if v.Upcoming, _, err = gather(m.register.Upcoming(ctx, m.Today(), f), mostAhead); err != nil {
		return v, err
	}
	f.Newest = true
	if v.Contacts, _, err = gather(m.register.Entries(ctx, f), actorContacts); err != nil {
		return v, err
	}
	if v.Positions, err = m.positions(ctx, key); err != nil {
		return v, err
	}
	m.met(&v, key)
	if v.IsParty() {
		v.Commitments, _, err = gather(m.register.Commitments(ctx, m.Today(), parley.CommitmentFilter{Who: []string{key}, Newest: true}), actorContacts)
	}
	return v, err
}

// actor finds an actor by its id, or its name where it has none.
func (m *Maker) actor(ctx context.Context, id string) (parley.Actor, error) {
	for a, err := range m.register.Actors(ctx, parley.ActorFilter{Who: []string{id}, Counterparts: actorCounterparts}) {
		if err != nil {
			return a, err
		}
		if Key(&a) == id {
			return a, nil
		}
	}
	none := parley.Actor{Counterparts: []parley.Counterpart{}, Name: id}
	switch p := m.world.Persons[id]; {
	case m.world.States[id] != nil || m.world.Organisations[id] != nil || m.world.Groups[id] != nil:
		none.Type, none.ID, none.Name = parley.TypeParty, &id, m.world.ActorName(id)
	case p != nil:
		none.Type, none.ID, none.Country = parley.TypePerson, &id, &p.Country
	default:
		return none, fmt.Errorf("view: showing the actor %q: %w", id, parley.ErrNotFound)
	}
	return none, nil
}
