package command

import (
	"context"
	"iter"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

const upcomingHelp = `Upcoming lists the contacts that still lie ahead or go on: called for, proposed, agreed
or scheduled, the soonest first; behind them those for which nobody gives a day.`

func (a *app) upcomingCommand() *cobra.Command {
	return a.entriesCommand(&cobra.Command{
		Use:   "upcoming",
		Short: "List the contacts that lie ahead",
		Long:  upcomingHelp,
		Example: `  parley upcoming
  parley upcoming --party EU --today 2025-03-12`,
	}, false, func(ctx context.Context, r *parley.Register, f parley.Filter, today string) iter.Seq2[record.Entry, error] {
		return r.Upcoming(ctx, today, f)
	})
}
