package command

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
	"github.com/parley-news/parley/record"
)

const showHelp = `Show prints one entry of the register: what is known of the contact, each side's
account beside the others, where they differ (≠) and what one side alone tells (◐),
its life from the first mention on, and the documents that tell of it.

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
	switch {
	case errors.Is(err, parley.ErrNotFound):
		err = a.showDocument(ctx, to, r, id, o)
	case err == nil && found.Entry == nil:
		return fmt.Errorf("entry %s is none any more; its contacts went to %s", id, orList(found.Successors))
	case err == nil:
		err = a.showEntry(ctx, to, r, found, o)
	}
	return errors.Join(err, to.keep())
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

// documentHistory is a document as JSON: its reading, and those before it.
type documentHistory struct {
	record.Reading
	Entries []string  `json:"entries"`
	Earlier []earlier `json:"earlier"`
}

type earlier struct {
	Replaced string `json:"replaced"`
	record.Reading
}

func (a *app) showDocument(ctx context.Context, to io.Writer, r *parley.Register, id string, o showOptions) error {
	reading, err := r.Document(ctx, id)
	switch {
	case errors.Is(err, parley.ErrNotFound):
		return fmt.Errorf("%q is no entry and no document of %s; parley contacts lists the entries, parley search finds documents", id, r.Path())
	case err != nil:
		return err
	case o.why:
		return errors.New("--why is asked of an entry; this is a document")
	}
	versions, err := r.History(ctx, reading.Document.ID)
	if err != nil {
		return err
	}
	contacts := make([]string, len(reading.Contacts))
	for i, c := range reading.Contacts {
		contacts[i] = c.ID
	}
	entries, err := entriesWith(ctx, r, contacts)
	if err != nil {
		return err
	}
	if o.format == "json" {
		d := documentHistory{Reading: reading, Entries: []string{}, Earlier: []earlier{}}
		for _, e := range entries {
			d.Entries = append(d.Entries, e.ID)
		}
		for _, v := range versions {
			d.Earlier = append(d.Earlier, earlier{v.Replaced, v.Reading})
		}
		return printJSON(to, d)
	}
	look := o.look(a, to)
	look.Explain = o.explain
	if err := export.Text(to, look).Write(reading); err != nil {
		return err
	}
	if len(entries) > 0 {
		fmt.Fprint(to, "\nIn the register\n\n")
		if err := entryTable(to, look, entries); err != nil {
			return err
		}
	}
	for _, v := range versions {
		fmt.Fprintf(to, "\n%s\n\n", earlierHead(v, reading))
		if err := export.Text(to, look).Write(v.Reading); err != nil {
			return err
		}
	}
	return nil
}

// earlierHead says until when a reading stood, and why it does no more.
func earlierHead(v parley.Version, now record.Reading) string {
	if v.Reading.Document.Text == now.Document.Text {
		return "Until " + v.Replaced + " this was read in the same text:"
	}
	return "Until " + v.Replaced + " it had another text:"
}

// entriesWith lists the entries that contacts belong to, each once.
func entriesWith(ctx context.Context, r *parley.Register, contacts []string) ([]record.Entry, error) {
	var out []record.Entry
	seen := map[string]bool{}
	for _, c := range contacts {
		found, err := r.Entry(ctx, c)
		if err != nil {
			return nil, err
		}
		if e := found.Entry; e != nil && !seen[e.ID] {
			seen[e.ID] = true
			out = append(out, *e)
		}
	}
	return out, nil
}

func entryTable(to io.Writer, look export.Look, entries []record.Entry) error {
	g := export.NewGrid(look, export.EntryColumns...)
	for i := range entries {
		g.Row(export.EntryCells(&entries[i])...)
	}
	return g.Print(to)
}

// printJSON prints a value on one line.
func printJSON(to io.Writer, v any) error {
	enc := json.NewEncoder(to)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
