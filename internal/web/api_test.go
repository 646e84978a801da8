package web

import (
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/internal/web/problem"
	"github.com/parley-news/parley/record"
)

// send sends JSON to the API.
func (d *desk) send(address, media, body string) reply {
	d.t.Helper()
	r := httptest.NewRequest(http.MethodPost, address, strings.NewReader(body))
	r.Host = "localhost"
	r.Header.Set("Content-Type", media)
	if d.secret != "" {
		r.Header.Set("Authorization", "Bearer "+d.secret)
	}
	w := httptest.NewRecorder()
	d.server.ServeHTTP(w, r)
	return reply{w.Code, w.Result().Header, w.Body.String()}
}

// described compiles what the OpenAPI document says of an answer.
func (d *desk) described(pointer string) *jsonschema.Schema {
	d.t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(d.ask(http.MethodGet, "/openapi.json", nil).body))
	if err != nil {
		d.t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("openapi.json", doc); err != nil {
		d.t.Fatal(err)
	}
	s, err := c.Compile("openapi.json#" + pointer)
	if err != nil {
		d.t.Fatal(err)
	}
	return s
}

func (d *desk) matches(path, method, status, body string) {
	d.t.Helper()
	pointer := "/paths/" + strings.ReplaceAll(strings.ReplaceAll(path, "~", "~0"), "/", "~1")
	pointer = strings.NewReplacer("{", "%7B", "}", "%7D").Replace(pointer)
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(body))
	if err == nil {
		err = d.described(pointer + "/" + method + "/responses/" + status + "/content/application~1json/schema").Validate(v)
	}
	if err != nil {
		d.t.Errorf("%s %s is not as described: %v", method, path, err)
	}
}

// apiQuestions are requests for each operation that reads, by its path.
func apiQuestions(entry string) map[string]string {
	return map[string]string{
		"/contacts": "?party=FRA&with=Turquie&kind=call&from=2025-03&sort=oldest&disputed=true", "/contacts/{id}": "/contacts/" + entry + "?why=true",
		"/documents/{id}": "/documents/call-en", "/documents/{id}/history": "/documents/call-en/history", "/search": "?q=Macron",
		"/statements": "?party=FRA", "/positions/{who}": "/positions/FRA", "/commitments": "?state=kept", "/actors": "?type=party",
		"/actors/{id}": "/actors/FRA", "/pairs/{id}": "/pairs/TUR-FRA", "/upcoming": "?today=2025-03-01", "/overdue": "", "/network": "",
		"/places": "", "/facets": "", "/changes": "", "/totals": "", "/corrections": "",
	}
}

func TestAPIAnswersAsDescribed(t *testing.T) {
	d := newDesk(t, calls()...)
	asks := apiQuestions(d.entryOf("call-en").ID)
	var doc struct{ Paths map[string]map[string]any }
	if err := json.Unmarshal([]byte(d.get("/openapi.json", "en")), &doc); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for path, methods := range doc.Paths {
		if methods["get"] == nil {
			continue
		}
		seen++
		short := strings.TrimPrefix(path, "/api/v1")
		ask, ok := asks[short]
		if !ok {
			t.Errorf("%s is never asked for", path)
			continue
		}
		if !strings.HasPrefix(ask, "/") {
			ask = short + ask
		}
		a := d.ask(http.MethodGet, "/api/v1"+ask, nil)
		if a.status != http.StatusOK {
			t.Errorf("%s: %d %s", ask, a.status, a.body)
			continue
		}
		d.matches(path, "get", "200", a.body)
		tag := a.header.Get("ETag")
		if tag == "" || strings.HasPrefix(tag, "W/") {
			t.Errorf("%s has the ETag %q", ask, tag)
		}
		if again := d.ask(http.MethodGet, "/api/v1"+ask, nil, "If-None-Match", tag); again.status != http.StatusNotModified || again.body != "" {
			t.Errorf("%s again: %d with %d bytes", ask, again.status, len(again.body))
		}
	}
	if seen != len(asks) {
		t.Errorf("%d operations read, %d are asked for", seen, len(asks))
	}
}

func TestAPIRecords(t *testing.T) {
	d := newDesk(t, calls()...)
	e := d.entryOf("call-en")
	var want strings.Builder
	enc := json.NewEncoder(&want)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(e); err != nil {
		t.Fatal(err)
	}
	if got := d.get("/api/v1/contacts/"+e.ID, "en"); got != want.String() {
		t.Errorf("an entry is not the record: %s", cmp.Diff(want.String(), got))
	}
	if !strings.Contains(d.get("/api/v1/documents/call-en", "en"), `"text":"French President`) {
		t.Error("a document comes without its text")
	}
	if strings.Contains(d.get("/api/v1/documents/call-en?text=false", "en"), `"text":"French President`) {
		t.Error("a document comes with its text")
	}
}

