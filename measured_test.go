package parley_test

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/score"
	"github.com/parley-news/parley/packs"
	"github.com/parley-news/parley/record"
)

// goldSet is the set that the figures of packs/measured.tsv come from.
const goldSet = "../shared/gold/dev"

// asMeasured is how far a figure may be from the one in packs/measured.tsv.
const asMeasured = 0.03

// TestMeasured compares what the packs read now with the figures that parley languages
// shows.
func TestMeasured(t *testing.T) {
	if _, err := os.Stat(goldSet); err != nil {
		skipUnlessCI(t, "no gold set beside the repository: "+goldSet)
	}
	set, err := score.Load(goldSet)
	if err != nil {
		t.Fatal(err)
	}
	got := measure(t, set)
	if *update {
		if err := os.WriteFile("packs/"+language.MeasuredFile, []byte(measuredTable(got)), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	all, err := language.Summaries(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		now := got[s.Code]
		if now == nil {
			continue
		}
		if s.Gold == nil {
			t.Errorf("packs/%s has no figures for %s; go test -run Measured . -update writes them", language.MeasuredFile, s.Code)
			continue
		}
		for i, v := range s.Gold.Figures() {
			if math.Abs(v-now.Figures()[i]) > asMeasured {
				t.Errorf("%s: %s is %.3f, packs/%s says %.3f; go test -run Measured . -update writes it anew", s.Code, language.MeasuredNames[i], now.Figures()[i], language.MeasuredFile, v)
			}
		}
	}
}

// skipUnlessCI skips a test for want of something that only the machine of CI must have.
func skipUnlessCI(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(why)
	}
	t.Skip(why)
}

func measure(t *testing.T, set []score.Gold) map[string]*language.Measured {
	t.Helper()
	reader := newReader(t)
	folders, err := fs.Glob(packs.FS, "*/pack.yaml")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*language.Measured{}
	for _, folder := range folders {
		code, _, _ := strings.Cut(folder, "/")
		var own []score.Gold
		readings := map[string]record.Reading{}
		for _, g := range set {
			if g.Language != code {
				continue
			}
			own = append(own, g)
			r, err := reader.Read(context.Background(), record.Document{ID: g.ID, Text: g.Text, Published: g.Published, URL: g.URL})
			if err != nil {
				t.Fatal(err)
			}
			readings[g.ID] = r
		}
		if len(own) == 0 {
			continue
		}
		figures := score.Measure(own, readings).All
		m := &language.Measured{Documents: len(own)}
		for i, to := range []*float64{&m.Contact, &m.Exact, &m.People, &m.Date, &m.Statement} {
			*to, _ = figures.Get(language.MeasuredNames[i])
		}
		out[code] = m
	}
	return out
}

func measuredTable(got map[string]*language.Measured) string {
	var b strings.Builder
	b.WriteString("# What each pack reads right of a gold set, 0 to 1: written by go test -run Measured . -update\n")
	b.WriteString(strings.Join(language.MeasuredColumns, "\t") + "\n")
	for _, code := range slices.Sorted(maps.Keys(got)) {
		fmt.Fprintf(&b, "%s\t%d", code, got[code].Documents)
		for _, v := range got[code].Figures() {
			fmt.Fprintf(&b, "\t%.3f", v)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
