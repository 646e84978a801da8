package store

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/record"
)

// The environment of the benchmarks.
const (
	// benchEntries is at which sizes of a register, in entries, is measured: numbers that
	// grow, with commas between them.
	benchEntries = "PARLEY_BENCH_ENTRIES"
	// benchFolder is where the register stays, for the next run to go on with it.
	benchFolder = "PARLEY_BENCH_FOLDER"
)

// BenchmarkGrow fills a register with the readings of generated documents, and measures at
// each size what adding more of them costs, and then what questions cost. Nothing is read
// from texts. Run it with -benchtime 1x.
func BenchmarkGrow(b *testing.B) {
	sizes := os.Getenv(benchEntries)
	if sizes == "" {
		sizes = "2000,10000"
	}
	folder := os.Getenv(benchFolder)
	if folder == "" {
		folder = b.TempDir()
	}
	path := filepath.Join(folder, "grown.parley")
	s, err := Open(b.Context(), path, Options{Now: noon})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	g := maker(b, 1, generate.Options{MostTold: 4, Changed: -1})
	_, already := counts(b, s)
	for range already {
		g.Next()
	}
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		documents := fill(b, s, g, n)
		b.Run("entries="+size+"/add", func(b *testing.B) {
			const more = 5000
			var took, cpu float64
			for range b.N {
				all := made(g, more)
				before := processorTime()
				b.ResetTimer()
				grow(b, s, all)
				took, cpu = b.Elapsed().Seconds(), processorTime()-before
				documents += more
			}
			b.ReportMetric(more/took, "documents/s")
			b.ReportMetric(cpu/more*1e3, "cpu-ms/document")
			b.ReportMetric(float64(sizeOf(b, path))/float64(documents), "bytes/document")
			b.ReportMetric(0, "ns/op")
		})
		b.Run("entries="+size, func(b *testing.B) { benchQuestions(b, s) })
	}
}

// growBatch is how many readings are added at a time.
const growBatch = 250

// fill adds documents until there are n entries, and returns how many documents there are.
func fill(b *testing.B, s *Store, g *generate.Generator, n int) int {
	b.Helper()
	for {
		entries, documents := counts(b, s)
		if entries >= n {
			return documents
		}
		grow(b, s, made(g, max(growBatch, min(n-entries, 20*growBatch))))
	}
}

func counts(b *testing.B, s *Store) (entries, documents int) {
	b.Helper()
	if _, err := s.writer.row(b.Context(), "SELECT (SELECT count(*) FROM entries), (SELECT count(*) FROM documents)", nil, &entries, &documents); err != nil {
		b.Fatal(err)
	}
	return entries, documents
}

func grow(b *testing.B, s *Store, all []record.Reading) {
	b.Helper()
	for batch := range slices.Chunk(all, growBatch) {
		if _, err := s.Add(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
	}
}

func sizeOf(b *testing.B, path string) int64 {
	b.Helper()
	f, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	return f.Size()
}
