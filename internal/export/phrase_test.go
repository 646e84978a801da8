package export

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func TestInterval(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"2022-02-12", "2022-02-12", "12 Feb 2022"},
		{"2022-02-12", "2022-02-14", "12–14 Feb 2022"},
		{"2022-02-27", "2022-03-02", "27 Feb – 2 Mar 2022"},
		{"2021-12-30", "2022-01-02", "30 Dec 2021 – 2 Jan 2022"},
		{"2024-02-01", "2024-02-29", "Feb 2024"},
		{"2023-01-01", "2023-12-31", "2023"},
		{"soon", "soon", "soon – soon"},
		{"", "2022-02-12", "2022-02-12"},
	} {
		if got := interval(c.from, c.to); got != c.want {
			t.Errorf("interval(%q, %q) = %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestLasting(t *testing.T) {
	for _, c := range []struct {
		min, max *string
		want     string
	}{
		{of("PT1H40M"), of("PT1H40M"), "1 h 40 min"},
		{of("PT0S"), of("PT2H"), "up to 2 h"},
		{nil, of("PT90M"), "up to 90 min"},
		{of("PT3H"), nil, "at least 3 h"},
		{of("P1D"), of("P2DT6H"), "1 d – 2 d 6 h"},
		{of("P1W"), of("P1W"), "P1W"},
		{nil, nil, "long"},
	} {
		if got := lasting(&record.Duration{Min: c.min, Max: c.max, Text: "long"}); got != c.want {
			t.Errorf("%v to %v: %q, want %q", value(c.min), value(c.max), got, c.want)
		}
	}
}

func TestThird(t *testing.T) {
	for _, act := range record.Acts {
		want := map[string]string{"deny": "denies"}[act]
		if want == "" {
			want = act + "s"
		}
		if got := third(act); got != want {
			t.Errorf("third(%q) = %q, want %q", act, got, want)
		}
	}
	both := record.Statement{Act: "deny", Speaker: record.Speaker{Joint: make([]record.Speaker, 2)}}
	if got := does(&both); got != "deny" {
		t.Errorf("several %q, want deny", got)
	}
}

// TestEveryWordOfTheListsIsShown: a kind or status without a name of its own
// would look unlike the others.
func TestEveryWordOfTheListsIsShown(t *testing.T) {
	for _, k := range record.Kinds {
		if kindNames[k] == "" {
			t.Errorf("kind %q has no name", k)
		}
	}
	for _, s := range record.Statuses {
		if statusStyles[s] == plain {
			t.Errorf("status %q has no colour", s)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want []string
	}{
		{"one two three", 7, []string{"one two", "three"}},
		{"", 7, []string{""}},
		{"extraordinary", 5, []string{"extra", "ordin", "ary"}},
		{"a extraordinary", 5, []string{"a", "extra", "ordin", "ary"}},
		{"双方同意 ok", 6, []string{"双方同", "意 ok"}},
		{"«\u00a0mots\u00a0» ici", 8, []string{"«\u00a0mots\u00a0»", "ici"}},
		{"e\u0301e\u0301e\u0301 e\u0301", 3, []string{"e\u0301e\u0301e\u0301", "e\u0301"}},
	} {
		if d := cmp.Diff(c.want, wrap(c.text, c.most)); d != "" {
			t.Errorf("%q in %d columns: %s", c.text, c.most, d)
		}
	}
}
