package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// shownEntry is a call that was put off once, of which two sides and four outlets
// tell, and that a person has mended.
func shownEntry() record.Entry {
	chain := func(names ...string) []record.Source {
		var out []record.Source
		for _, n := range names {
			out = append(out, record.Source{Name: n, Type: "outlet"})
		}
		return out
	}
	words := func(document string, start int, text string) record.Words {
		return record.Words{Document: document, Start: start, End: start + len(text), Text: text}
	}
	says := func(field, value string, w record.Words) record.EntryAssertion {
		return record.EntryAssertion{Field: field, Value: value, Words: w}
	}
	held := func(document string) record.EntryAssertion {
		return says("status", "held", words(document, 40, "spoke by telephone"))
	}
	member := func(document, outlet, language, published, title string) record.Member {
		return record.Member{
			Ref: record.Ref{Document: document, Contact: "c-" + document}, Outlet: new(outlet), Language: language,
			Published: new(published), Title: title, Main: true,
		}
	}
	other := member("d4", "Al Jarida", "ar", "2022-02-14", "مكالمة بين ماكرون وبوتين")
	other.URL, other.Main = new("https://example.org/4"), false
	return record.Entry{
		Schema: record.Schema, ID: "00aa11bb22cc33dd", Kind: "call", Mode: "direct", Status: "held", Step: "held",
		Parties: []record.Party{{ID: "FRA", Name: "France", Type: "state", Role: "party"}, {ID: "RUS", Name: "Russia", Type: "state", Role: "party"}},
		People:  []record.Person{{Name: "Emmanuel Macron", Country: new("FRA"), Office: new("president"), Role: "principal"}},
		Date:    &record.Date{From: "2022-02-12", To: "2022-02-12"}, Topics: []string{"ceasefire", "energy"}, Disputed: []string{"initiator"},
		Members: []record.Member{
			member("d1", "The Courier", "en", "2022-02-13", "Macron and Putin speak"), member("d2", "La Gazette", "fr", "2022-02-11", "Appel reporté"), other,
		},
		Accounts: []record.EntryAccount{
			{Chain: chain("The Courier"), Asserts: []record.EntryAssertion{held("d1")}},
			{Chain: chain("La Gazette"), Asserts: []record.EntryAssertion{held("d2")}},
			{Side: new("FRA"), Chain: chain("Élysée Palace"), Asserts: []record.EntryAssertion{
				held("d1"), says("initiator", "RUS", words("d1", 80, "which Moscow asked for")), says("topics", "ceasefire", words("d1", 9, "a truce")),
			}},
			{Side: new("RUS"), Chain: chain("TASS", "Kremlin"), Asserts: []record.EntryAssertion{
				held("d4"), says("initiator", "FRA", words("d4", 12, "at Paris's request")),
			}},
		},
		Life: []record.LifeStep{
			{Status: "cancelled", Step: "postponed", Announced: new("2022-02-11"), For: &record.Interval{From: "2022-02-11", To: "2022-02-11"}, By: new("RUS"), Words: words("d2", 7, "reporté")},
			{Status: "held", Step: "held", Announced: new("2022-02-13"), For: &record.Interval{From: "2022-02-12", To: "2022-02-12"}, Words: words("d1", 40, "spoke by telephone")},
			{Status: "proposed", Step: "called-for", Words: words("d4", 90, "called")},
		},
		Divergences: []record.EntryDivergence{{Field: "initiator", Sides: []record.EntrySays{{Side: "FRA", Says: "RUS"}, {Side: "RUS", Says: "FRA"}}}},
		OnlyOneSide: []record.EntryOneSided{
			{Field: "topics", Value: "ceasefire", Side: "FRA", Silent: []string{"RUS"}}, {Field: "topics", Value: "energy", Side: "FRA", Silent: []string{"RUS"}},
		},
		Corrections: []record.Correction{
			{ID: 3, At: "2022-03-01T10:00:00Z", Author: "Ada", Reason: "the readout says so", Action: "set", Field: "date", Value: "2022-02-12"},
			{ID: 4, At: "2022-03-01T10:00:00Z", Author: "Ada", Reason: "the same call", Action: "merge", Contacts: make([]record.Ref, 2)},
		},
	}
}

