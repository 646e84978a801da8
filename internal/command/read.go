package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/naming"
)

type readOptions struct {
	inputOptions
	lookOptions
	format, table string
	explain       bool
	out           string
}

const readHelp = `Read prints what each document says: the contacts, the statements, who reported
what, and where the accounts differ.

A FILE is UTF-8 text, or JSON Lines with one document per line (id, text, and
if known title, url, outlet, published, language). A FOLDER is read with all
that is in it, in the order of names. - is standard input, in either form.
A document's own date and language count before --published and --language.

Exit code: 0 when all was read, 1 when some input could not be, 2 when the
command line is wrong.`

func (a *app) readCommand() *cobra.Command {
	var o readOptions
	c := &cobra.Command{
		Use:   "read [FILE | FOLDER | -]...",
		Short: "Print what documents say of diplomacy",
		Long:  readHelp,
		Example: `  parley read article.txt
  parley read --published 2025-09-18 --explain article.txt
  parley read --format jsonl --out readings.jsonl dispatches/
  parley read --format csv --table statements dispatches/ > statements.csv
  cat article.txt | parley read -`,
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.check(a.languages()); err != nil {
				return err
			}
			if err := o.named(a, c, args); err != nil {
				return err
			}
			return a.read(c.Context(), o)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&o.format, "format", "text", "print as `FORMAT`: text, jsonl or csv")
	f.StringVar(&o.table, "table", "contacts", "which `TABLE` csv prints: contacts or statements")
	o.inputOptions.flags(f)
	f.BoolVar(&o.explain, "explain", false, "text: under each value the words and the rule it comes from")
	f.StringVar(&o.out, "out", "", "write to this `FILE`, replaced only when all is written")
	o.lookOptions.flags(f)
	return c
}

// check refuses what the flags cannot mean.
func (o *readOptions) check(languages []string) error {
	if err := oneOf("--format", o.format, "text", "jsonl", "csv"); err != nil {
		return err
	}
	if err := oneOf("--table", o.table, "contacts", "statements"); err != nil {
		return err
	}
	if err := o.lookOptions.check(); err != nil {
		return err
	}
	if o.table != "contacts" && o.format != "csv" {
		return errors.New("--table goes with --format csv; the other formats print contacts and statements together")
	}
	if o.explain && o.format != "text" {
		return errors.New("--explain goes with --format text; JSON Lines always carry the evidence")
	}
	return o.inputOptions.check(languages)
}

// oneOf checks a flag that takes one of a few words.
func oneOf(flag, value string, words ...string) error {
	for _, w := range words {
		if value == w {
			return nil
		}
	}
	if near := naming.Nearest(value, words); len(near) > 0 && len(words) > 4 {
		return fmt.Errorf("unknown %s %q; did you mean %s?", strings.TrimPrefix(flag, "--"), value, orList(near))
	}
	return fmt.Errorf("unknown %s %q; %s takes %s", strings.TrimPrefix(flag, "--"), value, flag, orList(words))
}

func (a *app) read(ctx context.Context, o readOptions) error {
	r, err := a.newReader()
	if err != nil {
		return failed(err)
	}
	to, err := a.target(o.out)
	if err != nil {
		return failed(err)
	}
	defer to.discard()
	w := a.writer(to, o, r)
	meter := a.meter(to, o.paths)
	o.got = meter.got
	read, unread := 0, 0
	docs := a.open(ctx, a.in, o.input)
	for reading, readErr := range parley.ReadAll(ctx, docs, r, o.jobs) {
		if ctx.Err() != nil {
			break
		}
		read++
		meter.step(read)
		if readErr != nil {
			unread++
			meter.clear()
			a.complain(readErr)
			continue
		}
		if err = w.Write(reading); err != nil {
			break
		}
	}
	meter.clear()
	if err = errors.Join(ctx.Err(), err, w.Close()); err != nil {
		return failed(stopped(ctx, err))
	}
	if err := to.keep(); err != nil {
		return failed(err)
	}
	if unread > 0 {
		return errToldAlready
	}
	return nil
}

// stopped says in plain words that it was the user who ended the work.
func stopped(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return errors.New("interrupted; the rest was left")
	}
	return err
}

func (a *app) writer(to io.Writer, o readOptions, r parley.DocumentReader) export.Writer {
	switch o.format {
	case "jsonl":
		return export.JSONL(to)
	case "csv":
		return export.CSV(to, export.Table(o.table))
	}
	look := o.look(a, to)
	look.Explain = o.explain
	if w, ok := r.(interface{ World() *gazetteer.World }); ok {
		look.Name = w.World().ActorName // it is loaded already
	}
	return export.Text(to, look)
}

// orList writes "a", "a or b", "a, b or c".
func orList(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}
