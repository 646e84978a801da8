package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/web/access"
)

// TestOtherSites checks that a page of another site changes nothing, though the reader is
// signed in here.
func TestOtherSites(t *testing.T) {
	f := newFort(t, true, nil).as(access.Editor)
	defer f.untouched()
	e := f.entryOf("call-en")
	session, _, err := f.keeper.SignIn(t.Context(), f.secret, "")
	if err != nil {
		t.Fatal(err)
	}
	f.secret = ""
	posts := map[string]url.Values{
		"/contacts/" + e.ID + "/corrections": {"action": {"reject"}, "reason": {"x"}},
		"/documents":                         {"text": {"France and Spain met."}},
		"/samples":                           {}, "/sign-out": {}, "/sign-in": {"token": {"x"}}, "/look": {"lang": {"fr"}}, "/read": {"text": {"x"}},
		"/access/tokens": {"name": {"x"}, "role": {"administrator"}}, "/api/v1/corrections": {"a": {"b"}}, "/mcp": {"a": {"b"}},
	}
	for _, headers := range [][]string{
		{"Origin", "https://evil.example"}, {"Origin", "null"}, {"Origin", "http://" + f.address + ".evil.example"}, {"Sec-Fetch-Site", "cross-site"},
		{"Sec-Fetch-Site", "same-site"}, {"Origin", "http://" + f.address, "Sec-Fetch-Site", "cross-site"},
	} {
		for address, form := range posts {
			a := f.call(http.MethodPost, address, form, append(headers, "Cookie", "parley-session="+session)...)
			f.wants(fmt.Sprint(address, headers), a, http.StatusForbidden)
			if len(a.header.Values("Set-Cookie")) > 0 {
				t.Errorf("%s %v sets a cookie", address, headers)
			}
		}
	}
	if n := strings.Count(f.log.String(), "a page of another site"); n != 6*len(posts) {
		t.Errorf("%d of %d requests are in the log", n, 6*len(posts))
	}
	if _, err := f.keeper.BySession(t.Context(), session); err != nil {
		t.Errorf("the session was ended: %v", err)
	}
	a := f.call(http.MethodPost, "/look", url.Values{"lang": {"fr"}}, "Origin", "http://"+f.address, "Sec-Fetch-Site", "same-origin")
	f.wants("a page of our own", a, http.StatusSeeOther)
}

func TestHostNames(t *testing.T) {
	f := newFort(t, true, func(s *Server, _ *http.Server) { s.Hosts = []string{"parley.example"} })
	defer f.untouched()
	for host, want := range map[string]int{
		"localhost": 200, "LOCALHOST:99": 200, "127.0.0.1": 200, "127.8.8.8:80": 200, "[::1]:80": 200, "parley.example": 200, "Parley.Example:443": 200,
		"evil.example": 421, "localhost.evil.example": 421, "127.0.0.1.evil.example": 421, "parley.example.evil": 421, "192.0.2.1": 421, "0.0.0.0": 421,
		"evil.example:8080": 421, "localhost.": 421,
	} {
		for _, address := range []string{"/", "/contacts.json", "/api/v1/totals", "/contacts.csv"} {
			f.wants(host+address, f.call(http.MethodGet, address, nil, "Host", host), want)
		}
	}
	f.server.Local = false
	f.wants("localhost, from elsewhere", f.call(http.MethodGet, "/healthz", nil, "Host", "localhost"), http.StatusMisdirectedRequest)
	f.wants("the name, from elsewhere", f.call(http.MethodGet, "/healthz", nil, "Host", "parley.example"), http.StatusOK)
	f.server.Hosts = nil
	f.wants("any name, from elsewhere", f.call(http.MethodGet, "/healthz", nil, "Host", "other.example"), http.StatusOK)
}

func TestPathsLeadNowhere(t *testing.T) {
	f := newFort(t, true, nil)
	defer f.untouched()
	for _, address := range []string{
		"/static/../../go.mod", "/static/%2e%2e/%2e%2e/go.mod", "/static/..%2f..%2fgo.mod", "/static/....//go.mod", "/static/%5c..%5cgo.mod", "/static//etc/passwd",
		"/documents/..%2f..%2f..%2fetc%2fpasswd", "/documents/../../etc/passwd", "/documents/%00", "/documents/desk.parley", "/static/", "/static/css/", "/static/built/",
		"/contacts/..%2fdesk.parley.access", "/desk.parley", "/.git/config", "/%2e%2e/desk.parley", "/documents/%ff%fe",
	} {
		line := f.raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
		ok := false
		for _, status := range []string{"HTTP/1.1 404", "HTTP/1.1 400", "HTTP/1.1 301", "HTTP/1.1 307", "HTTP/1.1 308"} {
			ok = ok || strings.HasPrefix(line, status)
		}
		if !ok {
			t.Errorf("%s: %s", address, line)
		}
		if a := f.ask(http.MethodGet, "/", nil); a.status != http.StatusOK {
			t.Fatalf("after %s: %d", address, a.status)
		}
	}
}

