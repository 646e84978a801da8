//go:build unix

package parley

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/parley-news/parley/internal/sample"
)

// BenchmarkCommand runs the program itself: how long it takes over one
// sentence, and how much memory over a corpus in all languages.
func BenchmarkCommand(b *testing.B) {
	dir := b.TempDir()
	program := filepath.Join(dir, "parley")
	if out, err := exec.Command("go", "build", "-o", program, "./cmd/parley").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	tiny := filepath.Join(dir, "tiny.txt")
	if err := os.WriteFile(tiny, []byte("The French president met the German chancellor in Paris on Friday.\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	var lines bytes.Buffer
	docs := benchCorpus(b, sample.Languages(b)...)
	for round := range 10 {
		for i, d := range docs {
			line, err := json.Marshal(map[string]string{"id": fmt.Sprint(round, "-", i), "text": d.Text, "language": d.Language})
			if err != nil {
				b.Fatal(err)
			}
			lines.Write(append(line, '\n'))
		}
	}
	corpus := filepath.Join(dir, "corpus.jsonl")
	if err := os.WriteFile(corpus, lines.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	run := func(b *testing.B, args ...string) *syscall.Rusage {
		c := exec.Command(program, args...)
		if err := c.Run(); err != nil {
			b.Fatal(err)
		}
		usage, _ := c.ProcessState.SysUsage().(*syscall.Rusage)
		return usage
	}
	b.Run("start", func(b *testing.B) {
		best := time.Hour
		for range b.N {
			at := time.Now()
			run(b, "read", tiny)
			best = min(best, time.Since(at))
		}
		b.ReportMetric(float64(best.Microseconds())/1000, "ms-best")
	})
	b.Run("memory", func(b *testing.B) {
		peak := int64(0)
		for range b.N {
			peak = max(peak, run(b, "read", "--format", "jsonl", corpus).Maxrss)
		}
		if runtime.GOOS != "darwin" { // there it is bytes
			peak *= 1024
		}
		b.ReportMetric(float64(peak)/1e6, "MB-peak")
	})
}
