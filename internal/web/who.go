package web

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/web/access"
)

// open are the addresses that anybody may ask for: signing in, and what tells nothing of
// the register.
func open(path string) bool {
	return path == "/sign-in" || path == "/look" || path == "/healthz" || path == "/readyz" || strings.HasPrefix(path, "/static/")
}

// identify finds out who asks, and refuses who may not even read. Reading is open where
// only this machine reaches the server.
func (s *Server) identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		remote := s.remote(r)
		if wait, ok := s.limits.Allow(household(remote), 1); !ok && !strings.HasPrefix(r.URL.Path, "/static/") {
			s.tooMany(w, r, wait)
			return
		}
		who, err := s.Access.Identify(r, s.Secure)
		switch {
		case errors.Is(err, access.ErrToken):
			s.denied(w, r, remote, err)
			return
		case err != nil:
			s.fail(w, r, s.wanted(r), err)
			return
		}
		if who.Role == access.Nobody && s.Local {
			who.Role = access.Reader
		}
		if who.Role == access.Nobody && !open(r.URL.Path) {
			s.askIn(w, r)
			return
		}
		courseOf(r.Context()).user = who.Name
		next.ServeHTTP(w, r.WithContext(access.With(r.Context(), who)))
	})
}

// denied answers a token that is not, or no longer, known. Guessing is slowed down, and
// is in the audit log.
func (s *Server) denied(w http.ResponseWriter, r *http.Request, remote string, err error) {
	if wait, ok := s.guesses.Allow(household(remote), 1); !ok {
		s.tooMany(w, r, wait)
		return
	}
	s.audit(r.Context(), access.Event{Action: "token", Outcome: "refused", Detail: err.Error()})
	w.Header().Set("WWW-Authenticate", `Bearer realm="parley", error="invalid_token"`)
	s.refuse(w, r, http.StatusUnauthorized, "the token is not known here, has expired or was revoked")
}

// askIn asks who has not said who they are: people by the page for it, programs by 401.
func (s *Server) askIn(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet && strings.Contains(r.Header.Get("Accept"), "text/html") {
		http.Redirect(w, r, "/sign-in?back="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
		return
	}
	w.Header().Set("WWW-Authenticate", `Bearer realm="parley"`)
	s.refuse(w, r, http.StatusUnauthorized, "this needs a token; parley token create makes one")
}

func (s *Server) tooMany(w http.ResponseWriter, r *http.Request, wait time.Duration) {
	w.Header().Set("Retry-After", strconv.Itoa(int(wait.Seconds())+1))
	s.refuse(w, r, http.StatusTooManyRequests, "that is more than the server answers one reader at a time")
}

// remote is the address that asks: what the proxy says, where there is one.
func (s *Server) remote(r *http.Request) string {
	if s.BehindProxy {
		// The last one was added by our own proxy, in a line of its own or at the end of
		// another; those before it anybody can write.
		all := strings.Join(r.Header.Values("X-Forwarded-For"), ",")
		if ip, err := netip.ParseAddr(strings.TrimSpace(all[strings.LastIndexByte(all, ',')+1:])); err == nil {
			return ip.String()
		}
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// household is what limits count as one client: an address, or the network of 2^64 of them
// that whoever has one of IPv6 has as well.
func household(remote string) string {
	ip, err := netip.ParseAddr(remote)
	if err != nil || !ip.Is6() || ip.Is4In6() {
		return remote
	}
	return netip.PrefixFrom(ip.WithZone(""), 64).Masked().String()
}

// audit notes in the audit log what somebody did or tried, and logs it when that fails.
func (s *Server) audit(ctx context.Context, e access.Event) {
	if err := s.record(ctx, e); err != nil {
		s.Log.ErrorContext(ctx, "cannot write the audit log", "error", err)
	}
}

// record notes something in the audit log, with who asks for it from where.
func (s *Server) record(ctx context.Context, e access.Event) error {
	return s.Access.Record(ctx, by(ctx, e))
}

// by fills in who asks, from where and for what.
func by(ctx context.Context, e access.Event) access.Event {
	who, c := access.From(ctx), courseOf(ctx)
	e.Who, e.Role, e.Remote, e.Address = who.Name, who.Role, c.remote, c.path
	return e
}

// changed makes a change that is in the audit log.
func (s *Server) changed(ctx context.Context, e access.Event, change func() error) error {
	return s.Access.Do(ctx, by(ctx, e), change)
}
