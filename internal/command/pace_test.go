package command

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestPace(t *testing.T) {
	start := time.Date(2025, 3, 12, 10, 0, 0, 0, time.UTC)
	at := func(seconds float64, documents int, bytes int64) mark {
		return mark{start.Add(time.Duration(seconds * float64(time.Second))), documents, bytes}
	}
	for _, c := range []struct {
		name  string
		marks []mark
		total int64
		want  string
	}{
		{"the first one", []mark{at(0, 1, 10)}, 100, "1 document"},
		{"steady", []mark{at(0, 0, 0), at(1, 100, 1000), at(2, 200, 2000)}, 10_000, "200 documents, 100 a second, 8 s left"},
		{"without a size", []mark{at(0, 0, 0), at(2, 3, 2000)}, 0, "3 documents, 1.5 a second"},
		{"minutes", []mark{at(0, 0, 0), at(1, 100, 10)}, 4000, "100 documents, 100 a second, 6 min left"},
		{"hours", []mark{at(0, 0, 0), at(1, 100, 10)}, 40_000, "100 documents, 100 a second, 1 h 6 min left"},
		// What was passed over at the start went faster, and is forgotten.
		{"slower now", []mark{at(0, 0, 0), at(1, 5000, 50_000), at(10, 5010, 50_100), at(20, 5020, 50_200)}, 60_200, "5020 documents, 1.1 a second, 15 min left"},
		{"more than was thought", []mark{at(0, 0, 0), at(1, 10, 100)}, 50, "10 documents, 10 a second, 0 s left"},
	} {
		var p pace
		for _, m := range c.marks {
			p.note(m)
		}
		if got := p.to(c.total); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCounted(t *testing.T) {
	for n, want := range map[int]string{0: "0 entries", 1: "1 entry", 2: "2 entries"} {
		if got := counted(n, "entry"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

// A meter says nothing for the first second, and then not more often than can be read.
func TestMeter(t *testing.T) {
	var out bytes.Buffer
	now := time.Date(2025, 3, 12, 10, 0, 0, 0, time.UTC)
	m := &meter{to: &out, now: func() time.Time { return now }, began: now}
	m.total.Store(1000)
	for i, wait := range []time.Duration{0, 500, 600, 10, 300} {
		now = now.Add(wait * time.Millisecond)
		m.got(100)
		m.step(10 * i)
	}
	m.clear()
	m.clear()
	const line = "\r\x1b[K"
	want := line + "20 documents, 18 a second, 3 s left" + line + "40 documents, 28 a second, 1 s left" + line
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Error(d)
	}
	silent := &meter{now: m.now, began: now}
	silent.step(1)
	silent.clear()
}

func TestRenewing(t *testing.T) {
	var out bytes.Buffer
	now := time.Date(2025, 3, 12, 10, 0, 0, 0, time.UTC)
	tell := renewing(&meter{to: &out, now: func() time.Time { return now }, began: now})
	for done := 500; done <= 2000; done += 500 {
		now = now.Add(700 * time.Millisecond)
		tell(done, 2000)
	}
	const line = "\r\x1b[K"
	want := "the register was made by another version of parley and is made anew; until that is done it stays as it was\n" +
		line + "1000 documents, 714 a second, 1 s left" + line + "1500 documents, 714 a second, 0 s left" + line + "2000 documents, 714 a second, 0 s left" + line
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Error(d)
	}
}
