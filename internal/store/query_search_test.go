package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func TestSearch(t *testing.T) {
	s := small(t)
	l := func(v ...string) []string { return v }
	tests := []struct {
		name, words string
		f           Filter
		want        string
	}{
		{"a word", "truce", Filter{}, "call-en"},
		{"without its marks", "elysee", Filter{}, "call-en"},
		{"with marks that the text has not", "Réuters trüce", Filter{}, ""},
		{"with marks and capitals", "TRÊVE", Filter{}, "call-fr"},
		{"Cyrillic, е for ё", "королев", Filter{}, "talks-ru"},
		{"Arabic", "الدوحة", Filter{}, "month-ar"},
		{"all words", "meeting saturday", Filter{}, "off-en"},
		{"words of two documents", "truce saturday", Filter{}, ""},
		{"a phrase", `"called off"`, Filter{}, "off-en"},
		{"words of a phrase in another order", `"off called"`, Filter{}, ""},
		{"the beginning of a word", "annou*", Filter{}, "past-en"},
		{"in several, by day", "visit* OR", Filter{}, ""},
		{"several, by day", "meeting", Filter{}, "past-en off-en"},
		{"several, newest first", "meeting", Filter{Newest: true}, "off-en past-en"},
		{"undated first", "nobody", Filter{}, "bare"},
		{"the first", "meeting", Filter{Limit: 1}, "past-en"},
		{"a title", "diplomatique vue", Filter{}, ""},
		{"title and text", "vue climat", Filter{}, "visit-fr"},
		{"language", "la", Filter{Languages: l("it")}, "long-it"},
		{"outlet", "meeting", Filter{Outlets: l("reuters")}, "past-en off-en"},
		{"another outlet", "meeting", Filter{Outlets: l("TASS")}, ""},
		{"days of publication", "meeting", Filter{From: "2025-03-01"}, "off-en"},
		{"up to a day", "a", Filter{To: "2025-02-28"}, "past-en"},
		{"party", "meeting", Filter{Parties: l("XKX")}, "off-en"},
		{"party and topic", "promised", Filter{Parties: l("BRA"), Topics: l("energy")}, "past-en"},
		{"party and another topic", "promised", Filter{Parties: l("BRA"), Topics: l("climate")}, ""},
		{"part of a name and status", "газа", Filter{People: l("Lavrov"), Statuses: l("scheduled")}, "talks-ru"},
		{"only a rejected entry", "teams", Filter{Kinds: l("meeting")}, ""},
		{"entries that meet all fields are none", "meeting", Filter{Parties: l("XKX"), Topics: l("energy")}, ""},
		{"a rejected entry that is asked for", "teams", Filter{Kinds: l("meeting"), Rejected: true}, "wrong"},
	}
	for _, tt := range tests {
		var got []string
		for _, h := range all(t, s.Search(t.Context(), tt.words, tt.f)) {
			got = append(got, h.Document.ID)
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
	for _, err := range s.Search(t.Context(), "?", Filter{}) {
		if !errors.Is(err, ErrWords) {
			t.Errorf("error %v, want ErrWords", err)
		}
	}
}

func TestHit(t *testing.T) {
	s := small(t)
	got := all(t, s.Search(t.Context(), "trev* geneve paris", Filter{}))
	if len(got) != 1 {
		t.Fatalf("%d hits, want 1", len(got))
	}
	h := got[0]
	text := "Le président s'est entretenu dimanche avec son homologue d'une trêve à Genève. L'appel a duré une heure"
	if diff := cmp.Diff(text, h.Snippet.Text); diff != "" {
		t.Error(diff)
	}
	var marked []string
	for _, m := range h.Snippet.Marks {
		marked = append(marked, h.Snippet.Text[m.Start:m.End])
	}
	for _, m := range h.Title {
		marked = append(marked, h.Document.Title[m.Start:m.End])
	}
	if diff := cmp.Diff([]string{"trêve", "Genève", "Paris"}, marked); diff != "" {
		t.Error(diff)
	}
	r, err := s.Document(t.Context(), h.Document.ID)
	if err != nil || r.Document.Text[h.Snippet.Start:h.Snippet.End] != h.Snippet.Text {
		t.Errorf("the snippet is not at its place in the document (%v)", err)
	}
	if diff := cmp.Diff([]string{"a-call"}, h.Entries); diff != "" {
		t.Error(diff)
	}
}

func TestSearchInPages(t *testing.T) {
	s := small(t)
	for _, newest := range []bool{false, true} {
		var want, got []string
		for _, h := range all(t, s.Search(t.Context(), "a*", Filter{Newest: newest})) {
			want = append(want, h.Document.ID)
		}
		f := Filter{Newest: newest, Limit: 1}
		for page := all(t, s.Search(t.Context(), "a*", f)); len(page) > 0; page = all(t, s.Search(t.Context(), "a*", f)) {
			got = append(got, page[0].Document.ID)
			f.After = page[0].Cursor()
		}
		if diff := cmp.Diff(want, got); diff != "" || len(want) < 4 {
			t.Errorf("newest %v:\n%s", newest, diff)
		}
	}
}

// A document that is read again is found by its new words and under its new day, and no
// more by the old ones.
func TestSearchAfterChange(t *testing.T) {
	s := small(t)
	add(t, s, *paper("visit-fr", "2025-03-20", "-", "fr", "Autre titre\nRien que du vent."))
	for words, want := range map[string]int{"climat": 0, "vue": 0, "vent": 1, "titre": 1} {
		if got := all(t, s.Search(t.Context(), words, Filter{})); len(got) != want {
			t.Errorf("%s: %d hits, want %d", words, len(got), want)
		}
	}
	if got := all(t, s.Search(t.Context(), "vent", Filter{From: "2025-03-20"})); len(got) != 1 {
		t.Errorf("%d hits on the new day, want 1", len(got))
	}
}

func TestSnippet(t *testing.T) {
	filler := strings.Repeat("word ", 40)
	tests := []struct {
		name, text, words, want string
	}{
		{"the beginning where nothing is found", "one two three", "four", "one two three"},
		{"around what is found", filler + "grain " + filler, "grain", strings.Repeat("word ", 8) + "[grain]" + strings.Repeat(" word", 23)},
		{"where most is found", "grain " + filler + "corn of grain " + filler, "corn grain",
			strings.Repeat("word ", 8) + "[corn] of [grain]" + strings.Repeat(" word", 21)},
		{"a phrase is one mark", "the grain deal holds", `"grain deal"`, "the [grain deal] holds"},
		{"each of two that follow", "grain deal", "deal grain", "[grain] [deal]"},
		{"the beginning of a word", "negotiators met", "negot*", "[negotiators] met"},
		{"the end of the text", filler + "grain", "grain", strings.Repeat("word ", 31) + "[grain]"},
	}
	for _, tt := range tests {
		d := record.Document{Text: tt.text}
		got := snippet(&d, mustParse(t, tt.words))
		shown := got.Text
		for i := len(got.Marks) - 1; i >= 0; i-- {
			m := got.Marks[i]
			shown = shown[:m.Start] + "[" + shown[m.Start:m.End] + "]" + shown[m.End:]
		}
		if diff := cmp.Diff(tt.want, shown); diff != "" {
			t.Errorf("%s:\n%s", tt.name, diff)
		}
	}
}

// Comments and furniture are not searched, nor shown.
func TestSearchLooksInTheReport(t *testing.T) {
	s, _ := open(t)
	r := paper("d", "2025-03-12", "-", "en", "Title\nThe report tells of grain. Read also: corn.")
	report := &r.Document.Passages[1]
	also := record.Passage{Role: record.RoleFurniture, Start: report.Start + 27, End: report.End}
	report.End = also.Start
	r.Document.Passages = append(r.Document.Passages, also)
	add(t, s, *r)
	if got := all(t, s.Search(t.Context(), "corn", Filter{})); len(got) != 0 {
		t.Errorf("found in furniture: %+v", got)
	}
	got := all(t, s.Search(t.Context(), "grain", Filter{}))
	if len(got) != 1 || got[0].Snippet.Text != "The report tells of grain" {
		t.Errorf("got %+v", got)
	}
}

// Where many documents have the words and few tell of what the filter asks for, the search
// goes by way of those few, and finds the same.
func TestSearchByEntries(t *testing.T) {
	s, _ := open(t)
	var readings []record.Reading
	for i := range 160 {
		on := fmt.Sprintf("2025-03-%02d", i%28+1)
		r := paper(fmt.Sprintf("d%03d", i), on, []string{"Reuters", "TASS"}[i%2], "en", "Title\nThe same words in all.")
		if i%20 == 3 {
			tells(r, fmt.Sprintf("c%03d", i), "call", "held", "FRA TUR", on)
		}
		readings = append(readings, *r)
	}
	add(t, s, readings...)
	for _, f := range []Filter{
		{}, {Newest: true}, {From: "2025-03-05", To: "2025-03-20"}, {Limit: 2}, {Outlets: []string{"TASS"}}, {Languages: []string{"fr"}},
		{After: "2025-03-08/d063"}, {After: "2025-03-08/d063", Newest: true},
	} {
		var want, got []string
		limit := f.Limit
		f.Limit = 0
		for _, h := range all(t, s.Search(t.Context(), "same", f)) {
			if len(h.Entries) > 0 && (limit == 0 || len(want) < limit) {
				want = append(want, h.Document.ID)
			}
		}
		f.Limit, f.Parties = limit, []string{"TUR"}
		for _, h := range all(t, s.Search(t.Context(), "same", f)) {
			got = append(got, h.Document.ID)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v:\n%s", f, diff)
		}
	}
	var few []int64
	err := s.read(t.Context(), func(q *session) error {
		w, err := q.wantedHits(t.Context(), &Filter{Parties: []string{"TUR"}})
		if err != nil {
			return err
		}
		few, err = q.byEntries(t.Context(), w, `"same"`)
		return err
	})
	if err != nil || len(few) != 7 {
		t.Errorf("by %d entries, %v; want 7", len(few), err)
	}
}
