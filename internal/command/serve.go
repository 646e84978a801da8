package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/naming"
	"github.com/parley-news/parley/internal/web"
	"github.com/parley-news/parley/internal/web/access"
)

const serveHelp = `Serve opens a register in the browser: who spoke to whom this week, what is coming,
what is disputed, and every value down to its words. Programs find the same under the same
addresses with .json behind them, under /api and under /mcp.

On this machine alone, as without --listen, everybody may read, and whoever opens the
link that is printed may change things too. On any other address nobody may do anything
without a token (parley token create), and the way there has to be encrypted: by
--tls-cert and --tls-key, or by a proxy in front, which --behind-proxy says is there.`

type serveOptions struct {
	listen, cert, key, log, open, public string
	hosts                                []string
	proxy                                bool
	idle                                 time.Duration
}

func (o *serveOptions) flags(f *pflag.FlagSet) {
	f.StringVar(&o.listen, "listen", "127.0.0.1:8080", "listen on this `ADDRESS`; port 0 takes any that is free")
	f.StringVar(&o.cert, "tls-cert", "", "the certificate for https, a `FILE`")
	f.StringVar(&o.key, "tls-key", "", "the key of the certificate, a `FILE`")
	f.StringArrayVar(&o.hosts, "host", nil, "a `NAME` that the server goes by; again for another one")
	f.StringVar(&o.public, "public-url", "", "the `ADDRESS` that feeds and calendars link to, where a proxy gives another one")
	f.BoolVar(&o.proxy, "behind-proxy", false, "a proxy in front does https and says who asks (X-Forwarded-For)")
	f.StringVar(&o.log, "log", "text", "log requests as `FORMAT`: text, json or off")
	f.StringVar(&o.open, "open", "", "open this `PAGE` in the browser, as /")
	f.DurationVar(&o.idle, "idle", 0, "stop when nobody has asked for anything for so long, a `TIME` as 2h")
}

func (a *app) serveCommand() *cobra.Command {
	var o serveOptions
	c := &cobra.Command{
		Use:   "serve",
		Short: "Open a register in the browser",
		Long:  serveHelp,
		Example: `  parley serve
  parley serve --register my.parley --listen 127.0.0.1:9000 --open /
  parley serve --listen :443 --host parley.example.org --tls-cert cert.pem --tls-key key.pem`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := o.check(); err != nil {
				return err
			}
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				return failed(a.serve(c.Context(), r, o))
			})
		},
	}
	a.registerFlag(c)
	o.flags(c.Flags())
	return c
}

func (o *serveOptions) check() error {
	if (o.cert == "") != (o.key == "") {
		return errors.New("--tls-cert and --tls-key go together")
	}
	if _, _, err := net.SplitHostPort(o.listen); err != nil {
		return fmt.Errorf("--listen %q is no address; write it as 127.0.0.1:8080 or :8080", o.listen)
	}
	if o.open != "" && !strings.HasPrefix(o.open, "/") {
		return fmt.Errorf("--open %q is no page; write it as / or /contacts", o.open)
	}
	if u, err := url.Parse(o.public); o.public != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "") {
		return fmt.Errorf("--public-url %q is no address; write it as https://parley.example.org", o.public)
	}
	if o.idle < 0 {
		return fmt.Errorf("--idle %v is less than no time", o.idle)
	}
	return oneOf("--log", o.log, "text", "json", "off")
}

// local reports whether the server can be reached from this machine alone.
func (o *serveOptions) local() bool {
	host, _, err := net.SplitHostPort(o.listen)
	ip := net.ParseIP(host)
	return err == nil && !o.proxy && (host == "localhost" || ip != nil && ip.IsLoopback())
}

func (o *serveOptions) logger(to io.Writer) *slog.Logger {
	switch o.log {
	case "off":
		return slog.New(slog.DiscardHandler)
	case "json":
		return slog.New(slog.NewJSONHandler(to, nil))
	}
	return slog.New(slog.NewTextHandler(to, nil))
}

func (a *app) serve(ctx context.Context, r *parley.Register, o serveOptions) (err error) {
	keeper, err := access.Open(ctx, r.Path()+access.Suffix, access.Options{Now: a.now})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, keeper.Close()) }()
	if err := o.safe(ctx, keeper, r.Path()); err != nil {
		return err
	}
	w, err := a.world()
	if err != nil {
		return err
	}
	s, err := web.New(web.Options{
		Register: r, World: w, Names: naming.New(w, a.packNames), Reader: a.newReader, Access: keeper, Now: a.now, Version: version(), Log: o.logger(a.err),
		Local: o.local(), Hosts: o.hosts, Secure: o.cert != "" || o.proxy, BehindProxy: o.proxy, PublicURL: o.public,
	})
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", o.listen)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w; --listen takes another address", o.listen, err)
	}
	address := o.address(l)
	fmt.Fprintf(a.err, "Parley serves %s at %s\n", r.Path(), address)
	start := address + o.open
	if o.local() {
		start = address + "/sign-in?key=" + keeper.NewKey(access.Editor) + "&back=" + url.QueryEscape(o.open)
		fmt.Fprintf(a.err, "To change things too, open this once: %s\n", start)
	}
	if o.open != "" {
		if err := browse(start); err != nil {
			fmt.Fprintf(a.err, "no browser could be opened: %v\n", err)
		}
	}
	return run(ctx, s, l, o)
}

// safe refuses to open a register to others where anybody could read or change it.
func (o *serveOptions) safe(ctx context.Context, k *access.Keeper, register string) error {
	if o.local() {
		return nil
	}
	if o.cert == "" && !o.proxy {
		return fmt.Errorf("%s can be reached from other machines, and tokens would travel there for all to read; "+
			"give --tls-cert and --tls-key, or --behind-proxy where a proxy encrypts, or listen on 127.0.0.1", o.listen)
	}
	tokens, err := k.List(ctx)
	if err != nil {
		return err
	}
	for _, t := range tokens {
		if t.Valid {
			return nil
		}
	}
	return fmt.Errorf("%s can be reached from other machines, and no token says who may do what; "+
		"make one first: parley token create --register %s --name NAME --role administrator", o.listen, register)
}

func (o *serveOptions) address(l net.Listener) string {
	if o.public != "" {
		return strings.TrimSuffix(o.public, "/")
	}
	scheme := "http"
	if o.cert != "" {
		scheme = "https"
	}
	return scheme + "://" + l.Addr().String()
}

// stopTime is how long requests may go on that are being answered when the server stops.
const stopTime = 10 * time.Second

// run serves until the context ends, and lets requests that have begun come to their end.
func run(ctx context.Context, s *web.Server, l net.Listener, o serveOptions) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	server := s.HTTP()
	if o.idle > 0 {
		s.WhenIdle(o.idle, cancel)
	}
	served := make(chan error, 1)
	go func() {
		if o.cert != "" {
			served <- server.ServeTLS(l, o.cert, o.key)
		} else {
			served <- server.Serve(l)
		}
	}()
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
	}
	s.Stopping()
	last, done := context.WithTimeout(context.Background(), stopTime)
	defer done()
	if err := server.Shutdown(last); err != nil {
		return errors.Join(fmt.Errorf("some requests were cut off: %w", err), server.Close())
	}
	if err := <-served; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
