package web

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

// plans are documents that tell of what lies ahead of, and behind, 19 June 2025.
func plans() []record.Document {
	return []record.Document{
		told("ahead", "The Courier", "2025-06-18", "en", "", "German Chancellor Friedrich Merz will meet Polish Prime Minister Donald Tusk in Berlin on 25 June 2025."),
		told("over", "The Courier", "2025-05-18", "en", "", "Italian Prime Minister Giorgia Meloni will meet Spanish Prime Minister Pedro Sánchez in Rome on 28 May 2025."),
		told("some-day", "The Courier", "2025-06-17", "en", "", "Indian Prime Minister Narendra Modi has invited Japanese Prime Minister Shigeru Ishiba to visit New Delhi."),
	}
}

// twin reads the JSON of a page.
func twin[V any](d *desk, address string) (v V) {
	d.t.Helper()
	if err := json.Unmarshal([]byte(d.get(address, "en")), &v); err != nil {
		d.t.Fatalf("%s: %v", address, err)
	}
	return v
}

func TestOverviewOfAnEmptyRegister(t *testing.T) {
	d := newDesk(t)
	shows(t, d.get("/", "en"), "This register is empty", `href="/read"`, `<form method="post" action="/samples">`, "<code>parley add FOLDER</code>")
	shows(t, d.get("/", "fr"), "Ce registre est vide", `action="/samples"`)
	for _, address := range []string{"/index.json", "/.json"} {
		if v := twin[view.Overview](d, address); v.Today != "2025-06-19" || v.Totals.Documents != 0 || v.Days == nil || v.Met == nil {
			t.Errorf("%s: %+v", address, v)
		}
	}
}

func TestOverview(t *testing.T) {
	d := newDesk(t, append(calls(), plans()...)...)
	call, ahead, over := d.entryOf("call-en"), d.entryOf("ahead"), d.entryOf("over")
	shown := d.get("/", "en")
	// Of the week of 19 June there is nothing; the latest contacts that are not ahead are of May.
	shows(t, shown, "The latest contacts: 26 May – 1 Jun 2025", "No contact is known of this week yet", `href="/?week=2025-05-19"`,
		"/contacts/"+ahead.ID, "/contacts/"+call.ID, "asked for by", `<input id="of" name="week" type="date" value="2025-05-26">`)
	lacks(t, shown, "<script>alert")
	shows(t, d.get("/", "fr"), "Les derniers contacts", "Allemagne", "Aucun contact n’est encore connu cette semaine")

	v := twin[view.Overview](d, "/index.json")
	if !v.Latest || v.From != "2025-05-26" || v.To != "2025-06-01" || v.Totals.Documents != 6 {
		t.Errorf("the week is %s to %s, of %d documents", v.From, v.To, v.Totals.Documents)
	}
	if len(v.Upcoming) == 0 || v.Upcoming[0].ID != ahead.ID {
		t.Errorf("coming up are %d, not first the meeting in Berlin", len(v.Upcoming))
	}
	if len(v.Overdue) != 1 || v.Overdue[0].ID != over.ID {
		t.Errorf("overdue are %d, not the meeting in Rome alone", len(v.Overdue))
	}
	if len(v.Disputed) != 1 || v.Disputed[0].ID != call.ID || len(v.Changes) == 0 {
		t.Errorf("%d are disputed, %d are new", len(v.Disputed), len(v.Changes))
	}

	of := twin[view.Overview](d, "/index.json?week=2025-03-12")
	if of.Latest || of.From != "2025-03-10" || of.Before != "2025-03-03" || of.After != "2025-03-17" || len(of.Timeline) != 2 || len(of.Days) != 2 {
		t.Errorf("the week of 12 March is %s, with %d contacts on %d days", of.From, len(of.Timeline), len(of.Days))
	}
	if none := d.get("/?week=2020-01-01", "en"); !strings.Contains(none, "No contact is known of this week.") || strings.Contains(none, "The latest") {
		t.Error("a week that was asked for and has nothing shows another one")
	}
	for _, wrong := range []string{"/?week=soon", "/?weak=2025-03-12"} {
		if a := d.ask(http.MethodGet, wrong, nil); a.status != http.StatusBadRequest {
			t.Errorf("%s: %d", wrong, a.status)
		}
	}
}

