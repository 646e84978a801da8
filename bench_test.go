package parley

import (
	"context"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/sample"
	"github.com/parley-news/parley/internal/text"
	"github.com/parley-news/parley/record"
)

// benchSize is the length of a document of the benchmark, in bytes: that of a
// usual dispatch.
const benchSize = 3000

// benchCorpus glues the samples and the phrases of the packs' corpora to
// documents of benchSize bytes, those of the languages in turn. It is the same
// at every run.
func benchCorpus(tb testing.TB) []record.Document {
	tb.Helper()
	day := "2025-09-18"
	var langs [][]record.Document
	for _, lang := range []string{"en", "fr", "ro"} {
		var docs []record.Document
		var b strings.Builder
		for i, s := range append(benchSamples(tb, lang), sample.Phrases(tb, lang)...) {
			b.WriteString(s)
			if i%3 == 2 || strings.Contains(s, "\n") {
				b.WriteString("\n\n")
			} else {
				b.WriteByte(' ')
			}
			if b.Len() >= benchSize {
				docs = append(docs, record.Document{Text: b.String(), Published: &day, Language: lang})
				b.Reset()
			}
		}
		langs = append(langs, docs)
	}
	n := min(len(langs[0]), len(langs[1]), len(langs[2]))
	var out []record.Document
	for i := range n {
		for _, docs := range langs {
			out = append(out, docs[i])
		}
	}
	return out
}

func benchSamples(tb testing.TB, lang string) []string {
	tb.Helper()
	files, err := fs.Glob(os.DirFS("samples"), lang+"-*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no samples of %s: %v", lang, err)
	}
	var out []string
	for _, f := range files {
		data, err := os.ReadFile("samples/" + f)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, string(data))
	}
	return out
}

// BenchmarkRead reads the corpus with all that a reading needs, syntax too.
func BenchmarkRead(b *testing.B) {
	docs := benchCorpus(b)
	r, err := NewReader()
	if err != nil {
		b.Fatal(err)
	}
	if err := r.compileAll(); err != nil {
		b.Fatal(err)
	}
	bytes, sentences := 0, 0
	for _, d := range docs {
		lx, err := r.lexicons[d.Language]()
		if err != nil {
			b.Fatal(err)
		}
		rules := &lx.Pack.Text
		bytes += len(d.Text)
		sentences += len(text.Sentences(d.Text, text.Tokenize(d.Text, 0, len(d.Text), rules), rules))
	}
	report := func(b *testing.B) {
		perSecond := float64(b.N) / b.Elapsed().Seconds()
		each := float64(len(docs))
		b.ReportMetric(perSecond, "documents/s")
		b.ReportMetric(perSecond*float64(bytes)/each/1e6, "MB/s")
		b.ReportMetric(perSecond*float64(sentences)/each, "sentences/s")
	}
	read := func(b *testing.B, i int) {
		if _, err := r.Read(context.Background(), docs[i%len(docs)]); err != nil {
			b.Error(err)
		}
	}
	b.Run("cores=1", func(b *testing.B) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		b.ReportAllocs()
		for i := range b.N {
			read(b, i)
		}
		report(b)
	})
	b.Run("cores=all", func(b *testing.B) {
		b.RunParallel(func(pb *testing.PB) {
			for i := 0; pb.Next(); i++ {
				read(b, i)
			}
		})
		report(b)
	})
}

// BenchmarkNewReader makes a reader and compiles every pack.
func BenchmarkNewReader(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		r, err := NewReader()
		if err != nil {
			b.Fatal(err)
		}
		if err := r.compileAll(); err != nil {
			b.Fatal(err)
		}
	}
}
