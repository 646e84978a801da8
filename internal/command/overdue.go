package command

import (
	"context"
	"iter"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

const overdueHelp = `Overdue lists the contacts that were announced for a day that has passed, and of which no
document says that they were held, called off or denied, the latest first.`

func (a *app) overdueCommand() *cobra.Command {
	return a.entriesCommand(&cobra.Command{
		Use:   "overdue",
		Short: "List what was announced and never reported as held",
		Long:  overdueHelp,
		Example: `  parley overdue
  parley overdue --kind visit --today 2025-03-12`,
	}, false, func(ctx context.Context, r *parley.Register, f parley.Filter, today string) iter.Seq2[record.Entry, error] {
		return r.Overdue(ctx, today, f)
	})
}
