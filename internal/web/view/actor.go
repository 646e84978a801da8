package view

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/record"
)

// How much the page of an actor shows.
const (
	actorContacts     = 25
	actorCounterparts = 12
	actorStatements   = 5 // of each topic
)

// Actor is the page of a state, an organisation or a person.
type Actor struct {
	Actor parley.Actor `json:"actor"`
	// Spellings are the names that the gazetteer knows, by language or "" where it is one of
	// several.
	Spellings []Spelling `json:"spellings"`
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

// Spelling is a name in a language or script.
type Spelling struct {
	Language string `json:"language"`
	Text     string `json:"text"`
}

// Term is a time in an office, of a state, organisation or institution. To is "" while it
// goes on.
type Term struct {
	Office string `json:"office"`
	Of     string `json:"of"`
	From   string `json:"from"`
	To     string `json:"to"`
}

// Topic is what somebody said of a topic, "" for statements of none.
type Topic struct {
	Topic      string             `json:"topic"`
	Statements []parley.Statement `json:"statements"`
}

// IsParty is true for a state or organisation.
func (a Actor) IsParty() bool { return a.Actor.Type == parley.TypeParty }

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
	v = Actor{Spellings: []Spelling{}, Terms: []Term{}, Positions: []Topic{}, Commitments: []parley.Commitment{}, Contacts: []record.Entry{}, Upcoming: []record.Entry{}}
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

// MeantBy is the id of the one actor whom a name may mean, "" where it may be several or
// none.
func (m *Maker) MeantBy(ctx context.Context, name string) (string, error) {
	if id, err := m.names.Party(name); err != nil || id != "" {
		return id, err
	}
	found, more, err := gather(m.register.Actors(ctx, parley.ActorFilter{Who: []string{name}, Limit: 2}), 1)
	if err != nil || more || len(found) == 0 {
		return "", err
	}
	return Key(&found[0]), nil
}

// fromWorld fills in what the gazetteer knows.
func (m *Maker) fromWorld(v *Actor) {
	add := func(language string, names ...string) {
		for _, n := range names {
			if n != "" && n != v.Actor.Name && !slices.ContainsFunc(v.Spellings, func(s Spelling) bool { return s.Text == n }) {
				v.Spellings = append(v.Spellings, Spelling{language, n})
			}
		}
	}
	id := Key(&v.Actor)
	if s := m.world.States[id]; s != nil && v.IsParty() {
		add("en", s.UN)
	}
	if o := m.world.Organisations[id]; o != nil && v.IsParty() {
		add("", o.Aliases...)
	}
	p := m.world.Persons[id]
	if p == nil || v.Actor.Type != parley.TypePerson {
		return
	}
	add("", p.Native)
	for _, language := range slices.Sorted(maps.Keys(p.Press)) {
		add(language, p.Press[language])
	}
	add("", append(slices.Clone(p.Spellings), p.Aliases...)...)
	for _, h := range p.Holdings {
		v.Terms = append(v.Terms, Term{h.Office, h.Of, h.From.Format(time.DateOnly), lastDay(h)})
	}
	slices.SortStableFunc(v.Terms, func(a, b Term) int { return strings.Compare(b.From, a.From) })
}

func lastDay(h gazetteer.Holding) string {
	if h.To.IsZero() {
		return ""
	}
	return h.To.Format(time.DateOnly)
}

// positions are the latest statements of somebody on each topic.
func (m *Maker) positions(ctx context.Context, who string) ([]Topic, error) {
	out := []Topic{}
	for p, err := range m.register.Positions(ctx, who, parley.StatementFilter{Newest: true, Limit: actorStatements}) {
		if err != nil {
			return nil, err
		}
		if n := len(out); n == 0 || out[n-1].Topic != p.Topic {
			out = append(out, Topic{p.Topic, nil})
		}
		t := &out[len(out)-1]
		t.Statements = append(t.Statements, p.Statement)
	}
	for _, t := range out {
		slices.Reverse(t.Statements)
	}
	return out, nil
}