func TestContactsPage(t *testing.T) {
	d := newDesk(t, append(calls(), plans()...)...)
	call, visit := d.entryOf("call-en"), d.entryOf(calls()[2].ID)
	for _, named := range []string{"FRA", "France", "Frankreich", "Франция", "فرنسا"} {
		v := twin[view.Contacts](d, "/contacts.json?party="+named)
		if len(v.Entries) != 1 || v.Entries[0].ID != call.ID || v.Facets.Total != 1 || !v.Facets.Complete {
			t.Errorf("%s has %d contacts", named, len(v.Entries))
		}
	}
	shown := d.get("/contacts?party=Frankreich&from=2025-03&disputed=true", "en")
	shows(t, shown, "1 contact<", "/contacts/"+call.ID, "France <span", `aria-sort="descending"`, `<th scope="col"`, "<caption",
		`/contacts.csv?disputed=true`, `/contacts.ics?`, `name="outlet"`, `name="place"`)
	lacks(t, shown, "/contacts/"+visit.ID, "<script>alert")
	shows(t, d.get("/contacts?party=Frankreich", "fr"), "Registre", "Türkiye", "Affiner")

	oldest := twin[view.Contacts](d, "/contacts.json?sort=oldest&limit=1")
	if len(oldest.Entries) != 1 || oldest.Next == "" {
		t.Fatalf("the first page has %d entries and no next one", len(oldest.Entries))
	}
	seen := map[string]bool{oldest.Entries[0].ID: true}
	for next := oldest.Next; next != ""; {
		page := twin[view.Contacts](d, "/contacts.json?sort=oldest&limit=1&after="+next)
		for _, e := range page.Entries {
			if seen[e.ID] {
				t.Errorf("%s is on two pages", e.ID)
			}
			seen[e.ID] = true
		}
		next = page.Next
	}
	if all := twin[view.Contacts](d, "/contacts.json"); len(seen) != len(all.Entries) || len(all.Entries) < 4 {
		t.Errorf("pages of one have %d contacts, one page %d", len(seen), len(all.Entries))
	}
	by := twin[view.Contacts](d, "/contacts.json?order=documents").Entries
	for i := 1; i < len(by); i++ {
		if len(by[i].Members) > len(by[i-1].Members) {
			t.Errorf("%d documents come behind %d", len(by[i].Members), len(by[i-1].Members))
		}
	}
	for address, says := range map[string]string{
		"/contacts?party=Frankrreich": "perhaps France", "/contacts?party=Frnace": "perhaps France", "/contacts?party=zzzzzz": "no party is called",
		"/contacts?colour=red": "there is no parameter", "/contacts?kind=dinner": "kind=dinner", "/contacts?order=taste": "order=taste",
	} {
		if a := d.ask(http.MethodGet, address, nil); a.status != http.StatusBadRequest || !strings.Contains(a.body, says) {
			t.Errorf("%s: %d, without %q", address, a.status, says)
		}
	}
}

