package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

func TestDocumentPage(t *testing.T) {
	docs := calls()
	bad, good := "javascript:alert(1)", "https://news.example/macron"
	docs[0].URL, docs[1].URL = &bad, &good
	docs[0].Text += " \"<img src=x onerror=alert(1)> we are ready,\" Mr Macron said."
	d := newDesk(t, docs...)
	e := d.entryOf("call-en")
	page := d.get("/documents/call-en", "en")
	shows(t, page, "Macron &lt;script&gt;alert(1)&lt;/script&gt; and Erdogan speak", `<mark class="value"`, `class="statement"`, "The Courier", "12 Mar 2025",
		`href="/contacts/`+e.ID+`"`, "&lt;img src=x", `title="call France – Turkey: asked for by (en: `, `lang="en" dir="ltr"`)
	lacks(t, page, "<script>alert", "<img", "javascript:")
	shows(t, d.get("/documents/call-fr", "fr"), `rel="noreferrer nofollow external" href="https://news.example/macron"`, "14 mars 2025", "Le lire à sa source")

	// Each place that the page of the entry links to is there, once.
	link := regexp.MustCompile(`href="(/documents/[^"?]+)\?at=([0-9]+-[0-9]+)#w([0-9]+-[0-9]+)"`)
	links := link.FindAllStringSubmatch(d.get("/contacts/"+e.ID, "en"), -1)
	if len(links) < 6 {
		t.Fatalf("the entry links to %d places", len(links))
	}
	for _, l := range links {
		page := d.get(l[1]+"?at="+l[2], "en")
		if l[2] != l[3] || strings.Count(page, ` id="w`+l[3]+`"`) != 1 || !strings.Contains(page, `<mark class="asked`) {
			t.Errorf("%s is not pointed out", l[0])
		}
	}
	for _, at := range []string{"x", "5", "5-2", "0-99999", "-1-4"} {
		if a := d.ask(http.MethodGet, "/documents/call-en?at="+at, nil); a.status != http.StatusBadRequest {
			t.Errorf("at=%s: %d", at, a.status)
		}
	}
}

// TestDocumentIds asks for documents whose ids are addresses, or end as a twin does.
func TestDocumentIds(t *testing.T) {
	var docs []record.Document
	ids := []string{
		"https://news.example/visit?a=1&b=<script>.json", "https://news.example/a%2Fb/../c", "x.json", ".json.json", "réunion à Paris", "a b+c#d", "خبر/١",
	}
	for _, id := range ids {
		docs = append(docs, told(id, "The Courier", "2025-03-12", "en", "", "Known as "+id+": French President Emmanuel Macron met Turkish President Recep Tayyip Erdogan in Paris on Tuesday."))
	}
	d := newDesk(t, docs...)
	for _, id := range ids {
		page := d.get("/documents/"+escaped(id), "en")
		if !strings.Contains(page, "Known as ") || !strings.Contains(page, "<code>") {
			t.Errorf("%s: not its page", id)
		}
		a := d.ask(http.MethodGet, "/documents/"+escaped(id)+".json", nil)
		var v struct {
			Reading struct{ Document struct{ ID string } }
			Text    string
			Entries map[string]string
		}
		if err := json.Unmarshal([]byte(a.body), &v); err != nil || v.Reading.Document.ID != id || !strings.HasPrefix(v.Text, "Known as "+id) || len(v.Entries) == 0 {
			t.Errorf("%s as JSON: %d, %v, %q", id, a.status, err, v.Reading.Document.ID)
		}
	}
}

// escaped is an id as part of an address, as pages write it.
func escaped(id string) string {
	s := url.PathEscape(id)
	if rest, ok := strings.CutSuffix(s, ".json"); ok {
		s = rest + "%2Ejson"
	}
	return s
}

func TestDocumentVersions(t *testing.T) {
	d := newDesk(t, calls()...)
	after := calls()[0]
	after.Text = strings.NewReplacer("spoke by phone with", "met in Paris with", "The call was", "The meeting was").Replace(after.Text)
	if _, err := d.register.Add(t.Context(), each([]record.Document{after}), parley.Adding{}); err != nil {
		t.Fatal(err)
	}
	shows(t, d.get("/documents/call-en", "en"), "Earlier readings", "the text was another one", "<del>", "<ins>", "call France – Turkey", "summit France – Turkey")
}

// TestLongDocument holds the page of a document of a million bytes to a time that a reader
// waits for without noticing.
func TestLongDocument(t *testing.T) {
	var b strings.Builder
	for i := 0; b.Len() < 1<<20; i++ {
		fmt.Fprintf(&b, "French President Emmanuel Macron spoke by phone with his Turkish counterpart Recep Tayyip Erdogan about grain on %d March 2025, the French presidency said. "+
			"Mr Erdogan said that harbour number %d was quiet.\n\n", i%28+1, i)
	}
	d := newDesk(t, told("long", "The Courier", "2025-04-01", "en", "A long report", b.String()))
	start := time.Now()
	page := d.get("/documents/long", "en")
	took := time.Since(start)
	t.Logf("%d bytes of text, %d marks, %d bytes of page in %v", b.Len(), strings.Count(page, "<mark"), len(page), took)
	if took > 5*time.Second {
		t.Errorf("the page took %v", took)
	}
	if open, closed := strings.Count(page, "<mark"), strings.Count(page, "</mark>"); open != closed || open < 1000 {
		t.Errorf("%d marks are opened and %d closed", open, closed)
	}
}
