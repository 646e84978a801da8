package web

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/web/page"
)

// people routes the pages of who meets whom, and where.
func (s *Server) people() {
	s.page("/actors", "actors", s.actors)
	s.page("/actors/{id}", "actor", s.actor)
	s.page("/pairs/{id}", "pair", s.pair)
	s.page("/network", "network", s.network)
	s.page("/map", "map", s.places)
	s.page("/corrections", "corrections", s.corrections)
}

func (s *Server) actors(r *http.Request) (any, error) {
	q, err := only(r, "type", "name", "skip")
	if err != nil {
		return nil, err
	}
	return s.views.Actors(r.Context(), q.Get("type"), q.Get("name"), q.Get("skip"))
}

// actor leads a name to the one who is called so.
func (s *Server) actor(r *http.Request) (any, error) {
	if _, err := only(r); err != nil {
		return nil, err
	}
	id := r.PathValue("id")
	v, err := s.views.Actor(r.Context(), id)
	if !errors.Is(err, parley.ErrNotFound) {
		return v, err
	}
	one, err := s.views.MeantBy(r.Context(), id)
	if err == nil && one == id {
		err = parley.ErrNotFound // a group of states that is none of those who meet
	}
	if err == nil {
		err = meant("/actors/" + url.PathEscape(one))
	}
	return nil, err
}

func (s *Server) pair(r *http.Request) (any, error) {
	q, err := only(r, "after")
	if err != nil {
		return nil, err
	}
	a, b, err := s.views.Parties(r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	if a > b {
		return nil, moved(page.PairURL(a, b))
	}
	return s.views.Pair(r.Context(), a, b, q.Get("after"))
}

func (s *Server) network(r *http.Request) (any, error) {
	q, err := s.views.Query(r.URL.Query())
	if err != nil {
		return nil, err
	}
	return s.views.Network(r.Context(), q)
}

func (s *Server) places(r *http.Request) (any, error) {
	q, err := s.views.Query(r.URL.Query())
	if err != nil {
		return nil, err
	}
	return s.views.Places(r.Context(), q)
}

func (s *Server) corrections(r *http.Request) (any, error) {
	q, err := only(r, "before")
	if err != nil {
		return nil, err
	}
	return s.views.Corrections(r.Context(), q.Get("before"))
}