func TestAPIIDsLikeTwins(t *testing.T) {
	text := "French President Emmanuel Macron met Turkish President Recep Tayyip Erdogan in Paris on Tuesday."
	d := newDesk(t, told("note", "A", "2025-03-12", "en", "", text), told("note.json", "B", "2025-03-12", "en", "", text))
	one, other := d.get("/api/v1/documents/note", "en"), d.get("/api/v1/documents/note.json", "en")
	if !strings.Contains(one, `"id":"note"`) || !strings.Contains(other, `"id":"note.json"`) {
		t.Error("two documents have one answer")
	}
}

func TestAPICursors(t *testing.T) {
	d := newDesk(t, calls()...)
	for _, list := range []string{"contacts", "contacts?sort=oldest", "statements", "search?q=Macron", "actors"} {
		address, seen, pages := "/api/v1/"+list, map[string]bool{}, 0
		join := "?"
		if strings.Contains(address, "?") {
			join = "&"
		}
		whole := items(t, d.get(address, "en"))
		for next := address + join + "limit=1"; next != ""; pages++ {
			a := d.ask(http.MethodGet, next, nil)
			for _, one := range items(t, a.body) {
				if seen[one] {
					t.Fatalf("%s gives one twice", list)
				}
				seen[one] = true
			}
			link, ok := strings.CutSuffix(a.header.Get("Link"), `>; rel="next"`)
			next = strings.TrimPrefix(link, "<")
			if !ok && a.header.Get("Link") != "" || pages > 20 {
				t.Fatalf("%s: page %d leads to %q", list, pages, a.header.Get("Link"))
			}
		}
		if len(seen) != len(whole) || len(whole) == 0 {
			t.Errorf("%s: %d one by one, %d at once", list, len(seen), len(whole))
		}
	}
}

func items(t *testing.T, body string) (out []string) {
	t.Helper()
	var v struct{ Items []json.RawMessage }
	if err := json.Unmarshal([]byte(body), &v); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
	for _, i := range v.Items {
		out = append(out, string(i))
	}
	return out
}

func TestAPIProblems(t *testing.T) {
	d := newDesk(t, calls()...)
	ada := d.as(access.Editor)
	for _, c := range []struct {
		name string
		got  reply
		want int
	}{
		{"unknown parameter", d.ask("GET", "/api/v1/contacts?colour=red", nil), 400},
		{"unknown value", d.ask("GET", "/api/v1/contacts?kind=dinner", nil), 400},
		{"no number", d.ask("GET", "/api/v1/contacts?limit=many", nil), 400},
		{"no day", d.ask("GET", "/api/v1/contacts?from=yesterday", nil), 400},
		{"no words", d.ask("GET", "/api/v1/search", nil), 400},
		{"unknown cursor", d.ask("GET", "/api/v1/contacts?after=xyz", nil), 400},
		{"unknown entry", d.ask("GET", "/api/v1/contacts/ffffffffffff", nil), 404},
		{"unknown document", d.ask("GET", "/api/v1/documents/none", nil), 404},
		{"unknown address", d.ask("GET", "/api/v1/nothing", nil), 404},
		{"wrong method", d.ask("DELETE", "/api/v1/contacts", nil), 405},
		{"wrong token", d.ask("GET", "/api/v1/contacts", nil, "Authorization", "Bearer nonsense"), 401},
		{"wrong content type", ada.send("/api/v1/documents", "text/plain", "x"), 415},
		{"too large", ada.send("/api/v1/documents", "application/json", `[{"text":"`+strings.Repeat("x", 33<<20)+`"}]`), 413},
		{"no JSON", ada.send("/api/v1/documents", "application/json", "[{"), 400},
		{"no text", ada.send("/api/v1/documents", "application/json", `[{"title":"x"}]`), 400},
		{"not an editor", d.send("/api/v1/documents", "application/json", `[{"text":"x"}]`), 403},
		{"correction by a reader", d.send("/api/v1/corrections", "application/json", `{"action":"undo","undoes":1,"reason":"x"}`), 403},
		{"nothing to undo", ada.send("/api/v1/corrections", "application/json", `{"action":"undo","undoes":7,"reason":"x"}`), 404},
	} {
		var p problem.Problem
		err := json.Unmarshal([]byte(c.got.body), &p)
		if c.got.status != c.want || c.got.header.Get("Content-Type") != problem.MediaType || err != nil || p.Status != c.want || p.Type == "" || p.Title == "" {
			t.Errorf("%s: %d %s %s", c.name, c.got.status, c.got.header.Get("Content-Type"), c.got.body)
		}
	}
	if allow := d.ask("DELETE", "/api/v1/contacts", nil).header.Get("Allow"); !strings.Contains(allow, "GET") {
		t.Errorf("what is allowed: %q", allow)
	}
}

