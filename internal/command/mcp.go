package command

import (
	"context"
	"log/slog"
	"sync"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/naming"
	"github.com/parley-news/parley/internal/web/assistant"
	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

const mcpHelp = `Mcp lets an assistant ask the register: it speaks the Model Context Protocol on standard
input and output. The tools read a text, search the register, show an entry with its
evidence, list what is coming, compare accounts and find who is meant; none of them
changes anything. docs/assistant.md says how to connect it.

parley serve has the same tools over HTTP under /mcp.`

func (a *app) mcpCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "mcp",
		Short: "Let an assistant ask a register",
		Long:  mcpHelp,
		Example: `  parley mcp
  parley mcp --register my.parley`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				return failed(a.assist(c.Context(), r))
			}, parley.ForReading())
		},
	}
	a.registerFlag(c)
	return c
}

func (a *app) assist(ctx context.Context, r *parley.Register) error {
	w, err := a.world()
	if err != nil {
		return err
	}
	reader := sync.OnceValues(a.newReader)
	server := assistant.New(assistant.Options{
		Register: r, Views: view.New(r, w, naming.New(w, a.packNames), a.now), Version: version(), Log: slog.New(slog.NewTextHandler(a.err, &slog.HandlerOptions{Level: slog.LevelWarn})),
		Read: func(ctx context.Context, d record.Document) (record.Reading, error) {
			reader, err := reader()
			if err != nil {
				return record.Reading{}, err
			}
			return reader.Read(ctx, d)
		},
	})
	return server.Serve(ctx, a.in, a.out)
}