func TestSearchPage(t *testing.T) {
	d := newDesk(t, append(calls(), plans()...)...)
	call := d.entryOf("call-en")
	shows(t, d.get("/search", "en"), "All words have to be found", `name="language"`)
	shows(t, d.get("/search", "fr"), "Tous les mots")
	shown := d.get("/search?q=Erdogan", "en")
	shows(t, shown, "<mark>Erdogan</mark>", "/documents/call-en?at=", "/contacts/"+call.ID, "Macron &lt;script&gt;", "/actors/")
	lacks(t, shown, "<script>alert", "/documents/ahead")
	v := twin[view.Search](d, "/search.json?q=Erdogan&language=fr")
	if len(v.Hits) != 1 || v.Hits[0].Document.ID != "call-fr" || v.Entries[call.ID].ID != call.ID {
		t.Errorf("%d hits in French, of %d entries", len(v.Hits), len(v.Entries))
	}
	shows(t, d.get("/search?q=Erdogan&language=fr", "fr"), `class="chip"`, "français", `<input type="hidden" name="language" value="fr">`)
	shows(t, d.get("/search?q="+call.ID[:10], "en"), "The contact of this id", "/contacts/"+call.ID)
	shows(t, d.get("/search?q=zebra", "en"), "No document has all of these words")

	wrong := d.get("/search?q=%22", "en")
	shows(t, wrong, "This cannot be searched for:", "there is no word")
	lacks(t, wrong, d.register.Path(), "store:")
	if v := twin[view.Search](d, "/search.json?q=%22"); v.Wrong == "" || strings.Contains(v.Wrong, "desk.parley") {
		t.Errorf("what is wrong is told as %q", v.Wrong)
	}
}

func TestCalendarPage(t *testing.T) {
	late := told("late", "The Courier", "2025-06-18", "en", "", "Brazilian President Luiz Inácio Lula da Silva will visit China in September 2025.")
	d := newDesk(t, append(append(calls(), plans()...), late)...)
	ahead, over, whole := d.entryOf("ahead"), d.entryOf("over"), d.entryOf("late")
	shown := d.get("/calendar", "en")
	shows(t, shown, "June 2025", "/contacts/"+ahead.ID, `class="scheduled"`, "<caption", `<th scope="col">Mon`, `href="/calendar?month=2025-05"`, `href="/calendar.ics"`,
		"Announced, and never reported", "/contacts/"+over.ID, "/contacts/"+d.entryOf("some-day").ID)
	shows(t, d.get("/calendar?month=2025-06", "fr"), "juin 2025", "Allemagne")

	v := twin[view.Calendar](d, "/calendar.json?month=2025-06")
	if v.Before != "2025-05" || v.After != "2025-07" || len(v.Weeks) != 6 || v.Weeks[0][0].Day.Day != "2025-05-26" || v.Weeks[5][6].Day.Day != "2025-07-06" || len(v.Nearest) != 0 {
		t.Errorf("June 2025 has %d weeks, nearest %v", len(v.Weeks), v.Nearest)
	}
	if today := v.Weeks[3][3]; !today.Today || today.Day.Day != "2025-06-19" {
		t.Errorf("today is %+v", today)
	}
	if len(v.Undated) != 1 || v.Undated[0].ID != d.entryOf("some-day").ID {
		t.Errorf("%d have no day", len(v.Undated))
	}
	september := twin[view.Calendar](d, "/calendar.json?month=2025-09")
	if len(september.Loose) != 1 || september.Loose[0].ID != whole.ID || len(september.Weeks[0][0].Entries) != 0 || september.Weeks[0][0].Contacts != 0 {
		t.Errorf("what is told of September as a whole stands in no week: %d", len(september.Loose))
	}
	shows(t, d.get("/calendar?month=2025-09", "en"), "Not known to the day", "/contacts/"+whole.ID)
	if v := twin[view.Calendar](d, "/calendar.json?month=2025-07"); strings.Join(v.Nearest, " ") != "2025-06 2025-09" {
		t.Errorf("nearest to July 2025 are %v", v.Nearest)
	}
	shows(t, d.get("/calendar?month=2025-07", "en"), `href="/calendar?month=2025-06">June 2025`, `href="/calendar?month=2025-09">September 2025`)
	if a := d.ask(http.MethodGet, "/calendar?month=June", nil); a.status != http.StatusBadRequest {
		t.Errorf("a month that is none: %d", a.status)
	}
}