func TestAPIChanges(t *testing.T) {
	d := newDesk(t, calls()...)
	ada := d.as(access.Editor)
	text := `{"id":"new","published":"2025-05-20","text":"German Chancellor Friedrich Merz met Polish Prime Minister Donald Tusk in Berlin on 20 May 2025."}`
	a := d.send("/api/v1/readings", "application/json", text)
	var r record.Reading
	if err := json.Unmarshal([]byte(a.body), &r); err != nil || a.status != http.StatusOK || len(r.Contacts) != 1 {
		t.Fatalf("%d, %d contacts: %v", a.status, len(r.Contacts), err)
	}
	if a := d.ask(http.MethodGet, "/api/v1/documents/new", nil); a.status != http.StatusNotFound {
		t.Errorf("a text that was only read is kept: %d", a.status)
	}
	a = ada.send("/api/v1/documents", "application/json", "["+text+"]")
	if a.status != http.StatusOK || !strings.Contains(a.body, `"added":1`) || !strings.Contains(a.body, `"new_entries":1`) {
		t.Fatalf("%d %s", a.status, a.body)
	}
	d.matches("/api/v1/documents", "post", "200", a.body)
	e := d.entryOf("new")
	a = ada.send("/api/v1/corrections", "application/json", `{"action":"set","entry":"`+e.ID+`","field":"initiator","value":"Poland","reason":"the release says so"}`)
	if a.status != http.StatusOK {
		t.Fatalf("%d %s", a.status, a.body)
	}
	d.matches("/api/v1/corrections", "post", "200", a.body)
	if e := d.entryOf("new"); e.Initiator == nil || e.Initiator.ID != "POL" {
		t.Errorf("asked for by %v", e.Initiator)
	}
	events, err := d.keeper.Events(t.Context(), 0, 10)
	if err != nil || len(events) != 2 || events[0].Action != "correct" || events[1].Action != "add" || events[0].Who != "Ada" {
		t.Errorf("the log of changes has %v, %v", events, err)
	}
	if a := d.ask(http.MethodGet, "/api/v1/contacts?"+url.Values{"party": {"Polen"}}.Encode(), nil); len(items(t, a.body)) != 1 {
		t.Errorf("the entry is not found: %s", a.body)
	}
}

func TestAPIPage(t *testing.T) {
	d := newDesk(t)
	for lang, says := range map[string]string{"en": "See the answer", "fr": "Voir la réponse"} {
		shown := d.get("/api", lang)
		shows(t, shown, says, "/api/v1/contacts/{id}", `<span class="tag only">editor</span>`, `href="#schema-Entry"`, `id="schema-Entry"`, "curl &#34;$PARLEY/api/v1/search?q=grain")
	}
	tried := 0
	for _, g := range d.server.api.Reference().Groups {
		if len(g.Operations) == 0 {
			t.Errorf("nothing can be asked of %s", g.Name)
		}
		for _, o := range g.Operations {
			if o.Try == "" {
				continue
			}
			tried++
			if a := d.ask(http.MethodGet, o.Try, nil); a.status != http.StatusOK {
				t.Errorf("the page leads to %s: %d %s", o.Try, a.status, a.body)
			}
		}
	}
	if tried < 10 {
		t.Errorf("%d answers to see", tried)
	}
}

var update = flag.Bool("update", false, "write the table of docs/api.md anew")

// TestAPIDocumented holds the table of operations in docs/api.md to what there is, and asks
// what its commands that only read ask for.
func TestAPIDocumented(t *testing.T) {
	const file, begin, end = "../../docs/api.md", "<!-- table:operations -->\n", "<!-- end -->\n"
	d := newDesk(t, calls()...)
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	table := "| operation | what it does | who |\n|---|---|---|\n"
	for _, g := range d.server.api.Reference().Groups {
		for _, o := range g.Operations {
			table += "| `" + o.Method + " " + o.Path + "` | " + o.Summary + " | " + o.Role + " |\n"
		}
	}
	head, rest, ok := strings.Cut(string(page), begin)
	have, tail, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no table of operations", file)
	}
	if *update {
		if err := os.WriteFile(file, []byte(head+begin+table+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if have != table {
		t.Errorf("the table of operations is not as the program has it; go test -run APIDocumented ./internal/web -update writes it anew\n%s", cmp.Diff(table, have))
	}
	asked := 0
	for line := range strings.Lines(tail) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "curl ") {
			continue
		}
		asked++
		_, rest, ok := strings.Cut(line, `"$PARLEY`)
		address := strings.TrimSuffix(rest, `"`)
		if _, body, sends := strings.Cut(line, "--json '"); sends {
			body, _, _ = strings.Cut(body, "' ")
			if a := d.as(access.Editor).send(address, "application/json", body); a.status != http.StatusOK {
				t.Errorf("%s: %d %s", line, a.status, a.body)
			}
		} else if a := d.ask(http.MethodGet, address, nil); !ok || a.status != http.StatusOK {
			t.Errorf("%s: %d %s", line, a.status, a.body)
		}
	}
	if asked != 2 {
		t.Errorf("%d commands", asked)
	}
}
