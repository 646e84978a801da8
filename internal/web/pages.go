package web

import (
	"net/http"

	"github.com/parley-news/parley/internal/web/view"
)

// pages routes the pages. Each has a template of its name, and a view.
func (s *Server) pages() {
	s.page("/contacts", "contacts", s.contacts)
}

func (s *Server) contacts(r *http.Request) (any, error) {
	q, err := view.ParseQuery(r.URL.Query())
	if err != nil {
		return nil, err
	}
	return s.views.Contacts(r.Context(), q)
}
