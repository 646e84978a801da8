package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
)

const addHelp = `Add reads documents and keeps what they say in the register, a file. All that
they say of one contact becomes one entry, whatever the language.

A document that is in the register already, by its id and text, is passed over; of
one whose text has changed the old reading is kept as history; of one that comes
more than once the last text counts. What counts as added is safe on the disk: when
the work is interrupted, or the power goes, the same command goes on where it stopped.

What can be read, and what --published and --language mean, is as for parley read.
--again reads what the register holds anew, as Parley reads today.

Exit code: 0 when all was added, 1 when some input could not be read, 2 when the
command line is wrong.`

func (a *app) addCommand() *cobra.Command {
	var o inputOptions
	var again bool
	c := &cobra.Command{
		Use:   "add [FILE | FOLDER | -]...",
		Short: "Add documents to the register",
		Long:  addHelp,
		Example: `  parley add article.txt
  parley add --register my.parley dispatches/
  cat dispatches.jsonl | parley add -
  parley add --again`,
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.check(a.languages()); err != nil {
				return err
			}
			if again {
				if len(args) > 0 || o.published != "" || o.language != "" {
					return errors.New("--again reads what the register holds; name no input beside it")
				}
				return a.add(c.Context(), o, true)
			}
			if err := o.named(a, c, args); err != nil {
				return err
			}
			return a.add(c.Context(), o, false)
		},
	}
	a.registerFlag(c)
	o.flags(c.Flags())
	c.Flags().BoolVar(&again, "again", false, "read all documents of the register anew")
	return c
}

// addingRoom is how many bytes the heap may take while documents are added, where GOMEMLIMIT does
// not say. All languages and what merging keeps at hand take half of it; the limit that is
// enough for a reading would spend a third of the time on collecting (docs/speed.md).
const addingRoom = 640 << 20

// add adds what o names, or reads again what is there, and tells what became of it.
func (a *app) add(ctx context.Context, o inputOptions, again bool) error {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(addingRoom)
	}
	return a.withRegister(ctx, func(r *parley.Register) error {
		meter := a.meter(io.Discard, o.paths)
		o.got, o.repeats = meter.got, true
		how := parley.Adding{
			Jobs:     o.jobs,
			Progress: func(n parley.Added) { meter.step(n.Added + n.Changed + n.Unchanged + n.Unread) },
			Unread: func(err error) {
				meter.clear()
				a.complain(err)
			},
		}
		var done parley.Added
		var err error
		if again {
			done, err = r.ReadAgain(ctx, how)
		} else {
			done, err = r.Add(ctx, a.open(ctx, a.in, o.input), how)
		}
		meter.clear()
		if err == nil || ctx.Err() != nil || done != (parley.Added{}) {
			fmt.Fprintln(a.out, added(done)+" in "+r.Path())
		}
		switch {
		case ctx.Err() != nil:
			return failed(errors.New("interrupted; the same command goes on from here"))
		case err != nil:
			return failed(err)
		case done.Unread > 0:
			return errToldAlready
		}
		return nil
	})
}

// added says what became of the documents.
func added(n parley.Added) string {
	s := fmt.Sprintf("%d added, %d changed, %d unchanged", n.Added, n.Changed, n.Unchanged)
	if n.Unread > 0 {
		s += fmt.Sprintf(", %d unread", n.Unread)
	}
	entries, how := n.NewEntries, "new"
	if entries < 0 {
		entries, how = -entries, "fewer"
	}
	return s + fmt.Sprintf("; %s %s, %d changed", counted(entries, "entry"), how, n.ChangedEntries)
}
