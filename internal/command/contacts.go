package command

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
	"github.com/parley-news/parley/record"
)

const contactsHelp = `Contacts lists the entries of the register, the latest first. An entry is one contact,
whoever tells of it; ≠ marks those on which accounts differ, ✎ those that a person has
corrected. parley show prints one.

Flags of one name are alternatives, flags of different names must all be met. Parties
are named by a code (FRA, NATO) or by a name in any language that Parley reads.`

func (a *app) contactsCommand() *cobra.Command {
	return a.entriesCommand(&cobra.Command{
		Use:   "contacts",
		Short: "List the contacts of the register",
		Long:  contactsHelp,
		Example: `  parley contacts --party France --with Russland --from 2022
  parley contacts --person Lavrov --kind call --disputed
  parley contacts --topic energy --format csv > energy.csv
  parley contacts --party ROU --format text       each as parley show prints it`,
	}, true, func(ctx context.Context, r *parley.Register, f parley.Filter, _ string) iter.Seq2[record.Entry, error] {
		return r.Entries(ctx, f)
	})
}

// entriesCommand completes a command that lists entries. Those of history can be turned
// around; the others depend on which day it is.
func (a *app) entriesCommand(c *cobra.Command, history bool, ask func(ctx context.Context, r *parley.Register, f parley.Filter, today string) iter.Seq2[record.Entry, error]) *cobra.Command {
	var f filterOptions
	o := listOptions{cards: true}
	var day dayOption
	c.Args = noArguments
	c.RunE = func(c *cobra.Command, _ []string) error {
		if err := cmp.Or(o.check(), f.check(a), day.check(a)); err != nil {
			return err
		}
		f.Limit = o.wanted()
		return a.withRegister(c.Context(), func(r *parley.Register) error {
			return entryForms(f.Rejected).print(a, o, ask(c.Context(), r, f.Filter, day.day), func() error {
				return a.unknownIn(c.Context(), r, f.Filter)
			})
		}, parley.ForReading())
	}
	a.registerFlag(c)
	f.flags(c.Flags(), history)
	f.rejectedFlag(c.Flags())
	if !history {
		day.flag(c.Flags())
	}
	o.flags(c.Flags())
	return c
}

// entryForms are the formats of entries.
func entryForms(rejected bool) forms[record.Entry] {
	return forms[record.Entry]{
		table: func(to io.Writer, look export.Look) printer[record.Entry] {
			return newRows(to, look, export.EntryColumns, export.EntryCells)
		},
		csv: func(to io.Writer) (printer[record.Entry], error) {
			f, err := export.FormatNamed("csv")
			if err != nil {
				return nil, err
			}
			return f.Open(to, export.EntryOptions{Rejected: rejected})
		},
		text: func(to io.Writer, look export.Look) printer[record.Entry] { return &cards{to: to, look: look} },
		none: "No contact found.",
	}
}

// cards prints entries one under the other as parley show does.
type cards struct {
	to    io.Writer
	look  export.Look
	begun bool
}

func (c *cards) Write(e record.Entry) error {
	if c.begun {
		fmt.Fprintln(c.to)
	}
	c.begun = true
	return export.EntryText(c.to, e, nil, c.look)
}

func (c *cards) Close() error { return nil }
