package command

import (
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

const correctionsHelp = `Corrections prints the log of what persons have mended, the first correction first. It
only grows: what was taken back stays, marked as undone.`

func (a *app) correctionsCommand() *cobra.Command {
	var o listOptions
	c := &cobra.Command{
		Use:   "corrections",
		Short: "Print the log of corrections",
		Long:  correctionsHelp,
		Example: `  parley corrections
  parley corrections --format jsonl`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := o.check(); err != nil {
				return err
			}
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				log, err := r.Corrections(c.Context())
				if err != nil {
					return failed(err)
				}
				return correctionForms(log).print(a, o, each(log), func() error { return nil })
			}, parley.ForReading())
		},
	}
	a.registerFlag(c)
	o.flags(c.Flags())
	return c
}

// each walks over a list as over what a register answers.
func each[T any](list []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, v := range list {
			if !yield(v, nil) {
				return
			}
		}
	}
}

// correctionRow is a correction as a row of a CSV table.
type correctionRow struct {
	ID        int      `parquet:"id"`
	At        string   `parquet:"at"`
	Author    string   `parquet:"author"`
	Action    string   `parquet:"action"`
	Field     string   `parquet:"field"`
	Value     string   `parquet:"value"`
	Undoes    int      `parquet:"undoes"`
	Documents []string `parquet:"documents"`
	Reason    string   `parquet:"reason"`
	InForce   bool     `parquet:"in_force"`
}

func documentsOf(c *record.Correction) []string {
	var out []string
	for _, r := range c.Contacts {
		out = append(out, r.Document)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// dayOf is the day of a time of the log.
func dayOf(at string) string {
	day, _, _ := strings.Cut(at, "T")
	return export.Day(day)
}

// correctionForms are the formats of the log.
func correctionForms(log []record.Correction) forms[record.Correction] {
	undone := merge.Undone(log)
	columns := []export.Column{
		{Title: "#", Right: true}, {Title: "on"}, {Title: "author", Least: 6}, {Title: "what", Least: 16, Wrap: true},
		{Title: ""}, {Title: "documents", Least: 10, Spare: true}, {Title: "reason", Least: 16, Wrap: true},
	}
	return forms[record.Correction]{
		table: func(to io.Writer, look export.Look) printer[record.Correction] {
			return newRows(to, look, columns, func(c *record.Correction) []export.Cell {
				state := ""
				if undone[c.ID] {
					state = "undone"
				}
				var cells []export.Cell
				for _, s := range []string{
					strconv.FormatInt(c.ID, 10), dayOf(c.At), c.Author, export.Corrected(*c), state,
					strings.Join(documentsOf(c), ", "), c.Reason,
				} {
					cells = append(cells, export.Cell{Text: s})
				}
				return cells
			})
		},
		csv: func(to io.Writer) (printer[record.Correction], error) {
			return export.CSVRows(to, func(c record.Correction) correctionRow {
				return correctionRow{
					int(c.ID), c.At, c.Author, c.Action, c.Field, c.Value, int(c.Undoes), documentsOf(&c), c.Reason, !undone[c.ID],
				}
			}), nil
		},
		none: "No correction has been made.",
	}
}
