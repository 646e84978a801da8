package web

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/parley-news/parley"
)

// pages routes the pages. Each has a template of its name, and a view.
func (s *Server) pages() {
	s.page("/{$}", "overview", s.overview)
	s.page("/contacts", "contacts", s.contacts)
	s.page("/contacts/{id}", "contact", s.contact)
	s.page("/documents/{id}", "document", s.document)
	s.page("/search", "search", s.search)
	s.page("/calendar", "calendar", s.calendar)
}

func (s *Server) overview(r *http.Request) (any, error) {
	q, err := only(r, "week")
	if err != nil {
		return nil, err
	}
	return s.views.Overview(r.Context(), q.Get("week"))
}

func (s *Server) contacts(r *http.Request) (any, error) {
	q, err := s.views.Query(r.URL.Query(), "order")
	if err != nil {
		return nil, err
	}
	return s.views.Contacts(r.Context(), q)
}

func (s *Server) contact(r *http.Request) (any, error) {
	if _, err := only(r); err != nil {
		return nil, err
	}
	v, err := s.views.Contact(r.Context(), r.PathValue("id"))
	if err == nil && v.Moved != "" {
		return nil, moved("/contacts/" + v.Moved)
	}
	return v, err
}

func (s *Server) document(r *http.Request) (any, error) {
	q, err := only(r, "at")
	if err != nil {
		return nil, err
	}
	return s.views.Document(r.Context(), r.PathValue("id"), q.Get("at"))
}

func (s *Server) search(r *http.Request) (any, error) {
	q, err := s.views.Query(r.URL.Query(), "q")
	if err != nil {
		return nil, err
	}
	return s.views.Search(r.Context(), q)
}

func (s *Server) calendar(r *http.Request) (any, error) {
	q, err := only(r, "month")
	if err != nil {
		return nil, err
	}
	return s.views.Calendar(r.Context(), q.Get("month"))
}

// only are the parameters of a page that has these and no others.
func only(r *http.Request, names ...string) (url.Values, error) {
	q := r.URL.Query()
	for name := range q {
		if !slices.Contains(names, name) {
			return nil, fmt.Errorf("%w: there is no parameter %q here; there are: %s", parley.ErrFilter, name, cmp.Or(strings.Join(names, ", "), "none"))
		}
	}
	return q, nil
}
