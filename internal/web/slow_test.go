package web

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/parley-news/parley/internal/web/access"
)

func TestServerHasLimits(t *testing.T) {
	h := newDesk(t).server.HTTP()
	for name, d := range map[string]time.Duration{"headers": h.ReadHeaderTimeout, "requests": h.ReadTimeout, "answers": h.WriteTimeout, "idle connections": h.IdleTimeout} {
		if d <= 0 || d > 5*time.Minute {
			t.Errorf("%s may take %v", name, d)
		}
	}
	if h.MaxHeaderBytes <= 0 || h.MaxHeaderBytes > 64<<10 {
		t.Errorf("headers may have %d bytes", h.MaxHeaderBytes)
	}
}

// TestSlow checks that a request that never ends is cut off, and that others are answered
// meanwhile.
func TestSlow(t *testing.T) {
	f := newFort(t, true, func(_ *Server, h *http.Server) {
		h.ReadHeaderTimeout, h.ReadTimeout = 200*time.Millisecond, 400*time.Millisecond
	}).as(access.Editor)
	defer f.untouched()
	body := "Host: localhost\r\nAuthorization: Bearer " + f.secret + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ntext=Fra"
	for name, request := range map[string]string{
		"headers":  "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
		"nothing":  "",
		"a text":   "POST /documents HTTP/1.1\r\n" + body,
		"a form":   "POST /samples HTTP/1.1\r\n" + body,
		"the API":  "POST /api/v1/documents HTTP/1.1\r\n" + strings.Replace(body, "application/x-www-form-urlencoded", "application/json", 1),
		"a chunk":  "POST /documents HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nFFFF\r\nabc",
		"one line": "GET / HT",
	} {
		t.Run(name, func(t *testing.T) {
			c, err := net.Dial("tcp", f.address)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if err := c.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(c, request); err != nil {
				t.Fatal(err)
			}
			f.wants("another one", f.call(http.MethodGet, "/contacts", nil), http.StatusOK)
			answer, err := io.ReadAll(c)
			if errors.Is(err, os.ErrDeadlineExceeded) {
				t.Fatalf("the connection is still open; %q came", answer)
			}
			if strings.HasPrefix(string(answer), "HTTP/1.1 2") || strings.HasPrefix(string(answer), "HTTP/1.1 3") {
				t.Errorf("half a request was answered: %.100q", answer)
			}
		})
	}
}

// TestGoneReader checks that a reader who takes nothing does not hold others up.
func TestGoneReader(t *testing.T) {
	f := newFort(t, true, nil)
	defer f.untouched()
	for range 20 {
		c, err := net.Dial("tcp", f.address)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(c, "GET /contacts.csv HTTP/1.1\r\nHost: localhost\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	f.wants("another one", f.call(http.MethodGet, "/contacts", nil), http.StatusOK)
}

func TestPanic(t *testing.T) {
	f := newFort(t, true, nil)
	defer f.untouched()
	f.server.mux.HandleFunc("GET /broken", func(http.ResponseWriter, *http.Request) { panic("a secret reason") })
	f.server.page("/broken-page", "overview", func(*http.Request) (any, error) { panic("a secret reason") })
	f.server.mux.HandleFunc("GET /half", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, "half")
		panic("a secret reason")
	})
	for _, address := range []string{"/broken", "/broken-page", "/broken-page.json"} {
		a := f.call(http.MethodGet, address, nil)
		f.wants(address, a, http.StatusInternalServerError)
		if strings.Contains(a.body, "secret reason") {
			t.Errorf("%s tells why: %s", address, a.body)
		}
		if !strings.Contains(f.log.String(), `msg="a handler panicked" path=`+address+" ") {
			t.Errorf("%s is not in the log", address)
		}
	}
	if !strings.Contains(f.log.String(), "slow_test.go") {
		t.Error("the log does not say where")
	}
	// What was begun cannot be made good: the reader must see that it is not whole.
	c, err := net.Dial("tcp", f.address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprint(c, "GET /half HTTP/1.1\r\nHost: localhost\r\n\r\n")
	r, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err == nil {
		_, err = io.ReadAll(r.Body)
		_ = r.Body.Close() // read to its end
	}
	if err == nil {
		t.Error("half an answer looks like a whole one")
	}
	f.wants("another one", f.call(http.MethodGet, "/contacts", nil), http.StatusOK)
}

// TestStop checks that a request that has begun gets its answer when the server stops, and
// that no other one does.
func TestStop(t *testing.T) {
	began, goOn := make(chan struct{}), make(chan struct{})
	var h *http.Server
	f := newFort(t, true, func(_ *Server, of *http.Server) { h = of })
	defer f.untouched()
	f.server.mux.HandleFunc("GET /slow", func(w http.ResponseWriter, _ *http.Request) {
		close(began)
		<-goOn
		plain(w, http.StatusOK, "whole\n")
	})
	answer := make(chan reply, 1)
	go func() { answer <- f.call(http.MethodGet, "/slow", nil) }()
	<-began
	stopped := make(chan error, 1)
	go func() { stopped <- h.Shutdown(t.Context()) }()
	for { // until nobody listens any more
		c, err := net.Dial("tcp", f.address)
		if err != nil {
			break
		}
		_ = c.Close()
	}
	select {
	case err := <-stopped:
		t.Fatalf("the server stopped before the answer: %v", err)
	default:
	}
	close(goOn)
	if a := <-answer; a.status != http.StatusOK || a.body != "whole\n" {
		t.Errorf("%d, %q", a.status, a.body)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}
