package score

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Vladimir Putin", "Putin", true},
		{"Recep Tayyip Erdoğan", "recep tayyip ERDOGAN", true},
		{"Sergey Lavrov", "Sergei Lavrov", true},
		{"Sergey Lavrov", "Vladimir Lavrov", false},
		{"Kim Jong Un", "Kim Yo Jong", false},
		{"习近平", "习近平", true},
		{"习近平", "近平", true},
		{"習近平", "李克强", false},
		{"Straße", "STRASSE", true},
		{"", "Putin", false},
		{"—", "—", false},
	} {
		if got := sameName(c.a, c.b); got != c.want {
			t.Errorf("sameName(%q, %q) = %v", c.a, c.b, got)
		}
		if got := sameName(c.b, c.a); got != c.want {
			t.Errorf("sameName(%q, %q) = %v", c.b, c.a, got)
		}
	}
}

func TestPairTakesTheMostAlikeFirst(t *testing.T) {
	like := [][]float64{{3, 2, 0}, {4, 0, 0}, {0, 0, 0}}
	p := pair(3, 3, func(g, r int) float64 { return like[g][r] })
	want := pairing{found: [][2]int{{1, 0}, {0, 1}}, missed: []int{2}, invented: []int{2}}
	if d := cmp.Diff(want, p, cmp.AllowUnexported(pairing{})); d != "" {
		t.Error(d)
	}
	p = pair(2, 2, func(int, int) float64 { return 1 })
	if d := cmp.Diff([][2]int{{1, 1}, {0, 0}}, p.found); d != "" {
		t.Errorf("among equals: %s", d)
	}
}

func TestFigures(t *testing.T) {
	var a, b tally
	a.add("contact", 2, 1, 0)
	a.share("language", true)
	a.add("status:held", 1, 0, 0)
	a.add("status:denied", 0, 1, 0)
	b.add("contact", 1, 0, 3)
	b.share("language", false)
	b.add("status:held", 0, 0, 1)
	b.shares("contact.main.recall", 0, 0)
	b.add("divergence", 0, 0, 0)
	var all tally
	all.merge(&a)
	all.merge(&b)
	want := Figures{
		{"contact.precision", 0.75}, {"contact.recall", 0.5}, {"contact.f1", 0.6}, {"language", 0.5},
		{"divergence.precision", 1}, {"divergence.recall", 1}, {"divergence.f1", 1},
		{"status.macro_f1", 2.0 / 3}, // of "held" alone: the gold has no "denied"
	}
	if d := cmp.Diff(want, all.figures()); d != "" {
		t.Error(d)
	}
}

