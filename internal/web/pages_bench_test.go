package web

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/naming"
	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/packs"
	"github.com/parley-news/parley/world"
)

// benchRegister names a large register to measure pages on.
const benchRegister = "PARLEY_BENCH_REGISTER"

// readersAtOnce is how many readers ask at the same time, each as soon as it has its answer.
const readersAtOnce = 50

// BenchmarkPages has 50 readers at once ask a real server over a large register for pages: the
// overview and the register, each reader another week and other filters in turn, and for single
// entries by the API. "kept" is
// what readers meet who look at what others have looked at; "cold" keeps nothing: each page
// is made each time, as when something is written all the time; "reading" is cold with
// readers who look at each page for a second.
func BenchmarkPages(b *testing.B) {
	path := os.Getenv(benchRegister)
	if path == "" {
		b.Skip(benchRegister + " names no register")
	}
	r, err := parley.OpenRegister(b.Context(), path, parley.ForReading())
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	totals, err := r.Totals(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	last, err := time.Parse(time.DateOnly, totals.Last)
	if err != nil {
		b.Fatal(err)
	}
	var overviews, registers []string
	for i := range 40 {
		day := last.AddDate(0, 0, -7*i)
		overviews = append(overviews, "/?week="+day.Format(time.DateOnly))
		registers = append(registers, "/contacts?to="+day.Format(time.DateOnly))
	}
	for _, party := range []string{"FRA", "USA", "RUS", "DEU", "TUR", "CHN", "IND", "GBR", "UKR", "IRN"} {
		registers = append(registers, "/contacts?party="+party, "/contacts?party="+party+"&kind=call", "/contacts?disputed=true&party="+party, "/contacts?topic=energy&party="+party)
	}
	var entries []string
	for e, err := range r.Entries(b.Context(), parley.Filter{Newest: true, Limit: 1000}) {
		if err != nil {
			b.Fatal(err)
		}
		entries = append(entries, "/api/v1/contacts/"+e.ID)
	}
	for name, addresses := range map[string][]string{"overview": append(overviews, "/"), "register": append(registers, "/contacts"), "entry": entries} {
		b.Run(name+"/kept", func(b *testing.B) { benchmarkPages(b, r, last, addresses, true, 0) })
		b.Run(name+"/reading", func(b *testing.B) { benchmarkPages(b, r, last, addresses, false, time.Second) })
		b.Run(name+"/cold", func(b *testing.B) { benchmarkPages(b, r, last, addresses, false, 0) })
	}
}

func benchmarkPages(b *testing.B, r *parley.Register, today time.Time, addresses []string, kept bool, pause time.Duration) {
	keeper, err := access.Open(b.Context(), filepath.Join(b.TempDir(), "bench"+access.Suffix), access.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer keeper.Close()
	w, err := gazetteer.Load(world.FS)
	if err != nil {
		b.Fatal(err)
	}
	s, err := New(Options{
		Register: r, World: w, Names: naming.New(w, func() (language.Names, error) { return language.ReadNames(packs.FS) }), Access: keeper,
		Now: func() time.Time { return today }, Log: slog.New(slog.DiscardHandler), Local: true, Reader: func() (parley.DocumentReader, error) { return parley.NewReader() },
	})
	if err != nil {
		b.Fatal(err)
	}
	s.limits = access.NewLimiter(1e9, 1e9, s.Now)
	if !kept {
		s.kept = newCache(0)
	}
	server := httptest.NewServer(s)
	defer server.Close()
	client := server.Client()
	client.Transport.(*http.Transport).MaxIdleConnsPerHost = readersAtOnce
	ask := func(address string) error {
		a, err := client.Get(server.URL + address)
		if err != nil {
			return err
		}
		defer a.Body.Close()
		if _, err := io.Copy(io.Discard, a.Body); err != nil || a.StatusCode != http.StatusOK {
			return fmt.Errorf("%s: %d, %w", address, a.StatusCode, err)
		}
		return nil
	}
	for _, address := range addresses { // the file is in memory, and what can be kept is
		if err := ask(address); err != nil {
			b.Fatal(err)
		}
	}
	var mu sync.Mutex
	var took []time.Duration
	var wg sync.WaitGroup
	b.ResetTimer()
	for reader := range readersAtOnce {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var own []time.Duration
			time.Sleep(pause * time.Duration(reader) / readersAtOnce) // they do not all begin at once
			for i := reader; i < b.N*readersAtOnce; i += readersAtOnce {
				began := time.Now()
				if err := ask(addresses[(i*7+reader)%len(addresses)]); err != nil {
					b.Error(err)
					return
				}
				own = append(own, time.Since(began))
				time.Sleep(pause)
			}
			mu.Lock()
			defer mu.Unlock()
			took = append(took, own...)
		}()
	}
	wg.Wait()
	slices.Sort(took)
	if len(took) == 0 {
		b.Fatal("nothing was asked")
	}
	at := func(percent int) float64 { return float64(took[(len(took)-1)*percent/100].Microseconds()) / 1000 }
	b.ReportMetric(at(50), "ms-median")
	b.ReportMetric(at(95), "ms-95th")
	b.ReportMetric(float64(len(took))/b.Elapsed().Seconds(), "pages/s")
}
