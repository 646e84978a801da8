package parley

import (
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/record"
)

// benchDocuments is of how many documents the register of the benchmark is made.
const benchDocuments = "PARLEY_BENCH_DOCUMENTS"

// BenchmarkRegisterAdd adds generated documents to a register from end to end: it reads
// their texts, merges what they tell and puts it on the disk.
func BenchmarkRegisterAdd(b *testing.B) {
	n := 2000
	if s := os.Getenv(benchDocuments); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil {
			b.Fatal(err)
		}
	}
	reader, err := NewReader()
	if err != nil {
		b.Fatal(err)
	}
	if err := reader.compileAll(); err != nil {
		b.Fatal(err)
	}
	docs, size := benchGenerated(b, reader, n)
	path := filepath.Join(b.TempDir(), "bench.parley")
	for b.Loop() {
		b.StopTimer()
		if err := os.RemoveAll(path); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		r, err := OpenRegister(b.Context(), path, WithReader(func() (DocumentReader, error) { return reader, nil }))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := r.Add(b.Context(), each(docs), Adding{}); err != nil {
			b.Fatal(err)
		}
		if err := r.Close(); err != nil {
			b.Fatal(err)
		}
	}
	took := b.Elapsed().Seconds() / float64(b.N)
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(n)/took, "documents/s")
	b.ReportMetric(float64(info.Size())/float64(n), "bytes/document")
	b.ReportMetric(float64(size)/float64(n), "text-bytes/document")
}

// benchGenerated makes documents, and says how many bytes of text they have.
func benchGenerated(b *testing.B, r *Reader, n int) (docs []record.Document, size int) {
	b.Helper()
	g, err := generate.New(1, r.World(), generate.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for range n {
		d, _ := g.Next()
		d.Passages = nil // the reader's to find
		docs, size = append(docs, d), size+len(d.Text)
	}
	return docs, size
}

func each(docs []record.Document) iter.Seq2[record.Document, error] {
	return func(yield func(record.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}
