package web

import (
	"io"
	"net/http"
)

// health routes what looks after a server ask for. Neither answer tells anything of the
// register.
func (s *Server) health() {
	s.mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { plain(w, http.StatusOK, "ok\n") })
	s.mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		if s.stopping.Load() {
			plain(w, http.StatusServiceUnavailable, "stopping\n")
			return
		}
		if _, err := s.Register.Revision(r.Context()); err != nil {
			s.Log.ErrorContext(r.Context(), "not ready", "error", err)
			plain(w, http.StatusServiceUnavailable, "the register does not answer\n")
			return
		}
		plain(w, http.StatusOK, "ok\n")
	})
	s.mux.Handle("GET /metrics", s.meters.handler())
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, text) // who asked may be gone
}
