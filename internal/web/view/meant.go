package view

import (
	"context"
	"fmt"
	"slices"

	"github.com/parley-news/parley"
)

// mostMeant is how many actors a name is said to mean, at most.
const mostMeant = 12

// Meant is the parley.ErrNotFound of a name that is no id of an actor, with the ids of those
// who may be meant.
type Meant struct {
	Name string
	IDs  []string
}

func (e *Meant) Error() string {
	if len(e.IDs) == 0 {
		return fmt.Sprintf("nobody is known as %q", e.Name)
	}
	return fmt.Sprintf("%q is not the name of one actor alone, or is not known", e.Name)
}

// Is makes it a parley.ErrNotFound.
func (e *Meant) Is(target error) bool { return target == parley.ErrNotFound }

// MeantBy is the id of the one actor whom a name means. The error is a *Meant where it is
// several or none.
func (m *Maker) MeantBy(ctx context.Context, name string) (string, error) {
	if id, err := m.names.Party(name); err != nil || id != "" {
		return id, err
	}
	found, _, err := gather(m.register.Actors(ctx, parley.ActorFilter{Who: []string{name}, Limit: mostMeant}), mostMeant)
	if err != nil {
		return "", err
	}
	ids := []string{}
	for i := range found {
		ids = append(ids, Key(&found[i]))
	}
	if len(ids) == 0 {
		for _, p := range m.world.Find(name) {
			ids = append(ids, p.Person.Name)
		}
	}
	ids = slices.Compact(ids)
	if len(ids) == 1 {
		return ids[0], nil
	}
	if len(ids) == 0 {
		for _, like := range m.names.Like(name) {
			if id, err := m.names.Party(like); err == nil && id != "" {
				ids = append(ids, id)
			}
		}
	}
	return "", &Meant{name, ids[:min(len(ids), mostMeant)]}
}
