package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
	"github.com/parley-news/parley/internal/gazetteer"
)

type readOptions struct {
	format, table string
	published     string
	language      string
	explain       bool
	out           string
	jobs          int
	color         string
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
			if len(args) == 0 {
				if terminalOf(a.in) {
					return errors.New("nothing to read; name a file or a folder, as in: parley read article.txt")
				}
				args = []string{"-"}
			}
			return a.read(c.Context(), args, o)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&o.format, "format", "text", "print as `FORMAT`: text, jsonl or csv")
	f.StringVar(&o.table, "table", "contacts", "which `TABLE` csv prints: contacts or statements")
	f.StringVar(&o.published, "published", "", "the `DAY` of publication, as 2025-09-18, of documents that do not say it")
	f.StringVar(&o.language, "language", "", "the language, a `CODE` as fr, of documents that do not say it")
	f.BoolVar(&o.explain, "explain", false, "text: under each value the words and the rule it comes from")
	f.StringVar(&o.out, "out", "", "write to this `FILE`, replaced only when all is written")
	f.IntVar(&o.jobs, "jobs", runtime.NumCPU(), "read `N` documents at a time")
	f.StringVar(&o.color, "color", "auto", "text: colours `WHEN`, auto (on a terminal), always or never")
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
	if err := oneOf("--color", o.color, "auto", "always", "never"); err != nil {
		return err
	}
	if o.table != "contacts" && o.format != "csv" {
		return errors.New("--table goes with --format csv; the other formats print contacts and statements together")
	}
	if o.explain && o.format != "text" {
		return errors.New("--explain goes with --format text; JSON Lines always carry the evidence")
	}
	if o.published != "" {
		if _, err := time.Parse(time.DateOnly, o.published); err != nil {
			return fmt.Errorf("--published %q is no day; write it as 2025-09-18", o.published)
		}
	}
	if o.language != "" {
		if err := oneOf("--language", o.language, languages...); err != nil {
			return err
		}
	}
	if o.jobs < 1 {
		return fmt.Errorf("--jobs %d is too few; at least 1 document is read at a time", o.jobs)
	}
	return nil
}

// oneOf checks a flag that takes one of a few words.
func oneOf(flag, value string, words ...string) error {
	for _, w := range words {
		if value == w {
			return nil
		}
	}
	if near := nearest(value, words); len(near) > 0 && len(words) > 4 {
		return fmt.Errorf("unknown %s %q; did you mean %s?", strings.TrimPrefix(flag, "--"), value, orList(near))
	}
	return fmt.Errorf("unknown %s %q; %s takes %s", strings.TrimPrefix(flag, "--"), value, flag, orList(words))
}

func (a *app) read(ctx context.Context, paths []string, o readOptions) error {
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
	meter := a.meter(to)
	unread := 0
	docs := a.open(ctx, a.in, input{paths: paths, published: o.published, language: o.language})
	for reading, readErr := range parley.ReadAll(ctx, docs, r, o.jobs) {
		if ctx.Err() != nil {
			break
		}
		meter.step()
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
		return errors.New("interrupted; the rest was not read")
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
	look := export.Look{Width: width(to), Color: colored(o.color, to), Explain: o.explain}
	if w, ok := r.(interface{ World() *gazetteer.World }); ok {
		look.Name = w.World().ActorName
	}
	return export.Text(to, look)
}
