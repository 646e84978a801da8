package web

import (
	"net/http"
)

// pages routes the pages. Each has a template of its name, and a view.
func (s *Server) pages() {
	s.page("/contacts", "contacts", s.contacts)
	s.page("/contacts/{id}", "contact", s.contact)
}

func (s *Server) contacts(r *http.Request) (any, error) {
	q, err := s.views.Query(r.URL.Query())
	if err != nil {
		return nil, err
	}
	return s.views.Contacts(r.Context(), q)
}

func (s *Server) contact(r *http.Request) (any, error) {
	v, err := s.views.Contact(r.Context(), r.PathValue("id"))
	if err == nil && v.Moved != "" {
		return nil, moved("/contacts/" + v.Moved)
	}
	return v, err
}
