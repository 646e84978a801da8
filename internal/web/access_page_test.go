package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/web/access"
)

var secretForm = regexp.MustCompile(`parley_[a-z2-7]{58}`)

func TestAccessPage(t *testing.T) {
	boss := newDesk(t).as(access.Administrator)
	a := boss.ask(http.MethodPost, "/access/tokens", url.Values{"name": {"<b>desk</b>"}, "role": {"editor"}, "expires": {"2025-06-30"}})
	shows(t, a.body, "The token of &lt;b&gt;desk&lt;/b&gt; is made.", "until 1 Jul 2025, 00:00 UTC")
	lacks(t, a.body, "<b>desk", "⟦")
	secret := secretForm.FindString(a.body)
	if a.status != http.StatusOK || secret == "" || a.header.Get("Cache-Control") != "no-store" {
		t.Fatalf("%d, a secret %q, Cache-Control %q", a.status, secret, a.header.Get("Cache-Control"))
	}
	who, err := boss.keeper.ByToken(t.Context(), secret)
	if err != nil || who.Name != "<b>desk</b>" || who.Role != access.Editor {
		t.Fatalf("the secret that is shown is that of %v, %v", who, err)
	}
	for lang, wants := range map[string][]string{
		"en": {"<h1>Access</h1>", "Revoke the token of &lt;b&gt;desk", "making a token", "&lt;b&gt;desk&lt;/b&gt; as editor", `href="/access"`},
		"fr": {"<h1>Accès</h1>", "création d’un jeton", "administration"},
	} {
		page := boss.get("/access", lang)
		shows(t, page, wants...)
		lacks(t, page, secret, "<b>desk")
	}

	revoke := fmt.Sprintf("/access/tokens/%d/revoke", who.Token)
	if a := boss.ask(http.MethodPost, revoke, nil); a.status != http.StatusSeeOther || a.header.Get("Location") != "/access" {
		t.Errorf("revoking: %d to %s", a.status, a.header.Get("Location"))
	}
	if _, err := boss.keeper.ByToken(t.Context(), secret); err == nil {
		t.Error("the token is still good")
	}
	shows(t, boss.get("/access", "en"), "revoked 19 Jun 2025, 09:00 UTC", "revoking a token")
}

func TestAccessRefuses(t *testing.T) {
	d := newDesk(t)
	boss := d.as(access.Administrator)
	for _, other := range []*desk{d, d.as(access.Reader), d.as(access.Editor)} {
		before := len(boss.events(0))
		for _, ask := range []struct{ method, address string }{
			{"GET", "/access"}, {"GET", "/access.json"}, {"POST", "/access/tokens"}, {"POST", "/access/tokens/1/revoke"},
		} {
			a := other.ask(ask.method, ask.address, url.Values{"name": {"x"}, "role": {"administrator"}})
			if a.status != http.StatusForbidden || strings.Contains(a.body, "Ada") && ask.method == "GET" && other == d {
				t.Errorf("%s %s: %d", ask.method, ask.address, a.status)
			}
			if page := other.get("/", "en"); strings.Contains(page, `href="/access"`) {
				t.Error("the page leads to /access who may not see it")
			}
		}
		if n := len(boss.events(0)) - before; n != 4 {
			t.Errorf("%d lines in the log of 4 that were refused", n)
		}
	}
	for _, form := range []url.Values{
		{"name": {""}, "role": {"reader"}}, {"name": {"x"}, "role": {"boss"}}, {"name": {"x"}, "role": {"reader"}, "expires": {"tomorrow"}},
		{"name": {"x"}, "role": {"reader"}, "expires": {"2025-06-18"}}, {"name": {"local"}, "role": {"reader"}},
	} {
		if a := boss.ask(http.MethodPost, "/access/tokens", form); a.status != http.StatusBadRequest || secretForm.MatchString(a.body) {
			t.Errorf("%v: %d", form, a.status)
		}
	}
	for _, id := range []string{"99", "x", "-1", "99999999999999999999"} {
		if a := boss.ask(http.MethodPost, "/access/tokens/"+id+"/revoke", nil); a.status != http.StatusNotFound {
			t.Errorf("revoking %s: %d, want 404", id, a.status)
		}
	}
	if all, err := d.keeper.List(t.Context()); err != nil || len(all) != 3 || !all[0].Valid {
		t.Errorf("the tokens are %v, %v; want the three from before", all, err)
	}
}

