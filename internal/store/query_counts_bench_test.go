package store

import (
	"testing"
	"time"

	"github.com/parley-news/parley/internal/merge"
)

// BenchmarkCounts asks the counting questions as the pages of the web application do. The
// register is that of BenchmarkQuery.
func BenchmarkCounts(b *testing.B) {
	s := benchStore(b)
	ctx := b.Context()
	totals, err := s.Totals(ctx)
	if err != nil {
		b.Fatal(err)
	}
	party, topic := most(b, s, facetParty), most(b, s, facetTopic)
	last := merge.ParseDay(totals.Last)
	days := func(n int) Filter { return Filter{From: (last - merge.Day(n)).String(), To: totals.Last} }
	of := Filter{Parties: []string{party}}
	calls := Filter{Kinds: []string{"call"}, Topics: []string{topic}}
	const most = 2000
	for _, q := range []struct {
		name string
		run  func() error
	}{
		{"revision", func() error { _, err := s.Revision(ctx); return err }},
		{"totals", func() error { _, err := s.Totals(ctx); return err }},
		{"facets", func() error { _, err := s.Facets(ctx, Filter{}, most); return err }},
		{"facets/party", func() error { _, err := s.Facets(ctx, of, most); return err }},
		{"facets/topic-kind", func() error { _, err := s.Facets(ctx, calls, most); return err }},
		{"changes", func() error { return drain(s.Changes(ctx, 20)) }},
		{"network", func() error { _, err := s.Network(ctx, Filter{}, most); return err }},
		{"network/party", func() error { _, err := s.Network(ctx, of, most); return err }},
		{"places", func() error { _, err := s.Places(ctx, Filter{}, most); return err }},
		{"places/party", func() error { _, err := s.Places(ctx, of, most); return err }},
		{"days/30", func() error { _, err := s.Days(ctx, days(30)); return err }},
		{"days/400", func() error { _, err := s.Days(ctx, days(400)); return err }},
	} {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				if err := q.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkReaders asks one question from 50 goroutines at once.
func BenchmarkReaders(b *testing.B) {
	s := benchStore(b)
	party := most(b, s, facetParty)
	b.SetParallelism(25) // times the processors
	start := time.Now()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if err := drain(s.Entries(b.Context(), Filter{Parties: []string{party}, Newest: true, Limit: 20})); err != nil {
				b.Error(err)
			}
		}
	})
	b.ReportMetric(float64(b.N)/time.Since(start).Seconds(), "answers/s")
}
