// Package web is the web application: pages that work without scripts, their JSON twins,
// the REST API and the assistant's door, on one http.Handler.
//
//	request ──► observe ──► guard ──► identify ──► route ──► view ──► page or JSON, kept until the register changes
//
// server.go puts the parts together, pages.go lists the pages, answer.go is how each of
// them is answered.
package web

import (
	"log"
	"log/slog"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/singleflight"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/naming"
	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/internal/web/api"
	"github.com/parley-news/parley/internal/web/page"
	"github.com/parley-news/parley/internal/web/problem"
	"github.com/parley-news/parley/internal/web/static"
	"github.com/parley-news/parley/internal/web/view"
)

// Options say what is served, and how.
type Options struct {
	Register *parley.Register
	World    *gazetteer.World
	// Names finds the parties that readers name.
	Names *naming.Finder
	// Reader reads texts that are pasted.
	Reader func() (parley.DocumentReader, error)
	// Version is that of the program.
	Version string
	// Access knows who may do what.
	Access *access.Keeper
	// Now is the clock, Log takes a line for each request and whatever goes wrong.
	Now func() time.Time
	Log *slog.Logger
	// Local is true where the server can be reached from this machine alone: everybody
	// may read.
	Local bool
	// Hosts are the names that the server goes by, besides those of this machine where it
	// is local; none are any where it is not.
	Hosts []string
	// Secure is true where readers come by https.
	Secure bool
	// BehindProxy believes a proxy in front who asks.
	BehindProxy bool
	// PublicURL is the address that feeds link to, "" for that of the request.
	PublicURL string
}

// Server answers requests about one register. It is safe for concurrent use.
type Server struct {
	Options
	views           *view.Maker
	printer         *page.Printer
	kept            *cache
	making          singleflight.Group
	meters          *meters
	limits, guesses *access.Limiter
	// reader is made when the first text is read; reading holds back more texts than there
	// are processors.
	reader   func() (parley.DocumentReader, error)
	reading  chan struct{}
	mux      *http.ServeMux
	api      *api.API
	handler  http.Handler
	began    time.Time
	stopping atomic.Bool
	idle     atomic.Pointer[idleness]
}

// How much one reader may ask for: so many requests a second, so many at once; and how
// many wrong tokens.
const (
	perSecond, atOnce           = 50, 200
	guessPerSecond, guessAtOnce = 0.1, 10
)

// New puts a server together. Its error is a mistake in a template.
func New(o Options) (*Server, error) {
	printer, err := page.New(o.World)
	if err != nil {
		return nil, err
	}
	for i, name := range o.Hosts {
		o.Hosts[i] = strings.ToLower(name)
	}
	s := &Server{
		Options: o, views: view.New(o.Register, o.World, o.Names, o.Now), printer: printer, kept: newCache(keptBytes), meters: newMeters(),
		limits: access.NewLimiter(perSecond, atOnce, o.Now), guesses: access.NewLimiter(guessPerSecond, guessAtOnce, o.Now),
		reader: sync.OnceValues(o.Reader), reading: make(chan struct{}, runtime.GOMAXPROCS(0)), mux: http.NewServeMux(), began: time.Now(),
	}
	s.pages()
	s.readings()
	s.people()
	s.mending()
	s.session()
	s.governing()
	s.programs()
	s.feeds()
	s.health()
	s.mux.Handle("GET /static/", static.Handler())
	s.mux.HandleFunc("/", s.nowhere)
	s.handler = s.observe(s.guard(s.identify(http.HandlerFunc(s.routed))))
	return s, nil
}

// nowhere answers for an address that leads nowhere.
func (s *Server) nowhere(w http.ResponseWriter, r *http.Request) {
	s.problem(w, r, s.wanted(r), problem.New(http.StatusNotFound, ""))
}

func errorLog(l *slog.Logger) *log.Logger { return slog.NewLogLogger(l.Handler(), slog.LevelWarn) }
