package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/parley-news/parley/internal/web/access"
)

// BenchmarkOneEntry asks for one entry by a real connection: as it is when the same was
// asked for before, when the reader has it, and when nothing is kept.
func BenchmarkOneEntry(b *testing.B) {
	for _, how := range []string{"kept", "same", "cold"} {
		b.Run(how, func(b *testing.B) {
			d := newDesk(b, calls()...)
			d.server.limits = access.NewLimiter(1e9, 1e9, d.server.Now)
			if how == "cold" {
				d.server.kept = newCache(0)
			}
			address := "/api/v1/contacts/" + d.entryOf("call-en").ID
			tag := d.ask(http.MethodGet, address, nil).header.Get("ETag")
			to := httptest.NewServer(d.server)
			defer to.Close()
			client := to.Client()
			client.Transport.(*http.Transport).MaxIdleConnsPerHost = 64
			b.SetParallelism(4)
			b.ResetTimer()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					r, err := http.NewRequest(http.MethodGet, to.URL+address, nil)
					if err != nil {
						b.Error(err)
						return
					}
					want := http.StatusOK
					if how == "same" {
						r.Header.Set("If-None-Match", tag)
						want = http.StatusNotModified
					}
					a, err := client.Do(r)
					if err != nil {
						b.Error(err)
						return
					}
					if _, err := io.Copy(io.Discard, a.Body); err != nil || a.StatusCode != want {
						b.Errorf("%d, %v", a.StatusCode, err)
					}
					a.Body.Close()
				}
			})
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
		})
	}
}
