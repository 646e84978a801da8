package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/web/access"
)

func TestNobodyReadsFromElsewhere(t *testing.T) {
	f := newFort(t, false, nil)
	defer f.untouched()
	e := f.entryOf("call-en")
	for _, address := range []string{
		"/", "/contacts", "/contacts/" + e.ID, "/documents/call-en", "/search?q=phone", "/api", "/read", "/corrections", "/access", "/nowhere", "/metrics",
		"/contacts.json", "/contacts.csv", "/contacts.atom", "/calendar.ics", "/changes.atom", "/index.json", "/api/v1/contacts", "/openapi.json", "/mcp",
		"/healthz/x", "/static", "/sign-in.json", "/sign-in/../contacts",
	} {
		a := f.call(http.MethodGet, address, nil)
		if address != "/sign-in/../contacts" { // that is led to its own address first
			f.wants(address, a, http.StatusUnauthorized)
		}
		if strings.Contains(a.body, "Macron") || a.status == http.StatusOK {
			t.Errorf("%s tells of the register: %d", address, a.status)
		}
		if a.status == http.StatusUnauthorized && !strings.HasPrefix(a.header.Get("WWW-Authenticate"), "Bearer") {
			t.Errorf("%s does not say how to sign in", address)
		}
		if a.status == http.StatusUnauthorized && (strings.HasSuffix(address, ".json") || strings.HasPrefix(address, "/api/")) && a.header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %s", address, a.header.Get("Content-Type"))
		}
		a = f.call(http.MethodGet, address, nil, "Accept", "text/html,*/*;q=0.8")
		if want := "/sign-in?back=" + url.QueryEscape(address); address != "/sign-in/../contacts" && (a.status != http.StatusSeeOther || a.header.Get("Location") != want) {
			t.Errorf("%s in a browser: %d to %s, want %s", address, a.status, a.header.Get("Location"), want)
		}
	}
	f.wants("POST", f.call(http.MethodPost, "/documents", url.Values{"text": {"x"}}, "Accept", "text/html"), http.StatusUnauthorized)
	for _, address := range []string{"/healthz", "/readyz", "/sign-in", "/static/icon.svg"} {
		a := f.call(http.MethodGet, address, nil)
		if a.status != http.StatusOK || strings.Contains(a.body, "Macron") {
			t.Errorf("%s: %d", address, a.status)
		}
	}
	f.wants("a reader", f.as(access.Reader).call(http.MethodGet, "/contacts", nil), http.StatusOK)
	f.wants("a reader", f.as(access.Reader).call(http.MethodGet, "/metrics", nil), http.StatusOK)
	f.server.Stopping()
	f.wants("stopping", f.call(http.MethodGet, "/readyz", nil), http.StatusServiceUnavailable)
}

