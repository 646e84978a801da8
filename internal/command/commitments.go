package command

import (
	"cmp"
	"io"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
)

const commitmentsHelp = `Commitments lists what actors undertook to do, the latest first, by when, and what became
of it: kept (the contact that was promised is reported as held), broken (as called off
or denied), due, overdue (the day has passed, and nothing later tells of it) or
no-later-report (it has no day).`

var commitmentStates = []string{string(parley.Kept), string(parley.Broken), string(parley.Due), string(parley.Overdue), string(parley.NoLaterReport)}

func (a *app) commitmentsCommand() *cobra.Command {
	var f parley.CommitmentFilter
	var o listOptions
	var day dayOption
	var states []string
	var oldest bool
	c := &cobra.Command{
		Use:   "commitments",
		Short: "List what actors undertook to do, and what became of it",
		Long:  commitmentsHelp,
		Example: `  parley commitments --party France
  parley commitments --state overdue --today 2025-03-12`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			err := cmp.Or(o.check(), day.check(a), someOf("--state", states, commitmentStates), a.parties(f.Who), period(&f.From, &f.To))
			if err != nil {
				return err
			}
			for _, s := range states {
				f.States = append(f.States, parley.CommitmentState(s))
			}
			f.Limit, f.Newest = o.wanted(), !oldest
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				return commitmentForms().print(a, o, r.Commitments(c.Context(), day.day, f), func() error { return nil })
			}, parley.ForReading())
		},
	}
	a.registerFlag(c)
	s := c.Flags()
	s.StringArrayVar(&f.Who, "party", nil, "a `PARTY` that undertook it: a code or a name in any language")
	s.StringArrayVar(&states, "state", nil, "a `STATE`: "+orList(commitmentStates))
	s.StringVar(&f.From, "from", "", "told from a `DAY` on, as 2025-09-18, 2025-09 or 2025")
	s.StringVar(&f.To, "to", "", "told up to a `DAY`")
	s.BoolVar(&oldest, "oldest", false, "the oldest first, not the latest")
	day.flag(s)
	o.flags(s)
	return c
}

// commitmentRow is a commitment as a row of a CSV table.
type commitmentRow struct {
	Document  string  `parquet:"document"`
	Outlet    *string `parquet:"outlet"`
	Published *string `parquet:"published"`
	Who       string  `parquet:"who"`
	Text      string  `parquet:"text"`
	From      string  `parquet:"from"`
	To        string  `parquet:"to"`
	State     string  `parquet:"state"`
	Entry     *string `parquet:"entry"`
}

// commitmentForms are the formats of commitments.
func commitmentForms() forms[parley.Commitment] {
	return forms[parley.Commitment]{
		table: func(to io.Writer, look export.Look) printer[parley.Commitment] {
			return newRows(to, look, export.CommitmentColumns, func(c *parley.Commitment) []export.Cell {
				return export.CommitmentCells(&c.Commitment, &c.Document, string(c.State), c.Entry)
			})
		},
		csv: func(to io.Writer) (printer[parley.Commitment], error) {
			return export.CSVRows(to, func(c parley.Commitment) commitmentRow {
				row := commitmentRow{
					Document: c.Document.ID, Outlet: c.Document.Outlet, Published: c.Document.Published,
					Who: c.Who.ID, Text: c.Text, State: string(c.State), Entry: c.Entry,
				}
				if c.Date != nil {
					row.From, row.To = c.Date.From, c.Date.To
				}
				return row
			}), nil
		},
		none: "No commitment found.",
	}
}
