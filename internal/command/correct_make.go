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

func refs(e *record.Entry) []record.Ref {
	out := make([]record.Ref, len(e.Members))
	for i, m := range e.Members {
		out[i] = m.Ref
	}
	return out
}

func membersOf(action string) func(context.Context, *parley.Register, []string) (record.Correction, error) {
	return func(ctx context.Context, r *parley.Register, args []string) (record.Correction, error) {
		e, err := entryNamed(ctx, r, args[0])
		if err != nil {
			return record.Correction{}, err
		}
		return record.Correction{Action: action, Contacts: refs(e)}, nil
	}
}

func mergeEntries(ctx context.Context, r *parley.Register, args []string) (record.Correction, error) {
	c := record.Correction{Action: "merge"}
	seen := map[string]string{}
	for _, id := range args {
		e, err := entryNamed(ctx, r, id)
		if err != nil {
			return c, err
		}
		if before := seen[e.ID]; before != "" {
			return c, failed(fmt.Errorf("%s and %s are one entry already", before, id))
		}
		seen[e.ID] = id
		c.Contacts = append(c.Contacts, refs(e)...)
	}
	return c, nil
}

func splitEntry(ctx context.Context, r *parley.Register, args []string) (record.Correction, error) {
	c := record.Correction{Action: "split"}
	e, err := entryNamed(ctx, r, args[0])
	if err != nil {
		return c, err
	}
	for _, m := range e.Members {
		if slices.ContainsFunc(args[1:], func(name string) bool { return named(m.Document, name) }) {
			c.Contacts = append(c.Contacts, m.Ref)
		} else {
			c.From = append(c.From, m.Ref)
		}
	}
	for _, name := range args[1:] {
		if !slices.ContainsFunc(e.Members, func(m record.Member) bool { return named(m.Document, name) }) {
			return c, failed(fmt.Errorf("entry %s has no document %q; parley show %s lists them", e.ID, name, e.ID))
		}
	}
	if len(c.From) == 0 {
		return c, failed(fmt.Errorf("entry %s has no other document; name only those that tell of another contact", e.ID))
	}
	return c, nil
}

// named reports whether a document is meant: by its id, or the beginning of a checksum.
func named(document, name string) bool {
	const enough = 6
	return document == name || len(document) == 64 && len(name) >= enough && strings.HasPrefix(document, name)
}

func (a *app) setField(ctx context.Context, r *parley.Register, args []string) (record.Correction, error) {
	c := record.Correction{Action: "set", Field: args[1], Value: args[2]}
	if err := oneOf("field", c.Field, record.Settable...); err != nil {
		return c, err
	}
	if slices.Contains([]string{"parties", "initiator", "about"}, c.Field) && c.Value != "" {
		codes := strings.Split(c.Value, ",")
		for i := range codes {
			codes[i] = strings.TrimSpace(codes[i])
		}
		if err := a.parties(codes); err != nil {
			return c, err
		}
		w, err := a.world()
		if err != nil {
			return c, failed(err)
		}
		for i, code := range codes { // an entry does not know the name of whom no document of it names
			codes[i] = strings.ReplaceAll(w.ActorName(code), ",", "") + " (" + code + ")"
		}
		c.Value = strings.Join(codes, ", ")
	}
	e, err := entryNamed(ctx, r, args[0])
	if err != nil {
		return c, err
	}
	c.Contacts = []record.Ref{e.Members[slices.IndexFunc(e.Members, func(m record.Member) bool { return m.Contact == e.ID })].Ref}
	return c, nil
}

func undo(_ context.Context, _ *parley.Register, args []string) (record.Correction, error) {
	n, err := strconv.ParseInt(strings.TrimPrefix(args[0], "#"), 10, 64)
	if err != nil || n < 1 {
		return record.Correction{}, fmt.Errorf("%q is no number of a correction; parley corrections lists them", args[0])
	}
	return record.Correction{Action: "undo", Undoes: n}, nil
}
