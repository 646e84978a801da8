package view

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/parley-news/parley"
)

// Actors is the page of who is met most.
type Actors struct {
	Actors []parley.Actor `json:"actors"`
	// Type is one of those of parley.Actor, "" for all; Name is a name that they go by.
	Type string `json:"type"`
	Name string `json:"name"`
	// Skipped is how many come before these, Next how many to skip for the next ones, 0
	// when there are no more.
	Skipped int `json:"skipped"`
	Next    int `json:"next"`
}

// actorTypes are the types to choose from.
var actorTypes = []string{parley.TypeParty, parley.TypePerson, parley.TypeNamed}

// Types lists the types to choose from.
func (a Actors) Types() []string { return actorTypes }

// Actors lists actors of a type and a name, each "" for any, skipping some, "" for none.
func (m *Maker) Actors(ctx context.Context, kind, name, skip string) (v Actors, err error) {
	v = Actors{Type: kind, Name: name}
	f := parley.ActorFilter{Counterparts: 3, Limit: defaultLimit + 1}
	if kind != "" {
		if !slices.Contains(actorTypes, kind) {
			return v, noSuch("type", kind, actorTypes)
		}
		f.Types = []string{kind}
	}
	if name != "" {
		f.Who = []string{name}
		if id, err := m.names.Party(name); err != nil {
			return v, err
		} else if id != "" {
			f.Who = append(f.Who, id)
		}
	}
	if skip != "" {
		if f.Skip, err = strconv.Atoi(skip); err != nil || f.Skip < 0 {
			return v, fmt.Errorf("%w: skip=%s is no number", parley.ErrFilter, skip)
		}
	}
	v.Skipped = f.Skip
	more := false
	if v.Actors, more, err = gather(m.register.Actors(ctx, f), defaultLimit); more {
		v.Next = f.Skip + defaultLimit
	}
	return v, err
}
