package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

// asJSON reads the JSON twin of a page.
func asJSON[T any](d *desk, address string) (v T) {
	d.t.Helper()
	if err := json.Unmarshal([]byte(d.get(address, "en")), &v); err != nil {
		d.t.Fatalf("%s: %v", address, err)
	}
	return v
}

func TestActorPages(t *testing.T) {
	d := newDesk(t, calls()...)
	e := d.entryOf("call-en")
	shows(t, d.get("/actors/TUR", "en"), "<h1>Turkey</h1>", "/contacts/"+e.ID, `href="/pairs/FRA-TUR"`, "1 contact")
	shows(t, d.get("/actors/TUR", "fr"), "<h1>Türkiye</h1>", "1 contact")
	person := d.get("/actors/Recep%20Tayyip%20Erdo%C4%9Fan", "en")
	shows(t, person, "<h1>Recep Tayyip Erdoğan</h1>", "/contacts/"+e.ID, "Offices", "28 Aug 2014", "/contacts?person=")
	shows(t, d.get("/actors/DEU", "fr"), "<h1>Allemagne</h1>", "Aucun contact")
	v := asJSON[view.Actor](d, "/actors/FRA.json")
	if v.Actor.Contacts != 1 || len(v.Contacts) != 1 || v.Contacts[0].ID != e.ID || len(v.Actor.Counterparts) != 1 || v.Actor.Counterparts[0].ID != "TUR" {
		t.Errorf("France: %d contacts, shown %d, with %v", v.Actor.Contacts, len(v.Contacts), v.Actor.Counterparts)
	}
	if a := d.ask(http.MethodGet, "/actors/Nobody%20Whatever", nil); a.status != http.StatusNotFound {
		t.Errorf("nobody: %d", a.status)
	}
}

func TestActorIsMeant(t *testing.T) {
	d := newDesk(t, calls()...)
	for name, want := range map[string]string{"Turquie": "TUR", "Erdogan": "Recep%20Tayyip%20Erdo%C4%9Fan", "Merkel": "Angela%20Merkel"} {
		for _, end := range []string{"", ".json"} {
			a := d.ask(http.MethodGet, "/actors/"+name+end, nil)
			if a.status != http.StatusFound || a.header.Get("Location") != "/actors/"+want+end {
				t.Errorf("%s%s: %d to %q", name, end, a.status, a.header.Get("Location"))
			}
		}
	}
	a := d.ask(http.MethodGet, "/actors/Bush", nil)
	if a.status != http.StatusNotFound {
		t.Errorf("one of two: %d", a.status)
	}
	shows(t, a.body, `href="/actors/George%20W.%20Bush"`, `href="/actors/George%20H.%20W.%20Bush"`)
	shows(t, d.ask(http.MethodGet, "/actors/Frence.json", nil).body, `"/actors/FRA"`)
	if a := d.ask(http.MethodGet, "/actors/FRA?colour=red", nil); a.status != http.StatusBadRequest {
		t.Errorf("a parameter that is none: %d", a.status)
	}
}

func TestActorPositions(t *testing.T) {
	say := func(id, day, text string) record.Document {
		return told(id, "The Courier", day, "en", "Sanctions", text)
	}
	d := newDesk(t,
		say("first", "2024-02-06", `French President Emmanuel Macron demanded an end to the <b>sanctions</b>. "The sanctions must be lifted," Macron said.`),
		say("then", "2025-03-11", `"We will keep the sanctions in force," French President Emmanuel Macron said on Tuesday.`),
		told("russe", "Вестник", "2025-03-12", "ru", "Санкции", "«Мы сохраним санкции», — заявил президент Франции Эмманюэль Макрон."),
	)
	shown := d.get("/actors/Emmanuel%20Macron", "en")
	shows(t, shown, "Positions over time", "sanctions", "Nothing known for 13 months", "/documents/then?at=", `<q class="words" lang="ru" dir="ltr"`,
		"Called so in documents:", `<bdi lang="en" dir="ltr">Macron</bdi>`, `<bdi>Эмманюэль Макрон</bdi>`, `<bdi lang="ar" dir="rtl">`)
	lacks(t, shown, "<b>sanctions", "French President Emmanuel Macron</bdi>")
	if a, b := strings.Index(shown, "/documents/first?at="), strings.Index(shown, "/documents/then?at="); a < 0 || a > b {
		t.Errorf("what was said first stands at %d, what was said then at %d", a, b)
	}
	shows(t, d.get("/actors/FRA", "fr"), "Rien de connu pendant 13 mois", "Emmanuel Macron")
}

