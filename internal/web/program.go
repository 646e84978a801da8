package web

import (
	"bytes"
	"context"
	"net/http"
	"strings"

	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/internal/web/api"
	"github.com/parley-news/parley/internal/web/assistant"
	"github.com/parley-news/parley/internal/web/problem"
)

// programs routes what programs ask for: the REST API.
func (s *Server) programs() {
	s.mux.Handle("/mcp", assistant.New(assistant.Options{
		Register: s.Register, Views: s.views, Read: s.readNow, Log: s.Log, Version: s.Version,
		Page: func(path string) string { return strings.TrimSuffix(s.PublicURL, "/") + path },
	}).Handler())

	inner := http.NewServeMux()
	s.api = api.New(inner, api.Options{
		Register: s.Register, Views: s.views, Name: s.World.ActorName, Log: s.Log,
		Read: s.readNow,
		Change: func(ctx context.Context, action, detail string, change func() error) error {
			return s.changed(ctx, access.Event{Action: action, Detail: detail}, change)
		},
		Refused: func(ctx context.Context, action string, err error) {
			s.audit(ctx, access.Event{Action: action, Outcome: "refused", Detail: err.Error()})
		},
	})
	s.page("/api", "api", s.reference)
	handler := s.ofProgram(inner)
	s.mux.Handle("/api/v1/", handler)
	s.mux.Handle("GET /openapi.json", handler)
	s.mux.Handle("GET /openapi.yaml", handler)
}

func (s *Server) reference(r *http.Request) (any, error) {
	_, err := only(r)
	return s.api.Reference(), err
}

// ofProgram answers GET once for the same register and address, whoever asks, as pages are;
// everything else, and what goes wrong, each time.
func (s *Server) ofProgram(next *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		want := s.wanted(r)
		want.look.Path = r.URL.EscapedPath() // an id may end as the address of a twin does
		if _, pattern := next.Handler(r); pattern == "" {
			var t tape // what the mux says of it: not here, or not by this method
			t.header = http.Header{}
			next.ServeHTTP(&t, r)
			if allow := t.header.Get("Allow"); allow != "" {
				w.Header().Set("Allow", allow)
			}
			s.problem(w, r, want, problem.New(t.status, ""))
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		want.look.Lang, want.look.Theme = "", ""
		s.once(w, r, want, func(r *http.Request) (*answered, error) {
			var t tape
			t.header = http.Header{}
			next.ServeHTTP(&t, r)
			if t.status >= http.StatusBadRequest {
				return nil, failed{&t}
			}
			return &answered{header: t.header, body: t.Bytes()}, nil
		})
	})
}

// program reports whether an address is for programs, which want JSON whatever goes wrong.
func program(path string) bool {
	return strings.HasPrefix(path, api.Prefix+"/") || path == "/mcp" || path == "/openapi.json" || path == "/openapi.yaml"
}

// failed is the error of an answer that tells itself what went wrong.
type failed struct{ *tape }

func (f failed) Error() string { return http.StatusText(f.status) }

// tape takes an answer down.
type tape struct {
	bytes.Buffer
	header http.Header
	status int
}

func (t *tape) Header() http.Header { return t.header }

func (t *tape) WriteHeader(status int) {
	if t.status == 0 {
		t.status = status
	}
}
