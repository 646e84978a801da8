package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// The types of actors.
const (
	TypeParty  = facetParty
	TypePerson = facetPerson
	TypeNamed  = facetNamed // somebody, or a body, of whom no more than a name is known
)

var actorTypes = []string{TypeParty, TypePerson, TypeNamed}

// ActorFilter says which actors are wanted.
type ActorFilter struct {
	// Who are persons and parties, given as in Filter; none are all.
	Who []string
	// Types are some of TypeParty, TypePerson and TypeNamed; none are all.
	Types []string
	// In is the entries in which actors are counted, and the statements of the same
	// topics, outlets, languages and days. Its order and limit have no meaning, and
	// rejected entries never count.
	In Filter
	// Counterparts is for how many of the parties that an actor met most to ask.
	Counterparts int
	// Skip is how many actors to leave out, Limit how many are wanted at most, 0 for all.
	Skip, Limit int
}

// Actor is somebody who takes part in contacts or makes statements.
type Actor struct {
	Type string `json:"type"`
	// ID is that of the person or party, null for a mere name.
	ID   *string `json:"id"`
	Name string  `json:"name"`
	// Country and Office are those of a person in the latest entry, else in the latest
	// statement.
	Country    *string `json:"country"`
	Office     *string `json:"office"`
	Contacts   int     `json:"contacts"`
	Statements int     `json:"statements"`
	// First and Last are the first and the last day of contacts and statements, "" when
	// no day is known.
	First string `json:"first"`
	Last  string `json:"last"`
	// Counterparts are the parties met most. A contact of more than ten parties makes
	// nobody the counterpart of anybody.
	Counterparts []Counterpart `json:"counterparts"`
}

// Counterpart is a party that an actor met.
type Counterpart struct {
	ID       string `json:"id"`
	Contacts int    `json:"contacts"`
}

// Actors walks over actors, those with the most contacts first, then those with the most
// statements.
func (s *Store) Actors(ctx context.Context, f ActorFilter) iter.Seq2[Actor, error] {
	return stream(ctx, s, func(q *session, yield func(Actor) error) error {
		c := census{ctx: ctx, session: q, types: f.Types}
		if len(c.types) == 0 {
			c.types = actorTypes
		}
		for _, t := range c.types {
			if !slices.Contains(actorTypes, t) {
				return fmt.Errorf("%w: %q is no type of actor; there are %s", ErrFilter, t, strings.Join(actorTypes, ", "))
			}
		}
		who := resolver{ctx: ctx, session: q, of: ofEither}
		who.add(f.Who, c.types...)
		if who.err != nil || who.none {
			return who.err
		}
		if len(who.fields) > 0 {
			c.who = who.fields[0].terms
		}
		if err := c.take(&f.In); err != nil {
			return err
		}
		found, err := c.actors(f.Skip, f.Limit)
		if err != nil {
			return err
		}
		for _, t := range found {
			a, err := c.actor(t, f.Counterparts)
			if err != nil {
				return err
			}
			if err := yield(a); err != nil {
				return err
			}
		}
		return nil
	})
}

// actor says who somebody is.
func (c *census) actor(t *tally, counterparts int) (a Actor, err error) {
	a = Actor{Type: t.facet, Name: t.value, Contacts: t.counts[ofEntries], Statements: t.counts[ofStatements]}
	if t.facet != TypeNamed {
		a.ID = &t.value
	}
	if a.First, a.Last, err = c.days(t); err != nil {
		return a, err
	}
	if err := c.describe(&a, t); err != nil {
		return a, err
	}
	a.Counterparts, err = c.counterparts(t.term, counterparts)
	return a, err
}

// describe takes the rest from the latest entry, else the latest statement.
func (c *census) describe(a *Actor, t *tally) error {
	w := wanted{fields: []field{{terms: []int64{t.id}}}, days: always, newest: true}
	err := c.walk(c.ctx, &entriesGround, &w, c.handEntries(c.ctx, 1, func(e record.Entry) error {
		for _, p := range e.Parties {
			if t.term == (term{facetParty, p.ID}) {
				a.Name = p.Name
			}
		}
		for _, p := range e.People {
			if t.term == personTerm(p.ID, p.Name) {
				a.Name, a.Country, a.Office = p.Name, p.Country, p.Office
			}
		}
		return nil
	}))
	if err != nil {
		return stopped(err)
	}
	return stopped(c.walk(c.ctx, &statementsGround, &w, c.handStatements(c.ctx, 1, func(s Statement) error {
		for _, who := range s.Speaker.Each() {
			switch {
			case t.facet == facetParty && speaksItself(&who) && *who.Country == t.value:
				a.Name = who.Name
			case t.term == personTerm(who.ID, who.Name):
				a.Name, a.Country, a.Office = who.Name, who.Country, who.Office
			}
		}
		return nil
	})))
}

// stopped is no error where a walk was only stopped.
func stopped(err error) error {
	if errors.Is(err, errStop) {
		return nil
	}
	return err
}
