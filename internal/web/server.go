// Package web is the web application: pages that work without scripts, their JSON twins,
// the REST API and the assistant's door, on one http.Handler.
//
//	request ──► guard ──► who is it ──► limits ──► route ──► view ──► page or JSON, kept until the register changes
//
// server.go puts the parts together, pages.go lists the pages, answer.go is how each of
// them is answered.
package web

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/web/page"
	"github.com/parley-news/parley/internal/web/view"
)

// Options say what is served, and how.
type Options struct {
	Register *parley.Register
	World    *gazetteer.World
	// Reader reads texts that are pasted.
	Reader func() (parley.DocumentReader, error)
	// Now is the clock, Log takes a line for each request and whatever goes wrong.
	Now func() time.Time
	Log *slog.Logger
}

// Server answers requests about one register.
type Server struct {
	Options
	views   *view.Maker
	printer *page.Printer
	kept    *cache
	mux     *http.ServeMux
}

// New puts a server together. Its error is a mistake in a template.
func New(o Options) (*Server, error) {
	printer, err := page.New(o.World)
	if err != nil {
		return nil, err
	}
	s := &Server{Options: o, views: view.New(o.Register, o.World, o.Now), printer: printer, kept: newCache(keptBytes), mux: http.NewServeMux()}
	s.pages()
	return s, nil
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }
