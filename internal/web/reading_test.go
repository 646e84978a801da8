package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/web/access"
)

const pastedText = "French President Emmanuel Macron spoke by phone with <b>his</b> Turkish counterpart Recep Tayyip Erdogan on Tuesday.\r\n" +
	"The call was held at the request of the Turkish side, the French presidency said. According to the Turkish presidency, France had asked for the call."

func TestRead(t *testing.T) {
	d := newDesk(t)
	before, err := d.register.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	page := d.get("/read", "en")
	shows(t, page, "The register is empty", `action="/read#result"`, "/read?sample=fr-appel-alger", `<option value="ar">`)
	lacks(t, page, "Add to the register", "Add the sample dispatches</button>")
	shows(t, d.get("/read?sample=ar-muhadathat-jidda", "fr"), "Lire un texte", `<option value="ar" selected>`)
	shows(t, d.get("/read.json", "en"), `"languages":["ar",`)

	for _, lang := range []string{"en", "fr"} {
		a := d.ask(http.MethodPost, "/read", url.Values{"text": {pastedText}, "published": {"2025-03-12"}, "title": {"<script>alert(1)</script>"}}, "Accept-Language", lang)
		if a.status != http.StatusOK || strings.Contains(a.body, "⟦") {
			t.Fatalf("%s: %d\n%s", lang, a.status, a.body)
		}
		shows(t, a.body, "&lt;script&gt;", "&lt;b&gt;his&lt;/b&gt;", `href="#w`, `value="2025-03-12"`)
		lacks(t, a.body, "<script>alert", "<b>his", "/documents/", "\r")
		if lang == "en" {
			shows(t, a.body, "11 Mar 2025", "Turkey", "asked for by")
		}
	}
	if after, err := d.register.Revision(t.Context()); err != nil || after != before {
		t.Errorf("reading changed the register from revision %d to %d: %v", before, after, err)
	}
}

func TestReadRefuses(t *testing.T) {
	d := newDesk(t)
	for name, c := range map[string]struct {
		form   url.Values
		status int
		says   string
	}{
		"nothing":      {url.Values{"text": {" \n"}}, http.StatusBadRequest, "There is no text"},
		"too long":     {url.Values{"text": {strings.Repeat("ق", 1<<19) + "x"}}, http.StatusRequestEntityTooLarge, "at most 1 MiB"},
		"far too long": {url.Values{"text": {strings.Repeat("x", 5<<20)}}, http.StatusRequestEntityTooLarge, "too long"},
		"no day":       {url.Values{"text": {"x"}, "published": {"31 June"}}, http.StatusBadRequest, "is no day"},
		"no language":  {url.Values{"text": {"x"}, "language": {"xx"}}, http.StatusBadRequest, "not among those"},
		"no UTF-8":     {url.Values{"text": {"\xff\xfe"}}, http.StatusBadRequest, "not valid UTF-8"},
	} {
		a := d.ask(http.MethodPost, "/read", c.form)
		if a.status != c.status || !strings.Contains(a.body, c.says) {
			t.Errorf("%s: %d, and no %q", name, a.status, c.says)
		}
	}
	if a := d.ask(http.MethodGet, "/read?sample=../x", nil); a.status != http.StatusBadRequest {
		t.Errorf("a sample that is not there: %d", a.status)
	}
	if a := d.ask(http.MethodPost, "/read", url.Values{"text": {strings.Repeat("x", 1<<20)}}); a.status != http.StatusOK {
		t.Errorf("the longest text: %d", a.status)
	}
}

func TestAddPasted(t *testing.T) {
	d := newDesk(t)
	form := url.Values{"text": {pastedText}, "published": {"2025-03-12"}}
	if a := d.ask(http.MethodPost, "/documents", form); a.status != http.StatusForbidden {
		t.Errorf("a reader adds a text: %d", a.status)
	}
	ada := d.as(access.Editor)
	a := ada.ask(http.MethodPost, "/documents", form)
	if a.status != http.StatusSeeOther || !strings.HasPrefix(a.header.Get("Location"), "/documents/") {
		t.Fatalf("%d to %s\n%s", a.status, a.header.Get("Location"), a.body)
	}
	shows(t, d.get(a.header.Get("Location"), "en"), "&lt;b&gt;his&lt;/b&gt;", "12 Mar 2025")
}

func TestAddSamples(t *testing.T) {
	d := newDesk(t)
	if a := d.ask(http.MethodPost, "/samples", url.Values{}); a.status != http.StatusForbidden {
		t.Errorf("a reader adds the samples: %d", a.status)
	}
	ada := d.as(access.Editor)
	shows(t, ada.get("/read", "en"), "Add the sample dispatches</button>")
	if a := ada.ask(http.MethodPost, "/samples", url.Values{"back": {"/contacts"}}); a.status != http.StatusSeeOther || a.header.Get("Location") != "/contacts" {
		t.Fatalf("%d to %s\n%s", a.status, a.header.Get("Location"), a.body)
	}
	n := 0
	for _, err := range d.register.Entries(t.Context(), parley.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n < 30 {
		t.Errorf("the samples made %d entries", n)
	}
	lacks(t, ada.get("/read", "en"), "The register is empty")
}
