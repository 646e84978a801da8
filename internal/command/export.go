package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
)

const exportHelp = `Export writes entries of the register in a format for other programs, by day, then id:
the same register gives the same bytes.

`

func (a *app) exportCommand() *cobra.Command {
	var f filterOptions
	var format, out string
	var names []string
	formats := exportHelp
	for _, f := range export.EntryFormats() {
		names = append(names, f.Name)
		formats += fmt.Sprintf("  %-8s %s\n", f.Name, f.About)
	}
	c := &cobra.Command{
		Use:   "export",
		Short: "Write the register in another format",
		Long:  strings.TrimSpace(formats),
		Example: `  parley export --format jsonl --out entries.jsonl
  parley export --format ical --party FRA --out france.ics
  parley export --format gexf --from 2025 | head`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if format == "" {
				return fmt.Errorf("export needs --format: %s", orList(names))
			}
			f.oldest = true
			if err := cmp.Or(oneOf("--format", format, names...), f.check(a)); err != nil {
				return err
			}
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				return a.export(c.Context(), r, format, out, f.Filter)
			}, parley.ForReading())
		},
	}
	a.registerFlag(c)
	c.Flags().StringVar(&format, "format", "", "the `FORMAT`: "+orList(names))
	c.Flags().StringVar(&out, "out", "", "write to this `FILE`, replaced only when all is written")
	f.flags(c.Flags(), false)
	f.rejectedFlag(c.Flags())
	return c
}

func (a *app) export(ctx context.Context, r *parley.Register, format, out string, filter parley.Filter) error {
	to, err := a.target(out)
	if err != nil {
		return failed(err)
	}
	defer to.discard()
	if format == "parquet" && terminalOf(to) {
		return errors.New("parquet is nothing to read on a terminal; name a file with --out")
	}
	f, err := export.FormatNamed(format)
	if err != nil {
		return failed(err)
	}
	w, err := a.world()
	if err != nil {
		return failed(err)
	}
	entries, err := f.Open(to, export.EntryOptions{World: w, Rejected: filter.Rejected})
	if errors.Is(err, export.ErrNoMark) {
		return fmt.Errorf("--rejected does not go with --format %s, which cannot mark such entries", format)
	}
	if err != nil {
		return failed(err)
	}
	for e, err := range r.Entries(ctx, filter) {
		if err != nil {
			return failed(stopped(ctx, err))
		}
		if err := entries.Write(e); err != nil {
			return failed(err)
		}
	}
	return failed(errors.Join(entries.Close(), to.keep()))
}