const shownEntryText = `● Call · held · 12 Feb 2022 · France – Russia
✎ date          12 Feb 2022
  people        Emmanuel Macron (France, president)
≠ asked for by  disputed
  topics        ceasefire, energy

  accounts      France              │ Russia              │ The Courier, La
                                    │                     │ Gazette
                Élysée Palace       │ TASS > Kremlin      │
≠ asked for by  Russia              │ France              │ –
  topics        ceasefire           │ –                   │ –
  ◐ only France speaks of topics: ceasefire, energy; no word of it from Russia

  entry         00aa11bb22cc33dd

  Life
  11 Feb 2022   postponed (11 Feb 2022) · told by Russia · La Gazette (d2)
  13 Feb 2022   held 12 Feb 2022 · The Courier (d1)
  no date       called for · Al Jarida (d4)

  Documents
  13 Feb 2022   The Courier · en · Macron and Putin speak · d1
                the entry begins with it
  11 Feb 2022   La Gazette · fr · Appel reporté · d2
                goes with The Courier (d1): parties 30, time 25, place -3; 52 in
                all, 50 are enough
  14 Feb 2022   ` + "\u2068Al Jarida · ar · مكالمة بين ماكرون وبوتين · in passing · d4\u2069" + `
                https://example.org/4
                joined with The Courier (d1) by a person

✎ Corrected by hand
  #3            date is 2022-02-12 · Ada: the readout says so
  #4            2 contacts are one · Ada: the same call
`

