package command

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// lines takes what a command prints while it runs.
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

// waitFor is what is printed and matches a pattern, once it is.
func (l *lines) waitFor(t *testing.T, pattern string) string {
	t.Helper()
	re := regexp.MustCompile(pattern)
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if m := re.FindStringSubmatch(l.String()); m != nil {
			return m[len(m)-1]
		}
	}
	t.Fatalf("nothing like %s in:\n%s", pattern, l)
	return ""
}

// served runs serve over a register with one document, until stop is called, which returns
// the exit code.
func served(t *testing.T, flags ...string) (errs *lines, stop func(), code chan int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "my.parley")
	run := func(ctx context.Context, in string, errs *lines, args ...string) int {
		a := &app{in: strings.NewReader(in), out: io.Discard, err: errs}
		a.wire()
		return a.run(ctx, args)
	}
	errs = &lines{}
	if c := run(t.Context(), "French President Emmanuel Macron met Recep Tayyip Erdogan in Ankara.", errs, "add", "--register", path, "-"); c != exitOK {
		t.Fatalf("adding: %d, %s", c, errs)
	}
	ctx, stop := context.WithCancel(t.Context())
	code = make(chan int, 1)
	go func() {
		code <- run(ctx, "", errs, append([]string{"serve", "--register", path, "--listen", "127.0.0.1:0"}, flags...)...)
	}()
	return errs, stop, code
}

func get(t *testing.T, client *http.Client, address string) (int, string) {
	t.Helper()
	a, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = a.Body.Close() }()
	body, err := io.ReadAll(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	return a.StatusCode, string(body)
}

func TestServeAddress(t *testing.T) {
	errs, stop, code := served(t, "--log", "off", "--public-url", "https://parley.example/")
	defer stop()
	errs.waitFor(t, `Parley serves \S+ at https://parley\.example\n`)
	errs.waitFor(t, `open this once: https://parley\.example/sign-in\?key=\S+\n`)
	stop()
	if c := <-code; c != exitOK {
		t.Errorf("exit code %d, want 0: %s", c, errs)
	}
}

// TestServeStops asks for a page, signs in by the link that is printed, and stops the
// server while a request is on its way: that one is answered.
func TestServeStops(t *testing.T) {
	errs, stop, code := served(t, "--log", "text")
	defer stop()
	address := errs.waitFor(t, `Parley serves \S+ at (http://\S+)\n`)
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	if status, body := get(t, client, address+"/contacts"); status != http.StatusOK || !strings.Contains(body, "Turkey") {
		t.Errorf("/contacts: %d", status)
	}
	link := errs.waitFor(t, `open this once: (\S+)\n`)
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	for _, want := range []int{http.StatusSeeOther, http.StatusUnauthorized} { // once
		if status, _ := get(t, client, link); status != want {
			t.Errorf("the link: %d, want %d", status, want)
		}
	}
	errs.waitFor(t, `msg=request method=GET path=/sign-in status=401`)
	if strings.Contains(errs.String()[strings.Index(errs.String(), link)+len(link):], "parley_") {
		t.Error("the log of requests holds the key")
	}

	form := "text=Sergei+Lavrov+met+Wang+Yi+in+Moscow."
	c, err := net.Dial("tcp", strings.TrimPrefix(address, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	// The server asks for the rest when it has begun to read.
	if _, err := fmt.Fprintf(c, "POST /read HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"+
		"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n", len(form)); err != nil {
		t.Fatal(err)
	}
	in := bufio.NewReader(c)
	if line, err := in.ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") {
		t.Fatalf("%q, %v; want to be asked for the rest", line, err)
	}
	if _, err := in.ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	stop()
	for { // until nobody listens any more
		other, err := net.Dial("tcp", strings.TrimPrefix(address, "http://"))
		if err != nil {
			break
		}
		_ = other.Close()
	}
	if _, err := io.WriteString(c, form); err != nil {
		t.Fatal(err)
	}
	a, err := http.ReadResponse(in, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = a.Body.Close() }()
	body, err := io.ReadAll(a.Body)
	if err != nil || a.StatusCode != http.StatusOK || !strings.Contains(string(body), "Lavrov") {
		t.Errorf("the request that had begun: %d, %v", a.StatusCode, err)
	}
	if c := <-code; c != exitOK {
		t.Errorf("exit code %d, want 0: %s", c, errs)
	}
}
