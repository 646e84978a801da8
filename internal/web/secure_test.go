package web

import (
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/parley-news/parley/internal/web/access"
)

// TestHTTPS signs in and out over https as a browser does, whose jar takes a cookie of such
// a name only when all about it is as it has to be.
func TestHTTPS(t *testing.T) {
	d := newDesk(t, calls()...)
	d.server.Local, d.server.Secure = false, true
	secret, token, err := d.keeper.Create(t.Context(), "Ada", access.Editor, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewTLSServer(d.server)
	defer s.Close()
	client := s.Client()
	if client.Jar, err = cookiejar.New(nil); err != nil {
		t.Fatal(err)
	}
	ask := func(do func() (*http.Response, error), want int) http.Header {
		t.Helper()
		a, err := do()
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Body.Close(); err != nil {
			t.Fatal(err)
		}
		if a.StatusCode != want {
			t.Errorf("%s: %d, want %d", a.Request.URL, a.StatusCode, want)
		}
		return a.Header
	}
	page := func() (*http.Response, error) { return client.Get(s.URL + "/contacts") }
	ask(page, http.StatusUnauthorized)
	header := ask(func() (*http.Response, error) {
		return client.PostForm(s.URL+"/sign-in", url.Values{"token": {secret}, "back": {"/contacts"}})
	}, http.StatusOK) // where it leads
	if header.Get("Strict-Transport-Security") == "" {
		t.Error("nothing tells the browser to stay with https")
	}
	here, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	all := client.Jar.Cookies(here)
	if len(all) != 1 || !strings.HasPrefix(all[0].Name, "__Host-") {
		t.Fatalf("the browser holds %v", all)
	}
	ask(page, http.StatusOK)

	// The same session under the plain name, as somebody on the way can set it, is nobody's.
	plain := &http.Client{Transport: client.Transport}
	r, err := http.NewRequest(http.MethodGet, s.URL+"/contacts", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.AddCookie(&http.Cookie{Name: "parley-session", Value: all[0].Value})
	ask(func() (*http.Response, error) { return plain.Do(r) }, http.StatusUnauthorized)

	if err := d.keeper.Revoke(t.Context(), token.ID); err != nil {
		t.Fatal(err)
	}
	ask(page, http.StatusUnauthorized)
}

// TestManyAtOnce has readers and editors ask at the same time; each is answered, and what
// the editors add is there.
func TestManyAtOnce(t *testing.T) {
	d := newDesk(t, calls()...)
	editor := d.as(access.Editor)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for _, address := range []string{"/", "/contacts", "/contacts.json", "/documents/call-en", "/network"} {
				if a := d.ask(http.MethodGet, address, nil); a.status != http.StatusOK {
					t.Errorf("%s: %d", address, a.status)
				}
			}
			if i%4 == 0 {
				a := editor.ask(http.MethodPost, "/documents", url.Values{"text": {"Sergei Lavrov met Wang Yi in Moscow on visit " + strings.Repeat("I", i+1) + "."}})
				if a.status != http.StatusSeeOther {
					t.Errorf("adding: %d", a.status)
				}
			}
		})
	}
	all.Wait()
	totals, err := d.register.Totals(t.Context())
	if err != nil || totals.Documents != len(calls())+2 {
		t.Errorf("%d documents, %v; want %d", totals.Documents, err, len(calls())+2)
	}
	if found, err := d.register.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("the register is not sound: %v, %v", found, err)
	}
}
