package gazetteer

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"sync"
	"time"

	"github.com/parley-news/parley/internal/table"
)

// ErrDangling is the error of a row that names something that is not there.
var ErrDangling = errors.New("gazetteer: unknown name")

// ErrDuplicate is the error of a row whose key stands in the file already.
var ErrDuplicate = errors.New("gazetteer: duplicate key")

type loader struct {
	table.Folder
	w *World
	// days are those read so far.
	days map[string]time.Time
}

// Load reads and checks the data files of the world. The error joins all that
// is wrong with them, each with file, line and column.
func Load(fsys fs.FS) (*World, error) {
	l := &loader{Folder: table.Folder{Files: fsys}, days: map[string]time.Time{}, w: &World{
		States: map[string]*State{}, Organisations: map[string]*Organisation{}, Institutions: map[string]*Institution{}, called: map[string]*Institution{},
		Places: map[string]*Place{}, Outlets: map[string]*Outlet{}, Groups: map[string]*Group{},
		Offices: map[string]*Office{}, Persons: map[string]*Person{}, holdings: map[post][]Holding{},
	}}
	l.offices()
	l.states()
	l.w.sole = soleStates(l.w)
	l.places()
	l.organisations()
	l.institutions()
	l.outlets()
	l.groups()
	l.houses()
	l.persons()
	l.spellings()
	l.holders()
	l.notes()
	l.complete()
	if err := l.Err(); err != nil {
		return nil, fmt.Errorf("gazetteer: loading the world: %w", err)
	}
	// The index of names takes as long as all the rest; whoever needs it first
	// waits for it.
	w := l.w
	w.names = sync.OnceValue(func() index { return newIndex(w) })
	w.written = sync.OnceValue(func() index { return newWritten(w) })
	w.clans = sync.OnceValue(func() map[string]bool { return clansOf(w) })
	w.crossing = sync.OnceValue(func() crossing { ix, written := w.names(), w.written(); return newCrossing(&ix, &written) })
	w.latins = sync.OnceValue(func() map[string]string { return latinWords(w) })
	go w.names()
	return w, nil
}

func put[T any](l *loader, m map[string]*T, r table.Row, v *T) {
	if m[r.Cells[0]] != nil {
		l.Wrong(r, 0, fmt.Errorf("%w %q", ErrDuplicate, r.Cells[0]))
		return
	}
	m[r.Cells[0]] = v
}

// actor checks that a cell names a state or an organisation.
func (l *loader) actor(r table.Row, cell int) string {
	id := r.Cells[cell]
	if l.w.States[id] == nil && l.w.Organisations[id] == nil {
		l.Wrong(r, cell, fmt.Errorf("%w: %q is no state and no organisation", ErrDangling, id))
	}
	return id
}

func (l *loader) number(r table.Row, cell int) float64 {
	f, err := strconv.ParseFloat(r.Cells[cell], 64)
	if err != nil {
		l.Wrong(r, cell, fmt.Errorf("%w: %q is no number", table.ErrFormat, r.Cells[cell]))
	}
	return f
}

// oneOf checks that a cell holds one of the words of a closed list.
func (l *loader) oneOf(r table.Row, cell int, words ...string) string {
	for _, w := range words {
		if r.Cells[cell] == w {
			return w
		}
	}
	l.Wrong(r, cell, fmt.Errorf("%w: %q is none of %q", table.ErrFormat, r.Cells[cell], words))
	return ""
}
