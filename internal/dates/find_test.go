package dates

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/parley-news/parley/internal/text"
)

func TestResolve(t *testing.T) {
	g := grammar(t, "en")
	for _, c := range []struct {
		in     string
		future bool
		want   string
	}{
		{"Friday", false, "day 2025-03-07"},
		{"Friday", true, "day 2025-03-14"},
		{"Wednesday", false, "day 2025-03-12"},
		{"Wednesday", true, "day 2025-03-12"},
		{"last Friday", true, "day 2025-03-07 past"},
		{"next Friday", false, "day 2025-03-14 future"},
		{"4 April", true, "day 2025-04-04"},
		{"4 April", false, "day 2024-04-04"},
		{"4 April 2023", true, "day 2023-04-04"},
		{"in October", true, "month 2025-10-01..2025-10-31"},
		{"in October", false, "month 2024-10-01..2024-10-31"},
		{"in March", true, "month 2025-03-01..2025-03-31"},
		{"from Wednesday to Friday", true, "range 2025-03-12..2025-03-14"},
		{"from Wednesday to Friday", false, "range 2025-03-05..2025-03-07"},
		{"from 30 April to 2 May", true, "range 2025-04-30..2025-05-02"},
		{"the weekend", true, "range 2025-03-15..2025-03-16"},
		{"the weekend", false, "range 2025-03-08..2025-03-09"},
		{"yesterday", true, "day 2025-03-11 past"},
		{"Friday at 3 pm", true, "day 2025-03-14 15:00"},
	} {
		found, _ := g.read(c.in, "en", wednesday)
		if len(found) != 1 {
			t.Fatalf("%q: %d mentions", c.in, len(found))
		}
		if got := describe(g.Resolve(found[0], wednesday, c.future)); got != c.want {
			t.Errorf("%q, future %v: got %s, want %s", c.in, c.future, got, c.want)
		}
	}
}

func TestFlexible(t *testing.T) {
	g := grammar(t, "en")
	for in, want := range map[string]bool{
		"Friday": true, "4 April": true, "in October": true, "the weekend": true, "last Friday": false,
		"4 April 2023": false, "yesterday": false, "last week": false, "in 2019": false, "on 2025-03-12": false,
	} {
		found, _ := g.read(in, "en", wednesday)
		if len(found) != 1 || found[0].Flexible != want {
			t.Errorf("%q: got %+v, want flexible %v", in, found, want)
		}
	}
}

func TestWithoutPublication(t *testing.T) {
	g := grammar(t, "en")
	for in, want := range map[string]string{
		"on Friday": "day -", "4 April": "day -", "4 April 2023": "day 2023-04-04", "in March": "month -", "in March 2021": "month 2021-03-01..2021-03-31",
		"three days ago": "day - past", "last week": "week - past", "before October": "range - before", "since 24 February 2022": "range 2022-02-24..- since",
		"by 5 May 2024": "range -..2024-05-05 by", "from Monday to Friday": "range -", "from 3 to 5 May 2021": "range 2021-05-03..2021-05-05",
		"the weekend": "range -", "last summer": "range - past", "in the past three days": "range - past", "first quarter": "range -",
	} {
		found, _ := g.read(in, "en", time.Time{})
		if got := describeAll(found); got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
		for _, m := range found {
			if m.Resolved == (m.From.IsZero() || m.To.IsZero()) {
				t.Errorf("%q: resolved %v with %v to %v", in, m.Resolved, m.From, m.To)
			}
		}
	}
}

