package web

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/parley-news/parley/internal/web/access"
)

// lines takes what is logged.
type lines struct {
	mu sync.Mutex
	bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.Buffer.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.Buffer.String()
}

// fort is a desk on a real listener, that others reach unless it is local, and what its
// register holds.
type fort struct {
	*desk
	address string // host:port
	log     *lines
	held    string
}

// newFort opens a fort; change may set options and the bounds of the network.
func newFort(t *testing.T, local bool, change func(*Server, *http.Server)) *fort {
	t.Helper()
	f := &fort{desk: newDesk(t, calls()...), log: &lines{}}
	f.server.Local, f.server.Log = local, slog.New(slog.NewTextHandler(f.log, nil))
	h := f.server.HTTP()
	if change != nil {
		change(f.server, h)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- h.Serve(l) }()
	t.Cleanup(func() {
		_ = h.Close()
		if err := <-served; !errors.Is(err, http.ErrServerClosed) {
			t.Error(err)
		}
	})
	f.address = l.Addr().String()
	f.held = f.holds()
	return f
}

// holds is what the register holds, as text.
func (f *fort) holds() string {
	f.t.Helper()
	totals, err := f.register.Totals(f.t.Context())
	if err != nil {
		f.t.Fatal(err)
	}
	log, err := f.register.Corrections(f.t.Context())
	if err != nil {
		f.t.Fatal(err)
	}
	revision, err := f.register.Revision(f.t.Context())
	if err != nil {
		f.t.Fatal(err)
	}
	return fmt.Sprint(totals, log, revision)
}

// untouched fails when the register holds something else than in the beginning, or is not
// sound any more.
func (f *fort) untouched() {
	f.t.Helper()
	if found, err := f.register.Check(f.t.Context()); err != nil || len(found) > 0 {
		f.t.Errorf("the register is not sound any more: %v, %v", found, err)
	}
	if now := f.holds(); now != f.held {
		f.t.Errorf("the register was changed: %s, before %s", now, f.held)
	}
}

// do sends a request; the client follows nothing.
func (f *fort) call(method, address string, form url.Values, headers ...string) reply {
	f.t.Helper()
	var body io.Reader
	if form != nil {
		body = strings.NewReader(form.Encode())
	}
	r, err := http.NewRequestWithContext(f.t.Context(), method, "http://"+f.address+address, body)
	if err != nil {
		f.t.Fatal(err)
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if f.secret != "" {
		r.Header.Set("Authorization", "Bearer "+f.secret)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		} else {
			r.Header.Add(headers[i], headers[i+1])
		}
	}
	c := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	a, err := c.Do(r)
	if err != nil {
		f.t.Fatal(err)
	}
	defer a.Body.Close()
	got, err := io.ReadAll(a.Body)
	if err != nil {
		f.t.Fatal(err)
	}
	return reply{a.StatusCode, a.Header, string(got)}
}

// raw sends bytes as they are and returns the first line that comes back, "" when the
// connection is closed instead.
func (f *fort) raw(request string) string {
	f.t.Helper()
	c, err := net.Dial("tcp", f.address)
	if err != nil {
		f.t.Fatal(err)
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		f.t.Fatal(err)
	}
	go func() { _, _ = io.WriteString(c, request) }() // the server may stop listening
	line, err := bufio.NewReader(c).ReadString('\n')
	if errors.Is(err, os.ErrDeadlineExceeded) {
		f.t.Fatal("no answer, and the connection is still open")
	}
	return strings.TrimSpace(line)
}

// as is the fort asked by somebody with a role.
func (f *fort) as(role access.Role) *fort {
	other := *f
	other.desk = f.desk.as(role)
	return &other
}

// wants checks the status of an answer, and that it tells the browser what to do.
func (f *fort) wants(what string, a reply, status int) {
	f.t.Helper()
	if a.status != status {
		f.t.Errorf("%s: %d, want %d\n%.300s", what, a.status, status, a.body)
	}
	if !strings.Contains(a.header.Get("Content-Security-Policy"), "default-src 'none'") || a.header.Get("X-Content-Type-Options") != "nosniff" {
		f.t.Errorf("%s: the answer lets the browser do what it likes: %v", what, a.header)
	}
}
