package command

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/web"
)

const serveHelp = `Serve opens a register in the browser: pages for people, JSON for programs.`

func (a *app) serveCommand() *cobra.Command {
	var listen string
	c := &cobra.Command{
		Use:   "serve",
		Short: "Open a register in the browser",
		Long:  serveHelp,
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				return failed(a.serve(c.Context(), r, listen))
			})
		},
	}
	a.registerFlag(c)
	c.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", "listen on this `ADDRESS`")
	return c
}

func (a *app) serve(ctx context.Context, r *parley.Register, listen string) error {
	w, err := a.world()
	if err != nil {
		return err
	}
	s, err := web.New(web.Options{
		Register: r, World: w, Reader: a.newReader, Now: a.now, Log: slog.New(slog.NewTextHandler(a.err, nil)),
	})
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", listen)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.err, "parley serves %s at http://%s\n", r.Path(), l.Addr())
	server := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	stopped := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stopped()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
