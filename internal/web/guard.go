package web

import (
	"context"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/web/problem"
)

// What a request may be and take.
const (
	mostBody    = 32 << 20 // bytes; forms and single texts have a smaller bound of their own
	mostAddress = 8 << 10  // bytes of path and parameters
	mostTime    = 30 * time.Second
)

// policy lets a page load what this server itself has as files, and nothing else: no
// script, style or picture that a document might smuggle into a page does anything.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard refuses what no reader sends, and tells the browser what pages may do.
func (s *Server) guard(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, r, http.StatusForbidden, "the request was sent by a page of another site")
	}))
	checked := origin.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		if s.Secure {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		switch {
		case !s.named(r.Host):
			// Another site that has its name lead to this address must not read the register.
			s.refuse(w, r, http.StatusMisdirectedRequest, "the server does not go by the name "+r.Host+"; --host names it")
			return
		case len(r.URL.Path)+len(r.URL.RawQuery) > mostAddress:
			s.refuse(w, r, http.StatusRequestURITooLong, "the address is too long")
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, mostBody)
		if !streams(r.URL.Path) {
			ctx, cancel := context.WithTimeout(r.Context(), mostTime)
			defer cancel()
			r = r.WithContext(ctx)
		}
		checked.ServeHTTP(w, r)
	})
}

// streams reports whether an address answers for as long as the reader takes.
func streams(path string) bool {
	return path == "/mcp" || strings.HasPrefix(path, "/contacts.") && path != "/contacts"+twinEnd
}

// named reports whether a request may name the server so: as this machine where it can
// be reached from this machine alone, and by the names that are given.
func (s *Server) named(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.Trim(name, "[]"))
	if slices.Contains(s.Hosts, name) || len(s.Hosts) == 0 && !s.Local {
		return true
	}
	ip := net.ParseIP(name)
	return s.Local && (name == "localhost" || ip != nil && ip.IsLoopback())
}

// refuse answers a request that goes no further, and logs it.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int, detail string) {
	s.Log.WarnContext(r.Context(), "refused", "status", status, "why", detail, "method", r.Method, "path", r.URL.Path, "remote", r.RemoteAddr)
	s.problem(w, r, s.wanted(r), problem.New(status, detail))
}
