package web

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/record"
)

// hostile are documents whose every value tries to be more than text.
func hostile() []record.Document {
	const script = `<script>alert(1)</script>`
	bad := told("d1", `O"><img src=x onerror=alert(1)>`, "2025-03-12", "en", `"><svg onload=alert(1)> Macron `+script+` and Erdogan speak`,
		`French President Emmanuel Macron spoke by phone with his Turkish counterpart Recep Tayyip Erdogan on Tuesday, "`+script+`" the presidency said. `+
			`Macron said: "Peace ]]> <img src=x onerror=alert(1)> &lt;script&gt; is near." `+"BEGIN:VEVENT\nEND:VCALENDAR")
	address := "javascript:alert(document.cookie)//<script>"
	bad.URL = &address
	other := told(`javascript:alert(1)"><script>x</script>`, `'; DROP TABLE entries;--`, "2025-03-12", "en", "{{.V}} {{template \"main\"}}",
		`Turkish President Recep Tayyip Erdogan met French President Emmanuel Macron on Tuesday in Ankara, `+script+` state media reported.`)
	data := "data:text/html,<script>alert(1)</script>"
	other.URL = &data
	return []record.Document{bad, other}
}

// TestWordsAreNeverInterpreted reads every page as a browser does and looks for what no page
// of ours has: elements and addresses that came out of a document.
func TestWordsAreNeverInterpreted(t *testing.T) {
	d := newDesk(t, hostile()...)
	editor := d.as(access.Editor)
	addresses := []string{"/", "/contacts", "/calendar?month=2025-03", "/network", "/map", "/corrections", "/actors", "/pairs/FRA-TUR", "/actors/FRA", "/read",
		"/search?q=" + url.QueryEscape(`<script>alert(1)</script>`), "/search?q=Macron", "/contacts?outlet=" + url.QueryEscape(`"><script>alert(1)</script>`),
		"/documents/d1", "/documents/" + url.PathEscape(hostile()[1].ID), "/documents/" + url.PathEscape("<script>alert(1)</script>"),
		"/contacts/" + d.entryOf("d1").ID, "/contacts?nonsense=<script>alert(1)</script>", "/" + url.PathEscape("<script>alert(1)</script>"),
		"/sign-in?back=" + url.QueryEscape(`/"><script>alert(1)</script>`), "/actors/" + url.PathEscape("<img src=x onerror=alert(1)>")}
	for _, address := range addresses {
		for _, who := range []*desk{d, editor} {
			a := who.ask(http.MethodGet, address, nil)
			if a.status >= 500 || !strings.HasPrefix(a.header.Get("Content-Type"), "text/html") {
				t.Errorf("%s: %d, %s", address, a.status, a.header.Get("Content-Type"))
			}
			harmless(t, address, a.body)
		}
	}
	a := editor.ask(http.MethodPost, "/read", url.Values{"text": {hostile()[0].Text}, "title": {`"><script>alert(1)</script>`}})
	if a.status != http.StatusOK {
		t.Errorf("reading: %d", a.status)
	}
	harmless(t, "/read", a.body)
	if found, err := d.register.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("the register is not sound: %v, %v", found, err)
	}
}

// harmless fails for a script in a page, a handler or style in an element, and an address
// that is neither of this server nor of the web.
func harmless(t *testing.T, address, page string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(page))
	for z.Next() != html.ErrorToken {
		token := z.Token()
		if token.Type != html.StartTagToken && token.Type != html.SelfClosingTagToken {
			continue
		}
		src := false
		for _, at := range token.Attr {
			src = src || at.Key == "src"
			if strings.HasPrefix(at.Key, "on") || at.Key == "style" || at.Key == "srcdoc" {
				t.Errorf("%s: an element has %s=%q", address, at.Key, at.Val)
			}
			if at.Key != "href" && at.Key != "src" && at.Key != "action" && at.Key != "formaction" && at.Key != "data-src" {
				continue
			}
			u, err := url.Parse(at.Val)
			if err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" || u.Scheme == "" && u.Host != "" {
				t.Errorf("%s: an element leads to %q", address, at.Val)
			}
		}
		if (token.Data == "script" || token.Data == "img" || token.Data == "iframe") && !src || token.Data == "img" {
			t.Errorf("%s: the page has %s", address, token)
		}
	}
	if err := z.Err(); !errors.Is(err, io.EOF) {
		t.Errorf("%s: %v", address, err)
	}
}

func TestFormatsAreWhole(t *testing.T) {
	d := newDesk(t, hostile()...)
	for address, media := range map[string]string{
		"/contacts.json": "application/json", "/documents/d1.json": "application/json", "/search.json?q=Macron": "application/json", "/api/v1/contacts": "application/json",
		"/api/v1/documents/d1": "application/json", "/contacts.atom": "application/atom+xml", "/changes.atom": "application/atom+xml",
		"/contacts.ics": "text/calendar", "/contacts.csv": "text/csv",
	} {
		a := d.ask(http.MethodGet, address, nil)
		if a.status != http.StatusOK || !strings.HasPrefix(a.header.Get("Content-Type"), media) || a.header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %d, %s", address, a.status, a.header.Get("Content-Type"))
		}
		switch media {
		case "application/json":
			if !json.Valid([]byte(a.body)) {
				t.Errorf("%s is not JSON", address)
			}
		case "application/atom+xml":
			wholeXML(t, address, a.body)
		case "text/calendar":
			if strings.Count(a.body, "END:VCALENDAR") != strings.Count(a.body, "\r\nEND:VCALENDAR\r\n") || strings.Count(a.body, "\r\nEND:VCALENDAR\r\n") != 1 ||
				strings.Count(a.body, "\r\nBEGIN:VEVENT\r\n") != strings.Count(a.body, "\r\nEND:VEVENT\r\n") {
				t.Errorf("%s: the words of a document are parts of the calendar:\n%s", address, a.body)
			}
		}
	}
}

// onlyList fails for HTML in a feed that is more than a list.
func onlyList(t *testing.T, address, content string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(content))
	items := 0
	for z.Next() != html.ErrorToken {
		token := z.Token()
		if token.Type == html.TextToken {
			continue
		}
		if token.Data != "ul" && token.Data != "li" || len(token.Attr) > 1 || len(token.Attr) == 1 && token.Attr[0].Key != "dir" {
			t.Errorf("%s: the words of a document are %s", address, token)
		}
		items++
	}
	if items < 4 {
		t.Errorf("%s: the list is %q", address, content)
	}
}

// wholeXML fails for a feed with elements that came out of a document, or links that lead
// to a script.
func wholeXML(t *testing.T, address, feed string) {
	t.Helper()
	x := xml.NewDecoder(strings.NewReader(feed))
	entries := 0
	for {
		token, err := x.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s is not XML: %v", address, err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "entry":
			entries++
		case "script", "img", "svg":
			t.Errorf("%s has an element %s", address, e.Name.Local)
		}
		for _, at := range e.Attr {
			if at.Name.Local == "href" && !strings.HasPrefix(at.Value, "http://") && !strings.HasPrefix(at.Value, "https://") {
				t.Errorf("%s leads to %q", address, at.Value)
			}
			if at.Name.Local == "type" && at.Value == "html" {
				content := struct {
					Text string `xml:",chardata"`
				}{}
				if err := x.DecodeElement(&content, &e); err != nil {
					t.Fatalf("%s is not XML: %v", address, err)
				}
				onlyList(t, address, content.Text)
			}
		}
	}
	if entries == 0 {
		t.Errorf("%s has no entry", address)
	}
}
