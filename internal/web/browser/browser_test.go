// Package browser tries the pages of the web application in a real browser, against a
// real server with a filled register.
package browser

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/naming"
	"github.com/parley-news/parley/internal/source"
	"github.com/parley-news/parley/internal/web"
	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/packs"
	"github.com/parley-news/parley/world"
)

var update = flag.Bool("update", false, "write the pictures in docs/ anew")

// now is the day on which the pages are looked at, shortly after most dispatches. Its clock
// goes on, as limits by the second need it.
func now() time.Time { return time.Date(2025, 6, 19, 9, 0, 0, 0, time.UTC).Add(time.Since(started)) }

var started = time.Now()

// site is a running server with the sample dispatches in its register.
type site struct {
	*httptest.Server
	register *parley.Register
	keeper   *access.Keeper
}

// open starts a server over the sample dispatches, or over an empty register.
func open(t *testing.T, samples ...string) *site {
	t.Helper()
	path := filepath.Join(t.TempDir(), "browser.parley")
	r, err := parley.OpenRegister(t.Context(), path, parley.WithClock(now))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { check(t, r.Close()) })
	if len(samples) > 0 {
		docs := source.Open(t.Context(), samples, nil, source.Options{})
		if _, err := r.Add(t.Context(), docs, parley.Adding{}); err != nil {
			t.Fatal(err)
		}
	}
	keeper, err := access.Open(t.Context(), path+access.Suffix, access.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { check(t, keeper.Close()) })
	w, err := gazetteer.Load(world.FS)
	if err != nil {
		t.Fatal(err)
	}
	s, err := web.New(web.Options{
		Register: r, World: w, Names: naming.New(w, func() (language.Names, error) { return language.ReadNames(packs.FS) }), Access: keeper, Now: now, Log: slog.New(slog.DiscardHandler), Local: true,
		Reader: func() (parley.DocumentReader, error) { return parley.NewReader() },
	})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	return &site{server, r, keeper}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
}

// chromium is the browser to try the pages in; without one the test is skipped, but not
// where everything has to run.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("PARLEY_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("there is no Chromium; on Debian apt-get install chromium, or name one in PARLEY_CHROMIUM")
	}
	t.Skip("there is no Chromium; PARLEY_CHROMIUM names one")
	return ""
}

// launch starts a browser that can reach this machine alone and asks nobody for anything by
// itself. All tabs of the test are in it.
func launch(t *testing.T) context.Context {
	t.Helper()
	alloc, stop := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(chromium(t)), chromedp.Flag("no-sandbox", os.Geteuid() == 0), chromedp.Flag("headless", "new"),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("enable-unsafe-swiftshader", true), chromedp.Flag("use-angle", "swiftshader"), chromedp.Flag("hide-scrollbars", true), chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatalf("the browser does not start: %v", err)
	}
	return ctx
}

// manner is how a page is looked at.
type manner struct {
	width, height int64
	scripts, dark bool
	lang          string
	print         bool
}

var desk = manner{width: 1280, height: 900, scripts: true}

// tab is a tab of the browser, with all that went wrong in it.
type tab struct {
	t    *testing.T
	ctx  context.Context
	host string

	mu    sync.Mutex
	wrong []string
}

// visit opens an address of the site in a tab of its own, which knows nothing of the others.
func visit(browser context.Context, t *testing.T, s *site, address string, m manner) *tab {
	t.Helper()
	u, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	p := &tab{t: t, host: u.Host}
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext(), chromedp.WithListener(p.note))
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil { // the first one opens the tab, and must know no limit
		t.Fatal(err)
	}
	limited, end := context.WithTimeout(ctx, 30*time.Second)
	t.Cleanup(end)
	p.ctx = limited
	scheme := "light"
	if m.dark {
		scheme = "dark"
	}
	media := ""
	if m.print {
		media = "print"
	}
	p.do(
		call(network.Enable, network.EnableParams{}), call(cdplog.Enable, cdp.Empty{}), call(runtime.Enable, cdp.Empty{}),
		call(network.SetExtraHTTPHeaders, network.SetExtraHTTPHeadersParams{Headers: network.Headers{"Accept-Language": either(m.lang, "en")}}),
		call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: m.width, Height: m.height, DeviceScaleFactor: 1, Mobile: m.width < 600}),
		call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media, Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
		}}),
		call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !m.scripts}),
		chromedp.Navigate(s.URL+address),
	)
	return p
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// call is a command of the browser's protocol as an action.
func call[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// note keeps what goes wrong: errors of scripts and of the policy, and requests that leave
// the server.
func (p *tab) note(event any) {
	wrong := ""
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(e.Request.URL); err != nil || u.Host != p.host && u.Scheme != "data" && u.Scheme != "about" {
			wrong = "asks another host: " + e.Request.URL
		}
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == cdplog.EntryLevelError || e.Entry.Level == cdplog.EntryLevelWarning {
			wrong = fmt.Sprintf("the browser complains: %s %s", e.Entry.Text, e.Entry.URL)
		}
	case *runtime.EventExceptionThrown:
		wrong = "a script fails: " + e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			wrong += " " + e.ExceptionDetails.Exception.Description
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			wrong = "a script complains:"
			for _, a := range e.Args {
				wrong += fmt.Sprintf(" %s %s", a.Value, a.Description)
			}
		}
	}
	if wrong != "" {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.wrong = append(p.wrong, wrong)
	}
}

// clean fails the test for all that went wrong in the tab.
func (p *tab) clean() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, w := range p.wrong {
		p.t.Error(w)
	}
	p.wrong = nil
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.t.Fatal(err)
	}
}

// evaluate returns what an expression is in the page.
func evaluate[T any](p *tab, expression string) T {
	p.t.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v", strings.SplitN(expression, "\n", 2)[0], err)
	}
	return v
}
