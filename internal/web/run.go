package web

import (
	"net/http"
	"time"
)

// HTTP is the server for the network: it waits neither for requests that never end nor
// for readers that take nothing.
func (s *Server) HTTP() *http.Server {
	return &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      5 * time.Minute, // a whole register as CSV takes its time
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          errorLog(s.Log),
	}
}

// Stopping says that the server is about to stop: /readyz says so from now on.
func (s *Server) Stopping() { s.stopping.Store(true) }

// WhenIdle calls do, once, when nobody has asked for anything for so long.
func (s *Server) WhenIdle(idle time.Duration, do func()) {
	s.idle.Store(&idleness{time.AfterFunc(idle, do), idle})
}

// idleness is a timer that each request starts anew.
type idleness struct {
	timer *time.Timer
	after time.Duration
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if i := s.idle.Load(); i != nil {
		i.timer.Reset(i.after)
	}
	s.handler.ServeHTTP(w, r)
}
