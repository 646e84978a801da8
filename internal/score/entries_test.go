package score

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

// story is a set with same.jsonl, read and joined without a mistake.
type story struct {
	set      []Gold
	same     []GoldEntry
	readings map[string]record.Reading
	entries  []record.Entry
}

func loadStory(t *testing.T) story {
	t.Helper()
	set, err := Load("testdata/story")
	if err != nil {
		t.Fatal(err)
	}
	same, err := LoadSame("testdata/story", set)
	if err != nil {
		t.Fatal(err)
	}
	s := story{set: set, same: same, readings: map[string]record.Reading{}}
	for _, g := range set {
		r := record.Reading{Document: record.Document{ID: g.ID}}
		for _, c := range g.Contacts {
			r.Contacts = append(r.Contacts, record.Contact{ID: c.Key, Kind: c.Kind, Status: c.Status, Parties: parties(c.Parties)})
		}
		s.readings[g.ID] = r
	}
	for _, e := range same {
		s.entries = append(s.entries, entry(e))
	}
	return s
}

// entry is an entry as the gold has it.
func entry(g GoldEntry) record.Entry {
	e := record.Entry{ID: g.Entry}
	for _, m := range g.Members {
		e.Members = append(e.Members, record.Member{Ref: record.Ref{Document: m[0], Contact: m[1]}})
	}
	for _, s := range g.Life {
		e.Life = append(e.Life, record.LifeStep{Status: s.Status})
	}
	for _, d := range g.Divergences {
		v := record.EntryDivergence{Field: d.Field}
		for _, side := range names(d.Sides) {
			v.Sides = append(v.Sides, record.EntrySays{Side: side})
		}
		e.Divergences = append(e.Divergences, v)
	}
	return e
}

func TestARightRegisterIsPerfect(t *testing.T) {
	s := loadStory(t)
	figures, misses := MeasureEntries(s.set, s.same, s.readings, s.entries)
	want := Figures{
		{"entries.found", 1},
		{"entries.kept", 1},
		{"entries.b3.precision", 1},
		{"entries.b3.recall", 1},
		{"entries.b3.f1", 1},
		{"entries.life.final", 1},
		{"entries.life.steps", 1},
		{"entries.divergence.precision", 1},
		{"entries.divergence.recall", 1},
		{"entries.divergence.f1", 1},
	}
	if d := cmp.Diff(want, figures); d != "" {
		t.Error(d)
	}
	if len(misses) > 0 {
		t.Errorf("misses: %q", misses)
	}
}

// TestEveryWrongJoinShows makes one mistake at a time.
func TestEveryWrongJoinShows(t *testing.T) {
	for _, c := range []struct {
		name    string
		mistake func(s *story)
		want    map[string]float64
		miss    string
	}{
		{
			"nothing read", func(s *story) { s.readings = nil },
			map[string]float64{"found": 0, "kept": 0, "b3.f1": 0}, "",
		},
		{
			"one document not read", func(s *story) { delete(s.readings, "story-2") },
			map[string]float64{"found": 0.75, "kept": 1, "b3.f1": 1}, "",
		},
		{
			"a contact lost", func(s *story) { s.entries = s.entries[:2] },
			map[string]float64{"found": 0.75, "kept": 0.75, "b3.f1": 1},
			"story-3 c1 was read and stands in no entry",
		},
		{
			"two that are not one", func(s *story) {
				s.entries[0].Members = append(s.entries[0].Members, s.entries[2].Members...)
				s.entries = s.entries[:2]
			},
			map[string]float64{"b3.precision": (2.0/3 + 2.0/3 + 1.0/3 + 1) / 4, "b3.recall": 1},
			"story-3 c1 of story-c: left out: none; wrongly in: story-1 c1 of story-a, story-2 c1 of story-a",
		},
		{
			"one in two", func(s *story) {
				e := record.Entry{ID: "x", Members: s.entries[0].Members[1:]}
				s.entries[0].Members = s.entries[0].Members[:1]
				s.entries = append(s.entries, e)
			},
			map[string]float64{"b3.precision": 1, "b3.recall": 0.75, "life.steps": 1},
			"story-1 c1 of story-a: left out: story-2 c1; wrongly in: none",
		},
		{
			"a step too many", func(s *story) { s.entries[0].Life = append(s.entries[0].Life, record.LifeStep{Status: "held"}) },
			map[string]float64{"life.final": 1, "life.steps": 0.5},
			"story-a life: gold scheduled, held got scheduled, held, held",
		},
		{
			"no life", func(s *story) { s.entries[1].Life = nil },
			map[string]float64{"life.final": 0.5, "life.steps": 0.5},
			"story-b life: gold held got none",
		},
		{
			"a divergence missed", func(s *story) { s.entries[0].Divergences = nil },
			map[string]float64{"divergence.precision": 1, "divergence.recall": 0},
			"story-a divergence missed: initiator between FRA and TUR",
		},
		{
			"a divergence invented", func(s *story) { s.entries[2].Divergences = s.entries[0].Divergences },
			map[string]float64{"divergence.precision": 0.5, "divergence.recall": 1},
			"story-c divergence invented: initiator between FRA and TUR",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := loadStory(t)
			c.mistake(&s)
			figures, misses := MeasureEntries(s.set, s.same, s.readings, s.entries)
			for name, want := range c.want {
				if got, ok := figures.Get("entries." + name); !ok || got != want {
					t.Errorf("%s = %v, want %v", name, got, want)
				}
			}
			if c.miss != "" && !strings.Contains(strings.Join(misses, "\n")+"\n", c.miss+"\n") {
				t.Errorf("%q is not among the misses %q", c.miss, misses)
			}
		})
	}
}

