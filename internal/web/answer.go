package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/internal/web/lang"
	"github.com/parley-news/parley/internal/web/page"
)

// viewFunc makes what a request for a page is to be shown.
type viewFunc func(r *http.Request) (any, error)

// twinEnd ends the address of a page as JSON; index is what the first page is called there.
const (
	twinEnd = ".json"
	index   = "/index"
)

// page answers GET on an address with a page, and with .json behind it as JSON. A
// wildcard in the address is the last part of it, called id.
func (s *Server) page(address, template string, make viewFunc) {
	handle := func(w http.ResponseWriter, r *http.Request) { s.answer(w, r, template, make) }
	s.mux.HandleFunc("GET "+address, handle)
	switch {
	case address == "/{$}":
		s.mux.HandleFunc("GET "+index+twinEnd, handle)
		s.mux.HandleFunc("GET /"+twinEnd, handle)
	case !strings.Contains(address, "{"):
		s.mux.HandleFunc("GET "+address+twinEnd, handle)
	}
}

// wanted is how a request wants its answer.
type wanted struct {
	json bool
	look page.Look
}

func (s *Server) wanted(r *http.Request) wanted {
	path, json := strings.CutSuffix(r.URL.EscapedPath(), twinEnd) // an id may end so too, escaped
	if json {
		if id := r.PathValue("id"); id != "" {
			r.SetPathValue("id", strings.TrimSuffix(id, twinEnd))
		}
	}
	who := access.From(r.Context())
	w := wanted{json: json || program(r.URL.Path), look: page.Look{
		Lang: chosenLang(r), Theme: chosenTheme(r), Path: path, Words: r.URL.Query().Get("q"), Today: s.views.Today(),
		User: who.Name, Edits: who.Role.May(access.Editor), Governs: who.Role.May(access.Administrator),
	}}
	if r.URL.RawQuery != "" {
		w.look.Params = "?" + r.URL.RawQuery
	}
	w.look.Twin = path + twinEnd + w.look.Params
	if path == "/" {
		w.look.Twin = index + twinEnd + w.look.Params
	}
	w.look.Feeds = otherForms(path, withoutPage(r.URL.Query()))
	return w
}

// chosenLang is the language that the reader chose, else the one the browser asks for.
func chosenLang(r *http.Request) string {
	if c, err := r.Cookie(langCookie); err == nil && lang.Of(c.Value) != nil {
		return c.Value
	}
	return lang.Chosen(r.Header.Get("Accept-Language")).Code
}

func chosenTheme(r *http.Request) string {
	if c, err := r.Cookie(themeCookie); err == nil && slices.Contains(themes, c.Value) {
		return c.Value
	}
	return ""
}

// show answers with a page that is not kept and has no twin.
func (s *Server) show(w http.ResponseWriter, r *http.Request, status int, template string, v any) {
	want := s.wanted(r)
	want.look.Twin = ""
	var out bytes.Buffer
	if err := s.printer.Print(&out, template, want.look, v); err != nil {
		s.fail(w, r, want, err)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	s.send(w, r, out.Bytes())
}

// answer answers with a view as a page or as JSON.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, template string, make viewFunc) {
	want := s.wanted(r)
	s.once(w, r, want, func(r *http.Request) (*answered, error) {
		body, err := s.body(r, want, template, make)
		a := &answered{header: http.Header{"Content-Type": {"text/html; charset=utf-8"}, "Content-Language": {want.look.Lang}}, body: body}
		if want.json {
			a.header = http.Header{"Content-Type": {"application/json"}}
		}
		return a, err
	})
}

func (s *Server) send(w http.ResponseWriter, r *http.Request, body []byte) {
	w.Header().Set("Content-Length", fmt.Sprint(len(body)))
	if _, err := w.Write(body); err != nil {
		s.Log.DebugContext(r.Context(), "the reader went away", "error", err)
	}
}

func (s *Server) body(r *http.Request, want wanted, template string, make viewFunc) ([]byte, error) {
	v, err := make(r)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if want.json {
		e := json.NewEncoder(&out)
		e.SetEscapeHTML(false)
		err = e.Encode(v)
	} else {
		err = s.printer.Print(&out, template, want.look, v)
	}
	return out.Bytes(), err
}
