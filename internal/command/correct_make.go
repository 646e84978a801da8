package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
	"github.com/parley-news/parley/internal/mend"
	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// correct makes a correction and prints what became of the entries.
func (a *app) correct(ctx context.Context, r *parley.Register, c record.Correction) error {
	if err := merge.CheckCorrection(c); err != nil {
		return without(merge.ErrCorrection, err)
	}
	done, err := r.Correct(ctx, c)
	if err != nil {
		return failed(without(merge.ErrCorrection, err))
	}
	touched := append(slices.Clone(done.Contacts), done.From...)
	if done.Action == "undo" {
		if touched, err = undoneContacts(ctx, r, done.Undoes); err != nil {
			return failed(err)
		}
	}
	ids := make([]string, len(touched))
	for i, ref := range touched {
		ids[i] = ref.Contact
	}
	entries, err := entriesWith(ctx, r, ids)
	if err != nil {
		return failed(err)
	}
	fmt.Fprintf(a.out, "#%d %s\n\n", done.ID, export.Corrected(done))
	return failed(entryTable(a.out, (&lookOptions{color: "auto"}).look(a, a.out), entries))
}

// undoneContacts are those that the correction is about that was undone.
func undoneContacts(ctx context.Context, r *parley.Register, id int64) ([]record.Ref, error) {
	log, err := r.Corrections(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range log {
		if c.ID == id && c.Action == "undo" {
			return undoneContacts(ctx, r, c.Undoes)
		}
		if c.ID == id {
			return append(c.Contacts, c.From...), nil
		}
	}
	return nil, nil
}

// entryNamed finds an entry that a person names.
func entryNamed(ctx context.Context, r *parley.Register, id string) (*record.Entry, error) {
	found, err := r.Entry(ctx, id)
	switch {
	case errors.Is(err, parley.ErrNotFound):
		return nil, failed(notFound(id, fmt.Sprintf("%q is no entry of %s; parley contacts lists them", id, r.Path())))
	case err != nil:
		return nil, failed(err)
	case found.Entry == nil:
		return nil, failed(goneError(found))
	}
	return found.Entry, nil
}

func membersOf(action string) func(context.Context, *parley.Register, []string) (record.Correction, error) {
	return func(ctx context.Context, r *parley.Register, args []string) (record.Correction, error) {
		e, err := entryNamed(ctx, r, args[0])
		if err != nil {
			return record.Correction{}, err
		}
		return mend.Judge(action, e), nil
	}
}

func mergeEntries(ctx context.Context, r *parley.Register, args []string) (record.Correction, error) {
	var entries []*record.Entry
	for _, id := range args {
		e, err := entryNamed(ctx, r, id)
		if err != nil {
			return record.Correction{}, err
		}
		entries = append(entries, e)
	}
	return makes(mend.Merge(entries, args))
}

func splitEntry(ctx context.Context, r *parley.Register, args []string) (record.Correction, error) {
	e, err := entryNamed(ctx, r, args[0])
	if err != nil {
		return record.Correction{}, err
	}
	for _, name := range args[1:] {
		if !slices.ContainsFunc(e.Members, func(m record.Member) bool { return named(m.Document, name) }) {
			return record.Correction{}, failed(fmt.Errorf("entry %s has no document %q; parley show %s lists them", e.ID, name, e.ID))
		}
	}
	return makes(mend.Split(e, func(m record.Member) bool {
		return slices.ContainsFunc(args[1:], func(name string) bool { return named(m.Document, name) })
	}))
}

// makes is a correction, or why there can be none.
func makes(c record.Correction, err error) (record.Correction, error) {
	if err != nil {
		return c, failed(without(merge.ErrCorrection, err))
	}
	return c, nil
}

// named reports whether a document is meant: by its id, or the beginning of a checksum.
func named(document, name string) bool {
	const enough = 6
	return document == name || len(document) == 64 && len(name) >= enough && strings.HasPrefix(document, name)
}

func (a *app) setField(ctx context.Context, r *parley.Register, args []string) (record.Correction, error) {
	if err := oneOf("field", args[1], record.Settable...); err != nil {
		return record.Correction{}, err
	}
	w, err := a.world()
	if err != nil {
		return record.Correction{}, failed(err)
	}
	e, err := entryNamed(ctx, r, args[0])
	if err != nil {
		return record.Correction{}, err
	}
	return mend.Set(e, args[1], args[2], func(word string) (string, error) { return a.partyNamed(w, word) }, w.ActorName)
}

func undo(_ context.Context, _ *parley.Register, args []string) (record.Correction, error) {
	n, err := strconv.ParseInt(strings.TrimPrefix(args[0], "#"), 10, 64)
	if err != nil || n < 1 {
		return record.Correction{}, fmt.Errorf("%q is no number of a correction; parley corrections lists them", args[0])
	}
	return record.Correction{Action: "undo", Undoes: n}, nil
}