// TestAnEntryHalfInIsNotMeasured takes a document away that one of the entries
// needs.
func TestAnEntryHalfInIsNotMeasured(t *testing.T) {
	s := loadStory(t)
	part := s.set[:1]
	same := Within(s.same, part)
	if len(same) != 1 || same[0].Entry != "story-b" {
		t.Fatalf("%v", same)
	}
	figures, misses := MeasureEntries(part, same, s.readings, s.entries)
	for _, f := range figures {
		if f.Value != 1 {
			t.Errorf("%s = %v", f.Name, f.Value)
		}
	}
	if len(misses) > 0 {
		t.Errorf("misses: %q", misses)
	}
}

func TestSameNamesWhatIsWrong(t *testing.T) {
	const whole = `{"entry":"a","members":[["story-1","c1"],["story-1","c2"],["story-2","c1"],["story-3","c1"]]}`
	for name, c := range map[string]struct{ same, want string }{
		"broken":           {"\n{", "same.jsonl:2: score: wrong format: unexpected EOF"},
		"an unknown key":   {`{"entry":"a","member":[]}`, `same.jsonl:1: score: wrong format: json: unknown field "member"`},
		"two on a line":    {whole + whole, "more than one entry on a line"},
		"no name":          {`{"members":[["story-1","c1"]]}`, "an entry without a name"},
		"no members":       {`{"entry":"a"}`, "a has no members"},
		"a name twice":     {whole + "\n" + whole, "same.jsonl:2: score: wrong format: there is an entry a already"},
		"no such contact":  {`{"entry":"a","members":[["story-1","c9"]]}`, "a has the member story-1 c9, which gold.jsonl does not have"},
		"in two":           {whole + "\n" + `{"entry":"b","members":[["story-1","c1"]]}`, "b has the member story-1 c1, which stands in a already"},
		"a status":         {strings.Replace(whole, "]}", `],"life":[{"status":"done","document":"story-1"}]}`, 1), `a has a step with the status "done"; use one of held, `},
		"no such document": {strings.Replace(whole, "]}", `],"life":[{"status":"held","document":"story-9"}]}`, 1), `a has a step of the document "story-9"`},
		"a field":          {strings.Replace(whole, "]}", `],"divergences":[{"field":"weather","sides":{"FRA":"","TUR":""}}]}`, 1), `a differs on "weather"; use one of initiator, `},
		"one side":         {strings.Replace(whole, "]}", `],"only_one_side":[{"field":"topics","sides":{"FRA":""}}]}`, 1), "a differs on topics with fewer than two sides"},
		"one in none":      {`{"entry":"a","members":[["story-1","c1"]]}`, "same.jsonl: score: wrong format: story-1 c2 stands in no entry"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readSame(strings.NewReader(c.same), "same.jsonl", loadStory(t).set)
			if err == nil || !strings.Contains(err.Error(), c.want) || !errors.Is(err, ErrFormat) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

func TestNoSameIsNoError(t *testing.T) {
	same, err := LoadSame("testdata/small", small(t))
	if err != nil || len(same) > 0 {
		t.Errorf("%v, %v", same, err)
	}
}

// FuzzSame measures against any same.jsonl that loads.
func FuzzSame(f *testing.F) {
	f.Add(`{"entry":"a","members":[["d","c1"]],"life":[{"status":"held","document":"d"}],"divergences":[{"field":"date","sides":{"FRA":"1","TUR":"2"}}]}`)
	f.Add(`{"entry":"a","members":[["d"]]}`)
	set := []Gold{{ID: "d", Contacts: []GoldContact{{Key: "c1", Kind: "call", Status: "held", Parties: []string{"FRA", "TUR"}}}}}
	readings := map[string]record.Reading{"d": {Contacts: []record.Contact{{ID: "c1", Kind: "call", Status: "held", Parties: parties([]string{"FRA", "TUR"})}}}}
	f.Fuzz(func(t *testing.T, lines string) {
		same, err := readSame(strings.NewReader(lines), "same.jsonl", set)
		if err != nil {
			return
		}
		var entries []record.Entry
		for _, e := range same {
			entries = append(entries, entry(e))
		}
		figures, misses := MeasureEntries(set, same, readings, entries)
		for _, g := range figures {
			if g.Value != 1 {
				t.Errorf("%s = %v with the entries of the gold: %q", g.Name, g.Value, misses)
			}
		}
	})
}
