package export

import (
	"bytes"
	"io"
	"testing"

	"github.com/parley-news/parley/record"
)

// written is what a writer makes of some readings.
func written(t *testing.T, writer func(io.Writer) Writer, rs ...record.Reading) string {
	t.Helper()
	var b bytes.Buffer
	w := writer(&b)
	for _, r := range rs {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
