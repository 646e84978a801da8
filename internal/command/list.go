package command

import (
	"cmp"
	"fmt"
	"io"
	"iter"

	"github.com/spf13/pflag"

	"github.com/parley-news/parley/internal/export"
)

// listOptions are those of every command that lists what a register holds.
type listOptions struct {
	lookOptions
	format string
	limit  int
	// cards: --format text prints each value whole.
	cards bool
}

// mostRows is how many are printed for people where nobody says how many.
const mostRows = 50

func (o *listOptions) flags(f *pflag.FlagSet) {
	f.StringVar(&o.format, "format", "table", "print as `FORMAT`: "+orList(o.formats()))
	f.IntVar(&o.limit, "limit", -1, fmt.Sprintf("print at most `N`, 0 for all (without it %d for people, all for programs)", mostRows))
	f.Lookup("limit").DefValue = "0" // which the help does not print
	o.lookOptions.flags(f)
}

func (o *listOptions) formats() []string {
	formats := []string{"table", "jsonl", "csv"}
	if o.cards {
		formats = append(formats, "text")
	}
	return formats
}

func (o *listOptions) check() error {
	if err := cmp.Or(oneOf("--format", o.format, o.formats()...), o.lookOptions.check()); err != nil {
		return err
	}
	switch {
	case o.limit < -1:
		return fmt.Errorf("--limit %d is no number of rows", o.limit)
	case o.limit == -1 && o.people():
		o.limit = mostRows
	case o.limit == -1:
		o.limit = 0
	}
	return nil
}

// people reports whether the format is one for people.
func (o *listOptions) people() bool { return o.format == "table" || o.format == "text" }

// wanted is how many to ask a register for: one more than are printed tells whether
// there are more.
func (o *listOptions) wanted() int {
	if o.limit == 0 {
		return 0
	}
	return o.limit + 1
}

// printer prints values of one kind in one format.
type printer[T any] interface {
	Write(v T) error
	Close() error
}

// forms are the formats that values of one kind are printed in.
type forms[T any] struct {
	table func(io.Writer, export.Look) printer[T]
	csv   func(io.Writer) (printer[T], error)
	text  func(io.Writer, export.Look) printer[T]
	// none is what is said where there is nothing, in a table.
	none string
}

// print prints a list in the format that is asked for. Where it is empty, unknown says
// which of the names that were asked for nobody knows, if it is that.
func (f forms[T]) print(a *app, o listOptions, all iter.Seq2[T, error], unknown func() error) error {
	to, err := a.target("")
	if err != nil {
		return failed(err)
	}
	defer to.discard()
	n, more, err := f.write(a, o, all, to)
	if err != nil {
		return failed(err)
	}
	if n == 0 {
		if err := unknown(); err != nil {
			return err
		}
		if o.people() {
			fmt.Fprintln(to, f.none)
		}
	}
	if err := to.keep(); err != nil {
		return failed(err)
	}
	if o.people() && more {
		fmt.Fprintf(a.err, "There are more than %d; --limit 0 prints all.\n", n)
	}
	return nil
}

// write prints up to the limit, and returns how many there were and whether there are more.
func (f forms[T]) write(a *app, o listOptions, all iter.Seq2[T, error], to *target) (n int, more bool, err error) {
	var p printer[T]
	switch o.format {
	case "jsonl":
		p = export.JSONLines[T](to)
	case "csv":
		if p, err = f.csv(to); err != nil {
			return 0, false, err
		}
	case "text":
		p = f.text(to, o.look(a, to))
	default:
		p = f.table(to, o.look(a, to))
	}
	for v, err := range all {
		if err != nil {
			return n, false, err
		}
		if o.limit > 0 && n == o.limit {
			more = true
			break
		}
		if err := p.Write(v); err != nil {
			return n, false, err
		}
		n++
	}
	return n, more, p.Close()
}

// rows prints values as a table, once all are there to find out how wide it gets.
type rows[T any] struct {
	to    io.Writer
	grid  *export.Grid
	cells func(v *T) []export.Cell
	empty bool
}

func newRows[T any](to io.Writer, look export.Look, columns []export.Column, cells func(*T) []export.Cell) *rows[T] {
	return &rows[T]{to, export.NewGrid(look, columns...), cells, true}
}

func (r *rows[T]) Write(v T) error {
	r.grid.Row(r.cells(&v)...)
	r.empty = false
	return nil
}

func (r *rows[T]) Close() error {
	if r.empty {
		return nil
	}
	return r.grid.Print(r.to)
}
