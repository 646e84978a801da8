package web

import (
	"context"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// meters count what the server does, for /metrics.
type meters struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
	flying   prometheus.Gauge
	kept     *prometheus.CounterVec
}

func newMeters() *meters {
	m := &meters{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "parley_http_requests_total", Help: "Requests answered, by route and status.",
		}, []string{"route", "status"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "parley_http_request_seconds", Help: "How long requests took, by route.", Buckets: []float64{.001, .005, .01, .025, .05, .1, .25, .5, 1, 5, 30},
		}, []string{"route"}),
		flying: prometheus.NewGauge(prometheus.GaugeOpts{Name: "parley_http_requests_now", Help: "Requests being answered."}),
		kept: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "parley_kept_answers_total", Help: "Answers that were kept from before (hit), had to be made (miss), or that the reader had already (same).",
		}, []string{"result"}),
	}
	m.registry.MustRegister(m.requests, m.duration, m.flying, m.kept,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *meters) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// course is what becomes known of a request on its way, for the log and the meters.
type course struct {
	route, path  string
	remote, user string
	status       int
	bytes        int64
}

type courseKey struct{}

// courseOf is the course of a request that observe has seen.
func courseOf(ctx context.Context) *course {
	c, _ := ctx.Value(courseKey{}).(*course)
	if c == nil {
		c = &course{}
	}
	return c
}

// observe logs and counts each request, and answers for a handler that panics.
func (s *Server) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		c := &course{route: "none", path: r.URL.Path, remote: s.remote(r)}
		r = r.WithContext(context.WithValue(r.Context(), courseKey{}, c))
		to := &counted{ResponseWriter: w, course: c}
		s.meters.flying.Inc()
		defer func() {
			p := recover()
			begun := c.status != 0
			cut := p == any(http.ErrAbortHandler)
			if p != nil && !cut {
				s.Log.ErrorContext(r.Context(), "a handler panicked", "path", r.URL.Path, "panic", p, "stack", string(debug.Stack()))
				if !begun {
					s.refuse(to, r, http.StatusInternalServerError, "")
				}
			}
			took := time.Since(began)
			s.meters.flying.Dec()
			s.meters.requests.WithLabelValues(c.route, strconv.Itoa(c.status)).Inc()
			s.meters.duration.WithLabelValues(c.route).Observe(took.Seconds())
			s.Log.LogAttrs(r.Context(), slog.LevelInfo, "request", slog.String("method", r.Method), slog.String("path", r.URL.Path),
				slog.Int("status", c.status), slog.Int64("bytes", c.bytes), slog.Duration("took", took.Round(time.Microsecond)),
				slog.String("remote", c.remote), slog.String("user", c.user))
			if cut || p != nil && begun {
				panic(http.ErrAbortHandler) // half an answer must not look like a whole one
			}
		}()
		next.ServeHTTP(to, r)
	})
}

// counted notes the status and the size of an answer.
type counted struct {
	http.ResponseWriter
	course *course
}

func (c *counted) WriteHeader(status int) {
	if c.course.status == 0 {
		c.course.status = status
	}
	c.ResponseWriter.WriteHeader(status)
}

func (c *counted) Write(b []byte) (int, error) {
	if c.course.status == 0 {
		c.course.status = http.StatusOK
	}
	n, err := c.ResponseWriter.Write(b)
	c.course.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach what the connection can do.
func (c *counted) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// routed notes which route answers, below everything that changes the request.
func (s *Server) routed(w http.ResponseWriter, r *http.Request) {
	s.mux.ServeHTTP(w, r)
	if r.Pattern != "" {
		courseOf(r.Context()).route = r.Pattern
	}
}
