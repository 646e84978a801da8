package command

import (
	"context"
	"fmt"
	"iter"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/naming"
)

// unknownIn says which of the names that entries were asked for nobody knows; nil when
// there is only nothing of all at once.
func (a *app) unknownIn(ctx context.Context, r *parley.Register, f parley.Filter) error {
	for _, name := range f.People {
		if err := unknown(a, "person", name, r.Entries(ctx, parley.Filter{People: []string{name}, Rejected: true, Limit: 1})); err != nil {
			return err
		}
	}
	for _, name := range f.Places {
		if err := unknown(a, "place", name, r.Entries(ctx, parley.Filter{Places: []string{name}, Rejected: true, Limit: 1})); err != nil {
			return err
		}
	}
	return a.unknownOutlet(ctx, r, f.Outlets)
}

// unknownSpeaker is unknownIn of statements.
func (a *app) unknownSpeaker(ctx context.Context, r *parley.Register, people, outlets []string) error {
	for _, name := range people {
		if err := unknown(a, "person", name, r.Statements(ctx, parley.StatementFilter{People: []string{name}, Limit: 1})); err != nil {
			return err
		}
	}
	return a.unknownOutlet(ctx, r, outlets)
}

func (a *app) unknownOutlet(ctx context.Context, r *parley.Register, names []string) error {
	for _, name := range names {
		if err := unknown(a, "outlet", name, r.Entries(ctx, parley.Filter{Outlets: []string{name}, Rejected: true, Limit: 1})); err != nil {
			return err
		}
	}
	return nil
}

// unknown is the error of a name that neither the register nor the world knows, with what
// may have been meant. known is what the register has of it.
func unknown[T any](a *app, what, name string, known iter.Seq2[T, error]) error {
	for _, err := range known {
		return failed(err)
	}
	w, err := a.world()
	if err != nil {
		return failed(err)
	}
	names := namesOf(w, what)
	for _, n := range names {
		if naming.Plain(n) == naming.Plain(name) {
			return nil
		}
	}
	if what == "person" && len(w.Find(name)) > 0 {
		return nil
	}
	if near := naming.Nearest(name, names); len(near) > 0 {
		return fmt.Errorf("unknown %s %q; did you mean %s?", what, name, orList(near))
	}
	return fmt.Errorf("unknown %s %q: neither the register nor the world that Parley knows has it", what, name)
}

// namesOf lists what persons, places or outlets are called.
func namesOf(w *gazetteer.World, what string) []string {
	switch what {
	case "place":
		return sorted(w.Places)
	case "outlet":
		return sorted(w.Outlets)
	}
	names := sorted(w.Persons)
	for _, n := range sorted(w.Persons) {
		names = append(names, w.Persons[n].Short...)
	}
	return names
}
