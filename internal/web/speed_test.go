package web

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
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
			id := d.entryOf("call-en").ID
			address := "/api/v1/contacts/" + id
			var n atomic.Uint64
			tag := d.ask(http.MethodGet, address, nil).header.Get("ETag")
			to := httptest.NewServer(d.server)
			defer to.Close()
			client := to.Client()
			client.Transport.(*http.Transport).MaxIdleConnsPerHost = 64
			b.SetParallelism(4)
			b.ResetTimer()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					at := address
					if how == "cold" {
						at = "/api/v1/contacts/" + spelled(id, n.Add(1))
					}
					r, err := http.NewRequest(http.MethodGet, to.URL+at, nil)
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
					if err := a.Body.Close(); err != nil {
						b.Error(err)
					}
				}
			})
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
		})
	}
}

// spelled is an id with some digits escaped, as the bits of n say: the same entry by another
// address, so that requests at the same time do not share one answer.
func spelled(id string, n uint64) string {
	var out strings.Builder
	for i, c := range []byte(id) {
		if n>>i&1 == 1 {
			fmt.Fprintf(&out, "%%%02X", c)
		} else {
			out.WriteByte(c)
		}
	}
	return out.String()
}