func TestWrongTokens(t *testing.T) {
	for _, local := range []bool{true, false} {
		f := newFort(t, local, nil)
		past := f.keeper
		secret, token, err := past.Create(t.Context(), "Ada", access.Editor, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := past.Revoke(t.Context(), token.ID); err != nil {
			t.Fatal(err)
		}
		wrong := []string{"Bearer " + secret, "Bearer x", "Bearer " + secret[:64] + "a", "Basic YTpi", "Bearer", secret}
		for _, header := range wrong {
			a := f.call(http.MethodGet, "/contacts.json", nil, "Authorization", header)
			f.wants(header, a, http.StatusUnauthorized)
			if a.header.Get("WWW-Authenticate") != `Bearer realm="parley", error="invalid_token"` {
				t.Errorf("%s: WWW-Authenticate %q", header, a.header.Get("WWW-Authenticate"))
			}
		}
		events := f.events(0)
		if len(events) != len(wrong) || events[0].Action != "token" || events[0].Outcome != "refused" || events[0].Remote != "127.0.0.1" || events[0].Address != "/contacts.json" {
			t.Errorf("the log has %+v", events)
		}
		for _, e := range events {
			if strings.Contains(fmt.Sprint(e), secret) {
				t.Error("the log holds a token")
			}
		}
		if strings.Contains(f.log.String(), secret) {
			t.Error("the log of requests holds a token")
		}
		f.untouched()
	}
}

// TestGuessing checks that whoever guesses is soon told to wait, by either door, and that
// another one is not.
func TestGuessing(t *testing.T) {
	f := newFort(t, false, func(s *Server, _ *http.Server) { s.BehindProxy = true })
	defer f.untouched()
	good, _, err := f.keeper.Create(t.Context(), "Ada", access.Reader, nil)
	if err != nil {
		t.Fatal(err)
	}
	for remote, guess := range map[string]func(string) reply{
		"192.0.2.1": func(from string) reply {
			return f.call(http.MethodGet, "/contacts.json", nil, "Authorization", "Bearer x", "X-Forwarded-For", from)
		},
		"192.0.2.2": func(from string) reply {
			return f.call(http.MethodPost, "/sign-in", url.Values{"token": {"x"}}, "X-Forwarded-For", from)
		},
		"192.0.2.3": func(from string) reply {
			return f.call(http.MethodGet, "/sign-in?key=x", nil, "X-Forwarded-For", from)
		},
	} {
		for range guessAtOnce {
			f.wants("a guess", guess("198.51.100.7, "+remote), http.StatusUnauthorized)
		}
		a := guess("203.0.113.9, " + remote) // what the client itself says before it counts for nothing
		f.wants("one guess more", a, http.StatusTooManyRequests)
		if a.header.Get("Retry-After") != "11" {
			t.Errorf("Retry-After: %s, want 11", a.header.Get("Retry-After"))
		}
		f.wants("another one", f.call(http.MethodPost, "/sign-in", url.Values{"token": {good}}, "X-Forwarded-For", "192.0.2.99"), http.StatusSeeOther)
	}
	for _, e := range f.events(0) {
		if e.Outcome == "refused" && !strings.HasPrefix(e.Remote, "192.0.2.") {
			t.Errorf("the log says that %s guessed", e.Remote)
		}
	}
}

func TestRemote(t *testing.T) {
	f := newFort(t, true, nil)
	for _, tt := range []struct {
		behind  bool
		headers []string
		want    string
	}{
		{false, []string{"192.0.2.1"}, "127.0.0.1"},
		{true, nil, "127.0.0.1"},
		{true, []string{"192.0.2.1"}, "192.0.2.1"},
		{true, []string{"192.0.2.1, 192.0.2.2"}, "192.0.2.2"},
		{true, []string{"192.0.2.1", "192.0.2.2"}, "192.0.2.2"}, // some proxies add a line
		{true, []string{"2001:DB8::1"}, "2001:db8::1"},
		{true, []string{"192.0.2.1, nonsense"}, "127.0.0.1"},
	} {
		r, err := http.NewRequest(http.MethodGet, "/", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.RemoteAddr = "127.0.0.1:4444"
		r.Header["X-Forwarded-For"] = tt.headers
		f.server.BehindProxy = tt.behind
		if got := f.server.remote(r); got != tt.want {
			t.Errorf("%+v: %s", tt, got)
		}
	}
}

func TestHousehold(t *testing.T) {
	for remote, want := range map[string]string{
		"192.0.2.1": "192.0.2.1", "2001:db8::1": "2001:db8::/64", "2001:db8::ffff:1": "2001:db8::/64", "2001:db8:0:1::1": "2001:db8:0:1::/64",
		"::ffff:192.0.2.1": "::ffff:192.0.2.1", "fe80::1%eth0": "fe80::/64", "@": "@",
	} {
		if got := household(remote); got != want {
			t.Errorf("household(%s) = %s, want %s", remote, got, want)
		}
	}
}

func TestReadersChangeNothing(t *testing.T) {
	f := newFort(t, true, nil)
	defer f.untouched()
	e := f.entryOf("call-en")
	forms := map[string]url.Values{
		"/contacts/" + e.ID + "/corrections": {"action": {"reject"}, "reason": {"x"}}, "/corrections": {"action": {"undo"}, "undoes": {"1"}, "reason": {"x"}},
		"/documents": {"text": {"France and Spain met."}}, "/samples": {},
	}
	bodies := map[string]string{
		"/api/v1/corrections": `{"action": "reject", "reason": "x", "entry": "` + e.ID + `"}`, "/api/v1/documents": `[{"text": "France and Spain met."}]`,
	}
	for _, who := range []*fort{f, f.as(access.Reader)} {
		for address, form := range forms {
			who.wants(address, who.call(http.MethodPost, address, form), http.StatusForbidden)
		}
		for address, body := range bodies {
			who.wants(address, who.send(address, "application/json", body), http.StatusForbidden)
		}
		events := who.events(0)
		if len(events) < 6 {
			t.Fatalf("%d lines in the log, want one for each of 6", len(events))
		}
		for _, e := range events[:6] {
			if e.Outcome != "refused" || e.Role != access.Reader || (e.Who == "Ada") != (who.secret != "") {
				t.Errorf("the log has %+v", e)
			}
		}
	}
}

func TestTooMany(t *testing.T) {
	f := newFort(t, true, nil)
	defer f.untouched()
	for i := range atOnce {
		if a := f.ask(http.MethodGet, "/healthz", nil); a.status != http.StatusOK {
			t.Fatalf("request %d: %d", i, a.status)
		}
	}
	a := f.ask(http.MethodGet, "/contacts", nil)
	f.wants("one more", a, http.StatusTooManyRequests)
	if a.header.Get("Retry-After") != "1" {
		t.Errorf("Retry-After: %q, want 1", a.header.Get("Retry-After"))
	}
	f.wants("a file", f.ask(http.MethodGet, "/static/icon.svg", nil), http.StatusOK)
	f.wants("another one", f.call(http.MethodGet, "/contacts", nil), http.StatusOK) // by another address
}

// TestChangeNeedsALine checks that nothing is changed of which no line can be written.
func TestChangeNeedsALine(t *testing.T) {
	f := newFort(t, true, nil).as(access.Editor)
	defer f.untouched()
	f.wants("a session is known while", f.call(http.MethodGet, "/", nil), http.StatusOK)
	key := f.keeper.NewKey(access.Editor)
	if err := f.keeper.Close(); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"/samples", "/documents"} {
		f.wants(address, f.call(http.MethodPost, address, url.Values{"text": {"France and Spain met."}}), http.StatusInternalServerError)
	}
	f.wants("signing in", f.call(http.MethodGet, "/sign-in?key="+key, nil, "Authorization", ""), http.StatusInternalServerError)
	called := false
	err := f.server.changed(access.With(t.Context(), access.Identity{Role: access.Editor}), access.Event{Action: "add"}, func() error { called = true; return nil })
	if err == nil || called {
		t.Errorf("a change without a line: made %v, error %v", called, err)
	}
}

func TestSameAnswerIsNotSentAgain(t *testing.T) {
	f := newFort(t, true, nil)
	defer f.untouched()
	for _, address := range []string{"/", "/contacts", "/contacts.json", "/documents/call-en", "/api/v1/totals", "/calendar"} {
		first := f.call(http.MethodGet, address, nil)
		tag := first.header.Get("ETag")
		f.wants(address, first, http.StatusOK)
		for _, has := range []string{tag, "W/" + tag, `"x", ` + tag} {
			a := f.call(http.MethodGet, address, nil, "If-None-Match", has)
			f.wants(address+" again", a, http.StatusNotModified)
			if a.body != "" || a.header.Get("ETag") != tag || tag == "" {
				t.Errorf("%s: %q, ETag %q, want %q", address, a.body, a.header.Get("ETag"), tag)
			}
		}
		f.wants(address+" of another", f.call(http.MethodGet, address, nil, "If-None-Match", `"x"`), http.StatusOK)
		if other := f.as(access.Editor).call(http.MethodGet, address, nil, "If-None-Match", tag); !strings.HasPrefix(address, "/api/") && !strings.HasSuffix(address, ".json") {
			f.wants(address+" for an editor", other, http.StatusOK)
		}
		f.wants("in French", f.call(http.MethodGet, "/contacts", nil, "If-None-Match", tag, "Accept-Language", "fr"), http.StatusOK)
	}
	f.wants("nothing that is there", f.call(http.MethodGet, "/contacts/nothing", nil, "If-None-Match", "*"), http.StatusNotFound)
}

// TestSigningOutIsLogged checks that the log has who signed out, and nobody who did not.
func TestSigningOutIsLogged(t *testing.T) {
	f := newFort(t, true, nil)
	defer f.untouched()
	a := f.call(http.MethodGet, "/sign-in?key="+f.keeper.NewKey(access.Editor), nil)
	cookie, _, _ := strings.Cut(a.header.Get("Set-Cookie"), ";")
	f.wants("signing out", f.call(http.MethodPost, "/sign-out", nil, "Cookie", cookie), http.StatusSeeOther)
	f.wants("once more", f.call(http.MethodPost, "/sign-out", nil, "Cookie", cookie), http.StatusSeeOther)
	events := f.events(0)
	if len(events) != 2 || events[0].Action != "sign-out" || events[0].Who != "local" || events[1].Action != "sign-in" || events[1].Role != access.Editor {
		t.Errorf("the log has %+v", events)
	}
}