func TestActorsPage(t *testing.T) {
	d := newDesk(t, calls()...)
	all := d.get("/actors", "en")
	shows(t, all, "/actors/FRA", "Emmanuel Macron", "/actors/CHN", `aria-sort="descending"`)
	persons := d.get("/actors?type=person", "fr")
	shows(t, persons, "Emmanuel Macron", "Wang Yi")
	lacks(t, persons, `<a href="/actors/FRA">France</a></td><td class="soft"></td>`)
	named := d.get("/actors?name=Turquie", "en")
	shows(t, named, `<a href="/actors/TUR">`)
	lacks(t, named, `<a href="/actors/CHN">`)
	if a := d.ask(http.MethodGet, "/actors?type=ship", nil); a.status != http.StatusBadRequest {
		t.Errorf("a type that is none: %d", a.status)
	}
}

func TestPairPage(t *testing.T) {
	d := newDesk(t, calls()...)
	e := d.entryOf("call-en")
	shows(t, d.get("/pairs/FRA-TUR", "en"), "Turkey", "/contacts/"+e.ID, "1 disputed", "What accounts differ on", `<svg class="strip"`)
	shows(t, d.get("/pairs/FRA-TUR", "fr"), "Türkiye", "/contacts/"+e.ID)
	shows(t, d.get("/pairs/D-8-FRA", "en"), "No contact between the two is known")
	for _, end := range []string{"", ".json"} {
		a := d.ask(http.MethodGet, "/pairs/TUR-FRA"+end, nil)
		if a.status != http.StatusMovedPermanently || a.header.Get("Location") != "/pairs/FRA-TUR"+end {
			t.Errorf("the other order%s: %d to %q", end, a.status, a.header.Get("Location"))
		}
		if a := d.ask(http.MethodGet, "/pairs/FRA-NOWHERE"+end, nil); a.status != http.StatusNotFound {
			t.Errorf("half a pair%s: %d", end, a.status)
		}
	}
}

func TestPairGaps(t *testing.T) {
	d := newDesk(t, append(calls(), told("old", "The Courier", "2023-12-06", "en", "A call",
		"French President Emmanuel Macron spoke by phone with his Turkish counterpart Recep Tayyip Erdogan on Tuesday. They discussed migration."))...)
	shown := d.get("/pairs/FRA-TUR", "en")
	shows(t, shown, `<g class="gap"><title>No contact known for 15 months</title>`, ">15 months</text>", `<li class="gap soft">No contact known for 15 months`,
		">2024</text>", ">2025</text>", "No contact known for 3 months, until today", `class="mark-of call held"`)
	shows(t, d.get("/pairs/FRA-TUR", "fr"), "Aucun contact connu pendant 15 mois", "Aucun contact connu depuis 3 mois")
	v := asJSON[view.Pair](d, "/pairs/FRA-TUR.json")
	if len(v.Entries) != 2 || len(v.Timeline) != 2 || len(v.Gaps) != 2 || !v.Complete || v.Gaps[0].Entry != d.entryOf("call-en").ID {
		t.Errorf("%d contacts, %d on the line, gaps %+v, complete: %v", len(v.Entries), len(v.Timeline), v.Gaps, v.Complete)
	}
}

func TestPairPaging(t *testing.T) {
	var documents []record.Document
	day := time.Date(2022, 1, 4, 0, 0, 0, 0, time.UTC)
	for i := range 60 {
		on := day.AddDate(0, 0, 14*i)
		documents = append(documents, told(fmt.Sprint("call-", i), "The Courier", on.Format(time.DateOnly), "en", "A call",
			"French President Emmanuel Macron spoke by phone with his Turkish counterpart Recep Tayyip Erdogan on "+on.Format("January 2, 2006")+"."))
	}
	d := newDesk(t, documents...)
	first := asJSON[view.Pair](d, "/pairs/FRA-TUR.json")
	if len(first.Entries) != 50 || first.Next == "" || len(first.Timeline) != 60 || !first.Complete {
		t.Fatalf("the first page lists %d, goes on at %q, draws %d", len(first.Entries), first.Next, len(first.Timeline))
	}
	next := asJSON[view.Pair](d, "/pairs/FRA-TUR.json?after="+url.QueryEscape(first.Next))
	if len(next.Entries) != 10 || next.Next != "" || len(next.Timeline) != 60 || next.Entries[0].Date.From >= first.Entries[49].Date.From {
		t.Errorf("the next page lists %d, goes on at %q, draws %d", len(next.Entries), next.Next, len(next.Timeline))
	}
	shows(t, d.get("/pairs/FRA-TUR", "en"), `rel="next" href="/pairs/FRA-TUR?after=`)
}

func TestPairSaid(t *testing.T) {
	d := newDesk(t, told("said", "La Gazette", "2025-03-12", "en", "Words",
		`"France has to choose between Ankara and the <b>others</b>," Turkish President Recep Tayyip Erdogan said on Tuesday. `+
			`French President Emmanuel Macron accused Turkey of violating the ceasefire.`))
	v := asJSON[view.Pair](d, "/pairs/FRA-TUR.json")
	if len(v.Said) == 0 {
		t.Fatal("nothing that they said of each other")
	}
	shown := d.get("/pairs/FRA-TUR", "en")
	shows(t, shown, "What they say of each other", "/documents/said?at=", v.Said[0].Speaker.Name)
	lacks(t, shown, "<b>others")
	shows(t, d.get("/pairs/FRA-TUR", "fr"), "Ce qu’ils disent l’un de l’autre")
}

func TestNetworkAndMap(t *testing.T) {
	d := newDesk(t, calls()...)
	shown := d.get("/network", "en")
	shows(t, shown, `href="/pairs/FRA-TUR"`, `href="/pairs/CHN-RUS"`, `data-island="network"`, `name="from"`, `href="/actors/CHN"`)
	shows(t, d.get("/network", "fr"), "Türkiye", `data-island="network"`)
	narrow := d.get("/network?party=FRA&from=2025-03&to=2025-03", "en")
	shows(t, narrow, `href="/pairs/FRA-TUR"`)
	lacks(t, narrow, `href="/pairs/CHN-RUS"`)
	v := asJSON[view.Network](d, "/network.json")
	if len(v.Edges) != 2 || len(v.Nodes) != 4 || v.Entries != 2 || !v.Complete {
		t.Errorf("%d edges, %d nodes of %d entries, complete: %v", len(v.Edges), len(v.Nodes), v.Entries, v.Complete)
	}
	if a := d.ask(http.MethodGet, "/network?colour=red", nil); a.status != http.StatusBadRequest {
		t.Errorf("a parameter that is none: %d", a.status)
	}
	shows(t, d.get("/map", "en"), "Moscow", "/contacts?place=Moscow", "no position on any border", `data-island="map"`)
	shows(t, d.get("/map", "fr"), "Moscow", "Russie")
	places := asJSON[view.Places](d, "/map.json")
	if len(places.Places) != 1 || places.Places[0].Lat == nil || places.Places[0].Country != "RUS" {
		t.Errorf("places: %+v", places.Places)
	}
}

func TestCorrectionsPage(t *testing.T) {
	d := newDesk(t, calls()...)
	e := d.entryOf("call-en")
	shows(t, d.get("/corrections", "en"), "Nobody has corrected anything")
	ada := d.as(access.Editor)
	for _, form := range []url.Values{
		{"action": {"set"}, "field": {"initiator"}, "value": {"Turquie"}, "reason": {"a <i>readout</i>"}},
		{"action": {"confirm"}, "reason": {"seen"}},
	} {
		if a := ada.ask(http.MethodPost, "/contacts/"+e.ID+"/corrections", form); a.status != http.StatusSeeOther {
			t.Fatalf("%v: %d", form, a.status)
		}
	}
	a := ada.ask(http.MethodPost, "/corrections", url.Values{"action": {"undo"}, "undoes": {"1"}, "reason": {"no"}})
	if a.status != http.StatusSeeOther || a.header.Get("Location") != "/corrections" {
		t.Errorf("undoing: %d to %q", a.status, a.header.Get("Location"))
	}
	shown := d.get("/corrections", "en")
	shows(t, shown, "Ada", "a &lt;i&gt;readout&lt;/i&gt;", "undone by #3", "/contacts/")
	lacks(t, shown, `name="undoes"`, "<i>readout")
	if strings.Index(shown, "#3") > strings.Index(shown, "#2</strong>") {
		t.Error("the newest does not come first")
	}
	mine := ada.get("/corrections", "fr")
	shows(t, mine, `name="undoes" value="2"`, `name="undoes" value="3"`)
	lacks(t, mine, `name="undoes" value="1"`)
	v := asJSON[view.Corrections](d, "/corrections.json?before=3")
	if v.Total != 3 || len(v.Log) != 2 || v.Log[1].UndoneBy != 3 || v.Log[0].UndoneBy != 0 {
		t.Errorf("the log before #3 of %d: %+v", v.Total, v.Log)
	}
}
