package web

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/naming"
	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/packs"
	"github.com/parley-news/parley/record"
	"github.com/parley-news/parley/world"
)

// desk is a server over a register of its own, asked without a network. It asks as secret
// says, "" for somebody who has not signed in.
type desk struct {
	t        testing.TB
	server   *Server
	register *parley.Register
	keeper   *access.Keeper
	secret   string
}

// newDesk returns a desk whose register holds documents.
func newDesk(t testing.TB, documents ...record.Document) *desk {
	t.Helper()
	now := func() time.Time { return time.Date(2025, 6, 19, 9, 0, 0, 0, time.UTC) }
	path := filepath.Join(t.TempDir(), "desk.parley")
	r, err := parley.OpenRegister(t.Context(), path, parley.WithClock(now))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() }) // nothing is written after this
	if len(documents) > 0 {
		if _, err := r.Add(t.Context(), each(documents), parley.Adding{}); err != nil {
			t.Fatal(err)
		}
	}
	keeper, err := access.Open(t.Context(), path+access.Suffix, access.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = keeper.Close() }) // nor here
	w, err := gazetteer.Load(world.FS)
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(Options{
		Register: r, World: w, Names: naming.New(w, func() (language.Names, error) { return language.ReadNames(packs.FS) }), Access: keeper, Now: now,
		Log: slog.New(slog.DiscardHandler), Local: true, Reader: func() (parley.DocumentReader, error) { return parley.NewReader() },
	})
	if err != nil {
		t.Fatal(err)
	}
	return &desk{t: t, server: s, register: r, keeper: keeper}
}

func each(documents []record.Document) func(func(record.Document, error) bool) {
	return func(yield func(record.Document, error) bool) {
		for _, d := range documents {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// as is the desk asked by somebody with a role.
func (d *desk) as(role access.Role) *desk {
	d.t.Helper()
	secret, _, err := d.keeper.Create(d.t.Context(), "Ada", role, nil)
	if err != nil {
		d.t.Fatal(err)
	}
	other := *d
	other.secret = secret
	return &other
}

// reply is what a request was reply with.
type reply struct {
	status int
	header http.Header
	body   string
}

func (d *desk) ask(method, address string, form url.Values, headers ...string) reply {
	d.t.Helper()
	var body io.Reader
	if form != nil {
		body = strings.NewReader(form.Encode())
	}
	r := httptest.NewRequest(method, address, body).WithContext(context.Background())
	r.Host = "localhost"
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if d.secret != "" {
		r.Header.Set("Authorization", "Bearer "+d.secret)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	d.server.ServeHTTP(w, r)
	return reply{w.Code, w.Result().Header, w.Body.String()}
}

// get asks for a page in a language; it has to be there and to have all its texts.
func (d *desk) get(address, lang string) string {
	d.t.Helper()
	a := d.ask(http.MethodGet, address, nil, "Accept-Language", lang)
	if a.status != http.StatusOK {
		d.t.Fatalf("GET %s: %d\n%s", address, a.status, a.body)
	}
	if at := strings.Index(a.body, "⟦"); at >= 0 {
		d.t.Errorf("GET %s in %s: a text is missing: %.60s", address, lang, a.body[at:])
	}
	if strings.Contains(a.body, "ZgotmplZ") || strings.Contains(a.body, " style=") {
		d.t.Errorf("GET %s: the page has something that html/template took out, or a style", address)
	}
	return a.body
}

// shows fails for what a page lacks.
func shows(t *testing.T, page string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in the page", want)
		}
	}
}

// lacks fails for what a page must not have.
func lacks(t *testing.T, page string, never ...string) {
	t.Helper()
	for _, s := range never {
		if strings.Contains(page, s) {
			t.Errorf("%s is in the page", s)
		}
	}
}

// entryOf is the entry that a document tells of first.
func (d *desk) entryOf(document string) record.Entry {
	d.t.Helper()
	reading, err := d.register.Document(d.t.Context(), document)
	if err != nil || len(reading.Contacts) == 0 {
		d.t.Fatalf("%s tells of no contact: %v", document, err)
	}
	found, err := d.register.Entry(d.t.Context(), reading.Contacts[0].ID)
	if err != nil || found.Entry == nil {
		d.t.Fatalf("the contact of %s is in no entry: %v", document, err)
	}
	return *found.Entry
}