func TestLeadsOnlyWithin(t *testing.T) {
	f := newFort(t, true, nil)
	defer f.untouched()
	secret, _, err := f.keeper.Create(t.Context(), "Ada", access.Reader, nil)
	if err != nil {
		t.Fatal(err)
	}
	for back, want := range map[string]string{
		"/contacts?party=FRA": "/contacts?party=FRA", "/": "/", "/calendar#now": "/calendar#now",
		"": "/", "https://evil.example/": "/", "//evil.example": "/", "///evil.example": "/", `/\evil.example`: "/", `\\evil.example`: "/", "javascript:alert(1)": "/",
		"/\t/evil.example": "/", "evil.example": "/", "/%2f/evil.example": "/", "http:evil.example": "/", "/\n/evil.example": "/", "//user@evil.example": "/", "?x": "/",
	} {
		for address, form := range map[string]url.Values{"/look": {"lang": {"fr"}}, "/sign-in": {"token": {secret}}} {
			form.Set("back", back)
			a := f.call(http.MethodPost, address, form)
			if got := a.header.Get("Location"); a.status != http.StatusSeeOther || got != want {
				t.Errorf("%s back to %q: %d to %q, want %q", address, back, a.status, got, want)
			}
		}
		a := f.call(http.MethodGet, "/sign-in?key="+f.keeper.NewKey(access.Editor)+"&back="+url.QueryEscape(back), nil)
		if got := a.header.Get("Location"); a.status != http.StatusSeeOther || got != want {
			t.Errorf("the link back to %q: %d to %q, want %q", back, a.status, got, want)
		}
	}
}

func FuzzWithin(f *testing.F) {
	for _, s := range []string{"/", "//x", `/\x`, "/a?b#c", "http://x", "/%2f/x", "/.//x", "/..//x", "/a/..//x"} {
		f.Add(s)
	}
	base, err := url.Parse("https://here.example/sign-in")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, back string) {
		to := within(back)
		u, err := base.Parse(to)
		if err != nil || u.Host != "here.example" || u.Scheme != "https" || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\r\n\t") {
			t.Errorf("within(%q) = %q, which leads to %v, %v", back, to, u, err)
		}
	})
}

func TestTooLarge(t *testing.T) {
	f := newFort(t, true, nil).as(access.Editor)
	defer f.untouched()
	e := f.entryOf("call-en")
	long := strings.Repeat("x", mostForm+1)
	for _, address := range []string{"/contacts/" + e.ID + "/corrections", "/sign-in", "/look", "/samples", "/corrections"} {
		f.wants(address, f.call(http.MethodPost, address, url.Values{"reason": {long}, "action": {"reject"}}), http.StatusRequestEntityTooLarge)
	}
	for _, address := range []string{"/read", "/documents"} {
		f.wants(address, f.call(http.MethodPost, address, url.Values{"text": {strings.Repeat("x", mostTextForm+1)}}), http.StatusRequestEntityTooLarge)
		f.wants(address, f.call(http.MethodPost, address, url.Values{"text": {strings.Repeat("x", mostText+1)}}), http.StatusRequestEntityTooLarge)
	}
	for _, address := range []string{"/api/v1/documents", "/api/v1/corrections"} {
		a := f.send(address, "application/json", `[{"text": "`+strings.Repeat("x", mostBody)+`"}]`)
		f.wants(address, a, http.StatusRequestEntityTooLarge)
	}
	f.wants("a long address", f.call(http.MethodGet, "/contacts?party="+strings.Repeat("x", mostAddress), nil), http.StatusRequestURITooLong)
	f.wants("a long path", f.call(http.MethodGet, "/contacts/"+strings.Repeat("x", mostAddress), nil), http.StatusRequestURITooLong)
	f.wants("an address that is just not too long", f.call(http.MethodGet, "/contacts/"+strings.Repeat("x", mostAddress-10), nil), http.StatusNotFound)
	if line := f.raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + strings.Repeat("x", 64<<10) + "\r\n\r\n"); !strings.Contains(line, "431") {
		t.Errorf("long headers: %q, want 431", line)
	}
	if line := f.raw("POST /look HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nX: a\r\n\r\n0\r\n\r\nGET /"); strings.Contains(line, "200") {
		t.Errorf("a request of two lengths: %q", line)
	}
}

func TestSignInBeginsAnew(t *testing.T) {
	f := newFort(t, false, nil)
	defer f.untouched()
	secret, _, err := f.keeper.Create(t.Context(), "Ada", access.Reader, nil)
	if err != nil {
		t.Fatal(err)
	}
	own, _, err := f.keeper.SignIn(t.Context(), secret, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, before := range []string{"chosen-by-another", own} {
		a := f.call(http.MethodPost, "/sign-in", url.Values{"token": {secret}}, "Cookie", "parley-session="+before)
		c, err := http.ParseSetCookie(a.header.Get("Set-Cookie"))
		if err != nil || c.Value == before || c.Value == secret || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode {
			t.Fatalf("signing in with %q: %v, %v", before, c, err)
		}
		f.wants("the session before", f.call(http.MethodGet, "/contacts", nil, "Cookie", "parley-session="+before), http.StatusUnauthorized)
		f.wants("the new session", f.call(http.MethodGet, "/contacts", nil, "Cookie", "parley-session="+c.Value), http.StatusOK)
		out := f.call(http.MethodPost, "/sign-out", nil, "Cookie", "parley-session="+c.Value)
		if !strings.Contains(out.header.Get("Set-Cookie"), "Max-Age=0") {
			t.Errorf("signing out leaves the cookie: %q", out.header.Get("Set-Cookie"))
		}
		f.wants("after signing out", f.call(http.MethodGet, "/contacts", nil, "Cookie", "parley-session="+c.Value), http.StatusUnauthorized)
	}
}
