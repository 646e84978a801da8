package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/web/problem"
	"github.com/parley-news/parley/internal/web/view"
)

// fail answers with an error: a page, or problem details. What is no fault of the one who
// asks is logged and not told.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, want wanted, err error) {
	if r.Context().Err() != nil && errors.Is(err, context.Canceled) {
		return // nobody is there any more
	}
	var to moved
	if errors.As(err, &to) {
		s.lead(w, r, want, string(to), http.StatusMovedPermanently)
		return
	}
	var one meant
	if errors.As(err, &one) {
		s.lead(w, r, want, string(one), http.StatusFound)
		return
	}
	var told failed
	if errors.As(err, &told) {
		for name, values := range told.header {
			w.Header()[name] = values
		}
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(told.status)
		s.send(w, r, told.Bytes())
		return
	}
	p := problem.Of(err)
	if p.Status == http.StatusInternalServerError {
		s.Log.ErrorContext(r.Context(), "cannot answer", "path", r.URL.Path, "error", err)
	}
	if p.Status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "5")
	}
	if _, rest, ok := strings.Cut(p.Detail, s.Register.Path()+": "); ok {
		p.Detail = rest // where the register lies is nobody's business
	}
	var several *parley.Ambiguous
	if errors.As(err, &several) {
		for _, id := range several.IDs {
			p.Meant = append(p.Meant, path.Dir(want.look.Path)+"/"+url.PathEscape(id))
		}
	}
	var those *view.Meant
	if errors.As(err, &those) {
		for _, id := range those.IDs {
			p.Meant = append(p.Meant, "/actors/"+url.PathEscape(id))
		}
	}
	s.problem(w, r, want, p)
}

// problem answers with a problem, as a page or as JSON.
func (s *Server) problem(w http.ResponseWriter, r *http.Request, want wanted, p problem.Problem) {
	h := w.Header()
	h.Del("ETag")
	h.Set("Cache-Control", "no-store")
	var out bytes.Buffer
	var err error
	if want.json {
		h.Set("Content-Type", problem.MediaType)
		err = json.NewEncoder(&out).Encode(p)
	} else {
		h.Set("Content-Type", "text/html; charset=utf-8")
		want.look.Twin = ""
		err = s.printer.Print(&out, "problem", want.look, p)
	}
	if err != nil {
		s.Log.ErrorContext(r.Context(), "cannot write an error", "error", err)
	}
	w.WriteHeader(p.Status)
	s.send(w, r, out.Bytes())
}

// moved is the error of a page that is found under another address now.
type moved string

func (m moved) Error() string { return "it is found at " + string(m) }

// meant is the error of a name for what has an address of its own; the name may mean
// something else tomorrow.
type meant string

func (m meant) Error() string { return "what is meant is at " + string(m) }

// lead leads to the address where a page is found now, in the form that was asked for.
func (s *Server) lead(w http.ResponseWriter, r *http.Request, want wanted, to string, status int) {
	if want.json {
		to += twinEnd
	}
	w.Header().Del("ETag")
	http.Redirect(w, r, to+want.look.Params, status)
}
