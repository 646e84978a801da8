package web

import (
	"bytes"
	"context"
	"net/http"

	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/internal/web/api"
)

// programs routes what programs ask for: the REST API.
func (s *Server) programs() {
	inner := http.NewServeMux()
	s.api = api.New(inner, api.Options{
		Register: s.Register, Views: s.views, Name: s.World.ActorName, Log: s.Log,
		Read: s.readNow,
		Change: func(ctx context.Context, action, detail string, change func() error) error {
			return s.changed(ctx, access.Event{Action: action, Detail: detail}, change)
		},
	})
	handler := s.ofProgram(inner)
	s.mux.Handle("/api/v1/", handler)
	s.mux.Handle("GET /openapi.json", handler)
	s.mux.Handle("GET /openapi.yaml", handler)
}

// ofProgram answers GET once for the same register and address, whoever asks, as pages are;
// everything else, and what goes wrong, each time.
func (s *Server) ofProgram(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet {
			next.ServeHTTP(w, r)
			return
		}
		want := s.wanted(r)
		want.json = true
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
