// Package view says what each page of the web application shows, as values: one struct
// per page, made from a register. A view is the page's JSON twin as it stands, and what
// the HTML page, the API and the assistant's tools are made of. The package knows
// neither HTTP nor HTML.
//
//	views := view.New(register, world, names, now)
//	q, err := views.Query(values)              // the parameters of an address
//	contacts, err := views.Contacts(ctx, q)    // what /contacts shows
package view

import (
	"iter"
	"sync/atomic"
	"time"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/naming"
)

// Maker makes views. It is safe for concurrent use.
type Maker struct {
	register *parley.Register
	world    *gazetteer.World
	names    *naming.Finder
	now      func() time.Time
	lately   atomic.Pointer[lately]
}

// New returns a maker of views of a register. names finds the parties that are asked for,
// the clock says which day is today.
func New(register *parley.Register, world *gazetteer.World, names *naming.Finder, now func() time.Time) *Maker {
	return &Maker{register: register, world: world, names: names, now: now}
}

// Today is the day on which views are made, "2006-01-02", in the clock's time zone.
func (m *Maker) Today() string { return m.now().Format(time.DateOnly) }

// gather takes at most so many values of a sequence, and whether there were more.
func gather[T any](seq iter.Seq2[T, error], most int) (out []T, more bool, err error) {
	out = []T{}
	for v, err := range seq {
		if err != nil {
			return nil, false, err
		}
		if len(out) == most {
			return out, true, nil
		}
		out = append(out, v)
	}
	return out, false, nil
}
