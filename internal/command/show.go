package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
	"github.com/parley-news/parley/record"
)

const showHelp = `Show prints one entry of the register: what is known of the contact, each side's
account beside the others, where they differ (≠) and what one side alone tells (◐),
its life from the first mention on, the documents that tell of it, and what a person
has corrected (✎).

An ENTRY is named by its id, or by as much of its beginning as no other has; the
id of one that went into another leads there. A DOCUMENT is named by its id: what
was read in it, the entries it belongs to, and what it said before it changed.`

type showOptions struct {
	lookOptions
	format       string
	why, explain bool
}

func (a *app) showCommand() *cobra.Command {
	var o showOptions
	c := &cobra.Command{
		Use:   "show ENTRY | DOCUMENT",
		Short: "Print an entry with all accounts of it, or a document",
		Long:  showHelp,
		Example: `  parley show 7fe2ec63a9
  parley show 7fe2ec63a9 --why            why each document belongs to it
  parley show 7fe2ec63a9 --format json
  parley show https://example.org/news/1`,
		Args: arguments(1, 1, "an entry or a document"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := cmp.Or(oneOf("--format", o.format, "text", "json"), o.check()); err != nil {
				return err
			}
			if o.explain && o.format != "text" {
				return errors.New("--explain goes with --format text; JSON always carries the words")
			}
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				return failed(a.show(c.Context(), r, args[0], o))
			}, parley.ForReading())
		},
	}
	a.registerFlag(c)
	f := c.Flags()
	f.BoolVar(&o.why, "why", false, "say of each document why it belongs to the entry")
	f.BoolVar(&o.explain, "explain", false, "text: under each value the words it comes from")
	f.StringVar(&o.format, "format", "text", "print as `FORMAT`: text or json")
	o.flags(f)
	return c
}

func (a *app) show(ctx context.Context, r *parley.Register, id string, o showOptions) error {
	to, err := a.target("")
	if err != nil {
		return err
	}
	defer to.discard()
	found, err := r.Entry(ctx, id)
	whole := err == nil && (found.RedirectedFrom == id || found.Entry != nil && found.Entry.ID == id)
	switch {
	case errors.Is(err, parley.ErrNotFound), !whole && isDocument(ctx, r, id):
		err = a.showDocument(ctx, to, r, id, o)
	case err == nil && found.Entry == nil:
		return goneError(found)
	case err == nil:
		err = a.showEntry(ctx, to, r, found, o)
	}
	return errors.Join(err, to.keep())
}

// fewDigits is the beginning of an id that is too short to find anything by.
var fewDigits = regexp.MustCompile(`^[0-9a-f]{1,5}$`)

// notFound is the error of an id that leads nowhere.
func notFound(id, message string) error {
	if fewDigits.MatchString(id) {
		message += "; of an id give six digits or more"
	}
	return errors.New(message)
}

// isDocument reports whether a document is called just so, which may be how the id of an
// entry begins.
func isDocument(ctx context.Context, r *parley.Register, id string) bool {
	reading, err := r.Document(ctx, id)
	return err == nil && reading.Document.ID == id
}

// goneError says where the contacts of an entry went that is none any more.
func goneError(found parley.Found) error {
	if len(found.Successors) == 0 {
		return fmt.Errorf("entry %s is none any more: no document tells of it now", found.RedirectedFrom)
	}
	return fmt.Errorf("entry %s is none any more; its contacts went to %s", found.RedirectedFrom, orList(found.Successors))
}

// explainedEntry is an entry as JSON, with why its documents belong to it where that
// was asked for.
type explainedEntry struct {
	record.Entry
	Why []parley.Reason `json:"why,omitempty"`
}

func (a *app) showEntry(ctx context.Context, to io.Writer, r *parley.Register, found parley.Found, o showOptions) error {
	e := explainedEntry{Entry: *found.Entry}
	if o.why {
		var err error
		if e.Why, err = r.Why(ctx, e.ID); err != nil {
			return err
		}
	}
	if o.format == "json" {
		return printJSON(to, e)
	}
	if found.RedirectedFrom != "" {
		fmt.Fprintf(to, "%s belongs to the entry %s:\n\n", found.RedirectedFrom, e.ID)
	}
	look := o.look(a, to)
	look.Explain = o.explain
	return export.EntryText(to, e.Entry, e.Why, look)
}

func entryTable(to io.Writer, look export.Look, entries []record.Entry) error {
	g := export.NewGrid(look, export.EntryColumns...)
	for i := range entries {
		g.Row(export.EntryCells(&entries[i])...)
	}
	return g.Print(to)
}

// printJSON prints a value on one line.
func printJSON[T any](to io.Writer, v T) error { return export.JSONLines[T](to).Write(v) }