// events is what the audit log has before a line.
func (d *desk) events(before int64) []access.Event {
	d.t.Helper()
	all, err := d.keeper.Events(d.t.Context(), before, 1000)
	if err != nil {
		d.t.Fatal(err)
	}
	return all
}

func TestAuditPages(t *testing.T) {
	boss := newDesk(t).as(access.Administrator)
	for i := range 2*eventsOnPage + 1 {
		e := access.Event{Action: "add", Outcome: "done", Detail: fmt.Sprintf("<i>line %d.", i)}
		if err := boss.keeper.Record(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	var seen []string
	for next, pages := "", 1; ; pages++ {
		var v accessView
		if err := json.Unmarshal([]byte(boss.get("/access.json"+next, "en")), &v); err != nil {
			t.Fatal(err)
		}
		page := boss.get("/access"+next, "en")
		for _, e := range v.Log {
			seen = append(seen, e.Detail)
			shows(t, page, strings.ReplaceAll(e.Detail, "<i>", "&lt;i&gt;"))
		}
		if v.Next == 0 {
			lacks(t, page, "Earlier lines")
			if pages != 3 {
				t.Errorf("%d pages, want 3", pages)
			}
			break
		}
		next = fmt.Sprintf("?before=%d", v.Next)
		shows(t, page, `href="/access`+next)
	}
	if len(seen) != 2*eventsOnPage+1 || seen[0] != "<i>line 100." || seen[100] != "<i>line 0." {
		t.Errorf("%d lines, from %q; want all, the newest first", len(seen), seen[0])
	}
	for _, wrong := range []string{"?before=x", "?before=0", "?before=-3", "?after=1"} {
		if a := boss.ask(http.MethodGet, "/access"+wrong, nil); a.status != http.StatusBadRequest {
			t.Errorf("%s: %d, want 400", wrong, a.status)
		}
	}
}

// TestChangesAreLogged checks that what an editor does is in the log, by each door.
func TestChangesAreLogged(t *testing.T) {
	editor := newDesk(t, calls()...).as(access.Editor)
	e := editor.entryOf("call-en")
	if a := editor.ask(http.MethodPost, "/contacts/"+e.ID+"/corrections", url.Values{"action": {"confirm"}, "reason": {"seen"}}); a.status != http.StatusSeeOther {
		t.Fatalf("confirming: %d %s", a.status, a.body)
	}
	if a := editor.send("/api/v1/corrections", "application/json", `{"action": "reject", "reason": "no", "entry": "`+e.ID+`"}`); a.status != http.StatusOK {
		t.Fatalf("rejecting: %d %s", a.status, a.body)
	}
	if a := editor.ask(http.MethodPost, "/corrections", url.Values{"action": {"undo"}, "undoes": {"99"}, "reason": {"x"}}); a.status != http.StatusNotFound {
		t.Errorf("undoing what was not done: %d", a.status)
	}
	var got []string
	for _, e := range editor.events(0) {
		if e.Who != "Ada" || e.Role != access.Editor || e.Action != "correct" || e.Detail == "" || e.Remote == "" || e.At != "2025-06-19T09:00:00Z" {
			t.Errorf("the log has %+v", e)
		}
		got = append(got, e.Outcome+" "+e.Address)
	}
	want := []string{"failed /corrections", "done /corrections", "done /api/v1/corrections", "done /contacts/" + e.ID + "/corrections"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the log (-want +got):\n%s", diff)
	}
}
