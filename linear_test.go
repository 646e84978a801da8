package parley

import (
	"testing"
	"time"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/resolve"
	"github.com/parley-news/parley/record"
)

// maxSteps bounds the places looked at per byte of text, whatever the text.
const maxSteps = 300

// Reading takes steps in proportion to the length of a text: twice the text,
// twice the steps. Steps are counted, not seconds.
func TestReadingIsLinear(t *testing.T) {
	r, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	lx, err := r.lexicons["en"]()
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2025, 9, 18, 0, 0, 0, 0, time.UTC)
	steps := func(s string) int {
		d := annotate.Run(lx, s, []annotate.Passage{{End: len(s)}}, day)
		resolve.Read(d, extract.Run(d), record.Document{})
		return d.Steps
	}
	for _, g := range growths {
		t.Run(g.name, func(t *testing.T) {
			const size = 16_000
			once, twice := steps(grown(g.piece, size)), steps(grown(g.piece, 2*size))
			t.Logf("%d and %d steps, %.1f per byte", once, twice, float64(twice)/(2*size))
			if float64(twice) > 2.4*float64(once)+size {
				t.Errorf("%d steps for %d bytes, %d for twice as many", once, size, twice)
			}
			if twice > 2*size*maxSteps {
				t.Errorf("%d steps for %d bytes", twice, 2*size)
			}
		})
	}
}