// small is a set of two documents, the second without any contact.
func small(t *testing.T) []Gold {
	t.Helper()
	set, err := Load("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// right reads the small set without a mistake.
func right(set []Gold) map[string]record.Reading {
	g := &set[0]
	at := strings.Index(g.Text, g.Statements[0].Anchor)
	noise := strings.Index(g.Text, g.NotReport[0])
	usa := "USA"
	return map[string]record.Reading{
		g.ID: {
			Document: record.Document{ID: g.ID, Language: "en", Passages: []record.Passage{{Role: record.RoleFurniture, Start: noise, End: len(g.Text)}}},
			Contacts: []record.Contact{{
				ID: "x", Kind: "call", Status: "held", Parties: parties([]string{"CHN", "USA"}), People: []record.Person{{Name: "Marco Rubio"}, {Name: "Wang Yi"}},
				Date: &record.Date{From: "2025-01-24", To: "2025-01-24"}, Topics: []string{"trade-economy"}, Disputed: []string{"initiator"},
				ReportedBy: [][]record.Source{{{Name: "Reuters"}, {Name: "State Department"}}},
			}},
			Statements:  []record.Statement{{Speaker: record.Speaker{Name: "Marco Rubio", Country: &usa}, Kind: "indirect", Act: "say", Start: at, End: at + 60}},
			Divergences: []record.Divergence{{Contact: "x", Field: "initiator", Sides: []record.Says{{Side: "USA"}, {Side: "CHN"}}}},
		},
		set[1].ID: {Document: record.Document{ID: set[1].ID, Language: "fr"}},
	}
}

func TestARightReadingIsPerfect(t *testing.T) {
	set := small(t)
	sheet := Measure(set, right(set))
	for _, f := range sheet.All {
		if f.Value != 1 && !strings.HasPrefix(f.Name, "initiator.") { // "disputed" is not a side that was named
			t.Errorf("%s = %v", f.Name, f.Value)
		}
	}
	if len(sheet.Misses) > 0 {
		t.Errorf("misses: %q", sheet.Misses)
	}
	if _, ok := sheet.Languages["fr"].Get("contact.main.recall"); ok {
		t.Error("a share of nothing was measured")
	}
}

// TestEveryMistakeShows makes one mistake at a time: the figure falls, and the
// list of misses has the line.
func TestEveryMistakeShows(t *testing.T) {
	for _, c := range []struct {
		mistake func(r *record.Reading)
		figure  string
		want    float64
		miss    string
	}{
		{func(r *record.Reading) { r.Contacts = nil }, "contact.f1", 0, "small-1 c1 contact missed: call/held/CHN+USA/2025-01-24..2025-01-24 Marco Rubio, Wang Yi"},
		{func(r *record.Reading) { r.Contacts = append(r.Contacts, r.Contacts[0]) }, "contact.precision", 0.5, "small-1 contact invented: call/held/CHN+USA/2025-01-24..2025-01-24"},
		{func(r *record.Reading) { r.Contacts[0].Kind = "video" }, "contact.kind", 0, "small-1 c1 contact differs: gold call/held/CHN+USA/2025-01-24..2025-01-24 got video/held/CHN+USA/2025-01-24..2025-01-24"},
		{func(r *record.Reading) { r.Contacts[0].Status = "denied" }, "status.macro_f1", 0, "small-1 c1 contact differs: gold call/held/CHN+USA/2025-01-24..2025-01-24 got call/denied/CHN+USA/2025-01-24..2025-01-24"},
		{func(r *record.Reading) { r.Contacts[0].Date = nil }, "contact.date", 0, "small-1 c1 contact differs: gold call/held/CHN+USA/2025-01-24..2025-01-24 got call/held/CHN+USA/no date"},
		{func(r *record.Reading) { r.Contacts[0].Place = &record.Place{Name: "Washington"} }, "contact.place", 0, ""},
		{func(r *record.Reading) { r.Contacts[0].Disputed = nil }, "contact.initiator", 0, ""},
		{func(r *record.Reading) { r.Contacts[0].People = r.Contacts[0].People[:1] }, "contact.people.recall", 0.5, ""},
		{func(r *record.Reading) { r.Contacts[0].Topics = append(r.Contacts[0].Topics, "food") }, "contact.topics.precision", 0.5, ""},
		{func(r *record.Reading) { r.Contacts[0].About = []record.Actor{{Name: "Taiwan"}} }, "contact.about.precision", 0, ""},
		{func(r *record.Reading) { r.Contacts[0].ReportedBy[0][1].Name = "Xinhua" }, "contact.reported_by.f1", 0, ""},
		{func(r *record.Reading) { r.Statements = nil }, "statement.f1", 0, "small-1 statement missed: Marco Rubio: said that tariffs were the first thing they spoke of"},
		{func(r *record.Reading) { r.Statements[0].Speaker.Name = "Wang Yi" }, "statement.f1", 0, "small-1 statement speaker: gold Marco Rubio got Wang Yi: said that tariffs were the first thing they spoke of"},
		{func(r *record.Reading) { r.Statements[0].Start, r.Statements[0].End = 40, 60 }, "statement.span.f1", 0, ""},
		{func(r *record.Reading) { r.Statements[0].End = 99999 }, "statement.f1", 1, ""},
		{func(r *record.Reading) { r.Statements[0].Act = "deny" }, "statement.act", 0, ""},
		{func(r *record.Reading) { r.Document.Passages = nil }, "noise.found", 0, "small-1 read as report: Read also: the weather"},
		{func(r *record.Reading) { r.Document.Passages[0].Start = 0 }, "report.kept", 0, "small-1 left out of the report: said that tariffs were the first thing they spoke of"},
		{func(r *record.Reading) { r.Document.Language = "de" }, "language", 0.5, ""},
		{func(r *record.Reading) { r.Divergences[0].Sides[0].Side = "JPN" }, "divergence.f1", 0, ""},
	} {
		set := small(t)
		readings := right(set)
		r := readings["small-1"]
		c.mistake(&r)
		readings["small-1"] = r
		sheet := Measure(set, readings)
		if got, ok := sheet.All.Get(c.figure); !ok || got != c.want {
			t.Errorf("%s = %v, want %v", c.figure, got, c.want)
		}
		if c.miss != "" && !strings.Contains(strings.Join(sheet.Misses, "\n")+"\n", c.miss+"\n") {
			t.Errorf("%s: %q is not among the misses %q", c.figure, c.miss, sheet.Misses)
		}
	}
}

func TestWhatWasNotReadCountsAsEmpty(t *testing.T) {
	set := small(t)
	sheet := Measure(set, nil)
	for name, want := range map[string]float64{"language": 0, "contact.recall": 0, "negatives.clean": 1} {
		if got, _ := sheet.All.Get(name); got != want {
			t.Errorf("%s = %v", name, got)
		}
	}
	if len(sheet.Misses) == 0 || sheet.Misses[0] != "small-1 no result" {
		t.Errorf("misses: %q", sheet.Misses)
	}
}

func TestPrint(t *testing.T) {
	sheet := Sheet{Documents: 2, All: Figures{{"contact.f1", 0.5}, {"noise.found", 1}}, Languages: map[string]Figures{"fr": {{"contact.f1", 1}}, "en": {{"noise.found", 1}}}}
	var table, object bytes.Buffer
	if err := sheet.Print(&table, true); err != nil {
		t.Fatal(err)
	}
	want := "2 documents                     all     en     fr\n" +
		"contact.f1                    0.500      -  1.000\n" +
		"noise.found                   1.000  1.000      -\n"
	if d := cmp.Diff(want, table.String()); d != "" {
		t.Error(d)
	}
	if err := sheet.JSON(&object, true); err != nil {
		t.Fatal(err)
	}
	want = "{\n \"all\": {\n  \"contact.f1\": 0.5,\n  \"noise.found\": 1\n },\n \"en\": {\n  \"noise.found\": 1\n },\n \"fr\": {\n  \"contact.f1\": 1\n }\n}\n"
	if d := cmp.Diff(want, object.String()); d != "" {
		t.Error(d)
	}
}

func TestLoadNamesWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct{ gold, want string }{
		"no id":        {`{"language":"fr"}`, "gold.jsonl:1: score: wrong format: a document without id"},
		"broken":       {"\n{", "gold.jsonl:2: unexpected end of JSON input"},
		"a kind":       {`{"id":"a","contacts":[{"key":"c1","kind":"chat","status":"held"}]}`, `a c1 has the kind "chat"; use one of call, `},
		"a status":     {`{"id":"a","contacts":[{"key":"c1","kind":"call","status":"done"}]}`, `a c1 has the status "done"; use one of held, `},
		"an act":       {`{"id":"a","statements":[{"act":"shout"}]}`, `a has a statement with the act "shout"; use one of say, `},
		"no such text": {`{"id":"nowhere"}`, "the text of nowhere cannot be read"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "gold.jsonl"), []byte(c.gold), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Load(dir)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if strings.Contains(c.want, "wrong format") && !errors.Is(err, ErrFormat) {
			t.Errorf("%s: not ErrFormat", name)
		}
	}
	if _, err := Load("testdata/nowhere"); err == nil || !strings.Contains(err.Error(), "a gold set is a folder with gold.jsonl and texts/") {
		t.Errorf("no folder: %v", err)
	}
}

func TestReadingsNameTheLine(t *testing.T) {
	_, err := Readings(strings.NewReader("{\"document\":{\"id\":\"a\"}}\n\n[]\n"), "out.jsonl")
	if err == nil || !strings.HasPrefix(err.Error(), "out.jsonl:3: ") {
		t.Errorf("%v", err)
	}
}

// FuzzLoad measures a reading against any gold set that loads.
func FuzzLoad(f *testing.F) {
	const reading = `{"document":{"id":"a"},"contacts":[{"kind":"call","status":"held","parties":[{"id":"FRA"}]}],"statements":[{"act":"say"}]}`
	f.Add(`{"id":"a","contacts":[{"key":"c1","kind":"call","status":"held","parties":["FRA","MLI"],"date":{"from":"2025-03-11"}}]}`, "One text.", reading)
	f.Add(`{"id":"a","statements":[{"act":"say","anchor":"text"}],"divergences":[{"contact":"c","sides":{"FRA":"a"}}]}`, "One\r\ntext.", reading)
	f.Add(`{"id":"../a"}`, "", "[]")
	f.Fuzz(func(t *testing.T, gold, text, reading string) {
		set, err := load(fstest.MapFS{"gold.jsonl": {Data: []byte(gold)}, "texts/a.txt": {Data: []byte(text)}}, "gold.jsonl")
		if err != nil {
			return
		}
		readings, err := Readings(strings.NewReader(reading), "readings.jsonl")
		if err != nil {
			return
		}
		sheet := Measure(set, readings)
		if sheet.Documents != len(set) {
			t.Fatalf("%d documents of %d", sheet.Documents, len(set))
		}
	})
}