func TestAnchor(t *testing.T) {
	g := grammar(t, "en")
	sunday := time.Date(2025, 3, 2, 0, 0, 0, 0, time.UTC)
	for in, want := range map[string]string{
		"the day before": "day 2025-03-01 past", "two days later": "day 2025-03-04 future", "the same day": "day 2025-03-02",
		"the following week": "week 2025-03-03..2025-03-09 future", "a year earlier": "year 2024-01-01..2024-12-31 past",
	} {
		found, _ := g.read(in, "en", wednesday)
		if len(found) != 1 {
			t.Fatalf("%q: %d mentions", in, len(found))
		}
		if got := describe(g.Anchor(found[0], sunday)); got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
}

func TestBasis(t *testing.T) {
	g := grammar(t, "en")
	for in, want := range map[string]Basis{
		"on Friday": Relative, "yesterday": Relative, "last month": Relative, "4 April": Explicit, "in March 2021": Explicit, "in 2019": Explicit, "two days later": Relative,
	} {
		found, _ := g.read(in, "en", wednesday)
		if len(found) != 1 || found[0].Basis != want {
			t.Errorf("%q: got %+v, want %s", in, found, want)
		}
	}
}

func TestSpanOfTokens(t *testing.T) {
	g := grammar(t, "fr")
	in := "Ils se verront vendredi 14 mars, à Paris, d'ici la fin de l'année."
	found, toks := g.read(in, "fr", wednesday)
	var got []string
	for _, m := range found {
		got = append(got, in[toks[m.First].Start:toks[m.Last-1].End])
	}
	if want := "vendredi 14 mars|d'ici la fin de l'année"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDateline(t *testing.T) {
	g := grammar(t, "en")
	for in, want := range map[string]string{
		"MOSCOW, April 4, 2025 (TASS) — The leaders spoke.":           "2025-04-04",
		"MOSCOW, April 4 (TASS) — The leaders spoke.":                 "",
		"Leaders speak\nPublished: March 14, 2025 10:15\nThey":        "2025-03-14",
		"Leaders speak\nMarch 14, 2025\nThey spoke.":                  "2025-03-14",
		"Leaders speak\nBy A. Writer | Published 14 March 2025\nThey": "2025-03-14",
		"Leaders speak\nA. Writer – 14 March 2025\nThey spoke.":       "2025-03-14",
		"Leaders speak\nPublication date: 14 March 2025\nThey":        "2025-03-14",
		"Leaders spoke – on 14 March 2025 they had met – again.":      "",
		"(Moscow, 4 April 2025) The leaders spoke.":                   "2025-04-04",
		"Moscow, Friday, 4 April 2025. The leaders spoke.":            "2025-04-04",
		"Moscow, 4 April 2025, was the place of the talks.":           "",
		"On 24 February 2022 Russia invaded its neighbour.":           "",
		"The summit of 12 May 2021\nThey spoke.":                      "",
		"Leaders speak\nThey met on 3 May 2024 — for the first.":      "",
	} {
		toks := text.Tokenize(in, 0, len(in), apostrophes["en"])
		day, ok := g.Dateline(in, toks)
		got := ""
		if ok {
			got = day.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	g := map[string]*Grammar{"en": grammar(f, "en"), "fr": grammar(f, "fr"), "ro": grammar(f, "ro"), "es": grammar(f, "es"), "it": grammar(f, "it"), "pt": grammar(f, "pt"), "de": grammar(f, "de")}
	f.Add("from 3 to 5 May 2021, 2025-03-13T10:00:00Z, an hour and a half", int64(20000))
	f.Add("du 22 au 24, d'ici la fin de l'année, il y a 9999 ans", int64(0))
	f.Add("acum două mii de ani, 9999 years ago, in 9999 weeks, 31.02.1900", int64(-100000))
	f.Fuzz(func(t *testing.T, s string, n int64) {
		published := time.Unix(n%200000*86400, 0).UTC()
		for lang, g := range g {
			toks := text.Tokenize(s, 0, len(s), apostrophes[lang])
			at := 0
			for _, m := range g.Find(s, toks, published) {
				if m.First < at || m.Last <= m.First || m.Last > len(toks) {
					t.Fatalf("%s: %q: mention %d to %d after %d", lang, s, m.First, m.Last, at)
				}
				at = m.Last
				if m.Resolved && m.To.Before(m.From) {
					t.Fatalf("%s: %q: %v to %v", lang, s, m.From, m.To)
				}
				for _, future := range []bool{true, false} {
					if r := g.Resolve(m, published, future); r.Resolved && r.To.Before(r.From) {
						t.Fatalf("%s: %q: resolved to %v to %v", lang, s, r.From, r.To)
					}
				}
				g.Anchor(m, published)
			}
			g.Dateline(s, toks)
		}
	})
}

func FuzzLoad(f *testing.F) {
	for _, lang := range []string{"en", "fr", "ro", "es", "it", "pt", "de"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "packs", lang, "dates.yaml"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data[:min(len(data), 1500)])
	}
	f.Add([]byte("rules:\n  - kind: not\n    forms: [\"{n} (a|b [c]) {unit}\"]\n"))
	f.Add([]byte("a: &x [*x]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := Load("d.yaml", data)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "dates: d.yaml:") {
				t.Fatalf("error without a place: %v", err)
			}
			return
		}
		g.read("on 5 May 2021, two hours", "en", wednesday)
	})
}

func BenchmarkFind(b *testing.B) {
	g := grammar(b, "en")
	s := strings.Repeat("The president of the republic spoke by telephone with his counterpart on Friday, 14 March, for more than an hour. "+
		"They agreed in principle to meet in the capital before the end of the month, a spokesman said in a statement to the press. ", 50)
	toks := text.Tokenize(s, 0, len(s), apostrophes["en"])
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		g.Find(s, toks, wednesday)
	}
}