func entryText(t *testing.T, e record.Entry, why []merge.Reason, look Look) string {
	t.Helper()
	var out bytes.Buffer
	if err := EntryText(&out, e, why, look); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestEntryTextShowsEverything(t *testing.T) {
	e := shownEntry()
	first := e.Members[0].Ref
	why := []merge.Reason{
		{Member: first}, {Member: e.Members[1].Ref, With: first, Points: merge.Points{merge.Parties: 30, merge.Time: 25, merge.Place: -3}},
		{Member: e.Members[2].Ref, With: first, ByHand: true},
	}
	if d := cmp.Diff(shownEntryText, entryText(t, e, why, Look{Width: 80})); d != "" {
		t.Error(d)
	}
	for _, words := range []string{"goes with", "begins with", "by a person"} {
		if strings.Contains(entryText(t, e, nil, Look{Width: 80}), words) {
			t.Errorf("%q without being asked why", words)
		}
	}
	e.Corrections = []record.Correction{
		{ID: 1, Action: "set", Field: "status", Value: "held"}, {ID: 2, Action: "set", Field: "place"}, {ID: 3, Action: "set", Field: "initiator", Value: "RUS"},
	}
	if got := entryText(t, e, nil, Look{Width: 80}); !strings.Contains(got, "✎ status        held\n") || !strings.Contains(got, "✎ place         none\n✎ asked for by  none\n") {
		t.Errorf("what a person has set is not marked:\n%s", got)
	}
	e.Rejected = true
	if got := entryText(t, e, nil, Look{Width: 80}); !strings.Contains(got, "\n  rejected: a person has said that this is no contact\n") {
		t.Errorf("not said to be rejected:\n%s", got)
	}
}

// On a narrow terminal the sides stand below each other.
func TestEntryTextNarrow(t *testing.T) {
	got := entryText(t, shownEntry(), nil, Look{Width: 40})
	if strings.Contains(got, "│") {
		t.Errorf("columns side by side in 40 columns:\n%s", got)
	}
	if n := strings.Count(got, "accounts"); n != 3 {
		t.Errorf("%d accounts, want 3:\n%s", n, got)
	}
}

// Every value shows the words and the document it is read from, each once.
func TestEntryTextExplains(t *testing.T) {
	got := entryText(t, shownEntry(), nil, Look{Width: 200, Explain: true})
	for _, words := range []string{
		"“which Moscow asked for” 80–102 · The Courier (d1)", "“at Paris's request” 12–30 · Al Jarida (d4)", "“reporté” 7–15\n", "“called” 90–96",
	} {
		if n := strings.Count(got, words); n != 1 {
			t.Errorf("%s stands %d times:\n%s", words, n, got)
		}
	}
}

func TestCorrectedNamesEveryAction(t *testing.T) {
	seen := map[string]bool{}
	for _, action := range record.Actions {
		s := Corrected(record.Correction{Action: action, Field: "place", Contacts: make([]record.Ref, 1), Undoes: 2})
		if s == "" || seen[s] {
			t.Errorf("%s: %q", action, s)
		}
		seen[s] = true
	}
}

func TestEveryStepHasWords(t *testing.T) {
	for step := range record.Steps {
		if strings.Count(stepWords[step], "%s") != 1 {
			t.Errorf("%s: %q has no place for the days", step, stepWords[step])
		}
	}
	if len(stepWords) != len(record.Steps) {
		t.Errorf("words for %d steps, and there are %d", len(stepWords), len(record.Steps))
	}
}

func TestShortID(t *testing.T) {
	sum := strings.Repeat("0123456789abcdef", 4)
	for id, want := range map[string]string{sum: "0123456789ab", "m01-fr-a": "m01-fr-a", strings.Repeat("x", 64): strings.Repeat("x", 64)} {
		if got := shortID(id); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

// Many outlets that say the same are one account, of which some are named.
func TestEntryTextGathersOutlets(t *testing.T) {
	e := shownEntry()
	for _, outlet := range []string{"A", "B", "C"} {
		like := e.Accounts[0]
		like.Chain = []record.Source{{Name: outlet, Type: "outlet"}}
		e.Accounts = append(e.Accounts, like)
	}
	got := entryText(t, e, nil, Look{Width: 160})
	if want := "│ The Courier, La Gazette, A and 2 more\n"; !strings.Contains(got, want) {
		t.Errorf("%q is not there:\n%s", want, got)
	}
}

func TestSourceOf(t *testing.T) {
	e := shownEntry()
	const address = "https://example.org/4"
	e.Members[2].Document = address
	if got := sourceOf(&e, address); got != "Al Jarida" {
		t.Errorf("the only one of its outlet: %q", got)
	}
	e.Members[1].Outlet = e.Members[2].Outlet
	if got := sourceOf(&e, address); got != "Al Jarida ("+address+")" {
		t.Errorf("one of two: %q", got)
	}
}

// Documents of which nobody knows the outlet bear their titles, in the accounts too.
func TestEntryTextNamesDocumentsByTitle(t *testing.T) {
	sums := []string{strings.Repeat("0a1b2c3d", 8), strings.Repeat("4e5f6071", 8), strings.Repeat("8192a3b4", 8)}
	e := shownEntry()
	e.Accounts = e.Accounts[:2]
	titles := []string{"Macron and Putin speak", "", "Macron and Putin speak"}
	for i := range e.Members {
		e.Members[i].Document, e.Members[i].Outlet, e.Members[i].Title = sums[i], nil, titles[i]
	}
	for i := range e.Accounts {
		e.Accounts[i].Chain = []record.Source{{Name: sums[i], Type: "outlet"}}
		e.Accounts[i].Asserts[0].Value = []string{"held", "denied"}[i]
	}
	got := entryText(t, e, nil, Look{Width: 160})
	for _, name := range []string{"accounts      “Macron and Putin speak” (0a1b2c3d0a1b) ", "│ untitled text 4e5f60714e5f\n"} {
		if !strings.Contains(got, name) {
			t.Errorf("%q is not there:\n%s", name, got)
		}
	}
	e.Members[2].Title = "Another"
	if got := sourceOf(&e, sums[0]); got != "“Macron and Putin speak”" {
		t.Errorf("the only one of its title: %q", got)
	}
}
