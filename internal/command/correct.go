package command

import (
	"context"
	"fmt"
	"os/user"
	"strings"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

const correctHelp = `Correct mends what Parley has joined, kept apart or read wrong. Each correction bears
its author and reason, stays in a log that only grows, and is marked in every output.
Corrections hold when documents are read again, and whatever is added later.

Entries are named by their ids, or as much of the beginning as no other has.`

func (a *app) correctCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "correct",
		Short: "Mend the register: merge, split, confirm, reject, set, undo",
		Long:  correctHelp,
		Example: `  parley correct merge 7fe2ec63a9 038d3c52bf --reason "one call, told on two days"
  parley correct set 7fe2ec63a9 date 2025-03-11 --reason "the readout gives the day"
  parley correct undo 3 --reason "the readout was of another call"`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(c, args[0])
			}
			return c.Help()
		},
	}
	c.AddCommand(
		a.correctAction(&cobra.Command{
			Use:     "merge ENTRY ENTRY...",
			Short:   "Say that entries are one contact",
			Example: `  parley correct merge 7fe2ec63a9 038d3c52bf --reason "one call, told on two days"`,
			Args:    arguments(2, 99, "the entries to merge", "another entry to merge with"),
		}, mergeEntries),
		a.correctAction(&cobra.Command{
			Use:     "split ENTRY DOCUMENT...",
			Short:   "Say that documents of an entry tell of another contact",
			Example: `  parley correct split 7fe2ec63a9 en-call-both --reason "that was the call of the week before"`,
			Args:    arguments(2, 99, "the entry to split", "the documents that tell of another contact"),
		}, splitEntry),
		a.correctAction(&cobra.Command{
			Use:     "confirm ENTRY",
			Short:   "Say that all documents of an entry tell of one contact",
			Example: `  parley correct confirm 7fe2ec63a9 --reason "checked against both readouts"`,
			Args:    arguments(1, 1, "the entry to confirm"),
		}, membersOf("confirm")),
		a.correctAction(&cobra.Command{
			Use:     "reject ENTRY",
			Short:   "Say that an entry is no contact",
			Example: `  parley correct reject 7fe2ec63a9 --reason "a football match"`,
			Args:    arguments(1, 1, "the entry to reject"),
		}, membersOf("reject")),
		a.correctAction(&cobra.Command{
			Use:   "set ENTRY FIELD VALUE",
			Short: "Set a field of an entry",
			Long: "Set gives a field of an entry a value; \"\" takes the value away.\n\nA FIELD is " + orList(record.Settable) +
				". A date is written as 2025-03-12\nor 2025-03-01/2025-03-31, several people, parties or topics with commas between them.",
			Example: `  parley correct set 7fe2ec63a9 date 2025-03-11 --reason "the readout gives the day"
  parley correct set 7fe2ec63a9 initiator Turkey --reason "both readouts say so"`,
			Args: arguments(3, 3, "the entry", "the field to set", "the value"),
		}, a.setField),
		a.correctAction(&cobra.Command{
			Use:     "undo NUMBER",
			Short:   "Take a correction back",
			Example: `  parley correct undo 3 --reason "the readout was of another call"`,
			Args:    arguments(1, 1, "the number of a correction, as parley corrections lists it"),
		}, undo),
	)
	return c
}

// correctAction completes the command of one action; fill makes the correction out of the
// arguments.
func (a *app) correctAction(c *cobra.Command, fill func(context.Context, *parley.Register, []string) (record.Correction, error)) *cobra.Command {
	var reason, author string
	c.RunE = func(c *cobra.Command, args []string) error {
		if strings.TrimSpace(reason) == "" {
			return fmt.Errorf("%s needs a reason: say why with --reason", c.CommandPath())
		}
		if author == "" {
			author = a.user()
		}
		return a.mendRegister(c.Context(), func(r *parley.Register) error {
			done, err := fill(c.Context(), r, args)
			if err != nil {
				return err
			}
			done.Reason, done.Author = reason, author
			return a.correct(c.Context(), r, done)
		})
	}
	a.registerFlag(c)
	c.Flags().StringVar(&reason, "reason", "", "why, a `TEXT`; each correction needs one")
	c.Flags().StringVar(&author, "author", "", "who says so, a `NAME`; without it your login name")
	return c
}

// loginName is the name of who runs the program.
func loginName() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "unknown"
}
